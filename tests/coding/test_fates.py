"""What befell one person is told in many ways without a count, and persons told one by one are of their number."""

import pytest

from constancia.model import Claim
from constancia.vocabulary import EventType, Measure, Scope
from tests.coding.telling import reports_of


def harm(text: str, language: str = "en") -> list[Claim]:
    return [
        claim
        for report in reports_of(text, language)
        for claim in report.claims
        if claim.measure in (Measure.KILLED, Measure.INJURED)
    ]


def counted(text: str, language: str = "en") -> list[tuple[str, int | None]]:
    return [(claim.measure.value, claim.best) for claim in harm(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Gunmen opened fire on the bakery on Monday. The owner was pronounced dead there."),
        ("en", "A gunman opened fire at the bakery on Monday. The baker's son later died."),
        ("en", "Two bakers were charged in the fatal shooting of an Ambleton girl of 15 on Monday."),
        ("es", "Unos pistoleros abrieron fuego en una panadería de Ica el lunes. El joven fue hallado sin vida."),
    ],
)
def test_a_death_that_no_count_tells_is_one(language, text):
    assert counted(text, language) == [("killed", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "A gunman opened fire on the bakery on Monday. The baker did not die.",
        "A gunman opened fire on the bakery on Monday. He could have been killed.",
        "A gunman opened fire on the bakery on Monday. Both bakers' deaths were feared.",
    ],
)
def test_a_death_denied_feared_or_of_several_is_not_one(text):
    assert ("killed", 1) not in counted(text)


def test_a_death_told_in_passing_adds_nothing_to_a_count():
    text = "Gunmen shot dead three bakers in Ambleton on Monday. The baker's son died in Ambleton, too."
    assert counted(text) == [("killed", 3)]


def test_who_was_hit_and_died_is_not_hurt_but_another_is():
    assert counted("A man was shot in Ambleton on Monday. He died in hospital.") == [("killed", 1)]
    told = counted("A man was shot dead in Ambleton on Monday. Another man was also shot.")
    assert sorted(told) == [("injured", 1), ("killed", 1)]


def test_an_attack_on_somebody_unnamed_is_one():
    assert counted("The boy was at home when he was shot. He died on Monday.") == [("killed", 1)]


def test_groups_that_add_up_to_a_number_are_its_parts():
    claims = harm("Five bakers were wounded in a shooting on Monday. Police said two men and three women were wounded.")
    whole = next(claim for claim in claims if claim.best == 5)
    assert {claim.best: claim.part_of for claim in claims} == {5: None, 2: whole.claim_id, 3: whole.claim_id}


def test_the_number_hit_is_no_number_of_injured_where_both_fates_are_told():
    text = "Three people were shot in Ambleton on Monday. The shooting left one man dead and two people injured."
    assert sorted(counted(text)) == [("injured", 2), ("killed", 1)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Gunmen opened fire on the bakery in Ambleton on Monday. Both bakers were killed."),
        ("es", "Unos pistoleros abrieron fuego en una panadería de Ica el lunes. Ambos jóvenes murieron."),
    ],
)
def test_both_are_two(language, text):
    assert counted(text, language) == [("killed", 2)]


@pytest.mark.parametrize(
    "rest",
    [
        "No other injuries were reported.",
        "There were no serious injuries.",
        "No one else was hurt.",
        "She is 16, he said, and was hurt by glass.",
    ],
)
def test_none_beside_those_told_of_and_ages_count_nobody(rest):
    assert counted(f"A gunman shot three bakers dead in Ambleton on Monday. {rest}") in (
        [("killed", 3)],
        [("killed", 3), ("injured", 1)],
    )


def test_nobody_hurt_is_zero():
    assert ("injured", 0) in counted("A gunman opened fire on the bakery in Ambleton on Monday. No one was hurt.")


def test_one_attack_of_a_weekend_is_an_incident_and_its_shootings_are_a_window():
    one = harm("A baker was shot dead in Ambleton over the weekend.")
    many = harm("Shootings in Ambleton over the weekend left nine bakers dead.")
    assert {claim.scope for claim in one} == {Scope.INCIDENT}
    assert {claim.scope for claim in many} == {Scope.WINDOW}


def test_the_wounded_of_an_attack_are_not_of_the_charge_for_it():
    reports = reports_of("A baker was charged with assault in Ambleton on Monday after he shot the officer.")
    homes = {report.type for report in reports for claim in report.claims if claim.measure is Measure.INJURED}
    assert homes == {EventType.ASSAULT}


def test_arrests_that_were_not_made_hurt_nobody():
    reports = reports_of("Two bakers died in a shooting in Ambleton on Monday. No arrests have been made.")
    assert [report.type for report in reports if report.claims] == [EventType.ASSAULT]


