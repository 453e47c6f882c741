"""Events and stories to parents and parts: a national count over its towns, a deed over what followed from it.

In each story the deed that most passages tell leads. Arrests, charges and force that are told in that story alone are
its parts; passages of the story in which no report of the deed was coded are named with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from constancia.link.cluster import Pairs
from constancia.link.facts import Facts
from constancia.model import Event
from constancia.vocabulary import EVENT_STATUSES, EventType, Status

Ints = npt.NDArray[np.int64]

_LEADS = {EventType.ASSAULT: 0, EventType.PROTEST: 1, EventType.COERCE: 2}
"""The deeds that may lead a story, and which goes first where as many passages tell of two; arrests follow a deed."""

_SLIP_DAYS = 1
"""A date may be told a day off ("overnight", the day of the page)."""

_FOLLOWS = frozenset({EventType.COERCE, EventType.ASSAULT, EventType.MOBILIZE, EventType.SANCTION})
_AFTERMATH = frozenset({*EVENT_STATUSES, Status.LEGAL, Status.BACKGROUND})


@dataclass(slots=True)
class _Story:
    passages: set[int] = field(default_factory=set)
    events: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))


def with_parents(facts: Facts, labels: Ints, stories: Ints, pairs: Pairs, events: dict[int, Event]) -> dict[int, Event]:
    """Give the events anew with what each is a part of, and the passages that tell of it without a report."""
    parent = _plural_parents(facts, labels, pairs)
    silent: dict[int, set[int]] = defaultdict(set)
    homes = _homes(facts, labels, stories)
    for story in _stories(facts, labels, stories).values():
        lead = _lead(story, events)
        if lead is None:
            continue
        silent[lead] |= story.passages - story.events[lead]
        for label in story.events:
            if label != lead and homes[label] == 1 and _follows(events[label], events[lead]):
                parent.setdefault(label, lead)
    return {
        label: _placed(event, parent.get(label), silent.get(label), events, facts) for label, event in events.items()
    }


def _placed(
    event: Event, parent: int | None, silent: set[int] | None, events: Mapping[int, Event], facts: Facts
) -> Event:
    if parent is None and not silent:
        return event
    names = tuple(facts.passages[row].passage_id for row in sorted(silent or ()))
    return replace(event, parent_id=None if parent is None else events[parent].event_id, silent_passages=names)


def _plural_parents(facts: Facts, labels: Ints, pairs: Pairs) -> dict[int, int]:
    """Give each event the plural event that it would be one with if that were no plural, the best scored."""
    plural = facts.columns["is_plural"]
    mixed = np.flatnonzero((plural[pairs.one] != plural[pairs.two]) & (pairs.score > 0))
    found: dict[int, tuple[float, int]] = {}
    for number in mixed.tolist():
        one, two = int(pairs.one[number]), int(pairs.two[number])
        part, whole = (two, one) if plural[one] else (one, two)
        label, best = int(labels[part]), (float(pairs.score[number]), -int(labels[whole]))
        found[label] = max(best, found.get(label, best))
    return {label: -whole for label, (_, whole) in found.items()}


def _homes(facts: Facts, labels: Ints, stories: Ints) -> Ints:
    """Count the stories in which each event is told."""
    told = np.unique(labels * (len(stories) + 1) + stories[facts.columns["passage"]])
    return np.bincount(told // (len(stories) + 1), minlength=len(labels))


def _stories(facts: Facts, labels: Ints, stories: Ints) -> dict[int, _Story]:
    """Give the stories that more than one report or passage tells: one report alone leads nothing."""
    told: dict[int, _Story] = defaultdict(_Story)
    home = stories[facts.columns["passage"]]
    several = np.bincount(stories, minlength=1) > 1
    several |= np.bincount(home, minlength=len(several)) > 1
    passages, rows = np.flatnonzero(several[stories]), np.flatnonzero(several[home])
    for story, passage in zip(stories[passages].tolist(), passages.tolist(), strict=True):
        told[story].passages.add(passage)
    every = (column[rows].tolist() for column in (home, labels, facts.columns["passage"]))
    for story, label, passage in zip(*every, strict=True):
        told[story].events[label].add(passage)
    return told


def _lead(story: _Story, events: Mapping[int, Event]) -> int | None:
    """Give the deed that happened and that most passages tell; where none did, what most of them tell."""
    able = [
        (
            events[label].status not in EVENT_STATUSES,
            events[label].type not in _LEADS,
            events[label].type is EventType.COERCE,
            -len(passages),
            _LEADS.get(events[label].type, len(_LEADS)),
            label,
        )
        for label, passages in story.events.items()
    ]
    return min(able)[-1] if able else None


def _is_history(event: Event, lead: Event) -> bool:
    """Tell whether an event that is only told in passing lies before the lead."""
    if event.status is not Status.BACKGROUND or event.date is None or lead.date is None:
        return False
    ends, begins = event.date.to or event.date.from_, lead.date.from_ or lead.date.to
    return ends is not None and begins is not None and (begins - ends).days > _SLIP_DAYS


def _is_retold(event: Event, lead: Event) -> bool:
    """Tell whether a shooting or beating in the lead's story differs from it in nothing but what it leaves unsaid."""
    if event.type is not EventType.ASSAULT:
        return False
    one, two = event.date, lead.date
    if one and two and one.from_ and two.from_ and abs((one.from_ - two.from_).days) > _SLIP_DAYS:
        return False
    return event.place is None or lead.place is None or event.place.admin1 == lead.place.admin1


def _follows(event: Event, lead: Event) -> bool:
    """Tell whether an event may be a part of the lead: force, arrests, charges, and no second deed of one kind."""
    if event.type not in _FOLLOWS or event.status not in _AFTERMATH or _is_history(event, lead):
        return False
    if event.type is lead.type and event.status is not Status.LEGAL and not _is_retold(event, lead):
        return False
    return event.place is None or lead.place is None or event.place.country == lead.place.country
