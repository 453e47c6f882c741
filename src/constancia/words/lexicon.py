"""Load the lexicons of `data/lexicons/LANGUAGE/NAME.toml`, once each."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import tomli  # compiled, unlike the reader of the standard library: every start waits for the lexicons

from constancia.errors import LexiconError


@cache
def load_lexicon(language: str, name: str) -> dict[str, Any]:
    """Read one lexicon as TOML gives it; `language` is "en", "es" or "any".

    Raises LexiconError when there is no such lexicon or it is not TOML.
    """
    path = files("constancia.data").joinpath("lexicons", language, f"{name}.toml")
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomli.TOMLDecodeError) as error:
        raise LexiconError(f"lexicon {language}/{name}: {error}") from error
