"""A record links alike however few of its words and pairs are held at once."""

import sys
from pathlib import Path

import numpy as np
import pytest

from constancia.link import (
    blocking,
    cluster,
    dots,
    gathering,
    likest,
    link,
    linking,
    products,
    rarity,
    stories,
    word_rows,
)
from constancia.link.cluster import components

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
from generate_reports import generate

MODULES = {
    blocking: ("_PAIRS_AT_ONCE", "_KEYS_AT_ONCE"),
    cluster: ("_PAIRS_AT_ONCE", "_SMALL"),
    dots: ("_WORDS_AT_ONCE",),
    gathering: ("_TAKEN_AT_ONCE", "_ROWS_AT_ONCE"),
    likest: ("_SHARED_AT_ONCE",),
    linking: ("_AT_ONCE", "_PAIRS_AT_ONCE"),
    rarity: ("_TEXTS_AT_ONCE",),
    stories: ("_AT_ONCE", "_KEYS_AT_ONCE"),
    word_rows: ("_WORDS_AT_ONCE",),
}


@pytest.mark.parametrize("at_once", [7, 100])
def test_a_record_links_alike_in_short_stretches(monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    appearances = [appearance for appearance, _ in generate(120, hot=True)]
    whole = link(appearances)
    for module, names in MODULES.items():
        for name in names:
            monkeypatch.setattr(module, name, at_once)
    assert link(appearances) == whole
    assert len(whole.events) < len(whole.links)


def test_a_record_links_alike_by_a_table_of_all_words(monkeypatch: pytest.MonkeyPatch) -> None:
    appearances = [appearance for appearance, _ in generate(60)]
    whole = link(appearances)
    monkeypatch.setattr(word_rows, "_FEW_WORDS", 0)
    assert link(appearances) == whole


def test_a_record_links_alike_where_the_library_hides_its_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    appearances = [appearance for appearance, _ in generate(60)]
    assert products._multiply() is not None
    whole = link(appearances)
    monkeypatch.setattr(products, "_multiply", lambda: None)
    assert link(appearances) == whole


def test_components_are_the_same_in_stretches_as_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    dice = np.random.default_rng(3)
    one, two = dice.integers(90, size=(2, 60))
    at_once = components(90, one, two)
    monkeypatch.setattr(cluster, "_SMALL", 0)
    monkeypatch.setattr(cluster, "_PAIRS_AT_ONCE", 1)
    assert np.array_equal(cluster.lowest_of(components(90, one, two)), cluster.lowest_of(at_once))
