import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from constancia.coding import code_reading
from constancia.model import Text
from constancia.read import read_text
from constancia.vocabulary import AcledSubEventType, ActorPart, EventType, Form, Mode, Role, Status
from tests.coding.telling import PUBLISHED, reports_of


def only(reports, type_):
    found = [report for report in reports if report.type is type_]
    assert len(found) == 1, found
    return found[0]


def test_tear_gas_at_a_march_is_a_deed_beside_the_march():
    reports = reports_of("Police fired tear gas at a peaceful march in Arequipa on Monday.")
    march, gas = only(reports, EventType.PROTEST), only(reports, EventType.ASSAULT)
    assert march.form is Form.MARCH
    assert march.acled_sub_event_type is AcledSubEventType.INTERVENTION
    assert gas.mode is Mode.CROWD_CONTROL
    assert gas.actors[0].role is Role.POLICE


def test_an_agentless_killing_names_no_perpetrator():
    report = only(reports_of("Two bakers were shot dead in Huanta on Tuesday."), EventType.ASSAULT)
    assert not [actor for actor in report.actors if actor.part is ActorPart.PERPETRATOR]


def test_each_place_of_a_list_has_its_own_report():
    reports = reports_of("Los panaderos marcharon el martes en Puno, Cusco y Tacna.", "es")
    assert {report.place.name for report in reports} == {"Puno", "Cusco", "Tacna"}
    assert len({report.report_id for report in reports}) == len(reports)


def test_later_words_for_one_deed_add_to_it():
    text = "Bakers marched in Ica on Tuesday. The march ended at the town hall. The protest was peaceful."
    report = only(reports_of(text), EventType.PROTEST)
    assert report.date is not None
    assert report.date.from_ == dt.date(2023, 7, 18)


def test_an_undated_headline_gets_the_window_of_the_news():
    headline = "Bakers block bridge in Desaguadero"
    report = only(reports_of(headline, title_end=len(headline)), EventType.PROTEST)
    assert (report.date.from_, report.date.to) == (PUBLISHED - dt.timedelta(days=1), PUBLISHED)


def test_a_deed_long_before_the_page_is_background():
    report = only(reports_of("In May 2019 police shot two bakers in Ica."), EventType.ASSAULT)
    assert report.status is Status.BACKGROUND


def test_a_plural_of_road_blocks_keeps_its_number():
    report = only(
        reports_of("Al menos 12 bloqueos de carreteras se registraron el lunes en el norte.", "es"), EventType.PROTEST
    )
    assert (report.is_plural, report.plural_low) == (True, 12)


def test_vehicles_burnt_by_an_armed_group_are_an_attack():
    report = only(reports_of("Guerrilleros quemaron dos camiones en Ica el lunes.", "es"), EventType.ASSAULT)
    assert report.mode is Mode.DESTROY


def test_a_day_counter_is_no_date():
    report = only(reports_of("Regional strike, day 196"), EventType.PROTEST)
    assert report.day_counter == 196
    assert report.status is Status.ONGOING


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            ["march", "strike", "police", "shot", "the", "two", "in", "Lima", "on", "Monday", ",", ".", "and", "\n"]
        ),
        max_size=25,
    )
)
def test_every_span_of_a_report_holds_its_words(words):
    text = " ".join(words)
    reading = read_text(Text("t", text, language="en", published=PUBLISHED))
    for report in code_reading(reading).reports:
        assert text[report.start : report.end] == report.quote
        assert text[report.trigger.start : report.trigger.end] == report.trigger.text
        for part in (*report.actors, *report.instruments, *report.objects):
            assert text[part.start : part.end] == part.text


def test_coding_twice_gives_the_same():
    text = "Bakers marched in Ica on Tuesday. Police arrested four of them."
    assert reports_of(text) == reports_of(text)


def test_a_deed_without_a_place_is_in_the_country_that_the_places_of_its_text_lie_in():
    text = "Bakers marched in Nakuru on Monday. Traders from Eldoret joined them.\n\nPolice fired tear gas at a market."
    gas = only(reports_of(text), EventType.ASSAULT)
    assert (gas.place.country, gas.place.precision) == ("KE", "country")


def test_a_deed_without_a_place_is_in_the_country_whose_people_are_told_of():
    report = only(reports_of("Los panaderos panameños iniciaron una huelga el lunes.", "es"), EventType.PROTEST)
    assert report.place.country == "PA"
