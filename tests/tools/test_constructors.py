"""The constructors written out for mypyc do what those of `dataclass` do, and leave all else as it was."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

from constructors import with_constructors

SOURCE = """from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class March:
    \"\"\"A march.\"\"\"

    town: str
    people: int | None = None
    banners: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Own:
    name: str

    def __init__(self) -> None:
        self.name = "own"


class Plain:
    size: int = 3
"""


@pytest.fixture
def made() -> dict[str, Any]:
    # A class that writes its constructor out keeps it: what is tested is the text, and no more of `dataclass`.
    names: dict[str, Any] = {"__name__": __name__}
    exec(compile(with_constructors(SOURCE), "marches", "exec"), names)
    return names


def test_fields_and_what_stands_for_those_left_out_are_set(made: dict[str, Any]) -> None:
    march = made["March"]("Tela", banners=["peace"])
    assert (march.town, march.people, march.banners) == ("Tela", None, ["peace"])
    assert made["March"].__init__.__code__.co_filename == "marches"  # not the one that `dataclass` makes


def test_each_thing_made_has_a_list_of_its_own(made: dict[str, Any]) -> None:
    made["March"]("Tela").banners.append("peace")
    assert made["March"]("Tela").banners == []


def test_the_types_of_fields_are_kept_as_written(made: dict[str, Any]) -> None:
    assert made["March"].__annotations__ == {"town": "str", "people": "int | None", "banners": "list[str]"}


def test_the_docstring_is_told_once_more(made: dict[str, Any]) -> None:
    assert made["March"].__doc__ == "A march."
    assert "setattr(March, '__doc__', 'A march.')" in with_constructors(SOURCE)


def test_a_constructor_of_its_own_and_a_class_that_is_no_dataclass_stay(made: dict[str, Any]) -> None:
    assert made["Own"]().name == "own"
    assert made["Plain"]().size == 3


def test_lines_keep_their_numbers() -> None:
    before, after = SOURCE.split("\n"), with_constructors(SOURCE).split("\n")
    assert [after.index(line) for line in before if line.startswith("class")] == [
        before.index(line) for line in before if line.startswith("class")
    ]


FROZEN = """from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Banner:
    words: str

"""


def test_what_is_frozen_is_kept_from_the_collector_and_what_may_change_is_not() -> None:
    lines = with_constructors(FROZEN).split("\n")
    assert lines[2].startswith("@mypyc_attr(acyclic=True)")
    assert lines.index("class Banner:") == FROZEN.split("\n").index("class Banner:")
    assert "mypyc_attr" not in with_constructors(FROZEN.replace("frozen=True, ", ""))


def test_what_is_kept_lays_out_its_values_by_their_names_in_json() -> None:
    names: dict[str, Any] = {"__name__": __name__}
    source = FROZEN.replace("frozen=True, ", "").replace("words: str", "from_: str\n    words: str") + "\n"
    exec(compile(with_constructors(source, is_kept=True), "banners", "exec"), names)
    assert names["Banner"]("port", "peace")._values_by_name() == {"from": "port", "words": "peace"}
    assert "_values_by_name" not in with_constructors(source)
