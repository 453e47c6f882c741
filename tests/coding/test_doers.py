"""Attacks told of: who did them, who is held or sought for them, and who is named beside them and did not."""

import pytest

from constancia.coding import code_reading
from constancia.model import Actor, Text
from constancia.read import read_text
from constancia.vocabulary import ActorPart, Certainty, EventType, Measure, Mode, Role, Status
from tests.coding.telling import PUBLISHED, attack, reports_of


def doers(text: str, language: str = "en") -> list[Actor]:
    return [actor for actor in attack(text, language).actors if actor.part is ActorPart.PERPETRATOR]


def victims(text: str, language: str = "en") -> list[str | None]:
    return [actor.text for actor in attack(text, language).actors if actor.part is ActorPart.VICTIM]


@pytest.mark.parametrize(
    ("text", "victim", "language"),
    [
        ("Baker Luis Ayma, the cousin of a clerk, was found murdered near Tarma on Monday.", "Baker", "en"),
        ("She left the valley, where four nuns were recently murdered near Tarma.", "nuns", "en"),
        ("The nuns murdered in the raid of Monday in Tarma taught children.", "nuns", "en"),
        ("El panadero Luis Ayma fue hallado asesinado el lunes cerca de Tarma.", "panadero", "es"),
        ("Cuatro monjas fueron ayer asesinadas cerca de Tarma.", "monjas", "es"),
    ],
)
def test_who_was_killed_killed_nobody(text: str, victim: str, language: str) -> None:
    assert doers(text, language) == []
    assert any(victim in (each or "") for each in victims(text, language))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The kidnapping of two bakers in Tarma on Monday was condemned by leaders of the port.", "en"),
        ("The attack on the bakers in Tarma on Monday came shortly before a speech by the prefect.", "en"),
        ("The murder of two bakers in Tarma on Monday, as told by Judge Ana Roca, shook the port.", "en"),
        ("Police sources reported four bombings in Tarma on Monday.", "en"),
        ("The Fisheries Ministry reported on a series of attacks on bakers in Tarma on Monday.", "en"),
        ("Colonel Roca's silence about the attack on the bakers in Tarma on Monday is odd.", "en"),
        ("The only witness to the murder of two bakers in Tarma on Monday is abroad.", "en"),
        ("The mayor said that the army told him of a plot to kill him in Tarma on Monday.", "en"),
        (
            "The bishop accused the army of hiding the only witness of the murder of two bakers in Tarma on Monday.",
            "en",
        ),
        ("A ferry with 80 people on board exploded near Tarma on Monday.", "en"),
        ("The same day, they found the wife of a baker in Tarma and they killed her on Monday.", "en"),
        ("El secuestro de dos panaderos el lunes en Tarma fue condenado por dirigentes del puerto.", "es"),
        ("El obispo acusó al ejército de ocultar al testigo del asesinato de dos panaderos el lunes en Tarma.", "es"),
        ("Fuentes policiales informaron de cuatro atentados con bomba el lunes en Tarma.", "es"),
    ],
)
def test_who_tells_of_an_attack_or_suffers_it_did_not_do_it(text: str, language: str) -> None:
    assert doers(text, language) == []


@pytest.mark.parametrize(
    ("text", "doer", "language"),
    [
        ("Four guards, held on suspicion of a part in the murder of two bakers, were fed.", "guards", "en"),
        ("The court heard of the arrest of four guards linked with the murder of two bakers.", "guards", "en"),
        ("Three guards went on trial for the murder of two bakers.", "guards", "en"),
        (
            "Cuatro marinos fueron detenidos por su presunta participación en el asesinato de dos panaderos.",
            "marinos",
            "es",
        ),
        ("El capitán Juan Roca, implicado en el asesinato de dos panaderos, dejó su cargo.", "Juan Roca", "es"),
    ],
)
def test_who_is_held_for_an_attack_is_its_doer_unconfirmed(text: str, doer: str, language: str) -> None:
    found = [actor for actor in doers(text, language) if doer in (actor.text or "")]
    assert [actor.certainty for actor in found] == [Certainty.UNCONFIRMED]


