"""Problems in; lines of `issues.jsonl`, a count, and the exit code that tells of them out."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import IO, Self

import click

from constancia.codec import dumps
from constancia.model import Problem

WITH_ISSUES = 3


class Issues:
    """Files problems as they come; the file appears with the first of them, and grows from run to run."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._file: IO[str] | None = None
        self.count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()

    def file(self, problem: Problem) -> None:
        """Write one problem; to stderr when there is no file for it."""
        self.count += 1
        line = dumps(problem)
        if self._path is None:
            click.echo(line, err=True)
            return
        if self._file is None:
            self._file = self._path.open("a", encoding="utf-8", errors="backslashreplace")
        self._file.write(line + "\n")
        self._file.flush()

    def exit_code(self) -> int:
        """Tell of the issues in one line, and give 3; 0 and silence when there are none."""
        if not self.count:
            return 0
        where = f", see {self._path}" if self._path else ""
        noun = "issue" if self.count == 1 else "issues"
        click.echo(f"constancia: finished with {self.count} {noun}{where}", err=True)
        return WITH_ISSUES
