"""Passages that come one by one meet the same others as when all are read at once."""

import random
from itertools import pairwise

from constancia.link.copies import meetings
from constancia.link.copy_lookup import Groups, Printed, prints_of
from constancia.model import PassageText


def test_the_pairs_that_meet_after_each_passage_are_those_before_less_the_parted_and_more_the_new() -> None:
    dice = random.Random(4)
    groups, held = Groups(), set()
    for number in range(40):
        _, parted = groups.add(number, [7], Printed(1, dice.randrange(5)))
        now = {frozenset(pair) for pair in meetings(groups.ranked(7))}
        assert {pair for pair in held if pair not in now} == {frozenset(pair) for pair in parted}
        assert all(number in pair for pair in now - held)
        held = now
    assert len(held) < 40 * 4


def test_a_passage_is_compared_with_those_that_share_a_fifth_of_its_fingerprints() -> None:
    groups = Groups()
    groups.add(1, list(range(100)), Printed(100, 900))
    groups.add(2, list(range(1000, 1100)), Printed(100, 900))
    able, parted = groups.add(3, [*range(20), *range(1000, 1019)], Printed(100, 800))
    assert able == [1]
    assert parted == set()
    assert groups.votes(range(20), 1, 3) == 20


def test_the_fingerprints_of_a_passage_are_few_and_its_own() -> None:
    words = [f"bread{'aeiou'[at % 5]}{chr(97 + at // 5)}" for at in range(120)]
    values, printed = prints_of(PassageText("g0", " ".join(words)))
    assert printed.count == len(values) < 120
    assert all(one != two for one, two in pairwise(sorted(values)))
