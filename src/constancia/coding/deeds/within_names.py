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
    """Tell "Atlántico" in a front's name, and "La Unión" that is the article and first word of a union's."""
    return any(
        name.start <= place.start + _ARTICLE
        and name.start < place.end <= name.end
        and (name.start < place.start or place.end < name.end)
        for name in names
    )


_ARTICLE = len("Las ")  # a place's article may stand before the name
