"""What a disease, hunger or an accident did is no attack, and whom it killed is counted on no deed."""

import pytest

from constancia.vocabulary import EventType, Measure
from tests.coding.telling import reports_of


def told(text, language="en"):
    reports = reports_of(text, language)
    dead = [claim.best for report in reports for claim in report.claims if claim.measure is Measure.KILLED]
    return any(report.type is EventType.ASSAULT for report in reports), dead


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A march in Gulu on Monday was banned because of an Ebola outbreak which has killed 12 bakers."),
        ("en", "An outbreak of typhoid killed six bakers in Gulu on Monday."),
        ("en", "Hunger killed six bakers in Gulu on Monday, and others marched."),
        ("en", "A lorry crash killed six bakers in Gulu on Monday."),
        ("en", "Bakers blocked the road on Monday after a truck killed a child in Gulu."),
        ("es", "Los panaderos cortaron la ruta el lunes luego de que un camión matara a una niña en Cusco."),
        ("es", "La tuberculosis mató a seis presos en Cusco el lunes."),
        ("es", "Un brote de dengue mató a seis panaderos en Cusco el lunes."),
    ],
)
def test_what_nobody_did_is_no_attack(language, text):
    assert told(text, language) == (False, [])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "An outbreak of violence killed six bakers in Gulu on Monday."),
        ("en", "Raiders in a building killed six bakers in Gulu on Monday, after a cholera outbreak."),
        ("es", "Un brote de violencia mató a seis panaderos en Cusco el lunes."),
    ],
)
def test_an_outbreak_of_violence_is_one(language, text):
    assert told(text, language) == (True, [6])


def test_who_drives_at_a_crowd_that_protests_may_mean_it():
    assert told("A truck killed six protesters in Gulu on Monday.") == (True, [6])
