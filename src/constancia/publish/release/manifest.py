"""A folder of releases in; what each says of itself (release.json), and the latest of them, out."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from constancia.errors import UsageError

FILE = "release.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """With what a release was made: versions of code, data and codebook, policy, and the digest of every file."""

    release: str
    made_at: str
    previous: str | None
    code: str
    data: str
    codebook: str
    policy: str
    format: str
    n_snapshots: int
    last_chain: str | None
    n_judgements: int
    n_changes: int = 0
    files: dict[str, str] = field(default_factory=dict)


def manifest_of(folder: Path) -> Manifest:
    """Read what a release says of itself.

    Raises UsageError where the folder is no release.
    """
    try:
        return Manifest(**json.loads((folder / FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise UsageError(f"{folder} is no release: {FILE} cannot be read") from error


def latest(releases: Path) -> Path | None:
    """Give the folder of the release that was made last; None where there is none."""
    found = [path.parent for path in releases.glob(f"*/{FILE}") if not path.parent.name.startswith(".")]
    return max(found, key=lambda one: (manifest_of(one).made_at, one.name), default=None)
