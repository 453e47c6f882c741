"""Small pages that differ in one habit of markup each, around one invented story."""

# ruff: noqa: E501 - a page of markup is told apart best on one line

import pytest

from constancia.extract import extract
from constancia.model import Page
from tests.extract.pages import snapshot_of

TITLE = "Depot gate blocked again by residents"
FIRST = (
    "Residents of Marlow Flats blocked the depot gate on Monday and asked for a meeting with the mayor, who was away."
)
SECOND = (
    "About 200 people took part, according to the organisers; police put the number at 90 and said nobody was held."
)
THIRD = "The gate was blocked once before, in 2021, when the depot changed hands and forty drivers lost their jobs."
STORY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
WALL = "Crews will work nights on section {0} of the harbour wall until the end of the month, the port said on Friday."
NAME = "Story number {0} about the harbour works"


def cards(count: int, card: str) -> str:
    return "".join(card.format(number, NAME.format(number), WALL.format(number)) for number in range(count))


CARDS = cards(5, "<div class='card'><h3><a href='/n/{0}'>{1}</a></h3><p>{2}</p></div>")


def read(body: str, head: str = "", classes: str = "") -> Page:
    title = f"<title>{TITLE} | Paper</title>"
    html = f"<!doctype html><html lang='en'><head>{title}{head}</head><body class='{classes}'>{body}</body></html>"
    return extract(snapshot_of(html.encode(), "https://paper.example/x/story"), html.encode())


ARTICLES = {
    "the first heading is the outlet's logo": f"<header><h1 class='logo'><a href='/'>Paper</a></h1></header><div><h2>{TITLE}</h2>{STORY}</div>",
    "wrappers are named after the sidebar": f"<div class='content-with-sidebar'><div class='popular'><h1>{TITLE}</h1><div>{STORY}</div></div><div class='sidebar'><a href='/a'>Harbour works start</a></div></div>",
    "the page is one form with line breaks": f"<form id='aspnetForm'><div id='menu'><a href='/'>Home</a></div><div><span class='t'>{TITLE}</span><br><span>12/05/2024</span><br><br><div>{FIRST}<br/><br/>{SECOND}<br/><br/>{THIRD}</div></div></form>",
    "paragraphs are nameless elements": f"<div class='sc-1'><h1 class='sc-2'>{TITLE}</h1><div class='sc-3'><div class='sc-4'>{FIRST}</div><div class='sc-4'>{SECOND}</div><div class='sc-4'>{THIRD}</div></div></div>",
    "a kicker stands in the heading": f"<article><h1><span>Protest</span> {TITLE}</h1>{STORY}</article>",
    "the heading is broken over two lines": f"<h1>{TITLE.replace(' again', '<br>again')}</h1>{STORY}",
    "a box asks for an address": f"<article><h1>{TITLE}</h1><p>{FIRST}</p><div><h3>Get our daily newsletter</h3><p>The best of the Paper every morning, for free.</p></div><p>{SECOND}</p><p>{THIRD}</p><p>Sign up here for our newsletter</p></article>",
    "a caption has no tag of its own": f"<article><h1>{TITLE}</h1><div class='m'><p class='m__t'>Residents at the gate on Monday. Photo: K. Lund/Paper</p></div>{STORY}</article>",
    "teasers follow in the same element": f"<div class='main'><h1>{TITLE}</h1>{STORY}{CARDS}</div>",
    "teasers come first": f"<div class='strip'>{CARDS}</div><div class='main'><h1>{TITLE}</h1>{STORY}</div>",
    "the page is for telephones": f"<amp-sidebar><ul><li>Home</li></ul></amp-sidebar><article><header><h1>{TITLE}</h1><div>12 May 2024</div></header><div>{STORY}<amp-img></amp-img></div></article>",
}  # fmt: skip


def test_a_brief_of_one_dated_paragraph_over_many_teasers_is_an_article():
    page = read(f"<div class='main'><h1>{TITLE}</h1><p>12 May 2024</p><p>{FIRST}</p>{CARDS}</div>")
    assert (page.kind, page.text) == ("article", f"{TITLE}\n\n{FIRST}")


@pytest.mark.parametrize("habit", ARTICLES)
def test_an_article_gives_its_headline_and_its_three_paragraphs_when(habit):
    page = read(ARTICLES[habit])
    assert page.kind == "article"
    assert page.text == "\n\n".join((TITLE, FIRST, SECOND, THIRD))
    assert [passage.title for passage in page.passages] == [TITLE]


LISTINGS = {
    "cards have linked headings": CARDS,
    "a whole card is the link": cards(4, "<a class='card' href='/n/{0}'><div>{1}</div><div>{2}</div></a>"),
    "rows of a table hold them": f"<table>{cards(4, '<tr><td>0{0}/05/2024</td><td><a href=/n/{0}><b>{1}</b></a><br>{2}</td></tr>')}</table>",
    "headings have a link below": cards(4, "<div class='post'><h2>{1}</h2><p>{2}</p><a href='/n/{0}'>Read more</a></div>"),
    "a section's name stands over each": cards(4, "<div><h4><a href='/s'>Port affairs today</a></h4><h2><a href='/n/{0}'>{1}</a></h2><p>{2}</p></div>"),
    "only the picture is a link": cards(4, "<div class='s'><a href='/n/{0}'><img></a><div><h3>{1}</h3><p>{2}</p></div></div>"),
    "terms of a list are links": f"<dl>{cards(4, '<dt><a href=/n/{0}>{1}</a></dt><dd>{2}</dd>')}</dl>",
    "lines begin with a link": f"<ul>{cards(4, '<li><a href=/n/{0}>{1}</a> &mdash; {2}</li>')}</ul>",
    "headings and paragraphs lie flat": f"<h1>Harbour</h1>{cards(4, '<h3><a href=/n/{0}>{1}</a></h3><p>{2}</p>')}",
    "an introduction stands above": f"<h1>Harbour</h1><p>All our coverage of the works at the harbour since they began.</p>{CARDS}",
}  # fmt: skip


