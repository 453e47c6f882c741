import contextlib
import time

import pytest

from constancia.errors import InputError
from constancia.extract import cheap_text, extract
from tests.extract.pages import snapshot_of

STORY = "<p>" + "Residents of Marlow Flats blocked the depot gate and asked for a meeting with the mayor. " * 6 + "</p>"


def read(body: bytes, url: str = "https://paper.example/story", **fields):
    return extract(snapshot_of(body, url, **fields), body)


def test_deep_nesting_is_refused_in_words():
    with pytest.raises(InputError, match="deep"):
        read(b"<html><body>" + b"<div>" * 5000 + b"lost words of a story" + b"</div>" * 5000)


def test_a_page_without_a_story_is_refused_in_words():
    with pytest.raises(InputError, match="no story text"):
        read(b"<html><body><div id='app'></div><script>draw()</script></body></html>")


def test_a_sitemap_is_refused_in_words():
    with pytest.raises(InputError, match="sitemap"):
        read(b'<?xml version="1.0"?><urlset xmlns="x"><url><loc>https://a.example/</loc></url></urlset>')


def test_entity_expansion_in_a_feed_is_refused_in_words():
    declared = b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    bomb = declared + b"<rss><channel><title>&b;</title></channel></rss>"
    with pytest.raises(InputError, match="entities"):
        read(bomb)


def test_a_feed_that_is_cut_off_gives_the_items_that_are_whole():
    item = b"<item><title>Gate blocked</title><link>https://a.example/1</link><description>Sat.</description></item>"
    feed = b"<?xml version='1.0'?><rss><channel><title>T</title>" + item + b"<item><title>Cut"
    page = read(feed)
    assert page.kind == "feed"
    assert page.passages[0].title == "Gate blocked"


@pytest.mark.parametrize("ending", ["txt", "html"])
def test_one_line_of_5_mb_ends_in_bounded_time(ending):
    body = ("word " * 1_000_000).encode()
    if ending == "html":
        body = b"<html><body><h1>A long line</h1><p>" + body + b"</p></body></html>"
    started = time.process_time()
    with pytest.raises(InputError, match="limit"):
        read(body, media_type=f"text/{ending}")
    assert time.process_time() - started < 10


def test_unclosed_and_crossed_tags_do_not_lose_the_story():
    page = read(
        b"<html><body><h1>Gate blocked <b>again</h1></b><div><p>" + STORY.encode() + b"<td></div></p>&#xD800;&bogus;"
    )
    assert "asked for a meeting with the mayor" in page.text


def test_utf16_html_is_read():
    page = read(
        f"<html><head><meta charset='utf-16'></head><body><h1>Gate blocked</h1>{STORY}</body></html>".encode("utf-16")
    )
    assert page.title == "Gate blocked"


def test_a_plain_text_with_an_angle_bracket_stays_plain():
    page = read(
        b"Gate blocked again\n\nMore than <20 people sat down at the depot gate on Monday morning.",
        media_type="text/plain",
    )
    assert "<20 people" in page.text


def test_the_cheap_text_holds_the_story_and_no_script():
    text = cheap_text(f"<html><body><script>var a='zzz'</script><h1>Gate blocked</h1>{STORY}</body></html>".encode())
    assert "Marlow Flats" in text
    assert "zzz" not in text


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Two dozen people sat down at the gate of depot {0}.</p>",
        "Depot {0}<br>",
        "<div><a href='/{0}'>Gate {0} shut</a></div>",
    ],
    ids=["paragraphs", "line breaks", "links"],
)
def test_very_many_small_elements_end_in_bounded_time(markup):
    body = "<html><body><h1>Gates</h1>" + "".join(markup.format(number) for number in range(30_000)) + "</body></html>"
    started = time.process_time()
    with contextlib.suppress(InputError):
        read(body.encode())
    assert time.process_time() - started < 20


def test_a_prologue_of_many_comments_ends_in_bounded_time():
    started = time.process_time()
    with pytest.raises(InputError):
        read(b"<?xml version='1.0'?>" + b"<!-- -->" * 2000)
    assert time.process_time() - started < 2
