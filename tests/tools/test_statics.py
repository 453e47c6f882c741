"""The constants told to be final for mypyc are those that are set once, and all else does what it did."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

from statics import with_statics

SOURCE = '''from __future__ import annotations

from typing import TypeVar

from constancia.vocabulary import (
    Mode,
    Role,
)  # the nouns

V = TypeVar("V")
_LIMIT = 3  # towns
_ROLES = frozenset({Role.POLICE, Role.UNION})
_EMPTY = []
TWICE = 1
TWICE = 2


def is_force(role: Role, mode: Mode = Mode.ARREST) -> str:
    """«Ñandú»: letters of several bytes stand before."""
    match mode:
        case Mode.ARREST:
            told = f"{Role.POLICE}"
        case _:
            told = "ñ" if role is Role.POLICE or role in (Role.MILITARY, Role.POLICE) else "no"
    return told * _LIMIT


class Crowd:
    role = Role.CROWD

    def is_crowd(self) -> bool:
        return self.role is Role.CROWD
'''


@pytest.fixture
def made() -> dict[str, Any]:
    names: dict[str, Any] = {"__name__": __name__}
    exec(compile(with_statics(SOURCE), "crowds", "exec"), names)
    return names


def test_names_set_once_are_final_and_types_and_those_set_twice_are_not() -> None:
    after = with_statics(SOURCE)
    assert "_LIMIT: Final = 3  # towns" in after
    assert "_ROLES: Final = frozenset({Role.POLICE, Role.UNION})" in after
    for kept in ('V = TypeVar("V")', "_EMPTY = []", "TWICE = 1", "TWICE = 2"):
        assert f"\n{kept}\n" in after


def test_members_are_named_once_behind_the_imports_and_functions_do_what_they_did(made: dict[str, Any]) -> None:
    after = with_statics(SOURCE)
    assert ")  # the nouns" not in after
    assert after.count("_STATIC_Role_POLICE: Final = Role.POLICE") == 1
    assert "role is _STATIC_Role_POLICE or role in (_STATIC_Role_MILITARY, _STATIC_Role_POLICE)" in after
    role, mode = made["Role"], made["Mode"]
    assert made["is_force"](role.UNION) == "policepolicepolice"
    assert [made["is_force"](each, mode.SEIZE) for each in (role.MILITARY, role.UNION)] == ["ñññ", "nonono"]
    assert made["Crowd"]().is_crowd()


def test_patterns_defaults_and_written_texts_keep_their_members() -> None:
    after = with_statics(SOURCE)
    for kept in ("case Mode.ARREST:", "mode: Mode = Mode.ARREST", 'f"{Role.POLICE}"', "    role = Role.CROWD"):
        assert kept in after


def test_lines_keep_their_numbers() -> None:
    before, after = SOURCE.split("\n"), with_statics(SOURCE).split("\n")
    assert len(after) == len(before)
    assert [n for n, line in enumerate(after) if line.startswith(("def", "class"))] == [
        n for n, line in enumerate(before) if line.startswith(("def", "class"))
    ]


def test_a_module_that_reads_its_annotations_at_once_is_left_as_it_is() -> None:
    assert with_statics("LIMIT = 3\n") == "LIMIT = 3\n"
