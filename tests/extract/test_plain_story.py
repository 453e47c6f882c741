"""Which pages leave no choice of what their story is, and that on these the extractor would change nothing."""

# ruff: noqa: E501 - a page of markup is told apart best on one line

from pathlib import Path

import pytest

from constancia.extract.blocks import Blocks, read_blocks
from constancia.extract.decode import decode
from constancia.extract.headline import find_headline
from constancia.extract.html_article import find_body, main_lines
from constancia.extract.html_tree import parse_html, read_stated
from constancia.extract.listing import find_teasers, promoted_blocks
from constancia.extract.plain_story import is_plain_story

ROOT = Path(__file__).parents[2]
PAGES = sorted([*(ROOT / "examples" / "pages").glob("*.html"), *(ROOT / "tests" / "pages").glob("*.html")])
FURNITURE = frozenset({"navigation", "sidebar", "footer", "related", "share", "advert", "consent", "comments"})

TITLE = "Ferry crews tie up at the north quay"
FIRST = "<p>Crews of three ferries tied up at the north quay on Monday and asked the port for a written answer.</p>"
SECOND = "<p>About 140 people took part, said the crews' committee; the port's own count was of ninety at noon.</p>"
THIRD = "<p>The quay was last closed in 2019, when the port let go of forty deckhands and then took them back.</p>"
SHORT = "<p>Nobody was held.</p>"


def parts(html: str) -> tuple[Blocks, int | None, set[int]]:
    tree = parse_html(html)
    page = read_blocks(tree, FURNITURE)
    headline = find_headline(read_stated(tree), page.blocks)
    return page, headline, promoted_blocks(find_teasers(page, "https://paper.example/a", headline))


def is_plain(body: str) -> bool:
    return is_plain_story(*parts(f"<html lang='en'><head><title>{TITLE}</title></head><body>{body}</body></html>"))


def test_on_pages_without_a_choice_the_extractor_would_find_the_same_story():
    plain = []
    for path in PAGES:
        html = decode(path.read_bytes())
        page, headline, promoted = parts(html)
        if is_plain_story(page, headline, promoted):
            plain.append(path.stem)
            asked = find_body(page, main_lines(parse_html(html)), headline, promoted)
            assert find_body(page, [], headline, promoted) == asked, path.stem
    assert len(plain) >= 5


@pytest.mark.parametrize(
    "body",
    [
        f"<article><h1>{TITLE}</h1>{FIRST}{SECOND}{THIRD}</article>",
        f"<nav><a href='/'>Home</a></nav><main><h1>{TITLE}</h1><div>{FIRST}{SECOND}{THIRD}</div></main><footer>All rights</footer>",
        f"<article><h1>{TITLE}</h1>{FIRST}{SHORT}{SECOND}{THIRD}</article>",
        f"<article><h1>{TITLE}</h1><div>Crews of three ferries want a written answer from the port authority.</div><div>{FIRST}{SECOND}{THIRD}</div></article>",
        f"<article><h1>{TITLE}</h1><p>By Ida Brandt</p><time>4 May 2022</time>{FIRST}{SECOND}{THIRD}</article>",
    ],
    ids=["paragraphs", "furniture", "short sentence", "standfirst", "byline and day"],
)
def test_paragraphs_in_one_element_with_no_other_text_leave_no_choice(body):
    assert is_plain(body)


@pytest.mark.parametrize(
    "body",
    [
        f"<article><h1>{TITLE}</h1>{FIRST}{SECOND}{THIRD}<ul><li>Quay opens for the boat fair on Sunday</li></ul></article>",
        f"<article><h1>{TITLE}</h1>{FIRST}{SECOND}{THIRD}{SHORT}</article>",
        f"<h1>{TITLE}</h1><div>{FIRST}{SECOND}{THIRD}</div><div>{THIRD.replace('quay', 'lock')}</div>",
        f"<h1>{TITLE}</h1><div>{FIRST}{SECOND}</div>",
        f"<p>{FIRST * 4}</p><article><h1>{TITLE}</h1>{FIRST}{SECOND}{THIRD}</article>",
        f"<div>{FIRST}{SECOND}{THIRD}</div>",
    ],
    ids=["list", "short end", "two elements", "two paragraphs", "more above", "no headline"],
)
def test_any_other_text_leaves_a_choice(body):
    assert not is_plain(body)