def test_suspects_are_called_by_the_names_that_follow() -> None:
    text = (
        "Police arrested two men suspected of the murder of the baker Luis Ayma in Tarma on Monday. "
        "The suspects were identified as Juan Roca and Pedro Soto Lima."
    )
    named = {actor.name: actor.certainty for actor in doers(text) if actor.name is not None}
    assert named == {"Juan Roca": Certainty.UNCONFIRMED, "Pedro Soto Lima": Certainty.UNCONFIRMED}


def test_the_town_that_a_story_comes_from_does_nothing() -> None:
    text = "TARMA, 3 Jul (Wire) -- Four guards, including a corporal, killed the baker Luis Ayma on Monday."
    assert [actor.text for actor in doers(text)] == ["Four guards"]


@pytest.mark.parametrize(
    ("text", "doer", "language"),
    [
        ("A bomb hurt two bakers in Tarma on Monday, and the papers blamed the blast on rebels.", "rebels", "en"),
        (
            "The navy acknowledged responsibility for the death of two bakers in an attack in Tarma on Monday.",
            "navy",
            "en",
        ),
        (
            "A blast hurt two bakers in Tarma on Monday. A right-wing group claimed responsibility for it.",
            "group",
            "en",
        ),
        ("Four armed men, who posed as inspectors, kidnapped two bakers in Tarma on Monday.", "men", "en"),
        ("Rebels, disguised as guards, kidnapped two bakers in Tarma on Monday.", "Rebels", "en"),
    ],
)
def test_whoever_claims_it_is_blamed_or_plays_a_part_did_it(text: str, doer: str, language: str) -> None:
    assert [actor.text for actor in doers(text, language) if doer in (actor.text or "")]
    assert all(doer not in (victim or "") for victim in victims(text, language))
    assert len(doers(text, language)) == 1


def test_an_attack_killed_and_not_those_whom_it_was_on() -> None:
    text = "The prefect spoke of attacks on a union and a school in Tarma on Monday, which killed nine people."
    assert doers(text) == []


def test_who_is_dead_after_a_shooting_is_its_victim() -> None:
    text = "A teacher is dead after a shooting near the bridge in Tarma on Monday."
    assert doers(text) == []
    assert any("teacher" in (each or "") for each in victims(text))


def test_a_murder_is_no_offensive() -> None:
    found = reports_of(
        "The senator Luis Ayma was assassinated in Tarma on Monday. The army launched an offensive in Yoro on Monday."
    )
    assert len([report for report in found if report.type == "ASSAULT"]) == 2


def test_members_are_of_the_body_whose_front_is_named() -> None:
    (doer,) = doers("Two bakers were killed in Tarma on Monday by alleged members of the Fifth Front of the FARC.")
    assert "FARC" in f"{doer.organisation} {doer.text}"


@pytest.mark.parametrize(
    ("text", "effect", "number"),
    [
        ("Rebels attacked the headquarters of the port in Tarma on Monday, causing heavy damage.", "damaged", 1),
        ("Rebels attacked the mayor's house in Tarma on Monday without causing any damage.", "none", 1),
        ("Rebels blew up a dozen buses in Tarma on Monday.", "destroyed", 12),
    ],
)
def test_what_an_attack_did_to_things_is_told_beside_it(text: str, effect: str, number: int) -> None:
    (thing,) = attack(text).objects
    assert thing.effect is not None
    assert (thing.effect.value, thing.number) == (effect, number)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The prosecutor launched an inquiry into the killing of two bakers in Tarma."),
        ("en", "The governor announced a review of the beating of a clerk in Tarma."),
        ("en", "The dean carried out a study of the torture of prisoners in Tarma."),
        ("es", "Sindicato denuncia represión en Tarma: 14 heridos"),
        ("es", "ONG condena tortura a 12 presos en Tarma"),
        ("es", "La comisión realizó una audiencia sobre el asesinato de dos panaderos en Tarma."),
    ],
)
def test_who_looks_into_an_attack_or_denounces_it_did_not_do_it(language: str, text: str) -> None:
    found = [actor for report in reports_of(text, language) for actor in report.actors]
    assert [actor.text for actor in found if actor.part is ActorPart.PERPETRATOR] == []


