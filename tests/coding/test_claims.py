"""Figures become claims: what they count, how far they reach, who gives them, and what they are part of."""

import datetime as dt

import pytest

from constancia.coding import code_reading
from constancia.model import Claim, Text
from constancia.read import read_text
from constancia.vocabulary import Category, Certainty, Form, Measure, Role, Scope, Status

PUBLISHED = dt.date(2025, 3, 20)


def claims_of(text: str, language: str) -> list[Claim]:
    coding = code_reading(read_text(Text("t", text, language, PUBLISHED)))
    return [claim for report in coding.reports for claim in report.claims] + list(coding.toll_claims)


def said(text: str, language: str) -> dict[tuple[Measure, int | None, int | None, int | None], Claim]:
    return {(claim.measure, claim.low, claim.high, claim.best): claim for claim in claims_of(text, language)}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "About 700 bakers marched in Danlí on Monday.", (Measure.PARTICIPANTS, None, None, 700)),
        ("es", "Unos 700 panaderos marcharon el lunes en Danlí.", (Measure.PARTICIPANTS, None, None, 700)),
        ("en", "Police opened fire on a rally in Tela on Sunday, killing three men.", (Measure.KILLED, 3, 3, 3)),
        (
            "es",
            "La policía abrió fuego el domingo en un mitin en Tela y mató a tres hombres.",
            (Measure.KILLED, 3, 3, 3),
        ),
        ("en", "Eleven people were arrested at Sunday's sit-in in Tela.", (Measure.ARRESTED, 11, 11, 11)),
        ("es", "Fueron detenidas once personas en el plantón del domingo en Tela.", (Measure.ARRESTED, 11, 11, 11)),
        ("en", "A clash in Yoro on Sunday left more than 40 injured.", (Measure.INJURED, 41, None, None)),
        ("es", "Un enfrentamiento el domingo en Yoro dejó más de 40 heridos.", (Measure.INJURED, 41, None, None)),
        ("en", "Nobody was injured at Sunday's march in Yoro.", (Measure.INJURED, 0, 0, 0)),
    ],
)
def test_a_figure_counts_what_its_governor_says(language, text, expected):
    assert expected in said(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Since 10 March, 300 people have been arrested, the ombudsman said."),
        ("es", "Desde el 10 de marzo han sido detenidas 300 personas, según la Defensoría."),
    ],
)
def test_a_figure_since_a_beginning_is_cumulative_and_in_no_event(language, text):
    claim = said(text, language)[Measure.ARRESTED, 300, 300, 300]
    assert (claim.scope, claim.since, claim.report_id) == (Scope.CUMULATIVE, "2025-03-10", None)


def test_the_toll_that_a_death_brings_on_is_kept_apart_from_it():
    found = said("Two men died in Tela on Monday when police opened fire, bringing the toll of the crisis to 12.", "en")
    assert found[Measure.KILLED, 2, 2, 2].report_id is not None
    assert found[Measure.KILLED, 12, 12, 12].report_id is None


@pytest.mark.parametrize(
    ("language", "text", "whole", "part"),
    [
        ("en", "Sunday's clash in Ceiba left 20 injured, four of them police officers.", 20, 4),
        ("es", "El choque del domingo en Ceiba dejó 20 heridos, entre ellos cuatro policías.", 20, 4),
    ],
)
def test_a_part_hangs_on_its_whole(language, text, whole, part):
    found = said(text, language)
    whole_claim, part_claim = found[Measure.INJURED, whole, whole, whole], found[Measure.INJURED, part, part, part]
    assert part_claim.part_of == whole_claim.claim_id
    assert part_claim.category is Category.POLICE
    assert whole_claim.part_of is None


def test_two_speakers_are_two_claims():
    text = "Police put attendance at Sunday's march in Tela at 4,000; the organisers spoke of 9,000."
    found = said(text, "en")
    roles = {best: claim.according_to.role for (_, _, _, best), claim in found.items() if claim.according_to}
    assert roles == {4000: Role.POLICE, 9000: Role.PROTESTERS}


def test_the_conditional_of_rumour_is_unconfirmed():
    claim = said("Habría cinco heridos tras el desalojo de la marcha del domingo en Tela.", "es")[
        Measure.INJURED, 5, 5, 5
    ]
    assert claim.certainty is Certainty.UNCONFIRMED


