"""Where the development data lies: the folder `shared` beside the repository; tests that need it skip without it."""

from pathlib import Path

import pytest

_SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def shared_path(name: str) -> Path:
    path = _SHARED / name
    if not path.exists():
        pytest.skip(f"needs the development data (shared/{name} beside the repository)")
    return path
