"""A figure and a deed in, whether the figure is another deed's out: of the town or the time that it is told beside."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from constancia.coding.claims.line import Figure, Line
from constancia.coding.story import Draft, Story
from constancia.coding.what.reasons import opener
from constancia.coding.when.days import is_date
from constancia.coding.word_patterns import any_of
from constancia.model import DateValue, Mention, PlaceValue
from constancia.vocabulary import EventType, Feature, Measure, PlacePrecision, Precision
from constancia.words.expressions import expression

_TOWNS = frozenset({Feature.CITY, Feature.ADMIN2, Feature.SITE})
_OPENING = re.compile(r"[^.;:\d]{0,28}\b(?:in|at|en) (?:el |la |los |las |the )?$")


def town_that_opens(story: Story, line: Line, before: int) -> Mention | None:
    """Give the town with which a sentence opens in front of an offset: "Mientras tanto, en Tarija, 40 panaderos …"."""
    first = next((each for each in story.mentions_in(line.index) if isinstance(each.value, PlaceValue)), None)
    if first is None or first.end > before or getattr(first.value, "feature", None) not in _TOWNS:
        return None
    return first if _OPENING.fullmatch(line.words(line.start, first.start)) else None


def is_told_of_another_town(story: Story, line: Line, figure: Figure, draft: Draft) -> bool:
    """Tell what a sentence that opens with a town tells of it from a deed of another town, told before."""
    if draft.is_named_in(line.index) or line.index in draft.told_in:
        return False
    town = town_that_opens(story, line, figure.start)
    if town is None or not isinstance(town.value, PlaceValue):
        return False
    if draft.place is None or draft.place_mention is None:  # a place that it took from the whole text
        return story.reading.sentences[draft.trigger.sentence].paragraph != line.paragraph
    if draft.place.precision in _WIDE:
        return False
    names = {draft.place.name, draft.place.admin1, draft.place.admin2, draft.place.text}
    return town.value.name not in names


_WIDE = frozenset({PlacePrecision.COUNTRY, PlacePrecision.REGION, PlacePrecision.ADMIN1, None})


def is_of_another_day(story: Story, line: Line, figure: Figure, home: Draft) -> bool:
    """Tell a count that a deed's is held against: "unlike the first, which left 31 hurt", "the 300 of last week"."""
    before = line.words(line.start, figure.end)
    if _UNLIKE.search(before) and not _GIVEN.match(line.words(figure.end, line.end)):
        return True
    when = _WHEN.search(before)
    told = home.first_day or story.reading.text.published
    if when is not None and told is not None and int(when["year"]) < told.year:
        return True
    day = home.first_day if not figure.is_single else None
    behind = _own_day(story, line, figure) if day is not None else None
    last = behind.value.to if behind is not None and isinstance(behind.value, DateValue) else None
    if day is None or behind is None or last is None or last > day - _APART:
        return False
    is_right_behind = _IN.fullmatch(line.words(figure.end, behind.start)) is not None
    return (is_right_behind and _is_of_a_year(behind)) or not home.is_named_in(line.index)


def is_why(line: Line, figure: Figure, home: Draft, language: str) -> bool:
    """Tell whose death a protest or a decree is told to follow upon, "tras la muerte de un preso, vecinos cortaron"."""
    is_answer = home.type in _ANSWERS or (home.type is EventType.ASSAULT and home.trigger.sentence == line.index)
    if figure.measure not in _BEFELL or not is_answer:
        return False
    before = line.before(figure)
    return before.endswith(_LAST_OF_OF) and _upon(language).search(before) is not None


_BEFELL = frozenset({Measure.KILLED, Measure.INJURED, Measure.MISSING})
_ANSWERS = frozenset({EventType.PROTEST, EventType.COERCE, EventType.MOBILIZE})
_LAST_OF_OF = ("de ", "del ", "of ")


@cache
def _upon(language: str) -> re.Pattern[str]:
    return expression(
        rf"(?:^|[\s(\"“«]){opener(language)}\s+"
        r"(?:(?:la|las|el|los|the|una?|presunt[oa]|recent|fatal|violent[oa]?)\s+)*"
        rf"{any_of('elsewhere', 'harm')}\s+(?:\w+\s+)?(?:de|del|of)\s+$"
    )


def _is_of_a_year(day: Mention) -> bool:
    """Tell a year, which holds many deeds, from a day or a month."""
    return isinstance(day.value, DateValue) and day.value.precision is Precision.YEAR


def year_of(story: Story, line: Line, figure: Figure) -> Mention | None:
    """Give the year that ends a figure's own words: what it counts is of all that year."""
    behind = _own_day(story, line, figure)
    return behind if behind is not None and _is_of_a_year(behind) else None


_IN = re.compile(r"\s(?:(?:de|del|en|el|la|durante|of|in|during)\s)*")
_APART = dt.timedelta(days=3)
# "Unlike the first, which ended with", "más que los", "compared with the"; "the day before they were".
_UNLIKE = re.compile(
    r"\b(?:a diferencia de|en comparacion con|comparad[oa]s? con|en contraste con|in contrast to|unlike|"
    r"compared (?:with|to))\b(?:[^.,;:]|, (?:que|which|en|where|donde|when|cuando)\b){0,60}$"
    r"|\b(?:mas|menos|mayor|menor|inferior|superior|por encima|por debajo|doble|triple|mitad|more|fewer|less|larger|"
    r"smaller|higher|lower) (?:que|than|a|de) (?:l[oa]s|the) [\w.,]+$"
    r"|\b(?:la vispera|el dia anterior|la semana (?:pasada|anterior)|hace una? \w+|hasta ayer|the day before|"
    r"a day earlier|last week|a week (?:ago|earlier)),?(?: (?:ya|solo|apenas|only))? "
    r"(?:eran|habia|sumaban|there were|they were|it was|numbered) (?:un[oa]s |some |about )?[\w.,]+$"
)
# "Far fewer than the 60,000 claimed by organisers": of the same crowd.
_GIVEN = re.compile(
    r"\s+(?:claimed|estimated|counted|given|announced|reported|put forward|que|anunciad|calculad|estimad|dich)"
)
# "The worst since November 2019, when ten herders died".
_WHEN = re.compile(r"\b(?P<year>(?:19|20)\d\d),? (?:cuando|when|en (?:el|la) que|in which)\b[^.;:]{0,80}$")
_TO_DAY = re.compile(r"[^,.;:()]{0,40}?(?:\b(?:de|del|en|el|la|durante|of|in|on|during|from)\s+){0,3}")


def _own_day(story: Story, line: Line, figure: Figure) -> Mention | None:
    """Give the day that ends a figure's own words: "los 300 manifestantes de la semana pasada", "517 el año pasado"."""
    later = [other.start for other in line.figures if other.start >= figure.end]
    limit = min(later, default=line.end)
    for mention in story.dates_in(line.index):
        if figure.end <= mention.start < limit and is_date(mention):
            between = line.words(figure.end, mention.start)
            is_own = (
                len(between) <= _BEHIND
                and _TO_DAY.fullmatch(between)
                and not line.verbs_between(figure.end, mention.start)
            )
            return mention if is_own else None
    return None


_BEHIND = 40  # characters of the noun between a figure and its day
