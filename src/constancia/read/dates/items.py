"""The tokens of a sentence in, its items out: words, figures and dates in figures, with the letter of their kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from constancia.model import Token
from constancia.read.dates.lexicon import OTHER, DateWords
from constancia.read.numbers.numerals import NumeralReader
from constancia.words.memory import WordMemory

_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|o|a|ro|er|do|da|to|ta|mo|vo|no)\Z")
_ORDINAL_ENDS = frozenset({"°", "ro", "er", "do", "to", "vo", "mo", "no", "da", "ra", "ta"})
_WORD = re.compile(r"[^\W\d_]{3,}(?=\d)|[^\W\d_]+\d?(?!\d)|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|[^\w\s]|_|\w")
_WORD_BEFORE, _WORD_AFTER = re.compile(r"([a-z]+)\.?\s*\Z"), re.compile(r"\s*(?:de\s+|of\s+)?([a-z]+)")
_MONTH = r"[a-z]{3,10}"
_NUMERIC = re.compile(
    rf"(?<![\w.,/+$])(?<!\d-)(?:"
    rf"(?P<y1>\d{{4}})(?P<s1>[-/.])(?P<m1>\d{{1,2}}|{_MONTH})(?P=s1)(?P<d1>\d{{1,2}})"
    rf"|(?P<a2>\d{{1,2}}|{_MONTH})(?P<s2>[-/.])(?P<b2>\d{{1,2}}|{_MONTH})(?P=s2)(?P<y2>\d{{4}}|\d{{2}})"
    rf"|(?P<y3>\d{{4}})/(?P<d3>\d{{1,2}})/(?P<m3>{_MONTH})"
    rf"|(?P<y4>[12]\d{{3}})-(?P<m4>\d{{1,2}})(?=\D|\Z)"
    rf"|(?P<a5>\d{{1,2}})(?P<s5>[/-])(?P<b5>\d{{1,2}})"
    rf"|(?P<y6>(?:19|20)\d\d)(?P<m6>0[1-9]|1[0-2])(?P<d6>[0-2]\d|3[01])"
    rf")(?![\w/])(?!-\d)(?![.,]\d)"
)

# Without such a joint, or eight figures in a row, no date is written in figures.
# (Patterns that begin with one class of signs are tried at few places.)
_JOINED_FIGURES = re.compile(r"[-/.](?:(?<=\d.)[\da-z]|(?<=[a-z].)\d)")
_FIGURES_IN_A_ROW = re.compile(r"\d\d{7}")
_NUMERIC_RANGE = re.compile(
    rf"(?<![\w.,/+$-])(\d{{1,2}}[-/](?:\d{{1,2}}|{_MONTH})(?:[-/]\d{{4}})?|\d{{1,2}}/\d{{1,2}})-"
    rf"(\d{{1,2}}[-/](?:\d{{1,2}}|{_MONTH})(?:[-/]\d{{4}})?)(?![\w/-])"
)


_DATE_IN_ADDRESS = re.compile(r"(?<!\d)(?:19|20)\d\d(?:[-/]?[01]\d[-/]?[0-3]\d)(?!\d)")


def _is_address(norm: str) -> bool:
    """Whether a token is the address of a page, whose words are no words of the text."""
    return "://" in norm or norm.startswith("www.")


@dataclass(frozen=True, slots=True)
class Item:
    """A word, mark or figure; `value` is what a figure says."""

    letter: str
    start: int
    end: int
    norm: str
    value: Any = None


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a word is to the rules: its letter (figures and compounds have none), and whether it is one whole."""

    letter: str | None
    is_whole: bool


