"""Persons of several lists in; who is on which lists, with the score and parts of every link, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from constancia.estimate.persons import Person
from constancia.estimate.rules import Rules, victim_rules
from constancia.estimate.scoring import Scorer

# A key that more rows share tells too little to compare them all: one name part alone, and two facts together.
_RARE_PART = 40
_HOT_KEY = 400
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PersonLink:
    """Two rows held to be alike enough: in one group, or kept apart, with the reason and the parts of the score."""

    one: str
    other: str
    score: float
    parts: tuple[tuple[str, float], ...]
    outcome: str


@dataclass(frozen=True, slots=True)
class Individual:
    """The rows, at most one a list, that are held to be of one person; `flags` say what a person should look at."""

    rows: tuple[Person, ...]
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkedLists:
    """All individuals of the lists, and every pair of rows that scored at or above the threshold."""

    lists: tuple[str, ...]
    individuals: tuple[Individual, ...]
    links: tuple[PersonLink, ...]


def link_persons(lists: Sequence[tuple[str, Sequence[Person]]], rules: Rules | None = None) -> LinkedLists:
    """Group the rows of several lists by person; the order of rows and of lists makes no difference.

    Two rows of one list are never grouped: if they are alike both are flagged `possible_duplicate`. A row that is
    alike one which stands in a group with another row of its list is flagged `ambiguous`.
    """
    rules = rules or victim_rules()
    persons = sorted((one for _, rows in lists for one in rows), key=lambda one: (one.content(), one.line))
    scorer = Scorer(persons, rules)
    alike = {pair: score for pair in _candidates(scorer) if (score := scorer.score(*pair)) >= rules.threshold}
    groups = _grouped(persons, alike, scorer, rules.threshold)
    outcome = {pair: _outcome(persons, groups, pair) for pair in alike}
    flags: dict[int, set[str]] = defaultdict(set)
    for pair, said in outcome.items():
        if said != "same":
            for one in pair:
                flags[one].add(said)
    links = tuple(
        PersonLink(persons[i].row, persons[j].row, round(score, 2), scorer.parts(i, j), outcome[i, j])
        for (i, j), score in sorted(alike.items(), key=lambda item: (-item[1], item[0]))
    )
    individuals = [
        Individual(tuple(persons[one] for one in rows), tuple(sorted(set().union(*(flags[one] for one in rows)))))
        for rows in sorted(set(map(tuple, groups)))
    ]
    return LinkedLists(tuple(name for name, _ in lists), tuple(individuals), links)


def _outcome(persons: Sequence[Person], groups: list[list[int]], pair: Pair) -> str:
    one, other = pair
    if persons[one].list_name == persons[other].list_name:
        return "possible_duplicate"
    return "same" if groups[one] is groups[other] else "ambiguous"


def _candidates(scorer: Scorer) -> list[Pair]:
    """Give the pairs of rows worth comparing: two name parts shared, or one and a date, a place or rareness."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in range(len(scorer)):
        for key in set(_keys(scorer, number)):
            blocks[key].append(number)
    pairs: set[Pair] = set()
    for key, rows in blocks.items():
        if len(rows) <= (_RARE_PART if len(key) == 1 else _HOT_KEY):
            pairs.update(combinations(rows, 2))
    return sorted(pairs)


def _keys(scorer: Scorer, number: int) -> Iterator[tuple[str, ...]]:
    sounds = scorer.sounds(number)
    yield from combinations(sorted(sounds), 2)
    for part in sounds:
        yield (part,)
        if date := scorer.persons[number].date:
            yield part, "date", date[:7]
        for place in scorer.place_words(number):
            yield part, "place", place
    if date := scorer.persons[number].date:
        yield ("initials", date, *sorted(part[:1] for part in sounds))


def _grouped(persons: Sequence[Person], alike: dict[Pair, float], scorer: Scorer, threshold: float) -> list[list[int]]:
    """Give each row its group: pairs join best first, where no list is twice in it and the mean score stays above."""
    groups = [[number] for number in range(len(persons))]
    for (i, j), _ in sorted(alike.items(), key=lambda item: (-item[1], item[0])):
        one, other = groups[i], groups[j]
        if one is other or _share_a_list(persons, one, other):
            continue
        across = [scorer.score(a, b) for a in one for b in other]
        if sum(across) / len(across) < threshold:
            continue
        joined = sorted(one + other)
        for number in joined:
            groups[number] = joined
    return groups


def _share_a_list(persons: Sequence[Person], one: Iterable[int], other: Iterable[int]) -> bool:
    return not {persons[number].list_name for number in one}.isdisjoint(persons[number].list_name for number in other)
