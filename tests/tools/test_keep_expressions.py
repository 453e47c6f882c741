"""Expressions that were kept are those that would be compiled."""

import re
import sys
from pathlib import Path

import pytest

from constancia.words.expressions import expression, finished, read_kept, write_kept

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

import keep_expressions

SOURCES = [
    r"(?!)",
    r"\bmarch(?:ed|es|ing)?(?!\w)",
    r"(?<!\w)(?P<count>\d{1,3})\s+(?:(?P<who>bakers|(a)nglers)|nurses)",
    r"[a-zñ]+ó?|(?i:NO|SÍ)",
]
TEXTS = ["Some 40 bakers marched", "12 anglers, 3 nurses", "marchó Sí no", ""]


@pytest.mark.parametrize("source", SOURCES)
def test_what_was_made_of_a_source_gives_the_expression_that_compiling_gives(source: str, tmp_path: Path) -> None:
    write_kept({source: keep_expressions.made_of(source)}, tmp_path / "kept")
    found, wanted = finished(source, read_kept(tmp_path / "kept")[source]), re.compile(source)
    assert found == wanted  # the same pattern, flags and code
    assert (found.groups, found.groupindex) == (wanted.groups, wanted.groupindex)
    for text in TEXTS:
        assert [one.groupdict() for one in found.finditer(text)] == [one.groupdict() for one in wanted.finditer(text)]
        assert [one.span() for one in found.finditer(text)] == [one.span() for one in wanted.finditer(text)]
        assert [one.lastgroup for one in found.finditer(text)] == [one.lastgroup for one in wanted.finditer(text)]


def test_nothing_is_taken_of_what_another_python_kept(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    write_kept({"a": keep_expressions.made_of("a")}, file)
    assert read_kept(file)
    file.write_bytes(file.read_bytes().replace(b"cpython", b"cqython", 1))
    assert read_kept(file) == {}


@pytest.mark.parametrize("left", [0, 10, -3])
def test_what_is_cut_short_is_left_alone(tmp_path: Path, left: int) -> None:
    file = tmp_path / "kept"
    write_kept({"a": keep_expressions.made_of("a")}, file)
    file.write_bytes(file.read_bytes()[:left])
    assert read_kept(file) == {}


def test_nothing_kept_is_nothing(tmp_path: Path) -> None:
    assert read_kept(tmp_path / "kept") == {}


def test_a_source_that_nobody_kept_is_compiled() -> None:
    assert expression(r"qu[ae]rz\d+") == re.compile(r"qu[ae]rz\d+")
    with pytest.raises(re.error):
        expression("(qu")
