"""Forms written with braces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from constancia.words.forms import expand_all, expand_forms

WORDS = st.text("abcñ", max_size=4)


def test_braces_give_each_form() -> None:
    assert list(expand_forms("maestr{o,a,os,as}")) == ["maestro", "maestra", "maestros", "maestras"]
    assert list(expand_forms("protester{,s}")) == ["protester", "protesters"]


def test_several_braces_give_every_combination() -> None:
    assert list(expand_forms("dirigente{,s} campesin{o,a}")) == [
        "dirigente campesino",
        "dirigente campesina",
        "dirigentes campesino",
        "dirigentes campesina",
    ]


@given(WORDS, st.lists(WORDS, min_size=1, max_size=4), WORDS)
def test_there_are_as_many_forms_as_choices(before: str, choices: list[str], after: str) -> None:
    forms = list(expand_all([f"{before}{{{','.join(choices)}}}{after}"]))
    assert forms == [f"{before}{choice}{after}" for choice in choices]
