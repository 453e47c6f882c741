"""`constancia matrix` and `constancia estimate` as a user meets them."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.sample_pages import constancia

NORTH = "nombre,fecha,lugar,edad\nHugo Salas Rey,2031-04-02,Alba,31\nEva Luna Soto,2031-04-03,Alba,20\n"
SOUTH = 'name,date\n"Salas Rey, Hugo",2031-04-02\nRufina Condori Paz,2031-04-09\n'
EAST = "name\nRufina Condori\nEva Luna Soto\nTomás Vidal Roca\n"
PATTERNS = "in_a,in_b,in_c,n\n1,0,0,60\n0,1,0,49\n1,1,0,24\n0,0,1,90\n1,0,1,41\n0,1,1,36\n1,1,1,12\n"


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    for name, text in (("north", NORTH), ("south", SOUTH), ("east", EAST), ("patterns", PATTERNS)):
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_matrix_goes_to_stdout_and_its_count_to_stderr(lists: Path) -> None:
    done = constancia("matrix", "north.csv", "south.csv", "este=east.csv", cwd=lists)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert done.returncode == 0
    assert list(rows[0]) == ["id", "in_north", "in_south", "in_este", "flags"]
    assert sorted("".join(row[f"in_{name}"] for name in ("north", "south", "este")) for row in rows) == [
        "001",
        "011",
        "101",
        "110",
    ]
    assert "7 rows of 3 lists, 4 persons, 3 on more than one list, 0 flagged" in done.stderr
    assert not any(name in done.stdout + done.stderr for name in ("Salas", "Condori", "Luna"))


def test_names_and_links_are_written_where_they_are_asked_for(lists: Path) -> None:
    done = constancia("matrix", "north.csv", "south.csv", "--restricted", "--links", "links.jsonl", cwd=lists)
    assert "Salas Rey" in done.stdout
    links = [json.loads(line) for line in (lists / "links.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(link["one"], link["other"], link["outcome"]) for link in links] == [("north:2", "south:2", "same")]
    assert dict(links[0]["parts"])["date"] > 0


def test_an_estimate_from_the_matrix_is_that_from_the_lists(lists: Path) -> None:
    names = ("north.csv", "south.csv", "east.csv")
    assert constancia("matrix", *names, "-o", "matrix.csv", cwd=lists).returncode == 0
    direct, stored = (constancia("estimate", *sources, cwd=lists) for sources in (names, ("matrix.csv",)))
    assert direct.returncode == stored.returncode == 0
    assert direct.stdout == stored.stdout != ""


def test_estimates_are_lines_of_json_with_the_warning_beside_them(lists: Path) -> None:
    done = constancia("estimate", "patterns.csv", "--models", "1", cwd=lists)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["method"] for row in rows[:4]] == ["chao", "chao-few-lists", "loglinear-average", "loglinear"]
    assert all(row["observed"] == 312 <= row["low"] <= row["estimate"] <= row["high"] for row in rows)
    assert "warning: The number depends on the model." in done.stderr
    again = constancia("estimate", "-", "--models", "1", cwd=lists, stdin=PATTERNS)
    assert again.stdout == done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        (("estimate", "none.csv"), 2, "cannot be read"),
        (("estimate", "."), 2, "one export is one list"),
        (("estimate", "north.csv"), 3, "no list columns"),
        (("estimate", "north.csv", "north.csv"), 2, "one name"),
        (("estimate", "patterns.csv", "--weights", "hope"), 2, "--weights"),
        (("matrix", "north.csv"), 2, "at least 2 lists"),
        (("matrix", "north.csv", "patterns.csv"), 3, "no column of names"),
        (("matrix", "north.csv", "here=."), 2, "no table of pages"),
    ],
)
def test_what_cannot_be_used_is_refused_in_words(
    lists: Path, arguments: tuple[str, ...], code: int, reason: str
) -> None:
    done = constancia(*arguments, cwd=lists)
    assert done.returncode == code
    assert reason in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_is_written_where_a_list_is_refused(lists: Path) -> None:
    (lists / "bad.csv").write_text("name,age\nEva Luna,old\n", encoding="utf-8")
    done = constancia("matrix", "north.csv", "bad.csv", "-o", "matrix.csv", cwd=lists)
    assert (done.returncode, (lists / "matrix.csv").exists()) == (3, False)
    assert "list bad, line 2: 'old' is no age" in done.stderr
