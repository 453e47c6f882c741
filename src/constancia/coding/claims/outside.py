"""The words before a number in, whether those counted took no part out: a march is about them, a case is against."""

from __future__ import annotations

from constancia.coding.claims.lexicon import FigureWords

_REACH = 48  # characters between a word and the number of those it is done to
_NEAR = 20
_AGAINST = ("against ", "contra ")
_SEVERAL_WORDS = 2  # "against 300 marchers" are there; "against the dismissal of 300 dockers" are not
_JOINTS = frozenset({"and", "as", "while", "when", "y", "e", "mientras", "cuando"})
_MARKS = frozenset(",;:()")


def took_no_part(before: str, words: FigureWords) -> bool:
    """Tell "a case against 900 people", "serves 900 families", "over the dismissal of 900 dockers" from a crowd.

    `before` are the folded words before the number, in its sentence.
    """
    zone = before[-_REACH * 2 :]
    return _is_done_to(zone, words) or _is_about(zone, words)


def _is_done_to(zone: str, words: FigureWords) -> bool:
    for match in words.not_there.finditer(zone):
        between = zone[match.end() :]
        reach = _REACH if between.endswith(_AGAINST) else _NEAR
        if len(between) <= reach and _MARKS.isdisjoint(between):
            return True
    return False


def _is_about(zone: str, words: FigureWords) -> bool:
    """Tell the people whom a demand names, behind the words that open it."""
    for match in words.about.finditer(zone):
        between = zone[match.end() :]
        if not zone[: match.start()].strip():  # "Against the closure of their school 900 parents marched"
            continue
        told = between.split()
        if len(told) < _SEVERAL_WORDS or not _MARKS.isdisjoint(between) or not _JOINTS.isdisjoint(told):
            continue
        if not (words.crowd.search(between) or words.taking_part.search(between) or words.gathered.search(between)):
            return True
    return False
