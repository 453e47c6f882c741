"""Where no word of a sentence may begin an entry, none stands there."""

import re

import pytest

from constancia.coding.claims.figures.openers import ANOTHER, BOTH, NOUN, ONE, OWN_HAND, ZERO, opened, openers, opens_of
from constancia.coding.claims.lexicon import figure_words
from constancia.coding.claims.line import Line
from constancia.coding.claims.word_kinds import CROWD, DENIED, DYING, ON_DUTY, PEOPLE, SPEAKER, THINGS, UNCONFIRMED
from constancia.coding.word_patterns import compile_words, openings
from constancia.read.tokens import tokenize

ENTRIES = ["manifestant*", "no one", "co-worker*", "woman", "*smiths"]


@pytest.mark.parametrize(
    "words", ["dos manifestantes", "no one came", "her co-workers", "a woman-led march", "some tinsmiths", "nothing"]
)
def test_a_word_opens_wherever_the_pattern_finds_an_entry(words: str) -> None:
    opens = openings(ENTRIES)
    is_found = compile_words(ENTRIES).search(words) is not None
    assert any(opens[token.norm] for token in tokenize(words, words)) or not is_found


def test_other_words_open_nothing() -> None:
    opens = openings(ENTRIES)
    assert not any(opens[word] for word in ("manifest", "nobody", "womanly", "worker", "smith"))


def test_an_entry_that_begins_with_no_letter_may_open_anywhere() -> None:
    assert openings(["'em"])["them"]
    assert re.search(compile_words(["'em"]), "them 'em")


@pytest.mark.parametrize(
    ("language", "word", "kinds"),
    [
        ("en", "woman", ONE),
        ("en", "both", BOTH),
        ("en", "another", ANOTHER),
        ("en", "himself", OWN_HAND),
        ("en", "harbour", 0),
        ("es", "nadie", ZERO),
        ("es", "otra", ANOTHER),
        ("es", "muertos", NOUN),
        ("es", "puerto", 0),
    ],
)
def test_a_word_tells_all_that_it_may_open(language: str, word: str, kinds: int) -> None:
    every = NOUN | ONE | ZERO | BOTH | ANOTHER | OWN_HAND
    assert openers(language)[word] & every == kinds


@pytest.mark.parametrize(
    ("language", "word", "kind"),
    [
        ("en", "died", DYING),
        ("es", "perished", DYING),
        ("en", "allegedly", UNCONFIRMED),
        ("es", "niega", DENIED),
        ("en", "coalition", SPEAKER),
        ("en", "crowd", CROWD),
    ],
)
def test_a_word_tells_what_else_of_its_line_it_may_open(language: str, word: str, kind: int) -> None:
    assert opens_of(openers(language)[word]) & kind
    assert not opens_of(openers(language)["harbour"]) & kind


def test_a_noun_tells_words_of_which_sets_it_holds() -> None:
    holds = figure_words("en").holds
    assert holds["hungry people"] & PEOPLE
    assert holds["riot police"] & ON_DUTY
    assert holds["empty houses"] & THINGS
    assert not holds["harbour"]


@pytest.mark.parametrize(
    "folded",
    [
        "a man met a very old, tired, hungry woman by the sea",
        "a  man  waved",
        "the tall quiet kind old man (a woman's friend) left a boat",
        "a 39-year-old, a man",
        "a boat on the lake, far from home and the men",
    ],
)
def test_whom_an_article_opens_is_found_as_by_the_pattern_alone(folded: str) -> None:
    one = re.compile(r"(?<![\w-])(?:a|the)\s+(?:[\w-]+,?\s+){0,4}?(?:man|woman|\d+-year-old)(?![\w-])")
    line = Line(0, 0, len(folded), 0, is_headline=False, folded=folded)
    found = opened(one, line, figure_words("en"), frozenset({"a", "the"}))
    assert [match.span() for match in found] == [match.span() for match in one.finditer(folded)]
