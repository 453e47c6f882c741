"""Pairs of reports to the named parts of their score, and to the pairs that cannot be one event."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from constancia.link.blocking import days_apart
from constancia.link.facts import FIGURES, MODES, NO_DAY, STATUSES, TYPES, Facts
from constancia.link.keys import WINDOW_DAYS
from constancia.link.places import Relation
from constancia.link.weights import PARTS
from constancia.vocabulary import EventType, Measure, Mode, Status

Ints = npt.NDArray[np.signedinteger[Any]]
Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float32]

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

_TOWN = 4
"""The level of places from which on each is a town or a site."""

KIN_FORM = 0.3
"""Forms of one mode (a march, a rally) are told for one another; a march and a strike are not."""

ASSUMED_PLACE = 0.5
"""A place that a report has from its neighbours in the passage counts half, for and against."""

_ROUGH_MEASURES = {Measure.PARTICIPANTS: 3.0}
"""Crowds are told three times apart and are still one crowd (police and organisers)."""


_WORDS_AT_ONCE = 1 << 18
"""Words of pairs of rows multiplied at once, to bound the memory: a row has some hundred words."""


def _status_table() -> Bools:
    table = np.zeros((len(STATUSES), len(STATUSES)), np.bool_)
    for group in _MAY_SHARE:
        for one in group:
            for two in group:
                table[STATUSES.index(one), STATUSES.index(two)] = True
    return table


_SHARE = _status_table()


def score_parts(facts: Facts, one: Ints, two: Ints) -> Floats:
    """Give the parts of the score of pairs, one row a pair, columns in the order of PARTS."""
    columns = facts.columns
    parts = np.zeros((len(one), len(PARTS)), np.float32)
    for name, values in {
        **_date_parts(columns, one, two),
        **_place_parts(facts, one, two),
        **_deed_parts(facts, one, two),
        **_figure_parts(facts, one, two),
        **_word_parts(facts, one, two),
    }.items():
        parts[:, PARTS.index(name)] = values
    return parts


def forbidden(facts: Facts, one: Ints, two: Ints) -> Bools:
    """Tell which pairs cannot be one event.

    Those are statuses that exclude one another, two editions of a series, a plural and one of its parts, protests in
    two places (one cause brings many towns out on one day), and protests, or force against them, of two days in one
    passage. Two places or days of a shooting are oftener a slip of reading.
    """
    columns = facts.columns
    unlike = ~_SHARE[columns["status"][one], columns["status"][two]]
    edition1, edition2 = columns["edition"][one], columns["edition"][two]
    other_edition = (edition1 >= 0) & (edition2 >= 0) & (edition1 != edition2)
    part = columns["is_plural"][one] != columns["is_plural"][two]
    apart = facts.atlas.relations(columns["place"][one], columns["place"][two]) == Relation.APART
    said = columns["is_placed"][one] & columns["is_placed"][two]
    protests = columns["type"][one] == TYPES.index(EventType.PROTEST)
    apart = (apart | _are_named_apart(facts, one, two)) & said
    public = protests | (columns["mode"][one] == MODES.index(Mode.CROWD_CONTROL))
    is_other = (apart & protests) | (public & _are_dated_apart(columns, one, two))
    return np.asarray(unlike | other_edition | part | (is_other & ~_one_counter(facts, one, two)))


def _are_dated_apart(columns: npt.NDArray[np.void], one: Ints, two: Ints) -> Bools:
    """Tell which pairs of one passage are of days that do not even touch: the coder left them apart (X3)."""
    same = columns["passage"][one] == columns["passage"][two]
    dated = columns["is_dated"][one] & columns["is_dated"][two]
    return np.asarray(same & dated & (days_apart(columns, one, two) > 1))


def _are_named_apart(facts: Facts, one: Ints, two: Ints) -> Bools:
    """Tell which pairs of one passage name a town and a site of no known point: the coder left them apart (X3)."""
    columns, atlas = facts.columns, facts.atlas
    place1, place2 = columns["place"][one], columns["place"][two]
    same = columns["passage"][one] == columns["passage"][two]
    fine = (atlas.level[place1] >= _TOWN) & (atlas.level[place2] >= _TOWN)
    return np.asarray(same & fine & np.isnan(atlas.km(place1, place2)) & (atlas.name[place1] != atlas.name[place2]))


def _date_parts(columns: npt.NDArray[np.void], one: Ints, two: Ints) -> dict[str, npt.NDArray[np.generic]]:
    gap = days_apart(columns, one, two)
    dated = columns["is_dated"][one] & columns["is_dated"][two]
    protest = columns["type"][one] == TYPES.index(EventType.PROTEST)
    return {
        "same_day": dated & (gap == 0),
        "days_apart": np.minimum(gap, WINDOW_DAYS) * np.where(dated, 1.0, 0.5) * np.where(protest, PROTEST_DAYS, 1.0),
        "undated": ~dated,
    }


def _place_parts(facts: Facts, one: Ints, two: Ints) -> dict[str, npt.NDArray[np.generic]]:
    place = facts.columns["place"]
    relation = facts.atlas.relations(place[one], place[two])
    point = facts.atlas.level[place[one]] >= 2
    said = facts.columns["is_placed"][one] & facts.columns["is_placed"][two]
    worth = np.where(said, 1.0, ASSUMED_PLACE)
    return {
        "same_place": worth * ((relation == Relation.SAME) & point),
        "near_place": worth * (relation == Relation.NEAR),
        "inside_place": worth * ((relation == Relation.INSIDE) | ((relation == Relation.SAME) & ~point)),
        "other_place": worth * ((relation == Relation.APART) & ~_one_counter(facts, one, two)),
    }


def _deed_parts(facts: Facts, one: Ints, two: Ints) -> dict[str, npt.NDArray[np.generic]]:
    columns, wide_strike = facts.columns, _is_the_strike(facts, one, two)
    form1, form2 = columns["form"][one], columns["form"][two]
    mode1, mode2 = columns["mode"][one], columns["mode"][two]
    forms, modes = (form1 >= 0) & (form2 >= 0), (mode1 >= 0) & (mode2 >= 0)
    series = (columns["series"][one] >= 0) & (columns["series"][one] == columns["series"][two])
    planned = STATUSES.index(Status.PLANNED)
    status1, status2 = columns["status"][one], columns["status"][two]
    return {
        "same_form": np.where(forms, form1 == form2, modes & (mode1 == mode2)),
        "other_form": (forms & (form1 != form2)) * np.where(modes & (mode1 == mode2), KIN_FORM, 1.0),
        "other_mode": ~forms & modes & (mode1 != mode2) & ~(_is_raid(mode1) & _is_raid(mode2)),
        "same_doers": (columns["doers"][one] & columns["doers"][two]) != 0,
        "series": (series | _same_epoch(columns, one, two) | wide_strike) & ~(forms & (form1 != form2)),
        "same_document": columns["passage"][one] == columns["passage"][two],
        "ahead": ((status1 == planned) != (status2 == planned)) & (days_apart(columns, one, two) == 0),
    }


def _is_raid(mode: npt.NDArray[np.generic]) -> Bools:
    """Tell the modes of one police operation: a raid on a house and the arrests in it."""
    return np.isin(mode, [MODES.index(Mode.SEIZE), MODES.index(Mode.ARREST)])


def _same_epoch(columns: npt.NDArray[np.void], one: Ints, two: Ints) -> Bools:
    epoch1, epoch2 = columns["epoch"][one], columns["epoch"][two]
    return np.asarray((epoch1 != NO_DAY) & (np.abs(epoch1 - epoch2) <= 1))


def _is_local(facts: Facts, rows: Ints) -> Bools:
    """Tell the reports that name a place finer than a country."""
    columns = facts.columns
    return np.asarray(columns["is_placed"][rows] & (facts.atlas.level[columns["place"][rows]] > 0))


def _is_the_strike(facts: Facts, one: Ints, two: Ints) -> Bools:
    """Tell which pairs name, without a town, a strike that goes on in a country on the days of the other.

    Pages name such a strike as "the strike", with nothing more. Those who strike must be the same where both say.
    """
    columns, country = facts.columns, facts.atlas.country
    strike = MODES.index(Mode.STRIKE)
    strikes = (columns["mode"][one] == strike) & (columns["mode"][two] == strike)
    wide = ~_is_local(facts, one) & ~_is_local(facts, two)
    home = country[columns["place"][one]]
    doers1, doers2 = columns["doers"][one], columns["doers"][two]
    told_apart = (doers1 != 0) & (doers2 != 0) & ((doers1 & doers2) == 0)
    begun = (columns["epoch"][one] != NO_DAY) | (columns["epoch"][two] != NO_DAY)
    here = (home == country[columns["place"][two]]) & (home != 0)
    meets = days_apart(columns, one, two) == 0
    return np.asarray(strikes & wide & begun & here & meets & ~told_apart)


def _one_counter(facts: Facts, one: Ints, two: Ints) -> Bools:
    """Tell which pairs are of one strike in one country, by its day 1: it is told from town after town.

    Two strikes that are said to have begun on one day in two towns are two, unless both count their days.
    """
    columns, country = facts.columns, facts.atlas.country
    same = country[columns["place"][one]] == country[columns["place"][two]]
    form = columns["form"][one] == columns["form"][two]
    counted = columns["is_counted"][one] & columns["is_counted"][two]
    local = _is_local(facts, one) & _is_local(facts, two) & ~counted
    return np.asarray((_same_epoch(columns, one, two) & same & form & ~local) | _is_the_strike(facts, one, two))


def _figure_parts(facts: Facts, one: Ints, two: Ints) -> dict[str, npt.NDArray[np.generic]]:
    figures1, figures2 = facts.figures[one], facts.figures[two]
    low1, low2, high1, high2 = figures1["low"], figures2["low"], figures1["high"], figures2["high"]
    slack = np.array([_ROUGH_MEASURES.get(measure, 1.0) for measure in FIGURES], np.float32)
    both = ~np.isnan(low1) & ~np.isnan(low2)
    meet = both & (low1 <= high2 * slack) & (low2 <= high1 * slack)
    equal = meet & (((low1 == low2) & (low1 >= TELLING_FIGURE)) | ((high1 == high2) & (high1 >= TELLING_FIGURE)))
    return {
        "same_figures": meet.sum(axis=1),
        "equal_figures": equal.sum(axis=1),
        "other_figures": (both & ~meet).sum(axis=1),
    }


def _word_parts(facts: Facts, one: Ints, two: Ints) -> dict[str, npt.NDArray[np.generic]]:
    passage = facts.columns["passage"].astype(np.int64)
    spanish = facts.passages.is_spanish[passage]
    return {
        "quote_words": saturated(cosines(facts.quotes, one, two)),
        "cited": cites(facts, passage[one], passage[two]),
        "cross_language": spanish[one] != spanish[two],
    }


def saturated(cosine: Floats) -> Floats:
    """Let the first tenths of likeness count most: past a third, more shared words are style or a copied paragraph."""
    return np.asarray(1 - np.exp(-cosine / LIKENESS_SCALE), np.float32)


def cites(facts: Facts, one: Ints, two: Ints) -> Bools:
    """Tell which pairs of passages link to, or copy, one another or one third page."""
    targets = facts.passages.targets
    return np.asarray((targets[one] == targets[two]) & (one != two))


def cosines(rows: sparse.csr_matrix, one: Ints, two: Ints) -> Floats:
    """Give the products of pairs of rows."""
    result = np.zeros(len(one), np.float32)
    at_once = max(_WORDS_AT_ONCE // max(rows.nnz // max(rows.shape[0], 1), 1), 1)
    for start in range(0, len(one), at_once):
        part = slice(start, start + at_once)
        result[part] = np.asarray(rows[one[part]].multiply(rows[two[part]]).sum(axis=1)).ravel()
    return result
