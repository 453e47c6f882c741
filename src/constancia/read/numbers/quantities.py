"""A document in, its quantities out: each number as it was said, with bounds, counted words and measure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from constancia.model import DateValue, Mention, QuantityValue, Token
from constancia.read.document import Document
from constancia.read.numbers.counted import Counted, CountedWords, counted_words, what_is_counted
from constancia.read.numbers.lexicon import NumberWords, number_words
from constancia.read.numbers.modifiers import combined, joined, with_modifier
from constancia.read.numbers.numerals import Numeral, NumeralReader
from constancia.vocabulary import Measure, Modifier, TimexType
from constancia.words.memory import WordMemory

_REACH_OF_CHANGE = 4  # tokens between a verb of change and "from"
_REACH_OF_REVISION = 16  # "revised the number of people held at the march in Kano on Monday | from"
_NOT_BESIDE = frozenset("/:_@&\\^")
_NO_BOUNDS = frozenset({"= >", "= <", "< >"})
_GLUED_COIN = re.compile(r"[a-z]{1,5}\d+")  # "Rs2 million", "N3 billion": the coin is written with its number
_LONGEST_MODIFIER = 3  # tokens: "a group of as many as 12"
_ENDS_CLAUSE = frozenset({",", ";", ":", ".", "and", "y", "e", "que", "that", "who"})
_COMBINERS = frozenset({"and", "but", ",", "y", "e", "pero"})


@dataclass(frozen=True, slots=True)
class _Found:
    """A bounded number and what it counts."""

    numeral: Numeral
    counted: Counted

    def counting(self, measure: Measure | None) -> _Found:
        """Give the same number, counting what another one counts."""
        return _Found(self.numeral, Counted(self.counted.noun, self.counted.last, measure))


def find_quantities(document: Document, dates: Iterable[Mention] = ()) -> list[Mention]:
    """Find the quantities of a document, but for the numbers that belong to one of its dates or times.

    Those of its durations stay: "more than thirty years" is a number too, though it counts nothing of ours.
    """
    reader = _reader(document.language)
    taken = [(date.start, date.end) for date in dates if _is_calendar(date)]
    return [
        mention
        for sentence in document.sentences
        if reader.may_count(sentence.tokens)
        for mention in reader.sentence(document.text.text, sentence.tokens, taken)
    ]


def _is_calendar(date: Mention) -> bool:
    return isinstance(date.value, DateValue) and date.value.type in {TimexType.DATE, TimexType.TIME}


@cache
def _reader(language: str) -> QuantityReader:
    return QuantityReader(number_words(language), counted_words(language))


class QuantityReader:
    """Reads the quantities of one language, a sentence at a time."""

    def __init__(self, words: NumberWords, counted: CountedWords) -> None:
        self._words = words
        self._counted = counted
        self._numerals = NumeralReader(words)
        grammar = words.grammar
        self._zero_starts = frozenset(phrase.split()[0] for phrase in grammar["none"] | grammar["none_alone"]) | {"no"}
        self._articles = grammar["articles"] - frozenset(words.cardinals)
        starts = words.starts | self._zero_starts
        self._begins = WordMemory(lambda word: word in starts or word[0].isdecimal() or "-" in word)
        self._after_article = (
            frozenset(words.collectives)
            | frozenset(words.scales)
            | {phrase.split()[1] for phrase in grammar["some_people"] | grammar["vague_before"] if " " in phrase}
        )

    def may_count(self, tokens: Sequence[Token]) -> bool:
        """Whether any token could begin a number (cheap)."""
        return any(map(self._begins.__getitem__, [token.norm for token in tokens]))

    def sentence(self, text: str, tokens: Sequence[Token], taken: Sequence[tuple[int, int]]) -> Iterator[Mention]:
        """Give the quantities of one sentence, in order."""
        before: _Found | None = None
        found = list(self._all(tokens, _blocked(tokens, taken)))
        for place, each in enumerate(found):
            result = each
            after = found[place + 1] if place + 1 < len(found) else None
            if each.counted.measure is None and before and self._goes_on(tokens, before, each):
                result = each.counting(before.counted.measure)
            elif each.counted.measure is None and after and _is_first_of_pair(tokens, each, after):
                result = each.counting(after.counted.measure)
            before = result if result.counted.measure else before
            if self._is_said(result):
                yield _mention(text, tokens, result)

    def _goes_on(self, tokens: Sequence[Token], before: _Found, found: _Found) -> bool:
        """Whether a number counts what the one before it did: "22 road blocks here, nine there", "60: 48 civilians"."""
        if found.counted.noun is None:
            return not found.counted.is_excluded
        between = {token.norm for token in tokens[before.counted.last : found.numeral.first]}
        return ":" in between and not found.counted.is_excluded

    def _is_said(self, found: _Found) -> bool:
        """Whether a bare "un", "several" counts anything of ours; figures always are said."""
        numeral = found.numeral
        is_some = numeral.modifier is Modifier.VAGUE and numeral.high is None
        if numeral.value == 1 and self._words.decimal == "," and numeral.is_words:
            return _is_harm(found.counted) or numeral.last - numeral.first > 1
        return _is_harm(found.counted) or not is_some

    def _all(self, tokens: Sequence[Token], blocked: frozenset[int]) -> Iterator[_Found]:
        last: _Found | None = None
        free = 0
        for at in self._candidates(tokens):
            if at < free:
                continue
            numeral = None if at in blocked else self._bounded(tokens, at, blocked)
            if numeral is None:
                zero = self._zero(tokens, at) if tokens[at].norm in self._zero_starts else []
                if zero:
                    yield from ([last] if last else ())
                    last, free = None, zero[-1].counted.last
                    yield from zero
                continue
            free = numeral.last
            merged = self._merged(tokens, last, numeral)
            if last and not merged:
                yield last
            numeral = merged or numeral
            last = _Found(numeral, what_is_counted(tokens, numeral.first, numeral.last, self._counted))
        if last:
            yield last

    def _candidates(self, tokens: Sequence[Token]) -> list[int]:
        """Give the tokens that can begin a number or a denial; an article only before a word that it makes one with."""
        begins, articles, after = self._begins, self._articles, self._after_article
        return [
            at
            for at, token in enumerate(tokens)
            if begins[token.norm]
            and (token.norm not in articles or (at + 1 < len(tokens) and tokens[at + 1].norm in after))
        ]

    def _merged(self, tokens: Sequence[Token], last: _Found | None, numeral: Numeral) -> Numeral | None:
        """Join "more than 50" and "fewer than 90" into one range."""
        if last is None or not 0 <= numeral.first - last.numeral.last <= 4:
            return None
        between = {token.norm for token in tokens[last.numeral.last : numeral.first]}
        is_comparison = numeral.first - last.numeral.last <= 1 or last.counted.noun is None
        return combined(last.numeral, numeral) if is_comparison and (not between or between & _COMBINERS) else None

    # ------------------------------------------------------------ one numeral, its range and its modifiers

    def _bounded(self, tokens: Sequence[Token], at: int, blocked: frozenset[int]) -> Numeral | None:
        if not self._begins[tokens[at].norm]:
            return None
        length = self._words.phrases["some_people"].begins_at(tokens, at)
        numeral = self._numerals.read(tokens, at)
        if length and not self._is_counted(tokens, at + length):
            return Numeral(at, at + length, 2, None, None, Modifier.VAGUE, is_words=True)
        if numeral is None or numeral.last < at + length or not blocked.isdisjoint(range(numeral.first, numeral.last)):
            return None
        if ranged := self._range(tokens, numeral):
            return ranged
        if not self._stands_alone(tokens, numeral) or self._is_pronoun(tokens, numeral):
            return None
        return with_modifier(tokens, numeral, self._words)

    def _is_counted(self, tokens: Sequence[Token], at: int) -> bool:
        """Tell "a group of 12", which is counted by its number, from "a group of bakers": two or more."""
        for first in range(at, min(at + _LONGEST_MODIFIER + 1, len(tokens))):
            numeral = self._numerals.read(tokens, first)
            if numeral is not None:
                return with_modifier(tokens, numeral, self._words).first <= at
        return False

    def _range(self, tokens: Sequence[Token], left: Numeral) -> Numeral | None:
        """Read "300-400", "between 800 and 1,000", "de 300 a 400", "4 or 5"."""
        opening, first = self._opening(tokens, left.first)
        if opening and self._is_change(tokens, first):
            return None
        bounded = with_modifier(tokens, left, self._words)
        if bounded.last > left.last:
            return None
        for at in self._middle(tokens, left.last):
            word = " ".join(token.norm for token in tokens[left.last : at])
            right = self._right(tokens, at)
            if right is None or not self._may_join(opening, tokens[left.last].norm):
                continue
            is_alternative = word in {"or", "o", "u"}
            if is_alternative and not left.value < right.value <= left.value * 2 + 1:
                continue
            low = self._scaled(tokens, bounded if bounded.modifier is Modifier.OVER else left, right)
            if result := joined(
                low, right, min(first, bounded.first if bounded.modifier is not Modifier.EXACT else first)
            ):
                return result
        return None

    def _scaled(self, tokens: Sequence[Token], left: Numeral, right: Numeral) -> Numeral:
        """Read the twelve of "entre 12 y 15 mil", "12 to 15 thousand" as thousands, as long as it is the less so."""
        scale = self._words.scales.get(tokens[right.last - 1].norm, 1) if right.last - right.first > 1 else 1
        if scale == 1 or left.last - left.first > 1 or left.value * scale >= right.value:
            return left
        low, high, best = (
            number * scale if number is not None else None for number in (left.low, left.high, left.best)
        )
        return Numeral(left.first, left.last, low, high, best, left.modifier, is_words=left.is_words)

    def _may_join(self, opening: str, middle: str) -> bool:
        """Tell "entre 34 y 41" from "34 y 41" and "de 34 y 41", two numbers each."""
        grammar = self._words.grammar
        is_open = bool(opening) and opening not in grammar["range_open_to"]
        return is_open or middle not in grammar["range_middle_open"]

    def _is_change(self, tokens: Sequence[Token], opening: int) -> bool:
        """Tell "was raised from 31 to 44", of which the second is the count, from "from 31 to 44 people"."""
        if tokens[opening].norm not in self._words.grammar["changes_open"]:
            return False
        before = [token.norm for token in tokens[max(opening - _REACH_OF_REVISION, 0) : opening]]
        if not self._words.grammar["changes"].isdisjoint(before[-_REACH_OF_CHANGE:]):
            return True
        for word in reversed(before):
            if word in _ENDS_CLAUSE:
                return False
            if word in self._words.grammar["revises"]:
                return True
        return False

    def _right(self, tokens: Sequence[Token], at: int) -> Numeral | None:
        """Read the upper end of a range, whose modifiers stand inside ("to about 200", "600-1000 or more")."""
        if at >= len(tokens):
            return None
        numeral = self._numerals.read(tokens, at)
        if numeral is None or not self._ends_alone(tokens, numeral):
            return None
        return with_modifier(tokens, numeral, self._words)

    def _opening(self, tokens: Sequence[Token], at: int) -> tuple[str, int]:
        """Give the words that open a range before token `at` (past a modifier), and where they stand."""
        bounded = with_modifier(tokens, Numeral(at, at, 0, 0, 0, Modifier.EXACT, is_words=True), self._words)
        for place in (at, bounded.first):
            if length := self._words.phrases["range_open"].ends_at(tokens, place):
                return " ".join([token.norm for token in tokens[place - length : place]]), place - length
        return "", at

    def _middle(self, tokens: Sequence[Token], at: int) -> list[int]:
        """Give where the upper end may begin: after the words that join a range, the fewest first."""
        longest = self._words.phrases["range_middle"].begins_at(tokens, at)
        joins = self._words.grammar["range_middle"]
        return [
            at + length
            for length in range(1, longest + 1)
            if " ".join([token.norm for token in tokens[at : at + length]]) in joins
        ]

    def _stands_alone(self, tokens: Sequence[Token], numeral: Numeral) -> bool:
        """Whether no letter, slash or dash ties the number to a code, clock, score or date."""
        first = tokens[numeral.first]
        if numeral.first:
            if first.norm in self._words.scales and _GLUED_COIN.fullmatch(tokens[numeral.first - 1].norm):
                return False
            if f"{tokens[numeral.first - 1].norm} {first.norm}" in self._counted.never:
                return False
            before = tokens[numeral.first - 1]
            glued = before.end == first.start
            if glued and (
                before.norm[-1].isalnum() or before.norm[-1] in _NOT_BESIDE or before.norm in {"-", "+", ",", "."}
            ):
                return False
            if numeral.first > 1 and f"{tokens[numeral.first - 2].norm} {before.norm}" in _NO_BOUNDS:
                return False
        return self._ends_alone(tokens, numeral)

    def _ends_alone(self, tokens: Sequence[Token], numeral: Numeral) -> bool:
        last = tokens[numeral.last - 1]
        if numeral.last >= len(tokens) or tokens[numeral.last].start != last.end:
            return True
        after = tokens[numeral.last]
        if after.norm[0] in _NOT_BESIDE:
            return False
        if after.norm == "-" and numeral.last + 1 < len(tokens) and tokens[numeral.last + 1].start == after.end:
            return tokens[numeral.last + 1].norm in self._counted.strong or tokens[numeral.last + 1].norm in {
                "odd",
                "plus",
                "ish",
            }
        return not after.norm[0].isalnum()

    def _is_pronoun(self, tokens: Sequence[Token], numeral: Numeral) -> bool:
        """Whether "one" or "uno" stands for somebody and counts nobody."""
        if numeral.value != 1 or not numeral.is_words or numeral.last - numeral.first != 1:
            return False
        before = tokens[numeral.first - 1].norm if numeral.first else ""
        after = tokens[numeral.last].norm if numeral.last < len(tokens) else ""
        grammar = self._words.grammar
        return before in grammar["pronoun_one_after"] or after in grammar["pronoun_one_before"]

    # ------------------------------------------------------------ nobody, no injuries, sin heridos

    def _zero(self, tokens: Sequence[Token], at: int) -> list[_Found]:
        """Read a denial of what we count: "no injuries", "sin heridos ni detenidos", "nobody was arrested"."""
        if length := self._words.phrases["none_alone"].begins_at(tokens, at):
            counted = what_is_counted(tokens, at, at + length, self._counted)
            return [_Found(_nothing(at, at + length), counted)] if _is_harm(counted) and counted.last <= at + 4 else []
        if length := self._words.phrases["none"].begins_at(tokens, at):
            return self._denied(tokens, at, at + length)
        if tokens[at].norm == "no" and self._counted.zero_verbs:
            place = at + 1
            while place < len(tokens) and tokens[place].norm in self._counted.zero_verbs:
                place += 1
            return self._denied(tokens, at, place) if place > at + 1 else []
        return []

    def _denied(self, tokens: Sequence[Token], first: int, at: int) -> list[_Found]:
        """Give a zero for each measure noun that a denial covers."""
        found: list[_Found] = []
        while at < len(tokens) and len(found) < 4:
            place = next((p for p in range(at, min(at + 3, len(tokens))) if self._counted.nouns.at(tokens, p)), None)
            said = self._counted.nouns.at(tokens, place) if place is not None else None
            if place is None or said is None or any(_ends_denial(token) for token in tokens[at:place]):
                break
            end = place + said[1]
            if place > at and tokens[place - 1].norm in _THE and tokens[end : end + 1] and tokens[end].norm in _OF:
                break  # "no ha confirmado la muerte de los tres"
            noun = " ".join(token.text for token in tokens[place:end])
            if said[0] is not Measure.PROPERTY:
                found.append(_Found(_nothing(first, end), Counted(noun, end, said[0])))
            if end >= len(tokens) or tokens[end].norm not in self._counted.zero_joins:
                break
            first, at = end + 1, end + 1
        return found


def _is_first_of_pair(tokens: Sequence[Token], left: _Found, right: _Found) -> bool:
    """Whether two numbers share the words of the second: "two and five people were injured"."""
    between = [token.norm for token in tokens[left.numeral.last : right.numeral.first]]
    return left.counted.noun is None and len(between) == 1 and between[0] in _COMBINERS


def _ends_denial(token: Token) -> bool:
    """Tell a mark, and the verb behind "campesinos sin tierra": "fueron desalojados" is of the farmers."""
    return not token.norm[0].isalpha() or token.norm in _WERE


_THE, _OF = frozenset({"el", "la", "los", "las", "the"}), frozenset({"de", "del", "of"})
_WERE = frozenset({"fue", "fueron", "son", "eran", "quedaron", "quedo", "resultaron", "resulto", "was", "were", "are"})


def _is_harm(counted: Counted) -> bool:
    return counted.measure not in {None, Measure.PARTICIPANTS, Measure.DEPLOYED, Measure.PROPERTY}


def _nothing(first: int, last: int) -> Numeral:
    return Numeral(first, last, 0, 0, 0, Modifier.EXACT, is_words=True)


def _blocked(tokens: Sequence[Token], taken: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Give the tokens that lie in spans already taken; both are in order of place."""
    if not taken or not tokens:
        return frozenset()
    blocked: list[int] = []
    stop = tokens[-1].end
    for number in range(max(bisect_left(taken, (tokens[0].start, 0)) - 1, 0), len(taken)):
        start, end = taken[number]
        if start >= stop:
            break
        blocked += [at for at, token in enumerate(tokens) if token.end > start and token.start < end]
    return frozenset(blocked)


def _mention(text: str, tokens: Sequence[Token], found: _Found) -> Mention:
    numeral, counted = found.numeral, found.counted
    start, end = tokens[numeral.first].start, tokens[numeral.last - 1].end
    value = QuantityValue(numeral.low, numeral.high, numeral.best, numeral.modifier, counted.noun, counted.measure)
    why = f"{numeral.modifier}: {' '.join(text[start:end].split())}" + (
        f"; counts {counted.noun}" if counted.noun else ""
    )
    return Mention(start, end, text[start:end], value, why)
