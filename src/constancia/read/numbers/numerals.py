"""Tokens in, numerals out: digits and number words, each with its value and how exactly it was said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from constancia.model import Token
from constancia.read.numbers.lexicon import NumberWords
from constancia.vocabulary import Modifier

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*\Z")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+\Z")
_LAKHS = re.compile(r"\d{1,3}(?:,\d{2})+,\d{3}\Z")
# A larger number, or a longer run of figures, counts nothing in the news; it is an account or a serial number.
_LARGEST = 10**16
_LONGEST = 24
_LONGEST_REST = 5
_OF = frozenset({"of", "de"})


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number over the tokens [first, last); `is_words` where no digit was written."""

    first: int
    last: int
    low: int | None
    high: int | None
    best: int | None
    modifier: Modifier
    is_words: bool

    @property
    def value(self) -> int:
        """The one number to compare with: the best, else a bound."""
        known = [number for number in (self.best, self.low, self.high) if number is not None]
        return known[0] if known else 0


_ONE = Fraction(1)


@lru_cache(4096)  # news repeats its figures, and a fraction takes long to make
@lru_cache(4096)  # the same few numbers stand in most texts, and fractions are slow to make
def digits_value(written: str, decimal: str) -> Fraction | None:
    """Read digits with their separators: "3,500" and "3.500" by the language's decimal mark; None when ill-formed."""
    if written[-1:] == "k":
        value = digits_value(written[:-1], decimal)
        return None if value is None else value * 1000
    if len(written) > _LONGEST or not _DIGITS.match(written):
        return None
    if written.isdecimal():
        return Fraction(int(written))
    marks = {mark for mark in written if not mark.isdecimal()}
    thousands = "," if decimal == "." else "."
    is_grouped = _GROUPED.match(written) and written[0] != "0" and len(marks) == 1
    # In Spanish both marks group thousands (Mexico and Peru write "3,500"); in English a single dot is a decimal.
    if (is_grouped and (marks == {thousands} or decimal == "," or written.count(".") > 1)) or _LAKHS.match(written):
        return Fraction(int(re.sub(r"[.,]", "", written)))
    last = max(written.rfind("."), written.rfind(","))
    if written[last] not in written[:last] and not (len(marks) == 2 and not _GROUPED.match(written[:last])):
        return Fraction(re.sub(r"[.,]", "", written[:last]) + "." + written[last + 1 :])
    return None


