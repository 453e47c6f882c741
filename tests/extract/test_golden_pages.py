import json

import pytest

from constancia.extract import align, visible_text
from tests.pages.golden import as_json, expected_path, read_sample, sample_pages


@pytest.mark.parametrize("path", sample_pages(), ids=lambda path: path.stem)
def test_a_sample_page_gives_what_a_person_has_read_and_approved(path):
    assert expected_path(path).exists(), f"write it with: python -m tests.pages.golden {path.stem} URL, and read it"
    expected = json.loads(expected_path(path).read_text())
    assert as_json(read_sample(path, expected["url"])) == expected


@pytest.mark.parametrize("path", sample_pages(), ids=lambda path: path.stem)
def test_every_line_of_a_sample_page_is_found_in_its_visible_text(path):
    page = read_sample(path, json.loads(expected_path(path).read_text())["url"])
    visible = visible_text(path.read_bytes())
    aligned = align(page.text, visible)
    start = 0
    for line in page.text.split("\n"):
        if line:
            at = aligned.locate(start, start + len(line))
            assert at is not None, line
            assert "".join(visible[at[0] : at[1]].split()) == "".join(line.split())
        start += len(line) + 1


@pytest.mark.parametrize("path", sample_pages(), ids=lambda path: path.stem)
def test_passages_lie_in_order_and_begin_with_their_title(path):
    page = read_sample(path, json.loads(expected_path(path).read_text())["url"])
    ends = [0]
    for passage in page.passages:
        assert ends[-1] <= passage.start <= passage.title_end <= passage.end <= len(page.text)
        assert (passage.title or "") == page.text[passage.start : passage.title_end]
        ends.append(passage.end)
