"""What is done long after a deed does not date it, what was to be is to come, and a clause opens no crisis."""

import datetime as dt

import pytest

from constancia.coding import code_reading
from constancia.model import Text
from constancia.read import read_text
from constancia.vocabulary import EventType, Status
from tests.coding.telling import PUBLISHED, reports_of

# Every text is of Thursday 20 July 2023.


@pytest.mark.parametrize(
    ("language", "text", "deed", "day"),
    [
        ("en", "Seven bakers who were kidnapped in Gulu were freed on Tuesday.", "kidnapped", 18),
        ("en", "A man was charged on Monday after a baker was stabbed in Gulu.", "stabbed", 17),
        ("es", "Siete panaderos que fueron secuestrados en Cusco fueron liberados el martes.", "secuestrados", 18),
    ],
)
def test_the_day_of_freeing_or_charging_is_not_that_of_the_deed(language, text, deed, day):
    told = next(report for report in reports_of(text, language) if report.trigger.text == deed)
    assert told.date is None or told.date.from_ != dt.date(2023, 7, day)


def test_the_day_on_which_they_were_kidnapped_is_theirs():
    told = reports_of("Seven bakers were kidnapped in Gulu on Tuesday.")[0]
    assert told.date.from_ == dt.date(2023, 7, 18)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A vigil for the bakers was to be held in Gulu on Saturday.", 22),
        ("Millers were to march in Gulu on Monday.", 24),
    ],
)
def test_what_was_to_be_is_planned(text, day):
    told = next(report for report in reports_of(text) if report.type is EventType.PROTEST)
    assert (told.status, told.date.from_) == (Status.PLANNED, dt.date(2023, 7, day))


def test_the_day_in_court_to_come_is_no_day_of_the_arrest():
    told = reports_of("Ten bakers were arrested in Gulu and were to be taken to court on Tuesday.")[0]
    assert told.date is None or told.date.from_ not in (dt.date(2023, 7, 18), dt.date(2023, 7, 25))


def coded(text):
    return code_reading(read_text(Text("t", text, language="en", published=PUBLISHED)))


def test_protests_told_in_another_clause_make_no_toll_of_a_death():
    coding = coded("A baker was shot dead in Gulu as protests over flour went on.")
    assert coding.toll_claims == ()
    assert any(claim.measure.value == "killed" for report in coding.reports for claim in report.claims)


def test_who_is_held_over_a_murder_or_brought_with_wounds_is_counted_so():
    coding = coded("Nine bakers died in Gulu on Monday, where 50 were brought with gunshot wounds.")
    told = {(claim.measure.value, claim.best) for report in coding.reports for claim in report.claims}
    told |= {(claim.measure.value, claim.best) for claim in coding.toll_claims}
    assert ("injured", 50) in told
    assert ("killed", 50) not in told
