"""Figures that are parts of what an earlier sentence counts hang on it, with its reach, report and speaker."""

import pytest

from constancia.vocabulary import Measure, Role, Scope
from tests.coding.telling import claims_of


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("es", "El comité Yaro Libre cuenta 58 muertos desde enero. De los fallecidos, 46 eran civiles.", [46]),
        ("es", "El comité Yaro Libre cuenta 58 muertos desde enero. Entre los muertos hay 22 menores.", [22]),
        ("en", "The Yaro committee has counted 58 dead since January. Of the dead, four were minors.", [4]),
        ("en", "The Yaro committee has counted 58 dead since January. Nine of them were children.", [9]),
    ],
)
def test_a_part_of_a_toll_told_a_sentence_later_is_of_the_toll(language: str, text: str, parts: list[int]):
    whole, *rest = claims_of(text, language)
    assert [claim.best for claim in rest] == parts
    assert all(claim.part_of == whole.claim_id for claim in rest)
    assert {(claim.measure, claim.scope, claim.report_id) for claim in rest} == {
        (Measure.KILLED, Scope.CUMULATIVE, None)
    }
    assert all(claim.according_to == whole.according_to for claim in rest)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nineteen people were hurt at a march in Kisumu on Monday. Five are in critical condition."),
        (
            "es",
            "Diecinueve personas resultaron heridas el lunes en Tarija en una marcha. Cinco siguen en estado grave.",
        ),
    ],
)
def test_the_state_of_some_of_the_hurt_is_of_those_hurt(language: str, text: str):
    whole, part = claims_of(text, language)
    assert (part.best, part.measure, part.part_of) == (5, Measure.INJURED, whole.claim_id)


def test_a_figure_of_another_kind_is_no_part():
    text = "Nineteen people were hurt at a march in Kisumu on Monday. Police arrested 12 of the marchers."
    assert [claim.part_of for claim in claims_of(text, "en")] == [None, None]


def test_a_larger_figure_is_no_part():
    text = "Nine people were hurt at a march in Kisumu on Monday. Of the injured, 40 were nurses."
    assert all(claim.part_of is None for claim in claims_of(text, "en"))


def test_a_body_named_for_health_gives_the_parts_too():
    text = "El Hospital de Tarija contó 17 heridos en la marcha del lunes. Dos de ellos son menores."
    assert [claim.according_to.role for claim in claims_of(text, "es") if claim.according_to] == [Role.HEALTH] * 2


def test_the_new_value_of_a_count_is_the_count_and_no_range():
    for language, text in (
        ("en", "The number of wounded in Saturday's shooting in Yaro was revised up from 31 to 44, doctors said."),
        ("es", "La cifra de heridos del tiroteo del sábado en Tela pasó de 31 a 44, informó el hospital."),
    ):
        assert [(claim.low, claim.best) for claim in claims_of(text, language)] == [(44, 44)]


def test_people_named_in_a_row_with_their_ages_are_told_together():
    text = "Rosa Gil, de 24 años; Luis Paz, de 31, y Elías Roa murieron el martes en Tela en un tiroteo."
    claims = claims_of(text, "es")
    assert sorted(claim.best or 0 for claim in claims) == [1, 1, 1, 3]
    whole = next(claim for claim in claims if claim.best == 3)
    assert {claim.part_of for claim in claims} == {None, whole.claim_id}


def test_whoever_speaks_of_their_own_people_gives_the_figure():
    text = '"Our volunteers have treated 41 people at the march," said Father Juma Banda of the Yaro diocese on Monday.'
    (claim,) = claims_of(text, "en")
    assert claim.according_to is not None
    assert claim.according_to.role is Role.CLERGY


def test_what_was_lost_counts_nobody():
    text = "Los bloqueos en Tela dejan pérdidas por 80 millones, según los empresarios."
    assert claims_of(text, "es") == []


def test_a_count_raised_of_a_repression_that_is_only_named_is_a_toll():
    (claim,) = claims_of("El comité Yaro Libre elevó a 351 la cifra de muertos por la represión en Honduras.", "es")
    assert (claim.scope, claim.report_id) == (Scope.CUMULATIVE, None)


def test_the_last_hours_are_a_window():
    text = "In the last 24 hours alone, 38 people were arrested in Nairobi, the guild said."
    assert [claim.scope for claim in claims_of(text, "en")] == [Scope.WINDOW]
