"""The columns that linking works on: words as weighed rows, passages as rows, the likest of each."""

import re

import numpy as np
import pytest
from scipy import sparse

from constancia.link import likest, passages, words
from constancia.link.likest import STORY_LIKENESS, STORY_NEIGHBOURS
from constancia.link.passages import PassageRow, PassageRows, Passages
from constancia.link.rarity import COMMON_AT_LEAST, SAMPLED_PASSAGES, Census, Lookup, Weighed, rare_limit, scale_of
from constancia.link.words import Reader

TEXTS = ["harbour gate harbour crane", "crane gate", "", "gate lantern crane crane", "orchard"]


def weighed(texts: list[str], order: list[int]) -> sparse.csr_matrix:
    reader = Reader(reads_people=False)
    for text in texts:
        reader.add(text)
    reader.flush()
    return reader.words.weigh(np.array(order), reader.words.census(np.ones(len(texts), np.bool_))).rows


def test_words_are_weighed_by_count_and_rarity_and_those_of_one_text_left_out() -> None:
    rows = weighed(TEXTS, [0, 1, 2, 3, 4]).toarray()
    gate, crane, alone = np.log(6 / 3), np.log(6 / 3), np.log(6 / 1)
    first = np.array([gate, crane, alone * (1 + np.log(2))])
    last = np.array([gate, alone, crane * (1 + np.log(2))])
    assert sorted(rows[0][rows[0] > 0]) == pytest.approx(sorted(first[:2] / np.linalg.norm(first)))
    assert sorted(rows[3][rows[3] > 0]) == pytest.approx(sorted(last[[0, 2]] / np.linalg.norm(last)))
    assert not rows[2].any()
    assert not rows[4].any()


def test_the_order_of_texts_changes_no_row() -> None:
    rows = weighed(TEXTS, [0, 1, 2, 3, 4]).toarray()
    turned = weighed(TEXTS[::-1], [4, 3, 2, 1, 0]).toarray()
    assert np.array_equal(rows, turned)
    assert np.array_equal(weighed(TEXTS, [3, 0, 4, 1, 2]).toarray(), rows[[3, 0, 4, 1, 2]])


def test_a_word_of_too_many_texts_weighs_nothing() -> None:
    texts = ["gate crane"] * (COMMON_AT_LEAST + 1) + ["crane"]
    assert not weighed(texts, list(range(len(texts)))).toarray().any()


def row(name: str, page: str, url: str | None = None, linked: str | None = None, copy: str | None = None) -> PassageRow:
    return PassageRow(name, page, url, linked, "The Echo", 738_000, is_spanish=name == "ñ", copy_of=copy)


def test_passages_come_back_as_they_went_in_and_stand_for_the_page_they_link_to_or_copy() -> None:
    rows = [
        row("b", "p1", "https://echo.example/1"),
        row("a", "p2", "https://echo.example/list", linked="https://echo.example/1"),
        row("ñ", "p2", "https://echo.example/list", copy="b"),
        row("c", "p2", "https://echo.example/list"),
        row("d", "p3"),
    ]
    gathered = PassageRows()
    for each in rows:
        gathered.add(each)
    gathered.pack()
    passages = Passages(gathered, gathered.ids.order())
    assert list(passages) == sorted(rows, key=lambda one: one.passage_id)
    assert passages[1:3] == [rows[0], rows[3]]
    assert passages.is_spanish.tolist() == [False, False, False, False, True]
    a, b, c, d, copy = passages.targets.tolist()
    assert a == b == copy
    assert len({b, c, d}) == 3


@pytest.mark.parametrize(("block", "few"), [(1 << 16, 1 << 19), (16, 8)])
def test_each_row_keeps_the_rows_likest_to_it(block: int, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likest, "_BLOCK", block)
    monkeypatch.setattr(likest, "_FEW", few)
    dice = np.random.default_rng(3)
    rows = sparse.csr_matrix(0.4 * sparse.random_array((60, 40), density=0.2, rng=dice, dtype=np.float32))
    likeness = (rows @ rows.T).toarray()
    found = likest._likest_rows(rows)
    assert (np.diff(found.one) >= 0).all()
    for one in range(60):
        able = [two for two in range(60) if two != one and likeness[one, two] >= STORY_LIKENESS]
        best = sorted(able, key=lambda two: (-likeness[one, two], two))[:STORY_NEIGHBOURS]
        mine = np.flatnonzero(found.one == one)
        assert found.other[mine].tolist() == best
        assert found.likeness[mine].tolist() == [likeness[one, two] for two in best]


