"""What a story carries from one sentence to the next in, the day of "that evening", "two days after the march" out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from constancia.coding.number_words import number_said, words_for
from constancia.coding.status.status_words import status_words
from constancia.coding.story import Draft, Story
from constancia.model import DateValue, Mention
from constancia.vocabulary import (
    EVENT_STATUSES,
    Anchor,
    EventType,
    Precision,
    TimexType,
)
from constancia.words import fold
from constancia.words.memory import WordMemory

_OPENING_WORDS = 9
_SENTENCES_BACK = 6


def tells_on(story: Story, sentence: int) -> bool:
    """Tell whether a sentence opens by going on from what was told before it: "After dark", "al terminar el acto"."""
    if _opens_with(story, sentence, "tells_on"):
        return True
    may_tell = any(_NAMES_PART[token.norm] for token in story.reading.sentences[sentence].tokens)
    return may_tell and _PART_OF_DAY.search(story.folded(sentence)) is not None


# A part of the day without its day: that of what was told before.
_PART_OF_DAY = re.compile(
    r"\b(?:in the (?:afternoon|evening|early hours)|before dawn|at dawn|at dusk|en horas de la manana"
    r"|(?:por|en|a) (?:horas de )?la (?:tarde|noche|madrugada)|al (?:amanecer|anochecer|atardecer|mediodia))\b"
    r"(?! (?:of|del?)\b)"
)


_PARTS_OF_DAY = (
    *("afternoon", "evening", "hours", "dawn", "dusk"),
    *("manana", "tarde", "noche", "madrugada", "amanecer", "anochecer", "atardecer", "mediodia"),
)
_NAMES_PART = WordMemory(lambda norm: any(part in norm for part in _PARTS_OF_DAY))


def _opens_with(story: Story, sentence: int, name: str) -> bool:
    words = story.parse(sentence).words[:_OPENING_WORDS]
    opening = " " + " ".join(word.norm for word in words) + " "
    by_word = _phrases(story.reading.language, name)
    at = 0
    for word in words:
        if at > _SLACK:
            return False
        if word.norm in by_word and opening.startswith(by_word[word.norm], at):
            return True
        at += len(word.norm) + 1
    return False


_SLACK = 14  # characters before the phrase: "But late in the afternoon", "Ya por la noche"


@cache
def _phrases(language: str, name: str) -> dict[str, tuple[str, ...]]:
    """Give the phrases of a class, between spaces, by their first words."""
    by_word: dict[str, tuple[str, ...]] = {}
    for phrase in status_words(language).phrases[name]:
        first = phrase.split(maxsplit=1)[0]
        by_word[first] = (*by_word.get(first, ()), phrase)
    return by_word


def carried_day(story: Story, sentence: int) -> Mention | None:
    """Give the day of the deed told last before a sentence that goes on from there, or tells of other places (D9)."""
    goes_on = tells_on(story, sentence)
    told = told_before(story, sentence, opens=goes_on or _opens_with(story, sentence, "elsewhere"))
    dated = [draft for draft in told if _is_day(draft.date_mention)]
    if not dated or (not goes_on and _is_of_text(dated[0].date_mention)):
        return None  # "Meanwhile", behind what was done "the next day" in another town
    last = dated[0]
    if not last.trigger.is_verb:  # "a week of protests that began on 3 May" is no day to go on from
        last = max(dated, key=lambda draft: draft.first_day or dt.date.min)
    return last.date_mention


def _is_of_text(mention: Mention | None) -> bool:
    value = mention.value if mention is not None else None
    return isinstance(value, DateValue) and value.anchor is Anchor.TEXT


def told_before(story: Story, sentence: int, *, opens: bool) -> Iterator[Draft]:
    """Give the deeds that a sentence goes on from, the nearest first; those of the headline have no words to go on."""
    if not opens:
        return
    for draft in reversed(story.drafts):
        at = draft.trigger.sentence
        is_near = 0 < sentence - at <= _SENTENCES_BACK and not story.reading.sentences[at].is_headline
        if is_near and draft.type in _DEEDS and draft.status in EVENT_STATUSES:
            yield draft


_DEEDS = frozenset({EventType.PROTEST, EventType.ASSAULT, EventType.COERCE})


def _is_day(mention: Mention | None) -> bool:
    value = mention.value if mention is not None else None
    return isinstance(value, DateValue) and value.from_ is not None and value.precision in _DAYS


_DAYS = (Precision.DAY, Precision.WINDOW)


# ---------------------------------------------------------------- "two days after the march"

_NUMBER = rf"(a|{words_for(1, 6)}|\d{{1,2}})"
_LATER = re.compile(rf"\b{_NUMBER} (day|week|dia|semana)s? (?:after\b|despues del?\b)(?: que)?")
_FEW_WORDS = 6


def reckoned_day(story: Story, draft: Draft) -> Mention | None:
    """Reckon the day of a deed from "on Friday, a day after police cleared the road", or from the page's own day.

    "La víspera", "the night before" is the day before the one told last.
    """
    parse = story.parse(draft.trigger.sentence)
    start = story.reading.sentences[draft.trigger.sentence].start
    before = story.reading.text.text[start : draft.trigger.start]
    eve = _EVE.search(fold(before))
    home = parse.clause_at[draft.trigger.word]
    here = (m for m in story.dates_in(draft.trigger.sentence) if parse.clause_at[parse.word_at(m.start)] == home)
    if eve is not None and not any(map(_is_day, here)):
        told = [m for m in story.reading.mentions if m.end <= start + eve.start() and _is_day(m)]
        return _counted_back(story, told[-1:], dt.timedelta(days=1), (start + eve.start(), start + eve.end()))
    found = max(_LATER.finditer(fold(before)), key=re.Match.start, default=None)
    if found is None or len(before[found.end() :].split()) > _FEW_WORDS or _ENDS.search(before[found.end() :]):
        return None
    at = (start + found.start(), start + found.end())
    days = [m for m in story.dates_in(draft.trigger.sentence) if _is_day(m) and not at[0] <= m.start < at[1]]
    closes = parse.words[-1].end
    if not draft.trigger.is_verb:  # "a week after the murder of a baker, crowds marched on Sunday"
        closes = next((word.start for word in parse.words if word.start >= at[1] and word.text == ","), closes)
    own = [mention for mention in days if at[1] < mention.start < closes]
    if any(parse.clause_at[parse.word_at(mention.start)] == home for mention in own):
        return None  # "two days after police fired on Monday" has its own day
    count = number_said(found[1]) * (7 if found[2] in ("week", "semana") else 1)
    return _counted_back(story, days, dt.timedelta(days=count), at)


UNCOUNTED = "date: days that nobody counted before another"


def is_some_days_before(story: Story, draft: Draft) -> bool:
    """Tell a deed that another one followed by days nobody counted: "shot a man on Tuesday, days after an ambush"."""
    sentence = draft.trigger.sentence
    start = max(story.reading.sentences[sentence].start, draft.trigger.start - _VAGUE_REACH)
    found = _SOME_DAYS.search(fold(story.reading.text.text[start : draft.trigger.start]))
    if found is None:
        return False
    return not any(_is_day(each) and each.start > start + found.start() for each in story.dates_in(sentence))


_VAGUE_REACH = 90  # characters: "days after the"
_SOME_DAYS = re.compile(
    r"(?:^|[,;:] |\b(?:just|only|some|several|a few|apenas|solo|pocos|varios|unos|unas|varias|pocas) )"
    r"(?:days|weeks|months|dias|semanas|meses) (?:after|despues del?)(?: que)?(?: [\w'-]+){0,8} ?$"
)
_EVE = re.compile(
    r"\b(?:(?:la|en la) vispera|(?:el dia|la (?:noche|tarde)) (?:anterior|previa|previo)"
    r"|the (?:day|night|evening|afternoon) before|the previous (?:day|night|evening|afternoon))\b"
    r"(?! (?:de|del|a|al|of|to|the|an?|its|his|her|their|que)\b)"
)
_ENDS = re.compile(r"[,;:.]")


def _counted_back(story: Story, days: list[Mention], back: dt.timedelta, at: tuple[int, int]) -> Mention | None:
    """Make the mention of a day so long before another; before the page's day it is known to a day (D6)."""
    text, published = story.reading.text, story.reading.text.published
    nearest = min(days, key=lambda day: abs(day.start - at[0]), default=None)
    if nearest is not None and isinstance(value := nearest.value, DateValue) and value.from_ is not None:
        first = last = value.from_ - back
    elif published is not None:
        first, last = published - back - dt.timedelta(days=1), published - back
    else:
        return None
    precision = Precision.DAY if first == last else Precision.WINDOW
    made = DateValue(TimexType.DATE, last.isoformat(), first, last, precision, Anchor.TEXT)
    return Mention(*at, text.text[at[0] : at[1]], made, "reckoned back")
