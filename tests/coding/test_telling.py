"""A deed told in headline and body is told by the body."""

import datetime as dt

from constancia.coding import code_reading
from constancia.model import Text
from constancia.read import read_text

TITLE = "Bakers march in Danlí"


def test_the_report_of_a_headline_and_its_body_quotes_the_body():
    body = "Some 300 bakers marched in Danlí on Monday, 10 March 2025. The march ended at noon."
    text = Text("t", f"{TITLE}\n\n{body}", "en", dt.date(2025, 3, 11), title_end=len(TITLE))
    reports = code_reading(read_text(text)).reports
    assert len(reports) == 1
    assert reports[0].trigger.text == "marched"
    assert "300 bakers" in reports[0].quote


def test_a_headline_alone_tells_its_own_deed():
    text = Text("t", TITLE, "en", dt.date(2025, 3, 11), title_end=len(TITLE))
    reports = code_reading(read_text(text)).reports
    assert [report.trigger.text for report in reports] == ["march"]
