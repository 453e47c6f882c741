"""Answers kept in a folder under the hash of what was asked, so that a re-run is free and gives the same."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any


def key_of(model: str, version: str, messages: list[dict[str, str]]) -> str:
    """Name an answer by the model, the prompt's version and the messages."""
    asked = json.dumps([model, version, messages], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(asked.encode()).hexdigest()


class ReplyStore:
    """A folder with one JSON file an answer; a file is there whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> Any | None:
        """Give the kept answer, or None."""
        try:
            return json.loads(self._path(key).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def put(self, key: str, answer: Any) -> None:
        """Keep an answer."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_text(json.dumps(answer, ensure_ascii=False, indent=1), encoding="utf-8")
        draft.replace(path)

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.json"
