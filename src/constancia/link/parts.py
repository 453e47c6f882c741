"""Pairs of reports to the named parts of their score, and to the pairs that cannot be one event."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from constancia.link.blocking import days_apart
from constancia.link.dots import cosines
from constancia.link.facts import FIGURES, MODES, NO_DAY, ROLES, STATUSES, TYPES, Facts
from constancia.link.keys import WINDOW_DAYS
from constancia.link.places import Relation
from constancia.link.weights import PARTS
from constancia.vocabulary import EventType, Measure, Mode, Role, Status

Ints = npt.NDArray[np.signedinteger[Any]]
Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float32]
Columns = npt.NDArray[np.void]

_HAPPENED = (Status.OCCURRED, Status.ONGOING)
_AHEAD = (Status.PLANNED, Status.THREATENED)
_CALLED_OFF = (Status.PREVENTED, Status.CANCELLED, Status.NOT_OCCURRED)
_MAY_SHARE: tuple[tuple[Status, ...], ...] = (
    (*_HAPPENED, Status.PLANNED),
    (*_HAPPENED, Status.BACKGROUND),
    (*_AHEAD, *_CALLED_OFF),
    (Status.DENIED,),
    (Status.LEGAL,),
)
"""Reports of one group may share an event: a plan and what then happened, a plan and its being called off."""

LIKENESS_SCALE = 0.1
"""Two accounts of one shooting by two newsrooms share words at a cosine of 0.1 to 0.4; hardly any two others do."""

TELLING_FIGURE = 10
"""From here on two counts are seldom equal by chance."""

PROTEST_DAYS = 2.5
"""People march again the next day; a shooting that is told of two days is one with a slip in its date."""

LASTING_DAYS = 0.5
"""The days apart of what is held in one town weigh little, as long as the earlier report leaves it going on."""

STRIKE_DAYS = 14
"""Pages name a country's strike without its days for about so long after another has counted them."""

_LASTING = [MODES.index(mode) for mode in (Mode.OBSTRUCT, Mode.HUNGER)]

_A_FEW = 2
"""What a plural without a number counts at least."""

_STATE = sum(1 << ROLES.index(role) for role in (Role.POLICE, Role.MILITARY))

_POINT, _TOWN = 2, 4
"""The levels of places from which on each is a division that bounds it, and a town or a site."""

KIN_FORM = 0.3
"""Forms of one mode (a march, a rally) are told for one another; a march and a strike are not."""

THINGS_FORM = 0.5
"""A fire set to a house and shots at people are two deeds, though a bomb may be told as either."""

ASSUMED_PLACE = 0.5
"""A place that a report has from its neighbours in the passage counts half, for and against."""

_ROUGH_MEASURES = {Measure.PARTICIPANTS: 3.0}
"""Crowds are told three times apart and are still one crowd (police and organisers)."""

_SLACK = np.array([_ROUGH_MEASURES.get(measure, 1.0) for measure in FIGURES], np.float32)


def _status_table() -> Bools:
    table = np.zeros((len(STATUSES), len(STATUSES)), np.bool_)
    for group in _MAY_SHARE:
        for one in group:
            for two in group:
                table[STATUSES.index(one), STATUSES.index(two)] = True
    return table


_SHARE = _status_table()


