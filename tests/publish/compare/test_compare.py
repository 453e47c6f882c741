"""Two event files are matched one to one and compared field by field; an ACLED file comes back as events."""

import csv
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constancia.errors import InputError, UsageError
from constancia.model import Problem
from constancia.publish import tables
from constancia.publish.codebooks.book import load_book
from constancia.publish.compare import Nearness, compare, match, read_events
from constancia.publish.compare.acled_file import read_acled
from constancia.publish.compare.event_files import TEXT_FIELDS, FileEvent
from tests.publish.codebooks.invented import Row, event, figures, report, written
from tests.sample_pages import constancia

COLUMNS = load_book("acled").files["acled.csv"]


def acled_row(key: str = "PRY1", **values: Any) -> Row:
    base = {
        "event_id_cnty": key, "event_date": "2024-05-06", "time_precision": 1, "event_type": "Protests",
        "sub_event_type": "Peaceful protest", "country": "Paraguay", "admin1": "Central", "location": "Villa Rosal",
        "latitude": -25.5, "longitude": -57.1, "geo_precision": 1, "fatalities": 0,
    }  # fmt: skip
    return {name: {**base, **values}.get(name, "") for name in COLUMNS}


def acled_file(path: Path, *rows: Row, columns: tuple[str, ...] = COLUMNS, delimiter: str = ",") -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore", delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_what_acled_export_writes_comes_back_with_its_day_place_type_and_toll(tmp_path: Path) -> None:
    made = written("acled", event(**figures("killed", 2)), report())[0]["acled.csv"]
    path = acled_file(tmp_path / "a.csv", *({k: "" if v is None else v for k, v in row.items()} for row in made))
    (back,) = read_acled(path)
    assert isinstance(back, dict)
    assert tuple(back) == tables.EVENTS.names()
    kept = ("date_from", "date_to", "country", "admin1", "place_name", "lat", "lon", "type", "acled_sub_event_type")
    assert {name: back[name] for name in kept} == {name: event()[name] for name in kept}
    assert (back["killed_low"], back["killed_high"]) == (2, 2)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"event_date": "6th of May"}, "event_date '6th of May' is no date"),
        ({"fatalities": "about ten"}, "fatalities 'about ten' is no whole number"),
        ({"fatalities": "-1"}, "fatalities '-1' is no whole number"),
        ({"latitude": "north"}, "latitude 'north' is no number"),
        ({"longitude": "181"}, "longitude '181' lies outside the world"),
        ({"longitude": "nan"}, "longitude 'nan' lies outside the world"),
        ({"event_type": "Parade"}, "event_type 'Parade' is none of ACLED's"),
        ({"event_id_cnty": " "}, "event_id_cnty is empty"),
        ({"time_precision": "9"}, "time_precision '9' is none of 1, 2, 3"),
    ],
)
def test_a_bad_row_is_told_with_its_line_and_the_others_are_read(tmp_path: Path, values: Row, reason: str) -> None:
    path = acled_file(tmp_path / "a.csv", acled_row("A"), acled_row(**values), acled_row("C"))
    first, bad, last = read_acled(path)
    assert isinstance(first, dict)
    assert isinstance(last, dict)
    assert isinstance(bad, Problem)
    assert (bad.subject, bad.reason) == ("a.csv:3", reason)


def test_of_a_repeated_id_the_first_row_counts(tmp_path: Path) -> None:
    path = acled_file(tmp_path / "a.csv", acled_row("A"), acled_row("B"), acled_row("A", fatalities=9))
    one, two, again = read_acled(path)
    assert isinstance(one, dict)
    assert isinstance(two, dict)
    assert (one["event_id"], one["killed_best"], two["event_id"]) == ("A", 0, "B")
    assert isinstance(again, Problem)
    assert again.reason.startswith("duplicate id A")


def test_a_file_that_lacks_columns_is_refused_before_anything_is_given(tmp_path: Path) -> None:
    columns = tuple(name for name in COLUMNS if name not in ("fatalities", "location"))
    path = acled_file(tmp_path / "a.csv", acled_row(), columns=columns)
    with pytest.raises(InputError, match="lacks the columns location, fatalities"):
        next(read_acled(path))


def test_broken_bytes_short_rows_and_other_marks_and_dates_are_met(tmp_path: Path) -> None:
    path = acled_file(tmp_path / "a.csv", acled_row("A", event_date="06 May 2024"), delimiter=";")
    (one,) = read_acled(path)
    assert isinstance(one, dict)
    assert one["date_from"] == "2024-05-06"
    with path.open("ab") as file:
        file.write(b"B;2024\n" + b";".join([b"\xff"] * len(COLUMNS)) + b"\n")
    assert [row.reason for row in read_acled(path) if isinstance(row, Problem)] == [
        f"2 fields where the head has {len(COLUMNS)}", "bytes that are no UTF-8"]  # fmt: skip


