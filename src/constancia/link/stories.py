"""Passages and their compared reports to stories: which passages tell of one thing.

A story is told apart by its words, names and the ages of its people, by the days of its pages, and by what the reports
of deeds in two passages say of day, place and figures.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from constancia.link.blocking import each_once
from constancia.link.cluster import Pairs, cluster
from constancia.link.facts import NO_DAY, STATUSES, TYPES, Facts
from constancia.link.parts import cites, cosines, saturated
from constancia.link.weights import PARTS, STORY_PARTS, Weights
from constancia.vocabulary import EventType, Status

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

_DEEDS = (EventType.PROTEST, EventType.COERCE, EventType.ASSAULT)
"""What a passage is about: deeds, where it has any; words and meetings are told beside them."""

_FROM_REPORTS = tuple(part for part in STORY_PARTS if part in PARTS and part not in ("cross_language", "cited"))
_BEST_OF = "quote_words"
"""Of the parts of reports this one is taken from the two that are most alike, all others as a mean."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Pairs of reports with their parts, columns in the order of PARTS."""

    one: Ints
    two: Ints
    parts: Floats


def tell_stories(facts: Facts, alike: tuple[Ints, Ints], compared: Compared, weights: Weights) -> Ints:
    """Give each passage the lowest passage of its story."""
    one, two, parts = story_parts(facts, alike, compared)
    score = weights.score(parts)
    return cluster(Pairs(one, two, score, np.zeros(len(one), np.bool_)), np.arange(len(facts.passages)))


def story_parts(facts: Facts, alike: tuple[Ints, Ints], compared: Compared) -> tuple[Ints, Ints, Floats]:
    """Give the pairs of passages that are alike or hold compared reports of deeds, with their parts."""
    size = len(facts.passages)
    keys, told = _report_keys(facts, compared)
    both = each_once(np.concatenate([alike[0] * size + alike[1], keys]))
    one, two = both // size, both % size
    parts = np.zeros((len(both), len(STORY_PARTS)), np.float32)
    for name, values in {
        **_passage_parts(facts, one, two),
        **_reported_parts(np.searchsorted(both, keys), compared.parts[told], len(both)),
    }.items():
        parts[:, STORY_PARTS.index(name)] = values
    return one, two, parts


def _report_keys(facts: Facts, compared: Compared) -> tuple[Ints, Ints]:
    """Give the keys of the passages of compared reports of deeds in two passages, and which pairs these are."""
    passage = facts.columns["passage"].astype(np.int64)
    first, second = passage[compared.one], passage[compared.two]
    told = np.flatnonzero((first != second) & _is_deed(facts, compared.one) & _is_deed(facts, compared.two))
    low, high = np.minimum(first, second)[told], np.maximum(first, second)[told]
    return low * len(facts.passages) + high, told


def _is_deed(facts: Facts, rows: Ints) -> npt.NDArray[np.bool_]:
    deeds = [TYPES.index(kind) for kind in _DEEDS]
    news = facts.columns["status"][rows] != STATUSES.index(Status.BACKGROUND)
    return np.asarray(np.isin(facts.columns["type"][rows], deeds) & news)


def _passage_parts(facts: Facts, one: Ints, two: Ints) -> dict[str, npt.NDArray[np.generic]]:
    published = np.array([passage.published for passage in facts.passages], np.int64)
    spanish = np.array([passage.is_spanish for passage in facts.passages], np.bool_)
    known = (published[one] != NO_DAY) & (published[two] != NO_DAY)
    aged = np.diff(facts.ages.indptr) > 0
    ages = cosines(facts.ages, one, two)
    return {
        "words": saturated(cosines(facts.stories, one, two)),
        "names": saturated(cosines(facts.names, one, two)),
        "same_ages": ages,
        "other_ages": aged[one] & aged[two] & (ages == 0),
        "pages_apart": np.log1p(np.where(known, np.abs(published[one] - published[two]), 0)),
        "cross_language": spanish[one] != spanish[two],
        "cited": cites(facts, one, two),
    }


def _reported_parts(where: Ints, parts: Floats, size: int) -> dict[str, npt.NDArray[np.generic]]:
    counts = np.bincount(where, minlength=size)
    found: dict[str, npt.NDArray[np.generic]] = {"compared": counts > 0}
    for name in _FROM_REPORTS:
        values = parts[:, PARTS.index(name)]
        found[name] = np.bincount(where, weights=values, minlength=size) / np.maximum(counts, 1)
    best = np.zeros(size, np.float32)
    np.maximum.at(best, where, parts[:, PARTS.index(_BEST_OF)])
    found[_BEST_OF] = best
    return found


def same_story(facts: Facts, stories: Ints, one: Ints, two: Ints) -> Floats:
    """Give, for pairs of reports of one story but two passages, how much that says.

    It is 1 where each passage tells of one deed of the type, less where it tells of several: little less, since a deed
    left in two reports looks like two deeds.
    """
    passage = facts.columns["passage"]
    share = facts.columns["share"]
    same = (stories[passage[one]] == stories[passage[two]]) & (passage[one] != passage[two])
    return np.asarray(np.where(same, (share[one] * share[two]) ** 0.25, 0), np.float32)