@pytest.mark.parametrize("habit", LISTINGS)
def test_a_listing_gives_a_passage_a_teaser_when(habit):
    page = read(LISTINGS[habit])
    assert (page.kind, page.published) == ("listing", None)
    for number, passage in enumerate(page.passages):
        assert passage.title == NAME.format(number)
        assert passage.linked_url == f"https://paper.example/n/{number}"
        assert page.text[passage.title_end : passage.end].strip() == WALL.format(number)
    assert len(page.passages) >= 4


def test_readers_comments_are_no_part_of_the_story():
    comments = "<h2>Comments</h2><p>Nobody should be allowed to close a public road like this, ever again.</p>"
    assert read(f"<div><h1>{TITLE}</h1>{STORY}{comments}</div>").text.endswith(THIRD)


def test_rows_of_a_table_in_a_story_are_lines_of_it():
    table = "<table><tr><th>Town</th><th>Arrests</th></tr><tr><td>Marlow</td><td>12</td></tr></table>"
    assert "\n\nMarlow 12\n\n" in read(f"<article><h1>{TITLE}</h1><p>{FIRST}</p>{table}<p>{SECOND}</p></article>").text


def test_list_items_of_a_story_are_kept_in_their_place():
    items = "<ul><li>a meeting within ten days,</li><li>the return of 12 dismissed drivers.</li></ul>"
    page = read(f"<article><h1>{TITLE}</h1><p>{FIRST}</p><p>The demands:</p>{items}<p>{SECOND}</p></article>")
    assert page.text.index("The demands:") < page.text.index("12 dismissed drivers") < page.text.index("About 200")


@pytest.mark.parametrize("heading", ["<p><strong>{}</strong></p>", "<h3>{}</h3>", "<h2 class='x'>{}</h2>"])
def test_a_digest_under_headings_gives_a_passage_a_story(heading):
    parts = "".join(
        heading.format(name) + f"<p>{text}</p>" for name, text in zip("ABC", (FIRST, SECOND, THIRD), strict=True)
    )
    page = read(f"<h1>The week in brief</h1>{parts}")
    assert page.kind == "roundup"
    assert [passage.title for passage in page.passages] == ["A", "B", "C"]


def test_a_digest_of_paragraphs_that_begin_in_bold_stays_one_passage():
    parts = "".join(f"<p><b>{name}.</b> {text}</p>" for name, text in zip("ABC", (FIRST, SECOND, THIRD), strict=True))
    page = read(f"<h1>News in brief</h1>{parts}")
    assert (page.kind, len(page.passages)) == ("roundup", 1)


def test_a_page_that_is_not_worth_it_is_read_by_its_layout_and_tells_the_same_story():
    html = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{STORY}{CARDS}</body></html>".encode()
    asked: list[str] = []

    def refuse(text: str) -> bool:
        asked.append(text)
        return False

    page = extract(snapshot_of(html), html, refuse)
    assert page.text == "\n\n".join((TITLE, FIRST, SECOND, THIRD))
    assert FIRST in asked[0]


def test_all_entries_of_a_live_page_are_its_story():
    entries = "".join(
        f"<div class='entry'><time>{hour}:05</time><h3>{heading}</h3>{told}</div>"
        for hour, heading, told in (
            (15, "Gate blocked", f"<p>{FIRST}</p>"),
            (12, "Numbers", f"<p>{SECOND}</p>"),
            (9, "What we know", "<ul><li>Drivers met at the depot at dawn</li><li>The mayor is away</li></ul>"),
        )
    )
    page = read(f"<h1>{TITLE}</h1><div>{entries}<div class='more'><h4>More</h4><a href='/a'>Wall works</a></div></div>")
    assert "Drivers met at the depot at dawn" in page.text
    assert "Wall works" not in page.text


def test_a_gallery_tells_its_story_in_captions():
    captions = "".join(
        f"<figure><img src='{number}.jpg'><figcaption>{line} Photo: K. Lund</figcaption></figure>"
        for number, line in enumerate((FIRST, SECOND, THIRD))
    )
    page = read(f"<h1>{TITLE}</h1>{captions}")
    assert page.kind == "article"
    assert all(line in page.text for line in (FIRST, SECOND, THIRD))


def test_remarks_on_an_earlier_version_are_no_part_of_the_story():
    note = "Correction: An earlier version of this article said that 400 people took part. About 200 did."
    assert "400" not in read(f"<article><h1>{TITLE}</h1>{STORY}<p><em>{note}</em></p></article>").text
