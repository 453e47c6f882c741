"""What a word may open is told of every word that an entry begins with; what it does not open stands nowhere behind."""

from __future__ import annotations

import re

import pytest

from constancia.coding.claims.lexicon import FigureWords, figure_words
from constancia.coding.claims.word_kinds import (
    BYSTANDERS,
    CATEGORY,
    CROWD,
    GOODS,
    TAKING_PART,
    VERB_OF_HARM,
    done_by_bit,
    done_to_bit,
    opened_in,
)
from constancia.coding.deeds.lexicon import bits_of
from constancia.vocabulary import Measure
from constancia.words import load_lexicon


def _sets(words: FigureWords) -> list[tuple[int, re.Pattern[str]]]:
    rows = [(GOODS, words.goods), (CROWD, words.crowd), (BYSTANDERS, words.bystanders)]
    rows += [(TAKING_PART, words.done_by[Measure.PARTICIPANTS])]
    rows += [(CATEGORY, pattern) for pattern in words.category.values()]
    rows += [(done_to_bit(measure), pattern) for measure, pattern in words.done_to.items()]
    return rows + [(done_by_bit(measure), pattern) for measure, pattern in words.done_by.items()]


def _entries(language: str) -> list[str]:
    table = load_lexicon(language, "figures")
    lists = [table["goods"]["words"], table["crowd"]["words"], table["bystanders"]["words"]]
    lists += [entries for name in ("done_to", "done_by", "category") for entries in table[name].values()]
    return [entry.replace("*", "s") for entries in lists for entry in entries]


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_entry_stands_where_no_word_may_open_it(language: str) -> None:
    words = figure_words(language)
    for entry in _entries(language):
        for zone in (entry, f"ayer ({entry}), 12 x", f"the {entry}: y"):
            opened = opened_in(zone, words.opens)
            missed = [kind for kind, pattern in _sets(words) if pattern.search(zone) and not opened & kind]
            assert missed == [], zone


def test_taking_part_is_no_verb_of_harm() -> None:
    opens = figure_words("en").opens
    assert opened_in("marched", opens) & TAKING_PART
    assert not opened_in("marched", opens) & VERB_OF_HARM
    assert opened_in("were shot dead", opens) & VERB_OF_HARM
    assert not opened_in("planted trees", opens) & (VERB_OF_HARM | TAKING_PART)


def test_sets_that_share_a_word_share_a_bit() -> None:
    words = ["puente", "road", "ruta", "n1", "office"]
    for word in words:
        assert bits_of([word]) & bits_of(words)
    assert bits_of([]) == 0
