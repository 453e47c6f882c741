"""Rows of several lists are linked by person: however clerks write a name, and never two persons of one family."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constancia.errors import InputError, LexiconError, UsageError
from constancia.estimate import LinkedLists, Person, check_lists, link_persons, matrix_lines, overlaps_of, read_list
from constancia.estimate.rules import rules_from

DAY = "2031-04-02"


def linked(*rows: tuple[str, str, str | None, str | None, int | None]) -> LinkedLists:
    lists: dict[str, list[Person]] = {}
    for line, (list_name, *said) in enumerate(rows, start=2):
        lists.setdefault(list_name, []).append(Person(list_name, line, *said))
    return link_persons(list(lists.items()))


def are_linked(one: tuple, other: tuple) -> bool:
    return len(linked(("a", *one), ("b", *other)).individuals) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José Peña Vásquez", "JOSE PENA VASQUEZ"),
        ("Condori Ticona, Rufina", "Rufina Condori Ticona"),
        ("Juan Carlos de la Cruz Soto", "Juan Cruz Soto"),
        ("Ramiro Quispe Huaman", "Ramiro Quizpe Guamán"),
        ("Ma. Elena Rojas", "María Elena Rojas"),
        ("J. Vega Luna", "Jacinto Vega Luna"),
        ("Dr. Emilio Rivas Salas", "Emilio Rivas"),
        ("Delia Mamani viuda de Torres", "Delia Mamani Torres"),
        ('Hugo "El Gato" Salas Rey', "Hugo Salas Rey"),
        ("Nilda Torme Rojas", "Nilda Torne Rojas"),
        ("Catherine O'Dowd", "Katherine O'Dowd"),
        ("Mary-Ann Fletcher", "Mary Ann Fletcher"),
        ("Thelma Hutchinson", "Thelma Hutchison"),
    ],
)
def test_one_name_written_two_ways_is_one_person_where_day_and_place_agree(one: str, other: str) -> None:
    assert are_linked((one, DAY, "Villa Serena", 31), (other, DAY, "Villa Serena", 31))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Ana Quispe Mamani", DAY, "Villa Serena", 22), ("Juan Quispe Mamani", DAY, "Villa Serena", 22)),
        (("Luz Rey Soto", DAY, "Villa Serena", 22), ("Luis Rey Soto", DAY, "Villa Serena", 22)),
        (("Elsa Rivas", DAY, "Villa Serena", 40), ("Elsa Rivera", DAY, "Villa Serena", 40)),
        (("Claudio Paredes Lima", DAY, "Villa Serena", 40), ("Claudia Paredes Lima", DAY, "Villa Serena", 40)),
        (("Marta Rey Soto", DAY, "Villa Serena", 40), ("María Rey Soto", DAY, "Villa Serena", 22)),
        (("Rufino", DAY, "Villa Serena", 40), ("Rufino", DAY, "Villa Serena", 40)),
        (("Rufino Soto", DAY, "Villa Serena", 9), ("Rufino Soto", "2019-01-30", "Puerto Alba", 70)),
    ],
)
def test_two_persons_stay_two(one: tuple, other: tuple) -> None:
    assert not are_linked(one, other)


def test_dates_places_and_ages_may_be_missing_or_coarse() -> None:
    full = ("Rufina Condori Ticona", DAY, "Villa Serena, Alto Río", 34)
    assert are_linked(full, ("Rufina Condori Ticona", None, None, None))
    assert are_linked(full, ("Rufina Condori Ticona", "2031-04", "Villa Serena", 35))
    assert are_linked(full, ("Rufina Condori Ticona", "2031-02-04", None, None))


def test_a_name_that_many_bear_needs_more_than_the_name() -> None:
    others = [("a", f"Juan Flores {name}", "2030-01-01", None, None) for name in "abcdefghijklmnop"]
    crowd = [("a", f"Juan {name}", None, None, None) for name in ("Rojas", "Vega", "Soto", "Luna")] * 30
    flores = [("a", f"{name} Flores", None, None, None) for name in ("Ana", "Luis", "Eva", "Hugo")] * 30
    bare = linked(
        *others, *crowd, *flores, ("b", "Juan Flores", None, None, None), ("c", "Juan Flores", None, None, None)
    )
    rows = {row.list_name: one for one in bare.individuals for row in one.rows if row.list_name != "a"}
    assert rows["b"] is not rows["c"]


def test_duplicates_within_a_list_are_kept_apart_and_flagged() -> None:
    row = ("Rufina Condori Ticona", DAY, "Villa Serena", 34)
    found = linked(("a", *row), ("a", *row), ("b", *row))
    assert sorted(len(one.rows) for one in found.individuals) == [1, 2]
    assert all("possible_duplicate" in one.flags for one in found.individuals)
    assert {link.outcome for link in found.links} == {"same", "possible_duplicate", "ambiguous"}


def test_every_link_tells_its_score_by_parts() -> None:
    (link,) = linked(("a", "Hugo Salas Rey", DAY, "Alba", 31), ("b", "Salas Rey, Hugo", DAY, "Alba", 40)).links
    assert (link.one, link.other, link.outcome) == ("a:2", "b:3", "same")
    assert dict(link.parts)["date"] > 0 > dict(link.parts)["age"]
    assert sum(weight for _, weight in link.parts) == pytest.approx(link.score)


_NAMES = (
    "Hugo Salas Rey",
    "Salas Rey, Hugo",
    "Hugo Salas",
    "Eva Luna Soto",
    "Eva Luna",
    "Elba Luna Soto",
    "H. Salas Rey",
)
_ROWS = st.tuples(
    st.sampled_from("abc"), st.sampled_from(_NAMES), st.sampled_from((DAY, None, "2031-04-03")), st.none(), st.none()
)


@given(st.lists(_ROWS, min_size=2, max_size=9), st.randoms(use_true_random=False))
def test_no_row_is_lost_none_meets_its_own_list_and_their_order_changes_nothing(
    rows: list, dice: random.Random
) -> None:
    found = linked(*rows)
    persons = [row for one in found.individuals for row in one.rows]
    assert len(persons) == len(rows)
    assert all(len({row.list_name for row in one.rows}) == len(one.rows) for one in found.individuals)
    shuffled = rows[:]
    dice.shuffle(shuffled)
    names = tuple(sorted(found.lists))
    first, second = (sorted(ids_of(one, names)) for one in (found, linked(*shuffled)))
    assert first == second


def ids_of(found: LinkedLists, names: tuple[str, ...]) -> list[str]:
    header, *lines = matrix_lines(LinkedLists(names, found.individuals, found.links))
    assert header == ",".join(["id", *(f"in_{name}" for name in names), "flags"]) + "\n"
    return lines


def test_the_matrix_names_nobody_unless_it_is_restricted() -> None:
    found = linked(("a", "Hugo Salas Rey", DAY, "Alba", 31), ("b", "Salas Rey, Hugo", None, None, None))
    public, restricted = "".join(matrix_lines(found)), "".join(matrix_lines(found, is_restricted=True))
    assert public.splitlines()[0] == "id,in_a,in_b,flags"
    assert public.splitlines()[1].endswith(",1,1,")
    assert not any(word in public for word in ("Hugo", "Salas", "Alba", DAY))
    assert '"Salas Rey, Hugo",2031-04-02,Alba,31,a:2 b:3' in restricted
    assert overlaps_of(found).counts == (0, 0, 0, 1)


def test_a_list_is_read_with_headings_of_either_language() -> None:
    english = "name,date,place,age\nHugo Salas Rey,2031-04-02,Alba,31\n"
    spanish = "Código,Nombres,Apellido paterno,Apellido materno,Fecha,Lugar,Edad\n7,Hugo,Salas,Rey,02/04/2031,Alba,31\n"
    found = [read_list("a", text.splitlines()) for text in (english, spanish)]
    assert found[0] == found[1] == (Person("a", 2, "Hugo Salas Rey", DAY, "Alba", 31),)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no column of names"),
        ("date,place\n2031,Alba\n", "no column of names"),
        ("name\n", "has no rows"),
        ("name,age\n ,3\n", "line 2: the name is empty"),
        ("name,age\nEva Luna,old\n", "line 2: 'old' is no age"),
        ("name,date\nEva Luna,spring\n", "line 2: 'spring' is no date"),
        ("name,date\nEva Luna,2031-14-01\n", "no such month"),
        ("id,name\n1,Eva Luna\n1,Hugo Rey\n", "line 3: the id 1 stands on line 2 already"),
    ],
)
def test_what_is_no_list_is_refused_in_words(text: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read_list("a", text.splitlines())


def test_one_list_and_two_of_one_name_are_refused() -> None:
    with pytest.raises(UsageError, match="at least 2 lists"):
        check_lists(["a"])
    with pytest.raises(UsageError, match="one name"):
        check_lists(["a", "a"])


def test_rules_without_a_weight_are_refused() -> None:
    with pytest.raises(LexiconError, match=r"\[name\] lacks"):
        rules_from("threshold = 8.0\n[words]\nparticles = []\ntitles = []\n[abbreviations]\n")
