"""What a codebook's file in this folder offers: cases in, rows of its files out; and what all of them share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from constancia.publish.codebooks.book import Book
from constancia.publish.codebooks.case import Case
from constancia.publish.codebooks.lossiness import Losses
from constancia.publish.rows import Row

FileRow = tuple[str, Row]
"""The name of a file, and a row of it."""

RowsOf = Callable[[Iterator[Case], Book, Losses], Iterator[FileRow]]
"""Writes the cases of a record as one codebook has them; whatever it leaves out it tells to the losses."""

_ID_DIGITS = 13  # hexadecimal: 52 bits, which every program that reads numbers as floats keeps whole


def number_of(key: str) -> int:
    """Give the number that stands for one of our ids where a format wants numbers."""
    return int(key[1 : 1 + _ID_DIGITS], 16)


def chosen(cases: Iterator[Case], book: Book, losses: Losses) -> Iterator[Case]:
    """Give the cases whose status the codebook holds, that no reviewer refused and that sum up no others."""
    for case in cases:
        if case.event["review_state"] == "rejected":
            losses.add("event", "rejected by a reviewer", case.event_id)
        elif case.event["status"] not in book.statuses:
            losses.add("status", case.event["status"], case.event_id)
        elif case.is_sum_of_parts():
            losses.add("event", "sums up events that are told one by one", case.event_id)
        else:
            yield case


def protests(cases: Iterator[Case], losses: Losses) -> Iterator[Case]:
    """Give the cases that are protests; the others are counted as left out."""
    for case in cases:
        if case.event["type"] == "PROTEST":
            yield case
        else:
            losses.add("event", f"no protest: {case.event['type']}", case.event_id)


def dated(cases: Iterator[Case], losses: Losses) -> Iterator[Case]:
    """Give the cases that have a day; formats with a column for one cannot hold the others."""
    for case in cases:
        if case.first_day is None:
            losses.add("event", "no date", case.event_id)
        else:
            yield case


def tell_figures(case: Case, book: Book, losses: Losses) -> None:
    """Tell which of an exported case's figures the codebook has no place for, and which it made one number of."""
    for claim in case.claims:
        if claim["measure"] not in book.measures:
            losses.add("claim", claim["measure"], claim["claim_id"])
        elif claim["part_of"] is not None:
            losses.add("part", claim["measure"], claim["claim_id"])
    for measure in sorted(book.measures & {"killed", "injured", "arrested", "participants"}):
        whole = [claim for claim in case.measured(measure) if claim["part_of"] is None]
        bounds = {(claim["low"], claim["high"], claim["best"]) for claim in whole}
        if whole and case.figure(measure).best is None and case.figure(measure).low is None:
            losses.add("vague", measure, case.event_id)
        elif book.has_single_number and (len(bounds) > 1 or any(low != high for low, high, _ in bounds)):
            losses.add("flattened", measure, case.event_id)


def point(case: Case, losses: Losses) -> tuple[float | None, float | None]:
    """Give latitude and longitude; both None, and told, where the place is known only as an area."""
    if case.event["lat"] is None or case.event["lon"] is None:
        losses.add("point", case.event["place_precision"] or "no place", case.event_id)
        return None, None
    return case.event["lat"], case.event["lon"]
