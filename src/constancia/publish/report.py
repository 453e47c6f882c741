"""The tables of a record to one HTML page that opens offline: events, tolls, and behind every figure its sentence."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from jinja2 import Environment, PackageLoader, select_autoescape
from markupsafe import Markup, escape

from constancia.publish import timeline_chart, toll_chart
from constancia.publish.toll_series import bar_of, by_as_of, speaker, toll_title

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]

MEASURES = ("killed", "injured", "arrested", "participants")
_HAPPENED = ("occurred", "ongoing")
_UNDATED = "9999"
# PLOVER's types of deeds done to or by people in a place; the others are words, talks and help.
_DEEDS = frozenset({"PROTEST", "ASSAULT", "COERCE", "MOBILIZE"})


def render(tables: Tables, *, title: str, made_at: dt.datetime, policy: str) -> str:
    """Render the page from the public tables of an export (`record.md`, section 4; private names already masked).

    `tables` must hold snapshots, pages, texts, passages, reports, claims, events, tolls and campaigns.
    """
    environment = Environment(
        loader=PackageLoader("constancia.publish"),
        autoescape=select_autoescape(default=True),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(bounds=bounds, day_range=day_range, speaker=speaker, thousands=thousands, marked=marked)
    evidence = _Evidence(tables)
    events = [row for row in tables["events"] if row["status"] in _HAPPENED]
    deeds = [row for row in events if row["type"] in _DEEDS]
    return environment.get_template("report.html.j2").render(
        title=title,
        made_at=made_at,
        policy=policy,
        measures=MEASURES,
        evidence=evidence,
        timeline=Markup(timeline_chart.draw(_marks(deeds), "Events by date")),  # noqa: S704 - escaped where drawn
        days=_by_day(deeds),
        words=_by_day([row for row in events if row["type"] not in _DEEDS]),
        others=_by_status(tables["reports"]),
        tolls=_tolls(tables["tolls"], evidence),
        campaigns=tables["campaigns"],
        counts=_counts(tables, events),
    )


class _Evidence:
    """Finds, for a claim or report, its page, its snapshot and the places that its page must highlight."""

    def __init__(self, tables: Tables) -> None:
        snapshots = {row["snapshot_id"]: row for row in tables["snapshots"]}
        texts = {row["page_id"]: row["text"] for row in tables["texts"]}
        publishers = {row["source_id"]: row["name"] for row in tables.get("sources", ())}
        self.pages: dict[str, dict[str, Any]] = {
            row["page_id"]: {
                **row,
                "snapshot": snapshots[row["snapshot_id"]],
                "text": texts.get(row["page_id"]),
                "publisher": publishers.get(row.get("publisher_id")),
            }
            for row in tables["pages"]
        }
        self.reports = _grouped(tables["reports"], "event_id")
        self.claims = _grouped(tables["claims"], "event_id")
        self.toll_claims = _grouped(tables["claims"], "toll_id")
        self._page_claims = _grouped(tables["claims"], "page_id")

    def cited_pages(self) -> list[dict[str, Any]]:
        """Give the pages with at least one claim, by address."""
        cited = [self.pages[page_id] for page_id in self._page_claims if page_id in self.pages]
        return sorted(cited, key=lambda page: (page["url"], page["page_id"]))

    def highlighted(self, page: Row) -> Markup:
        """Give the text of a page with each claim's words in a mark of its own."""
        text, at, parts = page["text"] or "", 0, []
        for claim in sorted(self._page_claims[page["page_id"]], key=lambda row: (row["start"], row["end"])):
            if claim["start"] < at:
                continue
            words = text[claim["start"] : claim["end"]]
            parts += [
                escape(text[at : claim["start"]]),
                Markup('<mark id="m-{}">{}</mark>').format(claim["claim_id"], words),
            ]
            at = claim["end"]
        return Markup("").join([*parts, escape(text[at:])])


def _grouped(rows: Iterable[Row], key: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.get(key) is not None:
            groups[row[key]].append(row)
    return groups


def bounds(row: Row, prefix: str = "") -> str:
    """Write the bounds of a claim or of an event's measure: "12", "81 or more", "at most 49", "800 to 1,000"."""
    low, high, best = (row.get(f"{prefix}{part}") for part in ("low", "high", "best"))
    if low is None and high is None:
        return "" if best is None else f"about {thousands(best)}"
    if low == high:
        return thousands(low)
    about = "" if best is None else f", about {thousands(best)}"
    if high is None:
        return f"{thousands(low)} or more{about}"
    if low is None:
        return f"at most {thousands(high)}{about}"
    return f"{thousands(low)} to {thousands(high)}{about}"


def thousands(value: int | None) -> str:
    """Write a whole number with its thousands apart."""
    return "" if value is None else f"{value:,}"


def day_range(row: Row) -> str:
    """Write a row's `date_from` and `date_to`: a day, a span, or "since" a day without an end."""
    first, last = row.get("date_from"), row.get("date_to")
    if first is None and last is None:
        return "undated"
    if last is None:
        return f"since {first}"
    if first is None:
        return f"until {last}"
    return str(first) if first == last else f"{first} to {last}"


def marked(row: Row) -> Markup:
    """Give a claim's sentence with its figure in a mark."""
    quote, words = row["quote"], row["text"]
    at = quote.find(words)
    if at < 0:
        return escape(quote)
    return Markup("{}<mark>{}</mark>{}").format(quote[:at], words, quote[at + len(words) :])


def _marks(events: Sequence[Row]) -> list[timeline_chart.Mark]:
    dated = [row for row in events if row["date_from"]]
    return [
        timeline_chart.Mark(
            event_id=row["event_id"],
            row=str(row["form"] or row["mode"] or row["type"].lower()).replace("-", " "),
            from_=dt.date.fromisoformat(row["date_from"]),
            to=dt.date.fromisoformat(row["date_to"] or row["date_from"]),
            words=f"{day_range(row)} · {row['place_name'] or 'place unknown'}",
        )
        for row in sorted(dated, key=lambda row: (row["date_from"], row["event_id"]))
    ]


def _by_day(events: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    days: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(events, key=lambda row: (row["date_from"] or _UNDATED, row["place_name"] or "", row["event_id"])):
        days[day_range(row)].append(row)
    return list(days.items())


def _by_status(reports: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in reports:
        if row["status"] not in _HAPPENED:
            groups[row["status"]].append(row)
    return sorted(groups.items())


def _tolls(tolls: Sequence[Row], evidence: _Evidence) -> list[dict[str, Any]]:
    shown = []
    for toll in tolls:
        claims = by_as_of(evidence.toll_claims[toll["toll_id"]])
        title = toll_title(toll)
        bars = [bar_of(claim) for claim in claims]
        chart = Markup(toll_chart.draw(bars, title))  # noqa: S704 - escaped where drawn
        shown.append({**toll, "title": title, "claims": claims, "chart": chart})
    return sorted(shown, key=lambda toll: (-len(toll["claims"]), toll["title"], toll["toll_id"]))


def _counts(tables: Tables, events: Sequence[Row]) -> dict[str, int]:
    return {
        "pages": len(tables["pages"]),
        "passages": len(tables["passages"]),
        "copies": sum(1 for row in tables["passages"] if row["copy_of"]),
        "reports": len(tables["reports"]),
        "events": len(events),
        "claims": len(tables["claims"]),
        "tolls": len(tables["tolls"]),
    }
