"""Reports that follow another report into its event: the state's answer to a protest, a count over several places.

Within one text an arrest at a march is a report of its own (codebook, X6), and so is each area of "17 road blocks in
Puno and Cusco" (X3). Readers count one event there: the march, and one plural event.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from constancia.link.cluster import lowest_of
from constancia.link.facts import FIGURES, MODES, NO_DAY, ROLES, STATUSES, TYPES, Facts
from constancia.link.places import Relation
from constancia.vocabulary import EVENT_STATUSES, EventType, Measure, Mode, Role, Status

Ints = npt.NDArray[np.int64]

_ANSWERS = {
    EventType.COERCE: frozenset({Mode.ARREST, Mode.RESTRICT}),
    EventType.ASSAULT: frozenset({Mode.CROWD_CONTROL}),
    EventType.MOBILIZE: frozenset({None}),
}
"""What is done to a protest and makes it a protest with intervention; shots and beatings are deeds of their own."""

_NEWS = frozenset({*EVENT_STATUSES, Status.BACKGROUND})
_BANNED = frozenset({Status.PREVENTED, Status.CANCELLED, Status.NOT_OCCURRED})
_EVERYWHERE = frozenset({Mode.STRIKE, Mode.HUNGER, Mode.BOYCOTT})
"""Protests in which nobody stands in a street to be driven off, unless a place is named."""

_MOBILIZE, _RESTRICT = TYPES.index(EventType.MOBILIZE), MODES.index(Mode.RESTRICT)
_STATE = sum(1 << ROLES.index(role) for role in (Role.POLICE, Role.MILITARY))
_ALONE = -1
_SLIP_DAYS = 1
"""A crowd is driven off, and people are arrested, up to the day after."""

_NEAR_CHARACTERS = 700
"""An answer that gives neither day nor place is told within a few sentences of its protest."""


def listed_places(facts: Facts, free: Ints) -> dict[int, int]:
    """Give each row that is one area of a joint count the row that stands for all of its areas.

    A count is joint where it is higher than the areas are many: "17 in Puno and Cusco", not "two rallies in Puno and
    Cusco".
    """
    columns = facts.columns
    plural = free[columns["is_plural"][free] & (columns["plural_low"][free] > 1)]
    groups: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for row in plural.tolist():
        groups[int(columns["passage"][row]), _trigger(facts, row), int(columns["plural_low"][row])].append(row)
    found: dict[int, int] = {}
    for (_, _, count), rows in groups.items():
        if 1 < len(rows) < count:
            leader = min(rows, key=lambda row: (_place_name(facts, row), row))
            found.update((row, leader) for row in rows if row != leader)
    return found


def with_responses(facts: Facts, labels: Ints, free: Ints) -> tuple[Ints, dict[int, int]]:
    """Put the events of arrests, dispersals and bans into those of the protests that they answer.

    Gives the labels anew, and for each report that led there the protest's row in its passage. An event moves to the
    protest that most of its reports stand beside.
    """
    hosts = dict(_hosts(facts, free))
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    is_copy = facts.passages.is_copy[facts.columns["passage"]]
    for row, host in hosts.items():
        if is_copy[row]:
            continue
        votes[int(labels[row])][_ALONE if host == _ALONE else int(labels[host])] += 1
    is_bound = np.ones(len(facts), np.bool_)
    is_bound[free] = False
    bound = set(labels[is_bound].tolist())
    sizes = np.bincount(labels[~is_copy], minlength=len(labels))
    riots = set(labels[facts.columns["mode"] == MODES.index(Mode.RIOT)].tolist())
    homes = {label: _chosen(counts, int(sizes[label]), riots) for label, counts in votes.items() if label not in bound}
    homes = {label: home for label, home in homes.items() if home != _ALONE and home not in bound}
    home_of = np.arange(len(labels))
    home_of[list(homes)] = list(homes.values())
    moved = home_of[labels]
    followed = {row: host for row, host in hosts.items() if host != _ALONE and int(labels[row]) in homes}
    return lowest_of(moved), followed


def _chosen(votes: Counter[int], size: int, riots: set[int]) -> int:
    """Give the protest that a third of an event's reports stand beside, copies aside, and more than speak against it.

    Of arrests a court story and a digest tell again, without the march at which they were made; of a march and the
    riot at its end, they were made in the riot.
    """
    home = min(votes, key=lambda label: (label == _ALONE, -votes[label], label not in riots, label))
    return home if votes[home] > votes[_ALONE] and 3 * votes[home] >= size else _ALONE


def _trigger(facts: Facts, row: int) -> int:
    return facts.sketches[row].start + int(facts.columns["offset"][row])


def _place_name(facts: Facts, row: int) -> str:
    place = facts.places[facts.columns["place"][row]]
    return place.name if place else ""


def _hosts(facts: Facts, free: Ints) -> Iterator[tuple[int, int]]:
    """Give each deed of the state that stands beside a protest the protest that it answers, or _ALONE for a raid.

    An arrest told beside a protest of another day or place says nothing.
    """
    columns = facts.columns
    protests = _by_passage(facts, free[columns["type"][free] == TYPES.index(EventType.PROTEST)])
    attacks = _by_passage(facts, free[_is_crime(facts)[free]])
    may_answer = _may_answer(facts)
    acts = np.isin(columns["type"][free], [TYPES.index(kind) for kind in _ANSWERS])
    for row in free[acts].tolist():
        passage = int(columns["passage"][row])
        beside = protests.get(passage, [])
        if columns["type"][row] == _MOBILIZE or columns["mode"][row] == _RESTRICT:  # done after attacks as well
            beside = beside + attacks.get(passage, [])
        able = [host for host in beside if may_answer[row] and _answers(facts, row, host)]
        if beside and not may_answer[row]:
            yield row, _ALONE
        elif able:
            nearest = min(able, key=lambda host: (_steps(facts, row, host), host))
            crimes = [_steps(facts, row, crime) for crime in attacks.get(passage, ()) if crime not in beside]
            if _steps(facts, row, nearest) <= min(crimes, default=_steps(facts, row, nearest)):
                yield row, nearest


def _by_passage(facts: Facts, rows: Ints) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for row, passage in zip(rows.tolist(), facts.columns["passage"][rows].tolist(), strict=True):
        found[passage].append(row)
    return found


def _is_crime(facts: Facts) -> npt.NDArray[np.bool_]:
    """Tell the attacks that are not the state's: of a shooting beside a vigil, suspects are arrested for the former."""
    columns = facts.columns
    attack = columns["type"] == TYPES.index(EventType.ASSAULT)
    force = columns["mode"] == MODES.index(Mode.CROWD_CONTROL)
    return np.asarray(attack & ~force & ((columns["doers"] & _STATE) == 0))