@pytest.mark.parametrize(
    "text",
    [
        "The square in Tela, which holds 8,000 people, was full for Sunday's rally.",
        "A poll of 900 adults found that half back Sunday's march in Tela.",
        "Rosa M., 31, joined Sunday's march in Tela.",
    ],
)
def test_what_takes_no_part_is_no_participant(text):
    assert not [claim for claim in claims_of(text, "en") if claim.measure is Measure.PARTICIPANTS and claim.best != 1]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_claim_holds_its_words(language):
    text = {
        "en": "Some 300 people marched in Tela and 500 in Yoro on Sunday. Nine were arrested, police said.",
        "es": "Unas 300 personas marcharon en Tela y 500 en Yoro el domingo. Hubo nueve detenidos, dijo la policía.",
    }[language]
    found = claims_of(text, language)
    assert found
    for claim in found:
        assert text[claim.start : claim.end] == claim.text
        assert claim.text in claim.quote


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "At least seven people have been killed since 10 February, according to the ombudsman's office."),
        ("es", "Desde el 10 de febrero han sido detenidas 300 personas, según la Defensoría."),
    ],
)
def test_a_toll_alone_is_no_event(language, text):
    coding = code_reading(read_text(Text("t", text, language, PUBLISHED)))
    assert coding.reports == ()
    assert len(coding.toll_claims) == 1


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Four officers, a 51-year-old baker and two girls were hurt when police opened fire in Tela on Sunday.",
            {(4, Category.POLICE), (1, None), (2, Category.MINORS)},
        ),
        (
            "es",
            "Cuatro policías, una panadera de 51 años y dos niñas resultaron heridos el domingo en el choque de Tela.",
            {(4, Category.POLICE), (1, None), (2, Category.MINORS)},
        ),
    ],
)
def test_what_befell_the_last_of_several_subjects_befell_all(language, text, expected):
    hurt = [claim for claim in claims_of(text, language) if claim.measure is Measure.INJURED]
    assert expected >= {(claim.best, claim.category) for claim in hurt} >= {each for each in expected if each[1]}
    assert not [claim for claim in claims_of(text, language) if claim.measure is Measure.DEPLOYED]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Of the 36 people hurt since the protests began, 12 are minors and four are police."),
        ("es", "De los 36 heridos desde que comenzaron las protestas, 12 son menores y cuatro son policías."),
    ],
)
def test_who_the_counted_were_is_a_part_of_the_whole(language, text):
    found = {claim.best: claim for claim in claims_of(text, language)}
    whole = found[36].claim_id
    assert {(found[12].part_of, found[12].category), (found[4].part_of, found[4].category)} == {
        (whole, Category.MINORS),
        (whole, Category.POLICE),
    }
    assert {claim.scope for claim in found.values()} == {Scope.CUMULATIVE}


@pytest.mark.parametrize(
    ("language", "text", "best"),
    [
        ("en", "Two men were shot dead in Tela on Monday, pushing the number of deaths to 17.", 17),
        ("es", "Dos hombres fueron muertos a tiros el lunes en Tela, con lo que ascienden a 17 los fallecidos.", 17),
        ("en", "The unrest that began on 2 February has claimed 17 lives in Honduras.", 17),
        ("es", "El estallido que empezó el 2 de febrero se ha cobrado 17 vidas en Honduras.", 17),
    ],
)
def test_a_total_that_is_reached_stands_in_the_ledger(language, text, best):
    claim = said(text, language)[Measure.KILLED, best, best, best]
    assert (claim.scope, claim.report_id) == (Scope.CUMULATIVE, None)


def test_each_estimate_goes_to_whoever_stands_behind_it():
    text = "La marcha del lunes en Tela reunió a 9.000 personas según los gremios y a 2.500 para la policía."
    by = {claim.best: claim.according_to and claim.according_to.role for claim in claims_of(text, "es")}
    assert by == {9000: Role.UNION, 2500: Role.POLICE}


def test_people_are_counted_though_things_stand_behind_them():
    assert (Measure.PARTICIPANTS, None, None, 90) in said("Unas 90 personas prendieron velas el lunes en Tela.", "es")


def test_burns_are_injuries_and_stopped_penalties_are_no_arrests():
    assert (Measure.INJURED, 6, 6, 6) in said("Six people suffered burns at Monday's road block near Tela.", "en")
    assert not claims_of("El portero detuvo cuatro penales el domingo en Tela.", "es")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The army disputes the eight deaths reported by the diocese after Sunday's shooting in Tela.", Role.CLERGY),
        (
            "Police said six people, and the nurses' union said eleven, were hurt in Sunday's clash in Tela.",
            Role.POLICE,
        ),
        ("A radio quoted prosecutors as saying that nine people were arrested in Tela on Monday.", Role.JUDICIARY),
    ],
)
def test_the_first_source_gives_the_figure(text, role):
    first = claims_of(text, "en")[0]
    assert first.according_to is not None
    assert first.according_to.role is role


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Sunday's shooting in Tela left nine dead."),
        ("en", "The bombing in Tela on Sunday left nine dead."),
        ("es", "La balacera del domingo en Tela dejó nueve fallecidos."),
    ],
)
def test_the_dead_of_an_attack_named_by_a_noun_are_its_own(language, text):
    assert said(text, language)[Measure.KILLED, 9, 9, 9].report_id is not None


def test_the_outlet_that_counts_for_itself_is_no_speaker():
    (claim,) = claims_of(
        "Some 80 people marched in Tela on Sunday, by the reckoning of this newspaper's reporter.", "en"
    )
    assert claim.according_to is None


def test_a_denial_reaches_only_the_figure_that_it_is_of():
    text = (
        "El ministerio habla de seis muertos y rechaza las cifras del gremio, que asegura que son once, en el choque."
    )
    certainties = {claim.best: claim.certainty for claim in claims_of(text, "es")}
    assert certainties == {6: Certainty.ASSERTED, 11: Certainty.ASSERTED}
    (denied,) = claims_of("The army denies the six deaths of Sunday's shooting in Tela.", "en")
    assert denied.certainty is Certainty.DENIED


