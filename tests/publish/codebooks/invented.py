"""Public rows of an invented record, and the cases that the shelf makes of them."""

from collections.abc import Iterator
from typing import Any

from constancia.publish import tables
from constancia.publish.codebooks.book import load_book
from constancia.publish.codebooks.case import Case
from constancia.publish.codebooks.lossiness import Losses
from constancia.publish.codebooks.shelf import Shelf
from constancia.publish.codebooks.writing import CODEBOOKS
from constancia.publish.tables import TableSpec

Row = dict[str, Any]
FIGURES = ("killed", "injured", "arrested", "participants")


def row(spec: TableSpec, **values: Any) -> Row:
    assert not set(values) - set(spec.names()), set(values) - set(spec.names())
    return {name: values.get(name) for name in spec.names()}


def event(key: str = "e00000000000000a1", **values: Any) -> Row:
    base = {
        "event_id": key, "type": "PROTEST", "mode": "demo", "form": "march", "acled_event_type": "Protests",
        "acled_sub_event_type": "Peaceful protest", "status": "occurred", "date_from": "2024-05-06",
        "date_to": "2024-05-06", "date_precision": "day", "place_name": "Villa Rosal", "lat": -25.5, "lon": -57.1,
        "country": "PY", "admin1": "Central", "place_precision": "city", "actors": [actor()], "n_reports": 1,
        "first_reported": "2024-05-07", "review_state": "unreviewed", "policy": "bounds",
    }  # fmt: skip
    return row(tables.EVENTS, **{**base, **values})


def actor(part: str = "actor", role: str = "protesters", **values: Any) -> Row:
    base = {"part": part, "role": role, "name": None, "organisation": None, "nation": None, "is_private": False}
    return {**base, **values}


def report(key: str = "r1", event_id: str = "e00000000000000a1", **values: Any) -> Row:
    base = {
        "report_id": key, "id": "g1", "passage_id": "g1", "page_id": "p1", "event_id": event_id, "start": 0, "end": 30,
        "quote": "Some 400 bakers marched in Villa Rosal.", "trigger": {"start": 16, "end": 23, "text": "marched"},
        "type": "PROTEST", "status": "occurred", "is_plural": False, "date_from": "2024-05-06",
        "date_to": "2024-05-06", "date_precision": "day", "place_name": "Villa Rosal", "lat": -25.5, "lon": -57.1,
        "country": "PY", "place_precision": "city", "actors": [actor()], "issue": ["prices-taxes"], "target": None,
        "instruments": [], "objects": [], "coder": "rules-en", "codebook": "1.0",
    }  # fmt: skip
    return row(tables.REPORTS, **{**base, **values})


def claim(key: str = "c1", measure: str = "participants", low: int | None = 400, **values: Any) -> Row:
    base = {
        "claim_id": key, "report_id": "r1", "page_id": "p1", "passage_id": "g1", "event_id": "e00000000000000a1",
        "measure": measure, "text": str(low), "modifier": "exact", "low": low, "high": low, "best": low,
        "scope": "incident", "certainty": "asserted", "start": 5, "end": 8, "quote": "Some 400 bakers marched.",
    }  # fmt: skip
    return row(tables.CLAIMS, **{**base, **values})


def page(key: str = "p1", **values: Any) -> Row:
    base = {"page_id": key, "snapshot_id": "s1", "url": "https://echo.example/bakers", "kind": "article",
            "title": "Bakers march", "published": "2024-05-07", "language": "en", "publisher_id": "o1"}  # fmt: skip
    return row(tables.PAGES, **{**base, **values})


def source(key: str = "o1", name: str = "The Rosal Echo", **values: Any) -> Row:
    return row(tables.SOURCES, **{"source_id": key, "name": name, "kind": "publisher", **values})


def toll(key: str = "t1", measure: str = "killed") -> Row:
    return row(tables.TOLLS, toll_id=key, measure=measure, scope="cumulative", n_claims=1)


def figures(measure: str, low: int | None, high: int | None = None, best: int | None = None) -> Row:
    """The three columns of a measure; one number for all where only `low` is given."""
    high, best = (low if high is None else high), (low if best is None else best)
    return {f"{measure}_low": low, f"{measure}_high": high, f"{measure}_best": best}


def tagged(*rows: Row) -> Iterator[tuple[TableSpec, Row]]:
    by_columns = {spec.names(): spec for spec in tables.TABLES}
    return ((by_columns[tuple(one)], one) for one in rows)


def cases(*rows: Row) -> list[Case]:
    given = {next(iter(one)) for one in rows}
    standard = [one for one in (page(), source()) if next(iter(one)) not in given]
    with Shelf() as shelf:
        shelf.fill(tagged(*standard, *rows))
        return list(shelf.cases())


def written(codebook: str, *rows: Row) -> tuple[dict[str, list[Row]], Losses]:
    """Write rows as a codebook does: its rows by file, and what was lost."""
    losses = Losses()
    book = load_book(codebook)
    files: dict[str, list[Row]] = {name: [] for name in book.files}
    for name, one in CODEBOOKS[codebook](iter(cases(*rows)), book, losses):
        files[name].append(one)
    return files, losses


def lost(losses: Losses, kind: str) -> dict[str, list[str]]:
    return {one["reason"]: one["ids"] for one in losses.report() if one["kind"] == kind}
