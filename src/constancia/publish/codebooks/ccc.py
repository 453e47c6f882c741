"""Events to the Crowd Counting Consortium's columns: one row an event, its size with a low, a high and a mean."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from constancia.publish.codebooks.book import Book
from constancia.publish.codebooks.case import Case, with_responses
from constancia.publish.codebooks.interface import FileRow, chosen, dated, point, protests, tell_figures
from constancia.publish.codebooks.lossiness import Losses
from constancia.publish.rows import Row

_FILE = "ccc.csv"
_OFFICERS = frozenset({"police", "military"})
_TAKING_PART = ("actor", "organiser", "perpetrator")


def rows(cases: Iterator[Case], book: Book, losses: Losses) -> Iterator[FileRow]:
    """Write protests; what was done to one stands in its row."""
    for case in dated(protests(chosen(cases, book, losses), losses), losses):
        tell_figures(case, book, losses)
        yield _FILE, _row(case, book, losses)


def _row(case: Case, book: Book, losses: Losses) -> Row:
    event = case.event
    if case.last_day != case.first_day:
        losses.add("date", "several days told by the first", case.event_id)
    is_site = event["place_precision"] == "site"
    return {
        "date": event["date_from"],
        "locality": event["place_name"] if not is_site else event["admin2"],
        "state": event["admin1"],
        "location_detail": event["place_name"] if is_site else None,
        "online": 0,
        "type": event["form"] or event["mode"],
        "title": next((one["title"] for one in case.pages.values() if one["title"]), None),
        "macroevent": case.campaign,
        "actors": "; ".join(case.roles(*_TAKING_PART)) or None,
        "organizations": "; ".join(case.names(*_TAKING_PART)) or None,
        "participants": "; ".join(case.roles("actor")) or None,
        "claims": "; ".join(f"{one['role']}: {one['text']}" for one in case.targets()) or None,
        "issues": "; ".join(case.issues()) or None,
        "issues_major": next(iter(case.issues()), None),
        "notes": case.quote(),
        **_size(case, book),
        **_harm(case),
        **_measures(case),
        **_deaths(case),
        **_sources(case, book, losses),
        **_place(case, losses),
    }


def _size(case: Case, book: Book) -> Row:
    figure = case.figure("participants")
    category = 0 if figure.best is None else bisect_right(book.lists["size_cat"]["floors"], figure.best)
    return {
        "size_text": case.words("participants"),
        "size_low": figure.low,
        "size_high": figure.high,
        "size_mean": figure.best,
        "size_cat": category,
    }


def _harm(case: Case) -> Row:
    claims = [claim for one in with_responses(case) for claim in one.claims if claim["part_of"] is None]
    arrests = [claim for claim in claims if claim["measure"] == "arrested"]
    hurt = [claim for claim in claims if claim["measure"] == "injured"]
    police = [claim for claim in hurt if claim["category"] in _OFFICERS]
    crowd = [claim for claim in hurt if claim["category"] not in _OFFICERS]
    told = {"arrests": arrests, "injuries_crowd": crowd, "injuries_police": police}
    row: Row = {name: "; ".join(dict.fromkeys(c["text"] for c in found)) or None for name, found in told.items()}
    row |= {f"{name}_any": int(any(_any(claim) for claim in found)) for name, found in told.items()}
    damaged = [thing for one in with_responses(case) for thing in one.damaged()]
    return {**row, "property_damage": "; ".join(damaged) or None, "property_damage_any": int(bool(damaged))}


def _any(claim: Row) -> bool:
    return claim["certainty"] != "denied" and any(claim[part] for part in ("low", "high", "best"))


def _measures(case: Case) -> Row:
    answers = [one.event["mode"] for one in case.responses() if one.event["mode"]]
    tools = [tool for one in case.responses() for tool in one.instruments()]
    return {
        "chemical_agents": int("tear-gas" in (*tools, *case.instruments())),
        "participant_measures": "; ".join(case.instruments()) or None,
        "police_measures": "; ".join(dict.fromkeys((*answers, *tools))) or None,
    }


def _deaths(case: Case) -> Row:
    """Give deaths by who died; those of nobody in particular are the crowd's only where no officer is counted."""
    claims = [claim for one in with_responses(case) for claim in one.measured("killed")]
    officers = [one["best"] for one in claims if one["category"] in _OFFICERS and one["best"] is not None]
    known = [best for one in with_responses(case) if (best := one.figure("killed").best) is not None]
    police = min(officers) if officers else None
    crowd = max(known) - (police or 0) if known else None  # texts tell the same dead of a protest or of its answer
    return {"participant_deaths": None if crowd is None or crowd < 0 else crowd, "police_deaths": police}


def _sources(case: Case, book: Book, losses: Losses) -> Row:
    urls, limit = case.urls(), book.lists["max_sources"]
    if len(urls) > limit:
        losses.add("source", f"after the first {limit}", case.event_id)
    return {f"source_{at}": url for at, url in enumerate(urls[:limit], start=1)}


def _place(case: Case, losses: Losses) -> Row:
    event = case.event
    lat, lon = point(case, losses)
    if event["country"] != "US":
        return {"lat": lat, "lon": lon}
    locality = event["place_name"] if event["place_precision"] == "city" else None
    return {
        "lat": lat,
        "lon": lon,
        "resolved_locality": locality,
        "resolved_county": event["admin2"],
        "resolved_state": event["admin1"],
    }
