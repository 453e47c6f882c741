"""What a protest is held over is none of its harm, and has neither its day nor its town."""

import datetime as dt

import pytest

from constancia.coding import code_reading
from constancia.model import Text
from constancia.read import read_text
from constancia.vocabulary import EventType, Measure, Status

HARMS = {Measure.KILLED, Measure.INJURED, Measure.ARRESTED, Measure.MISSING}


def coded(language, text):
    return code_reading(read_text(Text("t", text, language, dt.date(2025, 3, 20))))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Unas 300 personas hicieron una vigilia en Loja para repudiar la muerte de dos bananeros en Naranjal."),
        ("es", "Enfermeras pararon en Tarija un día en señal de luto por el fallecimiento de dos colegas."),
        ("es", "Unas 90 personas marcharon en silencio en Salto en homenaje a los cuatro fallecidos."),
        ("en", "Pupils in Khulna rallied after the deaths of two classmates."),
        ("en", "Families gathered outside parliament in Lusaka to seek justice for five murdered fishermen."),
        ("en", "Neighbours marched silently through Nakuru to honour the four dead."),
    ],
)
def test_those_who_are_mourned_did_not_die_at_the_protest(language, text):
    coding = coded(language, text)
    protests = [report for report in coding.reports if report.type is EventType.PROTEST]
    assert protests
    assert not [claim for report in protests for claim in report.claims if claim.measure in HARMS]
    assert [claim.measure for claim in coding.toll_claims] == [Measure.KILLED]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Hundreds marched in Gweru on Sunday to protest the killing of two miners."),
        ("en", "Protests broke out in Kano on Monday over the arrest of six drivers by soldiers."),
        ("es", "Cientos marcharon el domingo en Tacna para repudiar el asesinato de dos dirigentes."),
        ("es", "Alumnos protestaron el martes en Tulcán por la detención de seis compañeros."),
        ("es", "Maestros pararon el viernes en Choluteca en rechazo a la golpiza de un colega por policías."),
    ],
)
def test_what_is_answered_is_told_in_passing_on_no_day(language, text):
    protest, answered = sorted(coded(language, text).reports, key=lambda report: report.trigger.start)
    assert protest.type is EventType.PROTEST
    assert protest.status is Status.OCCURRED
    assert protest.date is not None
    assert answered.status is Status.BACKGROUND
    assert answered.date is None
    assert answered.place is None or answered.place.name != protest.place.name
    assert not [claim for claim in answered.claims if claim.according_to is not None]


def test_what_is_answered_keeps_its_own_day_and_town():
    text = "Hundreds gathered in Ndola on Saturday for a vigil for two traders shot dead in Kitwe last week."
    protest, answered = sorted(coded("en", text).reports, key=lambda report: report.trigger.start)
    assert (answered.status, answered.place.name) == (Status.OCCURRED, "Kitwe")
    assert (answered.date.text, protest.date.text) == ("last week", "Saturday")


def test_who_did_what_is_answered_did_not_protest():
    reports = coded("en", "Protests erupted in Kano on Monday over the killing of two drivers by police.").reports
    assert {report.type: len(report.actors) for report in reports} == {EventType.PROTEST: 0, EventType.ASSAULT: 2}


def test_who_joined_a_march_that_was_called_marched():
    (march,) = coded("es", "Los alumnos participaron en una marcha convocada por el sindicato en Cuenca.").reports
    assert march.status is Status.OCCURRED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Relatives of 43 students marched in Kumasi on Monday with portraits of the 43."),
        ("en", "Families of 20 detainees gathered outside the prison in Ndola."),
        ("en", "Friends of two slain fishermen held a vigil in Cebu."),
        ("es", "Madres de 30 presos acamparon frente al penal de Tacna."),
        (
            "es",
            "Miles acompañaron el sábado, con velas y pancartas, los ataúdes de los dos bananeros hasta el cementerio.",
        ),
    ],
)
def test_those_whose_families_gather_are_neither_the_crowd_nor_harmed_there(language, text):
    protests = [report for report in coded(language, text).reports if report.type is EventType.PROTEST]
    assert protests
    assert not [claim for report in protests for claim in report.claims if claim.best in (2, 20, 30, 43)]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Nurses rallied in Leeds on Tuesday in support of three colleagues who were beaten by guards.", None),
        ("en", "Clerks shut the bridge in Yaro in solidarity with bakers who were gassed by police on 12 March.", 12),
        ("es", "Peones marcharon el lunes en Tacna en solidaridad con los pescadores golpeados por guardias.", None),
        ("es", "Vecinos cerraron el puente de Tulcán en apoyo a las obreras que fueron gaseadas el 12 de marzo.", 12),
    ],
)
def test_what_befell_those_whom_a_crowd_stands_by_befell_them_elsewhere(language, text, day):
    protest, answered = sorted(coded(language, text).reports, key=lambda report: report.trigger.start)
    assert (protest.type, answered.type) == (EventType.PROTEST, EventType.ASSAULT)
    assert protest.place is not None
    assert answered.place is None or answered.place.name != protest.place.name
    assert (answered.date.from_.day if answered.date else None) == day
    assert protest.date.from_.day != 12


def test_who_comes_in_support_and_is_beaten_is_beaten_there():
    text = "Clerks marched in Yaro on Monday in support of the bakers and were beaten by police."
    (beating,) = [report for report in coded("en", text).reports if report.type is EventType.ASSAULT]
    assert beating.status is Status.OCCURRED
