"""The drafts of a story in, strikes and blocks that ended after some days out with their days, and not called off.

"Growers end 19-day strike", "levantaron la huelga el viernes, tras 19 días": what had gone on was not called off before
it began (S6), and the day told is its last.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from constancia.coding.clauses.syntax import Tense
from constancia.coding.number_words import CARDINALS, number_said
from constancia.coding.story import Draft, Story
from constancia.coding.word_sets import words_of
from constancia.model import Mention
from constancia.vocabulary import EventType, Mode, Precision, Status

_LASTING = frozenset({Mode.STRIKE, Mode.HUNGER, Mode.OBSTRUCT, Mode.BOYCOTT})
_STOPPED = frozenset({Status.CANCELLED, Status.OCCURRED})
_NUMBER = rf"(?P<days>\d{{1,3}}|{'|'.join(sorted(CARDINALS, key=len, reverse=True))})"
_OF = r"(?:paro|huelga|protesta|bloqueo|cierre|ayuno|toma|strike|stoppage|walkout|protest|blockade|fast|shutdown)"
_RAN = re.compile(
    rf"\b(?:tras|despues de|luego de|al cabo de|after|following)\s+(?:nearly\s+|almost\s+|casi\s+)?{_NUMBER}"
    rf"\s+(?:dias|days)\b(?!\s+(?:de|of|sin|without)\s+(?!{_OF}))"
)
_LONG = re.compile(
    rf"\b{_NUMBER}[- ]day(?:[- ](?:long|old))?\s+(?:[\w'-]+\s+){{0,2}}?{_OF}|{_OF}\s+(?:[\w'-]+\s+){{0,2}}?de\s+"
    rf"{_NUMBER.replace('days', 'dias')}\s+dias\b"
)
_ENDS = re.compile(
    r"\b(?:end(?:s|ed|ing)?|lift(?:s|ed|ing)?|calls? off|called off|suspend(?:s|ed)?|halt(?:s|ed)?|left|leave"
    r"|levant(?:a|an|o|aron|ando)|suspend(?:e|en|io|ieron)|depon(?:e|en)|depus(?:o|ieron)|entreg(?:a|an|o|aron)"
    r"|p(?:us|on)(?:o|e|en|ieron) fin|termin(?:o|aron|a|an)|conclu(?:yo|yeron|ye|yen)|finaliz(?:o|aron|a|an)"
    r"|culmin(?:o|aron)|acab(?:o|aron)|desbloque(?:a|an|o|aron)|romp(?:io|ieron))\b"
)


# "A five-day walkout due to start on Friday was suspended": five days to come.
_TO_COME = re.compile(
    r"\b(?:(?:planned|scheduled|due|slated|set|meant|called|announced) (?:for|to (?:start|begin|take|last|run)|on|next)"
    r"|(?:previst|convocad|programad|anunciad|fijad)[oa]s? (?:para|a partir))\b"
)


def end_what_lasted(story: Story) -> None:
    """Give strikes and blocks that are told to have ended the status and the days of what was held."""
    for draft in story.drafts:
        if draft.mode not in _LASTING or draft.status not in _STOPPED:
            continue
        told = [story.folded(each) for each in sorted({t.sentence for t in (draft.trigger, *draft.echoes)})]
        ends = [folded for folded in told if _ENDS.search(folded)]
        if not ends:
            continue
        days = next(filter(None, map(_days_of, ends)), None) or _days_told(story, draft)
        if draft.status is Status.CANCELLED and any(_TO_COME.search(folded) for folded in ends):
            continue
        if draft.status is Status.CANCELLED and (days or _went_on(story, draft)):
            draft.status = Status.OCCURRED
            draft.why.append("S6 it had begun")
        if days is not None and draft.status is Status.OCCURRED:
            _date_back(draft, days)


def _days_of(folded: str) -> int | None:
    match = _RAN.search(folded) or _LONG.search(folded)
    if match is None:
        return None
    number = next(group for group in match.groups() if group is not None)
    return number_said(number)


def _days_told(story: Story, draft: Draft) -> int | None:
    """Give the days that the headline counts: "Growers end 19-day strike", told on in the text."""
    first = story.reading.sentences[0]
    if not first.is_headline or draft.trigger.sentence == 0:
        return None
    folded = story.folded(0)
    return _days_of(folded) if _ENDS.search(folded) else None


def _went_on(story: Story, draft: Draft) -> bool:
    others = (each for each in story.drafts if each is not draft and each.mode is draft.mode)
    return any(each.status is Status.ONGOING for each in others)


def _date_back(draft: Draft, days: int) -> None:
    """Let the day told be the last of so many."""
    told = draft.date
    if told is None or told.from_ is None or told.precision is not Precision.DAY or days < 2:
        return
    last = told.to or told.from_
    draft.date = replace(told, from_=last - dt.timedelta(days=days - 1), to=last, precision=Precision.WINDOW)
    draft.why.append(f"date: the last of {days} days")


def is_ended_since(story: Story, draft: Draft, mention: Mention) -> bool:
    """Tell "lifted the block that they had kept up since Friday", which is over, from what goes on since Friday."""
    parse = story.parse(draft.trigger.sentence)
    clause = parse.clauses[parse.clause_at[draft.trigger.word]]
    verb, home = clause.verb, parse.clause_at[parse.word_at(mention.start)]
    is_other = home != clause.index and verb is not None and not verb.is_negated and verb.tense in _OVER
    is_over = is_other and verb is not None and verb.lemma in _LIFTS
    return is_over and draft.type is EventType.PROTEST and story.reading.text.published is not None


_OVER = frozenset({Tense.PAST, Tense.PRESENT})
_LIFTS = words_of("dates", "end_verbs") | words_of("ended", "lifts")
