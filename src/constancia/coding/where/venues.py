"""A draft in its story in, the site within the town that its sentences name out: a square, a corner, a building (P3).

The gazetteer knows few sites; here they are told by the noun that opens them and by where that noun stands. A site
gives the report's place its words; the town that the text names with it stays the place's name, with its point.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from constancia.coding.clauses.site_names import (
    QUOTES,
    VenueWords,
    end_of_site,
    is_site_word,
    is_word_of_name,
    number_behind,
    venue_words,
)
from constancia.coding.clauses.syntax import Parse, Tag, Word
from constancia.coding.story import Draft, Story, Trigger
from constancia.coding.word_sets import word_set, words_of
from constancia.model import ReportPlace
from constancia.vocabulary import Feature, Form, Mode, PlacePrecision
from constancia.words import fold

_OF = frozenset({"de", "del", "of"})
_BEFORE = 3  # words between the preposition and the noun: "en la céntrica esquina"
JAILS = words_of("venues", "jails")
"""Where the arrested are held, and were not arrested."""

_FARTHEST = 95  # cost beyond which a site is not the deed's


def find_venues(story: Story) -> None:
    """Give each draft's place the words of the site that its sentences name."""
    for draft in story.drafts:
        if draft.split_group is not None:
            continue
        for trigger in (draft.trigger, *draft.echoes):
            found = _venue_at(story, draft, trigger)
            if found is not None:
                _set_venue(story, draft, *found)
                break
        else:
            found = _venue_beside(story, draft)
            if found is not None:
                _set_venue(story, draft, *found)


def _venue_at(story: Story, draft: Draft, trigger: Trigger) -> tuple[int, int] | None:
    """Give the offsets of the nearest site that a sentence ties to the deed."""
    parse = story.parse(trigger.sentence)
    spans = _venues_in(parse, story.reading.language, _own_things(draft, trigger))
    if draft.mode is Mode.ARREST:
        spans = [span for span in spans if parse.words[span[0]].lemma not in JAILS]
    if not spans:
        return None
    cost, first, last = min((_cost(parse, trigger, first), first, last) for first, last in spans)
    return (parse.words[first].start, parse.words[last].end) if cost <= _FARTHEST else None


def _venue_beside(story: Story, draft: Draft) -> tuple[int, int] | None:
    """Give the one site of the sentence behind, or else before, in the same paragraph, where no other deed is told."""
    sentences = story.reading.sentences
    at = draft.trigger.sentence
    told = {sentence for other in story.drafts for sentence in other.told_in}
    for index in (at + 1, at - 1):
        if index in told or not 0 <= index < len(sentences) or sentences[index].paragraph != sentences[at].paragraph:
            continue
        parse = story.parse(index)
        spans = _venues_in(parse, story.reading.language)
        if len(spans) == 1:
            return parse.words[spans[0][0]].start, parse.words[spans[0][1]].end
    return None


def _own_things(draft: Draft, trigger: Trigger) -> range:
    """Give the words in which a site needs no preposition: what is blocked or occupied."""
    if draft.mode is Mode.OBSTRUCT or draft.form is Form.OCCUPATION:
        return range(trigger.word, trigger.last_word + _BEFORE + 1)
    return range(0)


def _cost(parse: Parse, trigger: Trigger, at: int) -> int:
    steps = abs(parse.clause_at[at] - parse.clause_at[trigger.word])
    return 30 * min(steps, 3) + abs(at - trigger.word) + (6 if at < trigger.word else 0)


def _venues_in(parse: Parse, language: str, own: range = range(0)) -> list[tuple[int, int]]:
    """Give the sites of a sentence as first and last word; `own` are words in which no preposition is needed."""
    words, known = parse.words, venue_words(language)
    spans: list[tuple[int, int]] = []
    for index in range(len(words)):
        if spans and index <= spans[-1][1]:
            continue
        first = _first_of_name(words, index, language)
        is_headed = is_site_word(words[index], known.heads, language) and not _is_party(words[index], known, language)
        is_faced = _is_faced_name(words, first)
        if words[index].tag is Tag.VERB or not (is_headed or is_faced):
            continue
        if is_headed and not is_faced and index not in own and not _is_entered(words, first, index, known, language):
            continue
        last = end_of_site(words, index, known, language)
        if _is_told(words, first, last, known, language):
            spans.append((first, last))
    return spans or _addresses(words, language)


def _addresses(words: Sequence[Word], language: str) -> list[tuple[int, int]]:
    """Give addresses without a word for a street: "en Mitre 2346", "sito en Pedro Ruiz Lago 12"."""
    spans = []
    for index, word in enumerate(words):
        if word.norm != "en" or index + 1 == len(words) or not words[index + 1].text[0].isupper():
            continue
        last = index + 1
        while last + 1 < len(words) and (is_word_of_name(words[last + 1]) or words[last + 1].norm in _OF):
            last += 1
        number = number_behind(words, last, language)
        if number is not None and words[last].text[0].isupper():
            spans.append((index + 1, number))
    return spans


