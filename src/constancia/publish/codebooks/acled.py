"""Events to ACLED's columns: one row an event, day and place; what the police did to a protest is told in its row."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from constancia.identity import digest
from constancia.publish.codebooks.acled_actors import Sides, sides
from constancia.publish.codebooks.book import Book, Country, country
from constancia.publish.codebooks.case import Case, with_responses
from constancia.publish.codebooks.interface import FileRow, chosen, number_of, point, tell_figures
from constancia.publish.codebooks.lossiness import Losses
from constancia.publish.rows import Row

_FILE = "acled.csv"
_PROTEST = "Peaceful protest"
_FORCE = "Excessive force against protesters"
_INTERVENTION = "Protest with intervention"
_LETHAL = frozenset({"live-ammunition", "firearms", "explosives"})


@dataclass(frozen=True, slots=True)
class _Draft:
    """An event of a day and place before it is merged with its like."""

    cases: tuple[Case, ...]
    day: dt.date
    precision: int
    sub_type: str
    event_type: str
    fatalities: int
    note: str = ""
    is_first: bool = True


def rows(cases: Iterator[Case], book: Book, losses: Losses) -> Iterator[FileRow]:
    """Write events as ACLED does: lowest figure, highest type, one row for the same actors, place and day."""
    groups: dict[tuple[object, ...], list[_Draft]] = defaultdict(list)
    absorbed: set[str] = set()
    for case in chosen(cases, book, losses):
        for draft in _drafts(case, book, losses):
            groups[_key(draft)].append(draft)
        if _is_demonstration(case):
            absorbed.update(one.event_id for one in case.responses())
    for drafts in groups.values():
        own = [one for one in drafts if one.cases[0].event_id not in absorbed]
        for one in drafts:
            if one not in own:
                losses.add("merged", "what was done to a protest stands in the protest's row", one.cases[0].event_id)
        if own:
            yield _FILE, _row(_merged(own, book, losses), book, losses)


def _is_demonstration(case: Case) -> bool:
    return case.event["acled_event_type"] in ("Protests", "Riots")


def _key(draft: _Draft) -> tuple[object, ...]:
    event = draft.cases[0].event
    where: tuple[str | None, ...] = event["country"], event["admin1"], event["place_name"]
    if event["place_precision"] not in ("site", "city", "admin2"):  # two events of a wide area may lie far apart
        where = (*where, draft.cases[0].event_id)
    side = sides(draft.cases[0], draft.sub_type)
    return draft.day, draft.precision, where, side.first.kind, side.first.associates, side.second.kind


def _drafts(case: Case, book: Book, losses: Losses) -> Iterator[_Draft]:
    event = case.event
    reason = _no_place_in_it(case, book)
    if reason:
        losses.add("event", reason, case.event_id)
        return
    precision = _time_precision(case, book)
    if case.first_day is None or precision is None:
        losses.add("event", "no date within a month", case.event_id)
        return
    sub_type = _sub_type(case)
    draft = _Draft((case,), case.first_day, precision, sub_type, event["acled_event_type"], _fatalities(case))
    days = case.days()
    if len(days) < 2:
        if precision > 1:
            losses.add("date", f"a span told by its first day and time_precision {precision}", case.event_id)
        yield draft
        return
    losses.add("split", "several days, each with reports of its own", case.event_id)
    share, rest = divmod(draft.fatalities, len(days))
    note = f" [{draft.fatalities} deaths over {len(days)} days divided by day.]" if draft.fatalities else ""
    for at, day in enumerate(days):
        fatalities = share + (rest if at == 0 else 0)
        yield replace(draft, day=day, precision=1, fatalities=fatalities, note=note, is_first=at == 0)


def _no_place_in_it(case: Case, book: Book) -> str | None:
    if case.event["acled_event_type"] is None or case.event["acled_sub_event_type"] is None:
        return f"no type of ACLED's: {case.event['type']}"
    if country(case.event["country"]) is None:
        return "no country known"
    if case.event["place_precision"] not in book.lists["geo_precision"]:
        return "no place below the country known"
    return None


def _time_precision(case: Case, book: Book) -> int | None:
    """Give 1, 2 or 3 for a date known to the day, week or month; None where it is wider."""
    first, last = case.first_day, case.last_day
    if first is None or last is None:
        return None
    length = (last - first).days + 1
    limits: Mapping[str, int] = book.lists["time_precision"]
    codes = {1: 1, limits["week"]: 2, limits["month"]: 3}
    if case.event["date_to"] is None:
        return 1  # what goes on since a day began on that day; its other days have reports or are not told
    return next((code for limit, code in codes.items() if length <= limit), None)


def _sub_type(case: Case) -> str:
    """Raise a peaceful protest to what was done to it."""
    own: str = case.event["acled_sub_event_type"]
    if own != _PROTEST or not case.responses():
        return own
    harmed = any(
        one.figure(measure).low or one.figure(measure).best
        for one in case.responses()
        for measure in ("killed", "injured")
    )
    lethal = any(_LETHAL.intersection(one.instruments()) for one in case.responses())
    return _FORCE if harmed or lethal else _INTERVENTION


def _fatalities(case: Case) -> int:
    """Give the deaths; of a protest and what was done to it the higher, for texts tell the same dead of either."""
    told = with_responses(case) if _is_demonstration(case) else iter((case,))
    return max(one.figure("killed").best or 0 for one in told)


def _merged(drafts: list[_Draft], book: Book, losses: Losses) -> _Draft:
    """Make one of the drafts of the same actors, place and day; its type and its toll are the highest."""
    order: list[str] = book.lists["ranks"]["order"]
    drafts = sorted(drafts, key=lambda one: (order.index(one.sub_type), one.cases[0].event_id))
    for one in drafts[1:]:
        losses.add("merged", f"into {drafts[0].cases[0].event_id}: same actors, place and day", one.cases[0].event_id)
    if sum(one.fatalities > 0 for one in drafts) > 1:
        losses.add("flattened", "deaths of merged events: the highest, not the sum", drafts[0].cases[0].event_id)
    cases = tuple(case for one in drafts for case in one.cases)
    return replace(drafts[0], cases=cases, fatalities=max(one.fatalities for one in drafts))


def _row(draft: _Draft, book: Book, losses: Losses) -> Row:
    case = draft.cases[0]
    where = country(case.event["country"])
    if where is None:  # refused before: a draft has a country
        raise ValueError(case.event_id)
    side = sides(case, draft.sub_type)
    if draft.is_first:
        for one in draft.cases:
            tell_figures(one, book, losses)
    losses.add("filled", "source_scale left empty", case.event_id)
    if not any(one.measured("killed") for told in draft.cases for one in with_responses(told)):
        losses.add("filled", "fatalities 0 where nobody spoke of deaths", case.event_id)
    outlets = dict.fromkeys(name for one in draft.cases for name in one.outlets())
    return {
        "event_id_cnty": _id(draft, where),
        "event_date": draft.day.isoformat(),
        "year": draft.day.year,
        "time_precision": draft.precision,
        "disorder_type": book.lists["disorder"].get(draft.sub_type) or book.lists["disorder"][draft.event_type],
        "event_type": draft.event_type,
        "sub_event_type": draft.sub_type,
        "source": "; ".join(outlets),
        "notes": _notes(draft),
        "fatalities": draft.fatalities,
        "tags": _tags(draft),
        "timestamp": _timestamp(case),
        **_actor_columns(side),
        **_place_columns(case, where, book, losses),
    }


def _id(draft: _Draft, where: Country) -> str:
    event_id = draft.cases[0].event_id
    return f"{where.iso3}{number_of(event_id if draft.is_first else 'e' + digest(event_id, draft.day))}"


def _actor_columns(side: Sides) -> Row:
    first, second = side.first, side.second
    return {
        "actor1": first.name,
        "assoc_actor_1": "; ".join(first.associates) or None,
        "inter1": first.kind,
        "actor2": second.name,
        "assoc_actor_2": "; ".join(second.associates) or None,
        "inter2": second.kind,
        "interaction": f"{first.kind} - {second.kind}" if second.kind else f"{first.kind} only",
        "civilian_targeting": "Civilian targeting" if side.is_against_civilians else None,
    }


def _place_columns(case: Case, where: Country, book: Book, losses: Losses) -> Row:
    event = case.event
    latitude, longitude = point(case, losses)
    return {
        "iso": where.iso_numeric,
        "region": where.acled_region,
        "country": where.name,
        "admin1": event["admin1"],
        "admin2": event["admin2"],
        "location": event["place_name"],
        "latitude": latitude,
        "longitude": longitude,
        "geo_precision": book.lists["geo_precision"][event["place_precision"]],
    }


def _notes(draft: _Draft) -> str:
    quotes = dict.fromkeys(case.quote() for case in draft.cases)
    return " ".join(quote for quote in quotes if quote) + draft.note


def _tags(draft: _Draft) -> str:
    said = "; ".join(words for case in draft.cases if (words := case.words("participants")))
    ids = ", ".join(case.event_id for case in draft.cases)
    size = f"crowd size={said or 'no report'}; " if _is_demonstration(draft.cases[0]) else ""
    return f"{size}record={ids}"


def _timestamp(case: Case) -> int | None:
    day = case.event["first_reported"]
    return None if day is None else int(dt.datetime.fromisoformat(day).replace(tzinfo=dt.UTC).timestamp())