class ItemReader:
    """Makes the items of sentences of one language; `month_first` tells 7/4 from 4/7."""

    def __init__(self, words: DateWords, numerals: NumeralReader, *, month_first: bool) -> None:
        self._words = words
        self._numerals = numerals
        self._month_first = month_first
        self._triggers = WordMemory(self._is_trigger)
        self._kinds = WordMemory(self._kind)

    def may_hold_date(self, tokens: Sequence[Token]) -> bool:
        """Whether a word of the sentence could begin or make a date (cheap)."""
        triggers = self._triggers
        return any(triggers[token.norm] for token in tokens)

    def _kind(self, norm: str) -> _Kind:
        is_whole = self._is_whole(norm)
        is_plain = is_whole and not norm[0].isdecimal() and not self._numerals.is_start(norm)
        return _Kind(self._words.letters.get(norm, OTHER) if is_plain else None, is_whole)

    def _is_trigger(self, norm: str) -> bool:
        letters, triggers = self._words.letters, self._words.triggers
        if norm in {"/", "s"}:
            return True
        if norm[0].isdecimal():
            return len(norm) in {4, 8} or not norm.isdecimal()
        if _is_address(norm):
            return _DATE_IN_ADDRESS.search(norm) is not None
        pieces = _WORD.findall(norm)
        return any(letters.get(piece) in triggers or (piece.isdecimal() and len(piece) in {4, 8}) for piece in pieces)

    def _is_whole(self, norm: str) -> bool:
        """Whether a token is one word or mark, not to be parted at its hyphens."""
        if norm.isalpha() or len(norm) == 1 or norm[0].isdecimal() or norm in self._words.letters:
            return True
        if norm.isalnum():
            return norm.rstrip("0123456789") not in self._words.values["month"]
        return _is_address(norm) and not _DATE_IN_ADDRESS.search(norm)

    def items(self, tokens: Sequence[Token], folded: str) -> list[Item]:
        """Give the items of a sentence."""
        read = [self._kinds[token.norm] for token in tokens]
        if all(kind.letter is not None for kind in read):
            return [
                Item(kind.letter, token.start, token.end, token.norm)
                for token, kind in zip(tokens, read, strict=True)
                if kind.letter is not None
            ]
        figures = self._dates_in_figures(folded, tokens[0].start, tokens[-1].end)
        is_whole = all(kind.is_whole for kind in read)
        return self._items_with_figures(tokens if is_whole else list(self._pieces(tokens)), figures)

    def _items_with_figures(self, pieces: Sequence[Token], figures: dict[int, tuple[int, str, Any]]) -> list[Item]:
        kinds = self._kinds
        items: list[Item] = []
        at, count = 0, len(pieces)
        while at < count:
            token = pieces[at]
            letter = kinds[token.norm].letter
            if letter is None or token.start in figures:
                item, at = self._figured(pieces, at, figures)
                items.append(item)
                continue
            items.append(Item(letter, token.start, token.end, token.norm))
            at += 1
        return items

    def _pieces(self, tokens: Sequence[Token]) -> Iterator[Token]:
        """Give the tokens, those of hyphened words and the like one by one."""
        for token in tokens:
            if self._kinds[token.norm].is_whole:
                yield token
                continue
            for match in _WORD.finditer(token.norm):
                start, end = match.span()
                yield Token(token.start + start, token.start + end, token.text[start:end], match.group())

    def _figured(self, pieces: Sequence[Token], at: int, figures: dict[int, tuple[int, str, Any]]) -> tuple[Item, int]:
        token = pieces[at]
        if token.start in figures:
            end, kind, value = figures[token.start]
            last = at + 1
            while last < len(pieces) and pieces[last].start < end:
                last += 1
            return self._figure({kind}, pieces[at:last], value), last
        if token.norm[0].isdecimal():
            return self._digits(pieces, at)
        numeral = self._numerals.cardinal(pieces, at)
        if numeral is None:
            return Item(self._words.letters.get(token.norm, OTHER), token.start, token.end, token.norm), at + 1
        if (unit := self._ordinal_after(pieces, numeral.last)) and numeral.value in {20, 30}:
            return self._figure(
                {"ordinal"}, pieces[at : numeral.last + unit[0]], numeral.value + unit[1]
            ), numeral.last + unit[0]
        if 16 <= numeral.value <= 20 and (rest := self._year_in_words(pieces, numeral.last)):
            year, last = numeral.value * 100 + rest[0], rest[1]
            return self._figure({"number", "word_year"}, pieces[at:last], year), last
        classes = {"number"}
        if 1 <= numeral.value <= 31:
            classes.add("day")
        if 1000 <= numeral.value < 2200:
            classes.add("word_year")
        return self._figure(classes, pieces[at : numeral.last], numeral.value), numeral.last

    def _year_in_words(self, pieces: Sequence[Token], at: int) -> tuple[int, int] | None:
        """Give the second half of "nineteen eighty-six", and where it ends."""
        skip = 1 if at < len(pieces) and pieces[at].norm == "-" else 0
        if at + skip >= len(pieces) or pieces[at + skip].norm[0].isdecimal():
            return None
        numeral = self._numerals.cardinal(pieces, at + skip)
        return (numeral.value, numeral.last) if numeral and 10 <= numeral.value <= 99 else None

    def _ordinal_after(self, pieces: Sequence[Token], at: int) -> tuple[int, int] | None:
        """Give the ordinal that ends "twenty-first", and how many pieces it takes."""
        skip = 1 if at < len(pieces) and pieces[at].norm == "-" else 0
        if at + skip >= len(pieces):
            return None
        value = self._words.values["ordinal"].get(pieces[at + skip].norm)
        return (skip + 1, value) if value and value < 10 else None

    def _digits(self, pieces: Sequence[Token], at: int) -> tuple[Item, int]:
        token = pieces[at]
        if clock := self._clock(pieces, at):
            return self._figure({"clock_time"}, pieces[at : at + 3], clock), at + 3
        if ordinal := _ORDINAL.match(token.norm):
            end = at + 1
            return self._figure(
                {"ordinal"} if 1 <= int(ordinal[1]) <= 31 else {"number"}, pieces[at:end], int(ordinal[1])
            ), end
        if token.norm.isdecimal() and at + 1 < len(pieces) and pieces[at + 1].start == token.end:
            following = pieces[at + 1].norm
            length = 2 if following in _ORDINAL_ENDS else 0
            if (
                following == "."
                and at + 2 < len(pieces)
                and pieces[at + 2].norm in {"o", "a", "°"}
                and pieces[at + 2].start == pieces[at + 1].end
            ):
                length = 3
            if length and 1 <= int(token.norm) <= 31:
                return self._figure({"ordinal"}, pieces[at : at + length], int(token.norm)), at + length
        if token.norm.isdecimal() and len(token.norm) < 5 and not self._scales(pieces, at + 1):
            return self._figure(
                _figure_classes(token.norm, int(token.norm)), pieces[at : at + 1], int(token.norm)
            ), at + 1
        numeral = self._numerals.cardinal(pieces, at)
        if numeral is None:
            return Item(OTHER, token.start, token.end, token.norm), at + 1
        return self._figure(
            _figure_classes(token.norm, numeral.value), pieces[at : numeral.last], numeral.value
        ), numeral.last

    def _scales(self, pieces: Sequence[Token], at: int) -> bool:
        """Whether a word like "thousand" or "and a half" follows, so that the figure goes on."""
        return at < len(pieces) and self._numerals.goes_on(pieces[at].norm)

    def _clock(self, pieces: Sequence[Token], at: int) -> str | None:
        """Read "10:35" and "8.30" before a word for the clock."""
        if at + 2 < len(pieces) and pieces[at + 1].norm in {":", "h"} and pieces[at + 2].start == pieces[at + 1].end:
            hour, minute = pieces[at].norm, pieces[at + 2].norm
            if hour.isdecimal() and minute.isdecimal() and len(minute) == 2 and int(hour) < 25 and int(minute) < 60:
                return f"{int(hour):02d}:{minute}"
        return None

    def _figure(self, classes: set[str], pieces: Sequence[Token], value: Any) -> Item:
        letter = self._words.figure_letters.get(frozenset(classes), OTHER)
        return Item(letter, pieces[0].start, pieces[-1].end, " ".join(piece.norm for piece in pieces), value)

    # ------------------------------------------------------------ 2014-09-17, 17/9/2014, 5-Mar-14

    def _dates_in_figures(self, folded: str, start: int, end: int) -> dict[int, tuple[int, str, Any]]:
        found: dict[int, tuple[int, str, Any]] = {}
        if not _JOINED_FIGURES.search(folded, start, end) and not _FIGURES_IN_A_ROW.search(folded, start, end):
            return found
        for span in _NUMERIC_RANGE.finditer(folded, start, end):
            for part in (1, 2):
                match = _NUMERIC.match(folded[span.start(part) : span.end(part)])
                if match and (read := self._numeric(match)):
                    found[span.start(part)] = (span.end(part), *read)
        for match in _NUMERIC.finditer(folded, start, end):
            if match["a5"] and match["s5"] == "-" and self._is_beside_month(folded, match.span()):
                continue
            if read := self._numeric(match):
                found[match.start()] = (match.end(), *read)
        return found

    def _is_beside_month(self, folded: str, span: tuple[int, int]) -> bool:
        """Whether "5-7" stands beside a month and is a run of days."""
        before = _WORD_BEFORE.search(folded, max(0, span[0] - 14), span[0])
        after = _WORD_AFTER.match(folded, span[1])
        months = self._words.values["month"]
        return any(word is not None and word[1] in months for word in (before, after))

    def _numeric(self, match: re.Match[str]) -> tuple[str, Any] | None:
        group = match.groupdict()
        for form in "136":
            if group[f"y{form}"]:
                return _full(int(group[f"y{form}"]), self._month(group[f"m{form}"]), int(group[f"d{form}"]))
        if group["y4"]:
            year, month = int(group["y4"]), int(group["m4"])
            if month == (year + 1) % 100 and month > 12:
                return ("yearpair", year)  # "2020-21"
            return ("yearmonth", (year, month)) if 1 <= month <= 12 else None
        if group["a5"]:
            month, day = self._order(group["a5"], group["b5"])
            return ("daymonth", (month, day)) if month and 1 <= day <= 31 else None
        month, day = self._order(group["a2"], group["b2"])
        year = int(group["y2"])
        is_short = len(group["y2"]) == 2
        # Two figures and dots ("2.10.15") are as often a section of a law.
        century = (1900 if year > 50 else 2000) if is_short else 0
        return None if is_short and group["s2"] == "." else _full(year + century, month, day)

    def _month(self, written: str) -> int:
        return int(written) if written.isdecimal() else self._words.values["month"].get(written, 0)

    def _order(self, left: str, right: str) -> tuple[int, int]:
        """Tell month and day apart; (0, 0) when neither can be the month."""
        if not left.isdecimal() or not right.isdecimal():
            name, number = (right, left) if left.isdecimal() else (left, right)
            return (self._month(name), int(number)) if number.isdecimal() else (0, 0)
        first, second = int(left), int(right)
        month, day = (first, second) if self._month_first else (second, first)
        if month > 12 >= day:
            month, day = day, month
        return (month, day) if 1 <= month <= 12 else (0, 0)


def _full(year: int, month: int, day: int) -> tuple[str, Any] | None:
    is_date = 1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year < 2200
    return ("fulldate", (year, month, day)) if is_date else None


def _figure_classes(written: str, value: int) -> set[str]:
    """Tell what plain digits can be."""
    classes = {"number"}
    if not written.isdecimal():
        return classes
    if len(written) == 4 and 1000 <= value < 2200:
        classes.add("year")
    if len(written) <= 2:
        if 1 <= value <= 31:
            classes.add("day")
        if len(written) == 2:
            classes.add("yy")
    return classes
