"""What was compiled stands for the sources only while it is of them, and gives what they give."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from constancia import compiled

_ROOT = Path(__file__).resolve().parent.parent
_WHERE = "import constancia.read.tokens as tokens; print(tokens.__file__)"
_VERB = "import sys; from constancia.cli.main import main; sys.exit(main())"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of two source files, compiled."""
    monkeypatch.delenv(compiled.PLAIN_SETTING, raising=False)
    monkeypatch.setattr(compiled, "PACKAGE", str(tmp_path))
    monkeypatch.setattr(compiled, "MANIFEST", str(tmp_path / "compiled.txt"))
    for room in ("words", "read"):
        (tmp_path / room).mkdir()
        (tmp_path / room / "rules.py").write_text("RULES = 1\n")
    (tmp_path / "words" / f"rules{compiled.EXTENSION_SUFFIXES[0]}").touch()
    (tmp_path / "compiled.txt").write_text("".join(map(compiled.entry, ("words/rules.py", "read/rules.py"))))
    return tmp_path


def _age(file: Path) -> None:
    before = file.stat()
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns - 10**9))


def test_what_was_compiled_from_these_very_sources_is_taken(package: Path) -> None:
    assert compiled.is_there()
    assert compiled.why_plain() is None
    _age(package / "read" / "rules.py")  # as a fresh checkout of the same content would have it
    assert compiled.why_plain() is None


def test_an_edited_source_is_never_hidden_by_what_was_compiled_before(package: Path) -> None:
    file = package / "read" / "rules.py"
    before = file.stat()
    file.write_text("RULES = 2\n")  # of the same length
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    assert compiled.why_plain() == "read/rules.py has changed since it was compiled"
    assert compiled.why_stale() == compiled.why_plain()


def test_a_source_that_is_gone_counts_as_changed(package: Path) -> None:
    (package / "words" / "rules.py").unlink()
    assert compiled.why_plain() == "words/rules.py has changed since it was compiled"


def test_without_a_manifest_nothing_counts_as_compiled(package: Path) -> None:
    (package / "compiled.txt").unlink()
    assert compiled.why_plain() == "nothing is compiled"


def test_plain_python_can_be_asked_for(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(compiled.PLAIN_SETTING, "1")
    assert compiled.why_plain() == "CONSTANCIA_PLAIN is set"
    assert compiled.why_stale() is None


def test_plain_python_loads_the_sources() -> None:
    assert _python(["-c", _WHERE], is_plain=True).strip().endswith("tokens.py")


def test_compiled_and_plain_code_the_sample_alike(tmp_path: Path) -> None:
    if not compiled.is_there() or compiled.why_plain():
        pytest.skip(f"not compiled: {compiled.why_plain()}")
    assert not _python(["-c", _WHERE], is_plain=False).strip().endswith(".py")
    texts = tmp_path / "texts.jsonl"
    lines = _python(["-c", _VERB, "extract", str(_ROOT / "examples" / "pages"), "-o", "-"], is_plain=True)
    texts.write_text(lines, encoding="utf-8")
    assert len(lines.splitlines()) > 20
    for verb in ("read", "code", "link"):
        written = [_python(["-c", _VERB, verb, "-i", str(texts)], is_plain=is_plain) for is_plain in (True, False)]
        assert written[0] == written[1]
        assert all(json.loads(line) for line in written[0].splitlines())


def _python(arguments: list[str], *, is_plain: bool) -> str:
    settings = {**os.environ, compiled.PLAIN_SETTING: "1" if is_plain else ""}
    done = subprocess.run([sys.executable, *arguments], env=settings, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 3), done.stderr
    return done.stdout
