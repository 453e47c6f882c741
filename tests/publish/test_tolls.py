"""Tolls as series and pictures: each claim with the page behind it, nothing added up, nothing of a page executed."""

import builtins
import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from constancia.errors import UsageError
from constancia.publish import toll_picture, toll_terminal
from constancia.publish.png import png_of
from constancia.publish.toll_chart import Bar
from constancia.publish.toll_series import TollChoice, toll_series

HASH = "ab" * 32


def claim(number: int, **changed: Any) -> dict[str, Any]:
    row = {
        "claim_id": f"c{number}", "toll_id": "t1", "page_id": "p1", "text": "at least 30", "low": 30, "high": None,
        "best": None, "as_of": f"2025-03-{10 + number}", "certainty": "asserted",
        "according_to": {"role": "union", "name": None, "text": "the bakers' union"},
    }  # fmt: skip
    return {**row, **changed}


def toll(**changed: Any) -> dict[str, Any]:
    row = {
        "toll_id": "t1", "measure": "killed", "scope": "cumulative", "place_name": "Asunción", "since": "2025-03-01",
        "category": None, "disputed": False, "checks": [],
    }  # fmt: skip
    return {**row, **changed}


def tables(*claims: dict[str, Any], tolls: tuple[dict[str, Any], ...] = (toll(),)) -> dict[str, list[dict[str, Any]]]:
    page = {
        "page_id": "p1", "snapshot_id": "s1", "publisher_id": "o1", "title": "Bakers & <march>",
        "published": "2025-03-12", "url": "https://rosal.example/bakers?a=1&b=2",
    }  # fmt: skip
    snapshot = {"snapshot_id": "s1", "fetched_at": "2025-03-13T00:00:00Z", "sha256": HASH}
    return {
        "tolls": list(tolls), "claims": list(claims), "pages": [page], "snapshots": [snapshot],
        "sources": [{"source_id": "o1", "name": "The Rosal Echo"}],
    }  # fmt: skip


def test_claims_come_by_as_of_date_each_with_its_stored_page() -> None:
    (series,) = toll_series(tables(claim(2), claim(1), claim(3, as_of=None)), TollChoice())
    assert [bar.claim_id for bar in series.bars] == ["c1", "c2", "c3"]
    assert [bar.note for bar in series.bars] == ["[1]", "[2]", "[3]"]
    assert {(source.publisher, source.sha256) for source in series.sources} == {("The Rosal Echo", HASH)}


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (TollChoice(), {"t1", "t2"}),
        (TollChoice(measure="injured"), {"t2"}),
        (TollChoice(place="asuncion"), {"t1"}),
        (TollChoice(since="2025-03"), {"t1"}),
        (TollChoice(since="2024"), {"t2"}),
        (TollChoice(measure="killed", place="Luque"), set()),
    ],
)
def test_rows_are_chosen_by_measure_place_and_beginning(choice: TollChoice, expected: set[str]) -> None:
    two = tables(tolls=(toll(), toll(toll_id="t2", measure="injured", place_name="Luque", since="2024-12")))
    assert {series.toll_id for series in toll_series(two, choice)} == expected


def picture(*claims: dict[str, Any], **changed: Any) -> str:
    return toll_picture.draw(toll_series(tables(*claims, tolls=(toll(**changed),)), TollChoice()), "Tolls <of> March")


def words_of(svg: str) -> str:
    return "\n".join(element.text or "" for element in ET.fromstring(svg).iter())


def test_a_picture_holds_its_title_its_sources_and_their_hashes() -> None:
    words = words_of(picture(claim(1), disputed=True, checks=["falls without a correction"]))
    for expected in (
        "Tolls <of> March", "Killed in Asunción since 2025-03-01 — cumulative", "the bakers' union", "The Rosal Echo",
        "Bakers & <march>", "https://rosal.example/bakers?a=1&b=2", "2025-03-13T00:00:00Z", HASH, "Disputed",
        "falls without a correction",
    ):  # fmt: skip
        assert expected in words


def test_a_picture_needs_nothing_from_elsewhere_and_each_bar_leads_to_its_source() -> None:
    svg = picture(claim(1), claim(2))
    aims = re.findall(r'href="([^"]+)"', svg)
    assert aims == ["#c1", "#c2"]
    assert all(f'id="{aim[1:]}"' in svg for aim in aims)
    assert "@import" not in svg
    assert "url(" not in svg


def test_nothing_lies_below_the_edge_of_the_picture() -> None:
    root = ET.fromstring(picture(*(claim(number) for number in range(1, 9)), checks=["long " * 80]))
    lowest = max(float(text.get("y", "0")) for text in root.findall("{*}text"))
    assert lowest < float(root.get("height", "0"))


def test_control_characters_of_a_page_leave_the_picture_well_formed() -> None:
    assert "a b" in words_of(picture(claim(1, text="a\x00b", according_to={"name": "a\x0bb"})))


def test_claims_without_a_number_are_told_and_not_drawn() -> None:
    words = words_of(picture(claim(1, low=None, text="many")))
    assert "no claim gives a number" in words
    assert "many" in words


def test_a_png_is_drawn_and_shows_something() -> None:
    pytest.importorskip("resvg_py")
    png = png_of(picture(claim(1)))
    assert png.startswith(b"\x89PNG")
    assert len(png) > 10_000


def test_without_the_library_a_png_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    original = builtins.__import__

    def without(name: str, *more: Any) -> Any:
        if name == "resvg_py":
            raise ImportError(name)
        return original(name, *more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(UsageError, match=r"constancia\[png\]"):
        png_of("<svg/>")


def bar(low: int | None, high: int | None, best: int | None = None) -> Bar:
    return Bar("c", low, high, best, "2025-03-11", "police", "words")


@pytest.mark.parametrize(
    ("drawn", "ends"),
    [(bar(40, None), ("●", "▶")), (bar(None, 40), ("◀", "●")), (bar(0, 40), ("━", "━")), (bar(40, 40, 40), ("●", "●"))],
)
def test_a_line_shows_open_and_closed_bounds(drawn: Bar, ends: tuple[str, str]) -> None:
    line = toll_terminal.line_of(drawn, 40).strip()
    assert (line[0], line[-1]) == ends


NUMBERS = st.one_of(st.none(), st.integers(0, 10**7))


@given(NUMBERS, NUMBERS, NUMBERS)
def test_any_line_fits_its_cells(low: int | None, high: int | None, best: int | None) -> None:
    highest = max((value for value in (low, high, best) if value is not None), default=0)
    assert len(toll_terminal.line_of(bar(low, high, best), highest)) <= 41


def test_the_terminal_shows_claims_sources_and_checks_and_no_escape_of_theirs() -> None:
    (series,) = toll_series(tables(claim(1, text="30\x1b[2J"), tolls=(toll(disputed=True),)), TollChoice())
    console = Console(width=140, no_color=True)
    with console.capture() as capture:
        console.print(*toll_terminal.draw(series), sep="\n")
    assert "\x1b" not in capture.get()
    for expected in ("the bakers' union", "The Rosal Echo", "Disputed", "▶"):
        assert expected in capture.get()