def test_a_number_that_is_dialled_counts_nobody():
    text = "A gunman opened fire on the bakery in Ambleton on Monday. He shot and wounded a baker, who called 911."
    assert ("injured", 911) not in counted(text)


@pytest.mark.parametrize(
    ("language", "text", "measure", "number"),
    [
        ("en", "A mother, a father and their daughter were shot dead in Ica on Monday.", Measure.KILLED, 3),
        ("es", "Un hombre y una mujer resultaron heridos de bala el lunes en Tacna.", Measure.INJURED, 2),
    ],
)
def test_people_listed_under_one_verb_are_so_many_and_each_a_part(language, text, measure, number):
    claims = [claim for claim in harm(text, language) if claim.measure is measure]
    whole = next((claim for claim in claims if claim.best == number), None)
    assert whole is not None
    assert whole.part_of is None
    assert {claim.part_of for claim in claims if claim is not whole} <= {whole.claim_id}


def test_people_who_met_with_two_fates_are_not_one_number():
    assert sorted(counted("Un joven fue asesinado a tiros y otro quedó herido el lunes en Tacna.", "es")) == [
        ("injured", 1),
        ("killed", 1),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A clerk died and another was hurt when guns went off at a dance in Ica on Monday.",
        "A shooting in Ica on Monday left one person dead and one in critical condition.",
    ],
)
def test_another_is_one_more_by_what_is_told_behind(text):
    assert sorted(set(counted(text))) == [("injured", 1), ("killed", 1)]


def test_he_who_shot_another_boy_shot_nobody_else():
    text = "A nephew of the baker was held because he shot another boy by accident in Ica on Monday, killing him."
    assert counted(text) == [("killed", 1)]


@pytest.mark.parametrize(
    "rest",
    [
        "The children, ages 8, 10, 14 and 15, were hurt.",
        "The dispute was over $10, and the wounded man called for help.",
        "The wounded were treated at 709 Elm Street.",
        "He was wounded with a 9 mm pistol on Hwy. 550.",
        "He is charged with 3 counts of attempted murder and of wounding the clerks.",
        "A woman in her 30's wounded her hand.",
        "The baker, 51, and her nieces, 12 and 15, were hurt.",
        "Photo 2 of 9 shows the wounded.",
        "The clerk was shot five times, once in the arm and one in the head, and was wounded.",
        "Two other children were at home but were not injured.",
        "He got his father's gun before he was wounded.",
    ],
)
def test_ages_prices_addresses_pages_charges_and_the_unhurt_count_nobody(rest):
    told = counted("Gunmen shot and wounded a clerk in Ambleton on Monday. " + rest)
    assert {best for _, best in told} <= {0, 1}


def test_a_part_is_never_of_a_whole_that_is_no_claim():
    claims = harm("Cinco personas fueron baleadas el lunes en Tacna: dos murieron y tres están hospitalizadas.", "es")
    known = {claim.claim_id for claim in claims}
    assert {claim.part_of for claim in claims} <= known | {None}


def test_the_dead_of_a_year_are_not_of_the_shooting():
    text = "A clerk was killed in a shooting in Ambleton on Monday. The city recorded 305 homicides this year, he said."
    assert ("killed", 305) not in counted(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A clerk killed his wife before turning the gun on himself in Ica on Monday."),
        ("en", "Police say a clerk killed his wife and then himself in Ica on Monday."),
        ("es", "Un panadero mató a su esposa y luego se suicidó el lunes en Tacna."),
    ],
)
def test_who_died_by_their_own_hand_is_one_more(language, text):
    assert ("killed", 2) in counted(text, language)


def test_one_fatally_is_one_killed():
    assert ("killed", 1) in counted("Four clerks were shot, one fatally, in Ica on Monday.")


def test_who_is_hit_by_a_bullet_is_hurt():
    assert counted("A baker was grazed by a bullet in Ica on Monday.") == [("injured", 1)]


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        ("en", "Eleven bakers, including three guards and two nurses, were shot dead in Ica on Monday.", [11, 3, 2]),
        ("en", "Nine bakers, among them two constables and a nun, were killed in Ica on Monday.", [9, 2, 1]),
        (
            "en",
            "Some bakers met in Ica. Nine, including two guards, three nuns and a boy, were killed on Monday.",
            [9, 2, 3, 1],
        ),
        (
            "es",
            "Once panaderos, entre ellos tres guardias y dos monjas, fueron asesinados el lunes en Ica.",
            [11, 3, 2],
        ),
    ],
)
def test_a_verb_behind_several_parts_is_of_their_whole(language, text, figures):
    assert counted(text, language) == [("killed", figure) for figure in figures]


def test_a_verb_behind_parts_is_not_of_a_whole_that_has_its_own():
    text = "Some 800 bakers marched in Ica on Monday, including 40 nuns, and two clerks were hurt."
    assert counted(text) == [("injured", 2)]
