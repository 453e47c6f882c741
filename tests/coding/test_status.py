import pytest

from tests.coding.telling import told

SENTENCES = [
    ("en", "Bakers marched in Ica on Tuesday.", ("PROTEST", "occurred")),
    ("es", "Los panaderos marcharon el martes en Ica.", ("PROTEST", "occurred")),
    ("en", "Bakers are marching through Ica.", ("PROTEST", "ongoing")),
    ("en", "Bakers will march in Ica on Monday.", ("PROTEST", "planned")),
    ("es", "Los panaderos marcharán el lunes en Ica.", ("PROTEST", "planned")),
    ("es", "El gremio convocó a un paro para el lunes.", ("PROTEST", "planned")),
    ("en", "If wages are not paid, bakers will block the bridge.", ("PROTEST", "threatened")),
    ("es", "Si no les pagan, los panaderos bloquearán el puente.", ("PROTEST", "threatened")),
    ("en", "The mayor banned the rally that bakers had planned for Monday.", ("PROTEST", "prevented")),
    ("es", "La alcaldesa prohibió el mitin que los panaderos anunciaron para el lunes.", ("PROTEST", "prevented")),
    ("en", "The march due on Monday was called off.", ("PROTEST", "cancelled")),
    ("en", "The bakers' strike did not start on Tuesday.", ("PROTEST", "not_occurred")),
    ("en", "The mayor denied that guards had shot two bakers in Ica.", ("ASSAULT", "denied")),
    ("es", "El alcalde negó que los guardias hubieran atacado a los panaderos en Ica.", ("ASSAULT", "denied")),
    ("es", "El paro continúa en Ica.", ("PROTEST", "ongoing")),
    ("es", "La protesta de los panaderos en Ica no la llevó a renunciar.", ("PROTEST", "occurred")),
    ("es", "Los docentes de Ica exigen aulas con techo.", ("REQUEST", "background")),
    ("es", "Las rutas están cerradas en Ica a causa de un paro de los panaderos el lunes.", ("PROTEST", "occurred")),
    ("es", "El alcalde condenó el ataque a los panaderos de Ica del lunes.", ("ASSAULT", "occurred")),
    ("en", "The protest of the bakers in Ica did not change her mind.", ("PROTEST", "occurred")),
]


@pytest.mark.parametrize(("language", "text", "wanted"), SENTENCES)
def test_the_verb_around_a_deed_decides_whether_it_happened(language, text, wanted):
    assert wanted in told(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Will the bakers march on Ica?"),
        ("en", "Had the deal failed, bakers would have blocked the road on Monday."),
        ("es", "De no haberse firmado el acuerdo, los panaderos habrían bloqueado la ruta el lunes."),
        ("en", "After seven months of protests the town is tired."),
        ("es", "Tras siete meses de protestas, el pueblo está cansado."),
        ("en", "More than 30 bakers have been killed since March."),
        ("en", "The film recreates a strike of bakers."),
        ("es", "La cifra de muertos en las protestas subió a 31."),
    ],
)
def test_questions_hypotheses_durations_tolls_and_fiction_assert_no_deed(language, text):
    deeds = {"PROTEST", "ASSAULT", "COERCE", "MOBILIZE"}
    assert not [pair for pair in told(text, language) if pair[0] in deeds and pair[1] in ("occurred", "ongoing")]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Organisers scrapped Saturday's rally in Ica.", ("PROTEST", "cancelled")),
        ("es", "Los panaderos desistieron de la concentración prevista el sábado en Ica.", ("PROTEST", "cancelled")),
        ("en", "The council did not authorise Sunday's march in Ica.", ("PROTEST", "prevented")),
        ("es", "El municipio no autorizó la marcha convocada para el domingo en Ica.", ("PROTEST", "prevented")),
        ("es", "De no haber respuesta, los panaderos cerrarán el puente de Ica.", ("PROTEST", "threatened")),
        ("es", "Si hubiera subido el pan, los vecinos habrían cortado la avenida.", ("PROTEST", "not_occurred")),
        ("en", "Bakers will cordon off the bridge in Ica unless flour gets cheaper.", ("PROTEST", "threatened")),
        (
            "en",
            "Nurses remain camped in front of the ministry in Lima, where they have been since May.",
            ("PROTEST", "ongoing"),
        ),
        ("en", "Water cannon was turned on the bakers in Ica on Monday.", ("ASSAULT", "occurred")),
    ],
)
def test_calling_off_forbidding_and_conditions_have_many_words(language, text, wanted):
    assert wanted in told(text, language)


@pytest.mark.parametrize("text", ["Tourists converged on Ica on Sunday.", "Students camped at the lake on Sunday."])
def test_people_who_meet_for_nothing_are_no_protest(text):
    assert told(text) == []
