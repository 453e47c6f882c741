"""Problems in; lines of `issues.jsonl`, a count, and the exit code that tells of them out."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import IO, Self

import click

from constancia.codec import dumps
from constancia.config import Settings, archive_folder
from constancia.model import Problem

WITH_ISSUES = 3


def issues_path(settings: Settings) -> Path:
    """Give where the list of issues lies: beside the record (beside its archive, for a record on a server)."""
    beside = archive_folder(settings) if "://" in settings.db else Path(settings.db)
    return beside.with_name("issues.jsonl")


class Issues:
    """Files problems as they come; the file appears with the first of them, and grows from run to run.

    What stands behind the byte `since` was filed by an earlier attempt at the same run: it counts, and is filed once.
    """

    def __init__(self, path: Path | None, since: int | None = None) -> None:
        self._path = path
        self._file: IO[str] | None = None
        self._filed = frozenset(_lines_behind(path, since))
        self.count = len(self._filed)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()

    def file(self, problem: Problem) -> None:
        """Write one problem; to stderr when there is no file for it."""
        line = dumps(problem)
        if line in self._filed:
            return
        self.count += 1
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


def _lines_behind(path: Path | None, since: int | None) -> list[str]:
    if path is None or since is None or not path.exists():
        return []
    with path.open("rb") as file:
        file.seek(since)
        return file.read().decode("utf-8", "replace").splitlines()
