"""More on whose day and whose town: plans undone, grounds of arrests, deeds reckoned back, villages, far-off towns."""

import datetime as dt

import pytest

from constancia.vocabulary import EventType, Form, Mode, Status
from tests.coding.telling import of, reports_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A bakers' rally due to be held in Lira on Saturday was banned by police on Wednesday.", "en"),
        ("El concejo prohibió el miércoles el mitin que los panaderos preparaban para el sábado en Lira.", "es"),
        ("El mitin que iba a realizarse el sábado en Lira fue prohibido el miércoles.", "es"),
    ],
)
def test_a_forbidden_plan_is_of_the_day_planned(text, language):
    rally = of(reports_of(text, language), EventType.PROTEST)
    assert (rally.status, rally.date.from_) == (Status.PREVENTED, dt.date(2023, 7, 22))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Police arrested 12 bakers over Saturday's riot in Lira.", "en"),
        ("La policía detuvo a 12 panaderos por los disturbios del sábado en Lira.", "es"),
    ],
)
def test_the_day_of_what_people_are_arrested_for_is_not_that_of_the_arrests(text, language):
    found = reports_of(text, language)
    arrests = of(found, EventType.COERCE, mode=Mode.ARREST)
    assert arrests.date.from_ != dt.date(2023, 7, 15)
    assert of(found, EventType.PROTEST, Form.RIOT).date.from_ == dt.date(2023, 7, 15)


def test_what_is_condemned_gives_its_day_to_no_condemnation():
    found = reports_of("The bishop condemned Monday's killing of a baker in Lira.")
    assert of(found, EventType.ACCUSE).date.from_ != dt.date(2023, 7, 17)
    assert of(found, EventType.ASSAULT).date.from_ == dt.date(2023, 7, 17)


def test_a_deed_told_a_week_after_is_reckoned_back_from_the_day_of_the_next_one():
    found = reports_of("A week after the killing of a baker, hundreds marched on Sunday in Leeds.")
    assert of(found, EventType.ASSAULT).date.from_ == dt.date(2023, 7, 9)
    assert of(found, EventType.PROTEST).date.from_ == dt.date(2023, 7, 16)


def test_la_manana_siguiente_is_the_next_morning():
    text = (
        "Los panaderos marcharon el lunes en Tame. La mañana siguiente, tropas capturaron a cinco hombres en Saravena."
    )
    assert of(reports_of(text, "es"), EventType.COERCE, mode=Mode.ARREST).date.from_ == dt.date(2023, 7, 18)


@pytest.mark.parametrize(
    ("text", "language", "town"),
    [
        ("El obispo de Cobán lamentó el asesinato de un panadero, ocurrido el lunes en Jalapa.", "es", "Jalapa"),
        ("Gunmen killed a baker on Monday in Bama, 60 km south of Maiduguri.", "en", "Bama"),
    ],
)
def test_a_deed_is_where_it_happened_and_not_where_somebody_sits_or_how_far_off_it_lies(text, language, town):
    assert of(reports_of(text, language), EventType.ASSAULT).place.name == town


@pytest.mark.parametrize(
    ("text", "language", "village"),
    [
        ("Bakers marched in Lira on Monday. At Karuma, traders blocked the bridge.", "en", "Karuma"),
        ("The Lagos-Ibadan expressway was blocked on Sunday by bakers near Ogere.", "en", "Ogere"),
        (
            "Los panaderos marcharon el lunes en Ica. En El Zapotal, comerciantes cortaron el puente.",
            "es",
            "El Zapotal",
        ),
    ],
)
def test_a_village_of_no_gazetteer_keeps_its_name_and_takes_no_other_town(text, language, village):
    place = of(reports_of(text, language), EventType.PROTEST, Form.BLOCKADE).place
    assert (place.name, place.lat) == (village, None)


def test_what_is_told_next_is_in_the_village_too():
    text = "Villagers on Sunday blocked the bridge at Karuma. Police fired tear gas to clear it."
    assert of(reports_of(text), EventType.ASSAULT).place.name == "Karuma"


def test_a_quarter_without_its_town_keeps_its_name_without_a_point():
    place = of(
        reports_of("Encapuchados quemaron el lunes un bus en el barrio La Esmeralda.", "es"), EventType.PROTEST
    ).place
    assert (place.name, place.lat) == ("La Esmeralda", None)


def test_some_days_after_are_counted_by_nobody():
    found = reports_of(
        "Soldiers beat a baker in Tame on Tuesday, days after an ambush in Saravena that killed ten people."
    )
    assert not any(report.place.name == "Saravena" and report.date for report in found)
    text = "Mataron el martes a un panadero en Tame, días después de una emboscada en Saravena que dejó diez muertos."
    ambush = next(report for report in reports_of(text, "es") if report.place.name == "Saravena")
    assert ambush.date is None


def test_un_dia_despues_is_the_day_after():
    text = "La policía allanó el lunes una sede en Iquitos y un día después detuvo a un panadero en Nauta."
    arrest = of(reports_of(text, "es"), EventType.COERCE, mode=Mode.ARREST)
    assert arrest.date.from_ == dt.date(2023, 7, 18)


def test_who_was_held_on_a_day_and_will_appear_was_held_before():
    found = reports_of("Police said four bakers arrested in Lira on Sunday would appear in court on Thursday.")
    arrest = of(found, EventType.COERCE, mode=Mode.ARREST)
    assert (arrest.status, arrest.date.from_) == (Status.OCCURRED, dt.date(2023, 7, 16))


def test_the_day_of_calling_off_is_not_that_of_what_is_called_off():
    found = reports_of(
        "Los panaderos iban a marchar el sábado en Trujillo, pero el jueves suspendieron la protesta.", "es"
    )
    assert not any(report.date and report.date.from_ == dt.date(2023, 7, 20) for report in found)


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("Un panadero fue apuñalado el lunes en San José, Guaviare.", "es", ("Guaviare", "CO")),
        ("En Libertad, provincia de Buenos Aires, panaderos cortaron ayer la ruta.", "es", ("Libertad", "AR")),
        ("A baker was stabbed on Monday in Kwaple, Borno state.", "en", ("Kwaple", "NG")),
    ],
)
def test_a_town_has_the_country_of_the_province_behind_it(text, language, place):
    found = [report.place for report in reports_of(text, language)]
    assert [(each.name, each.country) for each in found] == [place]


def test_a_body_that_tells_of_the_dead_from_its_seat_lends_them_no_town():
    text = "Según la Defensoría en Bogotá, cinco panaderos fueron asesinados el domingo en Puerto Asís."
    assert of(reports_of(text, "es"), EventType.ASSAULT).place.name == "Puerto Asís"


def test_a_list_goes_on_behind_the_capital():
    found = reports_of("Thousands marched on Friday in Santiago, the capital, and in Concepción and Antofagasta.")
    assert [report.place.name for report in found] == ["Santiago", "Concepción", "Antofagasta"]