def test_who_refuses_to_come_is_no_protester() -> None:
    (march,) = [report for report in reports_of("The guild refused to join the march in Tarma.") if report.form]
    assert not march.actors


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("es", "Un tribunal condenó a 15 años a dos policías por matar a un panadero en Tarma.", ["police"]),
        ("es", "Los vecinos acusaron a la policía de disparar contra la multitud en Tarma.", ["police"]),
        ("es", "El alcalde acusó a los policías de golpear a un panadero y matar a su hijo en Tarma.", ["police"]),
        ("en", "Officers opened fire when marchers tried to storm the hall in Tarma, killing four.", ["police"]),
        ("es", "Los agentes abrieron fuego cuando los marchistas avanzaron en Tarma y mataron a dos.", ["police"]),
        ("es", "Los vecinos huyeron cuando los rebeldes entraron en Tarma y mataron a dos.", ["armed-group"]),
    ],
)
def test_who_is_blamed_or_strikes_did_it_and_not_who_blames_or_marches(
    language: str, text: str, wanted: list[str]
) -> None:
    found = {
        actor.role.value
        for report in reports_of(text, language)
        for actor in report.actors
        if actor.part is ActorPart.PERPETRATOR
    }
    assert found == set(wanted)


def test_what_people_accuse_each_other_of_is_unconfirmed_and_no_matter_of_a_court() -> None:
    (doer,) = doers("Residents accused soldiers of shooting two bakers in Tarma.")
    assert doer.certainty is Certainty.UNCONFIRMED
    assert attack("Residents accused soldiers of shooting two bakers in Tarma.").status.value == "occurred"
    assert attack("Prosecutors accused soldiers of shooting two bakers in Tarma.").status.value == "legal"


def test_what_was_done_to_a_protester_is_not_what_the_protest_was() -> None:
    found = reports_of("Thousands attended the burial of a protester killed by police in Tarma.")
    assert [report.actors for report in found if report.type == "PROTEST"] == [()]


@pytest.mark.parametrize(
    ("language", "text", "part"),
    [
        ("en", "Police break up bakers' march in Tarma", {}),
        ("en", "Officer shot at protest in Tarma", {"Officer": "victim"}),
        ("es", "Policía herido de bala en protesta en Tarma", {"Policía": "victim"}),
        ("en", "Five teachers remanded in custody in Tarma", {"teachers": "recipient"}),
        ("en", "Soldier jailed 20 years for fraud in Tarma", {"Soldier": "recipient"}),
        ("en", "Family demands justice for youth killed in Tarma", {"youth": "victim"}),
    ],
)
def test_headlines_leave_no_doubt_of_who_did_what_to_whom(language: str, text: str, part: dict[str, str]) -> None:
    reports = [report for report in reports_of(text, language) if report.type != "REQUEST"]
    assert all(not report.actors for report in reports if report.type == "PROTEST")
    actors = [actor for report in reports for actor in report.actors]
    assert {who: actor.part.value for who in part for actor in actors if who in (actor.text or "")} == part


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mother of a baker shot dead by police said her son was on his way home in Tarma."),
        ("es", "La madre de un panadero baleado por la policía dijo que su hijo volvía a casa en Tarma."),
        ("en", "The mayor promised to compensate families of the 15 bakers killed in Tarma."),
    ],
)
def test_kin_of_those_who_were_hurt_neither_did_nor_suffered_it(language: str, text: str) -> None:
    attacks = [report for report in reports_of(text, language) if report.type == "ASSAULT"]
    assert attacks
    actors = [actor for report in attacks for actor in report.actors]
    named = " ".join(actor.text or "" for actor in actors)
    assert not {"mother", "madre", "families"}.intersection(named.split())