class Comparison:
    """Pairs of reports looked at side by side: their rows of the facts, and what more than one part asks for."""

    __slots__ = ("_facts", "_gap", "_is_one_counter", "_is_the_strike", "_km", "_left", "_relation", "_right", "_rows")

    def __init__(self, facts: Facts, one: Ints, two: Ints) -> None:
        self._facts, self._rows = facts, (one, two)
        left, right = self._left, self._right = facts.columns.take(one), facts.columns.take(two)
        self._gap = days_apart(left, right)
        self._km = facts.atlas.km(left["place"], right["place"])
        self._relation = facts.atlas.relations(left["place"], right["place"], self._km)
        self._is_the_strike = self._strikes()
        self._is_one_counter = self._counters()

    def parts(self) -> Floats:
        """Give the parts of the score of pairs, one row a pair, columns in the order of PARTS."""
        parts = np.zeros((len(PARTS), len(self._gap)), np.float32).T  # each part is read and written by itself
        for name, values in {
            **self._date_parts(),
            **self._place_parts(),
            **self._deed_parts(),
            **self._figure_parts(),
            **self._word_parts(),
        }.items():
            parts[:, PARTS.index(name)] = values
        return parts

    def forbidden(self) -> Bools:
        """Tell which pairs cannot be one event.

        Those are statuses that exclude one another, two editions of a series, a plural and one of its parts, protests
        in two places (one cause brings many towns out on one day), and protests, or force against them, of two days in
        one passage. Two places or days of a shooting are oftener a slip of reading.
        """
        left, right = self._left, self._right
        unlike = ~_SHARE[left["status"], right["status"]]
        edition1, edition2 = left["edition"], right["edition"]
        other_edition = (edition1 >= 0) & (edition2 >= 0) & (edition1 != edition2)
        part = (left["is_plural"] != right["is_plural"]) & ~self._is_one_of_few()
        said = left["is_placed"] & right["is_placed"]
        protests = left["type"] == TYPES.index(EventType.PROTEST)
        apart = ((self._relation == Relation.APART) | self._are_named_apart()) & said
        public = protests | (left["mode"] == MODES.index(Mode.CROWD_CONTROL))
        is_other = (apart & protests) | (public & self._are_dated_apart()) | self._are_strike_and_crowd()
        beside = left["passage"] == right["passage"]
        is_other |= beside & (self._are_things_and_people() | self._are_long_and_local_strike())
        return np.asarray(unlike | other_edition | part | (is_other & ~self._is_one_counter))

    def _is_one_of_few(self) -> Bools:
        """Tell pairs of one town and day of which one is a plural without a count: "protests in Lima", "a protest"."""
        left, right = self._left, self._right
        town = (self._relation == Relation.SAME) & (self._facts.atlas.level.take(left["place"]) >= _TOWN)
        said = left["is_placed"] & right["is_placed"] & left["is_dated"] & right["is_dated"]
        counted = (left["plural_low"] > _A_FEW) | (right["plural_low"] > _A_FEW)
        return np.asarray(town & said & (self._gap == 0) & ~counted)

    def _are_strike_and_crowd(self) -> Bools:
        """Tell which pairs of one passage are a strike and what a crowd did elsewhere than at work."""
        left, right, strike = self._left, self._right, MODES.index(Mode.STRIKE)
        modes = (left["mode"] >= 0) & (right["mode"] >= 0)
        return np.asarray(
            (left["passage"] == right["passage"]) & modes & ((left["mode"] == strike) != (right["mode"] == strike))
        )

    def _are_long_and_local_strike(self) -> Bools:
        """Tell which pairs are a country's strike with its day 1, and a strike of one day in a town without."""
        left, right, strike = self._left, self._right, MODES.index(Mode.STRIKE)
        strikes = (left["mode"] == strike) & (right["mode"] == strike)
        long1, long2 = (~self._is_local(side) & (side["epoch"] != NO_DAY) for side in (left, right))
        short1, short2 = (self._is_local(side) & side["is_dated"] & (side["epoch"] == NO_DAY) for side in (left, right))
        return np.asarray(strikes & ((long1 & short2) | (short1 & long2)))

    def _are_things_and_people(self) -> Bools:
        """Tell which pairs are of harm to things, and of harm to people."""
        mode1, mode2, destroy = self._left["mode"], self._right["mode"], MODES.index(Mode.DESTROY)
        return np.asarray((mode1 >= 0) & (mode2 >= 0) & ((mode1 == destroy) != (mode2 == destroy)))

    def _are_dated_apart(self) -> Bools:
        """Tell which pairs of one passage are of days that do not even touch: the coder left them apart (X3)."""
        left, right = self._left, self._right
        dated = left["is_dated"] & right["is_dated"]
        return np.asarray((left["passage"] == right["passage"]) & dated & (self._gap > 1))

    def _are_named_apart(self) -> Bools:
        """Tell which pairs of one passage name a town and a site of no known point: the coder left them apart (X3)."""
        left, right, atlas = self._left, self._right, self._facts.atlas
        place1, place2 = left["place"], right["place"]
        same = left["passage"] == right["passage"]
        fine = (atlas.level.take(place1) >= _TOWN) & (atlas.level.take(place2) >= _TOWN)
        return np.asarray(same & fine & np.isnan(self._km) & (atlas.name.take(place1) != atlas.name.take(place2)))

    def _date_parts(self) -> dict[str, npt.NDArray[np.generic]]:
        gap = self._gap
        dated = self._left["is_dated"] & self._right["is_dated"]
        protest = self._left["type"] == TYPES.index(EventType.PROTEST)
        lasts = self._lasts_there() | self._is_the_strike
        each_day = np.where(protest, np.where(lasts, LASTING_DAYS, PROTEST_DAYS), 1.0)
        worth = np.where(dated, 1.0, 0.5) * each_day
        return {"same_day": dated & (gap == 0), "days_apart": np.minimum(gap, WINDOW_DAYS) * worth, "undated": ~dated}

    def _lasts_there(self) -> Bools:
        """Tell which pairs are of one form in one town, of which the earlier went on: blocks are held for weeks."""
        left, right = self._left, self._right
        form = (left["form"] >= 0) & (left["form"] == right["form"])
        lasting = np.isin(left["mode"], _LASTING) & np.isin(right["mode"], _LASTING)
        town = (self._relation == Relation.SAME) & (self._facts.atlas.level.take(left["place"]) >= _TOWN)
        ongoing = STATUSES.index(Status.ONGOING)
        first = np.where(left["day_from"] <= right["day_from"], left["status"], right["status"])
        said = left["is_placed"] & right["is_placed"]
        return np.asarray(form & lasting & town & said & (first == ongoing))

    def _place_parts(self) -> dict[str, npt.NDArray[np.generic]]:
        relation = self._relation
        point = self._facts.atlas.level.take(self._left["place"]) >= _POINT
        worth = np.where(self._left["is_placed"] & self._right["is_placed"], 1.0, ASSUMED_PLACE)
        return {
            "same_place": worth * ((relation == Relation.SAME) & point),
            "near_place": worth * (relation == Relation.NEAR),
            "inside_place": worth * ((relation == Relation.INSIDE) | ((relation == Relation.SAME) & ~point)),
            "other_place": worth * ((relation == Relation.APART) & ~self._is_one_counter),
        }

    def _deed_parts(self) -> dict[str, npt.NDArray[np.generic]]:
        left, right = self._left, self._right
        form1, form2, mode1, mode2 = left["form"], right["form"], left["mode"], right["mode"]
        forms, modes = (form1 >= 0) & (form2 >= 0), (mode1 >= 0) & (mode2 >= 0)
        series = (left["series"] >= 0) & (left["series"] == right["series"])
        planned = STATUSES.index(Status.PLANNED)
        alike = (left["day_from"] == NO_DAY) == (right["day_from"] == NO_DAY)  # both days are known, or neither
        return {
            "same_form": np.where(forms, form1 == form2, modes & (mode1 == mode2)),
            "other_form": self._are_things_and_people() * THINGS_FORM
            + (forms & (form1 != form2)) * np.where(modes & (mode1 == mode2), KIN_FORM, 1.0),
            "other_mode": ~forms & modes & (mode1 != mode2) & ~(_is_raid(mode1) & _is_raid(mode2)),
            "same_doers": (left["doers"] & right["doers"]) != 0,
            "series": (series | self._have_one_beginning() | self._is_the_strike) & ~(forms & (form1 != form2)),
            "same_document": left["passage"] == right["passage"],
            "deadly_force": self._are_deadly_force(),
            "ahead": ((left["status"] == planned) != (right["status"] == planned)) & alike & (self._gap == 0),
        }

    def _are_deadly_force(self) -> Bools:
        """Tell which pairs are of force of one day by which the state killed: seldom does it kill in two places."""
        left, right = self._left, self._right
        attack = TYPES.index(EventType.ASSAULT)
        attacks = (left["type"] == attack) & left["is_dated"] & right["is_dated"] & (self._gap == 0)
        state = (left["doers"] | right["doers"]) & _STATE
        other = (left["doers"] | right["doers"]) & ~_STATE
        killed = self._facts.figures["high"][:, FIGURES.index(Measure.KILLED)]
        deadly = (killed.take(self._rows[0]) > 0) | (killed.take(self._rows[1]) > 0)
        return np.asarray(attacks & (state != 0) & (other == 0) & deadly & (self._relation != Relation.APART))

    def _have_one_beginning(self) -> Bools:
        """Tell which pairs have one day 1; roads that were shut on one day are one event in one town alone."""
        strike = MODES.index(Mode.STRIKE)
        strikes = (self._left["mode"] == strike) & (self._right["mode"] == strike)
        counted = self._left["is_counted"] & self._right["is_counted"]
        same = self._relation == Relation.SAME
        return np.asarray(_same_epoch(self._left, self._right) & (strikes | counted | same))

    def _figure_parts(self) -> dict[str, npt.NDArray[np.generic]]:
        figures1, figures2 = (self._facts.figures.take(rows) for rows in self._rows)
        low1, low2, high1, high2 = figures1["low"], figures2["low"], figures1["high"], figures2["high"]
        both = ~np.isnan(low1) & ~np.isnan(low2)
        meet = both & (low1 <= high2 * _SLACK) & (low2 <= high1 * _SLACK)
        equal = meet & (((low1 == low2) & (low1 >= TELLING_FIGURE)) | ((high1 == high2) & (high1 >= TELLING_FIGURE)))
        return {
            "same_figures": meet.sum(axis=1),
            "equal_figures": equal.sum(axis=1),
            "other_figures": (both & ~meet).sum(axis=1),
        }

    def _word_parts(self) -> dict[str, npt.NDArray[np.generic]]:
        one, two = self._left["passage"], self._right["passage"]
        spanish = self._facts.passages.is_spanish
        return {
            "quote_words": saturated(cosines(self._facts.quotes, *self._rows)),
            "cited": cites(self._facts, one, two),
            "cross_language": spanish.take(one) != spanish.take(two),
        }

    def _is_local(self, side: Columns) -> Bools:
        """Tell the reports that name a place finer than a country."""
        return np.asarray(side["is_placed"] & (self._facts.atlas.level.take(side["place"]) > 0))

    def _strikes(self) -> Bools:
        """Tell which pairs name, without a town, a strike that goes on in a country on the days of the other.

        Pages name such a strike as "the strike", with nothing more. Those who strike must be the same where both say.
        """
        left, right, country = self._left, self._right, self._facts.atlas.country
        strike = MODES.index(Mode.STRIKE)
        strikes = (left["mode"] == strike) & (right["mode"] == strike)
        wide = ~self._is_local(left) & ~self._is_local(right)
        home = country.take(left["place"])
        told_apart = (left["doers"] != 0) & (right["doers"] != 0) & ((left["doers"] & right["doers"]) == 0)
        background = STATUSES.index(Status.BACKGROUND)
        named = (left["status"] == background) | (right["status"] == background)
        begun = (left["epoch"] != NO_DAY) | (right["epoch"] != NO_DAY) | (named & (self._gap == 0))
        here = (home == country.take(right["place"])) & (home != 0)
        return np.asarray(strikes & wide & begun & here & self._within_a_strike() & ~told_apart)

    def _within_a_strike(self) -> Bools:
        """Tell which pairs meet in their days, or follow soon upon a strike of which the later says no other day 1."""
        left, right = self._left, self._right
        epoch1, epoch2 = left["epoch"], right["epoch"]
        other = (epoch1 != NO_DAY) & (epoch2 != NO_DAY) & (np.abs(epoch1 - epoch2) > 1)
        first = np.where(epoch1 != NO_DAY, epoch1, epoch2)
        last = np.where(epoch1 != NO_DAY, right["day_to"], left["day_to"])
        return np.asarray((self._gap == 0) | ((self._gap <= STRIKE_DAYS) & (last >= first) & ~other))

    def _counters(self) -> Bools:
        """Tell which pairs are of one strike in one country, by its day 1: it is told from town after town.

        Two strikes that are said to have begun on one day in two towns are two, unless both count their days.
        """
        left, right, country = self._left, self._right, self._facts.atlas.country
        same = country.take(left["place"]) == country.take(right["place"])
        form = left["form"] == right["form"]
        counted = left["is_counted"] & right["is_counted"]
        local = self._is_local(left) & self._is_local(right) & ~counted
        return np.asarray((_same_epoch(left, right) & same & form & ~local) | self._is_the_strike)


def _is_raid(mode: npt.NDArray[np.generic]) -> Bools:
    """Tell the modes of one police operation: a raid on a house and the arrests in it."""
    return np.asarray((mode == MODES.index(Mode.SEIZE)) | (mode == MODES.index(Mode.ARREST)))


def _same_epoch(left: Columns, right: Columns) -> Bools:
    epoch = left["epoch"]
    return np.asarray((epoch != NO_DAY) & (np.abs(epoch - right["epoch"]) <= 1))


def saturated(cosine: Floats) -> Floats:
    """Let the first tenths of likeness count most: past a third, more shared words are style or a copied paragraph."""
    return np.asarray(1 - np.exp(-cosine / LIKENESS_SCALE), np.float32)


def cites(facts: Facts, one: Ints, two: Ints) -> Bools:
    """Tell which pairs of passages link to, or copy, one another or one third page."""
    targets = facts.passages.targets
    return np.asarray((targets.take(one) == targets.take(two)) & (one != two))
