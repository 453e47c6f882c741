"""Texts -> read -> code -> link: the lines of events that `constancia link` writes (record.md, section 3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from constancia.codec import dumps, loads, to_json
from constancia.flow.bundles import bundles
from constancia.flow.coding import code_text
from constancia.flow.lines import LineOptions, Lines, stage_lines
from constancia.link import link
from constancia.model import Appearance, Claim, Coding, Event, Judgement, Report, Text
from constancia.store import Store
from constancia.vocabulary import EventType

_PART_FIELDS = ("event_id", "type", "mode", "status", "report_ids")


@dataclass(frozen=True, slots=True)
class _Told:
    """What an event's line repeats of a report."""

    text_id: str
    start: int
    end: int
    claims: tuple[Claim, ...]


def appearance_lines(text: Text) -> Iterator[str]:
    """Code a text and write it as linking wants it; a text in which nothing happens is one with no reports."""
    done = code_text(text)
    coding = done.coding if done else Coding(text.id, (), ())
    yield dumps(
        Appearance(
            passage_id=text.id,
            page_id=text.id,
            url=text.url,
            publisher=text.publisher,
            published=text.published,
            language=done.reading.language if done else text.language,
            text=text.text,
            coding=coding,
            title_end=text.title_end,
        )
    )


def link_lines(
    lines: Iterable[str], options: LineOptions, watch: Callable[[Lines], None], judgements: tuple[Judgement, ...] = ()
) -> Iterator[str]:
    """Put texts through all stages up to linking and write each event as one line.

    `watch` is told of each stretch of texts when it is coded.
    """
    told: dict[str, _Told] = {}
    linking = link(_appearances(lines, options, watch, told), judgements)
    yield from _event_lines(linking.events, told)


def stored_event_lines(store: Store) -> Iterator[str]:
    """Write each event of a record as one line; offsets count in the pages' texts."""
    told: dict[str, _Told] = {}
    for bundle in bundles(store):
        for passage in bundle.page.passages:
            for report in bundle.shifted_reports(passage.passage_id, passage.start):
                told[report.report_id] = _told(report)
    yield from _event_lines(tuple(store.events()), told)


def _appearances(
    lines: Iterable[str], options: LineOptions, watch: Callable[[Lines], None], told: dict[str, _Told]
) -> Iterator[Appearance]:
    for coded in stage_lines(appearance_lines, lines, options):
        watch(coded)
        for line in coded.written:
            appearance = loads(Appearance, line)
            told.update((report.report_id, _told(report)) for report in appearance.coding.reports)
            yield appearance


def _told(report: Report) -> _Told:
    return _Told(report.id, report.start, report.end, report.claims)


def _event_lines(events: tuple[Event, ...], told: Mapping[str, _Told]) -> Iterator[str]:
    """Write a line an event; what followed from a deed (its arrests, its charges) stands in the deed's own line."""
    by_id = {event.event_id: event for event in events}
    parts: dict[str, list[Event]] = {}
    for event in events:
        whole = by_id.get(event.parent_id or "")
        if whole and (event.type is not EventType.PROTEST or whole.type is not EventType.PROTEST):
            parts.setdefault(whole.event_id, []).append(event)
    nested = {part.event_id for group in parts.values() for part in group}
    for event in events:
        if event.event_id not in nested:
            yield dumps(_event_row(event, parts.get(event.event_id, []), told))


def _event_row(event: Event, parts: list[Event], told: Mapping[str, _Told]) -> dict[str, Any]:
    own = [event.report_ids, *(part.report_ids for part in parts)]
    reports = [(report_id, told[report_id]) for ids in own for report_id in ids]
    row = {name: to_json(getattr(event, name)) for name in ("event_id", "type", "mode", "form", "status", "place")}
    date = event.date
    row["date"] = date and {"from": to_json(date.from_), "to": to_json(date.to), "precision": date.precision}
    row["reports"] = [
        {"report_id": report_id, "id": one.text_id, "start": one.start, "end": one.end} for report_id, one in reports
    ]
    row["reports"] += [{"report_id": None, "id": text, "start": 0, "end": 0} for text in event.silent_passages]
    row["parts"] = [{name: to_json(getattr(part, name)) for name in _PART_FIELDS} for part in parts]
    row["claims"] = [to_json(claim) for _, one in reports for claim in one.claims]
    return row
