"""Appearances and judgements to a Linking: events, links with their reasons, campaigns, and what did not fit."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from constancia.link.belonging import listed_places, with_responses
from constancia.link.blocking import alike_passages, candidate_pairs
from constancia.link.campaigns import NOT_A_SERIES, Sighting, find_campaigns
from constancia.link.cluster import Pairs, cluster, components, lowest_of, passed_over
from constancia.link.echoes import echoes, with_echoes
from constancia.link.events import EventMaker
from constancia.link.facts import NO_DAY, Facts
from constancia.link.gathering import gather
from constancia.link.islands import islands_of
from constancia.link.judgements import Ruling, rule
from constancia.link.keys import Pairing
from constancia.link.likest import Likest, likest_passages
from constancia.link.parents import with_parents
from constancia.link.parts import Comparison
from constancia.link.resting import collector_rests, give_back
from constancia.link.stories import StoryPairs, same_story
from constancia.link.weights import PARTS, Weights, load_weights
from constancia.model import Appearance, Event, Judgement, Link, Linking

Ints = npt.NDArray[np.signedinteger[Any]]
Parts = tuple[tuple[str, float], ...]

_FOLLOWS: tuple[Parts, Parts] = ((), (("belongs", 1.0),))
"""The part of a link by which a report follows another of its text (`belonging.py`)."""

_NO_RULING = Ruling()

_AT_ONCE = 12_500
"""Pairs scored at once, to bound the memory."""

_PAIRS_AT_ONCE = 1 << 17
"""Pairs gone over at once, where each takes a few numbers for the time."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What brings the reports and passages of a part of a record together in the whole of it, by their numbers."""

    near: tuple[tuple[Ints, Ints], ...]
    likest: Likest


@dataclass(frozen=True, slots=True)
class Linked:
    """A record, or islands of one, linked: events and links by the facts, and the island of each passage.

    `likest` are none where nobody asked for them to be kept.
    """

    facts: Facts
    events: dict[int, Event]
    links: tuple[Link, ...]
    ruling: Ruling
    likest: Likest
    islands: Ints


def link(appearances: Iterable[Appearance], judgements: Sequence[Judgement] = ()) -> Linking:
    """Find which reports are of one event, and say why; judgements are obeyed before any score."""
    with collector_rests():
        facts = gather(appearances, keeps_quotes=bool(judgements))
        return with_campaigns(link_facts(facts, rule(facts, judgements), keeps_likest=False))


def with_campaigns(linked: Linked) -> Linking:
    """Find the campaigns of what was linked."""
    campaigns, placed = find_campaigns(sightings(linked.facts), [linked.events[at] for at in sorted(linked.events)])
    return Linking(
        events=tuple(sorted(placed, key=lambda event: event.event_id)),
        links=linked.links,
        campaigns=campaigns,
        copies=(),
        problems=linked.ruling.problems,
    )


def link_facts(
    facts: Facts, ruling: Ruling = _NO_RULING, neighbours: Neighbours | None = None, *, keeps_likest: bool = True
) -> Linked:
    """Link a record, or islands of it by their `neighbours` in the whole; campaigns are still to be found."""
    likest = neighbours.likest if neighbours else likest_passages(facts)
    near = iter(neighbours.near) if neighbours else None
    alike = [alike_passages(facts, likest)]  # handed on, and held by nobody while pairs are scored
    if not keeps_likest:
        likest = likest.none()
    give_back(len(facts))
    pairs, told = score_pairs(facts, load_weights("reports"), alike.pop(), near)
    stories, good = told.found, told.good
    del told
    give_back(len(facts))
    free = _others(np.arange(len(facts)), _judged(ruling), len(facts))
    listed = listed_places(facts, free)
    followed = {**_copied_words(facts, _others(free, list(listed), len(facts))), **listed}
    followers, ruled = np.array(sorted(followed), np.int64), _ruled(pairs, ruling)
    weak = _others(echoes(facts, free), followers, len(facts))
    told_well = _without(ruled, np.concatenate([followers, weak]))
    labels = cluster(told_well, _groups(facts, ruling, followed), facts.marks, followers)
    del told_well
    labels = with_echoes(ruled, labels, weak, followers)
    del ruled
    labels, hosts = with_responses(facts, labels, free)
    islands = islands_of(facts, pairs, good, [(one, two) for one, two, _ in (*ruling.together, *ruling.apart)])
    del good
    give_back(len(facts))
    events = with_parents(facts, labels, stories, pairs, _events(facts, labels, ruling))
    links = _links(facts, labels, stories, pairs, events, {**followed, **hosts})
    return Linked(facts, events, _by_hand(links, facts, ruling), ruling, likest, islands)


