"""Settings in; the record they name, open, with its archive and its issues, out."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from constancia.cli.issues import Issues, issues_path
from constancia.config import Settings, archive_folder
from constancia.errors import UsageError
from constancia.store import Store
from constancia.store.archive import Archive


@contextlib.contextmanager
def open_existing(settings: Settings) -> Iterator[Store]:
    """Open a record that is there already.

    Raises UsageError when there is none: a new, empty one would only hide a mistyped name.
    """
    if "://" not in settings.db and not Path(settings.db).exists():
        raise UsageError(f"there is no record {settings.db}: make one with `constancia run`, or name another by --db")
    with Store(settings.db) as store:
        yield store


def open_archive(settings: Settings) -> Archive:
    """Open the archive of a record."""
    return Archive(archive_folder(settings))


def open_issues(settings: Settings) -> Issues:
    """Open the list of issues of a record."""
    return Issues(issues_path(settings))
