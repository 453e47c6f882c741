"""A record of one page, archived and exported, as small as a record can be; words and people are invented."""

import csv
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from constancia import identity
from constancia.codec import to_json
from constancia.model import Capture, Snapshot
from constancia.store.archive import Archive

TITLE = "Marcha en Valdoro"
BODY = "Más de 80 personas marcharon el martes en Valdoro, dijo la alcaldesa. Murieron siete desde enero."
TEXT = f"{TITLE}\n\n{BODY}"
HTML = (
    b"<!doctype html><html><head><meta charset='utf-8'><title>Marcha en Valdoro - Diario Norte</title>"
    b"<script>var quote = 'Murieron ocho';</script></head><body><nav>Inicio</nav><h1>Marcha en&nbsp;Valdoro</h1>"
    b"<p>M&aacute;s de <b>80</b> personas\n marcharon el martes en <a href='/v'>Valdoro</a>, dijo la alcaldesa."
    b" Murieron siete desde enero.</p></body></html>"
)
URL = "norte/marcha.html"
OVER_80 = {"noun": "personas", "modifier": "over", "low": 81, "high": None, "best": None}
SEVEN = {"noun": None, "modifier": "exact", "low": 7, "high": 7, "best": 7}


def archived(folder: Path, *more: bytes) -> Snapshot:
    moment = dt.datetime(2031, 5, 4, 12, tzinfo=dt.UTC)
    with Archive(folder) as archive:
        stored = archive.append(Capture(URL, moment, "text/html", HTML, charset="utf-8"))
        for number, body in enumerate(more):
            archive.append(Capture(f"norte/{number}.html", moment, "text/html", body))
    return stored


def span(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def tables(stored: Snapshot) -> dict[str, list[dict[str, Any]]]:
    page = identity.page_id(stored.snapshot_id)
    passage = identity.passage_id(page, 0, len(TEXT))
    first, second = (f"{sentence.rstrip('.')}." for sentence in BODY.split(". "))
    trigger = span("marcharon")
    report = identity.report_id(passage, trigger["start"], trigger["end"], "PROTEST")
    event = identity.event_id((report,))
    toll = identity.toll_id("killed", "cumulative", "Valdoro", None, None)
    own = {"page_id": page, "passage_id": passage}
    valdoro = TEXT.index("Valdoro, ")
    snapshot = to_json(stored)
    return {
        "snapshots": [snapshot],
        "pages": [
            {
                "page_id": page, "snapshot_id": stored.snapshot_id, "url": URL, "kind": "article", "title": TITLE,
                "language": "es",
            }
        ],
        "passages": [
            {
                "passage_id": passage, "page_id": page, "start": 0, "end": len(TEXT), "title_end": len(TITLE),
                "title": TITLE,
            }
        ],
        "mentions": [
            {
                **own, "id": passage, "kind": "place", "text": "Valdoro", "start": valdoro, "end": valdoro + 7,
                "value": {"name": "Valdoro"},
            },
            {**own, "id": passage, "kind": "quantity", **span("Más de 80"), "value": OVER_80},
        ],
        "reports": [
            {
                "report_id": report, "id": passage, **own, "event_id": event, **_quoted(first), "trigger": trigger,
                "type": "PROTEST", "date_text": "el martes", "date_start": TEXT.index("el martes"),
                "date_end": TEXT.index("el martes") + 9, "place_text": None, "place_start": None, "place_end": None,
                "actors": [{"part": "actor", "role": "protesters", **span("personas")}], "instruments": [],
                "objects": [], "target": None, "campaign": None,
            }
        ],
        "claims": [
            _claim(own, "participants", "Más de 80", first, OVER_80) | {"report_id": report, "event_id": event},
            _claim(own, "killed", "siete", second, SEVEN) | {"toll_id": toll},
        ],
        "events": [
            {
                "event_id": event, "type": "PROTEST", "participants_low": 81, "participants_high": None,
                "n_reports": 1, "policy": "bounds",
            }
        ],
        "links": [{"report_id": report, "event_id": event, "score": 1.0, "parts": {}, "by": "machine"}],
        "tolls": [
            {
                "toll_id": toll, "measure": "killed", "scope": "cumulative", "n_claims": 1, "lowest": 7, "highest": 7,
                "first_as_of": "2031-05-04", "last_as_of": "2031-05-04",
            }
        ],
    }  # fmt: skip


def _quoted(sentence: str) -> dict[str, Any]:
    return {"start": TEXT.index(sentence), "end": TEXT.index(sentence) + len(sentence), "quote": sentence}


def _claim(own: dict[str, str], measure: str, words: str, quote: str, figure: dict[str, Any]) -> dict[str, Any]:
    place = span(words)
    return {
        "claim_id": identity.claim_id(own["passage_id"], place["start"], place["end"], measure),
        "report_id": None, **own, "event_id": None, "toll_id": None, "measure": measure, **place, **figure,
        "scope": "incident", "as_of": "2031-05-04", "via": None,
        "according_to": {"role": "government", "name": None, **span("la alcaldesa")}, "quote": quote,
    }  # fmt: skip


def write(folder: Path, rows: dict[str, list[dict[str, Any]]], form: str = "jsonl") -> Path:
    folder.mkdir(exist_ok=True)
    for name, table in rows.items():
        _WRITE[form](folder / f"{name}.{form}", table)
    return folder


def _write_json_lines(path: Path, table: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in table), encoding="utf-8")


def _write_csv(path: Path, table: list[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, list(table[0]))
        rows.writeheader()
        rows.writerows([{name: _flat(value) for name, value in row.items()} for row in table])


def _write_parquet(path: Path, table: list[dict[str, Any]]) -> None:
    pq.write_table(pa.Table.from_pylist([{name: _flat(value) for name, value in row.items()} for row in table]), path)


def _flat(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, dict | list) else value


_WRITE = {"jsonl": _write_json_lines, "csv": _write_csv, "parquet": _write_parquet}
