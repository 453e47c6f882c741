"""Events to Mass Mobilization's columns: protests of fifty or more against a state, numbered by country and year."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from constancia.publish.codebooks.book import Book, Country, country
from constancia.publish.codebooks.case import Case, with_responses
from constancia.publish.codebooks.interface import FileRow, chosen, tell_figures
from constancia.publish.codebooks.lossiness import Losses
from constancia.publish.rows import Row

_FILE = "mm.csv"
_DEMANDS, _RESPONSES = 4, 7
_VIOLENT_MODES = frozenset({"riot", "vandalize"})


def rows(cases: Iterator[Case], book: Book, losses: Losses) -> Iterator[FileRow]:
    """Write protests in the order of their days, so that the numbers within a year go with time."""
    kept = []
    for case in chosen(cases, book, losses):
        reason = _outside(case, book)
        if reason:
            losses.add("event", reason, case.event_id)
        else:
            kept.append(case)
    numbers: Counter[tuple[str, int]] = Counter()
    for case in sorted(kept, key=lambda one: (one.event["date_from"], one.event_id)):
        where, day = country(case.event["country"]), case.first_day
        if where is not None and day is not None:
            numbers[where.iso2, day.year] += 1
            tell_figures(case, book, losses)
            yield _FILE, _row(case, where, numbers[where.iso2, day.year], book, losses)


def _outside(case: Case, book: Book) -> str | None:
    if case.event["type"] != "PROTEST":
        return f"no protest: {case.event['type']}"
    if case.first_day is None:
        return "no date"
    if country(case.event["country"]) is None:
        return "no country known"
    targets = case.targets()
    if targets and not any(one["role"] in book.lists["state_roles"] for one in targets):
        return "against nobody of the state"
    size = case.figure("participants").best
    if size is None:
        return "nobody said how many"
    return "fewer than fifty people" if size < book.lists["least_participants"] else None


def _row(case: Case, where: Country, number: int, book: Book, losses: Losses) -> Row:
    first, last = case.first_day, case.last_day
    if first is None or last is None:  # refused before
        raise ValueError(case.event_id)
    is_violent = case.event["mode"] in _VIOLENT_MODES or case.event["acled_event_type"] == "Riots"
    return {
        "id": f"{where.cow or 0}{first.year}{number:03d}",
        "country": where.name,
        "ccode": where.cow,
        "year": first.year,
        "region": book.lists["regions"].get(where.acled_region),
        "protest": 1,
        "protestnumber": number,
        "startday": first.day,
        "startmonth": first.month,
        "startyear": first.year,
        "endday": last.day,
        "endmonth": last.month,
        "endyear": last.year,
        "protesterviolence": int(is_violent),
        "location": case.event["place_name"],
        "participants_category": _category(case, book),
        "participants": case.words("participants"),
        "protesteridentity": "; ".join(case.names("actor", "organiser") or case.roles("actor", "organiser")) or None,
        "sources": "; ".join(case.urls()),
        "notes": f"{case.quote()} [record {case.event_id}]",
        **_cells("protesterdemand", _demands(case, book, losses), _DEMANDS, book),
        **_cells("stateresponse", _responses(case, book), _RESPONSES, book),
    }


def _category(case: Case, book: Book) -> str:
    floors: dict[str, int] = book.lists["categories"]
    size = case.figure("participants").best or 0
    return list(floors)[bisect_right(list(floors.values()), size) - 1]


def _demands(case: Case, book: Book, losses: Losses) -> list[str]:
    for issue in case.issues():
        if issue not in book.lists["demands"]:
            losses.add("filled", f"no demand of theirs for {issue}", case.event_id)
    return list(dict.fromkeys(book.lists["demands"][one] for one in case.issues() if one in book.lists["demands"]))


def _responses(case: Case, book: Book) -> list[str]:
    modes, tools = book.lists["responses"], book.lists["response_instruments"]
    found: set[str] = set()
    for one in with_responses(case):
        is_response = one is not case
        acted = is_response or {"police", "military"} & set(one.roles("actor", "perpetrator"))
        if is_response and one.event["mode"] in modes:
            found.add(modes[one.event["mode"]])
        if acted:
            found |= {tools[tool] for tool in one.instruments() if tool in tools}
        if acted and one.figure("killed").best:
            found.add("killings")
        if one.figure("arrested").best:
            found.add("arrests")
    return sorted(found | ({"accomodation"} if any(p.event["type"] == "CONCEDE" for p in case.parts) else set()))


def _cells(name: str, values: list[str], number: int, book: Book) -> Row:
    padded = [*values, *[book.lists["empty"]] * number][:number]
    return {f"{name}{at}": value for at, value in enumerate(padded, start=1)}
