"""Offsets of a passage become offsets of its page."""

from hypothesis import given
from hypothesis import strategies as st

from constancia.publish.offsets import shift
from tests import record_nouns as nouns

BEFORE = "Skip to content\n\n"


def test_every_span_of_a_shifted_report_holds_its_words_in_the_page() -> None:
    page = nouns.page(before=BEFORE)
    report = shift(nouns.coding("g1").reports[0], len(BEFORE))
    spans = [report.trigger, report.place, report.date, *report.actors]
    spans += [report.claims[0], report.claims[1], report.claims[0].according_to]
    for span in spans:
        assert page.text[span.start : span.end] == span.text
    assert page.text[report.start : report.end] == report.quote


def test_every_span_of_a_shifted_mention_holds_its_words_in_the_page() -> None:
    page = nouns.page(before=BEFORE)
    for mention in nouns.mentions():
        moved = shift(mention, len(BEFORE))
        assert page.text[moved.start : moved.end] == moved.text


@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=0, max_value=10**6))
def test_shifting_twice_is_shifting_by_the_sum(one: int, two: int) -> None:
    report = nouns.coding("g1").reports[0]
    assert shift(shift(report, one), two) == shift(report, one + two)


def test_shifting_changes_nothing_but_offsets() -> None:
    report = nouns.coding("g1").reports[0]
    assert shift(shift(report, 40), -40) == report