def test_a_toll_beside_tolls_stays_one_and_its_headline_with_it():
    text = Text(
        "t",
        "Ombudsman counts six dead in bakers' strike\n\nSix people have died since bakers began an indefinite strike "
        "on 2 February, the ombudsman said. The ministry puts the toll at four. The union says nine people have been "
        "killed.",
        "en",
        PUBLISHED,
        title_end=43,
    )
    coding = code_reading(read_text(text))
    deaths = [claim for report in coding.reports for claim in report.claims if claim.measure is Measure.KILLED]
    assert not deaths
    assert {claim.best for claim in coding.toll_claims} == {4, 6, 9}


def test_nobody_dies_of_a_deed_to_come_and_officers_in_court_are_not_on_duty():
    text = "El gremio, que convocó un paro para el 2 de mayo, eleva a once los muertos."
    assert all(claim.report_id is None for claim in claims_of(text, "es"))
    assert not claims_of("Prosecutors charged two police officers on Monday over a march in Tela.", "en")


def test_a_deed_that_is_only_counted_takes_no_later_figure():
    text = (
        "The ombudsman raised its tally of people shot dead since 2 February to nine on Monday.\n\n"
        "Of the nine, seven died of gunshot wounds, the office of the ombudsman said. The number of injured is 61."
    )
    coding = code_reading(read_text(Text("t", text, "en", PUBLISHED)))
    assert not coding.reports
    assert {(claim.measure, claim.best) for claim in coding.toll_claims} == {
        *{(Measure.KILLED, 9), (Measure.KILLED, 7)},
        (Measure.INJURED, 61),
    }
    part = next(claim for claim in coding.toll_claims if claim.best == 7)
    assert part.part_of is not None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ministers and bakers met in Tela on Monday. The ombudsman lowered its count of the dead from 8 to 7."),
        ("es", "Ministros y panaderos se reunieron el lunes en Tela. La Defensoría rebajó ayer de 8 a 7 los muertos."),
        ("es", "El gremio convocó a una marcha en Tela. La Fiscalía corrigió a 7 el número de fallecidos."),
    ],
)
def test_a_count_revised_beside_a_meeting_is_the_crisis_own(language, text):
    (claim,) = [claim for claim in claims_of(text, language) if claim.measure is Measure.KILLED]
    assert (claim.best, claim.scope, claim.report_id) == (7, Scope.CUMULATIVE, None)


def test_a_count_revised_beside_its_shooting_is_of_that():
    found = said("Two men were shot dead in Tela on Monday. The hospital later raised the toll to four.", "en")
    assert found[Measure.KILLED, 4, 4, 4].report_id == found[Measure.KILLED, 2, 2, 2].report_id is not None


def test_the_setting_of_a_toll_is_no_event():
    text = Text("t", "Ombudsman: six dead in the bakers' unrest", "en", PUBLISHED, title_end=41)
    assert all(report.status is Status.BACKGROUND for report in code_reading(read_text(text)).reports)


def test_some_of_the_marchers_are_not_its_size_and_places_are_no_verbs():
    found = said("Hundreds marched in Tela on Monday. Two of the marchers fell asleep on the way.", "en")
    assert (Measure.PARTICIPANTS, 2, 2, 2) not in found
    text = "La Policía contó el miércoles nueve bloqueos de carreteras: cinco en Cortés y cuatro en Yoro."
    assert {claim.measure for claim in claims_of(text, "es")} == {Measure.BLOCKADES}


def test_an_office_is_the_body_with_that_word_in_its_name():
    text = (
        "The ombudsman's office has named nine dead. The Bakers' Front speaks of twelve.\n\n"
        "Seven died of gunshot wounds, the office said."
    )
    claim = next(claim for claim in claims_of(text, "en") if claim.best == 7)
    assert claim.according_to is not None
    assert claim.according_to.name == "ombudsman's office"


def test_harm_told_among_tolls_is_one_of_them():
    text = (
        "Bakers shut the bridge of Tela on Friday. The ombudsman lowered its count of the dead from 8 to 7. The number "
        "of injured stands at 61."
    )
    (injured,) = [claim for claim in claims_of(text, "en") if claim.measure is Measure.INJURED]
    assert (injured.best, injured.scope, injured.report_id) == (61, Scope.CUMULATIVE, None)


