"""An event and its sub-event type to ACLED's two sides: names, associates, and what kind each is."""

from __future__ import annotations

from dataclasses import dataclass

from constancia.publish.codebooks.book import country, roles
from constancia.publish.codebooks.case import Case

_STATE = "State forces"
_UNARMED = frozenset({"Protesters", "Civilians"})
_TAKING_PART = ("actor", "perpetrator", "organiser")
_SUFFERING = ("recipient", "victim")
_PROTESTS = frozenset({"Peaceful protest", "Protest with intervention", "Excessive force against protesters"})
_RIOTS = frozenset({"Violent demonstration", "Mob violence"})
_AGAINST_CIVILIANS = frozenset(
    {"Sexual violence", "Attack", "Abduction/forced disappearance", "Excessive force against protesters"}
)


@dataclass(frozen=True, slots=True)
class Side:
    """One side: its name, whom it is associated with, and its kind; all empty for none."""

    name: str | None = None
    kind: str | None = None
    associates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sides:
    """Who did it, and to whom."""

    first: Side
    second: Side
    is_against_civilians: bool


def sides(case: Case, sub_type: str) -> Sides:
    """Give the two sides of an event of a sub-event type."""
    against = sub_type in _AGAINST_CIVILIANS
    if sub_type in _PROTESTS or sub_type in _RIOTS:
        return Sides(_demonstrators(case, sub_type), _opponent(case), against)
    first = _armed(case)
    second = _side(case, _SUFFERING)
    if second.kind is None and against:
        second = _named("civilians", case)
    return Sides(first, second, against or (second.kind in _UNARMED and first.kind not in _UNARMED))


def _demonstrators(case: Case, sub_type: str) -> Side:
    taking_part = case.roles(*_TAKING_PART)
    words = (roles()[role]["acled_associate"] for role in taking_part if roles()[role]["acled_inter"] != _STATE)
    organisations = case.names(*_TAKING_PART) if not set(taking_part) <= _state_roles() else ()
    associates = tuple(dict.fromkeys([*organisations, *(_placed(word, case) for word in words if word)]))
    kind = "Rioters" if sub_type in _RIOTS else "Protesters"
    return Side(_placed(kind + " ({country})", case), kind, associates)


def _opponent(case: Case) -> Side:
    """Give the state's forces that acted on a protest, in its own report or in what followed from it."""
    acting = [role for part in case.responses() for role in part.roles("actor", "perpetrator")]
    own = case.roles("actor", "perpetrator", "recipient")
    found = [role for role in (*acting, *own) if role in ("police", "military")]
    if found:
        return _named(found[0], case)
    return _named("police", case) if case.responses() else Side()


def _armed(case: Case) -> Side:
    side = _side(case, ("actor", "perpetrator"))
    return side if side.kind is not None else _named("unidentified-armed", case)


def _side(case: Case, parts: tuple[str, ...]) -> Side:
    found = case.roles(*parts)
    if not found:
        return Side()
    armed = [role for role in found if roles()[role]["acled_inter"] not in _UNARMED]
    return _named((armed or list(found))[0], case)


def _named(role: str, case: Case) -> Side:
    entry = roles()[role]
    associate = (_placed(entry["acled_associate"], case),) if entry["acled_associate"] else ()
    name = _placed(entry["acled_actor"], case)
    return Side(name, entry["acled_inter"], tuple(one for one in associate if one != name))


def _state_roles() -> frozenset[str]:
    return frozenset(role for role, entry in roles().items() if entry["acled_inter"] == _STATE)


def _placed(name: str, case: Case) -> str:
    where = country(case.event["country"])
    return name.replace("{country}", where.name if where else "unknown")
