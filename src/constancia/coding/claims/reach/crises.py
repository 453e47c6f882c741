"""Tell a figure of a whole crisis from one of a deed: what it left, in how many days, below which heading."""

from __future__ import annotations

import datetime as dt
import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import HARM, Figure, Line, label_of
from constancia.coding.claims.reach.beginnings import CRISIS_DAYS
from constancia.coding.story import Draft, Story
from constancia.coding.word_sets import words_of
from constancia.model import DateValue, Mention, PlaceValue
from constancia.vocabulary import EVENT_STATUSES, Feature, Mode, Precision

LASTING = frozenset({Mode.STRIKE, Mode.HUNGER, Mode.BOYCOTT, Mode.OBSTRUCT})


def is_of_crisis(story: Story, line: Line, figure: Figure, words: FigureWords, *, is_of_day: bool) -> bool:
    """Read "in eight days of strike", "the protests have left", and "the strike left" of one that has lasted.

    `is_of_day` tells whether the sentence has a day of its own, to which what is left belongs then.
    """
    if words.days_of_crisis.search(line.folded):
        return True
    before = line.words(line.start, figure.start)
    if is_of_day or line.is_headline:
        return False
    return bool(words.has_left.search(before)) or (
        bool(words.left.search(before)) and (has_lasted(story) or _is_broken_down(line, figure))
    )


def _is_broken_down(line: Line, figure: Figure) -> bool:
    """Tell "the revolt leaves 33 dead: 28 civilians, three guards and two clerks" from the dead of one clash."""
    behind = line.words(figure.end, line.end)
    colon = behind.find(":")
    return colon >= 0 and sum(other.start >= figure.end + colon for other in line.figures) >= _PARTS


_PARTS = 3


def has_lasted(story: Story) -> bool:
    """Tell whether a text tells of something that went on for days before it was written."""
    published = story.reading.text.published
    return any(_lasts(draft, published) for draft in story.drafts) or any(
        _is_span(mention) for mention in story.reading.mentions
    )


def lasts_for_days(story: Story) -> bool:
    """Tell whether what has no day of its own lasted in a text that tells of it, or of deeds of several days."""
    told = (each for each in story.drafts if each.date_mention is not None and each.status in EVENT_STATUSES)
    return has_lasted(story) or len({each.first_day for each in told}) > 1


def _lasts(draft: Draft, published: dt.date | None) -> bool:
    if draft.mode not in LASTING:
        return False
    begun = draft.date.from_ if draft.date is not None and draft.date.precision is Precision.DAY else None
    is_old = begun is not None and published is not None and begun <= published - dt.timedelta(days=CRISIS_DAYS)
    return (draft.day_counter or 0) >= CRISIS_DAYS or is_old


def _is_span(mention: Mention) -> bool:
    """Tell whether words name a run of some days from its first to its last: "from 3 to 22 March"."""
    value = mention.value
    if not isinstance(value, DateValue) or value.precision is not Precision.WINDOW:
        return False
    if value.from_ is None or value.to is None:
        return False
    return value.to - value.from_ >= dt.timedelta(days=CRISIS_DAYS)


def span_of(story: Story, line: Line) -> Mention | None:
    """Give the run of days that a line names, where it reaches to about the day of the text."""
    published = story.reading.text.published
    for mention in story.dates_in(line.index):
        value = mention.value
        if not _is_span(mention) or not isinstance(value, DateValue) or value.to is None:
            continue
        if published is None or value.to >= published - dt.timedelta(days=CRISIS_DAYS):
            return mention
    return None


def is_listed_with(line: Line, figure: Figure) -> bool:
    """Tell "the toll of the strike is four dead, over 70 hurt and 112 held": no verb parts the counts."""
    ends = [other.end for other in line.figures if other.end <= figure.start and other.measure in HARM]
    if not ends:
        return False
    between = line.words(max(ends), figure.start)
    return _LISTED.fullmatch(between) is not None and not line.verbs_between(max(ends), figure.start)


_LISTED = re.compile(r"[^,;:.()]{0,30}(?:,|(?:,\s*)?\s(?:y|e|and))\s[^,;:.()]{0,20}")


def opens_with_all_since(story: Story, line: Line, words: FigureWords) -> bool:
    """Read "Since the start of the strike, 61 hurt and 100 arrested" and "Deaths: the ministry says three have died".

    The opening reaches over all that is counted.
    """
    label = label_of(story, line)
    if label is not None and any(pattern.fullmatch(label) for pattern in words.nouns.values()):
        return not any(isinstance(each.value, PlaceValue) for each in story.mentions_in(line.index))
    opening = line.words(line.start, min(figure.start for figure in line.figures)).strip()
    return bool(_ALL_SINCE.match(opening) and words.always_cumulative.search(opening))


_ALL_SINCE = re.compile(r"(?:since|from|desde|en lo que va)\b")


def names_its_town(story: Story, line: Line, words: FigureWords) -> bool:
    """Tell "hurt in the riots in Kisumu", "detenidos en los disturbios de Posadas", from those of a country's."""
    ends = [line.start + match.end() for match in words.in_crisis.finditer(line.folded) if match["crisis"] in _SHORT]
    return any(
        isinstance(each.value, PlaceValue)
        and each.value.feature in (Feature.CITY, Feature.SITE)
        and _OF_TOWN.fullmatch(line.words(end, each.start)) is not None
        for end in ends
        for each in story.mentions_in(line.index)
    )


_SHORT = words_of("crises", "short")  # what is over in a day or two
_OF_TOWN = re.compile(r"\s(?:de|del|en|of|in|at)\s(?:(?:el|la|los|las|the)\s)?")


def is_upon_another(after: str) -> bool:
    """Tell from the words behind a raised count that it is of all the dead: "to six on Sunday, after police"."""
    return _UPON_ANOTHER.match(after) is not None


_UPON_ANOTHER = re.compile(
    r"(?:\s(?:(?:on|last|el|este|la|en la)\s)?\w+(?:\s\w+)?)?,?"
    r"\s(?:after|following|tras|luego de|despues de|una vez que)\s"
)