def _ruled(pairs: Pairs, ruling: Ruling) -> Pairs:
    """Forbid the pairs that people hold apart, and every pair of a rejected report."""
    if not (ruling.apart or ruling.rejected):
        return pairs
    apart = [(one, two) for one, two, _ in ruling.apart]
    one = np.concatenate([pairs.one, np.array([pair[0] for pair in apart], np.int32)])
    two = np.concatenate([pairs.two, np.array([pair[1] for pair in apart], np.int32)])
    score = np.concatenate([pairs.score, np.zeros(len(apart), np.float32)])
    rejected = np.array(sorted(ruling.rejected), np.int64)
    banned = np.concatenate([pairs.is_forbidden, np.ones(len(apart), np.bool_)])
    return Pairs(one, two, score, banned | np.isin(one, rejected) | np.isin(two, rejected))


def _judged(ruling: Ruling) -> list[int]:
    """Give the rows that people held apart from others or rejected: no rule joins them to anything."""
    return sorted({row for one, two, _ in ruling.apart for row in (one, two)} | ruling.rejected)


def _others(rows: Ints, left_out: Ints | list[int], size: int) -> Ints:
    """Give the rows that are not left out, in their order; to sort them would take longer."""
    is_kept = np.ones(size, np.bool_)
    is_kept[left_out] = False
    return rows[is_kept[rows]]


def _without(pairs: Pairs, followers: Ints) -> Pairs:
    """Leave out the pairs of rows that follow another row wherever it goes."""
    if not len(followers):
        return pairs
    keep = ~(np.isin(pairs.one, followers) | np.isin(pairs.two, followers))
    return Pairs(pairs.one[keep], pairs.two[keep], pairs.score[keep], pairs.is_forbidden[keep])


def _groups(facts: Facts, ruling: Ruling, followed: Mapping[int, int]) -> Ints:
    """Give each row the lowest row that it is one with from the start: the same words in a copy, or people's word."""
    ends = [(one, two) for one, two, _ in ruling.together] + list(followed.items())
    one, two = np.array(ends, np.int64).reshape(-1, 2).T
    return lowest_of(components(len(facts), one, two))


def _copied_words(facts: Facts, free: Ints) -> dict[int, int]:
    """Give each report of a copy the report that the same words make in the passage copied: it goes where that goes.

    The page that has the whole text is read best: a teaser lacks what tells its square or its day.
    """
    root_of = dict(facts.passages.copied())
    root_of = dict(facts.passages.named(set(root_of.values()))) | root_of
    found: dict[tuple[str, int, int, int], list[int]] = defaultdict(list)
    passages = facts.columns["passage"].tolist()
    for row in free[np.isin(facts.columns["passage"][free], list(root_of))].tolist():
        column = facts.columns[row]
        key = (root_of[passages[row]], int(column["type"]), int(column["offset"]), int(facts.quote_sums[row]))
        found[key].append(row)
    followed: dict[int, int] = {}
    for rows in found.values():
        if len({passages[row] for row in rows}) == len(rows) > 1:
            first = min(rows, key=lambda row: (facts.passages[passages[row]].copy_of is not None, row))
            followed.update((row, first) for row in rows if row != first)
    return followed


def _by_hand(links: tuple[Link, ...], facts: Facts, ruling: Ruling) -> tuple[Link, ...]:
    """Put a coder's pseudonym on the links that a person made."""
    hands = {facts.sketches[row].report_id: by for one, two, by in ruling.together for row in (one, two)}
    return tuple(replace(link, by=hands[link.report_id]) if link.report_id in hands else link for link in links)


def score_pairs(
    facts: Facts, weights: Weights, alike: tuple[Ints, Ints], near: Pairing | None = None
) -> tuple[Pairs, StoryPairs]:
    """Compare the pairs worth comparing; give their scores, and the pairs of passages with the stories found.

    `alike` are pairs of passages, as `alike_passages` gives them.
    Within small groups that hang together the pairs that blocking passed over are compared as well.
    """
    one, two = candidate_pairs(facts, alike, near)
    give_back(len(facts))
    told = StoryPairs(facts, alike, (one, two), load_weights("stories"))
    del alike
    pairs = _compare(facts, (one, two), weights, told)
    give_back(len(facts))
    stories = told.stories()
    _add_story(facts, stories, pairs, weights)
    others = _compare(facts, passed_over(len(facts), pairs), weights)
    _add_story(facts, stories, others, weights)
    return pairs.and_also(others), told


