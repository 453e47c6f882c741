"""What a time expression was understood to be, and what it hangs on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from constancia.model import DateValue
from constancia.read.dates.calendar import Period
from constancia.read.dates.items import Item
from constancia.read.dates.lexicon import DateWords, Rule
from constancia.vocabulary import Anchor, Precision, TimexType


@dataclass(frozen=True, slots=True)
class Context:
    """What the text gives an expression to hang on; `lean` is -1 before a past verb, 1 before a future one, else 0.

    `published` is the day that relative dates count from. `last` is the last date of the text so far; `is_near`
    tells whether its paragraph named it. `place` is where the text comes from, folded. `day` is the last date told to
    the day: "that night" is of no month or year named since. `year` is the one that opens the sentence: "In 2018 …".
    """

    published: dt.date | None
    last: dt.date | None
    lean: int
    is_since: bool = False
    place: str = ""
    is_near: bool = False
    day: dt.date | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Sense:
    """A meaning: the value, and for a date that leaves parts out those that it has (year, month, day, weekday)."""

    value: DateValue
    parts: dict[str, int] = field(default_factory=dict)
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fits: the items that it covers and those that each class stands for."""

    items: Sequence[Item]
    groups: re.Match[str]
    rule: Rule
    words: DateWords

    def spans(self, name: str) -> list[tuple[int, int]]:
        """Give where the items of each group of a class stand, in order."""
        groups = self.rule.groups.get(name)
        if groups is None:
            return []
        found = [span for group in groups if (span := self.groups.span(group))[0] >= 0]
        return sorted(found) if len(found) > 1 else found

    def has(self, name: str) -> bool:
        """Whether a class takes part."""
        start = self.groups.start
        return any(start(group) >= 0 for group in self.rule.groups.get(name, ()))

    def item(self, name: str) -> Item:
        """Give the first item of a class."""
        return self.items[self.spans(name)[0][0]]

    def value(self, name: str, default: Any = None) -> Any:
        """Give what the words of a class stand for, the first time that it takes part."""
        spans = self.spans(name)
        return self._value(name, spans[0], default) if spans else default

    def values(self, name: str) -> list[Any]:
        """Give what the words of a class stand for, each time that it takes part."""
        return [self._value(name, span, None) for span in self.spans(name)]

    def _value(self, name: str, span: tuple[int, int], default: Any) -> Any:
        first, last = span
        if last == first + 1 and self.items[first].value is not None:
            return self.items[first].value
        phrase = " ".join(item.norm for item in self.items[first:last])
        return self.words.values.get(name, {}).get(phrase, default)

    def any(self, *names: str) -> Any:
        """Give the value of the first of these classes that takes part."""
        for name in names:
            if name in self.rule.groups and (spans := self.spans(name)):
                return self._value(name, spans[0], None)
        return None

    def word_before(self, distance: int = 1) -> str:
        """Give the word before the expression, "" at the beginning."""
        place = self.groups.start() - distance
        return self.items[place].norm if place >= 0 else ""

    def word_after(self, distance: int = 0) -> str:
        """Give the word after the expression, "" at the end."""
        place = self.groups.end() + distance
        return self.items[place].norm if place < len(self.items) else ""

    def words_around(self, reach: int) -> str:
        """Give the words before and after the expression."""
        first, last = self.groups.span()
        return " ".join(
            item.norm for item in (*self.items[max(0, first - reach) : first], *self.items[last : last + reach])
        )

    def all(self, name: str) -> list[Item]:
        """Give every item of a class that the rule covers, in order."""
        first, last = self.groups.span()
        return [item for item in self.items[first:last] if name in self.words.classes_of.get(item.letter, ())]


def of_period(period: Period, anchor: Anchor, parts: dict[str, int] | None = None, timex: str | None = None) -> Sense:
    """Give a period of the calendar as a date."""
    value = DateValue(TimexType.DATE, timex or period.timex, period.start, period.end, period.precision, anchor)
    return Sense(value, parts or {}, period.unit)


def of_days(start: dt.date | None, end: dt.date | None, timex: str, precision: Precision, anchor: Anchor) -> Sense:
    """Give a run of days."""
    return Sense(DateValue(TimexType.DATE, timex, start, end, precision, anchor))


def unknown(timex: str, precision: Precision | None = Precision.VAGUE, parts: dict[str, int] | None = None) -> Sense:
    """Give a date that hangs on a day that nobody told: nothing is guessed."""
    return Sense(DateValue(TimexType.DATE, timex, None, None, precision, Anchor.NONE), parts or {})


def of_type(type_: TimexType, timex: str) -> Sense:
    """Give a duration, a set or a reference, which has no days."""
    precision = Precision.VAGUE if type_ is TimexType.DATE else None
    return Sense(DateValue(type_, timex, None, None, precision, Anchor.NONE))


def is_before_its_number(match: Match) -> bool:
    """Tell the "lunes" of "a las 6 del lunes 24", whose day is read with its number."""
    if not match.has("weekday") or match.item("weekday").norm not in _SPANISH_DAYS:
        return False
    is_last = match.spans("weekday")[-1][1] == match.groups.end()
    return is_last and match.word_after().isdecimal() and len(match.word_after()) <= _DIGITS_OF_DAY


_SPANISH_DAYS = frozenset({"lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"})
_DIGITS_OF_DAY = 2
