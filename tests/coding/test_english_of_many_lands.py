"""Words and ways of telling of the English-speaking world: of India, Sri Lanka, Africa, Britain and the Americas."""

import datetime as dt

import pytest

from constancia.coding import code_reading
from constancia.model import Claim, Text
from constancia.read import read_text
from constancia.vocabulary import ActorPart, EventType, Form, Mode, Role, Status
from tests.coding.telling import of, reports_of, told


def counts(text: str, language: str = "en") -> list[tuple[str, int | None]]:
    coding = code_reading(read_text(Text("t", text, language, dt.date(2023, 7, 20))))
    claims: list[Claim] = [*coding.toll_claims, *(claim for report in coding.reports for claim in report.claims)]
    claims.sort(key=lambda claim: claim.start)
    return [(each.measure.value, each.low if each.best is None else each.best) for each in claims]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A teacher died and 30 others were injured on Tuesday when police charged in Ica."),
        ("es", "Un maestro murió y otros 30 resultaron heridos el martes en un choque en Ica."),
    ],
)
def test_others_who_were_hurt_did_not_die_with_the_one_told_before(language, text):
    assert counts(text, language) == [("killed", 1), ("injured", 30)]


@pytest.mark.parametrize("number", ["97", "100", "105", "112"])
def test_a_bare_toll_is_no_number_that_people_dial(number):
    text = f"A march was broken up in Rajpura on Monday. The number of injured stands at {number}."
    assert counts(text) == [("injured", int(number))]


def test_a_number_that_somebody_called_counts_nobody():
    assert counts("Neighbours of the march in Kano on Monday called 112.") == []


@pytest.mark.parametrize(
    ("text", "measure", "best"),
    [
        ("He put the number of injured at 97 after Monday's clash in Rajpura.", "injured", 97),
        ("A hundred-odd women marched in Jind on Monday.", "participants", 100),
        ("Forty-odd women marched in Jind on Monday.", "participants", 40),
        ("Eight dockers were admitted to the Mannar hospital after Monday's clash.", "injured", 8),
        ("Two activists were shifted to hospital after Monday's clash in Mannar.", "injured", 2),
    ],
)
def test_figures_told_in_the_words_of_the_region_are_read(text, measure, best):
    assert counts(text) == [(measure, best)]


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("en", "The union says roads were blocked at 130 places on Monday; police put it at 84.", [130, 84]),
        ("en", "There were blockades at 12 points in Puno on Monday.", [12]),
        ("es", "Los campesinos bloquearon carreteras en 12 puntos de Puno el lunes.", [12]),
        ("es", "Las vías fueron bloqueadas en 130 lugares de Puno el lunes; la policía habla de 84.", [130, 84]),
    ],
)
def test_points_at_which_roads_are_blocked_are_counted_as_blockades(language, text, numbers):
    assert counts(text, language) == [("blockades", number) for number in numbers]


def test_points_won_and_places_visited_are_no_blockades():
    assert counts("The team won by 12 points in Puno on Monday.") == []
    assert counts("The minister spoke at 12 places in Puno on Monday as farmers marched.") == []


def test_a_bus_burnt_behind_a_comma_makes_no_property_of_the_number_before():
    assert counts("Highways blocked at 130 places, bus burnt in Moga") == [("blockades", 130)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Orders banning the assembly of five or more persons were imposed in Ambala on Monday."),
        ("es", "Quedan prohibidas las reuniones de más de cinco personas en Oruro desde el lunes."),
    ],
)
def test_those_who_may_not_assemble_are_counted_nowhere(language, text):
    assert counts(text, language) == []


def test_constables_under_suspension_are_not_deployed():
    assert counts("Two constables have been placed under suspension in Nagaon after Monday's clash.") == []


def test_who_hacks_somebody_to_death_is_the_doer():
    report = of(reports_of("Rebels hacked to death a former mayor in Sukma on Saturday."), EventType.ASSAULT)
    parts = {(actor.part, actor.role) for actor in report.actors}
    assert (ActorPart.PERPETRATOR, Role.ARMED_GROUP) in parts
    assert (ActorPart.VICTIM, Role.ARMED_GROUP) not in parts


@pytest.mark.parametrize(
    "text",
    [
        "The Lok Ekta Morcha met the minister in Delhi on Monday.",
        "Leaders of the Lok Ekta Morcha spoke in Delhi on Monday. The morcha has asked for more time.",
    ],
)
def test_a_body_called_morcha_marches_only_where_it_is_told_to(text):
    assert not any(report.type is EventType.PROTEST for report in reports_of(text))


