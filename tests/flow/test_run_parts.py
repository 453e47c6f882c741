"""Shards share out all pages, and what is made of a page is told apart by what failed."""

import datetime as dt
import hashlib
import subprocess
import sys
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from constancia.flow.appearances import country_of
from constancia.flow.page_tasks import PageTask
from constancia.flow.pages import text_of, work_page
from constancia.flow.run import in_shard
from constancia.identity import snapshot_id
from constancia.model import Snapshot
from constancia.vocabulary import PageKind
from tests import record_nouns as nouns


@given(st.text(), st.integers(min_value=1, max_value=50))
def test_every_page_falls_into_exactly_one_shard(url: str, whole: int) -> None:
    assert sum(in_shard(url, (part, whole)) for part in range(1, whole + 1)) == 1


def test_no_shard_is_every_page() -> None:
    assert in_shard("https://echo.example/", None)


def task(body: bytes) -> PageTask:
    sha256 = hashlib.sha256(body).hexdigest()
    key = snapshot_id("pages/a.html", sha256)
    at = dt.datetime(2024, 5, 7, tzinfo=dt.UTC)
    return PageTask(Snapshot(key, "pages/a.html", at, "text/html", sha256, len(body), "w", 0, "c"), body)


def test_a_page_that_cannot_be_read_is_failed_work_with_its_reason() -> None:
    rows = work_page(task(b"<html><body></body></html>"))
    assert rows.tables["progress"][0]["outcome"] == "failed"
    assert "pages" not in rows.tables
    assert [problem.stage for problem in rows.problems] == ["extract"]


def test_a_page_in_which_nothing_happens_has_a_passage_and_no_coding() -> None:
    body = "<p>Mix the flour with warm water and a little honey, and let the dough rest under a cloth.</p>" * 5
    rows = work_page(task(f"<html lang='en'><body><article><h1>Bread</h1>{body}</article></body></html>".encode()))
    assert rows.tables["progress"][0]["outcome"] == "done"
    assert len(rows.tables["passages"]) == 1
    assert rows.tables["codings"] == rows.tables["readings"] == []


def test_a_passage_is_read_as_a_text_that_begins_with_its_title() -> None:
    page = nouns.page(before="Skip to content\n\n")
    text = text_of(page, page.passages[0])
    assert text.text == nouns.TEXT
    assert text.text[: text.title_end] == "Bakers march"
    assert text.published == page.published


def test_teasers_are_from_the_country_that_heads_their_list() -> None:
    listing = replace(nouns.page(), kind=PageKind.LISTING, place=None)
    places = [text_of(replace(listing, title=title), listing.passages[0]).place for title in ("Honduras", "Tag: Perú")]
    assert places == ["Honduras", "Perú"]
    assert text_of(replace(listing, title="Justice"), listing.passages[0]).place is None


def test_the_country_of_a_text_is_that_of_most_of_its_events() -> None:
    assert country_of(nouns.coding("g1")) == "PY"


def test_the_process_that_keeps_pages_loads_no_reader_and_the_workers_no_database() -> None:
    kept = "import sys, constancia.cli.run, constancia.cli.running; print(*sys.modules)"
    made = "import sys, constancia.flow.pages; print(*sys.modules)"
    keeper, worker = (
        set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())
        for code in (kept, made)
    )
    assert "sqlalchemy" in keeper
    assert not {"constancia.read", "constancia.coding", "trafilatura"} & keeper
    assert {"constancia.read", "constancia.coding", "lxml"} <= worker
    assert not {"sqlalchemy", "alembic", "constancia.link", "trafilatura", "numpy"} & worker
