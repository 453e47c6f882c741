"""Drafts in, those that a protest is held over marked: told in passing, with a day and town of their own or none."""

from __future__ import annotations

from collections import defaultdict

from constancia.coding.story import Draft, Story
from constancia.coding.what.reasons import answered_from, is_of_crowd_in_peace
from constancia.coding.when.dates import date_as_news
from constancia.vocabulary import EventType, Status

_DONE = frozenset({EventType.ASSAULT, EventType.COERCE})
_TOLD = frozenset({Status.OCCURRED, Status.ONGOING, Status.BACKGROUND})


def set_back_answered(story: Story, drafts: list[Draft]) -> None:
    """Give back the protest's day and town, and its doers, where a deed is only what the protest is held over (S9)."""
    protests: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if is_of_crowd_in_peace(draft):
            protests[draft.trigger.sentence].append(draft)
    for draft in drafts:
        beside = protests.get(draft.trigger.sentence)
        if not beside or draft.type not in _DONE or draft.status not in _TOLD:
            continue
        start = answered_from(story, draft, beside)
        if start is not None:
            _set_back(draft, start, _own_verb_of(story, beside, draft))
            for protest in (each for each in beside if each.trigger.end <= start):
                _leave_to_answered(story, protest, draft, start)


def _own_verb_of(story: Story, protests: list[Draft], draft: Draft) -> int:
    """Give where the verb stands behind the deed whose subject is the protest: "a strike over the murder shut …"."""
    parse = story.parse(draft.trigger.sentence)
    words = [protest.trigger.word for protest in protests]
    for clause in parse.clauses:
        verb, subject = clause.verb, clause.subject
        if verb is None or subject is None or not verb.is_finite or parse.words[verb.first].start < draft.trigger.end:
            continue
        if any(subject.first <= word <= subject.last for word in words):
            return parse.words[verb.first].start
    return len(story.reading.text.text)


def _set_back(draft: Draft, start: int, end: int) -> None:
    if draft.date_mention is None or not start <= draft.date_mention.start < end:
        draft.date = draft.date_mention = None
        draft.status = Status.BACKGROUND
    if draft.place_mention is not None and not start <= draft.place_mention.start < end:
        draft.place = draft.place_mention = None
    draft.is_answered = True
    draft.why.append("S9 what a protest is held over")


def _leave_to_answered(story: Story, protest: Draft, draft: Draft, start: int) -> None:
    """Leave "by police" and "last week" to the killing: who and what stands within the reason is not the protest's."""
    end = _end_of_reason(story, draft)
    protest.actors = [each for each in protest.actors if each.start is None or not start <= each.start < end]
    if protest.date_mention is not None and start <= protest.date_mention.start < end:
        date_as_news(story, protest)


def _end_of_reason(story: Story, draft: Draft) -> int:
    """Give where the next finite verb behind the deed stands, or the sentence ends."""
    parse = story.parse(draft.trigger.sentence)
    verbs = (parse.words[verb.first].start for verb in parse.verbs if verb.is_finite)
    return min((at for at in verbs if at > draft.trigger.end), default=draft.extent[1])
