"""What a crowd did told in the passive, and how many took part told in brackets, by those on strike, by delegations."""

import pytest

from constancia.vocabulary import EventType, Form, Measure
from tests.coding.telling import reports_of


@pytest.mark.parametrize(
    ("language", "text", "form"),
    [
        ("es", "Las oficinas fueron ocupadas el lunes por los desocupados en Tela.", Form.OCCUPATION),
        ("es", "Escuela tomada por los alumnos en Tela", Form.OCCUPATION),
        ("es", "La municipalidad fue rodeada el lunes por cientos de vecinos en Tela.", Form.BLOCKADE),
        ("es", "La estatua fue derribada el lunes por los manifestantes en Tela.", Form.OTHER),
        ("en", "The plant was occupied on Monday by workers in Leeds.", Form.OCCUPATION),
        ("en", "The town hall was surrounded on Monday by hundreds of residents in Leeds.", Form.BLOCKADE),
        ("en", "The statue was toppled on Monday by protesters in Leeds.", Form.OTHER),
    ],
)
def test_what_was_taken_by_a_crowd_is_a_protest(language, text, form):
    assert form in {report.form for report in reports_of(text, language) if report.type is EventType.PROTEST}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El ministerio fue ocupado en 2019 por el doctor Paz."),
        ("es", "La casa ocupada por la familia Paz se vendió el lunes."),
        ("en", "The office was occupied for years by Mr Hale."),
    ],
)
def test_who_holds_an_office_or_a_house_protests_nothing(language, text):
    assert reports_of(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("es", "Los trabajadores de la planta (280 en total) pararon ayer en Tela.", 280),
        ("es", "Unos 5.000 agentes estatales acataron ayer el paro en Tela.", 5000),
        ("es", "El conflicto afecta a 280 obreros que iniciaron ayer una huelga en Tela.", 280),
        ("es", "El ministro recibió ayer a una delegación de 25 obreros en Tela.", 25),
        ("en", "Some 150 officers went on strike on Monday in Leeds.", 150),
    ],
)
def test_those_who_strike_or_call_are_counted_as_taking_part(language, text, number):
    claims = [claim for report in reports_of(text, language) for claim in report.claims]
    assert [(claim.measure, claim.best) for claim in claims] == [(Measure.PARTICIPANTS, number)]


def test_police_who_keep_order_are_deployed():
    reports = reports_of("Unos 200 agentes custodiaron la marcha del lunes en Tela.", "es")
    (claim,) = [claim for report in reports for claim in report.claims]
    assert claim.measure is Measure.DEPLOYED


def test_those_polled_on_a_march_are_not_in_it():
    claims = [c for r in reports_of("A survey of 900 adults found that 58% back the marches.") for c in r.claims]
    assert [claim for claim in claims if claim.measure is Measure.PARTICIPANTS] == []


@pytest.mark.parametrize(
    "text",
    [
        "A parade was held on Monday in Leeds.",
        "The by-election was held on Monday.",
        "The funeral of the singer was held on Monday.",
        "A seed-buying drive was held on Monday in Leeds.",
    ],
)
def test_what_is_held_and_is_no_person_is_under_no_arrest(text):
    assert reports_of(text) == []


def test_who_is_held_is_under_arrest():
    (report,) = reports_of("Three bakers were held on Monday in Leeds.")
    assert (report.type, [claim.measure for claim in report.claims]) == (EventType.COERCE, [Measure.ARRESTED])


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Nurses took strike action on Monday in Leeds.", Form.STRIKE),
        ("Tenants staged a counter-rally on Monday in Leeds.", Form.RALLY),
        ("Students staged a countermarch on Monday in Leeds.", Form.MARCH),
        ("Villagers staged a land occupation on Monday in Leeds.", Form.OCCUPATION),
    ],
)
def test_english_words_for_forms_of_protest(text, form):
    assert form in {report.form for report in reports_of(text)}
