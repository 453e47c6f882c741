"""A record to its tables: every format, masked, in order, and whole or not at all."""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pyarrow.parquet as pq
import pytest

from constancia.errors import UsageError
from constancia.flow.release import StoredRecord
from constancia.model import Event
from constancia.publish.bundle import Figure
from constancia.publish.export import FORMATS, ExportOptions, export
from constancia.publish.schema import record_schema
from constancia.publish.tables import TABLES
from constancia.store import Store, page_rows
from constancia.vocabulary import PlacePrecision, Policy, Status
from tests import record_nouns as nouns

BEFORE = "Skip to content\n\n"
NAME = "Rosa Tilcara"
TABLES_WITHOUT_TEXTS = {spec.name for spec in TABLES} - {"texts"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(str(tmp_path / "record.db")) as opened:
        opened.add_snapshots([nouns.snapshot(1), nouns.snapshot(2)])
        opened.add_pages([page_rows(nouns.work(1)), page_rows(nouns.work(2, BEFORE))])
        opened.add_judgement(nouns.judgement())
        opened.put_ledger(nouns.linking(1), [nouns.toll(1)], "test")
        yield opened


def write(store: Store, out: Path, form: str = "jsonl", **options: Any) -> Path:
    export(StoredRecord(store, Policy.BOUNDS), out, form, ExportOptions(**options))
    return out


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()]


def test_every_table_is_written_and_texts_only_when_asked_for(store: Store, tmp_path: Path) -> None:
    plain, full = write(store, tmp_path / "a"), write(store, tmp_path / "b", has_texts=True)
    assert {path.stem for path in plain.iterdir()} == TABLES_WITHOUT_TEXTS
    assert {path.stem for path in full.iterdir()} == TABLES_WITHOUT_TEXTS | {"texts"}


def test_every_row_fits_the_schema(store: Store, tmp_path: Path) -> None:
    schema = record_schema()
    out = write(store, tmp_path / "out", has_texts=True)
    for spec in TABLES:
        one = {"$defs": schema["$defs"], "$ref": f"#/$defs/table_{spec.name}"}
        validator = jsonschema.Draft202012Validator(one)
        for row in rows(out, spec.name):
            validator.validate(row)
            assert tuple(row) == spec.names()


def test_every_offset_of_every_table_points_at_its_words(store: Store, tmp_path: Path) -> None:
    out = write(store, tmp_path / "out", has_texts=True)
    texts = {row["page_id"]: row["text"] for row in rows(out, "texts")}
    assert any(text.startswith(BEFORE) for text in texts.values())
    for row in rows(out, "mentions") + rows(out, "claims"):
        assert texts[row["page_id"]][row["start"] : row["end"]] == row["text"]
    for row in rows(out, "reports"):
        text = texts[row["page_id"]]
        assert text[row["start"] : row["end"]] == row["quote"]
        assert text[row["date_start"] : row["date_end"]] == row["date_text"]
        assert text[row["place_start"] : row["place_end"]] == row["place_text"]
        assert text[row["trigger"]["start"] : row["trigger"]["end"]] == row["trigger"]["text"]


@pytest.mark.parametrize("form", FORMATS)
def test_a_private_name_is_in_no_file_but_the_restricted(store: Store, tmp_path: Path, form: str) -> None:
    out = write(store, tmp_path / "out", form, has_texts=True, has_restricted=True)
    files = [out] if out.is_file() else [path for path in out.iterdir() if not path.stem.startswith("restricted_")]
    contents = b"".join(path.read_bytes() if form != "parquet" else _parquet_bytes(path) for path in files)
    assert b"Tilcara" not in contents
    assert b"Villa Rosal" in contents


def _parquet_bytes(path: Path) -> bytes:
    return json.dumps(pq.read_table(path).to_pylist(), default=str, ensure_ascii=False).encode()


def test_restricted_tables_hold_the_masked_rows_as_they_were(store: Store, tmp_path: Path) -> None:
    out = write(store, tmp_path / "out", has_restricted=True)
    public = {row["claim_id"]: row for row in rows(out, "claims")}
    restricted = rows(out, "restricted_claims")
    assert any(NAME in row["quote"] for row in restricted)
    assert all(row != public[row["claim_id"]] for row in restricted)
    assert rows(out, "restricted_snapshots") == []


