"""Where no word of a sentence may begin an entry, none stands there."""

import re

import pytest

from constancia.coding.claims.lexicon import compile_words, openings
from constancia.read.tokens import tokenize

ENTRIES = ["manifestant*", "no one", "co-worker*", "woman"]


@pytest.mark.parametrize(
    "words", ["dos manifestantes", "no one came", "her co-workers", "a woman-led march", "nothing"]
)
def test_a_word_opens_wherever_the_pattern_finds_an_entry(words: str) -> None:
    opens = openings(ENTRIES)
    is_found = compile_words(ENTRIES).search(words) is not None
    assert any(opens[token.norm] for token in tokenize(words, words)) or not is_found


def test_other_words_open_nothing() -> None:
    opens = openings(ENTRIES)
    assert not any(opens[word] for word in ("manifest", "nobody", "womanly", "worker"))


def test_an_entry_that_begins_with_no_letter_may_open_anywhere() -> None:
    assert openings(["'em"])["them"]
    assert re.search(compile_words(["'em"]), "them 'em")
