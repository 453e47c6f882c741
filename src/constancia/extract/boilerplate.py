"""A line of a page to whether it is furniture: skip links, sharing, sign-up, captions, notices (page_parts.toml)."""

from __future__ import annotations

import re
from functools import lru_cache

from constancia.words import fold, load_lexicon

_MARKS = " \t.:;,!¡?¿|·•-–—>»«<\"'“”‘’()[]*…→←▶►\u00a0"
_MAX_START_LINE = 200
_MAX_ASK = 400
_NAME_JOINTS = {"and", "y", "e", "de", "del", "la", "for", "the", "by", "por"}


@lru_cache(maxsize=1)
def _lines() -> tuple[frozenset[str], tuple[str, ...], re.Pattern[str]]:
    lines = load_lexicon("any", "page_parts")["lines"]
    patterns = re.compile("|".join(f"(?:{pattern})" for pattern in lines["patterns"]))
    return frozenset(lines["exact"]), tuple(lines["starts"]), patterns


@lru_cache(maxsize=1)
def _notes() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in load_lexicon("any", "page_parts")["lines"]["notes"]))


@lru_cache(maxsize=1)
def _asks() -> re.Pattern[str]:
    lines = load_lexicon("any", "page_parts")["lines"]
    asks = "|".join(re.escape(word) for word in lines["asks"])
    channels = "|".join(re.escape(word) for word in lines["channels"])
    return re.compile(rf"^\W*(?:{asks})\b.{{0,80}}\b(?:{channels})\b")


@lru_cache(maxsize=1)
def _tails() -> frozenset[str]:
    return frozenset(load_lexicon("any", "page_parts")["lines"]["tails"])


@lru_cache(maxsize=8192)
def is_boilerplate(line: str) -> bool:
    """Say whether a line of text belongs to the page and not to a story."""
    if len(line) > _MAX_ASK:
        return False
    folded = fold(line).strip(_MARKS)
    exact, starts, patterns = _lines()
    if not folded or folded in exact:
        return True
    if _notes().search(folded):
        return True
    if len(line) > _MAX_START_LINE:
        return False
    return (
        fold(line).lstrip(" >»•·-–—*►▶").startswith(starts)
        or bool(patterns.search(fold(line).strip()))
        or asks_for_reader(line)
    )


def asks_for_reader(line: str) -> bool:
    """Say whether a short line asks for an address, a follower or a subscription."""
    return len(line) <= _MAX_START_LINE and bool(_asks().match(fold(line)))


def ends_story(line: str) -> bool:
    """Say whether a heading opens the part of a page after the story: related stories, comments, sign-up."""
    return len(line) <= 80 and (fold(line).strip(_MARKS) in _tails() or asks_for_reader(line))


def is_byline(text: str) -> bool:
    """Say whether a line names its writer and nothing else: "By A. Writer", "Por la redacción"."""
    words = text.split()
    if not 2 <= len(words) <= 8 or words[0].lower() not in {"by", "por"} or text[-1] in ".!?":
        return False
    names = [word for word in words if any(map(str.isalnum, word))]
    return all(word[0].isupper() or word.lower() in _NAME_JOINTS for word in names)
