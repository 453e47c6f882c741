"""Passages and their compared reports to stories: which passages tell of one thing.

A story is told apart by its words, names and the ages of its people, by the days of its pages, and by what the reports
of deeds in two passages say of day, place and figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from constancia.link.blocking import each_once
from constancia.link.cluster import Pairs, cluster, components
from constancia.link.dots import cosines
from constancia.link.facts import NO_DAY, STATUSES, TYPES, Facts
from constancia.link.parts import cites, saturated
from constancia.link.weights import PARTS, STORY_PARTS, Weights, load_weights, mixed
from constancia.vocabulary import EventType, Status

Ints = npt.NDArray[np.signedinteger[Any]]
Floats = npt.NDArray[np.float32]

_DEEDS = (EventType.PROTEST, EventType.COERCE, EventType.ASSAULT)
"""What a passage is about: deeds, where it has any; words and meetings are told beside them."""

_FROM_REPORTS = tuple(
    part for part in STORY_PARTS if part in PARTS and part not in ("cross_language", "cited", "quote_words")
)
_AT_ONCE = 12_500
"""Pairs of passages scored at once, to bound the memory."""

_KEYS_AT_ONCE = 1 << 17

UNKNOWN_GAP = 2
"""Pages of which one bears no day are taken to lie so many days apart."""

_SLACK = 1e-3  # far more than sums of single precision go wrong by

_NO_KEYS, _NO_COUNTS, _NO_SUMS = np.zeros(0, np.int64), np.zeros(0, np.int32), np.zeros((1, 0), np.float32)

_BEST_OF = "quote_words"
"""Of the parts of reports this one is taken from the two that are most alike, all others as a mean."""


class StoryPairs:
    """Pairs of passages that are alike or hold compared reports of deeds, fed the parts of reports by stretches.

    Of the parts of reports only their sum is kept, as `weights` weigh them; without weights, each part. Once stories
    are made, `found` gives that of each passage, and `good` the pairs of passages that may tell one.
    """

    def __init__(
        self, facts: Facts, alike: tuple[Ints, Ints], rows: tuple[Ints, Ints], weights: Weights | None
    ) -> None:
        self._facts = facts
        self._weights = weights
        self._size = len(facts.passages)
        self._passage = facts.columns["passage"].astype(np.int64)
        self._is_deed = _is_deed(facts)
        self._rows = rows
        self._keys = each_once(self._every(alike))
        self._counts = np.zeros(len(self._keys), np.int32)
        self._mix = _mix(weights)
        self._sums = np.zeros((self._mix.shape[1], len(self._keys)), np.float32)
        self._best = np.zeros(len(self._keys), np.float32)
        self._fresh: list[tuple[Ints, list[Floats]]] = []
        self._n_fresh = 0
        self.good: tuple[Ints, Ints] = (np.zeros(0, np.int64), np.zeros(0, np.int64))
        self.found: Ints = np.arange(self._size)

    def __len__(self) -> int:
        return len(self._keys)

    def rows(self, part: slice | Ints = slice(None)) -> tuple[Ints, Ints]:
        """Give the passages of the pairs, or of some of them."""
        one, two = np.divmod(self._keys[part], self._size)
        return one, two

    def _every(self, alike: tuple[Ints, Ints]) -> Iterator[npt.NDArray[np.int64]]:
        """Give the keys of all pairs of passages, some at a time."""
        for start in range(0, len(alike[0]), _KEYS_AT_ONCE):
            part = slice(start, start + _KEYS_AT_ONCE)
            yield alike[0][part].astype(np.int64) * self._size + alike[1][part]
        for start in range(0, len(self._rows[0]), _KEYS_AT_ONCE):
            yield self._told(slice(start, start + _KEYS_AT_ONCE))[1]

    def _told(self, part: slice) -> tuple[Ints, npt.NDArray[np.int64]]:
        """Give which of some pairs of reports are deeds told in two passages, and the keys of these passages."""
        one, two = self._rows[0][part], self._rows[1][part]
        first, second = self._passage.take(one), self._passage.take(two)
        told = np.flatnonzero((first != second) & self._is_deed.take(one) & self._is_deed.take(two))
        first, second = first[told], second[told]
        return told, np.minimum(first, second) * self._size + np.maximum(first, second)

    def add(self, start: int, parts: Floats) -> None:
        """Take in the parts of the next pairs of reports, which begin at `start`."""
        told, keys = self._told(slice(start, start + len(parts)))
        sums = [mixed(parts, self._mix[:, row].tolist())[told] for row in range(len(self._sums))]
        self._fresh.append((keys, [*sums, parts[told, PARTS.index(_BEST_OF)]]))
        self._n_fresh += len(keys)
        if self._n_fresh >= _KEYS_AT_ONCE:
            self._settle()

    def _settle(self) -> None:
        """Add up what was taken in: of many keys in order each is found near the last."""
        if not self._fresh:
            return
        keys = np.concatenate([keys for keys, _ in self._fresh])
        order = np.argsort(keys, kind="stable")
        where = np.searchsorted(self._keys, keys[order])
        np.add.at(self._counts, where, 1)
        *sums, best = (np.concatenate(column)[order] for column in zip(*(told for _, told in self._fresh), strict=True))
        for row, told in zip(self._sums, sums, strict=True):
            np.add.at(row, where, told)
        np.maximum.at(self._best, where, best)
        self._fresh, self._n_fresh = [], 0

    def parts(self, part: slice | Ints = slice(None)) -> Floats:
        """Give the parts of pairs of passages, columns in the order of STORY_PARTS; what was summed up is left out."""
        return self._filled(part, _word_parts(self._facts, *self.rows(part)))

    def _filled(self, part: slice | Ints, words: dict[str, npt.NDArray[np.generic]]) -> Floats:
        """Give the parts of pairs, those of words as they are told."""
        self._settle()
        counts = self._counts[part]
        parts = np.zeros((len(STORY_PARTS), len(counts)), np.float32).T
        _with(parts, {**words, **_page_parts(self._facts, *self.rows(part))})
        if self._weights is None:
            for name, sums in zip(_FROM_REPORTS, self._sums, strict=True):
                parts[:, STORY_PARTS.index(name)] = sums[part] / np.maximum(counts, 1)
        parts[:, STORY_PARTS.index("compared")] = counts > 0
        parts[:, STORY_PARTS.index(_BEST_OF)] = self._best[part]
        return parts

    def stories(self) -> Ints:
        """Give each passage the lowest passage of its story; it takes weights.

        The words of pairs that no likeness of words could make good are compared only where such a pair lies between
        passages that good pairs hold together.
        """
        score = np.full(len(self), -np.inf, np.float32)
        for numbers, parts in self._hopeful():
            words = _word_parts(self._facts, *self.rows(numbers))
            score[numbers] = self._scores(numbers, _with(parts, words))
        good = np.flatnonzero(score > 0).astype(np.int32)
        self.good = self._ends(good)
        kept = self._near(good)
        left = kept[np.isneginf(score[kept])]
        for start in range(0, len(left), _AT_ONCE):
            numbers = left[start : start + _AT_ONCE]
            score[numbers] = self._scores(numbers, self.parts(numbers))
        pairs = Pairs(*self._ends(kept), score[kept], np.zeros(len(kept), np.bool_))
        del score, good, kept, left
        self._keys, self._sums, self._counts, self._best = _NO_KEYS, _NO_SUMS, _NO_COUNTS, _NO_SUMS[0]
        self.found = cluster(pairs, np.arange(self._size), self._facts.passages.marks)
        return self.found

    def _hopeful(self) -> Iterator[tuple[Ints, Floats]]:
        """Give the pairs, some at a time, that could be good if their words were as like as words can be.

        With them come their parts, in which those of words are still to be put right.
        """
        for start in range(0, len(self), _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            one, two = self.rows(part)
            most = {
                "words": np.ones(len(one)),
                "names": np.ones(len(one)),
                "same_ages": _both_aged(self._facts, one, two),
            }
            parts = self._filled(part, most)
            able = np.flatnonzero(self._scores(part, parts) > -_SLACK)
            yield start + able, np.asfortranarray(parts[able])

    def _scores(self, part: slice | Ints, parts: Floats) -> Floats:
        weights = self._weights or load_weights("stories")
        score = weights.score(parts)
        if self._weights is not None:
            score += self._sums[0, part] / np.maximum(self._counts[part], 1)
        return score

    def _ends(self, numbers: Ints) -> tuple[Ints, Ints]:
        """Give the passages of the pairs of some numbers."""
        one, two = np.empty(len(numbers), np.int32), np.empty(len(numbers), np.int32)
        for start in range(0, len(numbers), _KEYS_AT_ONCE):
            part = slice(start, start + _KEYS_AT_ONCE)
            one[part], two[part] = np.divmod(self._keys[numbers[part]], self._size)
        return one, two

    def _near(self, good: Ints) -> Ints:
        """Give the pairs of passages that a chain of good pairs holds together: few of them."""
        component = components(self._size, *self._ends(good))
        found = [np.zeros(0, np.int32)]
        for start in range(0, len(self), _AT_ONCE):
            one, two = self.rows(slice(start, start + _AT_ONCE))
            found.append((start + np.flatnonzero(component.take(one) == component.take(two))).astype(np.int32))
        return np.concatenate(found)


def _mix(weights: Weights | None) -> Floats:
    """Give what each part of reports adds to each kept sum: its weight to the one sum, or itself to its own."""
    mix = np.zeros((len(PARTS), 1 if weights else len(_FROM_REPORTS)), np.float32)
    for column, name in enumerate(_FROM_REPORTS):
        if weights:
            mix[PARTS.index(name), 0] = weights.parts[STORY_PARTS.index(name)]
        else:
            mix[PARTS.index(name), column] = 1
    return mix


def _is_deed(facts: Facts) -> npt.NDArray[np.bool_]:
    deeds = [TYPES.index(kind) for kind in _DEEDS]
    news = facts.columns["status"] != STATUSES.index(Status.BACKGROUND)
    return np.asarray(np.isin(facts.columns["type"], deeds) & news)


def _page_parts(facts: Facts, one: Ints, two: Ints) -> dict[str, npt.NDArray[np.generic]]:
    published, spanish = facts.passages.published, facts.passages.is_spanish
    first, second = published.take(one), published.take(two)
    apart = np.where((first != NO_DAY) & (second != NO_DAY), np.abs(first - second), UNKNOWN_GAP)
    return {
        "pages_apart": np.log1p(apart),
        "cross_language": spanish.take(one) != spanish.take(two),
        "cited": cites(facts, one, two),
    }


def _both_aged(facts: Facts, one: Ints, two: Ints) -> npt.NDArray[np.bool_]:
    edges = facts.ages.indptr
    return np.asarray((edges.take(one + 1) > edges.take(one)) & (edges.take(two + 1) > edges.take(two)))


def _with(parts: Floats, told: dict[str, npt.NDArray[np.generic]]) -> Floats:
    """Put what is told by name in its columns."""
    for name, values in told.items():
        parts[:, STORY_PARTS.index(name)] = values
    return parts


def _word_parts(facts: Facts, one: Ints, two: Ints) -> dict[str, npt.NDArray[np.generic]]:
    aged = _both_aged(facts, one, two)
    ages = np.zeros(len(one), np.float32)
    ages[aged] = cosines(facts.ages, one[aged], two[aged])
    return {
        "words": saturated(cosines(facts.stories, one, two)),
        "names": saturated(cosines(facts.names, one, two)),
        "same_ages": ages,
        "other_ages": aged & (ages == 0),
    }


def same_story(facts: Facts, stories: Ints, one: Ints, two: Ints) -> Floats:
    """Give, for pairs of reports of one story but two passages, how much that says.

    It is 1 where each passage tells of one deed of the type, less where it tells of several: little less, since a deed
    left in two reports looks like two deeds.
    """
    passage = facts.columns["passage"]
    share = facts.columns["share"]
    same = (stories[passage[one]] == stories[passage[two]]) & (passage[one] != passage[two])
    return np.asarray(np.where(same, (share[one] * share[two]) ** 0.25, 0), np.float32)
