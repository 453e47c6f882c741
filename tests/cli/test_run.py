"""Pages to a record, the whole way, as a user runs it: stopped, resumed, shared out, rebuilt."""

import json
import resource
import signal
import sqlite3
import subprocess
from pathlib import Path

import pytest

from tests.sample_pages import command, constancia, derived, environment, exported, write_many_pages, write_pages


def run(cwd: Path, *arguments: str | Path) -> None:
    done = constancia("run", *arguments, cwd=cwd)
    assert done.returncode == 0, done.stderr


def test_a_run_makes_a_record_of_pages_and_says_what_it_holds(tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    done = constancia("run", "pages", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "4 articles" in done.stderr
    assert "3 en, 1 es" in done.stderr
    tables = exported(tmp_path / "record.db", tmp_path / "out", "--texts")
    assert sorted(row["url"] for row in tables["snapshots"]) == [
        "bakers.html",
        "blockade.html",
        "panaderos.html",
        "recipe.html",
    ]
    assert {row["published"] for row in tables["pages"]} == {"2024-05-07", "2024-05-10", "2024-05-11"}
    assert any(row["form"] == "march" and row["status"] == "occurred" for row in tables["reports"])
    assert any(row["measure"] == "participants" and row["best"] == 400 for row in tables["claims"])
    assert any(row["scope"] == "cumulative" and row["toll_id"] and not row["event_id"] for row in tables["claims"])
    assert all(row["killed_low"] is None for row in tables["events"])


def test_every_exported_offset_points_at_its_words(tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    run(tmp_path, "pages")
    tables = exported(tmp_path / "record.db", tmp_path / "out", "--texts")
    texts = {row["page_id"]: row["text"] for row in tables["texts"]}
    assert len(tables["claims"]) >= 5
    for row in tables["claims"] + tables["mentions"]:
        assert texts[row["page_id"]][row["start"] : row["end"]] == row["text"]
    for row in tables["reports"]:
        assert texts[row["page_id"]][row["start"] : row["end"]] == row["quote"]


def test_a_private_person_is_named_nowhere_but_in_restricted_tables(tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    run(tmp_path, "pages")
    tables = exported(tmp_path / "record.db", tmp_path / "out", "--texts", "--restricted")
    public = json.dumps([rows for name, rows in tables.items() if not name.startswith("restricted_")])
    assert "Tilcara" not in public
    assert "Tilcara" in json.dumps(tables["restricted_texts"], ensure_ascii=False)


def test_a_second_run_does_no_work_twice(tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    run(tmp_path, "pages")
    before = {path: path.read_bytes() for path in (tmp_path / "record").iterdir()}
    first = exported(tmp_path / "record.db", tmp_path / "one")
    run(tmp_path, "pages")
    assert {path: path.read_bytes() for path in (tmp_path / "record").iterdir()} == before
    assert exported(tmp_path / "record.db", tmp_path / "two") == first


def test_a_page_that_changed_is_a_second_snapshot(tmp_path: Path) -> None:
    pages = write_pages(tmp_path / "pages")
    run(tmp_path, "pages")
    path = pages / "bakers.html"
    path.write_text(path.read_text(encoding="utf-8").replace("Eleven people", "Twelve people"), encoding="utf-8")
    run(tmp_path, "pages")
    urls = [row["url"] for row in exported(tmp_path / "record.db", tmp_path / "out")["snapshots"]]
    assert sorted(urls).count("bakers.html") == 2
    assert len(urls) == 5


def test_more_processes_make_the_same_record(tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    run(tmp_path, "pages", "--db", "one.db")
    run(tmp_path, "pages", "--db", "two.db", "--jobs", "2")
    one, two = exported(tmp_path / "one.db", tmp_path / "one.out"), exported(tmp_path / "two.db", tmp_path / "two.out")
    assert derived(one) == derived(two)


def test_two_halves_make_the_same_record_as_the_whole(tmp_path: Path) -> None:
    write_many_pages(tmp_path / "pages", 12)
    run(tmp_path, "pages", "--db", "whole.db")
    run(tmp_path, "pages", "--db", "halves.db", "--shard", "2/2")
    half = exported(tmp_path / "halves.db", tmp_path / "half.out")
    run(tmp_path, "pages", "--db", "halves.db", "--shard", "1/2")
    whole = exported(tmp_path / "whole.db", tmp_path / "whole.out")
    halves = exported(tmp_path / "halves.db", tmp_path / "halves.out")
    assert 0 < len(half["pages"]) < 12
    assert derived(halves) == derived(whole)


def test_a_rebuild_gives_the_same_export_to_the_byte(tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    run(tmp_path, "pages")
    exported(tmp_path / "record.db", tmp_path / "before", "--texts", "--restricted")
    done = constancia("rebuild", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    exported(tmp_path / "record.db", tmp_path / "after", "--texts", "--restricted")
    for path in (tmp_path / "before").iterdir():
        assert path.read_bytes() == (tmp_path / "after" / path.name).read_bytes(), path.name


@pytest.mark.parametrize("archived", [1, 5, 11])
def test_a_run_that_was_killed_goes_on_and_loses_and_repeats_nothing(tmp_path: Path, archived: int) -> None:
    write_many_pages(tmp_path / "pages", 12)
    run(tmp_path, "pages", "--db", "whole.db")
    chain = tmp_path / "killed" / "chain.jsonl"
    process = subprocess.Popen(
        command("run", "pages", "--db", "killed.db"), cwd=tmp_path, stderr=subprocess.DEVNULL, env=environment()
    )
    while process.poll() is None and not (chain.exists() and chain.read_bytes().count(b"\n") >= archived):
        pass
    process.send_signal(signal.SIGKILL)
    process.wait()
    run(tmp_path, "pages", "--db", "killed.db")
    whole = exported(tmp_path / "whole.db", tmp_path / "whole.out")
    killed = exported(tmp_path / "killed.db", tmp_path / "killed.out")
    assert derived(killed) == derived(whole)
    assert chain.read_bytes().count(b"\n") == 12


def test_collecting_and_running_apart_make_the_same_record(tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    run(tmp_path, "pages", "--db", "one.db")
    done = constancia("collect", "pages", "--db", "two.db", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "4 snapshots, 4 not worked on yet" in done.stderr
    run(tmp_path, "--db", "two.db")
    one, two = exported(tmp_path / "one.db", tmp_path / "one.out"), exported(tmp_path / "two.db", tmp_path / "two.out")
    assert derived(one) == derived(two)


def test_bad_pages_become_issues_and_the_others_go_on(tmp_path: Path) -> None:
    pages = write_pages(tmp_path / "pages")
    (pages / "empty.html").write_bytes(b"")
    (pages / "binary.html").write_bytes(bytes(range(256)) * 40)
    (pages / "locked.html").symlink_to(tmp_path / "nowhere")
    done = constancia("run", "pages", "no-such-folder", cwd=tmp_path)
    assert done.returncode == 3, done.stderr
    issues = [json.loads(line) for line in (tmp_path / "issues.jsonl").read_text(encoding="utf-8").splitlines()]
    subjects = " ".join(issue["subject"] for issue in issues)
    assert all(name in subjects for name in ("empty.html", "binary.html", "no-such-folder"))
    assert all(issue["reason"] for issue in issues)
    assert f"{len(issues)} issues" in done.stderr
    assert len(exported(tmp_path / "record.db", tmp_path / "out")["pages"]) == 4


def test_a_full_disk_is_an_issue_and_the_next_run_makes_good(tmp_path: Path) -> None:
    write_many_pages(tmp_path / "pages", 40)

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000))

    done = subprocess.run(
        command("collect", "pages", "--db", "record.db", "--archive", "warcs"),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env=environment(),
        preexec_fn=small_disk,
        check=False,
    )
    assert done.returncode in (1, 3)
    assert "Traceback" not in done.stderr
    run(tmp_path, "pages", "--archive", "warcs")
    assert len(exported(tmp_path / "record.db", tmp_path / "out")["pages"]) == 40


def test_two_runs_do_not_write_to_one_record_at_once(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    write_pages(tmp_path / "pages")
    run(tmp_path, "pages")
    with (tmp_path / "record" / ".lock").open("ab") as lock:
        fcntl.lockf(lock, fcntl.LOCK_EX)
        done = constancia("run", "pages", cwd=tmp_path)
    assert done.returncode == 1
    assert "another process writes" in done.stderr


def test_an_interrupted_run_ends_with_130(tmp_path: Path) -> None:
    process = subprocess.Popen(
        command("run", "-"), cwd=tmp_path, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    while process.poll() is None and not (tmp_path / "record" / ".lock").exists():
        pass
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate()
    assert process.returncode == 130
    assert b"Traceback" not in errors


def test_pages_of_another_version_are_told_of_until_a_rebuild(tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    run(tmp_path, "pages")
    with sqlite3.connect(tmp_path / "record.db") as database:
        database.execute("UPDATE progress SET version = 'constancia 0.0.1' WHERE rowid <= 2")
    database.close()
    assert "2 pages were made by another version" in constancia("run", cwd=tmp_path).stderr
    constancia("rebuild", cwd=tmp_path)
    assert "another version" not in constancia("run", cwd=tmp_path).stderr


def test_a_record_in_the_folder_that_is_collected_is_no_page_of_it(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Bakers march in Ica\n\n5 March 2024\n\nBakers marched in Ica on Monday.\n")
    for _ in range(2):
        done = constancia("run", ".", cwd=tmp_path)
        assert (done.returncode, (tmp_path / "issues.jsonl").exists()) == (0, False), done.stderr
    rows = exported(tmp_path / "record.db", tmp_path / "out")["snapshots"]
    assert [row["url"] for row in rows] == ["page.txt"]
