"""Decide how far a figure reaches: one deed, a span of days, a wider area, or all since a beginning (codebook, T1)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from constancia.coding.claims.figures import Figure, Line, line_of
from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.story import Draft, Story
from constancia.model import DateValue, Mention, PlaceValue
from constancia.vocabulary import Feature, Measure, PlacePrecision, Precision, Scope, TimexType

_TOLLED = frozenset(
    {Measure.KILLED, Measure.INJURED, Measure.ARRESTED, Measure.MISSING, Measure.DISPLACED, Measure.STERILIZED}
)
_ISO = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}
# A beginning nearer than this to the report tells of one deed ("missing since Monday's attack"), not of a crisis.
_CRISIS_DAYS = 4
_SINCE_REACH = 60


@dataclass(frozen=True, slots=True)
class Reach:
    """A scope, and for a cumulative figure its beginning as said (an ISO date, month or year)."""

    scope: Scope
    since: str | None = None


def find_reach(story: Story, line: Line, figure: Figure, home: Draft | None, words: FigureWords) -> Reach:
    """Give the reach of a figure whose report would be `home`."""
    if figure.measure in _TOLLED:
        since = _beginning(story, line, words)
        if since is not None and _is_old(story, since):
            return Reach(Scope.CUMULATIVE, _iso(since))
        if home is None or _is_cumulative(story, line, figure, home, words):
            return Reach(Scope.CUMULATIVE, _iso(since or _beginning_before(story, line, words)))
    if home is not None and home.is_plural and figure.measure in (Measure.PARTICIPANTS, Measure.BLOCKADES):
        return Reach(Scope.PLACE)
    if (
        home is not None
        and home.place is not None
        and home.place.precision is PlacePrecision.COUNTRY
        and home.is_plural
    ):
        return Reach(Scope.PLACE)
    if home is not None and _is_window(home):
        return Reach(Scope.WINDOW)
    return Reach(Scope.INCIDENT)


def _is_cumulative(story: Story, line: Line, figure: Figure, home: Draft, words: FigureWords) -> bool:
    clause = _clause(line, figure)
    if words.always_cumulative.search(clause):
        return not _names_one_deed(story, line, figure, home)
    if words.everywhere.search(clause):
        return True
    return bool(words.toll.search(clause)) and not is_told_here(line, home)


def _clause(line: Line, figure: Figure) -> str:
    """Give the folded words of the figure's part of the sentence: from a semicolon or another figure's clause on."""
    before, after = line.before(figure), line.after(figure)
    return before.rsplit(";", 1)[-1] + line.words(figure.start, figure.end) + after.split(";", 1)[0]


def is_told_here(line: Line, home: Draft) -> bool:
    """Tell whether a sentence itself tells of a report's deed."""
    return line.index in home.told_in or any(trigger.sentence == line.index for trigger in (home.trigger, *home.echoes))


def _names_one_deed(story: Story, line: Line, figure: Figure, home: Draft) -> bool:
    """Tell whether the figure's own words name one dated deed: "the number killed in the 9 January shooting"."""
    if not is_told_here(line, home):
        return False
    trigger = next(each for each in (home.trigger, *home.echoes) if each.sentence == line.index or each is home.trigger)
    near = [mention for mention in story.dates_in(line.index) if abs(mention.start - trigger.start) < 40]
    between = line.words(min(figure.end, trigger.start), max(figure.start, trigger.start))
    return bool(near) and not trigger.is_verb and ";" not in between and not home.is_plural


def _beginning(story: Story, line: Line, words: FigureWords) -> Mention | None:
    """Give the date that "since" governs in a sentence: "since 7 December", "since the crisis began in December"."""
    for match in words.since.finditer(line.folded):
        at = line.start + match.end()
        for mention in story.dates_in(line.index):
            between = line.words(at, mention.start) if mention.start >= at else None
            starts_inside = mention.start <= line.start + match.start() < mention.end
            is_behind = between is not None and len(between) < _SINCE_REACH and not set(between) & set(",;:")
            if (starts_inside or is_behind) and _is_day(mention):
                return mention
    return None


def _is_day(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, DateValue) and value.type is TimexType.DATE and value.from_ is not None


def _beginning_before(story: Story, line: Line, words: FigureWords) -> Mention | None:
    """Carry a beginning over from the sentence before: "Since 7 December … Under her …, 70 died"."""
    if not line.index:
        return None
    earlier = story.reading.sentences[line.index - 1]
    if earlier.paragraph != line.paragraph:
        return None
    return _beginning(story, line_of(story, line.index - 1), words)


def _is_old(story: Story, beginning: Mention) -> bool:
    value, published = beginning.value, story.reading.text.published
    if not isinstance(value, DateValue) or value.from_ is None:
        return False
    return published is None or value.from_ <= published - dt.timedelta(days=_CRISIS_DAYS)


def _iso(beginning: Mention | None) -> str | None:
    if beginning is None or not isinstance(beginning.value, DateValue) or beginning.value.from_ is None:
        return None
    return beginning.value.from_.isoformat()[: _ISO.get(beginning.value.precision or Precision.DAY, 10)]


def _is_window(home: Draft) -> bool:
    """Tell whether the words give two or more days for the deed."""
    date = home.date
    if date is None or date.start is None or date.from_ is None or date.to is None:
        return False
    return date.precision is Precision.WINDOW and date.to > date.from_


def toll_place(story: Story, line: Line, home: Draft | None) -> PlaceValue | None:
    """Give the area that a toll covers: a country or region named in its sentence, else the country told of most."""
    named = [mention.value for mention in story.mentions_in(line.index) if isinstance(mention.value, PlaceValue)]
    wide = [place for place in named if place.feature in (Feature.COUNTRY, Feature.ADMIN1, Feature.REGION)]
    if wide:
        return wide[0]
    everywhere = [mention.value for mention in story.reading.mentions if isinstance(mention.value, PlaceValue)]
    countries = [place for place in everywhere if place.feature is Feature.COUNTRY]
    if countries:
        codes = [place.country for place in everywhere if place.country]
        return max(countries, key=lambda place: codes.count(place.country or ""))
    return home_place(home)


def home_place(home: Draft | None) -> PlaceValue | None:
    """Give the place of a report as a place value."""
    if home is None or home.place is None:
        return None
    place = home.place
    return PlaceValue(
        place.name, place.feature, place.lat, place.lon, place.country, place.admin1, place.admin2, place.gazetteer_id
    )
