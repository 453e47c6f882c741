"""A measured sentence in, its figures with the report that each is of and how far it reaches out."""

from __future__ import annotations

import datetime as dt
import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import HARM, Figure, Line
from constancia.coding.claims.measures.measuring import Measured
from constancia.coding.claims.measures.wholes import take_from_whole
from constancia.coding.claims.placed import Placed, Reach
from constancia.coding.claims.reach.beginnings import iso_of
from constancia.coding.claims.reach.elsewhere import is_of_another_day, is_why, year_of
from constancia.coding.claims.reach.homes import find_home
from constancia.coding.claims.reach.scope import Setting, find_reach
from constancia.coding.story import Draft, Story
from constancia.coding.when.bygone import aside_before, is_long_before, looks_back
from constancia.vocabulary import EventType, Measure, Mode, Scope

_WHOLE_REACH = 14


def place_figures(story: Story, measured: Measured, words: FigureWords, recent: list[Placed]) -> dict[int, Placed]:
    """Give, by the `id()` of a figure, it with its report and reach; `recent` are those placed just before."""
    placed: dict[int, Placed] = {}
    for figure in (each for each in measured.line.figures if each.measure is not None):
        placed[id(figure)] = _place(story, measured, figure, (list(placed.values()), recent), words)
    return placed


def _place(
    story: Story, measured: Measured, figure: Figure, told: tuple[list[Placed], list[Placed]], words: FigureWords
) -> Placed:
    """Place a figure; `told` are those of its own sentence so far, and those of the sentences before."""
    line, whole = measured.line, measured.wholes.get(id(figure))
    here, before = list(reversed(told[0])), told[1]
    home = find_home(story, line, figure)
    if home is not None and home.mode is Mode.ABDUCT and _is_taken_by(figure, home):
        figure.measure = Measure.MISSING  # "unos hombres se llevaron a dos maestros"
    if _is_rate(line, figure, words):
        return Placed(line, figure, None, Reach(Scope.INCIDENT), whole, is_rate=True)
    if home is not None and _is_total(story, line, figure, home, words):
        return Placed(line, figure, None, Reach(Scope.PLACE), whole)
    if _is_remembered(line, figure, home, words) or _is_of_another_time(story, line, figure, home):
        year = year_of(story, line, figure)
        return Placed(
            line, figure, None, Reach(Scope.CUMULATIVE, iso_of(year)) if year else Reach(Scope.INCIDENT), whole
        )
    if home is not None and is_why(line, figure, home, story.reading.language):
        return Placed(line, figure, None, Reach(Scope.INCIDENT), whole)
    beside = [each.reach for each in (*here, *before) if each.figure.measure is figure.measure]
    setting = Setting(home, beside, _harm_of(here), _harm_of([each for each in before if not _is_sum(each, words)]))
    return Placed(line, figure, home, find_reach(story, line, figure, setting, words), whole)


def _is_taken_by(figure: Figure, home: Draft) -> bool:
    """Tell whether the word by which somebody was taken is that of the deed."""
    told = figure.governor if figure.measure is Measure.ARRESTED else None
    return told is not None and home.trigger.start <= told[0] < home.trigger.end


def take_from_wholes(placed: dict[int, Placed], measured: Measured) -> None:
    """Give parts the reach of their wholes; of one told in an earlier sentence, also its report and speaker."""
    for key, each in placed.items():
        whole = placed.get(id(each.whole)) if each.whole else None
        if whole is not None and whole.reach.scope is Scope.CUMULATIVE:
            each.reach = whole.reach
        if key in measured.before:
            take_from_whole(each, measured.before[key])


def _is_remembered(line: Line, figure: Figure, home: Draft | None, words: FigureWords) -> bool:
    """Tell the dead whom a march remembers ("a year after the death of 18 people"): they are not the march's."""
    is_of_protest = home is not None and home.type is EventType.PROTEST
    return is_of_protest and figure.measure in HARM and bool(words.commemorated.search(line.before(figure)))


def _is_sum(placed: Placed, words: FigureWords) -> bool:
    """Tell a sum told by the way, "bringing the total since May to 378": the next sentence goes on with the day."""
    line, figure = placed.line, placed.figure
    return placed.is_toll and words.summing.search(line.words(line.start, figure.start)) is not None


def _harm_of(placed: list[Placed]) -> Reach | None:
    """Give the reach of the first figure of any harm."""
    return next((each.reach for each in placed if each.figure.measure in HARM), None)


def _is_total(story: Story, line: Line, figure: Figure, home: Draft, words: FigureWords) -> bool:
    """Tell a total over several places ("in Puno, Cusco and Tacna, 4,000 in all"): it is no one event's (L2)."""
    siblings = [
        draft for draft in story.drafts if home.split_group is not None and draft.split_group == home.split_group
    ]
    return len(siblings) > 1 and bool(words.whole.search(_beside(line, figure)))


def _beside(line: Line, figure: Figure) -> str:
    return line.words(figure.start - _WHOLE_REACH, figure.end + _WHOLE_REACH)


def _is_rate(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell "five people a day" and "on average ten women" from those whom one deed harmed."""
    if figure.is_single or figure.measure not in HARM:
        return False
    before, after = _PART.split(line.before(figure))[-1], _PART.split(line.after(figure))[0]
    return bool(words.rate.match(after) or words.rate_before.search(before))


_PART = re.compile(r"[;:.]")


def _is_of_another_time(story: Story, line: Line, figure: Figure, home: Draft | None) -> bool:
    """Tell "In June 2016 a similar raid left eight dead", told of no deed, from the dead of the deed told before.

    The time stands before the figure.
    """
    if home is None or figure.measure not in _OF_A_DAY:
        return False
    if is_of_another_day(story, line, figure, home):
        return True
    if figure.measure not in _COUNTED:
        return False
    day = home.first_day if home.date is not None else story.reading.text.published
    if home.is_named_in(line.index):
        return day is not None and _is_in_an_aside(story, line, figure, home, day)
    dates = story.dates_in(line.index)
    return bool(dates) and dates[0].start < figure.start and looks_back(story, line.index, day)


def _is_in_an_aside(story: Story, line: Line, figure: Figure, home: Draft, day: dt.date) -> bool:
    """Tell the dead of "a curfew on Kaya, where nine died in an attack in 2021" from those of what is told before."""
    ends = [(each.start, getattr(each.value, "to", None)) for each in story.dates_in(line.index)]
    bygone = [start for start, end in ends if end is not None and is_long_before(end, day)]
    if not bygone:
        return False
    parse = story.parse(line.index)
    told = [each.last_word for each in (home.trigger, *home.echoes) if each.sentence == line.index]
    opens = [aside_before(parse, max(told), parse.word_at(start)) for start in bygone]
    return any(each is not None and parse.words[each].end <= figure.start for each in opens)


_COUNTED = HARM | {Measure.PARTICIPANTS}
_OF_A_DAY = _COUNTED | {Measure.BLOCKADES, Measure.DEPLOYED}
