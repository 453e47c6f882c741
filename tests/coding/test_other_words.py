"""Deeds, statuses and figures told in other words than the commonest."""

import datetime as dt

import pytest

from constancia.coding import code_reading
from constancia.model import Claim, Text
from constancia.read import read_text
from constancia.vocabulary import Measure
from tests.coding.telling import PUBLISHED, reports_of


def claims_in(text: str, language: str) -> list[Claim]:
    coding = code_reading(read_text(Text("t", text, language=language, published=PUBLISHED)))
    return [*(claim for report in coding.reports for claim in report.claims), *coding.toll_claims]


def counted(text: str, language: str, measure: Measure) -> list[int | None]:
    claims = (claim for claim in claims_in(text, language) if claim.measure is measure)
    return sorted(claim.best if claim.best is not None else claim.low for claim in claims)


def told(text: str, language: str) -> set[tuple[str, str | None, str]]:
    return {(report.type.value, report.mode, report.status.value) for report in reports_of(text, language)}


@pytest.mark.parametrize(
    ("language", "text", "deed"),
    [
        ("en", "The colonel dismissed as baseless allegations that his men had shot herders.", ("ASSAULT", "firearms")),
        ("en", "Reports that officers shot a baker in Embu were false, the mayor said.", ("ASSAULT", "firearms")),
        (
            "es",
            "El general desestimó las versiones de que la tropa torturó a dos pastores en Danlí.",
            ("ASSAULT", "torture"),
        ),
    ],
)
def test_what_only_a_denied_saying_tells_is_denied(language, text, deed):
    assert (*deed, "denied") in told(text, language)


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "Bakers have warned they will down tools if the oven tax is kept.", "threatened"),
        ("en", "The bakers will down tools on Monday.", "planned"),
        ("en", "The bakers downed tools on Monday.", "occurred"),
    ],
)
def test_tools_that_are_downed_are_downed_by_a_verb(language, text, status):
    assert ("PROTEST", "strike", status) in told(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The protests have left 21 people dead since June."),
        ("es", "La represión ha causado más de 21 muertos desde junio."),
        ("es", "Ya son 21 los muertos por las protestas en Honduras"),
        ("en", "Death toll from unrest in Malawi climbs to 21"),
    ],
)
def test_what_a_toll_came_of_is_no_event(language, text):
    assert not [report for report in reports_of(text, language) if report.status in ("occurred", "ongoing")]
    assert counted(text, language, Measure.KILLED)[0] in (21, 22)


def test_who_remains_in_hospital_does_not_make_the_clash_go_on():
    found = reports_of("Dos de los 14 lesionados en el choque del lunes en Danlí permanecen internados.", "es")
    assert [report.status for report in found] == ["occurred"]


def test_since_an_attack_the_attack_is_over():
    found = reports_of("Four bakers have been missing since Tuesday's attack in Kitui.")
    assert [(report.type, report.status, report.date.to) for report in found if report.date] == [
        ("ASSAULT", "occurred", dt.date(2023, 7, 18))
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Organisers have scrapped Saturday's rally in Embu.", dt.date(2023, 7, 22)),
        ("Organisers scrapped Saturday's rally in Embu.", dt.date(2023, 7, 15)),
    ],
)
def test_what_has_been_called_off_was_still_to_come(text, day):
    assert [(report.status, report.date.from_) for report in reports_of(text) if report.date] == [("cancelled", day)]


@pytest.mark.parametrize(
    ("language", "text", "deed"),
    [
        ("en", "Malawi on Tuesday told two Zambian envoys to leave the country.", ("SANCTION", None, "occurred")),
        ("es", "Chile pidió el martes a un cónsul que abandone el país.", ("SANCTION", None, "occurred")),
        ("es", "Los agentes irrumpieron el martes en la sede del gremio.", ("COERCE", "seize", "occurred")),
        (
            "en",
            "Riot police used truncheons on Monday against a sit-in in Embu.",
            ("ASSAULT", "crowd-control", "occurred"),
        ),
        ("en", "A judge on Monday jailed two constables over a 2015 raid.", ("COERCE", "arrest", "legal")),
        ("es", "Dirigentes sindicales se dieron cita el lunes en Colón.", ("CONSULT", None, "occurred")),
        ("es", "La Octava Marcha por los Ríos partió el lunes de Colón.", ("PROTEST", "demo", "occurred")),
        ("es", "Acampada, jornada 41", ("PROTEST", "demo", "ongoing")),
    ],
)
def test_a_deed_is_found_in_other_words(language, text, deed):
    assert deed in told(text, language)


