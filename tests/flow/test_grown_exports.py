"""A record that grew exports the bytes that one linked anew exports: on each database, with judgements, from pages."""

from __future__ import annotations

import contextlib
import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from constancia.cli.main import main
from constancia.flow import growing
from constancia.flow.grown import grow
from constancia.flow.ledger import bring_up_to_date
from constancia.flow.release import StoredRecord, policy_of
from constancia.link import gathering, rarity
from constancia.publish.export import ExportOptions, export
from constancia.store import Store
from tests.flow.crowded_pages import Crowd
from tests.postgres import empty_database

_SAMPLED = 12


@pytest.fixture(autouse=True)
def small_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a record of some dozen pages is larger than the sample by which words are weighed."""
    monkeypatch.setattr(rarity, "SAMPLED_PASSAGES", _SAMPLED)
    monkeypatch.setattr(gathering, "SAMPLED_PASSAGES", _SAMPLED)
    monkeypatch.setattr(growing, "SAMPLED_PASSAGES", _SAMPLED)


@contextlib.contextmanager
def empty_record(folder: Path, name: str) -> Iterator[Store]:
    if name == "sqlite":
        with Store(str(folder / "record.db")) as store:
            yield store
        return
    with empty_database() as server, Store(server) as store:
        yield store


def exported(store: Store, folder: Path) -> dict[str, bytes]:
    """Give the files of an export of all that a record holds, but for where and when pages were stored."""
    bring_up_to_date(store)
    options = ExportOptions("bounds", has_texts=True, has_restricted=True, has_all_statuses=True)
    export(StoredRecord(store, policy_of("bounds")), folder, "csv", options)
    return bytes_of(folder)


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "snapshots.csv"}


def differing(one: dict[str, bytes], two: dict[str, bytes]) -> list[str]:
    return [name for name in sorted({*one, *two}) if one.get(name) != two.get(name)]


@pytest.mark.parametrize("name", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def test_a_grown_record_exports_the_bytes_of_one_linked_anew(tmp_path: Path, name: str) -> None:
    pages = Crowd(11).pages(60)
    shuffled = random.Random(5).sample(pages, 60)
    grown = 0
    with empty_record(tmp_path, name) as store:
        store.add_pages(shuffled[:40])
        bring_up_to_date(store)
        for number in range(40, 60):
            store.add_pages(shuffled[number : number + 1])
            grown += grow(store)
            bring_up_to_date(store)
        found = exported(store, tmp_path / "grown")
    (tmp_path / "anew").mkdir()
    with Store(str(tmp_path / "anew" / "record.db")) as store:
        store.add_pages(pages)
        anew = exported(store, tmp_path / "anew" / "out")
    assert grown > 5
    assert differing(found, anew) == []
    assert all(anew[f"{table}.csv"].count(b"\n") > 1 for table in ("events", "links", "claims", "tolls", "passages"))


_TOWNS = ("Tela", "Choloma", "La Ceiba", "Danlí")


def write_crowded(folder: Path, count: int) -> list[Path]:
    """Write pages of few towns and days, so that many tell of one event, some in the words of another."""
    folder.mkdir()
    dice = random.Random(3)
    told: list[str] = []
    paths = []
    for number in range(count):
        if told and dice.random() < 0.2:
            text = dice.choice(told)
        else:
            town, dead = dice.choice(_TOWNS), dice.randrange(3, 9)
            text = (
                f"<h1>Marchers in {town}</h1><p>About {dice.randrange(2, 9) * 100} people marched in {town} on "
                f"{dice.choice(('Monday', 'Tuesday', 'Wednesday'))} over water prices, organisers said. Officers fired "
                f"tear gas and arrested {dice.randrange(2, 30)} people.</p>"
                f"<p>Since 10 March at least {dead} people have been killed in the country, the ombudsman said. "
                f"Neighbours told of {' '.join(dice.sample(_WORDS, 6))} by the old market.</p>"
            )
            told.append(text)
        day = dt.date(2031, 5, 5) + dt.timedelta(days=7 * dice.randrange(3))
        head = f'<meta property="article:published_time" content="{day}T08:00:00Z"><title>Marchers</title>'
        page = f"<html lang=en><head>{head}</head><body><article>{text}</article></body></html>"
        paths.append(folder / f"page-{number:03}.html")
        paths[-1].write_text(page, encoding="utf-8")
    return paths


_WORDS = ("lanterns", "drums", "buckets", "flags", "ladders", "kettles", "ribbons", "whistles", "baskets", "ropes")


def called(*arguments: str | Path) -> None:
    assert main([str(argument) for argument in arguments]) == 0


def called_export(folder: Path, name: str) -> dict[str, bytes]:
    out = folder / f"{name}.out"
    called("export", "--db", folder / f"{name}.db", "--texts", "--restricted", "--all-statuses", out)
    return bytes_of(out)


def test_pages_run_one_by_one_or_by_halves_and_rebuilt_export_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    paths = [path.relative_to(tmp_path) for path in write_crowded(tmp_path / "pages", 36)]
    called("run", *paths, "--db", "whole.db")
    called("run", *paths[:32], "--db", "grown.db", "--jobs", "2")
    for path in paths[32:]:
        called("run", path, "--db", "grown.db", "--jobs", "2")
    called("run", *paths, "--db", "halves.db", "--shard", "2/2", "--jobs", "2")
    called("run", *paths, "--db", "halves.db", "--shard", "1/2")
    whole = called_export(tmp_path, "whole")
    assert differing(whole, called_export(tmp_path, "grown")) == []
    assert differing(whole, called_export(tmp_path, "halves")) == []
    (tmp_path / "grown.out").rename(tmp_path / "before.out")
    called("rebuild", "--db", "grown.db", "--jobs", "2")
    assert differing(whole, called_export(tmp_path, "grown")) == []
    assert whole["events.csv"].count(b"\n") < whole["reports.csv"].count(b"\n")
    assert whole["tolls.csv"].count(b"\n") > 1
