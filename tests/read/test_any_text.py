"""Whatever words of the lexicons come together, in any order, they are read."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from constancia.model import DateValue, QuantityValue, Text
from constancia.read import read_text
from constancia.words import load_lexicon


def vocabulary(language: str) -> list[str]:
    numbers, dates = load_lexicon(language, "numbers"), load_lexicon(language, "dates")
    tables = [
        *dates["words"].values(),
        *(numbers[name] for name in ("cardinals", "scales", "collectives", "vague", "fractions")),
    ]
    lists = [
        *numbers["before"].values(),
        *numbers["after"].values(),
        *load_lexicon(language, "holidays")["names"].values(),
    ]
    figures = [
        "1",
        "30",
        "31",
        "99",
        "1987",
        "2000",
        "5/7",
        "12/31/2019",
        "3,500",
        "3.500",
        "2.5",
        "10:30",
        "21st",
        "3º",
        "1000000000000",
        "%",
        "$",
    ]
    return sorted({word for table in [*tables, *lists] for word in table} | set(figures))


TEXTS = st.sampled_from(["en", "es"]).flatmap(
    lambda language: st.tuples(
        st.just(language), st.lists(st.sampled_from(vocabulary(language)), max_size=14).map(" ".join)
    )
)


@settings(max_examples=400)
@given(TEXTS, st.dates() | st.none())
def test_any_words_are_read_and_their_values_hold_together(text: tuple[str, str], published: dt.date | None) -> None:
    language, words = text
    for mention in read_text(Text("t", words, language, published), frozenset({"date", "quantity"})).mentions:
        value = mention.value
        assert words[mention.start : mention.end] == mention.text
        if isinstance(value, DateValue):
            assert value.from_ is None or value.to is None or value.from_ <= value.to
        if isinstance(value, QuantityValue):
            assert value.low is None or value.high is None or value.low <= value.high
