import datetime as dt

import pytest

from constancia.vocabulary import EventType, Mode, Status
from tests.coding.telling import reports_of, told

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
    ("en", "It is not true that police fired on workers in Ica on Tuesday.", ("ASSAULT", "denied")),
    ("es", "Es falso que la policía haya disparado contra los panaderos el martes en Ica.", ("ASSAULT", "denied")),
    ("es", "No es cierto que la policía usara gases en Ica.", ("ASSAULT", "denied")),
    ("en", "Guards kept the bakers from marching on Monday in Ica.", ("PROTEST", "prevented")),
    ("en", "Guards did not let the bakers march on Monday in Ica.", ("PROTEST", "prevented")),
    ("es", "La policía no dejó que los panaderos marcharan el lunes en Ica.", ("PROTEST", "prevented")),
    ("es", "La policía impidió que los panaderos marcharan el lunes en Ica.", ("PROTEST", "prevented")),
    ("es", "La policía no los dejó marchar el lunes en Ica.", ("PROTEST", "prevented")),
    ("es", "Los panaderos no dejaron de marchar el lunes en Ica.", ("PROTEST", "occurred")),
    ("en", "The bakers' strike did not take place.", ("PROTEST", "not_occurred")),
    ("en", "Bakers to march in Ica", ("PROTEST", "planned")),
    ("en", "Bakers To Hit The Streets In Ica", ("PROTEST", "planned")),
    ("en", "Tyres were used to block the road in Ica on Monday.", ("PROTEST", "occurred")),
    ("en", "The announced walkout of bakers failed to materialise on Monday.", ("PROTEST", "not_occurred")),
    ("en", "The bakers' rally will not go ahead.", ("PROTEST", "not_occurred")),
    ("en", "The bakers dropped their plan to strike on 7 August.", ("PROTEST", "cancelled")),
    ("es", "Los panaderos dejaron en suspenso el bloqueo anunciado para el lunes.", ("PROTEST", "cancelled")),
    ("en", "A judge forbade the bakers to march on 7 August.", ("PROTEST", "prevented")),
    ("en", "The town denied the bakers a permit for their rally on Saturday.", ("PROTEST", "prevented")),
    ("en", "Bakers could block the bridge if the subsidy goes.", ("PROTEST", "threatened")),
    ("es", "Los panaderos podrían bloquear el puente si se quita el subsidio.", ("PROTEST", "threatened")),
    ("es", "El gremio dio plazo hasta el viernes para pagar o irá a la huelga.", ("PROTEST", "threatened")),
    ("en", "The hunger strike of the bakers in Ica continues.", ("PROTEST", "ongoing")),
    ("es", "La policía gaseó una marcha en Ica el lunes y detuvo a nueve personas.", ("COERCE", "occurred")),
    ("en", "Soldiers burned down nine homes in Ica on Monday.", ("ASSAULT", "occurred")),
    ("es", "El paro de los panaderos no tuvo lugar el lunes en Ica.", ("PROTEST", "not_occurred")),
    ("es", "A dos años de la inundación, los panaderos hicieron una vigilia el lunes en Ica.", ("PROTEST", "occurred")),
    ("en", "Bakers would have fallen had the roof caved in at Tuesday's rally in Ica.", ("PROTEST", "occurred")),
    ("es", "Los panaderos siguen acampados sobre la ruta en Ica.", ("PROTEST", "ongoing")),
    ("en", "On Monday leaders of the bakers met in Ica and agreed to strike from 7 August.", ("CONSULT", "occurred")),
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
        ("en", "The weapons used to repress the bakers in Ica come from abroad."),
        ("en", "On 1 and 2 July bakers of nine towns held the First Meeting of Towns and Organized Bakers in Ica."),
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


def test_a_weekday_of_what_is_announced_lies_ahead():
    (report,) = reports_of("Bakers announced a nationwide 'bread strike' on Monday.")
    assert (report.status, report.date.from_) == (Status.PLANNED, dt.date(2023, 7, 24))


def test_what_lasts_until_a_day_is_not_of_that_day():
    (report,) = reports_of("All buses are cancelled until Friday because of the road block in Ilave.")
    assert report.date.from_ != dt.date(2023, 7, 21)


def test_a_protest_that_will_be_repeated_is_another_one():
    text = "Los panaderos marcharon el lunes en Puno. La protesta se repetirá el 27 de julio en Tacna."
    assert {(r.status, r.place.name) for r in reports_of(text, "es")} == {
        (Status.OCCURRED, "Puno"),
        (Status.PLANNED, "Tacna"),
    }


def test_a_road_is_cut_though_the_hour_stands_between():
    (report,) = reports_of("Los feriantes cortan desde las 9 de este jueves el puente de Ilave.", "es")
    assert report.mode is Mode.OBSTRUCT


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Bakers stopped work on Tuesday. The date marks the 1977 strike. The strike was put down by the army.",
        ),
        (
            "es",
            "El martes hubo paro en Tela. La fecha recuerda la huelga general de 1977. La huelga fue reprimida.",
        ),
    ],
)
def test_what_is_told_on_of_a_deed_of_long_ago_is_background_at_its_day(language, text):
    reports = reports_of(text, language)
    protests = [report for report in reports if report.type is EventType.PROTEST]
    years = {(report.status, report.date.from_.year) for report in protests}
    assert years == {(Status.OCCURRED, 2023), (Status.BACKGROUND, 1977)}
    assert all(report.status is Status.BACKGROUND for report in reports if report.type is not EventType.PROTEST)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Hundreds took to the streets of Tela on Monday to demand that the mayor step down."),
        ("es", "Cientos marcharon el lunes en Tela para exigir que el alcalde renuncie."),
    ],
)
def test_what_is_demanded_is_no_deed(language, text):
    reports = reports_of(text, language)
    assert [report.type for report in reports] == [EventType.PROTEST]


