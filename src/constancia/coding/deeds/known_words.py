"""A sentence and what the readers know of its words in, its parse out: dates, places, nouns of phrases."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from constancia.coding.clauses.forms import Shape, verb_forms
from constancia.coding.clauses.grammar import grammar, plain_tag
from constancia.coding.clauses.parser import parse
from constancia.coding.clauses.syntax import Parse, Tag
from constancia.coding.deeds.banners import is_banner
from constancia.coding.deeds.triggers import Candidate
from constancia.coding.word_sets import word_set, words_of
from constancia.model import ActorValue, DateValue, Mention, PlaceValue, QuantityValue, Reading, Sentence, Token


class MentionsByPlace:
    """Mentions in order of their beginning, to be found by where they stand."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._longest = max((mention.end - mention.start for mention in mentions), default=0)

    def touching(self, start: int, end: int) -> list[Mention]:
        """Give the mentions that share a letter with a stretch of the text."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [mention for mention in self._mentions[first:last] if mention.end > start]


def parse_sentence(reading: Reading, index: int, found: list[Candidate], beside: MentionsByPlace) -> Parse:
    """Parse a sentence, with what the readers know of its words: dates, places, the nouns of phrases."""
    sentence = reading.sentences[index]
    known = _known_nouns(found, sentence.tokens, reading.language)
    for mention in beside.touching(sentence.start, sentence.end):
        known.update(_tags(mention, sentence))
    return parse(sentence.tokens, reading.language, known)


# Words before a number that would else pass for prepositions: "over 100", "más de 20.000", "cerca de 80".
_SMALL = word_set("of the de del la las los el and y e for in en at from")  # they keep their tags inside a name
_MODIFIERS = word_set(
    "al over about around under up to at least than more less some de mas menos cerca unos hasta por lo cuando"
)


def _tags(mention: Mention, sentence: Sentence) -> dict[int, Tag]:
    """Tell what the words of a mention are: a date's no nouns, a place's, a name's and a one-word actor's no verbs."""
    inside = [token for token in sentence.tokens if mention.start <= token.start < mention.end and token.norm != "'s"]
    if isinstance(mention.value, DateValue):
        return {token.start: Tag.TIME for token in inside}
    if isinstance(mention.value, QuantityValue):
        return {token.start: Tag.DETERMINER for token in inside if token.norm in _MODIFIERS}
    is_actor = isinstance(mention.value, ActorValue) and len(inside) == 1
    if isinstance(mention.value, PlaceValue) or (is_actor and not _is_done_to(inside[0], sentence)):
        return {token.start: Tag.NOUN for token in inside}
    if isinstance(mention.value, ActorValue) and mention.value.name is not None:
        return {token.start: Tag.NOUN for token in inside if token.norm not in _SMALL and token.norm[0].isalpha()}
    return {}


_STATES = word_set(
    "fue fueron sido siendo era eran ser sera seran seria serian sea sean fuera fueran fuese fuesen esta estan estaba"
    " estaban estaran quedo quedaron quedan quedaran resulto resultaron resultan"
)


def _is_done_to(token: Token, sentence: Sentence) -> bool:
    """Tell the participle of "fueron detenidas", "quince personas detenidas" from the noun of "las detenidas"."""
    at = next(place for place, other in enumerate(sentence.tokens) if other is token)
    before = sentence.tokens[at - 1].norm if at else ""
    is_participle = any(form.shape is Shape.PARTICIPLE for form in verb_forms(token.norm, "es"))
    return is_participle and (before in _STATES or before in _PEOPLE or _opens_news(at, sentence))


def _opens_news(at: int, sentence: Sentence) -> bool:
    """Tell "Detenidos 14 huelguistas en Tacna", where who was detained is told behind, from "Detenidos denuncian"."""
    if at + 1 >= len(sentence.tokens) or (at and sentence.tokens[at - 1].norm not in _OPENS):
        return False
    behind = [each.norm for each in sentence.tokens[at + 1 : at + 1 + _WITH_TOWN]]
    if behind[0] == "en" and sentence.tokens[at + 2 : at + 3] and sentence.tokens[at + 2].text[0].isupper():
        behind = behind[2:]  # "Detenidos en Managua tres maestros"
        while behind and not _counts(behind[0]) and behind[0].isalpha() and behind[0] not in _LINKS:
            behind.pop(0)
    return bool(behind) and _counts(behind[0])


def _counts(norm: str) -> bool:
    return norm[0].isdigit() or norm in _COUNTS


_WITH_TOWN = 6  # words: "en Puerto Cortés tres"
_LINKS = frozenset({"de", "por", "a", "y", "en", "tras", "durante"})
_OPENS = frozenset({":", ";"})
_COUNTS = grammar("es")["numbers"] | word_set("un una unos unas varios varias otro otra otros otras mas casi al cerca")


_PEOPLE = words_of("known_words", "people")


def _known_nouns(found: Sequence[Candidate], tokens: Sequence[Token], language: str) -> dict[int, Tag]:
    """Tell the tagger which words of phrases are nouns: the "blocks" of "road blocks"."""
    known = {tokens[0].start: Tag.NOUN} if is_banner(tokens) and any(each.first == 0 for each in found) else {}
    if language != "en":
        return known
    for candidate in found:
        is_of_nouns = candidate.is_phrase and tokens[candidate.first].norm not in _BEFORE_VERB
        for index in range(candidate.first + 1, candidate.last + 1) if is_of_nouns else ():
            shapes = {form.shape for form in verb_forms(tokens[index].norm, language)}
            is_act = (index == candidate.first + 1 and _has_object(tokens, index)) or _is_led(tokens, index)
            if shapes and shapes <= {Shape.BASE, Shape.THIRD, Shape.GERUND} and not is_act:
                known[tokens[index].start] = Tag.NOUN
    return known


def _is_led(tokens: Sequence[Token], index: int) -> bool:
    """Tell "shops will remain shut", "shops remain shut" from what a phrase names."""
    return tokens[index].norm == "remain" or plain_tag(tokens[index - 1], grammar("en")) is Tag.MODAL


def _has_object(tokens: Sequence[Token], index: int) -> bool:
    """Tell "police raid newspaper office" from "police raid in Ica", "police raid leaves two dead"."""
    if index > _OPENING or index + 2 >= len(tokens) or tokens[index].norm not in _ACTS:
        return False
    tag = plain_tag(tokens[index + 1], grammar("en"))
    return tag in _OPENS_OBJECT and not verb_forms(tokens[index + 1].norm, "en")


_OPENING = 3  # words: "Assam riot police storm campus"
_ACTS = words_of("known_words", "acts")
_OPENS_OBJECT = frozenset({None, Tag.DETERMINER, Tag.NUMBER, Tag.ADJECTIVE})
_BEFORE_VERB = frozenset({"still"})  # "residents still occupy"
