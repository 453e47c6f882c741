"""What was cleared with dead is force against people, with its toll; a toll told of two deeds is of its cause alone."""

import pytest

from constancia.vocabulary import ActorPart, EventType, Measure, Mode, Role, Status
from tests.coding.telling import of, reports_of


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "Police cleared a road blocked by weavers in Embu on Monday, leaving two dead.", 2),
        ("en", "The operation to clear the camp in Lira on Monday left four dead.", 4),
        ("en", "The bid to evict the squatters in Gulu on Monday left three dead.", 3),
        ("es", "El operativo para despejar la vía en Desaguadero dejó cuatro muertos el lunes.", 4),
        ("es", "Dos obreros fallecieron el lunes en Tarija durante el desalojo de una fábrica ocupada.", 2),
        ("es", "Mueren tres caleros al desbloquear la ruta en Sacaba.", 3),
    ],
)
def test_a_clearing_that_killed_is_force_with_its_dead(language, text, count):
    force = of(reports_of(text, language), EventType.ASSAULT)
    assert force.status is Status.OCCURRED
    assert [(claim.measure, claim.best) for claim in force.claims] == [(Measure.KILLED, count)]


def test_a_clearing_that_hurt_nobody_or_is_planned_is_none():
    assert not [
        each for each in reports_of("Police cleared a road in Embu on Monday.") if each.type is EventType.ASSAULT
    ]
    (planned,) = [each for each in reports_of("Police to clear camp in Lira on Monday.") if each.mode is Mode.RESTRICT]
    assert planned.status is Status.PLANNED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "es",
            "Un estudiante perdió la vida el jueves en Otavalo durante el desalojo de un puente tomado por regantes.",
        ),
        ("en", "The eviction on Monday in Kano of a factory occupied by weavers left two dead."),
        ("es", "Mueren tres caleros al desalojar la toma en Sacaba."),
    ],
)
def test_whom_a_clearing_drives_off_or_kills_did_not_clear(language, text):
    force = of(reports_of(text, language), EventType.ASSAULT)
    doers = [actor for actor in force.actors if actor.part in (ActorPart.ACTOR, ActorPart.PERPETRATOR)]
    assert doers == []


def test_who_cleared_with_dead_is_the_perpetrator():
    force = of(reports_of("Two dead as police clear road block in Mbale."), EventType.ASSAULT)
    assert [(actor.part, actor.role) for actor in force.actors] == [(ActorPart.PERPETRATOR, Role.POLICE)]


def _killed(reports):
    return {each.type: [claim.best for claim in each.claims if claim.measure is Measure.KILLED] for each in reports}


def test_the_toll_of_a_headline_is_of_the_force_that_the_text_tells():
    title = "Dos arroceros muertos en choque con la policía en Aguachica"
    body = "Dos arroceros murieron baleados el lunes en Aguachica cuando la policía despejó una vía."
    found = _killed(reports_of(f"{title}\n\n{body}", "es", len(title)))
    assert found.pop(EventType.ASSAULT) == [2, 2]
    assert not any(found.values())


def test_a_headline_that_seems_to_count_a_crisis_counts_what_the_text_tells():
    title = "Three killed in crackdown on protest in Kisumu"
    body = "Three people were shot dead on Monday in Kisumu when police broke up a march."
    (force,) = [each for each in reports_of(f"{title}\n\n{body}", title_end=len(title)) if each.mode is Mode.FIREARMS]
    assert [claim.best for claim in force.claims] == [3, 3]


def test_a_headline_on_another_number_keeps_its_own_deed():
    title = "March in Kisumu leaves seven hurt"
    body = "Four people were hurt on Monday in Kisumu when masked men attacked a bank."
    found = reports_of(f"{title}\n\n{body}", title_end=len(title))
    assert [claim.best for each in found if each.type is EventType.ASSAULT for claim in each.claims] == [4]


def test_the_dead_of_a_region_are_of_the_shooting_in_a_town_there():
    text = (
        "At least three people died on Friday when security forces fired on protesters manning a road block in "
        "eastern Uganda, residents said.\n\nThe shooting took place on Friday in Mbale."
    )
    reports = reports_of(text)
    assert [claim.low for claim in of(reports, EventType.ASSAULT).claims] == [3]
    assert of(reports, EventType.PROTEST).claims == ()
