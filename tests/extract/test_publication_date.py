import datetime as dt

import pytest

from constancia.extract import extract
from tests.extract.pages import snapshot_of

LD = '<script type="application/ld+json">{"@type":"NewsArticle",%s "datePublished":"2024-05-07"}</script>'
STORY = "<p>" + "Vecinos de Alto Jahuay cerraron el puente viejo y pidieron una reunión con la alcaldesa. " * 4 + "</p>"


def page_of(
    head: str = "", under_title: str = "", body: str = STORY, url: str = "https://diario.example/nota", **fields
):
    shown = f"<body><h1>Vecinos cierran el puente viejo</h1>{under_title}{body}</body>"
    raw = f"<html lang='es'><head>{head}</head>{shown}</html>".encode()
    return extract(snapshot_of(raw, url, **fields), raw)


@pytest.mark.parametrize(
    ("page", "how"),
    [
        (page_of(LD % ""), "json-ld"),
        (page_of(LD % " broken,"), "json-ld"),
        (page_of('<meta property="article:published_time" content="2024-05-07T10:00:00-05:00">'), "meta"),
        (page_of('<meta name="DC.date.issued" content="7 de mayo de 2024">'), "meta"),
        (page_of(under_title='<p>Por A. Roca <time datetime="2024-05-07T08:00">hoy</time></p>'), "time-element"),
        (page_of(under_title='<span itemprop="datePublished" content="2024-05-07"></span>'), "time-element"),
        (page_of(under_title="<div>Martes 7 de mayo de 2024</div>"), "visible-text"),
        (page_of(under_title="<p class='meta'>Por Sur · 07/05/2024</p>", url="https://d.example.pe/n"), "visible-text"),
        (page_of(url="https://diario.example/2024/05/07/puente"), "url"),
        (page_of(url="https://diario.example/nota-2024-05-07-puente"), "url"),
        (page_of(published=dt.date(2024, 5, 7)), "feed"),
    ],
)  # fmt: skip
def test_the_day_is_found_and_it_is_said_how(page, how):
    assert (page.published, page.published_precision, page.published_how) == (dt.date(2024, 5, 7), "day", how)


def test_a_month_in_the_address_is_known_as_a_month_only():
    page = page_of(url="https://diario.example/2024/05/puente")
    assert (page.published, page.published_precision) == (dt.date(2024, 5, 1), "month")


def test_the_date_of_an_event_in_the_body_is_not_that_of_the_page():
    told = "<p>El 3 de marzo de 2021 hubo otro corte. Fue el 3 de marzo de 2021.</p>"
    page = page_of(body=f"{STORY}{told}<p>El paro empezó el 4 de abril de 2023.</p>")
    assert (page.published, page.published_how) == (None, None)
    assert "3 de marzo de 2021" in page.text


def test_the_first_publication_is_taken_before_an_update():
    page = page_of(under_title="<p>Actualizado: 9 de mayo de 2024 | Publicado: 7 de mayo de 2024</p>")
    assert page.published == dt.date(2024, 5, 7)


def test_a_time_in_utc_gives_way_to_the_local_day_shown_on_the_page():
    head = '<meta property="article:published_time" content="2024-05-08T02:10:00Z">'
    assert page_of(head, "<p>7 de mayo de 2024</p>").published == dt.date(2024, 5, 7)
    assert page_of(head).published == dt.date(2024, 5, 8)


def test_a_date_after_the_fetching_is_not_trusted_and_that_is_noted():
    head = '<meta property="article:published_time" content="2031-01-01">'
    page = page_of(head, "<p>7 de mayo de 2024</p>")
    assert page.published == dt.date(2024, 5, 7)
    assert "2031-01-01" in page.published_how
    alone = page_of(head)
    assert alone.published is None
    assert "2031-01-01" in alone.published_how


def test_an_ambiguous_date_is_left_unknown_where_nothing_tells_the_order():
    told = "<p>The council shut the old bridge after the flood and said that it would stay shut for a month.</p>" * 3
    html = f"<html lang='en'><h1>Council shuts the old bridge</h1><p class='date'>03/04/2024</p>{told}</html>"
    assert extract(snapshot_of(html.encode()), html.encode()).published is None
    british = html.replace("'en'", "'en-GB'").encode()
    assert extract(snapshot_of(british), british).published == dt.date(2024, 4, 3)
    american = html.replace("'en'", "'en-US'").encode()
    assert extract(snapshot_of(american), american).published == dt.date(2024, 3, 4)


@pytest.mark.parametrize(
    "opening",
    [
        "QUITO, 7 de mayo de 2024.- Vecinos del barrio",
        "Quito, 7 may. 2024 (Kolla) - Vecinos del barrio",
        "QUITO, May 7, 2024 (Kolla) \u2014 Vecinos del barrio",
        "Alto Jahuay, 7 May 2024 \u2013 Vecinos del barrio",
    ],
)
def test_a_dateline_with_its_year_dates_the_page(opening):
    page = page_of(
        body=f"<p>{opening} cerraron el puente viejo y pidieron una reuni\u00f3n con la alcaldesa.</p>{STORY}"
    )
    assert (page.published, page.published_how) == (dt.date(2024, 5, 7), "dateline")
    assert opening in page.text


def test_a_dateline_without_its_year_dates_the_page_only_with_a_year_in_the_address():
    body = f"<p>Quito, 7 may (Kolla).- Vecinos cerraron el puente viejo de la ciudad el lunes.</p>{STORY}"
    assert page_of(body=body).published is None
    assert page_of(body=body, url="https://diario.example/2024/05/puente").published == dt.date(2024, 5, 7)
