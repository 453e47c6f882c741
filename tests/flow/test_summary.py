"""The summary names the events with the most sources, and counts all."""

from dataclasses import replace
from pathlib import Path

from constancia.flow.counts import Counts, read_counts
from constancia.flow.summary import summarize
from constancia.model import Event
from constancia.store import Store, page_rows
from constancia.vocabulary import Status
from tests import record_nouns as nouns


def test_all_events_that_took_place_are_counted_and_those_of_most_sources_are_named_first(tmp_path: Path) -> None:
    event = nouns.linking().events[0]
    events = [replace(event, event_id=f"e{number:02}", n_independent=number) for number in range(20)]
    events.append(replace(event, event_id="e99", n_independent=99, status=Status.PLANNED))
    with Store(str(tmp_path / "record.db")) as store:
        store.put_ledger(replace(nouns.linking(), events=tuple(events)), (), "test")
        summary = summarize(store)
    assert summary.events.total() == 20
    assert [one.event_id for one in summary.most_told] == [f"e{number:02}" for number in range(19, 7, -1)]


def test_reports_claims_and_pages_are_counted_by_what_they_are(tmp_path: Path) -> None:
    with Store(str(tmp_path / "record.db")) as store:
        store.add_pages([page_rows(nouns.work(1)), page_rows(nouns.work(2))])
        summary = summarize(store)
    assert (summary.pages, summary.languages) == ({"article": 2}, {"en": 2})
    assert (summary.reports, summary.claims, summary.passages) == ({"occurred": 2}, 6, 2)


def test_what_was_counted_when_a_record_was_linked_is_told_until_pages_come(tmp_path: Path) -> None:
    kept = Counts(copies=7)
    with Store(str(tmp_path / "record.db")) as store:
        store.put_ledger(nouns.linking(), (), "test", counts=kept.written())
        assert summarize(store).copies == 7
        store.add_pages([page_rows(nouns.work(1))])
        assert summarize(store).copies == len(nouns.linking().copies)


def events(count: int) -> list[Event]:
    event = nouns.linking().events[0]
    return [replace(event, event_id=f"e{number:04}", n_independent=number % 50 + 1) for number in range(count)]


def counts_of(told: list[Event]) -> Counts:
    counts = Counts()
    counts.add_events(told)
    return counts


def test_events_that_change_leave_the_counts_that_counting_all_anew_gives() -> None:
    told = events(400)
    counts = read_counts(counts_of(told).written())
    new = [replace(told[0], event_id="e9999", n_independent=80), replace(told[1], form=None, mode=None)]
    new.append(replace(told[2], status=Status.PLANNED))
    assert counts.change_events(told[:3] + told[49:52], new)
    anew = counts_of(told[3:49] + told[52:] + new)
    assert counts.events == anew.events
    assert counts.most_told[:12] == anew.most_told[:12]


def test_counts_tell_when_too_few_of_the_events_most_told_are_left() -> None:
    told = events(400)
    counts = counts_of(told)
    first = {name for _, _, name in counts.most_told}
    assert not counts.change_events([one for one in told if one.event_id in first], [])
    few = counts_of(told[:20])
    assert few.change_events(told[:15], [])
    assert [name for _, _, name in few.most_told] == [f"e{number:04}" for number in (19, 18, 17, 16, 15)]
