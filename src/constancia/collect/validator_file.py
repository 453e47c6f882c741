"""A file beside the archive that remembers from run to run what servers gave with their pages, to be asked later."""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path

from constancia.collect.web import Validator


class ValidatorFile:
    """Validators in a file of JSON lines that only grows; of one URL the last line counts.

    It belongs in the archive's folder, since "not changed" is an answer only where the page is held.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, url: str) -> Validator | None:
        """Give what was kept for a URL."""
        return self._kept.get(url)

    def put(self, url: str, validator: Validator) -> None:
        """Keep it, unless it is what is kept already."""
        if self._kept.get(url) == validator:
            return
        self._kept[url] = validator
        self._path.parent.mkdir(parents=True, exist_ok=True)
        line = {"url": url, "etag": validator.etag, "last_modified": validator.last_modified}
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")

    @cached_property
    def _kept(self) -> dict[str, Validator]:
        if not self._path.exists():
            return {}
        kept: dict[str, Validator] = {}
        with self._path.open(encoding="utf-8", errors="replace") as lines:
            for line in lines:
                try:
                    entry = json.loads(line)
                    kept[entry["url"]] = Validator(entry["etag"], entry["last_modified"])
                except (ValueError, KeyError, TypeError):  # cut off when a run was killed: the page is fetched again
                    continue
        return kept