def _first_of_name(words: Sequence[Word], index: int, language: str) -> int:
    """Step back to where an English name begins: "Queen Square"."""
    while language == "en" and index and words[index].text[0].isupper() and words[index - 1].text[0].isupper():
        if words[index - 1].tag in (Tag.DETERMINER, Tag.PREPOSITION, Tag.VERB):
            break
        index -= 1
    return index


def _is_party(word: Word, known: VenueWords, language: str) -> bool:
    """Tell the Frente Agrario, which is a party, from the front of a building."""
    is_part_only = is_site_word(word, known.parts, language) and not is_site_word(word, known.roads, language)
    return is_part_only and word.text[0].isupper() and word.norm in ("frente", "front")


def _is_told(words: Sequence[Word], first: int, last: int, known: VenueWords, language: str) -> bool:
    """Tell whether words say which site it is: a name, a number, a part of another site ("the doors of the plant")."""
    inside = words[first : last + 1]
    if any(word.text[0].isupper() or word.norm[0].isdigit() for word in inside):
        return True
    behind = inside[1:]
    is_building = is_site_word(words[last if not behind else first], known.buildings, language)
    if not behind:
        return language == "es" and is_building and _are_several(words, first)
    if (
        is_site_word(inside[0], known.parts, language)
        and not is_building
        and not is_site_word(inside[0], known.roads, language)
    ):
        return any(is_site_word(word, known.heads, language) for word in behind)
    return bool(behind)


def _are_several(words: Sequence[Word], first: int) -> bool:
    """Tell the workplaces of "en los juzgados", "en los dos hospitales" from "en la planta"."""
    word = words[first]
    return word.norm != word.lemma and word.norm.endswith("s") and first > 0 and words[first - 1].norm in _ALL


_ALL = word_set("los las ambos ambas dos tres cuatro cinco seis siete ocho nueve diez todos todas varios varias")


def _is_entered(words: Sequence[Word], first: int, head: int, known: VenueWords, language: str) -> bool:  # noqa: PLR0911 - a rule a line, the first that fits
    """Tell "en la céntrica esquina", "frente al congreso", "afuera del banco", "marcharon a la plaza" from the rest."""
    at = first - 1
    while at >= 0 and first - at <= _BEFORE and words[at].tag in (Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER):
        at -= 1
    if at < 0:
        return False
    norm = words[at].norm
    if norm in ("por", "by"):  # "por la avenida" is a way, "por la empresa" a doer
        return is_site_word(words[head], known.roads, language)
    if norm == "a" and is_site_word(words[head], known.parts, language):  # "a las puertas de"
        return True
    if norm in ("a", "al", "de", "del", "of", "to"):
        before = words[at - 1] if at else None
        if before is None:
            return False
        if before.norm in _SHARES:  # "en la mayoría de las escuelas"
            return _is_entered(words, at - 1, head, known, language)
        return before.norm in known.inside or (norm in ("a", "al", "to") and before.lemma in known.move)
    return norm in known.inside


_SHARES = words_of("venues", "shares")
_FACING = (
    ("frente", "a"),
    ("frente", "al"),
    ("delante", "de"),
    ("delante", "del"),
    ("afuera", "de"),
    ("afuera", "del"),
)
_FACED = frozenset({"outside", "opposite"})


def _is_faced_name(words: Sequence[Word], index: int) -> bool:
    """Tell a name that people stand in front of: "frente a la Caja Rural", "outside Northern Mills"."""
    at = index - 1
    if at >= 0 and words[at].tag is Tag.DETERMINER and words[at].norm not in ("al", "del"):
        at -= 1
    if at < 0 or not words[index].text[0].isupper():
        return False
    return words[at].norm in _FACED or (at > 0 and (words[at - 1].norm, words[at].norm) in _FACING)


def _is_of_name(story: Story, draft: Draft, start: int, end: int) -> bool:
    """Tell whether a draft's place is only in the name of its site: 'escuela "Las Lomas"', "teatro Colón" (P3)."""
    mention = draft.place_mention
    if mention is None or not start <= mention.start < end or mention.value.feature is Feature.SITE:  # type: ignore[union-attr]
        return False
    before = _ARTICLE.sub("", fold(story.reading.text.text[start : mention.start]))
    return before.endswith(_OPENING) or before.rpartition(" ")[2] in _NAMED


_ARTICLE = re.compile(r"\s*\b(?:la|las|los|el|the)?\s*$")
_OPENING = tuple(QUOTES)
_NAMED = words_of("venues", "named")


def _set_venue(story: Story, draft: Draft, start: int, end: int) -> None:
    """Put a site on a draft: beside the town that it has, or alone."""
    text = story.reading.text.text[start:end]
    draft.why.append(f"site: {text}")
    if draft.place is not None and not _is_of_name(story, draft, start, end):
        draft.place = dataclasses.replace(draft.place, text=text, start=start, end=end)
        return
    draft.place = ReportPlace(
        name=text, feature=Feature.SITE, precision=PlacePrecision.SITE, text=text, start=start, end=end
    )