def test_no_rows_are_like_none() -> None:
    assert len(likest._likest_rows(sparse.csr_matrix((0, 3), dtype=np.float32)).one) == 0


def test_the_rarest_words_keep_their_columns() -> None:
    often = np.ones((4000, 1), np.float32)
    once = np.zeros((4000, 2), np.float32)
    once[[0, 7], 0] = once[[7, 9], 1] = 1
    weighed = Weighed(
        sparse.csr_matrix(np.hstack([often, once])), np.arange(3, dtype=np.int32), np.array([4000, 2, 2], np.int32)
    )
    assert np.array_equal(weighed.rarest(3).toarray(), np.hstack([np.zeros_like(often), once]))


def test_rare_names_stand_behind_the_rare_words_of_their_text() -> None:
    dice = np.random.default_rng(3)
    both = []
    for width in (6, 4):
        dense = dice.random((9, width), np.float32)
        dense[dice.random((9, width)) < 0.5] = 0
        seen = dice.integers(1, 5, width).astype(np.int32)
        both.append(Weighed(sparse.csr_matrix(dense), np.arange(width, dtype=np.int32), seen))
    found = Lookup(*both, limit=3).rarest()
    assert 0 < found.nnz < both[0].rows.nnz + both[1].rows.nnz
    assert np.array_equal(found.toarray(), np.hstack([one.rarest(3).toarray() for one in both]))


def census(counts: list[int], texts: int) -> Census:
    return Census(texts, np.arange(len(counts), dtype=np.int32), np.array(counts, np.int32))


def test_words_are_looked_up_by_only_as_far_as_comparing_all_their_texts_is_affordable() -> None:
    some = census([2] * 10 + [30] * 50 + [900], 1000)
    none = census([], 1000)
    assert rare_limit(some, none, 1) == 901
    assert rare_limit(some, none, 64) == 30
    assert rare_limit(census([1] * 9, 10), none, 1) == 2


def test_a_sample_tells_how_rare_words_are_whatever_else_a_record_holds() -> None:
    reader = Reader(reads_people=False)
    for text in TEXTS:
        reader.add(text)
    reader.flush()
    sample = reader.words.census(np.array([True, True, False, False, False]))
    assert sample.texts == 2
    assert sorted(sample.seen.tolist()) == [1, 2, 2]
    unseen = sample.seen_of(np.array([5, 7], np.int32))
    assert sample.rarity(unseen).tolist() == pytest.approx([np.log(3), np.log(3)])


@pytest.mark.parametrize(
    ("passages", "scale"),
    [(SAMPLED_PASSAGES, 1), (SAMPLED_PASSAGES + 1, 2), (4 * SAMPLED_PASSAGES + 1, 8), (1_000_000, 128)],
)
def test_the_scale_grows_by_steps(passages: int, scale: int) -> None:
    assert scale_of(passages) == scale


def test_the_sample_is_of_the_lowest_marks_and_of_equal_marks_the_lowest_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passages, "mark_of", len)
    gathered = PassageRows()
    for name in ("ccc", "bb", "a", "aa", "dddd"):
        gathered.add(row(name, "p1"))
    assert gathered.lowest_marked(2) == [(1, "a", 2), (2, "aa", 3)]
    assert [name for _, name, _ in gathered.lowest_marked(9)] == ["a", "aa", "bb", "ccc", "dddd"]


@pytest.mark.parametrize("text", ["a1 22b, Año2025 -- x", "", "...", "uno dos 3", "9", "7a"])
def test_words_are_runs_of_letters_and_runs_of_digits(text: str) -> None:
    run = words._read([text])
    found = [text[start:end] for start, end in zip(run.start, run.end, strict=True)]
    assert found == re.findall(r"[^\W\d_]+|\d+", text)
    assert run.is_letters.tolist() == [word.isalpha() for word in found]