def test_the_import_leaves_no_file_behind_when_it_fails(tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("a,b\n1,2\n")
    done = constancia("import", "acled", "bad.csv", "-o", "events.jsonl", cwd=tmp_path)
    assert done.returncode == 3
    assert "lacks the columns" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.csv"]


def test_import_and_compare_work_from_the_command_line(tmp_path: Path) -> None:
    acled_file(tmp_path / "a.csv", acled_row("A"), acled_row("B", fatalities="x"))
    done = constancia("import", "acled", "a.csv", "-o", "a.jsonl", cwd=tmp_path)
    assert done.returncode == 3
    assert len((tmp_path / "issues.jsonl").read_text().splitlines()) == 1
    acled_file(tmp_path / "b.csv", acled_row("Z", fatalities=3))
    done = constancia("compare", "a.jsonl", "b.csv", "--pairs", "pairs.jsonl", cwd=tmp_path)
    result = json.loads(done.stdout)
    assert (result["events_a"], result["events_b"], result["matched"]) == (1, 1, 1)
    by_name = {field["field"]: field for field in result["fields"]}
    assert (by_name["place_name"]["share"], by_name["killed"]["share"]) == (1.0, 0.0)
    assert json.loads((tmp_path / "pairs.jsonl").read_text()) == {"a": "A", "b": "Z", "days": 0, "km": 0.0}
    assert constancia("compare", "none.csv", "b.csv", cwd=tmp_path).returncode == 2


def test_what_is_no_event_file_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "notes.jsonl").write_text('{"a": 1}\n')
    with pytest.raises(InputError, match="no event file"):
        list(read_events(tmp_path / "notes.jsonl"))
    with pytest.raises(UsageError, match="holds no events"):
        list(read_events(tmp_path))


DAY = dt.date(2024, 5, 6)


def made(
    key: str, day: int = 0, lat: float | None = -25.5, place: str | None = "Villa Rosal", **texts: Any
) -> FileEvent:
    known = {"country": "PY", "place_name": place, "acled_event_type": "Protests", "type": "PROTEST", **texts}
    first = DAY + dt.timedelta(day)
    empty = dict.fromkeys(("killed", "injured", "arrested", "participants"), (None, None, None))
    lon = None if lat is None else -57.1
    return FileEvent(key, first, first, lat, lon, {name: known.get(name) for name in TEXT_FIELDS}, empty)


@pytest.mark.parametrize(
    "other",
    [
        made("b", day=2), made("b", lat=-26.5), made("b", acled_event_type="Riots"), made("b", country="AR"),
        made("b", lat=None, place="Itá"), made("b", lat=None, place=None),
    ],
)  # fmt: skip
def test_rows_too_far_apart_or_of_another_kind_are_no_pair(other: FileEvent) -> None:
    assert match([made("a")], [other], Nearness()) == []


def test_without_a_point_places_match_by_name_accents_aside() -> None:
    assert len(match([made("a", place="Itá")], [made("b", lat=None, place="ITA")], Nearness())) == 1


events = st.lists(
    st.builds(
        made, st.uuids().map(str), st.integers(-2, 2), st.sampled_from([-25.5, -25.55, -25.7, None]),
        st.sampled_from(["Villa Rosal", "Itá", None]),
    ),
    max_size=8,
)  # fmt: skip


@given(events, events)
def test_matching_uses_each_row_once_and_is_the_same_from_either_side(a: list[FileEvent], b: list[FileEvent]) -> None:
    pairs = match(a, b, Nearness())
    assert len({pair.a.event_id for pair in pairs}) == len({pair.b.event_id for pair in pairs}) == len(pairs)
    turned = {(pair.b.event_id, pair.a.event_id) for pair in match(b[::-1], a[::-1], Nearness())}
    assert turned == {(pair.a.event_id, pair.b.event_id) for pair in pairs}


@given(events)
def test_a_file_agrees_with_itself(a: list[FileEvent]) -> None:
    result = compare(a, a, Nearness())
    placed = [one for one in a if one.lat is not None or one.texts["place_name"]]
    assert len(result.pairs) == len(placed)
    assert all(field.n_agree == field.n_both for field in result.fields if field.field != "place_name")


def test_figures_agree_where_their_bounds_meet() -> None:
    def killed(low: int | None, high: int | None, best: int | None = None) -> FileEvent:
        base = made("k")
        return FileEvent("k", base.first, base.last, base.lat, base.lon, base.texts,
                         {**base.figures, "killed": (low, high, best)})  # fmt: skip

    cases = [
        ((5, None), (7, 7), 1),
        ((5, 5), (7, 7), 0),
        ((None, 4), (5, 5), 0),
        ((None, 4), (2, 2), 1),
        ((1, 9), (3, 4), 1),
    ]
    for one, two, agree in cases:
        (field,) = [f for f in compare([killed(*one)], [killed(*two)], Nearness()).fields if f.field == "killed"]
        assert (field.n_both, field.n_agree) == (1, agree)
