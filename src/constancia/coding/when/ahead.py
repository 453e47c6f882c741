"""A bare weekday of a deed in, the next such day out where the deed was still to come (codebook, S3, S5 and S6)."""

from __future__ import annotations

import datetime as dt
import re

from constancia.coding.clauses.syntax import Tense
from constancia.coding.status.status_words import KEPT_FROM
from constancia.coding.story import Draft, Story
from constancia.coding.word_sets import words_of
from constancia.model import Mention
from constancia.vocabulary import Status
from constancia.words import fold

_WEEK = dt.timedelta(days=7)
_WEEKDAY_ALONE = re.compile(
    r"(?:(?:on|el|este|this|for|para) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"(?: (?:morning|afternoon|evening|night))?"
    r"|(?:el |este )?(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)"
    r"(?: (?:por|en|a) la (?:manana|tarde|noche|madrugada))?"
)


def put_ahead(
    story: Story, draft: Draft, mention: Mention, from_: dt.date | None, to: dt.date | None
) -> tuple[dt.date | None, dt.date | None]:
    """Put a bare weekday of what is planned behind the day of publication: "announced a blockade on Wednesday"."""
    published = story.reading.text.published
    if not _is_to_come(story, draft, mention) or published is None or from_ is None or to not in (from_, None):
        return from_, to
    if from_ < published - _LONG_AGO and from_ == to and not _YEAR.search(mention.text):
        day = _next_such(from_, published)
        return day, day
    is_bare = bool(_WEEKDAY_ALONE.fullmatch(fold(mention.text)))
    if not is_bare or not published - _WEEK < from_ < published:
        return from_, to
    return from_ + _WEEK, None if to is None else to + _WEEK


def _next_such(day: dt.date, published: dt.date) -> dt.date:
    """Give the day of that month that comes next: a plan for 4 March is of no year told before it."""
    for year in range(published.year, published.year + 5):
        try:
            ahead = day.replace(year=year)
        except ValueError:  # 29 February
            continue
        if ahead >= published:
            return ahead
    return day


_LONG_AGO = dt.timedelta(days=365)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _is_to_come(story: Story, draft: Draft, mention: Mention) -> bool:
    """Tell what was only planned when it was told of, and what has just been called off or forbidden."""
    if draft.status in (Status.PLANNED, Status.THREATENED):
        return True
    is_undone = draft.status in (Status.CANCELLED, Status.PREVENTED)
    if is_undone and (_is_just_told(story, draft) or (_is_of_plan(story, mention) and _is_forbidden(story, draft))):
        return True
    if draft.status is Status.CANCELLED and _is_put_off_to(story, mention):
        return True
    if draft.status in (Status.CANCELLED, Status.PREVENTED) and _is_nearer_ahead(story, mention):
        return _is_of_plan(story, mention)
    return KEPT_FROM in draft.why and _is_of_plan(story, mention)


def _is_nearer_ahead(story: Story, mention: Mention) -> bool:
    """Tell, on a Thursday, the Saturday for which a march was called and that it was banned from, from the last one."""
    published, told = story.reading.text.published, getattr(mention.value, "from_", None)
    return published is not None and told is not None and published - told > _WEEK / 2


def _is_just_told(story: Story, draft: Draft) -> bool:
    """Tell "have scrapped Saturday's rally" from "scrapped Saturday's rally", which D1 takes for the last Saturday."""
    parse = story.parse(draft.trigger.sentence)
    verb = parse.clauses[parse.clause_at[draft.trigger.word]].verb
    return verb is not None and verb.is_perfect and verb.tense is Tense.PRESENT


def _is_forbidden(story: Story, draft: Draft) -> bool:
    """Tell "banned the march set for Saturday", told ahead, from "stopped the march set for Saturday", from leaving."""
    return any(verb.lemma in _FORBIDS for verb in story.parse(draft.trigger.sentence).verbs)


_FORBIDS = words_of("ahead", "forbids")


def _is_put_off_to(story: Story, mention: Mention) -> bool:
    """Tell the day to come of "was postponed to Saturday" and "se pospuso para el sábado"."""
    return bool(_TO_A_DAY.search(fold(story.reading.text.text[max(mention.start - 12, 0) : mention.start])))


_TO_A_DAY = re.compile(r"\b(?:for|para|to|until|till|a|al|hasta) (?:next |this |el |este |la )?$")


def _is_of_plan(story: Story, mention: Mention) -> bool:
    """Tell the day of what somebody is kept from doing: "from holding a rally planned for Saturday"."""
    return bool(FOR_A_DAY.search(fold(story.reading.text.text[max(mention.start - 12, 0) : mention.start])))


FOR_A_DAY = re.compile(r"\b(?:for|para) (?:next |this |el |este |la )?$")