def test_a_morcha_that_is_taken_out_is_a_march():
    reports = reports_of("Thousands took out a morcha to the collector's office in Nashik on Monday.")
    assert of(reports, EventType.PROTEST).form is Form.MARCH


def test_an_effigy_of_the_home_minister_is_no_home():
    assert (
        of(reports_of("Farmers burnt an effigy of the home minister in Karnal."), EventType.PROTEST).mode is Mode.DEMO
    )


@pytest.mark.parametrize(
    "text",
    [
        "Shops, schools and banks will remain shut, the union in Amritsar said.",
        "Roads will be blocked in Amritsar, the union said.",
    ],
)
def test_what_will_remain_shut_is_planned(text):
    assert Status.PLANNED in {report.status for report in reports_of(text)}
    assert Status.OCCURRED not in {report.status for report in reports_of(text)}


def test_baton_charges_and_a_charge_at_a_march_accuse_nobody():
    assert told("Police used water cannon and baton charges on Tuesday in Mannar.") == [("ASSAULT", "occurred")]
    march = of(reports_of("Police charged the march in Mannar on Monday."), EventType.PROTEST)
    assert march.status is Status.OCCURRED


def test_marchers_whom_police_charge_with_rioting_are_charged_before_a_court():
    reports = reports_of("Police charged nine marchers in Mannar with rioting on Monday.")
    assert not any(report.type is EventType.ASSAULT for report in reports)
    assert {report.status for report in reports} == {Status.LEGAL}


def test_a_march_to_the_police_station_takes_nobody_there():
    reports = reports_of("We will march to the police station in Nagaon on Monday, the students said.")
    assert of(reports, EventType.PROTEST).form is Form.MARCH
    assert len(reports) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nurses entered the 20th day of their strike in Kochi on Monday."),
        ("en", "Nurses entered the third week of their strike in Kochi on Monday."),
        ("es", "Los médicos iniciaron la tercera semana de huelga en Ica el lunes."),
    ],
)
def test_a_strike_whose_day_or_week_is_counted_goes_on(language, text):
    assert of(reports_of(text, language), EventType.PROTEST).status is Status.ONGOING


@pytest.mark.parametrize(
    "text", ["Nurses have been on fast since Monday in Kochi.", "Teachers sat on a relay fast in Kochi."]
)
def test_a_fast_that_people_are_on_is_a_hunger_strike(text):
    assert of(reports_of(text), EventType.PROTEST).form is Form.HUNGER_STRIKE


def test_private_schools_and_major_unions_have_no_rank():
    text = "Private schools closed and major unions marched in Accra on Monday."
    assert not any(actor.role is Role.MILITARY for report in reports_of(text) for actor in report.actors)


def places(text: str, language: str = "en") -> list[str | None]:
    return [report.place.name if report.place else None for report in reports_of(text, language)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("COLOMBO: Nurses marched in Kandy on Thursday.", ["Kandy"]),
        ("COLOMBO: Nurses marched against the tax on Thursday.", ["Colombo"]),
        ("COLOMBO: Nurses marched across the island on Thursday.", ["Sri Lanka"]),
        ("NAGAON, July 19 (Wire): Nurses marched against the tax on Wednesday.", ["Nagaon"]),
    ],
)
def test_the_town_before_a_colon_is_where_it_was_unless_the_line_says_where(text, names):
    assert places(text) == names


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "en",
            "Nurses in the town struck on Wednesday. In Jaffna, nurses struck on Wednesday.",
            ["Sri Lanka", "Jaffna"],
        ),
        ("es", "Los médicos marcharon el miércoles. En Puno, los médicos marcharon a la plaza.", ["Peru", "Puno"]),
    ],
)
def test_a_sentence_that_opens_in_a_town_tells_of_another_protest_than_one_without(language, text, names):
    assert places(text, language) == names


@pytest.mark.parametrize(
    ("language", "text", "form"),
    [
        ("en", "A strike by health and railway unions crippled services on Thursday in the country.", Form.STRIKE),
        ("es", "Un paro de choferes y cobradores paralizó las ciudades el lunes.", Form.STRIKE),
        ("en", "A march of nurses and doctors blocked the avenue on Thursday.", Form.MARCH),
    ],
)
def test_a_deed_is_the_subject_though_two_bodies_hold_it(language, text, form):
    assert of(reports_of(text, language), EventType.PROTEST, form).status is Status.OCCURRED


def test_the_day_of_a_strike_over_a_murder_is_not_the_murders():
    text = "A strike over the murder of a driver brought Kisumu to a standstill on Monday."
    assert of(reports_of(text), EventType.ASSAULT).date is None
    assert of(reports_of(text), EventType.PROTEST).date is not None


