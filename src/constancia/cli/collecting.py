"""What `run`, `collect` and `extract` share: inputs and settings in, captures out."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterator
from pathlib import Path

from constancia.collect import CollectSettings, collect
from constancia.collect.clock import SystemClock
from constancia.collect.polite_web import PoliteWeb
from constancia.collect.validator_file import ValidatorFile
from constancia.config import Settings
from constancia.model import Capture, Problem
from constancia.store.archive import Archive


def captures_from(
    inputs: tuple[str, ...], settings: Settings, *, follow: bool, archive: Archive | None = None
) -> Iterator[Capture | Problem]:
    """Collect the inputs under the settings; a file or folder that gives no page at all is a problem.

    With an archive, a page that it holds is asked for only if it has changed; not so in a shard, which drops pages.
    """
    limits = CollectSettings(
        max_bytes=settings.max_bytes,
        max_pages=settings.max_pages,
        delay_s=settings.delay_s,
        follow=follow,
        own=_own_paths(settings, archive),
    )
    memory = ValidatorFile(archive.folder / "validators.jsonl") if archive and not settings.shard else None
    with contextlib.closing(PoliteWeb(limits, clock=SystemClock(), validators=memory)) as web:
        yield from _collected(inputs, limits, web)


def _own_paths(settings: Settings, archive: Archive | None) -> frozenset[Path]:
    """Give where the record itself lies: `run . --db record.db` collects neither it nor its archive."""
    if archive is None:
        return frozenset()
    files = [] if "://" in settings.db else [Path(settings.db + ending) for ending in ("", "-wal", "-shm")]
    issues = (archive.folder if "://" in settings.db else Path(settings.db)).with_name("issues.jsonl")
    return frozenset(path.resolve() for path in [archive.folder, issues, *files])


def _collected(inputs: tuple[str, ...], limits: CollectSettings, web: PoliteWeb) -> Iterator[Capture | Problem]:
    for is_local, names in itertools.groupby(inputs, key=lambda name: Path(name).exists()):
        if is_local:
            for name in names:
                yield from _some(collect([name], limits, web=web), name)
        else:
            yield from collect(names, limits, web=web)


def _some(found: Iterator[Capture | Problem], name: str) -> Iterator[Capture | Problem]:
    first = next(found, None)
    if first is None:
        yield Problem("collect", name, "no page was found in it")
        return
    yield first
    yield from found


def count_files(inputs: tuple[str, ...]) -> int | None:
    """Count the files among the inputs; None when there are others, of which nobody knows how many pages they give."""
    paths = [Path(name) for name in inputs]
    if not all(path.exists() for path in paths):
        return None
    return sum(sum(1 for one in path.rglob("*") if one.is_file()) if path.is_dir() else 1 for path in paths)
