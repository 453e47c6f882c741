"""A numeral and the words around it in, a bounded numeral out: "more than 80", "between 800 and 1,000", "40+"."""

from __future__ import annotations

from collections.abc import Sequence

from constancia.model import Token
from constancia.read.numbers.lexicon import NumberWords
from constancia.read.numbers.numerals import Numeral
from constancia.vocabulary import Modifier

_LONGEST_PHRASE = 6
_TOPLESS = {Modifier.OVER, Modifier.AT_LEAST}
_BOTTOMLESS = {Modifier.UNDER, Modifier.AT_MOST}


def bound(numeral: Numeral, modifier: Modifier) -> Numeral:
    """Give the numeral with the bounds that a modifier leaves it (codebook, section 5)."""
    value = numeral.value
    low = numeral.low if numeral.low is not None else value
    top = numeral.high if numeral.high is not None and numeral.best is None else value
    bounds: dict[Modifier, tuple[int | None, int | None, int | None]] = {
        Modifier.ABOUT: (None, None, value),
        Modifier.OVER: (low + 1, None, None),
        Modifier.AT_LEAST: (low, None, None),
        Modifier.UNDER: (None, max(top - 1, 0), None),
        Modifier.AT_MOST: (None, top, None),
        Modifier.ALMOST: (None, max(value - 1, 0), value),
    }
    if modifier not in bounds or (numeral.modifier is Modifier.VAGUE and modifier in {Modifier.ABOUT, Modifier.ALMOST}):
        return numeral
    low_, high_, best_ = bounds[modifier]
    return Numeral(numeral.first, numeral.last, low_, high_, best_, modifier, numeral.is_words)


def _phrase_before(tokens: Sequence[Token], at: int, words: NumberWords) -> tuple[Modifier, int] | None:
    """Give the modifier whose phrase ends just before token `at`, and where the phrase begins; the longest wins."""
    if at == 0 or tokens[at - 1].norm not in words.before_last:
        return None
    for length in range(min(_LONGEST_PHRASE, at), 0, -1):
        phrase = " ".join(token.norm for token in tokens[at - length : at])
        if modifier := words.before.get(phrase):
            return modifier, at - length
    return None


def with_modifier(tokens: Sequence[Token], numeral: Numeral, words: NumberWords) -> Numeral:
    """Give the numeral with the modifiers before and after it taken in."""
    found = _phrase_before(tokens, numeral.first, words)
    after = _phrase_after(tokens, numeral.last, words)
    result = numeral
    if found:
        modifier, first = found
        outer = _phrase_before(tokens, first, words)
        is_bounded = outer is not None and not _is_compared(tokens, numeral.first, outer[0])
        if outer and is_bounded and modifier in {Modifier.ABOUT, Modifier.EXACT} and outer[0] is not Modifier.EXACT:
            modifier, first = outer
        if modifier is Modifier.EXACT and first < numeral.first and tokens[first].norm in {"the", "los", "las"}:
            first = numeral.first
        result = _over(bound(numeral, modifier), first, numeral.last)
    if after:
        result = _with_after(result, numeral, after)
    return result


def _is_compared(tokens: Sequence[Token], at: int, outer: Modifier) -> bool:
    """Tell "fewer than the 60,000 of last year", a count held against another, from "fewer than 60,000"."""
    before = tuple(token.norm for token in tokens[max(at - 2, 0) : at])
    is_known = before[-1:] == ("the",) or before in {("que", "los"), ("que", "las")}
    return is_known and outer in {Modifier.OVER, Modifier.UNDER}


def _with_after(result: Numeral, bare: Numeral, after: tuple[Modifier | None, int]) -> Numeral:
    modifier, last = after
    if modifier is not None:
        is_free = result.modifier in {Modifier.EXACT, Modifier.ABOUT, Modifier.ALMOST}
        return _over(bound(bare, modifier), result.first, last) if is_free else result
    if result.modifier is Modifier.OVER:
        return _over(bound(bare, Modifier.AT_LEAST), result.first, last)
    if result.modifier is Modifier.UNDER:
        return _over(bound(bare, Modifier.AT_MOST), result.first, last)
    return result


def _over(numeral: Numeral, first: int, last: int) -> Numeral:
    """Give a numeral as it stands over other tokens."""
    return Numeral(first, last, numeral.low, numeral.high, numeral.best, numeral.modifier, numeral.is_words)


def _phrase_after(tokens: Sequence[Token], at: int, words: NumberWords) -> tuple[Modifier | None, int] | None:
    if at >= len(tokens) or tokens[at].norm not in words.after_first:
        return None
    for length in range(min(_LONGEST_PHRASE, len(tokens) - at), 0, -1):
        phrase = " ".join(token.norm for token in tokens[at : at + length])
        if phrase in words.after:
            return words.after[phrase], at + length
    return None


def joined(left: Numeral, right: Numeral, first: int) -> Numeral | None:
    """Give the range from one numeral to another, or None when the second is no larger."""
    low = left.low if left.low is not None else left.value
    high = right.high if right.high is not None and right.best != right.value else right.value
    if right.modifier in _TOPLESS and right.low is not None:
        return Numeral(first, right.last, low, None, None, Modifier.AT_LEAST, is_words=left.is_words)
    if high <= low:
        return None
    return Numeral(first, right.last, low, high, None, Modifier.BETWEEN, is_words=left.is_words)


def combined(left: Numeral, right: Numeral) -> Numeral | None:
    """Give one range for "more than 50 and fewer than 90", or None when the two do not close one."""
    low, high = (left, right) if left.modifier in _TOPLESS else (right, left)
    if low.modifier not in _TOPLESS or high.modifier not in _BOTTOMLESS or low.low is None or high.high is None:
        return None
    if low.low > high.high:
        return None
    return Numeral(left.first, right.last, low.low, high.high, None, Modifier.BETWEEN, is_words=left.is_words)