def test_lorries_that_are_held_up_are_under_no_arrest():
    text = "Unas 60 volquetas quedaron detenidas el lunes por el piquete en la ruta 5."
    assert not [deed for deed in told(text, "es") if deed[:2] == ("COERCE", "arrest")]
    assert counted(text, "es", Measure.ARRESTED) == []


def test_a_rival_demonstration_is_another():
    text = "Some 90 people demonstrated in Embu on Sunday, and a rival demonstration took place nearby."
    assert len([report for report in reports_of(text) if report.type == "PROTEST"]) == 2


def test_who_leaves_a_march_to_burn_is_of_the_riot():
    text = "Unos doce encapuchados se separaron de la marcha del martes en Colón e incendiaron un quiosco."
    sizes = {report.mode: [claim.best for claim in report.claims] for report in reports_of(text, "es")}
    assert sizes == {"demo": [], "riot": [12]}


@pytest.mark.parametrize(
    ("language", "text", "measure", "figures"),
    [
        ("es", "En el choque del lunes en Danlí murieron un agente y seis pastores.", Measure.KILLED, [1, 6]),
        ("es", "Dos pastores murieron baleados el lunes en Danlí.", Measure.KILLED, [2]),
        ("es", "Dos pastores murieron baleados el lunes en Danlí.", Measure.INJURED, []),
        ("en", "A woman aged 47 was hurt on Monday at the road block in Embu.", Measure.INJURED, [1]),
        ("en", "Nine people held after Monday's march in Embu were freed.", Measure.ARRESTED, [9]),
        ("en", "Prosecutors have charged 14 bakers with unlawful assembly.", Measure.PARTICIPANTS, []),
        ("en", "Eleven detainees began refusing food in Embu on Monday.", Measure.PARTICIPANTS, [11]),
        ("en", "Eleven detainees began refusing food in Embu on Monday.", Measure.ARRESTED, []),
        ("es", "El mitin del lunes colmó el coliseo, donde caben 4.000 personas.", Measure.PARTICIPANTS, []),
        ("en", "There were some ninety of us, said Ana R., who joined Monday's sit-in.", Measure.PARTICIPANTS, [90]),
        ("es", "Decenas de vecinos resultaron intoxicados el lunes en la marcha de Colón.", Measure.INJURED, [20]),
    ],
)
def test_a_figure_counts_what_its_words_say(language, text, measure, figures):
    assert counted(text, language, measure) == figures


@pytest.mark.parametrize(
    ("language", "text", "whole", "part"),
    [
        ("en", "Two cooks were among 13 people wounded in Monday's clash in Embu.", 13, 2),
        ("es", "Entre los 13 heridos del choque del lunes en Danlí figuran dos cocineros.", 13, 2),
    ],
)
def test_who_is_among_the_hurt_is_a_part_of_them(language, text, whole, part):
    by_size = {claim.best: claim for claim in claims_in(text, language)}
    assert by_size[part].part_of == by_size[whole].claim_id


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Según estimaciones preliminares, 8.000 personas marcharon el lunes en Colón."),
        ("en", "By some estimates, 8,000 people marched in Embu on Monday."),
    ],
)
def test_an_estimate_of_nobody_has_no_speaker(language, text):
    assert [claim.according_to for claim in claims_in(text, language)] == [None]


def test_those_in_a_country_who_did_so_in_a_town_were_there():
    found = reports_of("Some 3,000 cooks marched across Ghana on Monday, of whom 700 did so in Tamale.")
    assert [report.place.name for report in found if report.place] == ["Tamale"]


def test_a_verb_behind_a_comma_has_its_speaker_before():
    text = "La Defensoría se refirió al bloqueo del lunes en Ilave. Hubo seis heridos y dos detenidos, precisó."
    speakers = {claim.according_to.text for claim in claims_in(text, "es") if claim.according_to is not None}
    assert speakers == {"Defensoría"}


