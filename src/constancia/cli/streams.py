"""FILE or - in; lines to read from, or a place to write lines that appears whole or not at all, out."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from constancia.errors import UsageError


@contextlib.contextmanager
def open_input(name: str) -> Iterator[IO[str]]:
    """Open a file, or stdin for "-", as UTF-8; bytes that are none come through for the reader to refuse.

    Raises UsageError when there is no such file.
    """
    if name == "-":
        stdin = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="surrogateescape")
        yield stdin
        stdin.detach()
        return
    try:
        file = Path(name).open(encoding="utf-8", errors="surrogateescape")  # noqa: SIM115 - closed below
    except OSError as error:
        raise UsageError(f"{name} cannot be read: {error.strerror}") from error
    with file:
        yield file


@contextlib.contextmanager
def open_output(name: str) -> Iterator[IO[str]]:
    """Open stdout for "-", or a file that takes its name only when all is written."""
    if name == "-":
        stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n")
        yield stdout
        stdout.detach()
        return
    path = Path(name)
    if path.exists() and not path.is_file():  # /dev/null, a named pipe: nothing to replace
        with path.open("w", encoding="utf-8") as special:
            yield special
        return
    part = path.with_name(path.name + ".part")
    try:
        with part.open("w", encoding="utf-8") as file:
            yield file
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
