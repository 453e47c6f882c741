"""A matrix is read in both its forms, and refused with the line and the reason where it is none."""

import pytest

from constancia.errors import InputError, UsageError
from constancia.estimate import read_matrix

PERSONS = "id,in_a,in_b,in_c,flags\nv1,1,0,0,\nv2,1,1,0,ambiguous\nv3,0,0,1,\nv4,1,1,0,\n"


def test_a_row_a_person_and_a_row_a_pattern_give_the_same_counts() -> None:
    patterns = "in_a,in_b,in_c,n\n1,0,0,1\n1,1,0,2\n0,0,1,1\n"
    bare = patterns.replace("in_", "")
    first, *others = (read_matrix(text.splitlines()) for text in (PERSONS, patterns, bare))
    assert first.counts == (0, 1, 0, 2, 1, 0, 0, 0)
    assert (first.observed, first.on_exactly(1), first.on_exactly(2)) == (4, 2, 2)
    assert others == [first, first]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_commas_semicolons_tabs_and_a_byte_order_mark_are_read(delimiter: str) -> None:
    plain = read_matrix(PERSONS.splitlines())
    assert read_matrix(("\ufeff" + PERSONS.replace(",", delimiter)).splitlines()) == plain


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("", InputError, "no list columns"),
        ("name,place\nx,y\n", InputError, "no list columns"),
        ("in_a,n\n1,4\n", UsageError, "at least 2 lists"),
        ("in_a,in_b,in_c,in_d,in_e,in_f\n1,0,0,0,0,0\n", UsageError, "at most 5"),
        ("in_a,in_a\n1,0\n", InputError, "twice"),
        ("in_a,in_b\n", InputError, "no rows"),
        ("in_a,in_b\n1,\n", InputError, "line 2: in_b is empty"),
        ("in_a,in_b\n1,0\n1\n", InputError, "line 3: in_b is empty"),
        ("in_a,in_b\n1,yes\n", InputError, "line 2: in_b is 'yes'"),
        ("in_a,in_b\n0,0\n", InputError, "line 2: a row that stands on no list"),
        ("a,b,n\n1,0,-4\n", InputError, "line 2: n is '-4'"),
        ("a,b,n\n1,0,\n", InputError, "line 2: n is empty"),
        ("id,in_a,in_b\nv1,1,0\nv1,0,1\n", InputError, "line 3: the id v1 stands on line 2 already"),
        ("a,b,n\n1,0,99999999999\n", InputError, "below a thousand million"),
        ("in_a,in_b\n1,0,1\n", InputError, "line 2: more cells than headings"),
        ("in_a,in_b\n1,\udcff\n", InputError, "line 2: no UTF-8"),
        ("in_a,in_b\n1," + "9" * 200_000, InputError, "line 2: (field larger|in_b is)"),
        ("id,in_a,in_b\n,1,0\n", InputError, "line 2: the id is empty"),
    ],
)
def test_what_is_no_matrix_is_refused_in_words(text: str, kind: type[Exception], reason: str) -> None:
    with pytest.raises(kind, match=reason):
        read_matrix(text.splitlines())
