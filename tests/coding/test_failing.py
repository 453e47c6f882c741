"""What police failed to do is a report of its own, however it is told; restraint and denials are none."""

import pytest

from constancia.vocabulary import ActorPart, EventType, Role, Status
from tests.coding.telling import reports_of


def failures(text: str, language: str):
    return [
        report
        for report in reports_of(text, language)
        if report.type is EventType.COERCE
        and report.status is Status.NOT_OCCURRED
        and any(actor.role is Role.POLICE and actor.part is ActorPart.ACTOR for actor in report.actors)
    ]


FAILED = {
    "en": """
        Police watched from across the avenue while the bakery was looted.
        The bakery was torched in the presence of police.
        The mob burned three carts in full view of the police.
        The stalls were looted under the very noses of the constables.
        Police made no attempt to halt the looters.
        No policeman was in sight when the shops were burned.
        There were no police anywhere on the road.
        There was not a policeman to be seen in the market.
        Nobody answered at the police control room.
        Police took four hours to reach the hamlet.
        The police came only after everything had been burned.
        Police turned up two hours later.
        Officers turned away the women who sought help, and the police post stayed shut.
        The constables fled when the mob arrived.
        Police abandoned the checkpoint.
        Residents accused the police of inaction.
        The commission criticised the police for not acting in time.
        She accused the police of standing idly by.
        The police were mere spectators.
        The police were caught off guard.
        The police could not prevent the attack.
        We called the police but nobody came.
        Police ignored three warnings about the attack.
        The police did nothing, he said.
        The police let the gang escape.
        Police declined to escort the families.
        Neither the police nor the fire brigade came.
        Police had no answer to the mobs.
        Police shut their doors on the fleeing families.
    """,
    "es": """
        La policía tardó cuatro horas en llegar.
        Los gendarmes huyeron.
        Ningún policía apareció en el barrio.
        No había un solo policía en la plaza.
        El local fue saqueado en presencia de la policía.
        Los vecinos acusaron a la policía de inacción.
        La policía no pudo impedir el ataque.
        La policía fue rebasada por la turba.
        El ataque ocurrió frente a los policías, que no hicieron nada.
        Llamamos a la policía pero nadie vino.
        La policía hizo oídos sordos a las advertencias.
        La policía ignoró las denuncias.
        La policía se quedó de brazos cruzados.
        La policía se mantuvo al margen.
        Los policías dejaron escapar a los agresores.
    """,
}
NOT_FAILED = {
    "en": """
        Police did not name the suspect.
        Police did not say how many had marched.
        Police did not rule out arson.
        Police denied that they had failed to act.
        The minister rejected claims that police stood by.
        The minister said police had not been inactive.
        If police fail to act, the union will march.
        Police would not fail to act, the chief said.
        No police officer was hurt.
        Police were not available for comment.
        Officers arrived within minutes, police said.
        Three people fled from the police.
        The suspects fled before police arrived.
        The mob did not listen to the police.
        Protesters refused to leave when police asked them to.
        Police watched the march from a helicopter.
        Police declined to comment on the fire.
        Police allowed the march.
        Did the police fail to act?
    """,
    "es": """
        La policía no confirmó la cifra.
        La policía no reveló el nombre del sospechoso.
        Ningún policía resultó herido.
        La policía negó haber actuado tarde.
        Los sospechosos huyeron antes de que llegara la policía.
        Si la policía no actúa, los vecinos marcharán.
        Los manifestantes no atendieron el pedido de la policía.
        La policía llegó en pocos minutos.
    """,
}


def _lines(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(language, line.strip()) for language, text in table.items() for line in text.strip().splitlines()]


@pytest.mark.parametrize(("language", "text"), _lines(FAILED))
def test_police_who_did_not_act_failed_to(language, text):
    assert failures(text, language)


@pytest.mark.parametrize(("language", "text"), _lines(NOT_FAILED))
def test_restraint_denial_and_what_others_did_are_no_failure_of_police(language, text):
    assert not failures(text, language)


def test_a_failure_is_no_means_of_the_attack_beside_it():
    reports = reports_of("A mob looted the bakery in the presence of police on Monday.", "en")
    assert {report.status for report in reports} == {Status.OCCURRED, Status.NOT_OCCURRED}


def test_officers_are_police_in_a_text_that_tells_of_police():
    told = "Police came to Ica on Monday. The inspector refused to record the complaint."
    assert failures(told, "en")
    assert not failures("The inspector refused to record the complaint.", "en")
