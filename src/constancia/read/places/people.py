"""Runs in, the people they name out: what a person is called is no place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from constancia.model import Token
from constancia.read.places.cues import Cues
from constancia.read.places.renown import renown
from constancia.read.places.runs import Case, Run
from constancia.read.places.spots import Spot
from constancia.words.gazetteer import Trait

_LONGEST_IN_TITLE = 4
# A name of two words that is a town of this size is the town; a given name that is a place of this size is the place
# (Texas, Paris, India), unless it is a surname too (Jordan, Santiago, Lincoln).
_KNOWN_TOWN = 30_000
_KNOWN_PLACE = 100_000
_USUAL_NAME = int(Trait.SURNAME)
_ENDS = frozenset(["of", "and", "y", "e", "en", "in", "'", "’", "for", "at", "on", "/"])


@dataclass(frozen=True, slots=True)
class People:
    """The surnames that the text uses, folded, and where people are named: spans in order."""

    names: frozenset[str]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def covers(self, position: int) -> bool:
        """Whether a person is named there."""
        index = bisect_right(self.starts, position) - 1
        return index >= 0 and position < self.ends[index]


def people_of(runs: Iterable[Run], spots: Iterable[Spot], cues: Cues) -> People:
    """Find people by title, or by a given name with a name after it, unless a longer place name stands there."""
    places = {at for spot in spots if _is_surely_place(spot, cues) for at in _starts(spot)}
    names: set[str] = set()
    spans: list[tuple[int, int]] = []
    for run in runs:
        for start, end in _persons(run, cues, places):
            words = [token for token in run.tokens[start:end] if token.text[0].isupper() and len(token.text) > 2]
            spans.append((run.tokens[start].start, run.tokens[end - 1].end))
            names.update(token.norm for token in words[-2:] if token.norm not in cues.given_names or len(words) == 1)
    return People(frozenset(names), tuple(start for start, _ in spans), tuple(end for _, end in spans))


def _starts(spot: Spot) -> Iterator[int]:
    return (token.start for token in spot.run.tokens[spot.start : spot.end])


def _is_surely_place(spot: Spot, cues: Cues) -> bool:
    """Whether a given name that begins a spot begins no person: "Hong Kong", "Texas Rangers"."""
    if spot.word_count > 1:
        return not _may_be_person(spot, cues)
    return renown(spot.entry) >= _KNOWN_PLACE and not spot.entry.traits & _USUAL_NAME


def _may_be_person(spot: Spot, cues: Cues) -> bool:
    """Whether the name of a place is a person's too: "Benito Juárez"; "in Benito Juárez" is the place."""
    first, last = spot.first.norm, spot.last.norm
    is_named_so = first in cues.given_names and last not in cues.units and last not in cues.waters_after
    return is_named_so and spot.before() not in cues.prepositions and renown(spot.entry) < _KNOWN_TOWN


def _persons(run: Run, cues: Cues, places: set[int]) -> Iterator[tuple[int, int]]:
    """Give the tokens of each person that a run names."""
    if run.case in (Case.CAPITALS, Case.LOWER):
        return
    tokens = run.tokens
    before = tokens[run.start - 1].norm if run.start else ""
    if before == "." and run.start > 1:
        before = tokens[run.start - 2].norm
    start: int | None = run.start
    if before not in cues.titles and before not in cues.offices:
        start = _person_start(run, run.start, cues, places)
    while start is not None:
        end = _person_end(run, start)
        yield start, end
        start = _person_start(run, end, cues, places)


def _person_start(run: Run, least: int, cues: Cues, places: set[int]) -> int | None:
    """Give where the next person's name begins."""
    tokens = run.tokens
    for at in range(least, run.end - 1):
        following = _next_name(tokens, at, run.end)
        if following is None or tokens[at].start in places or tokens[at + 1].norm in cues.connectors:
            continue
        norm = tokens[at].norm
        if norm in cues.titles or norm in cues.offices:
            return following
        if norm in cues.given_names and _is_name(tokens[following], cues):
            return at
    return None


def _next_name(tokens: tuple[Token, ...], at: int, end: int) -> int | None:
    """Give the capitalised word after `at`, with at most a mark between ("J. Pérez", "Sen. Ruiz")."""
    for following in range(at + 1, min(at + 3, end)):
        if tokens[following].text[0].isupper():
            return following
    return None


def _is_name(token: Token, cues: Cues) -> bool:
    """Whether a word after a given name may be a surname: no generic of a place or body."""
    norm = token.norm
    return norm not in cues.units and norm not in cues.public_bodies and norm not in cues.never


def _person_end(run: Run, start: int) -> int:
    for at in range(start + 1, run.end):
        is_long = run.case is Case.TITLE and at - start >= _LONGEST_IN_TITLE
        if run.tokens[at].norm in _ENDS or is_long:
            return at
    return run.end
