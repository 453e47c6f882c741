"""A text without a publication day dates its own days, and only those near a full date."""

import datetime as dt

from constancia.model import DateValue, Text
from constancia.read import read_text
from constancia.vocabulary import Anchor


def days(text: str, published: dt.date | None = None) -> dict[str, DateValue]:
    reading = read_text(Text("t", text, "en", published))
    return {mention.text: mention.value for mention in reading.mentions if isinstance(mention.value, DateValue)}


def test_a_day_near_a_full_date_takes_its_year():
    found = days("Bakers marched on July 22nd. On July 19, 2023, the union called them to the square.")
    assert found["July 22nd"].from_ == dt.date(2023, 7, 22)
    assert found["July 22nd"].anchor is Anchor.TEXT


def test_a_day_across_the_turn_of_the_year_takes_the_next_one():
    found = days("The strike began on 20 December 2022. It ended on 5 January.")
    assert found["5 January"].from_ == dt.date(2023, 1, 5)


def test_a_day_months_away_stays_open():
    found = days("Bakers marched on May 2. On December 19, 2022, the union called them to the square.")
    assert found["May 2"].from_ is None


def test_that_day_means_nothing_when_the_day_before_is_open():
    found = days("On 7 May 2001 the road was built. Bakers marched on November 2, and on that day the road was cut.")
    assert found["that day"].from_ is None


def test_a_second_march_is_no_day_of_march():
    assert days("A second march filled the square. The Fifth March is to be held in May.").keys() == {"May"}
    assert "the second of March" in " ".join(days("It was cut on the second of March 2021."))