def test_the_marchers_are_of_the_march_and_not_of_the_strike_that_it_is_for():
    text = Text(
        "t",
        "Hundreds march in Tela as bakers' strike enters third day\n\nHundreds of people marched through Tela on "
        "Wednesday in support of striking bakers.\n\nTwo of the marchers were injured.",
        "en",
        PUBLISHED,
        title_end=57,
    )
    (report,) = [each for each in code_reading(read_text(text)).reports if each.claims and each.form is Form.MARCH]
    assert {claim.measure for claim in report.claims} == {Measure.PARTICIPANTS, Measure.INJURED}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "At least 36 people, including 16 bakers, were arrested on Monday in Yoro.",
            (Measure.ARRESTED, 36, None, None),
        ),
        (
            "es",
            "Un total de 22 personas, entre ellas ocho guardias, resultaron heridas el lunes en un choque en Yoro.",
            (Measure.INJURED, 22, 22, 22),
        ),
        (
            "en",
            "Police said 14 people aged between 19 and 52 were arrested on Monday in Yoro.",
            (Measure.ARRESTED, 14, 14, 14),
        ),
        (
            "es",
            "Los manifestantes, cerca de 400, permitirán el paso en Tela tras el bloqueo del lunes.",
            (Measure.PARTICIPANTS, None, None, 400),
        ),
        ("es", "El martes había 135 puntos cerrados en Yoro por el paro.", (Measure.BLOCKADES, 135, 135, 135)),
    ],
)
def test_a_count_is_found_though_other_words_stand_beside_it(
    language: str, text: str, expected: tuple[Measure, int | None, int | None, int | None]
) -> None:
    assert expected in said(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La marcha partió de la catedral a las 12.00 el lunes en Tela."),
        ("es", "Los vecinos marcharon el lunes en Tela por la avenida 10 de Agosto hasta la plaza 25 de Mayo."),
        ("es", "La protesta del lunes en Tela se repetirá el 20 de abril en Yoro y el 27 en Danlí."),
        ("es", "El sindicato N° 6 marchó el lunes en Tela en el minuto 88."),
        ("en", "Bakers aged from 19 to 52 marched on Monday in Yoro as the FTSE 100 fell."),
        ("es", "La marcha del lunes en Tela tuvo 22 más que el domingo."),
    ],
)
def test_a_number_that_names_something_counts_nobody(language: str, text: str) -> None:
    assert claims_of(text, language) == []


def test_harm_that_someone_did_on_a_day_is_of_that_deed_though_a_crisis_is_named():
    claim = said("Soldados hirieron el martes a tres panaderos en Tela, durante los disturbios.", "es")[
        (Measure.INJURED, 3, 3, 3)
    ]
    assert (claim.scope, claim.report_id is None) == (Scope.INCIDENT, False)
    toll = said("Tres panaderos resultaron heridos durante los disturbios.", "es")[(Measure.INJURED, 3, 3, 3)]
    assert (toll.scope, toll.report_id) == (Scope.CUMULATIVE, None)


def test_people_on_strike_are_no_toll_of_a_strike():
    claims = claims_of("La policía desalojó el lunes a cerca de 50 empleados en huelga.", "es")
    assert [claim.scope for claim in claims] == [Scope.INCIDENT]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Since 2 January, over 70 bakers have been killed, thousands were injured and many disappeared.",
        ),
        (
            "es",
            "Desde el 2 de enero han muerto más de 70 personas, miles resultaron heridas y decenas fueron torturadas.",
        ),
    ],
)
def test_what_a_toll_adds_is_of_the_toll_and_no_event(language, text):
    coding = code_reading(read_text(Text("t", text, language, PUBLISHED)))
    assert not coding.reports
    assert {claim.measure for claim in coding.toll_claims} == {Measure.KILLED, Measure.INJURED}
    assert {claim.since for claim in coding.toll_claims} == {"2025-01-02"}


def test_one_of_the_cries_counts_nobody_and_a_toll_counts_the_dead():
    assert not claims_of("Bread remains one of the loudest cries of the strike in Tela.", "en")
    assert not claims_of("El pan es una de las consignas del paro en Tela.", "es")
    found = said("Police fired on marchers in Tela on Monday, bringing the toll of the protests to 20.", "en")
    assert found[Measure.KILLED, 20, 20, 20].scope is Scope.CUMULATIVE


def test_whoever_did_it_is_not_counted_among_those_it_was_done_to() -> None:
    text = "Un dirigente fue asesinado a tiros el lunes en Tela por dos sujetos en moto."
    assert {(claim.measure, claim.best) for claim in claims_of(text, "es")} == {(Measure.KILLED, 1)}
    assert said("The road in Tela was blocked on Monday by 300 bakers.", "en")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Relatives marched in Tela on Monday on the anniversary of the deaths of 18 people."),
        ("es", "Familiares marcharon el lunes en Tela, a un año de la muerte de 18 personas."),
    ],
)
def test_the_dead_whom_a_march_remembers_are_not_its_own(language, text):
    (dead,) = claims_of(text, language)
    assert (dead.best, dead.scope, dead.report_id) == (18, Scope.INCIDENT, None)


def test_who_revises_a_count_gives_it_and_the_number_killed_counts_the_dead():
    text = "The health ministry on Monday lowered its count of people hurt in Sunday's clash in Tela from 29 to 27."
    (claim,) = [each for each in claims_of(text, "en") if each.best == 27]
    assert claim.according_to is not None
    assert claim.according_to.text == "health ministry"
    found = said("The number killed in the 9 March shooting in Tela rose to 18 when a student died.", "en")
    assert (Measure.KILLED, 18, 18, 18) in found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Nine guards were ambushed and killed in Tela on Sunday.", (Measure.KILLED, 9, 9, 9)),
        ("es", "Nueve soldados fueron emboscados y asesinados el domingo en Tela.", (Measure.KILLED, 9, 9, 9)),
        ("es", "Hubo choques el lunes en Tela. Faltan al menos seis hombres, cuyo paradero se desconoce.",
         (Measure.MISSING, 6, None, None)),
        ("en", "Bakers marched in Tela on Monday. The clinic treated 30 people.", (Measure.INJURED, 30, 30, 30)),
        ("en", "Bakers marched in Tela. Nobody was arrested. A councillor insisted that more than 300 bakers were out.",
         (Measure.PARTICIPANTS, 301, None, None)),
        ("es", "Según vecinos fueron detenidas 37 personas en Tela, entre ellas seis mujeres, y un joven fue herido.",
         (Measure.ARRESTED, 6, 6, 6)),
    ],
)  # fmt: skip
def test_what_befell_people_is_read_past_other_verbs(language, text, expected):
    assert expected in said(text, language)