@pytest.mark.parametrize(
    ("language", "text", "measure", "figures"),
    [
        ("en", "Eight in ten cooks joined Monday's strike in Embu.", Measure.PARTICIPANTS, []),
        ("es", "La concentración del lunes en Colón reunió a lo sumo a 400 vecinos.", Measure.PARTICIPANTS, [None]),
        ("es", "En 1932 la tropa fusiló a 30 pastores en Danlí.", Measure.KILLED, [30]),
        ("es", "Ocho vecinos terminaron presos el lunes en la marcha de Colón.", Measure.ARRESTED, [8]),
        ("es", "No hay rastro de cuatro pastores desde el ataque del lunes en Danlí.", Measure.MISSING, [4]),
        ("es", "La Fiscalía formuló cargos por asonada contra 18 pastores.", Measure.PARTICIPANTS, []),
        ("es", "Una veintena de hondureños se plantó el lunes ante el consulado.", Measure.PARTICIPANTS, [20]),
    ],
)
def test_a_figure_in_other_words_counts_what_they_say(language, text, measure, figures):
    assert counted(text, language, measure) == figures


def test_a_toll_in_the_next_clause_leaves_its_deed_alone():
    text = "La policía mató a tiros a dos pastores el lunes en Danlí y el total de víctimas de la crisis llegó a 23."
    found = reports_of(text, "es")
    assert [[claim.best for claim in report.claims] for report in found if report.type == "ASSAULT"] == [[2]]


@pytest.mark.parametrize(
    ("language", "text", "deed"),
    [
        ("en", "Pilots will strike on Friday.", ("PROTEST", "strike", "planned")),
        ("en", "Young cooks battled officers in Embu on Monday.", ("PROTEST", "riot", "occurred")),
        ("es", "El domingo habrá una caravana por el agua en Danlí.", ("PROTEST", "demo", "planned")),
        ("es", "La Conferencia de Religiosos pidió el lunes la renuncia del alcalde.", ("REQUEST", None, "occurred")),
        (
            "en",
            "A bust of the viceroy was splashed with paint by activists on Monday.",
            ("PROTEST", "vandalize", "occurred"),
        ),
        ("es", "Los gremios se juntaron el lunes en Colón y decidieron un paro.", ("CONSULT", None, "occurred")),
    ],
)
def test_a_deed_is_found_by_words_that_are_seldom_used(language, text, deed):
    assert deed in told(text, language)


@pytest.mark.parametrize(
    ("language", "text", "form"),
    [
        ("en", "Two protesters were hurt at Monday's vigil in Embu.", "vigil"),
        ("es", "Seis manifestantes fueron detenidos en el plantón del lunes en Colón.", "sit-in"),
    ],
)
def test_a_protest_at_which_protesters_are_hurt_took_place(language, text, form):
    protests = [report for report in reports_of(text, language) if report.type == "PROTEST"]
    assert [(report.form, report.status) for report in protests] == [(form, "occurred")]


def test_police_whose_number_is_told_are_sent_out():
    text = "Unos 250 gendarmes custodiaron el lunes los accesos a Colón."
    assert ("MOBILIZE", None, "occurred") in told(text, "es")


@pytest.mark.parametrize(
    ("language", "text", "deed"),
    [
        ("en", "The ministry denies that troops shot herders in Embu.", ("ASSAULT", "firearms", "denied")),
        ("es", "Dos pastores siguen desaparecidos tras el ataque de ayer en Danlí.", ("ASSAULT", None, "occurred")),
        ("es", "Terminó el lunes la ocupación en la universidad de Colón.", ("PROTEST", "obstruct", "occurred")),
    ],
)
def test_a_deed_has_the_status_that_its_verb_gives_it(language, text, deed):
    assert deed in told(text, language)


def test_a_crowd_so_many_strong_took_part():
    assert counted("A 300-strong vigil was held in Embu on Monday.", "en", Measure.PARTICIPANTS) == [300]


def test_a_day_is_not_moved_by_the_verb_of_the_next_clause():
    found = reports_of("Two cooks were hurt at Tuesday's rally in Embu, but this could not be verified.")
    assert [report.date.from_ for report in found if report.date] == [dt.date(2023, 7, 18)]


