"""Five real pages, the whole way: kinds, copies, and a toll that stays out of every event."""

import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.sample_pages import constancia, exported
from tests.shared_data import shared_path

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    folder = tmp_path_factory.mktemp("seeds")
    shutil.copytree(shared_path("seeds"), folder / "pages")
    done = constancia("run", "pages", cwd=folder)
    assert done.returncode == 0, done.stderr
    return exported(folder / "record.db", folder / "out")


def test_three_pages_are_articles_and_two_are_listings(tables: dict[str, list[dict[str, Any]]]) -> None:
    assert Counter(row["kind"] for row in tables["pages"]) == {"article": 3, "listing": 2}


def test_teasers_that_repeat_others_are_copies(tables: dict[str, list[dict[str, Any]]]) -> None:
    assert sum(1 for row in tables["passages"] if row["copy_of"]) >= 8


def test_the_running_toll_is_in_the_ledger_with_its_bounds_and_in_no_event(
    tables: dict[str, list[dict[str, Any]]],
) -> None:
    copies = {row["passage_id"] for row in tables["passages"] if row["copy_of"]}
    killed = [row for row in tables["claims"] if row["measure"] == "killed"]
    bounds = {(row["low"], row["high"], row["best"]) for row in killed}
    assert {(71, None, None), (81, None, None), (None, None, 80), (101, None, None)} <= bounds
    running = [row for row in killed if row["best"] != 1]  # one page tells of one man by name, who died in one attack
    for row in running:
        assert (row["scope"], row["event_id"]) == ("cumulative", None)
        assert (row["toll_id"] is None) == (row["passage_id"] in copies)
    assert any(row["since"] == "2022-12-07" for row in killed)
    assert all(row["killed_low"] in (None, 1) for row in tables["events"])  # that one man


def test_the_sterilized_are_in_no_toll_of_deaths(tables: dict[str, list[dict[str, Any]]]) -> None:
    counted = {row["best"]: row["measure"] for row in tables["claims"] if row["best"] in (270_000, 22_000)}
    assert counted == {270_000: "sterilized", 22_000: "sterilized"}
    assert all((row["highest"] or 0) < 22_000 for row in tables["tolls"] if row["measure"] == "killed")


def test_every_claim_opens_its_sentence(tables: dict[str, list[dict[str, Any]]], tmp_path: Path) -> None:
    assert all(row["quote"] and (row["text"] in row["quote"] or "█" in row["quote"]) for row in tables["claims"])
