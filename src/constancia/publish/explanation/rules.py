"""Ids of the codebook's rules in; what they decide, in one line, out (data/codebook/rules.toml)."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

_RULE = re.compile(r"[A-Z]\d{1,2}\b")


@cache
def _table() -> dict[str, Any]:
    file = resources.files("constancia.data").joinpath("codebook", "rules.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def told(reason: str) -> str:
    """Add to a reason that begins with a rule's id what that rule says."""
    found = _RULE.match(reason)
    rule = _table()["rules"].get(found.group()) if found else None
    return f"{reason} — {rule}" if rule else reason


def rule_for(field: str, value: str | None) -> str:
    """Give the rule that decides a value of a field; "" where the codebook has none of its own."""
    by_value = _table()["fields"].get(field, {})
    rule = by_value.get(value or "") or (by_value.get("*") if value else None)
    return told(rule) if rule else ""
