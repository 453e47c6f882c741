"""Captures that the record has, or that came before in the same run, are not kept a second time."""

import datetime as dt
from pathlib import Path

from constancia.flow.page_crew import RunOptions
from constancia.flow.run import Run
from constancia.model import Capture
from constancia.store import Store
from constancia.store.archive import Archive

AT = dt.datetime(2025, 3, 1, tzinfo=dt.UTC)


def capture(number: int) -> Capture:
    return Capture(url=f"{number}.txt", fetched_at=AT, media_type="text/plain", body=b"Bakers marched.")


def collect(folder: Path, numbers: list[int]) -> int:
    with Store(str(folder / "record.db")) as store, Archive(folder / "record") as archive:
        run = Run(store, archive, RunOptions())
        run.recover()
        return len(list(run.collect([capture(number) for number in numbers])))


def test_each_capture_is_kept_once_however_many_and_however_often(tmp_path: Path) -> None:
    twice = [number // 2 for number in range(60)]
    assert collect(tmp_path, twice) == 30
    assert collect(tmp_path, [*twice, *range(30), 99]) == 1
    assert len(list(Archive(tmp_path / "record").snapshots())) == 31


def test_what_was_archived_and_not_recorded_is_taken_over_in_order(tmp_path: Path) -> None:
    collect(tmp_path, [1])
    with Archive(tmp_path / "record") as archive:
        lost = [archive.append(capture(number)) for number in (2, 3, 4)]
    with Store(str(tmp_path / "record.db")) as store, Archive(tmp_path / "record") as archive:
        assert Run(store, archive, RunOptions()).recover() == 3
        assert list(store.snapshots())[1:] == lost
