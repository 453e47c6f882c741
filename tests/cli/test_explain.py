"""Why reports are held to be of one event, as a user asks for it."""

import json
from pathlib import Path

import pytest
from rich.console import Console

from constancia.cli.explain import _show
from constancia.flow.event_links import links_of_event
from constancia.store import Store
from tests.sample_pages import constancia

MARCH = "Bakers march in Ica\n\n5 March 2024\n\nSome 400 bakers marched in Ica on Monday, the union said.\n"
AGAIN = (
    "Ica: bread is dear\n\n6 March 2024\n\nHundreds of bakers marched on Monday in Ica against the price of flour.\n"
)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    for number, text in enumerate((MARCH, AGAIN)):
        (tmp_path / f"{number}.txt").write_text(text)
    constancia("run", "0.txt", "1.txt", cwd=tmp_path)
    return tmp_path


def event_id(record: Path) -> str:
    with Store(str(record / "record.db")) as store:
        (event,) = (event for event in store.events() if len(event.report_ids) == 2)
    return event.event_id


def test_an_event_or_its_report_by_the_first_letters_of_an_id_gives_every_link_with_its_parts(record: Path) -> None:
    name = event_id(record)
    links = [json.loads(line) for line in constancia("explain", name[:8], cwd=record).stdout.splitlines()]
    assert [link["event_id"] for link in links] == [name, name]
    assert all(dict(link["parts"]).get("same_day", 0) > 0 for link in links)
    by_report = constancia("explain", links[0]["report_id"], cwd=record).stdout.splitlines()
    assert [json.loads(line) for line in by_report] == links


def test_on_a_terminal_the_words_the_page_and_the_parts_are_shown(record: Path) -> None:
    console = Console(width=160, record=True)
    with Store(str(record / "record.db")) as store:
        _show(links_of_event(store, event_id(record)), console)
    shown = console.export_text()
    assert all(words in shown for words in ("Some 400 bakers marched", "Ica: bread is dear", "same day +1.4", "score"))


@pytest.mark.parametrize(("name", "why"), [("e000000000", "holds no event"), ("e", "too short")])
def test_what_is_in_no_record_is_refused(record: Path, name: str, why: str) -> None:
    done = constancia("explain", name, cwd=record)
    assert (done.returncode, why in done.stderr) == (2, True)
