"""Those who die in what police do: a deed that occurred, whose dead are no police, done by whoever intervened."""

import pytest

from constancia.coding import code_reading
from constancia.model import Text
from constancia.read import read_text
from constancia.vocabulary import ActorPart, Measure, Role, Status
from tests.coding.telling import PUBLISHED, reports_of


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("es", "Mueren dos bananeros en Quevedo durante una intervención de la fuerza pública.", 2),
        ("es", "Muere un comunero en Arauco en medio de un desalojo.", 1),
        ("es", "Fallecieron tres alumnos en Cusco en un operativo policial.", 3),
        ("en", "Two bakers die in Bogra during a police operation.", 2),
        ("en", "One dead in Choluteca as police clear protest camp.", 1),
        ("es", "Un muerto mientras la policía despeja un bloqueo en Ilave.", 1),
    ],
)
def test_what_people_died_in_occurred(language, text, count):
    (report,) = [each for each in reports_of(text, language) if each.claims]
    assert report.status is Status.OCCURRED
    (claim,) = report.claims
    assert (claim.measure, claim.best) == (Measure.KILLED, count)
    assert claim.category != "police"


def test_who_intervened_did_it():
    (report,) = reports_of("La intervención de la Guardia Nacional dejó tres heridos en Barinas.", "es")
    assert [(actor.part, actor.role) for actor in report.actors] == [(ActorPart.ACTOR, Role.MILITARY)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La Defensoría del Pueblo registró 31 detenciones en Bogotá."),
        ("es", "El Ministerio de Transporte reportó este martes 22 puntos de bloqueo en el Cauca."),
        ("en", "The interior ministry counted 40 roadblocks around Quito on Tuesday."),
        ("en", "Police reported two marches in Kumasi on Monday."),
    ],
)
def test_who_counts_deeds_did_not_do_them(language, text):
    reports = [each for each in reports_of(text, language) if each.status is Status.OCCURRED]
    assert reports
    names = [actor.text or "" for report in reports for actor in report.actors]
    assert not [
        name for name in names if name in text and name.split()[0] in {"Defensoría", "Ministerio", "interior", "Police"}
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La tropa disparó contra la multitud en Ayacucho; el Ejército lo niega."),
        ("es", "La policía golpeó a la multitud en Tarija."),
        ("es", "Desconocidos balearon la casa de la dirigente Rosa Quispe en Tumaco."),
        ("en", "Unknown gunmen shot at the home of activist Joan Reid in Tumaco."),
    ],
)
def test_crowds_fired_at_and_owners_of_houses_are_no_one_hurt(language, text):
    (report,) = [each for each in reports_of(text, language) if each.type == "ASSAULT"]
    assert report.claims == ()
    assert Role.MILITARY not in {actor.role for actor in report.actors if actor.part is ActorPart.VICTIM}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police opened fire on a crowd in Ndola on Monday. Nobody knows how many were killed."),
        ("en", "Troops opened fire on a roadblock in Ndola on Monday, and nobody in the town agrees on how many died."),
        ("es", "Nadie sabe cuántos murieron en el tiroteo del lunes en Tumaco."),
    ],
)
def test_how_many_died_where_nobody_knows_is_not_none(language, text):
    reports = reports_of(text, language)
    assert reports
    assert not [claim for report in reports for claim in report.claims]


def test_that_nobody_died_is_a_zero():
    (report,) = reports_of("Nobody was killed in the shooting in Ndola on Monday.", "en")
    assert [(claim.measure, claim.best) for claim in report.claims] == [(Measure.KILLED, 0)]


def test_a_murder_that_nobody_answers_for_was_done():
    (report,) = reports_of("Nadie se hizo responsable del asesinato de dos líderes el lunes en Tumaco.", "es")
    assert report.status is Status.OCCURRED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "There was no word on casualties from the blast in Kano on Monday."),
        ("en", "None of the 12 bakers arrested on Monday in Ndola has been charged."),
        ("es", "Ninguno de los 12 panaderos detenidos el lunes en Tarija fue acusado."),
        ("en", "Not one officer was hurt when protesters stormed the station in Ndola on Monday."),
    ],
)
def test_none_of_a_number_and_no_word_of_any_are_neither_none_nor_one(language, text):
    coding = code_reading(read_text(Text("t", text, language=language, published=PUBLISHED)))
    counted = [*coding.toll_claims, *(claim for report in coding.reports for claim in report.claims)]
    assert coding.reports
    assert not [claim for claim in counted if claim.best in (0, 1)]


def test_nobody_gives_no_figure():
    text = "Nobody acknowledged the killing of two leaders in Tumaco on Monday."
    (report,) = reports_of(text, "en")
    assert [(claim.best, claim.according_to) for claim in report.claims] == [(2, None)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "If police fire on the march in Ndola on Monday, dozens could die."),
        ("es", "Si no hay acuerdo podrían morir decenas de personas en Tarija."),
    ],
)
def test_who_could_die_did_not(language, text):
    coding = code_reading(read_text(Text("t", text, language=language, published=PUBLISHED)))
    assert not [*coding.toll_claims, *(claim for report in coding.reports for claim in report.claims)]


def test_rumours_that_proved_false_are_denied():
    (report,) = reports_of("Rumours that 20 students were killed in Ndola on Monday proved false.", "en")
    assert report.status is Status.DENIED
