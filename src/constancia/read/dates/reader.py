"""A document in, its dates, times, durations and sets out."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from operator import attrgetter

from constancia.model import DateValue, Mention, Sentence, Token
from constancia.read.dates import absolute, periods, relative, weekdays
from constancia.read.dates.doubtful import is_date_word
from constancia.read.dates.items import Item, ItemReader
from constancia.read.dates.lexicon import OTHER, DateWords, Rule, date_words
from constancia.read.dates.own_years import with_own_years
from constancia.read.dates.ranges import Found, is_beginning, join_ranges
from constancia.read.dates.sense import Context, Match, Sense
from constancia.read.dates.tense import lean_of
from constancia.read.document import Document
from constancia.read.numbers.lexicon import number_words
from constancia.read.numbers.numerals import NumeralReader
from constancia.vocabulary import Precision, TimexType
from constancia.words import fold
from constancia.words.memory import WordMemory

Meaning = Callable[[Match, Context], Sense | None]

MEANINGS: dict[str, Meaning] = {
    name: getattr(module, name)
    for module, names in (
        (absolute, "calendar_day full_date month_year bare_month bare_year day_list day_range holiday decade century"),
        (weekdays, "relative_weekday weekday_number month_day weekday_of_unit"),
        (relative, "day_word relative_unit season relative_month text_unit part_of_day units_away from_point"),
        (periods, "fuzzy nth_of quarter week_number week_of span_of_units unit_after_next year_to_date the_unit"),
        (periods, "duration within bare_units every clock ref year_pair"),
    )
    for name in names.split()
}
"""What each rule of `dates.toml` may name as its meaning."""


# Streets, movements and villages are named after days of the year.
_NAMEABLE = {"calendar_day", "day_list", "day_range", "bare_month", "month_year", "holiday"}

# Meanings that a past or future verb nearby decides.
_LEANING = {
    *("calendar_day", "full_date", "month_year", "bare_month", "day_list", "day_range", "holiday", "relative_weekday"),
    *(
        "weekday_number",
        "month_day",
        "relative_unit",
        "season",
        "part_of_day",
        "text_unit",
        "fuzzy",
        "nth_of",
        "quarter",
    ),
    *("the_unit", "clock", "week_of", "from_point", "units_away"),
}

# No page is older than print or younger than these; days reckoned from another year could leave the calendar.
_EARLIEST, _LATEST = 1000, 3000


def find_dates(document: Document) -> list[Mention]:
    """Find the time expressions of a document; without a publication date nothing relative is reckoned."""
    reader = _reader(document.language)
    published, place = document.text.published, fold(document.text.place or "")
    if published and not _EARLIEST <= published.year <= _LATEST:
        published = None
    last = day = paragraph = None
    mentions: list[Mention] = []
    for sentence in document.sentences:
        if not reader.may_hold_date(sentence.tokens):
            continue
        is_told, is_near = False, sentence.paragraph == paragraph
        context = Context(published, last, 0, place=place, is_near=is_near, day=day)
        for found, start, end in reader.dates(sentence, document.folded, context):
            value = found.sense.value
            mentions.append(Mention(start, end, document.text.text[start:end], value, found.why))
            last = _last_day(value, last, is_beginning=is_told and value.from_ is not None and value.to is None)
            day = _day_told(value, last, day, is_first=not is_told)
            is_told, paragraph = True, sentence.paragraph
    return mentions if published else with_own_years(mentions)


def _last_day(value: DateValue, last: dt.date | None, *, is_beginning: bool) -> dt.date | None:
    """Give the day that "that day" would mean next: that of the last date, or none when it could not be told.

    "Now" and its like are no dates of the text's own, a span up to publication ("P3W") begins on no day of its own, and
    a beginning told beside another date is none either ("on Thursday those who had sat there since Friday left").
    """
    if is_beginning:
        return last
    is_own = value.type is TimexType.DATE and not value.timex.startswith("P") and not value.timex.endswith("_REF")
    return value.from_ if is_own else last


def _day_told(value: DateValue, last: dt.date | None, day: dt.date | None, *, is_first: bool) -> dt.date | None:
    """Give the day that "that night" would mean next; one of long ago, told beside another, is not it.

    "On Friday they marked the fire of 3 May 2019. Later that night" is of the Friday.
    """
    if value.precision not in _DAYS or value.timex.endswith("_REF"):
        return day
    if value.from_ is None:
        return last
    if value.type is TimexType.TIME and "XXXX" not in value.timex:
        return value.from_
    if value.from_ != last:
        return day
    is_bygone = not is_first and day is not None and value.from_ < day - _LONG_BEFORE
    return day if is_bygone else value.from_


_DAYS = (Precision.DAY, Precision.WINDOW)
_LONG_BEFORE = dt.timedelta(days=45)


@cache
def _reader(language: str) -> DateReader:
    words = date_words(language)
    numerals = NumeralReader(number_words(language))
    return DateReader(words, ItemReader(words, numerals, month_first=language == "en"))


def _year_opened(found: Found, tokens: Sequence[Token], items: Sequence[Item]) -> int | None:
    """Give the year that opens a sentence, in which its months are: "In 2018 bakers marched in December"."""
    value, before = found.sense.value, [token.norm for token in tokens if token.end <= items[found.first].start]
    is_opened = value.precision is Precision.YEAR and value.from_ is not None and before in (["in"], ["en"], [])
    return value.from_.year if is_opened and value.from_ is not None else None


_token_start, _token_end = attrgetter("start"), attrgetter("end")


class DateReader:
    """Reads the dates of one language, a sentence at a time."""

    def __init__(self, words: DateWords, items: ItemReader) -> None:
        self._words = words
        self._items = items
        self.may_hold_date = items.may_hold_date
        self._fitting = WordMemory(self._rules_of)

    def _rules_of(self, letters: str) -> tuple[Rule, ...]:
        """Give the rules that fit at the beginning of a run of letters, in order; news repeats few such runs."""
        rules = self._words.by_first_letter.get(letters[:1], ())
        return tuple(rule for rule in rules if rule.expression.match(letters))

    def dates(self, sentence: Sentence, folded: str, context: Context) -> Iterator[tuple[Found, int, int]]:
        """Give the dates of a sentence with their spans."""
        items = self._items.items(sentence.tokens, folded)
        doubtful = self._words.settings["doubtful"]["words"]
        for at, item in enumerate(items):
            if item.norm in doubtful and not is_date_word(items, at, sentence.tokens, self._words):
                items[at] = replace(item, letter=OTHER)
        found = list(self._found(items, sentence.tokens, context))
        for each in join_ranges(found, items, self._words):
            mark = items[each.last - 1].norm
            is_closed = mark == "(" or (mark == ")" and all(i.norm != "(" for i in items[each.first : each.last]))
            yield each, items[each.first].start, items[each.last - (2 if is_closed else 1)].end

    def _found(self, items: Sequence[Item], tokens: Sequence[Token], context: Context) -> Iterator[Found]:
        kinds = "".join(item.letter for item in items)
        last, day = context.last, context.day
        at, is_told = 0, False
        year: int | None = None
        while (first := self._words.candidate.after(kinds, at)) >= 0:
            at = first + 1
            rules = self._fitting[kinds[first:].partition(OTHER)[0]]
            if not rules:
                continue
            is_since = first > 0 and items[first - 1].norm in self._words.values["since"]
            is_near = is_told or context.is_near
            here = Context(context.published, last, context.lean, is_since, context.place, is_near, day, year)
            end, found = self._first_sense(items, tokens, (kinds, first, rules), here)
            at = end or at
            if found:
                yield found
                last = _last_day(
                    found.sense.value, last, is_beginning=is_told and is_beginning(found, items, self._words)
                )
                day = _day_told(found.sense.value, last, day, is_first=not is_told)
                year = _year_opened(found, tokens, items) if not is_told else year
                is_told = True

    def _first_sense(
        self, items: Sequence[Item], tokens: Sequence[Token], where: tuple[str, int, tuple[Rule, ...]], context: Context
    ) -> tuple[int, Found | None]:
        """Give what the first rule that fits and makes sense finds, and where it ends; nothing for a name."""
        kinds, at, rules = where
        for rule in rules:
            groups = rule.expression.match(kinds, at)
            if groups is None:
                continue
            if rule.meaning in _NAMEABLE and self._is_name(items, groups.span()):
                return groups.end(), None
            here = context
            if rule.meaning in _LEANING and context.published is not None:
                lean = self._lean(items, tokens, groups)
                last, day, near = context.last, context.day, context.is_near
                here = Context(context.published, last, lean, context.is_since, context.place, near, day, context.year)
            if sense := MEANINGS[rule.meaning](Match(items, groups, rule, self._words), here):
                return groups.end(), Found(at, groups.end(), sense, here, rule.name)
        return 0, None

    def _lean(self, items: Sequence[Item], tokens: Sequence[Token], groups: re.Match[str]) -> int:
        start, end = items[groups.start()].start, items[groups.end() - 1].end
        first = bisect_right(tokens, start, key=_token_end)
        last = bisect_left(tokens, end, key=_token_start)
        return lean_of(tokens, first, last, self._words)

    def _is_name(self, items: Sequence[Item], span: tuple[int, int]) -> bool:
        """Whether the words are part of the name of a street, a movement or the like."""
        name = self._words.settings["name"]
        before = [item.norm for item in items[max(0, span[0] - 2) : span[0]]]
        after = items[span[1]].norm if span[1] < len(items) else ""
        is_named = bool(before) and (
            before[-1] in name["before"] or (before[0] in name["before"] and before[-1] in {"de", "del", "of"})
        )
        return is_named or after in name["after"]
