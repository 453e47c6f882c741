"""A text and the persons it names in, those out whom it tells among the arrested, the hurt or the dead.

Who leads a union speaks in public for it; who leads it and is taken away from its hall is first of all a person who was
arrested. Holders of public offices stay public.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from constancia.model import ActorValue, Mention
from constancia.read.actors.names import PersonName
from constancia.vocabulary import UNOFFICIAL, Role
from constancia.words import fold, load_lexicon
from constancia.words.forms import expand_all

_APPOSITION = r"(?:,? [^,.;:]{0,60},| \(\d{1,2}\))?"
_SENTENCE_END = re.compile(r"[.!?…]\s|\n")
_LONGEST_SENTENCE = 400


@dataclass(frozen=True, slots=True)
class _Signs:
    before: re.Pattern[str]
    after: re.Pattern[str]
    one_of: re.Pattern[str]
    fate: re.Pattern[str]


@cache
def _signs(language: str) -> _Signs:
    words = load_lexicon(language, "titles")["harmed"]
    one_of, before, after, fate = (_any(words[key]) for key in ("one_of", "before", "after", "fates"))
    between = _any(words["between"])
    return _Signs(
        before=re.compile(rf"\b{before}(?: {between})* \Z"),
        after=re.compile(rf"{_APPOSITION} {after}\b"),
        one_of=re.compile(rf"\b{one_of}(?: {between})* \Z"),
        fate=re.compile(rf"\b{fate}\b"),
    )


def _any(phrases: list[str]) -> str:
    longest = sorted(map(fold, expand_all(phrases)), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest))})"


def is_harmed(folded: str, start: int, name: PersonName, value: ActorValue, language: str) -> bool:
    """Whether a person of no office, whose title or name begins at `start`, is told arrested, hurt or dead."""
    return _may_be_private(value) and _is_told_harmed(folded, start, name.end, language)


def _may_be_private(value: ActorValue) -> bool:
    """Whether a person holds no public office: the post is in a union, an association, a company."""
    return value.role in UNOFFICIAL or (value.role is Role.OTHER and value.organisation is not None)


def _is_told_harmed(folded: str, start: int, end: int, language: str) -> bool:
    signs = _signs(language)
    floor = max(0, start - _LONGEST_SENTENCE)
    for stop in _SENTENCE_END.finditer(folded, floor, start):
        floor = stop.end()
    if signs.before.search(folded, floor, start) or signs.after.match(folded, end):
        return True
    listed = signs.one_of.search(folded, floor, start)
    return listed is not None and signs.fate.search(folded, floor, listed.start()) is not None


def as_harmed_everywhere(found: list[Mention], names: set[str]) -> list[Mention]:
    """Make the persons of these names private in all of a text, by whatever post else it tells them."""
    if not names:
        return found
    return [_as_private(mention, names) for mention in found]


def _as_private(mention: Mention, names: set[str]) -> Mention:
    value = mention.value
    if not isinstance(value, ActorValue) or value.is_private or value.name not in names or not _may_be_private(value):
        return mention
    return replace(mention, value=replace(value, is_private=True))