def test_who_helps_after_clashes_is_not_in_them() -> None:
    found = reports_of("The Red Cross took 14 wounded to hospital after the clashes in Tarma.")
    assert [report.actors for report in found if report.type == "PROTEST"] == [()]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Catorce personas fueron a parar a las celdas en Comayagua."),
        ("es", "Doce panaderos acabaron en el calabozo en Tarija."),
        ("en", "Three bakers ended up behind bars in Kisumu."),
        ("en", "Nine bakers spent the night in police cells in Ndola."),
    ],
)
def test_who_ends_up_in_a_cell_took_nobody(language, text):
    (report,) = reports_of(text, language)
    assert (report.type, report.mode) == (EventType.COERCE, Mode.ARREST)
    assert [actor.part for actor in report.actors if actor.role is not Role.POLICE] == [ActorPart.RECIPIENT]
    assert [claim.measure for claim in report.claims] == [Measure.ARRESTED]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "Students looted shops in Kumasi, leading to 14 arrests.", 14),
        ("en", "The rally in Lusaka ended with six arrests.", 6),
        ("es", "Unos encapuchados saquearon un almacén en Tarija y hubo 40 detenidos.", 40),
    ],
)
def test_the_crowd_at_whose_protest_arrests_were_made_made_none(language, text, count):
    (arrests,) = [each for each in reports_of(text, language) if each.mode is Mode.ARREST]
    assert arrests.status is Status.OCCURRED
    assert [(actor.part, actor.role) for actor in arrests.actors] == [(ActorPart.ACTOR, Role.POLICE)]
    assert [(claim.measure, claim.best) for claim in arrests.claims] == [(Measure.ARRESTED, count)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The sister of Kofi Mensah, murdered on 5 March in Kumasi, remains in shock."),
        ("es", "La hermana de Kofi Mensah, asesinado el 5 de marzo en Trujillo, sigue sin respuestas."),
    ],
)
def test_whose_sister_mourns_was_killed_and_killed_nobody(language, text):
    assert victims(text, language) == ["Kofi Mensah"]
    assert doers(text, language) == []


def test_who_was_hit_and_shot_three_times_shot_nobody():
    reports = reports_of("A reporter was hit on both knees by a rubber pellet and shot three times in the back.", "en")
    assert reports
    assert not [
        each for report in reports for each in report.actors if each.role is Role.PRESS and each.part != "victim"
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They have the blood of over 60 farmers on their hands, a speaker said at the rally in Boston."),
        ("en", "A clerk told the rally in Boston that they carry the blood of over 60 farmers."),
        ("es", "Tienen las manos manchadas con la sangre de más de 60 peones, dijo un orador en el mitin de Madrid."),
        ("es", "Una oradora dijo en el mitin de Madrid que cargan con la sangre de más de 60 peones."),
    ],
)
def test_whose_blood_is_on_their_hands_did_not_rally(language, text):
    coding = code_reading(read_text(Text("t", text, language=language, published=PUBLISHED)))
    assert [(claim.measure, claim.low) for claim in coding.toll_claims] == [(Measure.KILLED, 61)]
    assert not [claim for report in coding.reports for claim in report.claims]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A protest in front of the Supreme Court on Monday drew 300 people."),
        ("en", "A vigil at the gates of the ministry on Monday drew 40 people."),
        ("es", "Una protesta en las afueras de la Corte Suprema reunió el lunes a 300 personas."),
        ("es", "Un mitin en el patio de la Fiscalía terminó el lunes."),
    ],
)
def test_before_whose_doors_people_protest_does_not_protest(language: str, text: str) -> None:
    (report,) = reports_of(text, language)
    assert report.type is EventType.PROTEST
    assert not report.actors


def test_who_protests_may_be_named_behind_where() -> None:
    (report,) = reports_of("A march in Lima of the teachers' union drew 300 on Monday.", "en")
    assert [actor.text for actor in report.actors] == ["teachers' union"]


@pytest.mark.parametrize(
    "text",
    [
        "Los estudiantes se unieron a la marcha el lunes en Quito.",
        "Los peones secundaron el bloqueo el lunes en Tena.",
        "Decenas de vecinos se sumaron a un plantón en las puertas del ministerio.",
    ],
)
def test_who_joins_a_protest_is_in_it(text: str) -> None:
    (report,) = reports_of(text, "es")
    assert (report.type, report.status) == (EventType.PROTEST, Status.OCCURRED)
    assert [actor.part for actor in report.actors] == [ActorPart.ACTOR]
