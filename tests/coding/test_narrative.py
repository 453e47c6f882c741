"""A story carries its day, its place and its country from sentence to sentence."""

import datetime as dt

import pytest

from constancia.vocabulary import EventType, Form, Mode, Precision, Status
from tests.coding.telling import PUBLISHED, reports_of


def of(reports, type_, form=None):
    found = [report for report in reports if report.type is type_ and (form is None or report.form is form)]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Bakers marched in Ica on Monday.\n\nAfter dark, a dozen hooded youths threw stones at the bank.",
            "en",
        ),
        (
            "Los panaderos marcharon el lunes en Ica.\n\nAl final, unos encapuchados rompieron vidrieras.",
            "es",
        ),
    ],
)
def test_what_goes_on_from_a_march_is_of_its_day_and_town(text, language):
    riot = of(reports_of(text, language), EventType.PROTEST, Form.RIOT)
    assert riot.date.from_ == dt.date(2023, 7, 17)
    assert riot.place.name == "Ica"


def test_a_new_paragraph_that_does_not_go_on_has_no_day():
    text = "Bakers marched in Ica on Monday.\n\nThe mayor is away.\n\nYouths threw stones at a bank in Tacna."
    assert of(reports_of(text), EventType.PROTEST, Form.RIOT).date is None


def test_a_day_is_reckoned_from_the_day_that_it_came_before():
    report = of(
        reports_of("Ica was quiet on Wednesday, two days after police opened fire on a road block."), EventType.ASSAULT
    )
    assert (report.date.from_, report.date.precision) == (dt.date(2023, 7, 17), Precision.DAY)


def test_a_day_reckoned_from_the_page_may_be_one_earlier():
    text = "Dos semanas después de que los soldados dispararan contra los mineros en Ica, nadie responde."
    report = of(reports_of(text, "es"), EventType.ASSAULT)
    assert report.status is Status.OCCURRED
    assert report.date.to == PUBLISHED - dt.timedelta(days=14)
    assert report.date.from_ == PUBLISHED - dt.timedelta(days=15)


def test_a_day_of_its_own_goes_before_reckoning():
    text = "Two days after police opened fire in Ica on a road block on Monday, the mine is shut."
    assert of(reports_of(text), EventType.ASSAULT).date.from_ == dt.date(2023, 7, 17)


@pytest.mark.parametrize(
    ("text", "language", "capital"),
    [
        ("Miles marcharon ayer en la capital. En Perú y en Tacna hubo calma.", "es", "Lima"),
        ("Thousands marched through the Bolivian capital on Monday.", "en", None),
        ("Miles marcharon ayer en la capital boliviana.", "es", "La Paz"),
        ("Miles marcharon ayer en la capital andaluza, dijo el alcalde de Sevilla.", "es", None),
        ("«Marcharon ayer», dijo a LA CAPITAL un vecino del Perú.", "es", None),
    ],
)
def test_the_capital_is_that_of_the_country_told_of(text, language, capital):
    places = {report.place.name for report in reports_of(text, language) if report.place}
    assert (capital in places) if capital else places.isdisjoint({"Lima", "La Paz", "Madrid"})


def test_a_bridge_between_two_towns_is_one_place():
    reports = reports_of("Drivers blocked the bridge between Salto and Concordia on Monday.")
    assert len([report for report in reports if report.type is EventType.PROTEST]) == 1


def test_an_office_does_not_move_a_deed_to_its_seat():
    text = "Police headquarters in Lima said on Monday that two miners were shot dead in Espinar."
    assert {report.place.name for report in reports_of(text) if report.place} == {"Espinar"}


