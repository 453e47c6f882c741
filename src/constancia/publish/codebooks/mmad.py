"""Reports to MMAD's columns: each report by itself, and how many there are of one city, day and side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from statistics import fmean

from constancia.publish.codebooks.book import Book, country
from constancia.publish.codebooks.case import Case
from constancia.publish.codebooks.interface import FileRow, chosen, number_of
from constancia.publish.codebooks.lossiness import Losses
from constancia.publish.rows import Row
from constancia.words import fold

_REPORTS, _EVENTS = "reports.csv", "events.csv"
_AGAINST = 0  # MMAD's other side, protests in favour of a government, is not told apart by our coding
_CITIES = frozenset({"site", "city", "admin2"})
_FORCE = frozenset({"tear-gas", "water-cannon", "batons", "rubber-bullets"})
_DEADLY = frozenset({"live-ammunition", "firearms", "explosives"})


def rows(cases: Iterator[Case], book: Book, losses: Losses) -> Iterator[FileRow]:
    """Write every report of a protest; then one row a city, day and side."""
    groups: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for case in chosen(cases, book, losses):
        if case.event["type"] != "PROTEST":
            losses.add("event", f"no protest: {case.event['type']}", case.event_id)
            continue
        for report in case.reports:
            reason = _outside(report)
            if reason:
                losses.add("report", reason, report["report_id"])
                continue
            row = _report_row(case, report, book)
            _tell(case, report, losses)
            groups[row["cowcode"], row["location"], row["event_date"], row["side"]].append(row)
            yield _REPORTS, row
    for group in groups.values():
        yield _EVENTS, _event_row(group)


def _outside(report: Row) -> str | None:
    if report["date_from"] is None or report["date_from"] != report["date_to"]:
        return "of no one day"
    if report["place_precision"] not in _CITIES or country(report["country"]) is None:
        return "of no one city"
    return None


def _tell(case: Case, report: Row, losses: Losses) -> None:
    if report["lat"] is None:
        losses.add("point", report["place_precision"], report["report_id"])
    for claim in case.claims:
        if claim["report_id"] == report["report_id"] and claim["measure"] != "participants":
            losses.add("claim", claim["measure"], claim["claim_id"])


def _report_row(case: Case, report: Row, book: Book) -> Row:
    where = country(report["country"])
    sizes = [c for c in case.measured("participants") if c["report_id"] == report["report_id"] and not c["part_of"]]
    numbers = [fmean(known) for claim in sizes if (known := _ends(claim))]
    page = case.pages[report["page_id"]]
    return {
        "id": number_of(report["report_id"]),
        "cowcode": where.cow if where else None,
        "location": report["place_name"],
        "latitude": report["lat"],
        "longitude": report["lon"],
        "asciiname": fold(report["place_name"]).title() if report["place_name"] else None,
        "event_date": report["date_from"],
        "side": _AGAINST,
        "actors": "; ".join(dict.fromkeys(one["role"] for one in report["actors"] or ())) or None,
        "issue": "; ".join(report["issue"] or ()) or None,
        "part_violence": _violence(case, report, book),
        "sec_engagement": _engagement(case, report, book),
        "numparticipants": "; ".join(dict.fromkeys(claim["text"] for claim in sizes)) or None,
        "avg_numparticipants": round(fmean(numbers)) if numbers else None,
        "source": page["publisher"] or page["url"],
        "version": report["codebook"],
    }


def _ends(claim: Row) -> list[int]:
    ends = [claim["low"], claim["high"]] if claim["best"] is None else [claim["best"]]
    return [end for end in ends if end is not None]


def _violence(case: Case, report: Row, book: Book) -> int:
    """Grade what the protesters did: deaths and injuries count where they are held to be the doers."""
    grades = book.lists["part_violence"]
    found = [grades["damaged"] for thing in report["objects"] or () if thing["effect"] in ("damaged", "destroyed")]
    for claim in case.claims:
        is_theirs = claim["report_id"] == report["report_id"] and claim["perpetrator_role"] in ("protesters", "crowd")
        if is_theirs and claim["measure"] in grades and claim["best"]:
            found.append(grades[claim["measure"]])
    return max(found, default=0)


def _engagement(case: Case, report: Row, book: Book) -> int:
    grades = book.lists["sec_engagement"]
    tools = {one["kind"] for one in report["instruments"] or ()}
    tools |= {tool for response in case.responses() for tool in response.instruments()}
    if tools & _DEADLY or any(response.figure("killed").high for response in case.responses()):
        return int(grades["deadly"])
    if tools & _FORCE or case.responses():
        return int(grades["force"])
    officers = any(one["role"] in ("police", "military") for one in report["actors"] or ())
    return int(grades["present"]) if officers else 0


def _event_row(group: list[Row]) -> Row:
    first = group[0]
    sizes = [row["avg_numparticipants"] for row in group if row["avg_numparticipants"] is not None]
    kept = ("cowcode", "location", "latitude", "longitude", "asciiname", "event_date", "side")
    return {
        **{name: first[name] for name in kept},
        "numreports": len(group),
        "max_scope": None,
        "max_partviolence": max(row["part_violence"] for row in group),
        "max_secengagement": max(row["sec_engagement"] for row in group),
        "mean_avg_numparticipants": round(fmean(sizes)) if sizes else None,
    }