@pytest.mark.parametrize(
    ("language", "speaker", "role"),
    [
        ("en", "The council", Role.GOVERNMENT),
        ("en", "The convenor, Abla Mensah,", Role.PROTESTERS),
        ("en", "The struggle committee", Role.PROTESTERS),
        ("en", "The prisons service", Role.GOVERNMENT),
        ("en", "The human rights commission", Role.OTHER),
        ("es", "El Servicio Departamental de Salud", Role.GOVERNMENT),
        ("es", "El comité de empresa", Role.UNION),
        ("es", "El procurador de los derechos humanos", Role.OTHER),
        ("es", "El comisariado ejidal", Role.PEASANTS),
    ],
)
def test_offices_and_bodies_that_give_figures_have_roles(language, speaker, role):
    text = {"en": f"A clash in Yoro left people hurt. {speaker} said that 45 were injured.",
            "es": f"Un choque en Yoro dejó heridos. {speaker} dijo que fueron 45 los heridos."}[language]  # fmt: skip
    claim = next(claim for claim in claims_of(text, language) if claim.best == 45)
    assert claim.according_to is not None
    assert claim.according_to.role is role


def speakers_of(text: str, language: str) -> dict[tuple[Measure, int | None], Role | None]:
    claims = claims_of(text, language)
    key = [(claim.measure, claim.best if claim.best is not None else claim.low) for claim in claims]
    return {each: claim.according_to and claim.according_to.role for each, claim in zip(key, claims, strict=True)}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Bakers marched in Tela on Monday. Police estimated 12,000. The coalition said more than 90,000 came.",
            {(Measure.PARTICIPANTS, 12000): Role.POLICE, (Measure.PARTICIPANTS, 90001): Role.PROTESTERS},
        ),
        (
            "es",
            "Miles marcharon ayer en Tela. La policía contó 12.000; la coalición, más de 90.000.",
            {(Measure.PARTICIPANTS, 12000): Role.POLICE, (Measure.PARTICIPANTS, 90001): Role.PROTESTERS},
        ),
        (
            "en",
            "Deaths so far. Ombudsman: twelve. Interior ministry: five. Coalition: 18.",
            {
                (Measure.KILLED, 12): Role.OTHER,
                (Measure.KILLED, 5): Role.GOVERNMENT,
                (Measure.KILLED, 18): Role.PROTESTERS,
            },
        ),
        (
            "es",
            "El conflicto dejó trece muertos desde el 3 de marzo, según la Defensoría; seis, para el Gobierno.",
            {(Measure.KILLED, 13): Role.OTHER, (Measure.KILLED, 6): Role.GOVERNMENT},
        ),
        (
            "en",
            "The ombudsman counts eleven deaths in the unrest; the government, five.",
            {(Measure.KILLED, 11): Role.OTHER, (Measure.KILLED, 5): Role.GOVERNMENT},
        ),
    ],
)
def test_figures_without_a_noun_count_what_was_counted_before_for_whoever_gives_them(language, text, expected):
    found = speakers_of(text, language)
    assert {key: found.get(key) for key in expected} == expected


def test_of_deaths_and_wounds_told_together_the_next_bare_figure_is_of_deaths():
    text = "Police fired on a rally in Tela on Monday. Doctors say four died and 19 were hurt. Officers say two."
    assert (Measure.KILLED, 2, 2, 2) in said(text, "en")


def test_a_word_of_harm_in_a_name_counts_nobody():
    text = "Police fired on a rally in Tela on Monday. Doctors say four died. Missing Children Yoro says seven."
    assert {claim.measure for claim in claims_of(text, "en")} == {Measure.KILLED}


def test_hours_are_no_crowd():
    text = "The march in Tela on Monday set off at ten and was calm until four, when youths smashed windows."
    assert not [claim for claim in claims_of(text, "en") if claim.best in (4, 10)]


def test_the_age_of_a_person_is_told_from_the_figure_of_a_body():
    assert not claims_of("Rosa M., 19, spoke at Monday's march in Tela.", "en")


def test_harm_told_in_a_sentence_of_its_own_is_of_the_deed_of_two_days():
    text = "Drivers blocked the gates in Tela on Monday and Tuesday. Nine people were hurt."
    assert said(text, "en")[Measure.INJURED, 9, 9, 9].scope is Scope.INCIDENT


def test_a_unions_members_take_part():
    text = "Drivers blocked the gates in Tela on Monday. The union said 800 of its members had parked their lorries."
    assert (Measure.PARTICIPANTS, 800, 800, 800) in said(text, "en")