class NumeralReader:
    """Reads numerals of one language from the tokens of a sentence."""

    def __init__(self, words: NumberWords) -> None:
        self._words = words

    def read(self, tokens: Sequence[Token], at: int) -> Numeral | None:
        """Give the longest numeral that begins at `at`."""
        return self._vague(tokens, at) or self._round(tokens, at) or self._cardinal(tokens, at)

    def is_start(self, word: str) -> bool:
        """Whether a word (no figure) can begin a whole number."""
        return word in self._words.cardinals or word in self._words.scales

    def cardinal(self, tokens: Sequence[Token], at: int) -> Numeral | None:
        """Give the whole number, in figures or words, that begins at `at`."""
        word = tokens[at].norm
        return self._cardinal(tokens, at, is_whole=True) if word[0].isdecimal() or self.is_start(word) else None

    def goes_on(self, word: str) -> bool:
        """Whether a word after figures multiplies them."""
        return word in self._words.scales

    def _norm(self, tokens: Sequence[Token], at: int) -> str:
        return tokens[at].norm if 0 <= at < len(tokens) else ""

    # ------------------------------------------------------------ dozens, tens of thousands

    def _vague(self, tokens: Sequence[Token], at: int) -> Numeral | None:
        """Read "dozens", "tens of thousands", "several hundred", "decenas de miles"."""
        first = at
        if skipped := self._words.phrases["vague_before"].begins_at(tokens, at):
            bounds = self._several(self._norm(tokens, at + skipped))
            at += skipped
        else:
            bounds = self._words.vague.get(self._norm(tokens, at))
        if bounds is None:
            return None
        at += 1
        while self._norm(tokens, at) in _OF and (more := self._words.vague.get(self._norm(tokens, at + 1))):
            scale = 10 ** (len(str(more[0])) - 1)
            low = 2 * scale * 10 ** (len(str(bounds[0])) - 1)
            bounds = (low, low * 5 - 1)
            at += 2
        return Numeral(first, at, bounds[0], bounds[1], None, Modifier.VAGUE, is_words=True)

    def _several(self, word: str) -> tuple[int, int] | None:
        """Give the bounds of what "several" multiplies: "several hundred", "varios cientos", "a few dozen"."""
        plural = self._words.vague.get(word) or self._words.vague.get(word + "s")
        if plural:
            return plural
        scale = self._words.scales.get(word) or self._words.collectives.get(word, 0)
        return (2 * scale, 10 * scale - 1) if scale > 2 else None

    # ------------------------------------------------------------ a dozen, half a hundred, a thousand

    def _round(self, tokens: Sequence[Token], at: int) -> Numeral | None:
        """Read a round number: "a dozen", "two dozen", "half a million", "medio centenar", "a hundred"."""
        words, first = self._words, at
        count = _ONE
        has_article = False
        if self._norm(tokens, at) in words.grammar["half_before"] or self._norm(tokens, at) == "quarter":
            count = Fraction(1, 4) if self._norm(tokens, at) == "quarter" else Fraction(1, 2)
            at += 1 + (self._norm(tokens, at + 1) in words.grammar["articles"])
        elif self._norm(tokens, at) in words.grammar["articles"]:
            has_article = True
            at += 1
        elif self._norm(tokens, at) in words.scales:
            pass
        elif number := self._cardinal(tokens, at):
            if self._norm(tokens, number.last) not in words.collectives:
                return None
            count, at = Fraction(number.value), number.last
        return self._round_end(tokens, (first, at), count, has_article=has_article)

    def _round_end(
        self, tokens: Sequence[Token], span: tuple[int, int], count: Fraction, *, has_article: bool
    ) -> Numeral | None:
        words, (first, at) = self._words, span
        word = self._norm(tokens, at)
        is_scale = at == first or has_article or count < 1
        size = words.collectives.get(word) or (words.scales.get(word) if is_scale else None)
        is_cardinal = size == 1_000 and word == "mil"
        is_plural = at == first and word in words.vague
        if size is None or is_plural or is_cardinal or not self._is_collective(tokens, first, at):
            return None
        size, at = self._multiplied(tokens, at + 1, size)
        best = count * size
        if best.denominator != 1:
            return None
        is_words = not tokens[first].norm[0].isdecimal()
        if has_article and word in words.scales and (more := self._rest(tokens, at, size)):
            number = int(best) + more[0]
            return Numeral(first, more[1], number, number, number, Modifier.EXACT, is_words=is_words)
        if rest := self._and_half(tokens, at, size):
            best, at = best + rest[0], rest[1]
        return Numeral(first, at, None, None, int(best), Modifier.ABOUT, is_words=is_words)

    def _is_collective(self, tokens: Sequence[Token], first: int, at: int) -> bool:
        """Whether a word that has other meanings ("score", "couple", "cuarentena") is a round number here."""
        if tokens[at].norm not in self._words.grammar["of_needed"]:
            return True
        following = self._norm(tokens, at + 1)
        return self._several(following) is not None or (at > first and following in _OF)

    def _multiplied(self, tokens: Sequence[Token], at: int, size: int) -> tuple[int, int]:
        """Multiply by the words that follow: "a couple hundred", "un par de docenas"; give the size and its end."""
        words = self._words
        while True:
            skip = 1 if size == 2 and self._norm(tokens, at) in _OF else 0
            word = self._norm(tokens, at + skip)
            more = words.scales.get(word) or words.collectives.get(word, 0)
            if more <= 2:
                return size, at
            size, at = size * more, at + skip + 1

    def _rest(self, tokens: Sequence[Token], at: int, size: int) -> tuple[int, int] | None:
        """Read what makes a round number exact: "a hundred and twenty", "a thousand five hundred"."""
        skip = 1 if self._norm(tokens, at) in self._words.grammar["and"] and self._words.decimal == "." else 0
        word = self._norm(tokens, at + skip)
        if word not in self._words.cardinals or self._norm(tokens, at + skip + 1) in self._words.fractions:
            return None
        following = self._cardinal(tokens[at + skip : at + skip + _LONGEST_REST], 0)
        if following is None or not 0 < following.value < size:
            return None
        return following.value, at + skip + following.last

    # ------------------------------------------------------------ twelve, 3,500, 1.5 million

    def _cardinal(self, tokens: Sequence[Token], at: int, *, is_whole: bool = False) -> Numeral | None:
        """Read digits or number words that give one whole number; with `is_whole` no fraction may follow."""
        parts: list[Fraction] = []
        first, is_words = at, True
        last_kind = ""
        while at < len(tokens):
            step = self._step(tokens, at, parts, last_kind)
            if step is None:
                break
            last_kind, at = step
            is_words = is_words and last_kind != "digits"
        if not parts:
            return None
        value = parts[0] if len(parts) == 1 else sum(parts, Fraction(0))
        # Fractions are slow to compare.
        if value.numerator < 1000 * value.denominator and (half := self._and_half_million(tokens, at)):
            value, at = value * self._words.scales[tokens[at + 3].norm] + half, at + 4
        elif rest := self._and_half(tokens, at, self._words.scales.get(self._norm(tokens, at - 1), 0)):
            value, at = value + rest[0], rest[1]
        if not is_whole and (part := self._words.fractions.get(self._norm(tokens, at))):
            value, at = value / part, at + 1
        number = value.numerator
        if value.denominator != 1 or number > _LARGEST:
            return None
        return Numeral(first, at, number, number, number, Modifier.EXACT, is_words=is_words)

    def _and_half_million(self, tokens: Sequence[Token], at: int) -> Fraction | None:
        """Give the halves of "and a half million" that follow a small number, else None."""
        words = [self._norm(tokens, at + ahead) for ahead in range(4)]
        is_half = words[0] in self._words.grammar["and"] and words[1] in self._words.grammar["articles"]
        part = self._words.fractions.get(words[2]) if is_half else None
        scale = self._words.scales.get(words[3]) if part else None
        return Fraction(scale, part) if part and scale else None

    def _step(self, tokens: Sequence[Token], at: int, parts: list[Fraction], last: str) -> tuple[str, int] | None:
        """Take the next word into `parts`; give its kind and where the next one stands, or None at the end."""
        words, word = self._words, tokens[at].norm
        if last == "ten" and word == "-" and words.cardinals.get(self._norm(tokens, at + 1), 0) in range(1, 10):
            return "ten", at + 1
        if last in {"hundred", "scale", "ten"} and word in words.grammar["and"]:
            return self._after_and(tokens, at, parts, last)
        if word[0].isdecimal():
            return self._take_digits(tokens, at, parts, last)
        # A lone "m" after figures is as often metres.
        scale = words.digit_scales.get(word) if last == "digits" and word != "m" else None
        if scale := words.scales.get(word) or scale:
            return self._take_scale(at, parts, scale)
        value = self._hyphened(word) if "-" in word else words.cardinals.get(word)
        return None if value is None else self._take_small(at, parts, last, value)

    def _hyphened(self, word: str) -> int | None:
        """Give the value of "twenty-five"."""
        pieces = [self._words.cardinals.get(piece) for piece in word.split("-")]
        if len(pieces) == 2 and pieces[0] and pieces[1] and pieces[0] % 10 == 0 and 0 < pieces[1] < 10:
            return pieces[0] + pieces[1]
        return None

    def _after_and(self, tokens: Sequence[Token], at: int, parts: list[Fraction], last: str) -> tuple[str, int] | None:
        """Go on over "and" where a smaller number follows: "one hundred and six", "treinta y uno"."""
        if self._words.decimal == ",":
            unit = self._words.cardinals.get(self._norm(tokens, at + 1), 0)
            if last != "ten" or not 0 < unit < 10:
                return None
            parts[-1] += unit
            return "unit", at + 2
        if last == "ten" or self._norm(tokens, at + 1)[:1].isdecimal():
            return None
        # No more words than the longest number below a thousand has ("nine hundred ninety - nine").
        following = self._cardinal(tokens[at + 1 : at + 1 + _LONGEST_REST], 0)
        if following is None or not 0 < following.value < (100 if last == "hundred" else 1000):
            return None
        if self._norm(tokens, at + following.last) in self._words.fractions:
            return None
        parts.append(Fraction(following.value))
        return "and", at + 1 + following.last

    def _take_digits(
        self, tokens: Sequence[Token], at: int, parts: list[Fraction], last: str
    ) -> tuple[str, int] | None:
        value = digits_value(tokens[at].norm, self._words.decimal)
        if value is None:
            return None
        if not parts:
            parts.append(value)
            return "digits", at + 1
        written = tokens[at].norm
        if last == "scale" and self._words.decimal == "," and 100 <= value < 1000 <= parts[-1] and parts[-1] < 10**6:
            parts.append(value)  # Mexican style: "3 mil 500"
            return "digits", at + 1
        gap = tokens[at].start - tokens[at - 1].end
        is_group = last == "digits" and len(written) == 3 and written.isdecimal() and gap == 1
        if not is_group or (len(tokens[at - 1].norm) > 3 or not tokens[at - 1].norm.isdecimal()):
            return None
        parts[-1] = parts[-1] * 1000 + value  # groups parted by spaces: "48 000"
        return "digits", at + 1

    def _take_scale(self, at: int, parts: list[Fraction], scale: int) -> tuple[str, int] | None:
        if scale == 100 and parts and not 0 < parts[-1] < 1000:
            return None
        if scale == 100 and parts:
            parts[-1] *= 100
            return "hundred", at + 1
        smaller = Fraction(0)
        while parts and parts[-1] < scale:
            smaller += parts.pop()
        if parts and not smaller and parts[-1] % (scale * 1000) and parts[-1] != scale:
            return None
        parts.append((smaller or Fraction(1)) * scale)
        return ("hundred" if scale == 100 else "scale"), at + 1

    def _take_small(self, at: int, parts: list[Fraction], last: str, value: int) -> tuple[str, int] | None:
        """Take a number word below a thousand, if it may follow what stands before."""
        kind = (
            "hundred"
            if value >= 100
            else "ten"
            if value >= 20 and value % 10 == 0
            else "teen"
            if value >= 10
            else "unit"
        )
        allowed = {
            "": True,
            "scale": True,
            "hundred": kind != "hundred",
            "ten": kind == "unit" and self._words.decimal == "." and value > 0,
        }.get(last, False)
        if not allowed:
            return None
        if parts and last != "scale":
            parts[-1] += value
        else:
            parts.append(Fraction(value))
        return kind, at + 1

    def _and_half(self, tokens: Sequence[Token], at: int, unit: int) -> tuple[Fraction, int] | None:
        """Read "and a half", "y medio", "and three quarters" of the last large unit, or a lesser round number."""
        if self._norm(tokens, at) not in self._words.grammar["and"] or not unit:
            return None
        at += 1
        count = 1
        if self._norm(tokens, at) in self._words.grammar["articles"]:
            at += 1
        elif value := self._words.cardinals.get(self._norm(tokens, at)):
            count, at = value, at + 1
        part = self._words.fractions.get(self._norm(tokens, at))
        if part is None or count >= part:
            return None
        following = self._words.scales.get(self._norm(tokens, at + 1))
        return (Fraction(count * following, part), at + 2) if following else (Fraction(count * unit, part), at + 1)
