"""The named dead of a restricted export become a list: once an event, and never from blacked-out names."""

import json
from pathlib import Path
from typing import Any

import pytest

from constancia.errors import UsageError
from constancia.estimate import Person
from constancia.flow.victims import read_victims


def actor(name: str | None, effect: str | None = "killed") -> dict[str, Any]:
    return {"part": "victim", "role": "individual", "name": name, "effect": effect, "is_private": True}


def report(number: int, *actors: dict[str, Any], **changes: Any) -> dict[str, Any]:
    said = {"status": "occurred", "event_id": "e1", "date_from": "2031-04-02", "date_to": "2031-04-02"}
    known = {"date_precision": "day", "place_name": "Alba", "actors": list(actors)}
    return {"report_id": f"r{number}", **said, **known, **changes}


def export(folder: Path, **tables: list[dict[str, Any]]) -> Path:
    for name, rows in {"pages": [], **tables}.items():
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder


def test_one_name_in_one_event_is_one_row_however_many_reports_tell_it(tmp_path: Path) -> None:
    rows = [report(1, actor("Hugo Salas Rey")), report(2, actor("HUGO SALAS REY")), report(3, actor("Eva Luna"))]
    found = read_victims("ours", export(tmp_path, reports=rows))
    assert found == (
        Person("ours", 1, "Hugo Salas Rey", "2031-04-02", "Alba"),
        Person("ours", 3, "Eva Luna", "2031-04-02", "Alba"),
    )


def test_only_those_named_and_killed_in_what_happened_are_taken(tmp_path: Path) -> None:
    rows = [
        report(1, actor("Hugo Salas Rey"), actor("Eva Luna", "injured"), actor(None), actor("Ana Roca", None)),
        report(2, actor("Luis Vega Paz"), status="denied"),
    ]
    assert [person.name for person in read_victims("ours", export(tmp_path, reports=rows))] == ["Hugo Salas Rey"]


def test_unmasked_rows_stand_in_for_the_masked_ones(tmp_path: Path) -> None:
    masked, full = report(1, actor("████ █████ ███")), report(1, actor("Hugo Salas Rey"))
    found = read_victims("ours", export(tmp_path, reports=[masked], restricted_reports=[full]))
    assert [person.name for person in found] == ["Hugo Salas Rey"]


@pytest.mark.parametrize(
    ("changes", "date"),
    [
        ({"date_precision": "month"}, "2031-04"),
        ({"date_to": "2031-04-05"}, None),
        ({"date_from": None, "date_to": None, "date_precision": None}, None),
    ],
)
def test_a_date_is_as_fine_as_the_report_knows_it(tmp_path: Path, changes: dict[str, Any], date: str | None) -> None:
    rows = [report(1, actor("Hugo Salas Rey"), **changes)]
    (found,) = read_victims("ours", export(tmp_path, reports=rows))
    assert found.date == date


def test_blacked_out_names_and_an_export_without_victims_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--restricted"):
        read_victims("ours", export(tmp_path, reports=[report(1, actor("████ █████"))]))
    with pytest.raises(UsageError, match="names nobody"):
        read_victims("ours", export(tmp_path, reports=[report(1)]))
