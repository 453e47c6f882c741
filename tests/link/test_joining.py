"""Parts of a record, linked by themselves, come out as in the whole of it."""

from dataclasses import replace

import numpy as np
import pytest

from constancia.link.gathering import gather
from constancia.link.joining import (
    POSTED,
    Liked,
    likest_to,
    met,
    named,
    neighbours,
    number_of,
    standing_of,
    with_liked,
    words_of,
)
from constancia.link.keys import NEIGHBOURS, ORDERS
from constancia.link.likest import STORY_NEIGHBOURS, likest_passages
from constancia.link.linking import link_facts
from tests.link.samples import LORETA, SAN_BRUNO, appearance, report

DAYS = [f"2031-03-{day:02}" for day in range(1, 29)]
WORDS = ["quellay", "ancas", "league", "water", "dam", "march", "council", "bridge", "tower", "valley", "lantern"]


def made(count):
    dice = np.random.default_rng(5)
    found = []
    for number in range(count):
        name = f"g{number:016x}"
        day = DAYS[int(dice.integers(len(DAYS)))]
        told = report(name, day, place=LORETA if dice.random() < 0.5 else SAN_BRUNO)
        told = replace(told, report_id=f"r{number:016x}")
        text = " ".join(dice.choice(WORDS, 6))
        found.append(appearance(name, told, text=text, published=day))
    return found


def test_ids_have_numbers_that_sort_as_they_do() -> None:
    names = ["g0000000000000000", "g7fffffffffffffff", "g8000000000000000", "gffffffffffffffff"]
    numbers = [number_of(name) for name in names]
    assert numbers == sorted(numbers)
    assert [named("g", number) for number in numbers] == names
    assert all(-(2**63) <= number < 2**63 for number in numbers)


def test_an_island_linked_alone_is_as_in_the_whole_record() -> None:
    appearances = made(60)
    facts = gather(appearances)
    whole = link_facts(facts)
    numbers = [number_of(name) for name in facts.passages.ids()]
    liked = {number: [] for number in numbers}
    for one, other, likeness in zip(whole.likest.one, whole.likest.other, whole.likest.likeness, strict=True):
        liked[numbers[one]].append(Liked(numbers[other], float(likeness)))
    links = {link.report_id: link for link in whole.links}
    standing = dict.fromkeys(ORDERS, standing_of(facts))
    islands = np.unique(whole.islands)
    assert len(islands) > 3
    for island in islands.tolist():
        names = {appearances[at].passage_id for at in np.flatnonzero(whole.islands == island)}
        part = gather([one for one in appearances if one.passage_id in names], facts.yardstick)
        alone = link_facts(part, neighbours=neighbours(part, standing, liked))
        assert [links[link.report_id] for link in alone.links] == list(alone.links)


def test_the_likest_of_a_passage_by_look_up_are_those_of_the_whole_record() -> None:
    facts = gather(made(60), keeps_words=True)
    likest = likest_passages(facts)
    numbers = [number_of(name) for name in facts.passages.ids()]
    lists = {}
    told = list(words_of(facts))
    for at, number in enumerate(numbers):
        for word, weight in zip(*told[at], strict=True):
            lists.setdefault(int(word), []).append((number, weight))
    lists = {word: np.array(entries, POSTED) for word, entries in lists.items()}
    for at, number in enumerate(numbers):
        found = [one for one in likest_to(*told[at], lists) if one.passage != number][:STORY_NEIGHBOURS]
        mine = likest.one == at
        assert [(one.passage, pytest.approx(one.likeness)) for one in found] == [
            (numbers[other], likeness)
            for other, likeness in zip(likest.other[mine], likest.likeness[mine], strict=True)
        ]


def test_whoever_is_less_alike_has_to_go() -> None:
    mine = [Liked(number, 0.5 - number / 100) for number in range(STORY_NEIGHBOURS)]
    kept, gone = with_liked(mine, Liked(99, 0.45))
    assert [one.passage for one in kept][:7] == [0, 1, 2, 3, 4, 5, 99]
    assert gone == [mine[-1]]
    assert with_liked(mine, Liked(99, 0.1)) == (mine, [Liked(99, 0.1)])


def test_one_report_more_parts_those_that_stood_just_within_reach() -> None:
    facts = gather([appearance(f"g{at:016x}", _on(at, DAYS[9])) for at in range(NEIGHBOURS + 2)])
    standing = standing_of(facts)
    fewer = standing[standing["report"] != number_of(f"r{5:016x}")]
    ends = (number_of(f"r{0:016x}"), number_of(f"r{NEIGHBOURS + 1:016x}"))
    assert ends in met("block", fewer) - met("block", standing)


def _on(at, day):
    told = report(f"g{at:016x}", day)
    return replace(told, report_id=f"r{at:016x}")
