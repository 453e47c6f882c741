import pytest
from hypothesis import given
from hypothesis import strategies as st

from constancia.coding.clauses.parser import parse
from constancia.coding.clauses.syntax import ClauseKind, Parse, Tense
from constancia.read.tokens import tokenize
from constancia.words import fold


def parsed(text: str, language: str = "en") -> Parse:
    return parse(list(tokenize(text, fold(text))), language)


def words(parse_: Parse, group) -> str:
    return " ".join(word.text for word in parse_.words[group.first : group.last + 1])


def test_the_passive_keeps_agent_and_patient_apart():
    found = parsed("Two bakers were beaten by masked guards in Arenal.")
    clause = found.clauses[0]
    assert clause.verb.is_passive
    assert words(found, clause.subject) == "Two bakers"
    assert words(found, clause.agent) == "masked guards"


def test_a_spanish_subject_may_stand_behind_its_verb():
    found = parsed("Ayer marcharon en Tacna los panaderos.", "es")
    assert words(found, found.clauses[0].subject) == "los panaderos"


def test_a_relative_clause_does_not_take_the_subject_of_the_main_one():
    found = parsed("The march that bakers had planned for Friday was banned.")
    main = next(clause for clause in found.clauses if clause.kind is ClauseKind.MAIN)
    assert main.verb.lemma == "ban"
    assert words(found, main.subject) == "The march"


def test_a_reported_clause_has_its_own_subject():
    found = parsed("Police said bakers blocked the road.")
    assert [clause.verb.lemma for clause in found.clauses] == ["say", "block"]
    assert words(found, found.clauses[1].subject) == "bakers"


def test_ir_a_and_will_are_the_future():
    assert parsed("Los panaderos van a marchar.", "es").verbs[0].tense is Tense.FUTURE
    assert parsed("Bakers will march.").verbs[0].tense is Tense.FUTURE


def test_a_negated_verb_is_marked():
    assert parsed("La huelga no empezó.", "es").verbs[0].is_negated
    assert parsed("The strike did not start.").verbs[0].is_negated


def test_capitals_are_read_like_small_letters():
    small, large = parsed("Armed men attacked the village."), parsed("ARMED MEN ATTACKED THE VILLAGE.")
    assert [clause.verb.lemma for clause in small.clauses] == [clause.verb.lemma for clause in large.clauses]


def test_number_tells_subject_from_object_behind_a_spanish_verb():
    found = parsed("Exigen rebaja los panaderos.", "es")
    assert words(found, found.clauses[0].object) == "rebaja"
    assert words(found, found.clauses[0].subject) == "los panaderos"
    assert parsed("Exigen rebaja del pasaje.", "es").clauses[0].subject is None


def test_a_clause_between_commas_leaves_the_subject_to_its_verb():
    found = parsed("Mientras los vecinos dormían, una bomba, puesta por desconocidos, mató a dos panaderos.", "es")
    kill = next(clause for clause in found.clauses if clause.verb.lemma == "matar")
    assert words(found, kill.subject) == "una bomba"


def test_a_clause_of_time_speaks_of_those_whom_its_number_fits():
    found = parsed("La policía golpeó a dos panaderos cuando marchaban.", "es")
    assert words(found, found.clauses[1].subject) == "dos panaderos"
    found = parsed("La policía golpeó a dos panaderos cuando patrullaba.", "es")
    assert words(found, found.clauses[1].subject) == "La policía"


@given(st.text(alphabet="abcdefghij klmnop.,;:'\"?áéñ¿ 0123456789", max_size=120), st.sampled_from(["en", "es"]))
def test_every_word_stands_in_one_clause_and_groups_hold_words(text, language):
    found = parsed(text, language)
    assert len(found.clause_at) == len(found.words)
    assert all(0 <= index < len(found.clauses) for index in found.clause_at)
    for group in (*found.nouns, *found.verbs):
        assert 0 <= group.first <= group.head <= group.last < len(found.words)


def test_after_before_a_noun_with_a_verb_opens_a_clause():
    found = parsed("After Judge Roca was killed, guards searched two houses.")
    assert found.clauses[0].kind is ClauseKind.SUBORDINATE
    assert words(found, found.clauses[0].subject) == "Judge Roca"
    assert parsed("The strike ended after the talks in Ica.").clauses[0].complements[0].preposition == "after"


def test_behind_a_clause_and_its_comma_the_many_of_a_place_have_a_verb_of_their_own():
    found = parsed("As the drought enters its third month, the people of Arenal block the road to the mine.")
    main = next(clause for clause in found.clauses if clause.kind is ClauseKind.MAIN)
    assert (main.verb.lemma, words(found, main.subject)) == ("block", "the people")
    one_clause = parsed("The guards drove off residents of Arenal block by block.")
    assert [clause.verb.lemma for clause in one_clause.clauses] == ["drive"]


def test_what_is_joined_to_a_passive_is_done_to_its_subject_too():
    found = parsed("Two clerks were abducted on Monday and later murdered by masked men near the bridge.")
    assert all(clause.verb.is_passive for clause in found.clauses)
    assert words(found, found.clauses[1].subject) == "Two clerks"
    assert words(found, found.clauses[1].agent) == "masked men"
    goes_on = parsed("Two clerks were freed and thanked the mayor.")
    assert not goes_on.clauses[1].verb.is_passive


def test_who_stands_before_an_insertion_is_the_subject_behind_it():
    found = parsed("The report says Ana Roca and Luis Paz, members of a choir in Tarma, were abducted.")
    assert words(found, found.clauses[1].subject) == "Luis Paz"
    far = parsed("Councillor Ana Roca from Tarma, 40 km north of Ica, was shot.")
    assert words(far, far.clauses[0].subject) == "Councillor Ana Roca"


def test_the_object_of_a_first_gerund_is_no_subject_of_the_verb_behind_it():
    found = parsed("Men suspected of killing a baker were freed.")
    assert words(found, found.clauses[0].object) == "a baker"
    assert words(found, found.clauses[1].subject).startswith("Men")


def test_an_adjective_may_be_who_acted():
    assert parsed("The general survived the attempt.").clauses[0].verb.lemma == "survive"


@pytest.mark.parametrize(
    ("text", "language", "subject"),
    [
        ("Bakers marched near the port, and clerks at schools in Ica and Puno occupied their halls.", "en", "clerks"),
        ("Panaderos marcharon, y los oficinistas de Ica y Puno ocuparon sus salas.", "es", "los oficinistas"),
        ("Bakers marched in Ica and Puno saw two vigils.", "en", "Puno"),
    ],
)
def test_the_last_town_of_a_list_is_not_who_acts(text: str, language: str, subject: str):
    found = parsed(text, language)
    assert words(found, found.clauses[-1].subject) == subject


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Guards raided the bakers' homes in Arenal.", "the bakers' homes"),
        ("Guards beat the bakers’ leader in Arenal.", "the bakers’ leader"),
    ],
)
def test_whose_something_is_stands_in_one_group_with_it(text: str, named: str):
    found = parsed(text)
    group = found.clauses[0].object
    assert text[found.words[group.first].start : found.words[group.last].end] == named


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The march against automatic tolls on Chile's back roads took two hours.", "The march"),
        ("A vigil over excessive charges drew forty people.", "A vigil"),
        ("Man in hospital dies after the march.", "Man"),
    ],
)
def test_what_stands_behind_an_adjective_within_a_phrase_is_a_noun(text: str, subject: str):
    found = parsed(text)
    assert len(found.clauses) == 1
    assert words(found, found.clauses[0].subject) == subject
