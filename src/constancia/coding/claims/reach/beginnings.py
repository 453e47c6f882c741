"""A sentence in, the day since which it counts out, and whether that is a toll's at all (codebook, T1 and T3)."""

from __future__ import annotations

import datetime as dt
import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure, Line, line_of
from constancia.coding.story import Story
from constancia.coding.when.days import is_date, usable
from constancia.model import DateValue, Mention
from constancia.vocabulary import EventType, Precision

_ISO = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}
# A beginning nearer than this to the report tells of one deed ("missing since Monday's attack"), not of a crisis.
CRISIS_DAYS = 4
_SINCE_REACH = 60
_FROM_REACH = 8  # "from the hall on Friday" is no beginning
_OF_ALL = 50  # characters before "since"
_SUPERLATIVE = re.compile(
    r"\b(?:the (?!(?:arrest|protest|unrest|request|interest|harvest|west|east|rest|latest|test)\b)\w+est"
    r"|the (?:most|worst|first) \w+"
    r"|(?:el|la|los|las) (?:\w+ )?(?:mas|mayor(?:es)?|peor(?:es)?|primer[oa]?))\b[^,;:.]*$"
)
_ENDS_SPAN = re.compile(r"[;:]|\b(?:until|till|hasta)\b")


def find_beginning(story: Story, line: Line, words: FigureWords) -> Mention | None:
    """Give the date that "since" governs in a sentence: "since 7 December", "since the crisis began in December"."""
    for match in words.since.finditer(line.folded):
        if _SUPERLATIVE.search(line.folded, max(0, match.start() - _OF_ALL), match.start()):
            continue  # "the bloodiest incident since the strike began" counts nothing from there
        at = line.start + match.end()
        for mention in story.dates_in(line.index):
            between = line.words(at, mention.start) if mention.start >= at else None
            starts_inside = mention.start <= line.start + match.start() < mention.end
            reach = _FROM_REACH if match.group() == "from" else _SINCE_REACH
            is_behind = between is not None and len(between) < reach and not _ENDS_SPAN.search(between)
            if (starts_inside or is_behind) and is_day(mention) and not _is_day_of_deed(story, match.group(), mention):
                return mention
    return None


def _is_day_of_deed(story: Story, opening: str, day: Mention) -> bool:
    """Tell "the toll from Sunday's shooting", a deed's own day, from "from Sunday on"."""
    if opening != "from":
        return False
    triggers = (trigger for draft in story.drafts for trigger in (draft.trigger, *draft.echoes))
    return any(0 <= each.start - day.end <= _BESIDE and not each.is_verb for each in triggers)


_BESIDE = 12  # characters: "'s deadly "


def is_day(mention: Mention) -> bool:
    """Tell whether words name a date, and no time of day or duration."""
    return is_date(mention) and getattr(mention.value, "from_", None) is not None


def beginning_before(story: Story, line: Line, words: FigureWords) -> Mention | None:
    """Carry a beginning over from the sentence before: "Since 7 December … Under her …, 70 died"."""
    if not line.index or words.since.search(line.folded):
        return None
    earlier = story.reading.sentences[line.index - 1]
    if earlier.paragraph != line.paragraph:
        return None
    return find_beginning(story, line_of(story, line.index - 1), words)


def is_old(story: Story, beginning: Mention) -> bool:
    """Tell whether a beginning lies so far back that it is a crisis' and not a deed's."""
    value, published = beginning.value, story.reading.text.published
    if not isinstance(value, DateValue) or value.from_ is None:
        return False
    return published is None or value.from_ <= published - dt.timedelta(days=CRISIS_DAYS)


def iso_of(beginning: Mention | None) -> str | None:
    """Give a beginning as said: an ISO date, month or year."""
    if beginning is None or not isinstance(beginning.value, DateValue) or beginning.value.from_ is None:
        return None
    return beginning.value.from_.isoformat()[: _ISO.get(beginning.value.precision or Precision.DAY, 10)]


_OPENS_RELATIVE = re.compile(r"(?<!desde )\b(?:que|that|which|where|donde|who|quienes)\s")
_DONE_TO_PEOPLE = frozenset({EventType.ASSAULT, EventType.COERCE})


def is_of_what_lasts(story: Story, line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell the beginning of "a camp that teachers have held since 3 May", where somebody died on a day, from a toll's.

    A deed done to people, told by a noun, or a day stands before the relative that opens what lasts.
    """
    since = find_beginning(story, line, words) if words.lasting.search(line.folded) else None
    if since is None:
        return False
    is_behind = figure.end < since.start
    begin = figure.end if is_behind else line.start
    between = line.words(begin, since.start)
    relatives = [match for match in _OPENS_RELATIVE.finditer(between) if words.lasting.search(between, match.end())]
    if not relatives:
        return False
    opens = begin + relatives[-1].start()
    is_of_day = is_behind and any(
        usable(each) and getattr(each.value, "precision", None) is Precision.DAY and begin <= each.start < opens
        for each in story.dates_in(line.index)
    )
    return is_of_day or any(
        draft.type in _DONE_TO_PEOPLE
        and trigger.sentence == line.index
        and trigger.start < opens
        and not trigger.is_verb
        for draft in story.drafts
        for trigger in (draft.trigger, *draft.echoes)
    )


# ", con lo que van seis desde el sábado", ", which makes it six since".
_MAKES = re.compile(
    r",\s+(?:con (?:lo que|lo cual|ell[oa]s?|l[oa]s que)|y) (?:ya )?(?:van|suman|son|llegan|ascienden|totalizan|hay)\b"
    r"|,\s+(?:which )?(?:makes|making) (?:it )?"
)


def is_summed_behind(line: Line, figure: Figure, since: Mention, words: FigureWords) -> bool:
    """Tell "two died on Monday, bringing the dead since June to 47": the two died on that day (codebook, T3)."""
    if since.start < figure.end:
        return False
    behind = line.words(figure.end, line.end)
    leading = words.summing.search(behind) or _MAKES.search(behind)
    if leading is None:
        return False
    at = figure.end + leading.start()
    return at < since.start and any(other.start > at for other in line.figures)
