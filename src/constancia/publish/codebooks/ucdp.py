"""Events with deaths to UCDP GED's columns; the deaths by side always add up to the best estimate."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from constancia.publish.codebooks.book import Book, country
from constancia.publish.codebooks.case import Case
from constancia.publish.codebooks.interface import FileRow, chosen, number_of, point, tell_figures
from constancia.publish.codebooks.lossiness import Losses
from constancia.publish.rows import Row

_FILE = "ged.csv"
_STATE_BASED, _NON_STATE, _ONE_SIDED = 1, 2, 3
_CELLS_A_ROW = 720  # of the half-degree grid, counted from the south-west corner of the world


@dataclass(frozen=True, slots=True)
class _Sides:
    """Who fought whom; `has_state_a` where side A is the state, whose dead are deaths_a."""

    violence: int
    a: str
    b: str
    has_state_a: bool


def rows(cases: Iterator[Case], book: Book, losses: Losses) -> Iterator[FileRow]:
    """Write every event in which somebody died by the hand of an organised side: one a dyad, place and day.

    Of events that are one to UCDP the one with most deaths stands: texts tell the same dead of a protest and of what
    was done to it, and a sum would count them twice.
    """
    groups: dict[tuple[object, ...], list[tuple[Case, _Sides]]] = defaultdict(list)
    for case in chosen(cases, book, losses):
        sides = _sides(case, book)
        reason = _outside(case, sides)
        if reason or sides is None:
            losses.add("event", reason or "no organised side known", case.event_id)
            continue
        groups[_key(case, sides)].append((case, sides))
    for group in groups.values():
        (case, sides), *others = sorted(group, key=lambda one: (-(one[0].figure("killed").best or 0), one[0].event_id))
        for other, _ in others:
            losses.add("merged", f"into {case.event_id}: same dyad, place and day", other.event_id)
        tell_figures(case, book, losses)
        yield _FILE, _row(case, sides, book, losses)


def _key(case: Case, sides: _Sides) -> tuple[object, ...]:
    event = case.event
    where = event["country"], event["admin1"], event["place_name"]
    is_near = event["place_precision"] in ("site", "city", "admin2")  # two events of a wide area may lie far apart
    return sides.a, sides.b, case.first_day, where, None if is_near else case.event_id


def _outside(case: Case, sides: _Sides | None) -> str | None:
    if not case.figure("killed").high:
        return "nobody is said to have died"
    if case.first_day is None or case.last_day is None:
        return "no date"
    if country(case.event["country"]) is None:
        return "no country known"
    return None if sides else "no organised side known"


def _sides(case: Case, book: Book) -> _Sides | None:
    """Tell the sides by who acted; the state against people without arms is one-sided violence."""
    acting = set(case.roles("actor", "perpetrator"))
    acting |= {claim["perpetrator_role"] for claim in case.measured("killed") if claim["perpetrator_role"]}
    everyone = acting | set(case.roles("recipient", "victim"))
    states, armed = set(book.lists["state_roles"]), set(book.lists["armed_roles"])
    where = country(case.event["country"])
    government = f"Government of {where.name if where else 'unknown'}"
    groups = _groups(case, armed)
    if everyone & states and everyone & armed:
        return _Sides(_STATE_BASED, government, groups, has_state_a=True)
    if acting & states or (case.event["type"] == "PROTEST" and everyone & states):
        return _Sides(_ONE_SIDED, government, "Civilians", has_state_a=True)
    if acting & armed and len(everyone & armed) > 1:
        return _Sides(_NON_STATE, groups, "unknown group", has_state_a=False)
    return _Sides(_ONE_SIDED, groups, "Civilians", has_state_a=False) if acting & armed else None


def _groups(case: Case, armed: set[str]) -> str:
    named = case.names("actor", "perpetrator") if set(case.roles("actor", "perpetrator")) & armed else ()
    return "; ".join(named) or "Unidentified armed group"


def _row(case: Case, sides: _Sides, book: Book, losses: Losses) -> Row:
    where, first, last = country(case.event["country"]), case.first_day, case.last_day
    if where is None or first is None or last is None:  # refused before
        raise ValueError(case.event_id)
    precision = _date_precision(first, last, book)
    return {
        "id": number_of(case.event_id),
        "relid": case.event_id,
        "year": first.year,
        "active_year": None,
        "code_status": "Check dyad",
        "type_of_violence": sides.violence,
        "conflict_name": f"{sides.a} - {sides.b}",
        "dyad_name": f"{sides.a} - {sides.b}",
        "side_a": sides.a,
        "side_b": sides.b,
        "country": where.name,
        "country_id": where.gw,
        "region": where.ged_region,
        "event_clarity": 1 if precision == 1 else 2,
        "date_prec": precision,
        "date_start": first.isoformat(),
        "date_end": last.isoformat(),
        "gwnoa": where.gw if sides.has_state_a else None,
        **_sources(case),
        **_where(case, book, losses),
        **_deaths(case, sides, book, losses),
    }


def _date_precision(first: dt.date, last: dt.date, book: Book) -> int:
    length = (last - first).days + 1
    limits = {int(days): code for days, code in book.lists["date_prec"].items()}
    return next((code for days, code in sorted(limits.items()) if length <= days), 5)


def _sources(case: Case) -> Row:
    first = case.pages[case.reports[0]["page_id"]] if case.reports else {}
    said = (claim["according_to"] for claim in case.measured("killed") if claim["according_to"])
    speakers = dict.fromkeys(one["name"] or one["role"] for one in said)
    return {
        "number_of_sources": len(case.outlets()) or None,
        "source_article": "; ".join(case.urls()) or None,
        "source_office": first.get("publisher"),
        "source_date": first.get("published"),
        "source_headline": first.get("title"),
        "source_original": "; ".join(one for one in speakers if one) or None,
    }


def _where(case: Case, book: Book, losses: Losses) -> Row:
    event = case.event
    latitude, longitude = point(case, losses)
    has_point = latitude is not None and longitude is not None
    return {
        "where_prec": book.lists["where_prec"].get(event["place_precision"], 6),
        "where_coordinates": event["place_name"],
        "where_description": " ".join((case.reports[0]["place_text"] or "").split()) or None if case.reports else None,
        "adm_1": event["admin1"],
        "adm_2": event["admin2"],
        "latitude": latitude,
        "longitude": longitude,
        "geom_wkt": f"POINT ({longitude} {latitude})" if has_point else None,
        "priogrid_gid": _grid_cell(latitude, longitude) if latitude is not None and longitude is not None else None,
    }


def _grid_cell(latitude: float, longitude: float) -> int:
    """Give the cell of the PRIO-GRID (half a degree) that a point lies in."""
    row = min(math.floor((latitude + 90) * 2), 359)
    column = min(math.floor((longitude + 180) * 2), _CELLS_A_ROW - 1)
    return row * _CELLS_A_ROW + column + 1


def _deaths(case: Case, sides: _Sides, book: Book, losses: Losses) -> Row:
    figure = case.figure("killed")
    best = figure.best if figure.best is not None else figure.low or 0
    soldiers, civilians = _by_category(case, book, "state_categories"), _by_category(case, book, "civilian_categories")
    if soldiers + civilians > best:
        losses.add("flattened", "deaths by side exceed the best estimate, and are told as unknown", case.event_id)
        soldiers = civilians = 0
    state, other = (soldiers, 0) if sides.has_state_a else (0, soldiers)
    return {
        "deaths_a": state,
        "deaths_b": other,
        "deaths_civilians": civilians,
        "deaths_unknown": best - soldiers - civilians,
        "best": best,
        "high": max(best, figure.high or 0),
        "low": min(best, best if figure.low is None else figure.low),
    }


def _by_category(case: Case, book: Book, categories: str) -> int:
    """Give the dead of some categories: of each the lowest number said."""
    counts: dict[str, int] = {}
    for claim in case.measured("killed"):
        if claim["category"] in book.lists[categories] and claim["best"] is not None:
            counts[claim["category"]] = min(claim["best"], counts.get(claim["category"], claim["best"]))
    return sum(counts.values())
