"""Spots in, spots that are places out: people, organisations, common words and demonyms are put aside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from constancia.model import Token
from constancia.read.toponyms.cues import Cues
from constancia.read.toponyms.runs import Case, Run
from constancia.read.toponyms.spots import Spot
from constancia.vocabulary import Feature
from constancia.words.gazetteer import NameKind, Trait

# A name that is also a usual word, a given name or a surname needs a place as well known as this to stand alone.
_WELL_KNOWN = 300_000
_TOWN = 15_000


@dataclass(frozen=True, slots=True)
class People:
    """The words of the text that name people, folded."""

    names: frozenset[str]


def people_of(runs: Iterable[Run], spots: Iterable[Spot], cues: Cues) -> tuple[People, dict[int, int]]:
    """Give the surnames that the text uses of people, and where people are named: first character -> end."""
    long_names = {
        at for spot in spots if spot.word_count > 1 and not _may_be_person(spot, cues) for at in _starts(spot)
    }
    names: set[str] = set()
    spans: dict[int, int] = {}
    for run in runs:
        start = _person_start(run, cues, long_names)
        if start is None:
            continue
        end = _person_end(run, start)
        words = [token for token in run.tokens[start:end] if token.text[0].isupper() and len(token.text) > 2]
        if words:
            spans[run.tokens[start].start] = run.tokens[end - 1].end
            names.update(token.norm for token in words[-2:] if token.norm not in cues.given_names or len(words) == 1)
    return People(frozenset(names)), spans


def _starts(spot: Spot) -> Iterable[int]:
    return (token.start for token in spot.run.tokens[spot.start : spot.end])


def _may_be_person(spot: Spot, cues: Cues) -> bool:
    """Whether the name of a place is a person's too: "Benito Juárez"; "in Benito Juárez" is the place."""
    first, last = spot.first.norm, spot.last.norm
    is_named_so = first in cues.given_names and last not in cues.units and last not in cues.waters_after
    return is_named_so and spot.before() not in cues.prepositions and _best(spot) < _WELL_KNOWN


def _person_start(run: Run, cues: Cues, long_names: set[int]) -> int | None:
    """Give the token where a person's name begins in a run: after a title, or at a given name with a name after it."""
    if run.case in (Case.CAPITALS, Case.LOWER):
        return None
    tokens = run.tokens
    before = tokens[run.start - 1].norm if run.start else ""
    if before == "." and run.start > 1:
        before = tokens[run.start - 2].norm
    if before in cues.titles or before in cues.offices:
        return run.start
    for at in range(run.start, run.end - 1):
        norm = tokens[at].norm
        following = _next_name(tokens, at, run.end)
        if following is None or tokens[at].start in long_names:
            continue
        if norm in cues.titles or norm in cues.offices:
            return following if tokens[at + 1].norm not in cues.connectors else None
        if (
            norm in cues.given_names
            and tokens[at + 1].norm not in cues.connectors
            and _is_name(tokens[following], cues)
        ):
            return at
    return None


def _is_name(token: Token, cues: Cues) -> bool:
    """Whether a word after a given name may be a surname: no generic of a place or body."""
    norm = token.norm
    return norm not in cues.units and norm not in cues.public_bodies and norm not in cues.never


def _next_name(tokens: tuple[Token, ...], at: int, end: int) -> int | None:
    for following in range(at + 1, min(at + 3, end)):
        if tokens[following].text[0].isupper():
            return following
    return None


def _person_end(run: Run, start: int) -> int:
    for at in range(start + 1, run.end):
        if run.tokens[at].norm in ("of", "and", "y", "e", "en", "in", "'", "’") or (
            at - start > 4 and run.case is Case.TITLE
        ):
            return at
    return run.end


def is_place(spot: Spot, people: People, spans: dict[int, int], cues: Cues) -> bool:
    """Whether the words name a place here."""
    if spot.key in cues.never or spot.first.norm in cues.never and spot.word_count == 1:
        return False
    if _is_in_person(spot, spans) or _is_joined(spot) or _is_in_organisation(spot, cues):
        return False
    if spot.word_count == 1 and spot.key in people.names and spot.before() not in cues.strong_prepositions:
        return False
    return _stands_alone(spot, cues)


def _is_in_person(spot: Spot, spans: dict[int, int]) -> bool:
    at = spot.first.start
    return any(start <= at < end for start, end in spans.items())


def _is_joined(spot: Spot) -> bool:
    """Whether a dash ties the words to a name that is not theirs: "Al-Bashir", "Pérez-Lima"."""
    tokens = spot.run.tokens
    before, after = spot.before(), spot.after()
    if before == "-" and spot.start > 1 and tokens[spot.start - 1].end == spot.first.start:
        left = tokens[spot.start - 2].text
        return len(left) > 1 and len(left) < 4
    return after == "-" and spot.end + 1 < len(tokens) and tokens[spot.end].start == spot.last.end and False


def _is_in_organisation(spot: Spot, cues: Cues) -> bool:
    run = spot.run
    if spot.end < run.end and run.case is not Case.CAPITALS and spot.after() in cues.not_place_after:
        return True
    before = f"{spot.before(2)} {spot.before(1)}"
    return before in cues.not_place_before or spot.before() in cues.not_place_before


def _stands_alone(spot: Spot, cues: Cues) -> bool:
    """Whether nothing else is meant by the bare words."""
    if spot.word_count > 1:
        return spot.run.case is not Case.CAPITALS or _best(spot) > 0 or bool(spot.within)
    if spot.key in cues.small_words and not _is_written_as_code(spot):
        return False
    if spot.within or spot.features:
        return True
    weight = _best(spot)
    is_sure = spot.before() in cues.strong_prepositions
    if spot.run.case in (Case.CAPITALS, Case.LOWER):
        is_word = bool(spot.traits & (Trait.WORD_EN | Trait.WORD_ES))
        return weight >= _WELL_KNOWN or (not is_word and weight >= (1000 if is_sure else _TOWN))
    if spot.run.is_first or spot.run.case is Case.TITLE:
        word = Trait.WORD_EN | Trait.WORD_ES
        if spot.traits & word and weight < _WELL_KNOWN and not is_sure:
            return False
    if spot.traits & (Trait.FREQUENT_EN | Trait.FREQUENT_ES) and weight < _WELL_KNOWN and not is_sure:
        return False
    if spot.traits & (Trait.SURNAME | Trait.GIVEN_NAME) and not is_sure and spot.before() not in cues.prepositions:
        return weight >= _TOWN and spot.after() not in cues.speech_verbs
    return weight > 0 or is_sure or spot.before() in cues.prepositions


def _best(spot: Spot) -> int:
    """Give how well known the best known bearer of the name is: its people, more for a country or a first unit."""
    return max(
        (
            candidate.population * (1 if candidate.kind is NameKind.MAIN else 0.1)
            + {Feature.COUNTRY: 1e9, Feature.ADMIN1: 3e5, Feature.REGION: 1e6}.get(candidate.feature, 0)
            for candidate in spot.candidates
        ),
        default=0,
    )


def _is_written_as_code(spot: Spot) -> bool:
    return spot.first.text.isupper() and len(spot.first.text) > 1
