"""A language in, the weights learned for it out; `tools/train_quotations.py` makes them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

Weights = Mapping[str, float]


@cache
def quotation_weights(language: str) -> Mapping[str, Weights]:
    """Load the weights of each decision: cue, particle, source, left and right content."""
    path = files("constancia.data").joinpath("quotations", f"{language}.json")
    loaded: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8"))
    return loaded
