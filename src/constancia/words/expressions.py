"""The source of a regular expression in, the expression out: those of the lexicons as `make compile` kept them.

To parse their thousands of words took half of the time in which lexicons are loaded. What is kept is known by its whole
source, and only to the Python that kept it; whatever else is asked for is compiled.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]  # the last step of `re.compile`, which is given what all others made
import marshal
import os
import re
import sys
from array import array
from functools import cache
from pathlib import Path

from constancia.compiled import PACKAGE, PLAIN_SETTING

KEPT = Path(PACKAGE, "expressions.bin")
"""Where they are kept: the stamp of the Python that did, and what it made of each source."""

Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What Python makes of a source: flags, code, number of groups, and the groups' numbers and names."""


def expression(source: str) -> re.Pattern[str]:
    """Give the expression of a source, as `re.compile` does.

    Raises re.error where the source is none.
    """
    made = _kept().get(source)
    return re.compile(source) if made is None else finished(source, made)


def finished(source: str, made: Made) -> re.Pattern[str]:
    """Give the expression of a source from what was made of it."""
    flags, code, groups, numbers, names = made
    found: re.Pattern[str] = _sre.compile(source, flags, array("I", code).tolist(), groups, numbers, names)
    return found


def write_kept(made: dict[str, Made], file: Path = KEPT) -> None:
    """Keep what this Python made of sources."""
    fresh = file.with_name(f"{file.name}.new")
    fresh.write_bytes(_stamp() + marshal.dumps(made))
    fresh.replace(file)


def read_kept(file: Path = KEPT) -> dict[str, Made]:
    """Give what this Python made of sources; nothing where none is kept, or by another Python."""
    stamp = _stamp()
    try:
        read = file.read_bytes()
        # Whoever can write there can change the modules beside it as well.
        made: dict[str, Made] = marshal.loads(read[len(stamp) :]) if read.startswith(stamp) else {}  # noqa: S302
    except (OSError, EOFError, ValueError, TypeError):
        made = {}
    return made


@cache
def _kept() -> dict[str, Made]:
    return {} if os.environ.get(PLAIN_SETTING) else read_kept()


def _stamp() -> bytes:
    """Name this Python: another one may write the same expression otherwise."""
    return f"{sys.implementation.cache_tag} {sys.version} {_sre.MAGIC} {_sre.CODESIZE} {sys.byteorder}\n".encode()