def test_whoever_was_counted_before_gives_no_figure():
    claims = claims_of(
        "Nueve personas murieron en la protesta de Yoro: cinco civiles, tres policías y un militar.", "es"
    )
    assert len(claims) == 4
    assert all(claim.according_to is None for claim in claims)


def test_to_give_account_of_the_hurt_counts_no_total():
    (claim,) = claims_of("El parte da cuenta de tres agentes con lesiones tras el desalojo del lunes en Yoro.", "es")
    assert (claim.measure, claim.scope, claim.best) == (Measure.INJURED, Scope.INCIDENT, 3)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El informe va de enero a junio. En ese periodo murieron nueve personas en protestas."),
        ("en", "The bulletin is of January to June. In that period nine people were killed in protests."),
    ],
)
def test_the_dead_of_a_period_are_a_toll(language, text):
    (claim,) = [claim for claim in claims_of(text, language) if claim.best == 9]
    assert (claim.scope, claim.report_id) == (Scope.CUMULATIVE, None)


def test_farmers_without_land_who_were_evicted_are_not_nobody():
    assert all(claim.best != 0 for claim in claims_of("Campesinos sin tierra fueron desalojados el lunes.", "es"))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "The Loma Network, which called Monday's vigil in Tela, put attendance at 400.",
            {(Measure.PARTICIPANTS, 400): Role.NGO},
        ),
        (
            "es",
            "Una multitud marchó el lunes en Tela. Fueron 15.000 según la Policía, 90.000 según los gremios.",
            {(Measure.PARTICIPANTS, 15000): Role.POLICE, (Measure.PARTICIPANTS, 90000): Role.UNION},
        ),
        (
            "es",
            "El Conalde contabiliza ya nueve muertos desde el 6 de marzo, contra cuatro que admite el Gobierno.",
            {(Measure.KILLED, 9): Role.OTHER, (Measure.KILLED, 4): Role.GOVERNMENT},
        ),
        (
            "es",
            "El Conalde contó siete fallecidos en el país desde el 6 de marzo. Para el Gobierno son tres.",
            {(Measure.KILLED, 3): Role.GOVERNMENT},
        ),
        (
            "es",
            "«Son siete los heridos del martes en Tela», dijo el sindicato. Añadió que otros nueve fueron detenidos.",
            {(Measure.ARRESTED, 9): Role.UNION},
        ),
    ],
)
def test_who_gives_a_figure_is_found_past_what_stands_between(language, text, expected):
    found = speakers_of(text, language)
    assert {key: found.get(key) for key in expected} == expected


def test_a_figure_raised_by_somebody_is_of_the_deed_just_told():
    text = "La Policía mató el jueves a tres personas en Tela. El comité eleva a seis la cifra."
    assert said(text, "es")[Measure.KILLED, 6, 6, 6].scope is Scope.INCIDENT


def test_a_bare_figure_behind_a_toll_is_a_toll_too():
    text = (
        "Drivers and police clashed in Tela on Monday.\n"
        "The ombudsman now counts eleven deaths in the unrest; the government, five."
    )
    coding = code_reading(read_text(Text("t", text, "en", PUBLISHED)))
    assert [claim.best for claim in coding.toll_claims] == [11, 5]


def test_what_a_toll_lists_on_is_no_deed_of_its_own() -> None:
    text = "The US-backed junta has more than 90 dead on its hands, with thousands injured, imprisoned, and tortured."
    coding = code_reading(read_text(Text("t", text, "en", PUBLISHED)))
    assert coding.reports == ()
    assert Measure.INJURED in {claim.measure for claim in coding.toll_claims}


def _told_figures(text, language="en"):
    return [(claim.measure.value, claim.best or claim.low, claim.scope.value) for claim in claims_of(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "arrested"),
    [
        ("en", "A judge in Tela on Monday released ten of the 18 people arrested on 3 July and remanded four.", [18]),
        ("en", "Police arrested ten of the marchers in Tela on Monday.", [10]),
        ("es", "Una jueza de Tela dictó prisión preventiva contra siete de los 22 detenidos del 3 de julio.", [22]),
        ("es", "La policía detuvo el lunes en Tela a siete de los marchistas.", [7]),
    ],
)
def test_whom_a_court_frees_or_holds_is_not_arrested_anew(language, text, arrested):
    told = [best for measure, best, _ in _told_figures(text, language) if measure == "arrested"]
    assert told == arrested


