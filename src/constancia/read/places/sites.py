"""Runs in, places named by their form out: squares, avenues, bridges; "the village of Tres Cerros"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from constancia.model import Token
from constancia.read.places.cues import Cues
from constancia.read.places.runs import Case, Run, opens_name
from constancia.read.places.spots import Spot
from constancia.vocabulary import Feature

_JOINS = frozenset(["de", "del", "la", "las", "los", "el", "of", "the"])
_ARTICLES = frozenset(["el", "la", "los", "las", "the"])
_BREAKS = frozenset(["y", "e", "and", "en", "in", "at", "on", "/", "to", "a", "al"])
# "Avenida de los Libertadores" has the longest head-to-name distance; a name of more than six words is two names.
_LONGEST = 6
# A town named with "de" after a site is where the site stands: "plaza de Armas de Arequipa".
_TOWN = 30_000
# "The Paraguay of those years" goes on as well: a place this well known is itself.
_WELL_KNOWN = 1_000_000
# In Spanish "marchó en Acapulco del Ángel al Zócalo" tells a route, and no village of that name.
_KNOWN_IN_SPANISH = 200_000


@dataclass(frozen=True, slots=True)
class Named:
    """Tokens [start, end) of a run that name a place by its form alone."""

    run: Run
    start: int
    end: int
    feature: Feature
    is_point: bool = True
    """Whether it lies within a town: a highway does not."""

    @property
    def first(self) -> Token:
        """Give its first token."""
        return self.run.tokens[self.start]

    @property
    def last(self) -> Token:
        """Give its last token."""
        return self.run.tokens[self.end - 1]

    def holds(self, spot: Spot) -> bool:
        """Whether a spot lies within."""
        return self.first.start <= spot.first.start < self.last.end


def named_in(run: Run, spots: Sequence[Spot], cues: Cues) -> Iterator[Named]:
    """Give the sites and the places of no gazetteer that a run names; `spots` are those of the run."""
    if run.case in (Case.CAPITALS, Case.LOWER):
        return
    found = _site_after_head(run, spots, cues) or _site_before_head(run, spots, cues)
    found = found or _unknown(run, spots, cues) or _longer(run, spots, cues)
    if found is not None:
        yield found


def _site_after_head(run: Run, spots: Sequence[Spot], cues: Cues) -> Named | None:
    """Find "Plaza Grau", "avenida Abancay", "puente de la Amistad": the head stands before or opens the run.

    "Puente de Ilave" is a bridge of the town Ilave: the town is named, not the bridge.
    """
    tokens = run.tokens
    for at in _head_places(run):
        if tokens[at].norm not in cues.sites_emitted or tokens[at].norm in cues.sites_after - cues.sites_before:
            continue
        start = _past_joins(tokens, at + 1)
        if (
            start < len(tokens)
            and tokens[at + 1].start == tokens[at].end + 1
            and run.start <= start < run.end
            and opens_name(tokens[start])
        ):
            end = _name_end(run, start, spots)
            if any(spot.start <= at and spot.end >= end for spot in spots):
                continue
            if start > at + 1 and any(spot.start == start and spot.end == end for spot in spots):
                continue
            return Named(run, at, end, Feature.SITE, is_point=tokens[at].norm not in cues.ways)
    return None


def _site_before_head(run: Run, spots: Sequence[Spot], cues: Cues) -> Named | None:
    """Find "Harbour Bridge", "Jorge Basadre International Airport": the head closes the name, in capitals."""
    tokens = run.tokens
    for at in range(run.start + 1, run.end):
        if tokens[at].norm in cues.sites_emitted & cues.sites_after and tokens[at].text[0].isupper():
            start = run.start + (run.is_first and tokens[run.start].norm in cues.small_words)
            names = [token for token in tokens[start:at] if token.norm not in _JOINS | _BREAKS]
            is_whole = all(opens_name(token) for token in names) and 0 < len(names) <= _LONGEST
            known = any(spot.start <= start and spot.end > at for spot in spots)
            if is_whole and not known and not any(token.norm in _BREAKS for token in tokens[start:at]):
                return Named(run, start, at + 1, Feature.SITE)
    return None


def _unknown(run: Run, spots: Sequence[Spot], cues: Cues) -> Named | None:
    """Find "the village of Tres Cerros" where no spot covers the name."""
    tokens = run.tokens
    head = _head_before(run)
    if not head or (head not in cues.unknown_before and head.split()[0] not in cues.unknown_before):
        return None
    start = run.start
    if not opens_name(tokens[start]):
        return None
    end = _name_end(run, start, spots)
    if any(spot.start <= start and spot.end >= end for spot in spots):
        return None
    features = cues.units.get(head.split()[0], frozenset())
    order = (Feature.CITY, Feature.ADMIN2, Feature.ADMIN1)
    return Named(run, start, end, next((each for each in order if each in features), Feature.OTHER))


def _longer(run: Run, spots: Sequence[Spot], cues: Cues) -> Named | None:
    """Find a name that goes on where a small namesake ends: "Santa Rosa del Lago" of which only Santa Rosa is known."""
    for spot in spots:
        tokens = run.tokens
        at = _past_joins(tokens, spot.end)
        is_joined = spot.end < run.end and tokens[spot.end].norm in ("de", "del")
        if is_joined and at < run.end and opens_name(tokens[at]) and _may_go_on(spot, cues):
            return Named(run, spot.start, _name_end(run, at, spots), Feature.CITY)
    return None


def _may_go_on(spot: Spot, cues: Cues) -> bool:
    """Whether the known name is a small place's, and no usual word ("Paro del Agua")."""
    if spot.before() not in cues.strong_prepositions or spot.entry.traits & cues.word_traits:
        return False
    grand = (Feature.COUNTRY, Feature.REGION)
    most = _KNOWN_IN_SPANISH if cues.language == "es" else _WELL_KNOWN
    return not any(each.feature in grand or each.population > most for each in spot.candidates)


def _head_places(run: Run) -> Iterator[int]:
    """Give where a head may stand: in the run, or up to three small words before it."""
    at = run.start - 1
    while at >= max(0, run.start - 3) and run.tokens[at].norm in _JOINS:
        at -= 1
    if at >= 0:
        yield at
    yield from range(run.start, run.end - 1)


def _past_joins(tokens: tuple[Token, ...], at: int) -> int:
    while at < len(tokens) and tokens[at].norm in _JOINS:
        at += 1
    return at


def _head_before(run: Run) -> str:
    """Give the words "village of" right before a run, "" where there are none."""
    tokens = run.tokens
    at = run.start - 1
    joins: list[str] = []
    while at >= 0 and tokens[at].norm in _JOINS and len(joins) < 3:
        joins.append(tokens[at].norm)
        at -= 1
    if at < 0 or not joins:
        return ""
    return f"{tokens[at].norm} {'of' if 'of' in joins else 'de'}"


def _name_end(run: Run, start: int, spots: Sequence[Spot]) -> int:
    """Give where the name that begins at `start` ends: before a word that joins two names, or a town after "de"."""
    towns = {
        spot.start
        for spot in spots
        if spot.start > start and max(each.population for each in spot.candidates) >= _TOWN and spot.end == run.end
    }
    for at in range(start + 1, run.end):
        if run.tokens[at].norm in _BREAKS or at - start >= _LONGEST:
            return at
        if run.tokens[at].norm in _ARTICLES and run.tokens[at - 1].norm not in _JOINS:
            return at
        if run.tokens[at].norm in _JOINS and at + 1 in towns:
            return at
    return run.end
