"""Events to GDELT 2.0's events and mentions: CAMEO codes, two actors, and where each page tells of it."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from typing import Any, cast
from urllib.parse import urlsplit

from constancia.publish.codebooks.book import Book, country, roles
from constancia.publish.codebooks.case import Case
from constancia.publish.codebooks.interface import FileRow, chosen, dated, number_of, point, tell_figures
from constancia.publish.codebooks.lossiness import Losses
from constancia.publish.privacy import BLACK
from constancia.publish.rows import Row

_EVENTS, _MENTIONS = "events.tab", "mentions.tab"
_WEB = 1
_SOURCE_PARTS = frozenset({"actor", "organiser", "perpetrator"})
_GEO_TYPES = {"country": 1, "admin1": 5, "region": 5, "admin2": 5, "city": 4, "site": 4}
_GEO_TYPES_US = {**_GEO_TYPES, "admin1": 2, "admin2": 2, "city": 3, "site": 3}


def rows(cases: Iterator[Case], book: Book, losses: Losses) -> Iterator[FileRow]:
    """Write every dated event, and behind it a mention for each of its reports."""
    for case in dated(chosen(cases, book, losses), losses):
        day = cast("dt.date", case.first_day)
        if case.last_day != day:
            losses.add("date", "several days told by the first", case.event_id)
        tell_figures(case, book, losses)
        yield _EVENTS, _event(case, day, book, losses)
        for report in case.reports:
            yield _MENTIONS, _mention(case, report, day)


def _event(case: Case, day: dt.date, book: Book, losses: Losses) -> Row:
    code = _cameo(case, book)
    year_length = 366 if calendar.isleap(day.year) else 365
    urls = case.urls()
    return {
        "GLOBALEVENTID": number_of(case.event_id),
        "SQLDATE": f"{day:%Y%m%d}",
        "MonthYear": f"{day:%Y%m}",
        "Year": day.year,
        "FractionDate": round(day.year + day.timetuple().tm_yday / (year_length + 1), 4),
        "IsRootEvent": 1,
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": _quad_class(code),
        "GoldsteinScale": book.lists["goldstein"].get(code) or book.lists["goldstein"].get(code[:3]),
        "NumMentions": len(case.reports),
        "NumSources": len(case.outlets()),
        "NumArticles": len(urls),
        "DATEADDED": f"{_added(case, day):%Y%m%d%H%M%S}",
        "SOURCEURL": urls[0] if urls else None,
        **_actor(1, case, is_source=True),
        **_actor(2, case, is_source=False),
        **_place(case, losses),
    }


def _cameo(case: Case, book: Book) -> str:
    codes: dict[str, str] = book.lists["cameo"]
    return codes.get(case.event["mode"] or "") or codes[case.event["type"]]


def _quad_class(code: str) -> int:
    root = int(code[:2])
    return 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4


def _added(case: Case, day: dt.date) -> dt.datetime:
    told = case.event["first_reported"]
    return dt.datetime.combine(dt.date.fromisoformat(told) if told else day, dt.time())


def _actor(number: int, case: Case, *, is_source: bool) -> Row:
    actor = next((one for one in case.event["actors"] if (one["part"] in _SOURCE_PARTS) is is_source), None)
    if actor is None:
        return {}
    where = country(actor.get("nation") or case.event["country"])
    kind = roles()[actor["role"]]["cameo"] or None
    name: str | None = None if actor.get("is_private") else actor["name"] or actor.get("organisation")
    name = (name if name and BLACK not in name else actor["role"]).upper()
    code = (where.iso3 if where else "") + (kind or "")
    return {
        f"Actor{number}Code": code or None,
        f"Actor{number}Name": name,
        f"Actor{number}CountryCode": where.iso3 if where else None,
        f"Actor{number}Type1Code": kind,
    }


def _place(case: Case, losses: Losses) -> dict[str, Any]:
    event = case.event
    lat, lon = point(case, losses)
    where = country(event["country"])
    types = _GEO_TYPES_US if event["country"] == "US" else _GEO_TYPES
    names = (event["place_name"], event["admin1"], where.name if where else None)
    return {
        "ActionGeo_Type": types.get(event["place_precision"], 0),
        "ActionGeo_FullName": ", ".join(dict.fromkeys(name for name in names if name)) or None,
        "ActionGeo_CountryCode": where.fips if where else None,
        "ActionGeo_ADM1Code": where.fips if where else None,
        "ActionGeo_Lat": lat,
        "ActionGeo_Long": lon,
    }


def _mention(case: Case, report: Row, day: dt.date) -> Row:
    page = case.pages[report["page_id"]]
    published = dt.date.fromisoformat(page["published"]) if page["published"] else _added(case, day)
    offsets = {one["part"] in _SOURCE_PARTS: one["start"] for one in reversed(report["actors"] or ()) if "start" in one}
    return {
        "globaleventid": number_of(case.event_id),
        "eventtimedate": f"{day:%Y%m%d}000000",
        "mentiontimedate": f"{published:%Y%m%d}000000",
        "mentiontype": _WEB,
        "mentionsourcename": urlsplit(page["url"]).hostname or page["publisher"] or page["url"],
        "mentionidentifier": page["url"],
        "actor1charoffset": offsets.get(True, -1),
        "actor2charoffset": offsets.get(False, -1),
        "actioncharoffset": report["trigger"]["start"],
        "inrawtext": 1,
    }
