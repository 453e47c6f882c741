"""The report page: figures with their sentences, nothing averaged, nothing unescaped."""

import datetime as dt

import pytest

from constancia.publish import report, timeline_chart, toll_chart

SHA = "ab" * 32
TEXT = "Cifras del puerto\n\nEl Frente contó ocho muertos <b>desde</b> el 10 de marzo."


def claim(**changed):
    at = TEXT.index("ocho")
    row = {
        "claim_id": "c1", "report_id": None, "page_id": "p1", "event_id": None, "toll_id": "t1", "measure": "killed",
        "text": "ocho", "noun": "muertos", "modifier": "exact", "low": 8, "high": 8, "best": 8, "scope": "cumulative",
        "since": "2025-03-10", "as_of": "2025-03-17", "place": None, "category": None, "perpetrator_role": None,
        "according_to": {"role": "protesters", "name": "Frente Portuario"}, "via": None, "certainty": "asserted",
        "part_of": None, "start": at, "end": at + 4, "quote": TEXT.splitlines()[-1],
    }  # fmt: skip
    return {**row, **changed}


def tables(claims):
    return {
        "snapshots": [
            {"snapshot_id": "s1", "fetched_at": "2025-03-18T10:00:00Z", "sha256": SHA, "bytes": 1200, "warc": "a"},
        ],
        "pages": [
            {"page_id": "p1", "snapshot_id": "s1", "url": "a.html", "title": None, "publisher": None,
             "published": None},
        ],
        "texts": [{"page_id": "p1", "text": TEXT}],
        "passages": [{"copy_of": None}],
        "reports": [],
        "claims": claims,
        "events": [],
        "tolls": [
            {"toll_id": "t1", "measure": "killed", "scope": "cumulative", "place_name": "Honduras",
             "since": "2025-03-10", "category": None, "disputed": True},
        ],
        "campaigns": [],
    }  # fmt: skip


def rendered(claims):
    made_at = dt.datetime(2025, 4, 1, tzinfo=dt.UTC)
    return report.render(tables(claims), title="Paro portuario", made_at=made_at, policy="bounds")


def test_every_figure_shows_its_sentence_page_capture_time_and_hash():
    page = rendered([claim()])
    for words in ("<mark>ocho</mark>", "Frente Portuario", "2025-03-18T10:00:00Z", SHA, "a.html", "disputed"):
        assert words in page


def test_the_stored_page_is_shown_with_the_figure_marked():
    assert 'El Frente contó <mark id="m-c1">ocho</mark> muertos' in rendered([claim()])


def test_markup_of_a_page_stays_text():
    page = rendered([claim(quote='<script>alert("x")</script> ocho')])
    assert "<script" not in page
    assert "&lt;b&gt;desde" in page


def test_the_page_loads_nothing_from_elsewhere():
    page = rendered([claim()])
    assert "src=" not in page
    assert "@import" not in page
    assert "default-src 'none'" in page


@pytest.mark.parametrize(
    ("low", "high", "best", "words"),
    [
        (12, 12, 12, "12"),
        (81, None, None, "81 or more"),
        (None, 49, None, "at most 49"),
        (None, None, 30000, "about 30,000"),
        (800, 1000, None, "800 to 1,000"),
        (None, 99, 100, "at most 99, about 100"),
        (None, None, None, ""),
    ],
)
def test_bounds_are_written_as_they_were_said(low, high, best, words):
    assert report.bounds({"low": low, "high": high, "best": best}) == words


def test_an_open_bound_is_drawn_as_an_arrow_and_a_closed_one_is_not():
    def drawn(high):
        return toll_chart.draw([toll_chart.Bar("c1", 81, high, None, "2025-03-17", "x", "over 80")], "Killed")

    assert 'class="open"' in drawn(None)
    assert 'class="open"' not in drawn(90)


def test_claims_that_differ_stand_each_on_a_bar_of_its_own():
    bars = [toll_chart.Bar(f"c{value}", value, value, value, None, "x", str(value)) for value in (5, 8)]
    picture = toll_chart.draw(bars, "Killed")
    assert picture.count('class="bar"') == 2
    assert ">6.5<" not in picture


def test_a_window_of_days_is_a_line_on_the_timeline():
    first, last = dt.date(2025, 3, 10), dt.date(2025, 3, 12)
    picture = timeline_chart.draw([timeline_chart.Mark("e1", "march", first, last, "x")], "Events")
    assert 'class="window"' in picture
    assert timeline_chart.draw([], "Events") == ""


def test_one_claim_has_one_sentence_and_charts_scroll_where_there_is_no_room():
    page = rendered([claim()])
    assert "1 claim with its sentence<" in page
    assert '<div class="chart"><svg class="toll"' in page
