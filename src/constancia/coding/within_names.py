"""Leave places within somebody's name out of what is coded: the "Frente Portuario del Atlántico" marched in no sea."""

from __future__ import annotations

from dataclasses import replace

from constancia.model import ActorValue, Mention, PlaceValue, Reading


def without_places_in_names(reading: Reading) -> Reading:
    """Give the reading without the places that lie inside a longer mention of somebody by name."""
    names = [m for m in reading.mentions if isinstance(m.value, ActorValue) and m.value.name is not None]
    kept = tuple(m for m in reading.mentions if not (isinstance(m.value, PlaceValue) and _is_within(m, names)))
    return replace(reading, mentions=kept)


def _is_within(place: Mention, names: list[Mention]) -> bool:
    length = place.end - place.start
    return any(name.start <= place.start and place.end <= name.end and name.end - name.start > length for name in names)
