"""What a verb does to those counted right behind it, no verb before it does: "shot two men and stopped 40"."""

import pytest

from constancia.vocabulary import Measure
from tests.coding.telling import reports_of

_HARM = (Measure.KILLED, Measure.INJURED, Measure.ARRESTED, Measure.MISSING)


def harmed(text, language="en"):
    told = {(each.measure.value, each.best) for report in reports_of(text, language) for each in report.claims}
    return {each for each in told if each[0] in _HARM}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Raiders killed three bakers and freed 21 in Gulu on Monday.", {("killed", 3)}),
        ("en", "Soldiers wounded six bakers at the Gulu march on Monday and searched 90.", {("injured", 6)}),
        ("en", "Police arrested ten bakers and questioned 40 in Gulu on Monday, then fined 12.", {("arrested", 10)}),
        ("en", "The mayor deplored the killings at Monday's march in Gulu and sent 70 guards there.", set()),
        ("es", "La guardia detuvo a diez panaderos y soltó a 32 en Cusco el lunes.", {("arrested", 10)}),
        ("es", "La guardia mató a dos panaderos y cercó a 50 en Cusco el lunes.", {("killed", 2)}),
    ],
)
def test_the_object_of_another_verb_suffers_nothing_of_the_first(language, text, wanted):
    assert harmed(text, language) == wanted


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Guards rescued 21 kidnapped bakers near Gulu on Monday.", set()),
        ("en", "Police freed 12 abducted pupils near Gulu on Monday.", set()),
        ("es", "La guardia rescató a 21 panaderos secuestrados en Cusco el lunes.", set()),
        ("en", "Raiders kidnapped 21 bakers near Gulu on Monday.", {("missing", 21)}),
    ],
)
def test_who_is_freed_is_missing_no_more(language, text, wanted):
    assert harmed(text, language) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Guards shot dead two bakers in Gulu on Monday; the guild counted five.", {("killed", 2), ("killed", 5)}),
        ("Guards killed two bakers and wounded nine in Gulu on Monday.", {("killed", 2), ("injured", 9)}),
        ("A judge in Gulu released ten of the 18 bakers arrested on Monday.", {("arrested", 18)}),
    ],
)
def test_a_verb_of_counting_or_of_harm_takes_its_own(text, wanted):
    assert harmed(text) == wanted


def test_whom_a_lorry_carried_is_not_killed():
    text = "Guards shot dead six bakers in Gulu on Monday after a lorry carrying 33 people passed them by."
    assert harmed(text) == {("killed", 6)}
