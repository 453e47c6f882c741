"""Which deed leads a story, and what is a part of it."""

import pytest

from constancia.link import link
from constancia.vocabulary import EventType, Mode, Status
from tests.link.samples import appearance, report

SHOOTING = "A gunman fired at the ticket office of the Quellay ferry in Villa Loreta, and Ana Quispe, 41, fell."


def attack(text_id, **changes):
    return report(text_id, type=EventType.ASSAULT, mode=Mode.FIREARMS, form=None, quote=SHOOTING, **changes)


def arrest(text_id, **changes):
    at = len(SHOOTING) + 1
    return report(text_id, type=EventType.COERCE, mode=Mode.ARREST, form=None, quote="Two were held.", at=at, **changes)


def events_of(*appearances):
    events = link(appearances).events
    return {event.event_id: event for event in events}, {event.type: event for event in events}


def test_arrests_that_more_pages_tell_follow_the_attack_all_the_same():
    pages = [
        appearance("t1", attack("t1"), arrest("t1"), text=SHOOTING),
        appearance("t2", arrest("t2"), text=SHOOTING),
        appearance("t3", arrest("t3"), text=SHOOTING),
    ]
    _, by_type = events_of(*pages)
    assert by_type[EventType.COERCE].parent_id == by_type[EventType.ASSAULT].event_id
    assert by_type[EventType.ASSAULT].parent_id is None


@pytest.mark.parametrize(("date", "follows"), [(None, True), ("2031-03-04", True), ("2029-06-01", False)])
def test_what_is_told_in_passing_follows_unless_it_lies_before(date, follows):
    passing = arrest("t1", status=Status.BACKGROUND, date=date)
    _, by_type = events_of(appearance("t1", attack("t1"), passing, text=SHOOTING))
    expected = by_type[EventType.ASSAULT].event_id if follows else None
    assert by_type[EventType.COERCE].parent_id == expected