@pytest.mark.parametrize(
    ("language", "text", "scope"),
    [
        ("en", "The stoppage in Tela is in its 24th day. The diocese puts the dead at six.", "cumulative"),
        ("es", "El paro lleva dieciocho días y cuatro fallecidos, de acuerdo con la diócesis.", "cumulative"),
        ("es", "La diócesis registra cuatro fallecidos y 88 heridos desde el inicio de la protesta.", "cumulative"),
        ("en", "Police fired on a crowd in Tela on Monday. The diocese puts the dead at six.", "incident"),
    ],
)
def test_the_harm_of_a_strike_in_its_ninth_day_is_of_all_its_days(language, text, scope):
    assert {reach for measure, _, reach in _told_figures(text, language) if measure == "killed"} == {scope}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            """Soldiers shot a porter in Tela on Saturday.
            Since the start of the strike until Sunday night, the diocese counted 51 injured and 70 detained.
            In June 2020, a strike of 15 days left seven dead.""",
        ),
        (
            "es",
            """Un soldado hirió el sábado a un cargador en Tela.
            Desde el inicio de la huelga hasta la noche del domingo, la diócesis contaba 51 heridos y 70 detenidos.
            En junio de 2020, una huelga de 15 días terminó con siete muertos.""",
        ),
    ],
)
def test_an_opening_since_the_beginning_reaches_over_all_that_is_counted(language, text):
    told = {best: (measure, reach) for measure, best, reach in _told_figures(text, language)}
    assert told[51] == ("injured", "cumulative")
    assert told[70] == ("arrested", "cumulative")


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Police fired tear gas at a march in Tela on Monday. Medics attended to about 45 people.", "injured"),
        (
            "en",
            "Bakers marched in Tela on Monday. The rally at the hospital was attended by 45 people.",
            "participants",
        ),
        ("es", "Hubo gases en la marcha del lunes en Tela. La Cruz Roja atendió a 45 personas.", "injured"),
        ("es", "Los panaderos marcharon el lunes en Tela. La alcaldesa atendió a 45 personas.", "participants"),
    ],
)
def test_whom_medics_care_for_was_hurt(language, text, told):
    assert [measure for measure, best, _ in _told_figures(text, language) if best == 45] == [told]


def test_a_second_speaker_needs_no_verb():
    text = "Thousands marched in Tela on Monday. City Hall put the crowd at 9,000, organisers at more than 40,000."
    roles = [claim.according_to and claim.according_to.role for claim in claims_of(text, "en")]
    assert roles == [None, Role.GOVERNMENT, Role.PROTESTERS]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "A crowd smashed windows in Tela on Monday. Police took 22 people into custody.", ("arrested", 22)),
        ("es", "Una turba saqueó una tienda en Tela; 27 personas fueron a parar a las celdas.", ("arrested", 27)),
        ("en", "Soldiers fired on a crowd in Tela on Monday. Seven others had bullet wounds.", ("injured", 7)),
        ("en", "The lawyer met 80 detainees in Tela. She said 35 of them bore marks of blows.", ("injured", 35)),
        ("es", "La abogada visitó la cárcel de Tela. Catorce presos presentaban moretones.", ("injured", 14)),
    ],
)
def test_custody_and_wounds_in_other_words_are_counted(language, text, told):
    assert told in [(measure, best) for measure, best, _ in _told_figures(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("es", "En junio de 2022, un paro de 18 días terminó con siete muertos en Oruro.", 7),
        ("en", "The march in Ica on Monday ended with 14 people injured.", 14),
    ],
)
def test_what_a_deed_ended_with_is_said_by_nobody(language, text, number):
    (claim,) = [claim for claim in claims_of(text, language) if claim.best == number]
    assert claim.according_to is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Among the 17 people hurt at Tuesday's march in Tela are two nurses."),
        ("es", "Entre los 17 heridos de la marcha del martes en Tela hay dos enfermeras."),
        ("en", "Police held 17 people at Tuesday's march in Tela; two were freed within hours."),
        ("es", "La policía detuvo a 17 personas el martes en Tela; dos fueron puestas en libertad."),
    ],
)
def test_who_are_among_the_counted_or_freed_are_a_part(language, text):
    found = {claim.best: claim for claim in claims_of(text, language)}
    assert found[2].part_of == found[17].claim_id


def test_whoever_cuts_a_count_gives_it():
    text = "The clinic cut from 31 to 28 the number of people wounded in Monday's shooting in Tela."
    (claim,) = claims_of(text, "en")
    assert (claim.best, claim.according_to and claim.according_to.role) == (28, Role.HEALTH)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Two of the injured, boys of 14 and 16, were hit when police fired on Monday's march in Tela.", [2]),
        (
            "en",
            "Police shot one of the bakers, a woman of 52, at Monday's march in Tela, and wounded a man of 70.",
            [1],
        ),
        ("es", "Los disparos de la policía dejaron heridas a dos mujeres, de 34 y 41, y a un menor de 12.", [2]),
        ("es", "Dos menores de 15 y 17 murieron el lunes por disparos de la policía en Tela.", [2]),
    ],
)
def test_ages_behind_of_count_nobody(language, text, expected):
    harmed = [one for one in claims_of(text, language) if one.measure in {Measure.INJURED, Measure.KILLED}]
    assert [claim.best for claim in harmed if claim.best != 1] == [best for best in expected if best != 1]
    assert harmed


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Dozens would have been hurt had the stage fallen, but for the crew at Tuesday's rally in Tela."),
        ("en", "But for the rain, thousands would have marched in Tela on Tuesday."),
        ("es", "De no ser por la lluvia, miles habrían marchado en Tela el martes."),
        ("es", "Se dictó orden de captura contra dos dirigentes del bloqueo del martes en Tela."),
        ("en", "A judge in Tela granted house arrest to five protesters."),
        ("es", "En el 20 aniversario del incendio, las madres marcharon el martes en Tela."),
        ("en", "A wave of 40 marches swept Chile on Sunday."),
    ],
)
def test_what_would_have_been_warrants_anniversaries_and_deeds_count_nobody(language, text):
    assert not claims_of(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Dos panaderos murieron cuando la policía disparó contra una marcha el lunes en Tela."),
        ("es", "Dos panaderos murieron cuando la policía disparó contra una multitud el lunes en Tela."),
        ("es", "Dos panaderos murieron cuando los soldados dispararon contra un camión el lunes en Tela."),
        ("en", "Two bakers died when soldiers fired on a crowd on Monday in Tela."),
    ],
)
def test_a_crowd_a_deed_and_a_thing_behind_an_article_are_nobody(language, text):
    assert [(claim.measure, claim.best) for claim in claims_of(text, language)] == [(Measure.KILLED, 2)]


