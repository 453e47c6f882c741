"""Sources, and what was compiled from them, in; which of the two Python is to load out.

`make compile` puts an extension module beside each source file of the rooms that take most of the time, and Python
prefers it. So before any of them is imported, what was compiled is held against the sources: where one of them has
changed since, or `CONSTANCIA_PLAIN` is set, all of the package is loaded from its sources. The results are the same.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.machinery import EXTENSION_SUFFIXES, SOURCE_SUFFIXES, FileFinder, ModuleSpec, SourceFileLoader
from types import ModuleType

PACKAGE = os.path.dirname(__file__)
MANIFEST = os.path.join(PACKAGE, "compiled.txt")
PLAIN_SETTING = "CONSTANCIA_PLAIN"


class _SourcesOnly:
    """Finds the modules of this package among its source files alone."""

    @staticmethod
    def find_spec(fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        if path is None or not fullname.startswith(f"{__package__}."):
            return None
        finders = (FileFinder(folder, (SourceFileLoader, SOURCE_SUFFIXES)) for folder in path)
        return next((spec for finder in finders if (spec := finder.find_spec(fullname, target))), None)


def choose() -> None:
    """Let Python load what was compiled, or keep it from that."""
    if is_there() and why_plain() is not None:
        sys.meta_path.insert(0, _SourcesOnly())


def is_there() -> bool:
    """Tell whether anything was compiled for this Python."""
    return any(name.endswith(tuple(EXTENSION_SUFFIXES)) for name in os.listdir(os.path.join(PACKAGE, "words")))


def why_plain() -> str | None:
    """Tell why the sources are loaded; None where what was compiled stands for them."""
    if os.environ.get(PLAIN_SETTING):
        return f"{PLAIN_SETTING} is set"
    try:
        with open(MANIFEST, encoding="utf-8") as lines:
            entries = [line.rstrip("\n").split("\t") for line in lines]
    except FileNotFoundError:
        return "nothing is compiled"
    changed = next((path for *known, path in entries if not _is_as_known(path, known)), None)
    return changed and f"{changed} has changed since it was compiled"


def why_stale() -> str | None:
    """Tell why what was compiled is not loaded; None where it is, where there is none, or where that is wished."""
    return why_plain() if is_there() and not os.environ.get(PLAIN_SETTING) else None


def entry(path: str) -> str:
    """Give the line of the manifest for a source file (its path within the package)."""
    file = os.path.join(PACKAGE, path)
    return "\t".join((*_stamp(file), _digest(file), path)) + "\n"


def _is_as_known(path: str, known: Sequence[str]) -> bool:
    """Tell whether a file is as it was: by size and time, and where only its time has changed, by its content."""
    file = os.path.join(PACKAGE, path)
    try:
        now = _stamp(file)
        return now == tuple(known[:2]) or (now[0] == known[0] and _digest(file) == known[2])
    except FileNotFoundError:
        return False


def _stamp(file: str) -> tuple[str, str]:
    status = os.stat(file)
    return str(status.st_size), str(status.st_mtime_ns)


def _digest(file: str) -> str:
    import hashlib  # noqa: PLC0415 - wanted only where a file was touched

    with open(file, "rb") as source:
        return hashlib.sha256(source.read()).hexdigest()