def _may_answer(facts: Facts) -> npt.NDArray[np.bool_]:
    columns = facts.columns
    found = np.zeros(len(facts), np.bool_)
    for kind, modes in _ANSWERS.items():
        codes = [-1 if mode is None else MODES.index(mode) for mode in modes]
        found |= (columns["type"] == TYPES.index(kind)) & np.isin(columns["mode"], codes)
    killed = facts.figures["high"][:, FIGURES.index(Measure.KILLED)]
    is_deadly = (columns["type"] == TYPES.index(EventType.ASSAULT)) & (np.nan_to_num(killed) > 0)
    news = np.isin(columns["status"], [STATUSES.index(status) for status in _NEWS])
    return np.asarray(found & news & ~is_deadly)


def _answers(facts: Facts, row: int, host: int) -> bool:
    """Tell whether an answer and a protest of one passage agree in status, day and place as far as both say."""
    columns = facts.columns
    answer, protest = STATUSES[columns["status"][row]], STATUSES[columns["status"][host]]
    is_ban = protest in _BANNED and MODES[columns["mode"][row]] is Mode.RESTRICT
    if not is_ban and (protest not in _NEWS or (answer is not Status.BACKGROUND and protest is Status.BACKGROUND)):
        return False
    dated = bool(columns["is_dated"][row] and columns["is_dated"][host])
    if dated and not _same_days(columns, row, host):
        return False
    place = columns["place"]
    placed = all(columns["is_placed"][each] and facts.atlas.level[place[each]] > 0 for each in (row, host))
    relation = facts.atlas.relation(int(place[row]), int(place[host]))
    if placed and relation == Relation.APART:
        return False
    if MODES[columns["mode"][host]] in _EVERYWHERE and not (placed and relation == Relation.SAME):
        return False
    if not placed and columns["is_placed"][row] and facts.atlas.level[place[row]] > 0 and columns["is_dated"][row]:
        return _is_of_crowd_there(facts, row, host)
    return (dated and placed) or _is_told_with(facts, row, host)


def _is_of_crowd_there(facts: Facts, row: int, host: int) -> bool:
    """Tell whether arrests in a town that is named, on a day, are of a protest whose own town nobody names.

    Of road blocks up and down a country, told beside them, they are not; nor of a protest of another sentence.
    """
    is_many = bool(facts.columns["is_plural"][host])
    return not is_many and facts.sketches[row].start == facts.sketches[host].start


def _is_told_with(facts: Facts, row: int, host: int) -> bool:
    """Tell whether an answer that leaves out day or place stands in its protest's sentence, or soon after it."""
    apart = _trigger(facts, row) - _trigger(facts, host)
    return facts.sketches[row].start == facts.sketches[host].start or 0 <= apart <= _NEAR_CHARACTERS


def _same_days(columns: npt.NDArray[np.void], row: int, host: int) -> bool:
    first, last = int(columns["day_from"][host]), int(columns["day_to"][host])
    days = int(columns["day_from"][row]), int(columns["day_to"][row])
    return NO_DAY in (first, days[0]) or (days[1] >= first and days[0] <= last + _SLIP_DAYS)


def _steps(facts: Facts, row: int, host: int) -> int:
    """Give how far an answer stands from a protest; what was told before is nearer than what is told after."""
    apart = _trigger(facts, row) - _trigger(facts, host)
    return apart if apart >= 0 else -2 * apart