def test_supporters_who_rally_are_no_sport():
    assert ("PROTEST", "demo", "occurred") in told("Supporters of the president rallied in Embu on Monday.", "en")


def test_who_is_held_and_beaten_is_not_arrested_by_it():
    assert told("Los detenidos fueron golpeados en una comisaría de Danlí el lunes.", "es") == {
        ("ASSAULT", "beat", "occurred")
    }


def test_soldiers_who_parade_do_not_protest():
    found = told("Soldiers paraded through the streets of Embu on Monday.", "en")
    assert ("PROTEST", "demo", "occurred") not in found


def test_workers_who_blocked_roads_are_counted_and_not_the_roads():
    text = "Some 2,000 loggers blocked roads in Loreto on Monday."
    assert counted(text, "en", Measure.PARTICIPANTS) == [2000]


@pytest.mark.parametrize(
    ("language", "text", "deed"),
    [
        (
            "en",
            "Two guards went on trial on Monday over the shooting of cooks in 2017.",
            ("ASSAULT", "firearms", "legal"),
        ),
        (
            "en",
            "Dismissed cooks have kept the highway at Embu blocked since Monday.",
            ("PROTEST", "obstruct", "ongoing"),
        ),
        ("en", "Residents have occupied the waterworks in Embu since Monday.", ("PROTEST", "obstruct", "ongoing")),
        ("es", "Fueron disparados perdigones contra los vecinos el lunes.", ("ASSAULT", "crowd-control", "occurred")),
    ],
)
def test_what_is_told_in_a_rarer_frame_is_the_same_deed(language, text, deed):
    assert deed in told(text, language)


@pytest.mark.parametrize(
    "text", ["El país vive de paro en paro.", "Tras una huelga de goles, el equipo protestó el penal."]
)
def test_idioms_of_strike_and_protest_tell_of_none(text):
    assert told(text, "es") == set()


def test_whoever_counts_may_stand_before_the_number_without_a_mark():
    claims = claims_in("According to organisers 6,000 people joined Sunday's rally in Embu.", "en")
    assert [claim.according_to.text for claim in claims if claim.according_to] == ["organisers"]


def test_drivers_who_struck_were_not_hit():
    text = "About 2,500 drivers struck across Ghana on Monday, including 400 in Tamale."
    assert counted(text, "en", Measure.PARTICIPANTS) == [400, 2500]


@pytest.mark.parametrize("form", ["la marcha", "el mitin", "el paro", "la vigilia", "el bloqueo"])
def test_what_police_fire_at_a_protest_plans_none(form):
    protests = [
        r for r in reports_of(f"La policía lanzó gases en {form} del lunes en Danlí.", "es") if r.type == "PROTEST"
    ]
    assert [(r.status, r.date.from_) for r in protests if r.date] == [("occurred", dt.date(2023, 7, 17))]


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "If talks fail, cooks will hold a march in Embu.", "threatened"),
        ("es", "Si fracasa el diálogo, los cocineros harán un plantón en Danlí.", "threatened"),
        ("es", "De haber fracasado el diálogo, habría habido una vigilia en Danlí.", "not_occurred"),
    ],
)
def test_a_condition_reaches_to_its_comma(language, text, status):
    assert {report.status for report in reports_of(text, language) if report.type == "PROTEST"} == {status}


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("es", "El sindicato de maestros contó 30 heridos en la marcha del lunes en Danlí.", "union"),
        ("es", "Según el alcalde, 30 vecinos quedaron heridos el lunes en un plantón de Danlí.", "government"),
        ("en", "According to the mayor, 30 people were hurt at Monday's march in Embu.", "government"),
        ("en", "The city said 30 people were hurt at Monday's march in Embu.", "government"),
        ("es", "Para el hospital, los heridos en la marcha del lunes en Danlí fueron 30.", "health"),
        ("es", "El comité de derechos humanos dijo que hubo 30 heridos en la marcha del lunes en Danlí.", "ngo"),
    ],
)
def test_one_figure_has_the_one_who_gives_it(language, text, role):
    claims = [(claim.best, claim.according_to and claim.according_to.role) for claim in claims_in(text, language)]
    assert claims == [(30, role)]