def test_driving_off_with_shots_is_an_attack_with_firearms():
    report = of(reports_of("Police broke up a road block in Ilave with live rounds on Monday."), EventType.ASSAULT)
    assert report.mode is Mode.FIREARMS
    assert not [
        r for r in reports_of("Police broke up a road block in Ilave on Monday.") if r.type is EventType.ASSAULT
    ]


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("La huelga cumple hoy 17 días.", "es", 17),
        ("El paro lleva doce días.", "es", 12),
        ("The strike has lasted forty-two days.", "en", 42),
        ("El paro lleva cuarenta días.", "es", 40),
        ("The strike is now in its 12th day.", "en", 12),
        ("La huelga llegó ayer a su tercer día.", "es", 3),
    ],
)
def test_a_strike_is_counted_in_days(text, language, day):
    report = of(reports_of(text, language), EventType.PROTEST)
    assert (report.day_counter, report.status) == (day, Status.ONGOING)


@pytest.mark.parametrize("text", ["El paro continuará mañana.", "La huelga indefinida seguirá.", "El paro sigue."])
def test_a_strike_that_will_go_on_is_going_on(text):
    assert of(reports_of(text, "es"), EventType.PROTEST).status is Status.ONGOING


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The strike committee met the mayor of Ica on Monday.", "en"),
        ("Habló en Ica el vocero Edwin Choque Mamani.", "es"),
        ("La sequía paralizó las ventas de Ica el lunes.", "es"),
    ],
)
def test_words_for_protests_in_names_tell_of_none(text, language):
    assert not [report for report in reports_of(text, language) if report.type is EventType.PROTEST]


def test_those_who_lift_their_own_block_coerce_nobody():
    types = {report.type for report in reports_of("Villagers lifted their road blocks in Ilave on Monday.")}
    assert EventType.COERCE not in types


def test_what_a_headline_follows_upon_is_no_news_of_its_own():
    text = "Court frees most of those held after bakers' march\nA judge in Ica on Tuesday let 17 people go."
    march = of(reports_of(text, title_end=text.index("\n")), EventType.PROTEST)
    assert (march.status, march.date) == (Status.BACKGROUND, None)


def test_the_second_march_of_a_headline_is_that_of_its_lead():
    text = "Second march in Ica ends in broken windows\nA second march brought crowds to Ica on Saturday."
    march = of(reports_of(text, title_end=text.index("\n")), EventType.PROTEST, Form.MARCH)
    assert march.date.from_ == dt.date(2023, 7, 15)


def test_people_told_as_arrested_have_an_arrest():
    report = of(reports_of("Quince personas fueron detenidas el lunes en Ica.", "es"), EventType.COERCE)
    assert (report.mode, report.date.from_) == (Mode.ARREST, dt.date(2023, 7, 17))


def test_masked_men_who_go_on_from_a_march_riot_and_burnt_police_cars_burn_by_no_police():
    text = "Bakers marched in Ica on Monday.\n\nAfter dark, some forty masked men set fire to two police cars."
    riot = of(reports_of(text), EventType.PROTEST, Form.RIOT)
    assert "police" not in {actor.role.value for actor in riot.actors}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bakers marched in Ica on Monday. Police counted 12,000; the bakers' union, 45,000.", "en"),
        ("Los panaderos marcharon el lunes en Ica. La Policía contó 12.000; el sindicato, 45.000.", "es"),
        ("Bakers marched in Ica on Monday. Police estimated 12,000 people; the union said 45,000.", "en"),
    ],
)
def test_each_of_two_counts_has_its_speaker(text, language):
    claims = [claim for report in reports_of(text, language) for claim in report.claims]
    said = {(claim.best, claim.according_to.role.value) for claim in claims if claim.according_to}
    assert said == {(12000, "police"), (45000, "union")}


def test_a_city_block_is_no_road_block():
    types = {report.type for report in reports_of("A man was robbed in the 500 block of Union Road in Ica on Monday.")}
    assert EventType.PROTEST not in types


def test_mountains_of_many_countries_are_no_place_of_the_next_deed():
    (march,) = [
        report
        for report in reports_of("Troops were sent to the Andes. Some 900 porters marched on Monday in protest.")
        if report.type is EventType.PROTEST
    ]
    assert march.place is None or march.place.name != "Andes"
