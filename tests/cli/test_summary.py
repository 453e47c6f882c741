"""The lines in which a run ends are those that a person would write."""

import datetime as dt
from dataclasses import replace

import pytest

from constancia.cli.summary import day_of
from constancia.model import ReportDate
from constancia.vocabulary import Precision, Status
from tests import record_nouns as nouns

FIRST, LAST = dt.date(2031, 3, 4), dt.date(2031, 3, 6)


@pytest.mark.parametrize(
    ("first", "last", "status", "told"),
    [
        (FIRST, FIRST, Status.OCCURRED, "2031-03-04"),
        (FIRST, LAST, Status.OCCURRED, "2031-03-04 to 2031-03-06"),
        (FIRST, None, Status.ONGOING, "since 2031-03-04"),
        (None, None, Status.OCCURRED, "undated"),
        (None, None, Status.ONGOING, "ongoing"),
    ],
)
def test_what_goes_on_with_no_day_told_is_not_called_undated(first, last, status, told):
    event = replace(nouns.linking().events[0], status=status, date=ReportDate(first, last, Precision.DAY))
    assert day_of(event) == told
    assert first or day_of(replace(event, date=None)) == told