def test_an_event_has_its_figures_and_a_toll_is_in_none(store: Store, tmp_path: Path) -> None:
    event = rows(write(store, tmp_path / "out"), "events")[0]
    assert (event["participants_low"], event["participants_high"], event["participants_best"]) == (40, 40, 40)
    assert (event["injured_low"], event["injured_high"]) == (1, 1)
    assert event["killed_low"] is None
    assert event["policy"] == "bounds"


def test_claims_know_their_event_and_their_toll(store: Store, tmp_path: Path) -> None:
    claims = [row for row in rows(write(store, tmp_path / "out"), "claims") if row["page_id"] == nouns.page(1).page_id]
    assert {(row["measure"], row["event_id"] is None, row["toll_id"] is None) for row in claims} == {
        ("participants", False, True),
        ("injured", False, True),
        ("killed", True, False),
    }


def test_the_formats_hold_the_same_rows(store: Store, tmp_path: Path) -> None:
    as_json = rows(write(store, tmp_path / "jsonl"), "reports")
    as_parquet = pq.read_table(write(store, tmp_path / "parquet", "parquet") / "reports.parquet").to_pylist()
    with (write(store, tmp_path / "csv", "csv") / "reports.csv").open(encoding="utf-8", newline="") as file:
        as_csv = list(csv.DictReader(file))
    for one, two, three in zip(as_json, as_parquet, as_csv, strict=True):
        assert json.loads(two["actors"]) == json.loads(three["actors"]) == one["actors"]
        assert str(two["date_from"]) == three["date_from"] == one["date_from"]
        assert three["quote"] == two["quote"] == one["quote"]
        assert three["is_plural"] == "false"
        assert two["mode"] == one["mode"]
        assert three["campaign"] == ""
        assert two["campaign"] is None


@pytest.mark.parametrize("form", FORMATS)
def test_exporting_twice_gives_the_same_bytes(store: Store, tmp_path: Path, form: str) -> None:
    one, two = write(store, tmp_path / "one", form), write(store, tmp_path / "two", form)
    pairs = [(one, two)] if one.is_file() else [(path, two / path.name) for path in one.iterdir()]
    assert all(left.read_bytes() == right.read_bytes() for left, right in pairs)


def test_a_place_known_only_as_a_region_gets_no_point(store: Store, tmp_path: Path) -> None:
    linking = nouns.linking(1)
    event = linking.events[0]
    assert event.place is not None
    region = replace(event, place=replace(event.place, precision=PlacePrecision.ADMIN1))
    for events, point in ((linking.events, [-57.1, -25.5]), ((region,), None)):
        store.put_ledger(replace(linking, events=events), [], "test")
        feature = json.loads(write(store, tmp_path / "e.geojson", "geojson").read_text(encoding="utf-8"))["features"][0]
        assert (feature["geometry"] and feature["geometry"]["coordinates"]) == point
        row = rows(write(store, tmp_path / "out"), "events")[0]
        assert (row["lon"] is None) == (point is None)


def test_an_event_that_did_not_happen_is_exported_only_when_asked_for(store: Store, tmp_path: Path) -> None:
    linking = nouns.linking(1)
    planned = (replace(linking.events[0], status=Status.PLANNED),)
    store.put_ledger(replace(linking, events=planned), [], "test")
    assert rows(write(store, tmp_path / "a"), "events") == []
    assert len(rows(write(store, tmp_path / "b", has_all_statuses=True), "events")) == 1


class _Broken(StoredRecord):
    """A record that fails in the middle of an export."""

    def figures(self, event: Event) -> Mapping[str, Figure]:
        raise OSError("no room on the disk")


def test_an_export_that_fails_leaves_the_older_one_as_it_was(store: Store, tmp_path: Path) -> None:
    out = write(store, tmp_path / "out")
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    for target in (out, tmp_path / "new"):
        with pytest.raises(OSError, match="no room"):
            export(_Broken(store, Policy.BOUNDS), target, "jsonl", ExportOptions())
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith("record.db")) == ["out"]


def test_a_folder_with_other_files_is_not_replaced(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "thesis"
    out.mkdir()
    (out / "chapter-1.docx").write_text("years of work")
    with pytest.raises(UsageError, match=r"chapter-1\.docx"):
        write(store, out)
    assert (out / "chapter-1.docx").read_text() == "years of work"


def test_an_unknown_format_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="choose one of"):
        write(store, tmp_path / "out", "xlsx")
