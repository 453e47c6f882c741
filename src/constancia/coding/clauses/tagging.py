"""Tokens of a sentence in, tagged words out: closed classes from a list, verbs by form, the rest by neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from constancia.coding.clauses.english_verbs import english_verb
from constancia.coding.clauses.forms import Form, singular, verb_forms
from constancia.coding.clauses.grammar import TokenPlace, grammar, plain_tag
from constancia.coding.clauses.spanish_verbs import spanish_verb
from constancia.coding.clauses.syntax import Tag, Word
from constancia.coding.clauses.word_shapes import age_tag
from constancia.coding.word_sets import words_of
from constancia.model import Token

_PARTICLES = frozenset({"up", "down", "off", "out", "away"})
_DOWNED = words_of("tagging", "downed")
_DOUBTFUL = frozenset({Tag.DETERMINER, Tag.ADJECTIVE, Tag.SUBORDINATOR, Tag.PRONOUN, Tag.RELATIVE})


def tag_words(tokens: Sequence[Token], language: str, known: Mapping[int, Tag]) -> list[tuple[Word, Form | None]]:
    """Tag the tokens of a sentence; the form is given for verbs alone. `known` are tags that readers found."""
    words = grammar(language)
    decide = spanish_verb if language == "es" else english_verb
    tagged: list[tuple[Word, Form | None]] = []
    is_capitals = _is_capitals(tokens)
    for index, token in enumerate(tokens):
        tag, form = known.get(token.start) or age_tag(tokens, index) or plain_tag(token, words), None
        if token.norm in _OF_TWO_KINDS:
            tag = _kind_here(tokens, index, language, tag)
        if (tag is None or tag in _DOUBTFUL) and verb_forms(token.norm, language):
            form = decide(TokenPlace(tokens, index, tagged, words, is_capitals), tag)
            if form is not None:
                tag = Tag.VERB
        if tagged and (tag is None or tag is Tag.ADVERB):
            tag = _of_particle(token.norm, tag, tagged[-1][0].tag)
        if tag is Tag.SUBORDINATOR and token.norm == "as" and tagged and _takes_role(tagged[-1]):
            tag = Tag.PREPOSITION  # "who posed as agents"
        if token.norm in _CLOCK_WORDS and tag is not Tag.VERB and _is_of_hours(tokens, index):
            tag, form = Tag.ADJECTIVE, None
        if token.norm == "death" and len(tagged) > 1 and tagged[-1][0].norm == "to" and tagged[-2][1] is not None:
            tag, tagged[-1] = Tag.ADVERB, (replace(tagged[-1][0], tag=Tag.ADVERB), None)  # "hacked to death a clerk"
        lemma = form.lemma if form else singular(token.norm, language)
        norm = token.norm
        if language == "en" and _is_genitive(tokens, index, tagged):
            norm, tag = "'s", Tag.DETERMINER
        tagged.append((Word(token.start, token.end, token.text, norm, tag or Tag.NOUN, lemma), form))
    return tagged


_OF_TWO_KINDS = frozenset({"down", "so", "far", "frente"})


def _kind_here(tokens: Sequence[Token], index: int, language: str, tag: Tag | None) -> Tag | None:
    """Tell the verb of "down tools", the noun of "miembros del frente", the adverb "so far" from the small words."""
    if language == "en" and tokens[index].norm != "down":
        return Tag.ADVERB if _is_so_far(tokens, index) else tag
    if language == "en":
        is_verb = tokens[index].norm == "down" and index + 1 < len(tokens) and tokens[index + 1].norm in _DOWNED
        return None if is_verb else tag
    return Tag.NOUN if tokens[index].norm == "frente" and _is_front(tokens, index) else tag


def _is_so_far(tokens: Sequence[Token], index: int) -> bool:
    """Tell "have so far been arrested" from "so far as we know", "so that"."""
    first = index if tokens[index].norm == "so" else index - 1
    words = [token.norm for token in tokens[max(first, 0) : first + 3]]
    return words[:2] == ["so", "far"] and words[2:] != ["as"]


def _is_of_hours(tokens: Sequence[Token], index: int) -> bool:
    """Tell the words of "a 6 p.m. to 6 a.m. curfew", which say of a noun when it holds, from "at 6 p.m. police"."""
    before = [token.norm for token in tokens[max(index - _HOURS, 0) : index]]
    while before and (before[-1] in _CLOCK_WORDS or before[-1][0].isdigit()):
        before.pop()
    return bool(before) and before[-1] in _ARTICLES


_CLOCK_WORDS = frozenset({"a.m.", "p.m.", "am", "pm", "to", "until"})
_ARTICLES = frozenset({"a", "an", "the"})
_HOURS = 6  # words: "a 6 p.m. to 6 a.m."


def _is_front(tokens: Sequence[Token], index: int) -> bool:
    """Tell "miembros del frente", "el Frente Agrario" from "frente a la alcaldía", "al frente de la marcha"."""
    behind = tokens[index + 1].norm if index + 1 < len(tokens) else ""
    before = tokens[index - 1].norm if index else ""
    return behind not in _FACING and (before in _OF_A_FRONT or (index > 0 and tokens[index].text[0].isupper()))


_FACING = frozenset({"a", "al"})
_OF_A_FRONT = frozenset({"el", "del", "un", "este", "ese", "su", "otro", "mismo", "nuevo"})


def _of_particle(norm: str, tag: Tag | None, before: Tag) -> Tag | None:
    """Tag what stands behind a verb or an article: "gunned down by", "blown up by", "the back roads"."""
    if tag is None and norm in _PARTICLES and before is Tag.VERB:
        return Tag.ADVERB
    return Tag.ADJECTIVE if tag is Tag.ADVERB and norm == "back" and before is Tag.DETERMINER else tag


def _is_genitive(tokens: Sequence[Token], index: int, tagged: list[tuple[Word, Form | None]]) -> bool:
    """Tell the mark of "the pensioners' march" from one that closes a quotation."""
    token = tokens[index]
    if token.text not in _MARKS or not tagged or index + 1 >= len(tokens):
        return False
    owner, follower = tagged[-1][0], tokens[index + 1]
    is_joined = owner.tag is Tag.NOUN and owner.norm.endswith("s") and owner.end == token.start < follower.start - 1
    is_open = sum(each.text in _QUOTES for each in tokens[:index]) % 2
    return is_joined and not is_open and follower.text[0].isalpha()


_MARKS = frozenset("'’")
_QUOTES = frozenset("'’‘")


def _takes_role(before: tuple[Word, Form | None]) -> bool:
    """Tell a verb whose "as" names a part that is played, not a time: "disguised as", "known as"."""
    return before[1] is not None and before[1].lemma in _ROLES


_ROLES = words_of("tagging", "roles")


def _is_capitals(tokens: Sequence[Token]) -> bool:
    are_any = False
    for token in tokens:
        if token.text.isalpha():
            if not token.text.isupper():  # so it is with the first word of most
                return False
            are_any = True
    return are_any