def _compare(facts: Facts, rows: tuple[Ints, Ints], weights: Weights, told: StoryPairs | None = None) -> Pairs:
    """Score pairs but for their story, some at a time."""
    one, two = rows
    score, banned = np.zeros(len(one), np.float32), np.zeros(len(one), np.bool_)
    for start in range(0, len(one), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        compared = Comparison(facts, one[part], two[part])
        parts = compared.parts()
        score[part] = weights.score(parts)
        banned[part] = compared.forbidden()
        if told is not None:
            told.add(start, parts)
    return Pairs(one, two, score, banned)


def _add_story(facts: Facts, stories: Ints, pairs: Pairs, weights: Weights) -> None:
    weight = np.float32(weights.parts[PARTS.index("same_story")])
    for start in range(0, len(pairs), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        pairs.score[part] += weight * same_story(facts, stories, pairs.one[part], pairs.two[part])


def _events(facts: Facts, labels: Ints, ruling: Ruling) -> dict[int, Event]:
    states = {int(labels[row]): state for row, state in ruling.states}
    maker = EventMaker(facts)
    rows: dict[int, list[int]] = defaultdict(list)
    for row, label in enumerate(labels.tolist()):
        rows[label].append(row)
    return {
        label: replace(event, review_state=states[label]) if label in states else event
        for label, event in ((label, maker.make(members)) for label, members in rows.items())
    }


def _links(
    facts: Facts, labels: Ints, stories: Ints, pairs: Pairs, events: dict[int, Event], followed: Mapping[int, int]
) -> tuple[Link, ...]:
    """Give each report its link: its mean score within the event, and the parts of its closest report there.

    A report that follows another one into its event says so.
    """
    scores, best = _scores(pairs, labels, len(facts))
    told = np.flatnonzero(best >= 0)
    reasons: dict[int, Parts] = {}
    shared: dict[tuple[str, float], tuple[str, float]] = {}
    for start in range(0, len(told), _AT_ONCE):
        rows = told[start : start + _AT_ONCE]
        reasons.update(zip(rows.tolist(), _reasons(facts, stories, pairs, (best[rows], shared)), strict=True))
    return tuple(
        Link(sketch.report_id, events[label].event_id, score, (*reasons.get(row, ()), *_FOLLOWS[row in followed]))
        for row, (sketch, label, score) in enumerate(zip(facts.sketches, labels.tolist(), scores, strict=True))
    )


def _scores(pairs: Pairs, labels: Ints, size: int) -> tuple[list[float], Ints]:
    """Give each row the mean of its pairs within its event, as a probability, and the best of these; -1 for none."""
    sums, counts = np.zeros(size), np.zeros(size, np.int32)
    most, best = np.full(size, -np.inf, np.float32), np.full(size, len(pairs), np.int64)
    for ends in (pairs.one, pairs.two):
        for some in _within(pairs, labels):
            np.add.at(sums, ends[some], pairs.score[some].astype(np.float64))
            np.add.at(counts, ends[some], 1)
            np.maximum.at(most, ends[some], pairs.score[some])
    for ends in (pairs.one, pairs.two):
        for some in _within(pairs, labels):
            top = some[pairs.score[some] == most[ends[some]]]
            np.minimum.at(best, ends[top], top)
    means = sums / np.maximum(counts, 1)
    scores = np.where(counts > 0, 1 / (1 + np.exp(-means)), 1.0).round(4)
    return scores.tolist(), np.where(counts > 0, best, -1)


def _within(pairs: Pairs, labels: Ints) -> Iterator[Ints]:
    """Give the pairs of which both rows are of one event, some at a time."""
    for start in range(0, len(pairs), _PAIRS_AT_ONCE):
        part = slice(start, start + _PAIRS_AT_ONCE)
        same = (labels.take(pairs.one[part]) == labels.take(pairs.two[part])) & ~pairs.is_forbidden[part]
        yield start + np.flatnonzero(same)


def _reasons(
    facts: Facts, stories: Ints, pairs: Pairs, chosen: tuple[Ints, dict[tuple[str, float], tuple[str, float]]]
) -> list[Parts]:
    """Give what each part of some pairs adds to their score, by name; equal ones are one object, null ones left out."""
    numbers, shared = chosen
    weights = np.array(load_weights("reports").parts, np.float32)
    one, two = pairs.one[numbers], pairs.two[numbers]
    parts = Comparison(facts, one, two).parts()
    parts[:, PARTS.index("same_story")] = same_story(facts, stories, one, two)
    rounded = (parts * weights).astype(np.float64).round(2)
    rows, columns = np.nonzero(rounded)
    named = [(PARTS[at], value) for at, value in zip(columns.tolist(), rounded[rows, columns].tolist(), strict=True)]
    named = [shared.setdefault(part, part) for part in named]
    edges = np.searchsorted(rows, np.arange(len(rounded) + 1)).tolist()
    return [tuple(named[start:end]) for start, end in pairwise(edges)]


def sightings(facts: Facts) -> list[Sighting]:
    """Collect what reports say of named and numbered series."""
    found = []
    for at, sketch in enumerate(facts.sketches):
        if sketch.series != NOT_A_SERIES:
            row = facts.columns[at]
            place = facts.places[row["place"]]
            published = None if row["published"] == NO_DAY else dt.date.fromordinal(int(row["published"]))
            country = place.country if place else None
            found.append(Sighting(sketch.report_id, sketch.campaign, sketch.series, published, country))
    return found
