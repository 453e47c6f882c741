import datetime as dt

import pytest

from constancia.extract import extract
from constancia.extract.language import find_language
from constancia.extract.place import find_place
from constancia.extract.publisher import beside_headline, feed_publisher, is_name_of
from tests.extract.pages import snapshot_of

STORY = "<p>" + "Residents of Marlow Flats blocked the depot gate and asked for a meeting with the mayor. " * 4 + "</p>"
TITLE = "Residents block the depot gate"


def publisher_of(head: str = "", top: str = "", url: str = "https://www.marlowpost.example/a") -> str | None:
    html = f"<html><head>{head}</head><body>{top}<h1>{TITLE}</h1>{STORY}</body></html>".encode()
    return extract(snapshot_of(html, url), html).publisher


@pytest.mark.parametrize(
    ("head", "top"),
    [
        ('<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"Marlow Post"}}</script>', ""),
        ('<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"Marlow Post"}]}</script>', ""),
        ('<meta property="og:site_name" content="Marlow Post">', ""),
        (f"<title>{TITLE} | News | Marlow Post</title>", ""),
        (f"<title>Marlow Post :: {TITLE}</title>", ""),
        (f"<title>Marlow Post: {TITLE}</title>", ""),
        (f"<title>{TITLE}</title>", "<div><a href='/'>Marlow Post</a> <a href='/'>Home</a></div>"),
        (f"<title>{TITLE}</title>", "<div><a href='https://www.marlowpost.example/'><img alt='Marlow Post'></a></div>"),
    ],
)
def test_the_outlet_is_found_where_the_page_tells_it(head, top):
    assert publisher_of(head, top) == "Marlow Post"


def test_an_outlet_that_is_not_told_is_none_and_its_host_is_known_all_the_same():
    assert publisher_of(f"<title>{TITLE}</title>", "<a href='/'>Home</a>") is None
    html = f"<h1>{TITLE}</h1>{STORY}".encode()
    assert extract(snapshot_of(html, "https://www.marlowpost.example/a"), html).publisher_domain == "marlowpost.example"


def test_the_part_of_a_feed_title_that_the_host_is_named_after_is_the_outlet():
    assert feed_publisher("The Marlow Post: Depot", "marlowpost.example") == "The Marlow Post"
    assert feed_publisher("Depot news", "marlowpost.example") == "Depot news"
    assert is_name_of("Diario El Río", "elrio.example.pe") is True
    assert is_name_of("Home", "marlowpost.example") is False


def test_a_title_bar_without_the_headline_tells_no_outlet():
    assert beside_headline("Welcome | Something", TITLE) is None


@pytest.mark.parametrize(
    ("text", "claimed", "expected"),
    [
        (
            "Los vecinos de la zona dijeron que el puente se cerró por las obras y que no saben hasta cuándo.",
            "en",
            "es",
        ),
        ("The residents said that the gate was blocked and that they have been waiting for the mayor.", "es-ES", "en"),
        (
            "Os moradores disseram que não vão sair da rua e que a ponte foi fechada pelo governo em uma noite.",
            "es",
            "pt",
        ),
        ("Depot gate", "en-GB", "en"),
        ("¿Y?", None, None),
    ],
)
def test_the_words_of_a_text_tell_its_language_and_the_claim_only_where_they_do_not(text, claimed, expected):
    assert find_language(text, claimed) == expected


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("LIMA (Agencia) – Cientos de personas marcharon.", "LIMA"),
        ("Coronel Vega, 19 sep (Kolla).- Tres personas fueron detenidas.", "Coronel Vega"),
        ("NAIROBI, Kenya — Hundreds marched on Tuesday.", "NAIROBI, Kenya"),
        ("SAN ISIDRO DEL MONTE: More than 400 workers sat down.", "SAN ISIDRO DEL MONTE"),
        ("CHALLHUA, Apurímac. Los comuneros levantaron el bloqueo.", "CHALLHUA, Apurímac"),
        ("Residents of Marlow Flats — some with children — sat down.", None),
        ("The mayor said nothing.", None),
        ("Marta Quiroga (Frente Unido) dijo que no.", None),
        ("BOGOTÁ (AFP): Miles de personas marcharon.", "BOGOTÁ"),
        ("ONU: Se espera una reunión.", None),
    ],
)
def test_a_dateline_gives_the_place_and_a_dash_in_a_sentence_none(line, place):
    assert find_place(None, [line]) == place


def test_rss_items_give_title_link_day_and_text_without_markup():
    feed = b"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
    <title>Marlow Post</title><language>en-gb</language><item><title>Gate &amp; depot</title>
    <link>https://marlowpost.example/1</link><pubDate>Tue, 07 May 2024 23:30:00 -0500</pubDate>
    <description>Short.</description><content:encoded><![CDATA[<p>Two dozen <b>sat</b> down.</p><p>The post Gate
    appeared first on Marlow Post.</p>]]></content:encoded></item></channel></rss>"""
    page = extract(snapshot_of(feed, "https://marlowpost.example/feed"), feed)
    passage = page.passages[0]
    assert (page.kind, page.publisher, page.language) == ("feed", "Marlow Post", "en")
    assert (passage.title, passage.linked_url) == ("Gate & depot", "https://marlowpost.example/1")
    assert passage.published == dt.date(2024, 5, 7)
    assert page.text[passage.title_end : passage.end].strip() == "Two dozen sat down."


@pytest.mark.parametrize(
    ("line", "day", "place"),
    [
        ("Arica, 4 de mayo de 2022.", dt.date(2022, 5, 4), "Arica"),
        ("Port Vila, Vanuatu – 25/01/2023", dt.date(2023, 1, 25), "Port Vila, Vanuatu"),
        ("📍 *Zomba, Malawi* | 26 July 2024", dt.date(2024, 7, 26), "Zomba, Malawi"),
        ("Publicado, 4 de mayo de 2022", dt.date(2022, 5, 4), None),
        ("Marlow rose on 4 May 2022.", None, None),
    ],
)
def test_a_communique_tells_its_place_and_day_in_a_line_of_its_own(line, day, place):
    html = f"<p><b>Statement on the blocked depot gate</b></p><p>{line}</p>{STORY}".encode()
    page = extract(snapshot_of(html, "https://www.marlowpost.example/a"), html)
    assert (page.published, page.place) == (day, place)
