"""Words of letters alone are taken without the pattern; it must make no difference."""

from hypothesis import given
from hypothesis import strategies as st

from constancia.read.tokens import _PATTERN, _matched, tokenize
from constancia.words import fold

PIECES = [
    "don't",
    "EE.UU.",
    "a.m.",
    "3,500",
    "21st",
    "(the",
    "Tuesday,",
    "años",
    "«Sí»",
    "x²",
    "º",
    "...",
    "—",
    "\n",
    "a.",
]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=8).map(" ".join))
def test_tokens_are_those_of_the_pattern(words: str) -> None:
    if any(mark in words for mark in ("@", "://", "www.")):  # addresses have a pattern of their own
        return
    folded = fold(words)
    assert tokenize(words, folded) == _matched(_PATTERN, words, folded, 0, len(words))