def test_one_whose_trade_no_list_has_is_somebody():
    assert [
        claim.best for claim in claims_of("Un vidriero murió el lunes en Tela por disparos de la policía.", "es")
    ] == [1]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        (
            "en",
            "Police fired on a march in Tela on Monday, killing two bakers, nurses and a priest said.",
            "nurses and a priest",
        ),
        (
            "en",
            "A police spokesman said it was calm. He put the number of marchers in Tela at 400.",
            "A police spokesman",
        ),
        ("es", "El alcalde dijo que hubo calma. Cifró en 400 los marchistas del lunes en Tela.", "El alcalde"),
        ("es", "El alcalde condenó los hechos. Según dijo, marcharon 400 personas el lunes en Tela.", "El alcalde"),
        ("es", "La fiscal dijo que hubo calma. También reportó 12 detenidos el lunes en Tela.", "La fiscal"),
    ],
)
def test_all_who_say_it_and_who_goes_on_saying_give_a_figure(language, text, who):
    (claim,) = [claim for claim in claims_of(text, language) if claim.measure is not Measure.BLOCKADES]
    assert claim.according_to is not None
    assert claim.according_to.text == who


def test_who_is_accused_of_a_count_does_not_give_it():
    (claim,) = claims_of("The army was accused of the killing of three bakers in Tela on Monday.", "en")
    assert claim.according_to is None


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("es", "Este año 23 panaderos han sido asesinados y 112 criminalizados en Tela.", [("killed", 23)]),
        ("es", "Tres panaderos murieron y 20 fueron multados el lunes en la marcha de Tela.", [("killed", 3)]),
        (
            "en",
            "Police arrested 45 people at Monday's march in Tela. Three bakers were among those held.",
            [("arrested", 45), ("arrested", 3)],
        ),
        (
            "es",
            "La policía detuvo a 45 personas el lunes en Tela. Tres panaderas figuran entre las detenidas.",
            [("arrested", 45), ("arrested", 3)],
        ),
    ],
)
def test_those_counted_are_told_of_by_what_stands_behind_them(language, text, told):
    assert [(measure, best) for measure, best, _ in _told_figures(text, language)] == told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El cuerpo de un panadero fue hallado el lunes en un canal de Tela."),
        ("en", "The body of a baker was found in a canal of Tela on Monday."),
    ],
)
def test_a_body_that_was_found_is_no_toll(language, text):
    assert claims_of(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [("es", "Murió una panadera en Tela."), ("en", "A baker dies after a fall at the port.")],
)
def test_the_death_of_one_is_no_toll_of_many_days(language, text):
    assert [claim.scope for claim in claims_of(text, language)] == [Scope.INCIDENT]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "A baker, a man of 40, was killed when soldiers fired on Monday in Tela.", 1),
        ("en", "Police said one officer, a 29-year-old corporal, died on Monday in Tela when a bomb hit his van.", 1),
        ("es", "Una panadera, una vecina de 40 años, fue asesinada por la policía el lunes en Tela.", 1),
        ("en", "A baker, a clerk and a guard were killed when soldiers fired on Monday in Tela.", 3),
        ("es", "Un panadero, una enfermera y un guardia murieron por disparos de la policía el lunes en Tela.", 3),
    ],
)
def test_one_person_told_twice_between_commas_is_one(language, text, count):
    killed = [claim.best for claim in claims_of(text, language) if claim.measure is Measure.KILLED]
    assert max(killed) == count
    assert len(killed) == (count + 1 if count > 1 else 1)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Curfew imposed in Tela as death toll climbs to 17."),
        ("en", "Marches went on in Tela on Monday. The death toll from the protests has risen to 17."),
        ("es", "Toque de queda en Tela; la cifra de muertos sube a 17."),
    ],
)
def test_a_toll_that_rises_is_of_no_curfew_and_no_march(language, text):
    (claim,) = [claim for claim in claims_of(text, language) if claim.measure is Measure.KILLED]
    assert (claim.best, claim.scope, claim.report_id) == (17, Scope.CUMULATIVE, None)


def test_a_toll_that_rises_behind_its_attack_is_the_attack_s():
    text = "A bomb exploded at a market in Tela on Monday. The death toll has risen to 17."
    (claim,) = [claim for claim in claims_of(text, "en") if claim.measure is Measure.KILLED]
    assert claim.report_id is not None
