"""The summary names the events with the most sources, and counts all."""

from dataclasses import replace
from pathlib import Path

from constancia.flow.summary import summarize
from constancia.store import Store
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
