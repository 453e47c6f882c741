"""Folding keeps offsets, and phrases are found as whole words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constancia.errors import LexiconError
from constancia.words import PhraseMatcher, fold, load_lexicon


@given(st.text())
def test_folding_keeps_the_length_and_changes_nothing_twice(text):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_accents_case_and_marks_fold_to_their_plain_forms():
    assert fold("ÁRBOL Ñandú “sí” – ’") == 'arbol nandu "si" - \''


@given(st.text(alphabet="aÉñß“–µ…\u00a0\tΣПİ中 x", min_size=100))
def test_a_long_text_folds_as_its_characters_do(text):
    assert fold(text) == "".join(map(fold, text))


@given(st.text(alphabet="paro nciolx."))
def test_a_hit_holds_the_words_of_its_phrase(text):
    matcher = PhraseMatcher([("paro", "paro"), ("paro nacional", "paro nacional")])
    folded = fold(text)
    for hit in matcher.find(folded):
        assert folded[hit.start : hit.end] == hit.value


def test_the_longest_phrase_wins_and_parts_of_words_are_no_hits():
    matcher = PhraseMatcher([("paro", 1), ("paro nacional", 2)])
    assert [hit.value for hit in matcher.find_longest(fold("El Paro Nacional; disparo, paros, PARO"))] == [2, 1]


def test_a_lexicon_that_is_not_there_is_named():
    with pytest.raises(LexiconError, match="xx/none"):
        load_lexicon("xx", "none")
