"""What hangs on a condition, goes on, or was given up before it began; and who made a demand with what in hand."""

import pytest

from constancia.vocabulary import ActorPart, EventType, Form, Role, Status
from tests.coding.telling import reports_of, told

STATUSES = [
    ("es", "Los hornos de Tela siguen en huelga.", "ongoing"),
    ("es", "Continúan en paro los panaderos de Tela.", "ongoing"),
    ("en", "Bakers remain on strike in Ica.", "ongoing"),
    ("es", "El paro de los panaderos entró el martes en su tercera semana.", "ongoing"),
    ("es", "El bloqueo de Tela lleva nueve días.", "ongoing"),
    ("en", "The bakers' blockade reached its ninth day.", "ongoing"),
    ("en", "Bakers still occupy the town hall in Ica.", "ongoing"),
    ("es", "Los panaderos acordaron un paro para el lunes si no hay harina.", "threatened"),
    ("es", "Los panaderos resolvieron bloquear la ruta de no ser recibidos.", "threatened"),
    ("en", "The bakers voted to strike on Monday unless flour arrives.", "threatened"),
    ("es", "Los panaderos dieron un plazo de dos días antes de ir a la huelga.", "threatened"),
    ("en", "The bakers gave the mayor a week before they block the bridge.", "threatened"),
    ("en", "The bakers have not ruled out a strike.", "threatened"),
    ("es", "Ocho panaderas serán juzgadas por el bloqueo del puente.", "legal"),
    ("es", "Dos panaderos fueron absueltos por el bloqueo del puente.", "legal"),
    ("es", "La policía impidió que los panaderos bloquearan el puente.", "prevented"),
    ("en", "The mayor banned the bakers' march in Ica.", "prevented"),
    ("es", "Los panaderos levantaron el paro previsto para el lunes en Tela.", "cancelled"),
    ("en", "The bakers dropped plans for a strike on Monday.", "cancelled"),
    ("es", "Se espera que cientos marchen mañana en Tela.", "planned"),
    ("es", "El lunes comienza la huelga de los panaderos.", "planned"),
    ("en", "If flour runs out, bakers will block the N4 on Monday.", "threatened"),
]


@pytest.mark.parametrize(("language", "text", "status"), STATUSES)
def test_a_protest_has_the_status_that_its_sentence_gives_it(language, text, status):
    found = [each for kind, each in told(text, language) if kind in ("PROTEST", "COERCE")]
    assert status in found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Los panaderos decidirán si marchan el lunes en Tela."),
        ("es", "El gremio convocó a un paro para el lunes y fue consultado sobre si habrá pan."),
        ("en", "The bakers called a strike for Monday and were asked if there would be bread."),
    ],
)
def test_a_question_is_no_condition(language, text):
    assert ("PROTEST", "threatened") not in told(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Los panaderos se declararon en huelga el martes en Tela."),
        ("es", "El martes terminó la huelga de los panaderos, convocada por el gremio."),
        ("en", "The bakers went on strike on Tuesday in Ica."),
    ],
)
def test_what_began_or_ended_neither_goes_on_nor_was_called_off(language, text):
    assert [status for kind, status in told(text, language) if kind == "PROTEST"] == ["occurred"]


MEANS = [
    ("es", "Con cacerolas y pitos, las vecinas de Tela reclamaron el lunes la vuelta del agua.", Form.POT_BANGING),
    ("es", "Los panaderos exigieron ayer harina con carteles y bombos en Tela.", Form.RALLY),
    ("es", "Entre velas, las familias de Tela pidieron justicia el lunes.", Form.VIGIL),
    ("en", "With placards and whistles, bakers in Ica demanded flour on Tuesday.", Form.RALLY),
]


@pytest.mark.parametrize(("language", "text", "form"), MEANS)
def test_a_demand_made_with_banners_in_hand_is_a_protest(language, text, form):
    assert [report.form for report in reports_of(text, language) if report.type is EventType.PROTEST] == [form]


@pytest.mark.parametrize(
    "text",
    [
        "El gremio denunció el lunes con fotos el estado de los hornos.",
        "El diputado pidió el lunes con un cartel la renuncia del ministro.",
    ],
)
def test_evidence_and_a_single_hand_make_no_protest(text):
    assert "PROTEST" not in [kind for kind, _ in told(text, "es")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Policías en retiro tomaron el lunes la alcaldía de Tela para exigir pensiones."),
        ("es", "Exmilitares ocuparon el lunes el ministerio en Tegucigalpa."),
        ("en", "Former soldiers occupied the town hall in Ica on Tuesday."),
    ],
)
def test_who_has_left_the_force_occupies_as_others_do(language, text):
    found = [report for report in reports_of(text, language) if report.form is Form.OCCUPATION]
    assert [report.status for report in found] == [Status.OCCURRED]
    assert all(actor.role is not Role.POLICE for report in found for actor in report.actors)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("La cámara de comercio rechazó el lunes el impuesto a la harina.", "REJECT"),
        ("La cámara de apelaciones absolvió el lunes a dos panaderos.", "COERCE"),
    ],
)
def test_a_chamber_of_commerce_is_no_court(text, kind):
    assert kind in [each for each, _ in told(text, "es")]


@pytest.mark.parametrize(
    "text",
    [
        "Hombres armados amenazaron el lunes a los habitantes de la vereda El Trigal.",
        "Hombres armados amenazaron el lunes a los habitantes de las veredas La Harina y El Trigal.",
    ],
)
def test_a_name_that_begins_with_an_article_is_of_its_noun(text):
    (report,) = [each for each in reports_of(text, "es") if each.type is EventType.THREATEN]
    assert [actor.role for actor in report.actors if actor.part is ActorPart.RECIPIENT] == [Role.CIVILIANS]
