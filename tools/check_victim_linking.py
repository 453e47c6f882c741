"""Link generated lists of victims with slips, and print how well that went and what it does to the estimate.

python tools/check_victim_linking.py [PERSONS]

The names are made of the gazetteer's given names; nobody is meant.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
import time
from collections import Counter
from importlib.resources import files
from itertools import combinations
from math import comb

from constancia.estimate import LinkedLists, Person, estimate, link_persons, overlaps_of

_SHARES = {"a": 0.5, "b": 0.4, "c": 0.4, "d": 0.3}
_FIRST_DAY = dt.date(2030, 1, 1)
Victim = tuple[list[str], dt.date, str, int]


def population(size: int, dice: random.Random) -> list[Victim]:
    """Make victims of 200 days and 50 places, with names as unevenly frequent as real ones."""
    words = files("constancia.data").joinpath("gazetteer", "given_names.txt").read_text(encoding="utf-8").split()
    words = [word for word in words if len(word) > 3]
    given, family = dice.sample(words, 400), dice.sample(words, 1500)
    given_weights = [1 / (rank + 3) for rank in range(len(given))]
    family_weights = [1 / (rank + 5) for rank in range(len(family))]
    people = []
    for _ in range(size):
        name = dice.choices(given, given_weights, k=dice.choice([1, 2])) + dice.choices(family, family_weights, k=2)
        day = _FIRST_DAY + dt.timedelta(dice.randrange(200))
        people.append((name, day, f"Town {dice.randrange(50)}", dice.randrange(1, 80)))
    return people


def written(victim: Victim, list_name: str, line: int, dice: random.Random) -> Person:
    """Write a victim down as a clerk may: parts left out, turned round, a wrong letter, a day off, gaps."""
    name, day, place, age = victim
    name = name.copy()
    if len(name) > 3 and dice.random() < 0.3:
        name.pop(1)
    if dice.random() < 0.15:
        name.pop()
    if dice.random() < 0.15:
        slipped = dice.randrange(len(name))
        at = dice.randrange(1, len(name[slipped]))
        name[slipped] = name[slipped][:at] + dice.choice("aeionrst") + name[slipped][at + 1 :]
    if dice.random() < 0.3:
        name = name[-2:] + name[:-2]
    day = day + dt.timedelta(1) if dice.random() < 0.1 else day
    date = None if dice.random() < 0.2 else day.isoformat()
    kept_place, kept_age = dice.random() < 0.8, dice.random() < 0.7
    return Person(list_name, line, " ".join(name), date, place if kept_place else None, age if kept_age else None)


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    dice = random.Random(5)
    people = population(size, dice)
    truth: dict[str, int] = {}
    lists: list[tuple[str, list[Person]]] = []
    for name, share in _SHARES.items():
        rows: list[Person] = []
        for number, victim in enumerate(people):
            if dice.random() < share:
                rows.append(written(victim, name, len(rows) + 2, dice))
                truth[rows[-1].row] = number
        lists.append((name, rows))
    begun = time.process_time()
    linked = link_persons(lists)
    print(f"{len(truth):,} rows linked in {time.process_time() - begun:.1f} s")
    print_scores(linked, truth)
    for one in estimate(overlaps_of(linked)).estimates:
        if one.model is None:
            print(f"{one.method}: {one.estimate:,.0f} of {size:,}")


def print_scores(linked: LinkedLists, truth: dict[str, int]) -> None:
    right = wrong = 0
    for individual in linked.individuals:
        for one, other in combinations(individual.rows, 2):
            if truth[one.row] == truth[other.row]:
                right += 1
            else:
                wrong += 1
    true_pairs = sum(comb(rows, 2) for rows in Counter(truth.values()).values())
    print(f"pairs: precision {right / (right + wrong):.3f}, recall {right / true_pairs:.3f}")
    print(f"persons: {len(linked.individuals):,} found, {len(set(truth.values())):,} true")


if __name__ == "__main__":
    main()