def test_a_strike_of_long_ago_is_not_the_strike_that_goes_on():
    text = "National Strike, Day 12\n\nBakers struck on. The date marks the 1977 strike of the mills in Tela."
    protests = [report for report in reports_of(text, "en", 23) if report.type is EventType.PROTEST]
    assert {report.status for report in protests} >= {Status.ONGOING, Status.BACKGROUND}


def test_a_banned_protest_is_of_the_day_it_was_planned_for():
    (report,) = reports_of("A judge on Thursday barred a protest planned for Saturday in Puno.")
    assert (report.status, report.date.from_) == (Status.PREVENTED, dt.date(2023, 7, 22))


@pytest.mark.parametrize("day", ["desde el lunes", "desde el pasado lunes", "desde este lunes"])
def test_what_is_kept_up_since_a_day_began_on_it(day):
    (report,) = reports_of(f"Los obreros mantienen {day} un corte de ruta en Tela.", "es")
    assert (report.status, report.date.to) == (Status.ONGOING, None)
    assert report.date.from_.isoformat() == "2023-07-17"


def test_what_a_court_keeps_people_from_doing_is_of_the_day_that_it_was_planned_for():
    (banned,) = [
        report
        for report in reports_of("A judge stopped bakers from holding a rally planned for Saturday in Ica.")
        if report.type is EventType.PROTEST
    ]
    assert (banned.status, banned.date.from_) == ("prevented", dt.date(2023, 7, 22))
    (held,) = [
        report
        for report in reports_of("A judge did not stop bakers from holding a rally on Tuesday in Ica.")
        if report.type is EventType.PROTEST
    ]
    assert held.status != "prevented"


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "The porters' union called for a march on Friday.", "2023-07-21"),
        ("en", "Porters called for protests in Ica on 3 August.", "2023-08-03"),
        ("en", "On Monday the porters' union called for a march.", None),
        ("en", "The porters' union called on Monday for a strike.", None),
        ("es", "El lunes la central obrera convocó un paro.", None),
        ("es", "La central obrera convocó el lunes a un paro para el 28 de julio.", "2023-07-28"),
    ],
)
def test_what_is_called_for_is_a_plan_and_not_of_the_day_of_the_call(language, text, day):
    (report,) = [each for each in reports_of(text, language) if each.type is EventType.PROTEST]
    assert report.status is Status.PLANNED
    assert (str(report.date.from_) if report.date else None) == day


def test_a_government_told_by_its_town_is_no_place_of_what_follows():
    text = "This time, Ottawa openly backed it. The president sent police and cut internet connections to the assembly."
    assert all(report.place is None or report.place.name != "Ottawa" for report in reports_of(text))


def test_a_weak_word_for_force_makes_no_less_of_killings():
    text = (
        "Soldiers carried out killings in Ica on Tuesday. The mayor condemned the repression and the killings in Ica."
    )
    modes = {report.mode for report in reports_of(text) if report.type is EventType.ASSAULT}
    assert Mode.TARGETED in modes


def test_a_strike_that_is_called_off_yields_nothing():
    assert told("The bakers' union called off its strike in Ica on Monday.") == [("PROTEST", "cancelled")]


def test_an_inquiry_is_no_arrest():
    found = reports_of("El fiscal abrió una investigación por la muerte de tres panaderos en Ica.", "es")
    assert [(report.type, report.mode, report.status) for report in found] == [(EventType.COERCE, None, Status.LEGAL)]


def test_what_will_be_cleared_was_taken_before():
    found = reports_of("The offices, taken over by employees on Monday, will be cleared.")
    days = [(report.status, report.date and str(report.date.from_)) for report in found]
    assert (Status.OCCURRED, "2023-07-17") in days


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "The ministry declined to comment on the arrests in Ica.", "occurred"),
        ("en", "The mayor refused to give his support to the march in Ica.", "occurred"),
        ("en", "The union failed to hold its march in Ica.", "not_occurred"),
        ("es", "El rector se negó a sumarse a la marcha en Ica.", "occurred"),
        ("es", "El gremio no logró realizar su marcha en Ica.", "not_occurred"),
    ],
)
def test_what_somebody_will_not_speak_of_or_join_was(language, text, wanted):
    deeds = [report for report in reports_of(text, language) if report.type in (EventType.PROTEST, EventType.COERCE)]
    assert [report.status.value for report in deeds] == [wanted]


@pytest.mark.parametrize(
    "text", ["Los vecinos pidieron no ser desalojados en Ica.", "Los presos exigieron no ser golpeados en Ica."]
)
def test_what_somebody_asks_not_to_suffer_was_not_done(text):
    assert [report.type for report in reports_of(text, "es")] == [EventType.REQUEST]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A clerk who wants not to be named said police fired in the air in Ica."),
        ("es", "Un empleado que pidió el anonimato dijo que la policía disparó al aire en Ica."),
        ("es", "La enfermera, que pidió reserva de su nombre, dijo que la policía disparó al aire en Ica."),
    ],
)
def test_who_will_not_be_named_demands_nothing(language, text):
    assert [report.type for report in reports_of(text, language)] == [EventType.ASSAULT]


def test_what_is_denied_goes_on_behind_or():
    assert told("The march in Ica ended with no injuries or arrests.") == [("PROTEST", "occurred")]


def test_freed_protesters_take_no_part_by_their_number():
    (report,) = reports_of("Twelve detained protesters freed in Ica")
    assert [claim.measure.value for claim in report.claims] == ["arrested"]
