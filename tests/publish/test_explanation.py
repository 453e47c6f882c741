"""What `--explain` shows: every value with its words and a reason, nothing of a text executed or lost."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from constancia.codec import dumps, loads
from constancia.coding import code_reading
from constancia.model import Text
from constancia.publish.explanation import Explained, explain_coding, explain_reading, render
from constancia.publish.explanation.cards import Kind, Mark, marks_of
from constancia.publish.explanation.pieces import cut
from constancia.publish.explanation.terminal import draw
from constancia.read import read_text

ENGLISH = (
    "On Monday some 400 bakers marched in Asunción, the union said. Police fired tear gas and arrested eleven people, "
    "according to the mayor, Rosa Quintanar. At least 80 people have been killed in Paraguay since 7 December, the "
    "Ombudsman's Office said. Unions have called a strike for Friday."
)
SPANISH = "Unos 300 estudiantes bloquearon el lunes la carretera a Puno, informó la Defensoría. Dos policías murieron."


def coded(text: str, language: str) -> Explained:
    reading = read_text(Text("t", text, language, dt.date(2024, 5, 7)))
    return explain_coding(reading, code_reading(reading))


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (SPANISH, "es")])
def test_every_field_has_a_reason_and_its_words_stand_in_the_text(text: str, language: str) -> None:
    explained = coded(text, language)
    fields = [field for card in explained.cards for field in card.fields]
    assert len(fields) > 10
    assert all(field.reason and field.value for field in fields)
    located = [field for field in fields if field.start is not None]
    assert {field.kind for field in located} >= {Kind.TRIGGER, Kind.DATE, Kind.PLACE, Kind.FIGURE, Kind.SPEAKER}
    assert all(text[field.start : field.end] == field.words for field in located)


def test_a_status_shows_its_rule_in_words() -> None:
    strike = next(card for card in coded(ENGLISH, "en").cards if "strike" in card.title)
    status = next(field for field in strike.fields if field.name == "status")
    assert status.value == "planned"
    assert status.reason.startswith("S3")
    assert "called or announced" in status.reason


def test_a_toll_has_a_card_of_its_own_that_says_why_it_is_no_event() -> None:
    (toll,) = [card for card in coded(ENGLISH, "en").cards if card.tag == "toll"]
    scope = next(field for field in toll.fields if field.name.strip() == "scope")
    assert scope.value.startswith("cumulative since 2023-12-07")
    assert scope.reason.startswith("T2")


def test_every_mention_is_explained() -> None:
    reading = read_text(Text("t", ENGLISH, "en", dt.date(2024, 5, 7)))
    explained = explain_reading(reading)
    assert len(explained.cards) == len(reading.mentions)
    assert [card.fields[0].reason for card in explained.cards] == [mention.why for mention in reading.mentions]


def test_an_explanation_survives_its_line() -> None:
    explained = coded(ENGLISH, "en")
    assert loads(Explained, dumps(explained)) == explained


def test_the_page_is_whole_in_itself_and_each_link_has_its_aim() -> None:
    page = render([coded(ENGLISH, "en"), coded(SPANISH, "es")], title="Two")
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    aims = set(re.findall(r'href="#([^"]+)"', page))
    assert aims
    assert aims <= set(re.findall(r'id="([^"]+)"', page))


def test_what_a_text_holds_is_shown_and_never_run() -> None:
    text = f"<script>alert(1)</script> {ENGLISH}"
    page = render([replace(coded(text, "en"), id='<b onclick="x">')], title="<i>t</i>")
    assert "<script" not in page
    assert "<b onclick" not in page
    assert "<i>t" not in page
    assert "&lt;script&gt;" in page


def shown(explained: Explained, **how: object) -> str:
    console = Console(width=120, record=True, file=None, quiet=False, **how)
    with console.capture() as capture:
        console.print(*draw(explained), sep="\n")
    return capture.get()


def test_the_terminal_shows_the_text_the_fields_and_their_reasons() -> None:
    drawn = shown(coded(ENGLISH, "en"), force_terminal=True, color_system="standard", no_color=False)
    assert "\x1b[" in drawn
    assert "arrested" in drawn
    assert "S3 call" in drawn


def test_no_color_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    drawn = shown(coded(ENGLISH, "en"), force_terminal=True)
    assert not re.search(r"\x1b\[[\d;]*3\d", drawn)


def test_a_text_cannot_steer_the_terminal() -> None:
    explained = replace(coded(f"{ENGLISH} \x1b]0;title\x07 [red]x[/red]", "en"), id="\x1b[2J")
    drawn = shown(explained, force_terminal=False, no_color=True)
    assert "\x1b" not in drawn
    assert "[red]x[/red]" in drawn


MARKS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 10), st.sampled_from(Kind)).map(
        lambda drawn: Mark(drawn[0], min(drawn[0] + drawn[1], 40), drawn[2], (1,), ("why",))
    ),
    max_size=12,
)


@given(MARKS)
def test_the_pieces_are_the_text_and_each_mark_opens_and_closes_once(marks: list[Mark]) -> None:
    text = "".join(chr(97 + index % 26) for index in range(40))
    pieces = list(cut(text, marks))
    assert "".join(piece.text for piece in pieces) == text
    for mark in marks:
        over = [piece.text for piece in pieces if mark in piece.marks]
        assert "".join(over) == text[mark.start : mark.end]
    assert sum(len(piece.opens) for piece in pieces) == len(marks) == sum(len(piece.closes) for piece in pieces)


def test_marks_of_a_text_name_all_their_cards() -> None:
    monday = next(mark for mark in marks_of(coded(ENGLISH, "en")) if mark.kind is Kind.DATE and mark.start == 3)
    assert len(monday.cards) > 1
