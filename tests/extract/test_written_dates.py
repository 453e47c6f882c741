import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constancia.extract.written_dates import DayOrder, find_dates, numeric_order, read_iso

DAY_FIRST, MONTH_FIRST, UNKNOWN = DayOrder(is_day_first=True), DayOrder(is_day_first=False), DayOrder()


@pytest.mark.parametrize(
    "line",
    [
        "7 February 2023", "February 7, 2023", "Feb. 7, 2023", "7th February, 2023", "Tuesday, 7 Feb 2023, 10:41",
        "martes 7 de febrero de 2023", "7 de febrero del 2023", "Febrero 7, 2023", "feb 7 2023", "7 feb 2023 10:41",
        "07-feb-2023", "2023-02-07", "2023/02/07", "1º marzo 2023 no, 7 feb. 2023", "7 February of 2023",
        "MARTES, 7 DE FEBRERO DE 2023",
    ],
)  # fmt: skip
def test_full_dates_are_read_in_both_languages(line):
    assert dt.date(2023, 2, 7) in [date.day for date in find_dates(line, UNKNOWN)]


def test_setiembre_is_september():
    assert find_dates("9 de setiembre de 2024", UNKNOWN)[0].day == dt.date(2024, 9, 9)


@pytest.mark.parametrize(
    ("order", "expected"), [(DAY_FIRST, [dt.date(2024, 4, 3)]), (MONTH_FIRST, [dt.date(2024, 3, 4)]), (UNKNOWN, [])]
)
def test_an_ambiguous_numeric_date_is_read_only_in_a_known_order(order, expected):
    assert [date.day for date in find_dates("3/4/2024", order)] == expected


def test_an_unambiguous_numeric_date_needs_no_order():
    assert [d.day for d in find_dates("19/09/2024 and 9.19.24", UNKNOWN)] == [dt.date(2024, 9, 19)] * 2


def test_the_order_is_learned_from_other_dates_and_contradictions_teach_nothing():
    assert numeric_order("25/09/2024 y 3/4/2024") == DAY_FIRST
    assert numeric_order("9/25/2024") == MONTH_FIRST
    assert numeric_order("9/25/2024 25/9/2024") == UNKNOWN


@pytest.mark.parametrize(
    "line", ["31/02/2024", "1.200.000", "24/7", "10-12-8-1", "Ley 30/1992 y 12/13/14/15", "may 2024x"]
)
def test_other_numbers_are_no_dates(line):
    assert find_dates(line, DAY_FIRST) == []


def test_a_time_in_utc_is_marked_as_such_and_a_local_one_is_not():
    assert read_iso("2024-03-09T02:15:44+00:00") == (dt.date(2024, 3, 9), True)
    assert read_iso("2024-03-09T02:15:44Z") == (dt.date(2024, 3, 9), True)
    assert read_iso("2024-03-08T21:15:44-05:00") == (dt.date(2024, 3, 8), False)
    assert read_iso("20240308") == (dt.date(2024, 3, 8), False)
    assert read_iso("soon") is None


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)), st.text(max_size=20))
def test_a_date_found_stands_where_it_says(day, noise):
    line = f"{noise} | {day.day} de enero de {day.year} | {noise}"
    for date in find_dates(line, DAY_FIRST):
        assert 0 <= date.start < date.end <= len(line)


@given(st.text())
def test_no_text_makes_it_fail(text):
    find_dates(text, DAY_FIRST)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Tue, 04/08/2025 - 17:40", dt.date(2025, 4, 8)),
        ("Mon, 04/08/2025 - 17:40", dt.date(2025, 8, 4)),
        ("martes 8/4/2025", dt.date(2025, 4, 8)),
        ("Wed, 04/08/2025", None),  # neither reading is a Wednesday
        ("04/08/2025", None),
    ],
)
def test_a_weekday_settles_the_order_of_day_and_month(line, day):
    assert [date.day for date in find_dates(line, DayOrder())] == ([] if day is None else [day])
