import datetime as dt
import json

import pytest

from constancia.extract import align, extract, visible_text
from constancia.model import Page
from tests.extract.pages import snapshot_of
from tests.shared_data import shared_path

pytestmark = pytest.mark.shared


def _rows(name: str) -> list[dict]:
    return [json.loads(line) for line in shared_path(f"corpus/{name}").read_text().splitlines()]


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    found = {}
    for row in _rows("manifest.jsonl"):
        body = shared_path(f"corpus/{row['file']}").read_bytes()
        found[row["file"]] = extract(snapshot_of(body, row["url"], media_type=row["media_type"]), body)
    return found


def test_kind_title_language_and_day_of_every_page_are_those_of_the_gold(pages):
    for gold in _rows("gold/pages.jsonl"):
        page = pages[gold["file"]]
        published = None if gold["published"] is None else dt.date.fromisoformat(gold["published"])
        said = (page.kind, page.title, page.language, page.published)
        assert said == (gold["kind"], gold["title"], gold["language"], published), gold["file"]


def test_every_teaser_has_its_title_text_and_link(pages):
    for gold in _rows("gold/pages.jsonl"):
        page = pages[gold["file"]]
        if page.kind not in {"listing", "feed"}:
            continue
        said = [(p.title, page.text[p.title_end : p.end].strip(), p.linked_url) for p in page.passages]
        assert said == [(t["title"], t["text"], t["linked_url"]) for t in gold["teasers"]], gold["file"]


def test_every_sentence_of_every_page_is_found_in_its_visible_text(pages):
    for name, page in pages.items():
        visible = visible_text(shared_path(f"corpus/{name}").read_bytes())
        aligned = align(page.text, visible)
        start = 0
        for line in page.text.split("\n"):
            if line:
                at = aligned.locate(start, start + len(line))
                assert at is not None, (name, line)
                assert visible[at[0] : at[1]].split() == line.split()
            start += len(line) + 1


def test_the_evidence_of_every_event_and_toll_lies_in_the_text(pages):
    for row in _rows("gold/events.jsonl"):
        for place in row["pages"]:
            assert place["evidence"] in " ".join(pages[place["file"]].text.split())
    for row in _rows("gold/tolls.jsonl"):
        for claim in row["claims"]:
            assert claim["evidence"] in " ".join(pages[claim["file"]].text.split())


def test_the_plain_text_pages_are_three_articles_and_two_listings():
    kinds, days = [], []
    for path in sorted(shared_path("seeds").glob("*.txt")):
        body = path.read_bytes()
        page = extract(snapshot_of(body, path.name, media_type="text/plain"), body)
        kinds.append(page.kind)
        days.append(page.published)
        if page.kind == "listing":
            assert len(page.passages) == 15
            assert all(passage.title and passage.end - passage.title_end > 150 for passage in page.passages)
    assert kinds == ["article", "article", "listing", "listing", "article"]
    assert days == [None, dt.date(2023, 2, 7), None, None, None]
