"""Those who die in what police do: a deed that occurred, whose dead are no police, done by whoever intervened."""

import pytest

from constancia.vocabulary import ActorPart, Measure, Role, Status
from tests.coding.telling import reports_of


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
