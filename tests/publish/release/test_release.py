"""A release is whole or not at all, is never written again, and tells what changed since the one before, and why."""

import csv
import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constancia.errors import StoreError, UsageError
from constancia.flow.release import StoredRecord
from constancia.flow.releasing import ReleasePlan, release
from constancia.model import Judgement
from constancia.publish.release import Freeze, freeze, manifest_of, resolve_rows
from constancia.store import Store, page_rows
from constancia.vocabulary import Policy, Status, Verdict
from tests import record_nouns as nouns
from tests.sample_pages import constancia, write_pages

AT = dt.datetime(2024, 7, 1, 12, 0, tzinfo=dt.UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(str(tmp_path / "record.db")) as opened:
        opened.add_snapshots([nouns.snapshot(1), nouns.snapshot(2)])
        opened.add_pages([page_rows(nouns.work(1))])
        opened.put_ledger(nouns.linking(1), [nouns.toll(1)], "test")
        yield opened


def make(store: Store, tmp_path: Path, name: str, days: int = 0, **options: Any) -> Path:
    base: dict[str, Any] = {"policy": Policy.BOUNDS, "form": "csv", "made_at": AT + dt.timedelta(days)}
    release(store, ReleasePlan(name, tmp_path / "releases", **{**base, **options}))
    return tmp_path / "releases" / name


def changes(folder: Path, table: str | None = None) -> list[dict[str, str]]:
    with (folder / "tables" / "changes.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if table in (None, row["table"])]


def resolves(folder: Path) -> dict[tuple[str, str], str]:
    with (folder / "resolves.csv").open(encoding="utf-8", newline="") as file:
        return {(row["table"], row["id"]): row["resolves_to"] for row in csv.DictReader(file)}


EVENT = nouns.linking(1).events[0]


def test_a_release_says_with_what_it_was_made_and_digests_its_files(store: Store, tmp_path: Path) -> None:
    out = make(store, tmp_path, "2024.1")
    manifest = manifest_of(out)
    assert (manifest.release, manifest.policy, manifest.codebook, manifest.previous) == (
        "2024.1",
        "bounds",
        "1.0",
        None,
    )
    assert manifest.code
    assert len(manifest.data) == 16
    assert manifest.last_chain == nouns.snapshot(2).chain
    files = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()} - {"release.json"}
    assert set(manifest.files) == files
    assert all(hashlib.sha256((out / name).read_bytes()).hexdigest() == told for name, told in manifest.files.items())
    assert b"Tilcara" not in b"".join((out / name).read_bytes() for name in files)


def test_a_release_is_never_written_again(store: Store, tmp_path: Path) -> None:
    make(store, tmp_path, "one")
    with pytest.raises(UsageError, match="never changed"):
        make(store, tmp_path, "one", 1)
    for name in ("../out", "", ".hidden", "a/b"):
        with pytest.raises(UsageError, match=r"no name for a release|there already"):
            make(store, tmp_path, name)


class _Breaking(StoredRecord):
    """A record that cannot be read to its end."""

    def judgements(self) -> Iterator[Judgement]:
        raise StoreError("the disk went away")


def test_a_release_that_breaks_off_leaves_nothing(store: Store, tmp_path: Path) -> None:
    one = make(store, tmp_path, "one")
    plan = Freeze(_Breaking(store, Policy.BOUNDS), replace(manifest_of(one), release="two"), [])
    with pytest.raises(StoreError):
        freeze(plan, tmp_path / "releases", one)
    assert [path.name for path in (tmp_path / "releases").iterdir()] == ["one"]


def test_what_is_no_release_is_compared_with_nothing(store: Store, tmp_path: Path) -> None:
    (tmp_path / "releases" / "broken").mkdir(parents=True)
    with pytest.raises(UsageError, match="is no release"):
        make(store, tmp_path, "two", since="broken")
    assert [path.name for path in (tmp_path / "releases").iterdir()] == ["broken"]


@pytest.mark.parametrize("forms", [("csv", "csv"), ("csv", "jsonl"), ("parquet", "csv"), ("jsonl", "parquet")])
def test_the_same_record_released_twice_has_no_changes(store: Store, tmp_path: Path, forms: tuple[str, str]) -> None:
    make(store, tmp_path, "one", form=forms[0])
    assert manifest_of(make(store, tmp_path, "two", 1, form=forms[1])).n_changes == 0


def test_a_changed_figure_is_told_with_old_new_and_the_policy_behind_it(store: Store, tmp_path: Path) -> None:
    make(store, tmp_path, "one")
    store.put_ledger(replace(nouns.linking(1), events=(replace(EVENT, n_speakers=3),)), [nouns.toll(1)], "test")
    told = {row["field"]: row for row in changes(make(store, tmp_path, "two", 1, policy=Policy.MIN), "events")}
    assert (told["policy"]["old"], told["policy"]["new"]) == ("bounds", "min")
    assert told["policy"]["reason"] == "policy min instead of bounds"
    assert (told["n_speakers"]["old"], told["n_speakers"]["new"]) == ("1", "3")
    assert {row["release"] for row in told.values()} == {"two"}


def test_what_came_with_a_new_page_is_added_for_that_page(store: Store, tmp_path: Path) -> None:
    make(store, tmp_path, "one")
    store.add_pages([page_rows(nouns.work(2))])
    store.put_ledger(nouns.linking(1), [nouns.toll(1)], "test")
    told = changes(make(store, tmp_path, "two", 1), "reports")
    assert [(row["change"], row["reason"]) for row in told] == [("added", f"new pages: {nouns.page(2).page_id}")]


def test_a_merged_event_leads_to_its_heir_and_the_judgement_is_the_reason(store: Store, tmp_path: Path) -> None:
    make(store, tmp_path, "one")
    heir = "e" + "0" * 16
    linking = nouns.linking(1)
    moved = replace(linking, events=(replace(EVENT, event_id=heir),), links=(replace(linking.links[0], event_id=heir),))
    store.add_judgement(
        Judgement("j9", EVENT.report_ids, Verdict.SAME, None, None, "coder-a", AT, "same march, said Rosa Tilcara")
    )
    store.put_ledger(moved, [nouns.toll(1)], "test")
    two = make(store, tmp_path, "two", 1)
    told = {(row["change"], row["id"]): row for row in changes(two, "events")}
    assert told["merged", EVENT.event_id]["new"] == heir
    assert told["merged", EVENT.event_id]["reason"].startswith("judgement j9 (same): same march")
    assert "Tilcara" not in told["merged", EVENT.event_id]["reason"]
    assert ("added", heir) in told
    assert resolves(two) == {("events", EVENT.event_id): heir}
    store.put_ledger(replace(moved, events=(), links=()), [nouns.toll(1)], "test")
    three = make(store, tmp_path, "three", 2)
    assert resolves(three) == {("events", EVENT.event_id): "", ("events", heir): ""}


def test_an_event_that_did_not_happen_after_all_is_withdrawn(store: Store, tmp_path: Path) -> None:
    make(store, tmp_path, "one")
    denied = replace(EVENT, status=Status.DENIED)
    store.put_ledger(replace(nouns.linking(1), events=(denied,)), [nouns.toll(1)], "test")
    (row,) = changes(make(store, tmp_path, "two", 1), "events")
    assert (row["change"], row["reason"]) == ("withdrawn", "no longer told as having happened")


def test_the_sensitivity_table_has_every_policy_for_every_measure(store: Store, tmp_path: Path) -> None:
    out = make(store, tmp_path, "one")
    with (out / "sensitivity.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {(row["measure"], row["policy"]) for row in rows} == {
        (measure, policy) for measure in ("killed", "injured", "arrested", "participants") for policy in Policy
    }
    counted = next(row for row in rows if (row["measure"], row["policy"]) == ("participants", "ccc"))
    assert (counted["n_events"], counted["n_disagree"], counted["total_best"]) == ("1", "0", "40")


names = st.sampled_from("abcdef")


@given(st.lists(st.tuples(names, names, st.sampled_from(["merged", "withdrawn", "added"])), max_size=12))
def test_an_old_id_never_leads_to_one_that_is_gone(steps: list[tuple[str, str, str]]) -> None:
    rows: list[dict[str, str | None]] = []
    alive = set("abc")
    for at, (one, other, change) in enumerate(steps):
        if change == "added" and one not in alive:
            told, alive = {"new": None}, alive | {one}
        elif change != "added" and one in alive and (change == "withdrawn" or (other in alive and other != one)):
            told, alive = {"new": other if change == "merged" else None}, alive - {one}
        else:
            continue
        rows = resolve_rows(rows, [{"table": "events", "id": one, "change": change, **told}], str(at))
        assert {row["id"] for row in rows} & alive == set()
        assert all(row["resolves_to"] is None or row["resolves_to"] in alive for row in rows)


def test_releases_verify_and_compare_from_the_command_line(tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    assert constancia("run", "pages", cwd=tmp_path).returncode in (0, 3)
    done = constancia("release", "2024.1", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[0])["policy"] == "bounds"
    assert "the first release" in done.stderr
    done = constancia("verify", "releases/2024.1/tables", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    done = constancia("release", "2024.1", cwd=tmp_path)
    assert done.returncode == 2
    assert "never changed" in done.stderr
