"""The day before which the sample of a record's words is drawn."""

import datetime as dt

import numpy as np
import pytest

from constancia.link.facts import NO_DAY
from constancia.link.months import Months, is_early
from constancia.link.passages import PassageRow, PassageRows


def day(text: str) -> int:
    return dt.date.fromisoformat(text).toordinal()


def months(*told: tuple[str, int]) -> Months:
    return Months.of(np.repeat([day(text) for text, _ in told], [count for _, count in told]))


@pytest.mark.parametrize(
    ("told", "until"),
    [
        ([("2031-03-09", 50), ("2031-04-02", 3)], "2031-04-01"),
        ([("2031-03-09", 50), ("2031-03-30", 3)], None),  # one month: nothing is old
        ([("2031-03-09", 5), ("2031-04-02", 50)], None),  # fewer than are sampled
        ([("2030-11-09", 500), ("2030-12-31", 90), ("2031-01-02", 5)], "2030-12-01"),  # January has only begun
        ([("2030-11-09", 500), ("2030-12-31", 90), ("2031-01-02", 6)], "2031-01-01"),
        ([("2030-11-09", 500), ("2030-12-31", 90), ("2099-01-02", 3)], "2030-12-01"),  # days misread
    ],
)
def test_the_sample_is_drawn_before_the_month_that_is_news(told: list[tuple[str, int]], until: str | None) -> None:
    assert months(*told).until(20) == (until and day(until))


def test_an_empty_record_is_all_sample() -> None:
    assert Months.of(np.zeros(0, np.int64)).until(20) is None


def test_months_grow_by_days_and_those_without_a_day_count_as_passages_alone() -> None:
    grown = months(("2031-03-09", 30)).with_days([day("2031-04-01"), NO_DAY, NO_DAY])
    assert grown == Months.of(np.array([day("2031-03-01")] * 30 + [day("2031-04-30"), NO_DAY, NO_DAY]))
    assert len(grown) == 33
    assert grown.until(20) == day("2031-04-01")


def test_the_sample_holds_only_passages_known_to_be_of_before() -> None:
    gathered = PassageRows()
    days = [NO_DAY, day("2031-04-01"), day("2031-03-31"), day("2030-01-01")]
    for number, published in enumerate(days):
        name = f"g{number}"
        gathered.add(PassageRow(name, name, None, None, None, published, is_spanish=False, copy_of=None))
    until = day("2031-04-01")
    assert sorted(at for _, _, at in gathered.lowest_marked(9, until)) == [2, 3]
    assert [is_early(each, until) for each in days] == [False, False, True, True]
    assert len(gathered.lowest_marked(9)) == 4