def test_barricades_that_a_crowd_topples_are_not_its_own():
    reports = reports_of("The protesters tried to topple barricades in Kochi on Monday.")
    assert not any(report.form is Form.BLOCKADE for report in reports)
    assert of(reports_of("Protesters set up barricades in Kochi on Monday."), EventType.PROTEST).form is Form.BLOCKADE


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The march was stopped short of the palace in Imphal by soldiers on Monday.", Status.OCCURRED),
        ("The march was stopped by police outside the ministry in Accra on Monday.", Status.OCCURRED),
        ("Police stopped Monday's march in Accra.", Status.PREVENTED),
    ],
)
def test_a_march_stopped_on_its_way_was_held(text, status):
    assert of(reports_of(text), EventType.PROTEST).status is status


def test_barricades_set_up_by_a_crowd_are_not_planned():
    text = "Police removed barricades set up by protesters in Kochi on Monday."
    assert of(reports_of(text), EventType.PROTEST).status is Status.OCCURRED


def test_who_is_among_so_many_arrested_is_held():
    text = "Students marched in Colombo on Monday. Two editors were among nine people arrested."
    assert of(reports_of(text), EventType.COERCE).status is Status.OCCURRED


@pytest.mark.parametrize(
    "text",
    [
        "Police deployed capsicum spray at protesters in Melbourne on Monday.",
        "Police used OC spray on protesters in Perth on Monday.",
        "Police fired attenuating energy projectiles in Derry on Monday.",
        "Officers fired beanbag rounds at the crowd in Oakland on Monday.",
        "Officers used flash-bangs against a crowd in Oakland on Monday.",
    ],
)
def test_weapons_of_riot_police_are_crowd_control(text):
    assert of(reports_of(text), EventType.ASSAULT).mode is Mode.CROWD_CONTROL


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nine were held in Leeds on Monday as thousands marched.", [("arrested", 9), ("participants", 2000)]),
        ("Twelve officers required medical treatment after Monday's riot in Leeds.", [("injured", 12)]),
        ("Up to 90 youths, some as young as 11, threw petrol bombs in Derry on Monday.", [("participants", None)]),
        ("Three loggers' trucks were torched in Nanaimo on Monday.", [("property", 3)]),
        ("Around 60 pickets blocked the gates of a depot in Leeds on Monday.", [("participants", 60)]),
    ],
)
def test_what_figures_of_british_and_american_news_count(text, wanted):
    assert counts(text) == wanted


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Activists stopped a coal ship from entering the harbour at Newcastle on Sunday.", Form.BLOCKADE),
        ("Students prevented the minister from entering the campus in Accra on Monday.", Form.BLOCKADE),
        ("Youths threw petrol bombs at a police station in Derry on Sunday.", Form.RIOT),
        ("Two guards were hurt in Leeds on Monday after bottles and bricks were thrown.", Form.RIOT),
    ],
)
def test_crowds_that_bar_the_way_or_throw_things_protest(text, form):
    assert of(reports_of(text), EventType.PROTEST).form is form


def test_police_who_carry_off_protesters_arrest_them():
    text = "Eight activists sat down in Luton on Monday. All were carried off by police within the hour."
    assert of(reports_of(text), EventType.COERCE).mode is Mode.ARREST


def test_who_is_jailed_for_years_or_for_a_crime_was_sentenced():
    assert told("A man was jailed for nine years in Leeds on Monday.") == [("COERCE", "legal")]
    assert told("Ten activists were jailed in Kano on Monday.") == [("COERCE", "occurred")]


def test_pickets_and_agents_are_no_soldiers():
    for text in ("Some 60 pickets blocked a depot in Leeds.", "Detectives arrested two men in Leeds on Monday."):
        assert not any(actor.role is Role.MILITARY for report in reports_of(text) for actor in report.actors)


def test_a_strike_of_five_days_to_come_that_is_suspended_was_called_off():
    text = "A five-day walkout by doctors due to start in Belfast on Friday has been suspended."
    assert of(reports_of(text), EventType.PROTEST).status is Status.CANCELLED


def test_what_goes_on_now_was_not_on_the_day_of_what_it_answers():
    text = "Hundreds are gathering in Oakland to protest raids in which 18 people were detained on Friday."
    assert of(reports_of(text), EventType.PROTEST).date is None


def test_what_readers_are_to_imagine_did_not_occur():
    assert ("PROTEST", "occurred") not in told("Imagine ten thousand people sitting down on the bridge in Oakland.")


def test_a_counter_protest_is_another_than_the_protest():
    reports = reports_of("Hundreds marched in Leeds on Monday. A counter-protest drew 200.")
    assert [report.type for report in reports] == [EventType.PROTEST, EventType.PROTEST]
