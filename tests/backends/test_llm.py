"""The language model's coder: what it says is believed only where the text bears it out."""

import datetime as dt

import pytest

from constancia.backends.llm import Budget, Cascade, ChatClient, Endpoint, LlmCoder, ReplyStore
from constancia.coding import code_reading
from constancia.model import Reading, Text
from constancia.read import read_text
from constancia.vocabulary import Measure, Scope
from tests.backends.fake_endpoint import completion, endpoint, good, hanging

MARCH = "Some 300 bakers marched in Tegucigalpa on Monday, the union said"
ARRESTS = "Since 10 March over 20 people have been arrested."
BODY = f"{MARCH}. {ARRESTS}"


def reading(text: str = BODY) -> Reading:
    return read_text(Text("t", text, "en", dt.date(2025, 3, 18)))


def claim(**changed):
    row = {
        "measure": "participants", "figure_quote": "Some 300", "sentence_quote": MARCH, "scope": "incident",
        "since_quote": None, "speaker_quote": "the union", "speaker_role": "union", "certainty": "asserted",
    }  # fmt: skip
    return {**row, **changed}


def report(**changed):
    row = {
        "trigger_quote": "marched", "sentence_quote": MARCH, "type": "PROTEST", "mode": "demo", "form": "march",
        "status": "occurred", "date_quote": "Monday", "place_quote": "Tegucigalpa", "claims": [claim()],
    }  # fmt: skip
    return {**row, **changed}


TOLL = claim(
    measure="arrested", figure_quote="over 20", sentence_quote=ARRESTS, scope="cumulative",
    since_quote="10 March", speaker_quote=None, speaker_role=None,
)  # fmt: skip


def coder(url, folder, *, budget=None, timeout_s=5.0):
    ask = ChatClient(Endpoint(url, "m", timeout_s=timeout_s), budget or Budget(), sleep=lambda _: None)
    return LlmCoder(ask, ReplyStore(folder), code_reading)


def test_an_answer_that_the_text_bears_out_becomes_reports_and_tolls(tmp_path):
    with endpoint(lambda _: good({"reports": [report()], "tolls": [TOLL]})) as (url, _):
        coded = coder(url, tmp_path).code(reading())
    (found,) = coded.coding.reports
    assert (found.trigger.text, found.date.from_, found.place.name) == ("marched", dt.date(2025, 3, 17), "Tegucigalpa")
    assert (found.claims[0].best, found.claims[0].according_to.text) == (300, "the union")
    (toll,) = coded.coding.toll_claims
    assert (toll.measure, toll.low, toll.scope, toll.since) == (Measure.ARRESTED, 21, Scope.CUMULATIVE, "2025-03-10")
    assert coded.problems == ()


@pytest.mark.parametrize(
    "changed",
    [
        {"sentence_quote": "Police shot twelve people."},
        {"trigger_quote": "rioted"},
        {"type": "REVOLUTION"},
        {"trigger_quote": None},
    ],
)
def test_a_report_whose_words_are_invented_is_refused(tmp_path, changed):
    with endpoint(lambda _: good({"reports": [report(**changed)], "tolls": []})) as (url, _):
        coded = coder(url, tmp_path).code(reading())
    assert coded.coding.reports == ()
    assert coded.problems


def test_a_figure_is_read_by_our_own_reader_whatever_the_model_says(tmp_path):
    wrong = report(claims=[claim(figure_quote="Some 3,000"), {**claim(), "best": 9999}])
    with endpoint(lambda _: good({"reports": [wrong], "tolls": []})) as (url, _):
        coded = coder(url, tmp_path).code(reading())
    assert [each.best for each in coded.coding.reports[0].claims] == [300]
    assert len(coded.problems) == 1


def test_a_cumulative_figure_never_gets_into_a_report(tmp_path):
    with endpoint(lambda _: good({"reports": [report(claims=[TOLL])], "tolls": []})) as (url, _):
        coded = coder(url, tmp_path).code(reading())
    assert coded.coding.reports[0].claims == ()


def test_a_second_run_asks_nothing_and_gives_the_same(tmp_path):
    with endpoint(lambda _: good({"reports": [report()], "tolls": []})) as (url, asked):
        first = coder(url, tmp_path).code(reading())
        second = coder(url, tmp_path).code(reading())
    assert first == second
    assert len(asked) == 1


@pytest.mark.parametrize(
    "bad",
    [
        (200, {}, completion("not json")),
        (200, {}, completion("[1, 2]")),
        (200, {}, b"<html>"),
        (429, {"retry-after": "1"}, b""),
        (503, {}, b""),
    ],
)
def test_a_passing_fault_is_tried_again(tmp_path, bad):
    answer = good({"reports": [report()], "tolls": []})
    with endpoint(lambda number: bad if number == 0 else answer) as (url, asked):
        coded = coder(url, tmp_path).code(reading())
    assert len(asked) == 2
    assert len(coded.coding.reports) == 1


def test_without_an_answer_the_rules_code_and_it_is_said(tmp_path):
    with endpoint(lambda _: (500, {}, b"")) as (url, _):
        coded = coder(url, tmp_path).code(reading())
    assert coded.coding == code_reading(reading())
    assert "500" in coded.problems[0].reason


def test_an_endpoint_that_hangs_is_given_up(tmp_path):
    with endpoint(lambda _: hanging(0.5)) as (url, _):
        coded = coder(url, tmp_path, timeout_s=0.05).code(reading())
    assert "Timeout" in coded.problems[0].reason


def test_a_spent_budget_asks_nothing_more(tmp_path):
    budget = Budget(max_requests=1)
    with endpoint(lambda _: good({"reports": [], "tolls": []})) as (url, asked):
        llm = coder(url, tmp_path, budget=budget)
        llm.code(reading())
        coded = llm.code(reading("Nine teachers marched in Danlí."))
    assert len(asked) == 1
    assert "limit of 1 requests" in coded.problems[0].reason


def test_the_cascade_leaves_what_the_rules_are_sure_of(tmp_path):
    with endpoint(lambda _: good({"reports": [], "tolls": []})) as (url, asked):
        cascade = Cascade(code_reading, coder(url, tmp_path))
        sure = reading("Some 300 bakers marched in Tegucigalpa on Monday.")
        assert cascade.code(sure).coding == code_reading(sure)
        assert asked == []
        cascade.code(reading("The council met. Some 300 bakers marched."))
    assert len(asked) == 1
