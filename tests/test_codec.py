"""The nouns and their JSON: what is written is read back the same."""

import csv
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constancia import codec
from constancia.errors import InputError
from constancia.model import DateValue, Mention, QuantityValue, ReportDate, Span, SpeakerValue
from constancia.vocabulary import Anchor, Measure, Modifier, Precision, QuotationKind, TimexType

QUANTITIES = st.builds(
    QuantityValue,
    low=st.none() | st.integers(0),
    high=st.none() | st.integers(0),
    best=st.none() | st.integers(0),
    modifier=st.sampled_from(Modifier),
    noun=st.none() | st.text(),
    measure=st.none() | st.sampled_from(Measure),
)


@given(QUANTITIES, st.text())
def test_a_mention_survives_its_json(value, text):
    mention = Mention(0, len(text), text, value)
    assert codec.loads(Mention, codec.dumps(mention)) == mention


def test_a_mention_of_each_kind_is_told_apart_by_its_fields():
    day = DateValue(
        TimexType.DATE, "2023-07-19", dt.date(2023, 7, 19), dt.date(2023, 7, 19), Precision.DAY, Anchor.EXPLICIT
    )
    speaker = SpeakerValue(Span(0, 2, "ab"), None, None, QuotationKind.DIRECT, None)
    for value in (day, speaker):
        mention = Mention(0, 2, "ab", value)
        assert codec.loads(Mention, codec.dumps(mention)) == mention


def test_a_keyword_field_is_written_without_its_underscore():
    written = codec.to_json(ReportDate(dt.date(2023, 7, 19), None, Precision.DAY))
    assert written["from"] == "2023-07-19"
    assert "from_" not in written


@pytest.mark.parametrize("line", ['{"from":"soon","to":null,"precision":null}', '{"precision":"often"}', "[]"])
def test_a_value_of_the_wrong_form_is_refused_with_its_noun(line):
    with pytest.raises(InputError, match="ReportDate"):
        codec.loads(ReportDate, line)


def test_a_long_field_is_read_and_the_limit_of_others_stays():
    limit = csv.field_size_limit()
    long = "x" * (limit + 1)
    rows = codec.long_csv_rows(["a,b\n", f'1,"{long}"\n', "2,y\n"])
    assert next(rows)["b"] == long
    assert csv.field_size_limit() == limit
    with pytest.raises(csv.Error):
        list(csv.reader([long]))
    assert [row["a"] for row in rows] == ["2"]


@pytest.mark.parametrize("text", ["half a pair \ud83d", "a line\u2028 and \x00 more", "ñandú"])
def test_any_text_survives_also_half_a_surrogate_pair(text):
    mention = Mention(0, 3, text, QuantityValue(None, None, 1 << 70, Modifier.EXACT, text, None))
    assert codec.loads(Mention, codec.dumps(mention)) == mention


def test_what_is_no_noun_has_no_json():
    with pytest.raises(TypeError, match="no JSON form for complex"):
        codec.dumps(1j)
