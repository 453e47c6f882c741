"""What an estimate says: the nouns that every method gives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Method(StrEnum):
    """How a number was estimated."""

    CHAO = "chao"
    CHAO_FEW_LISTS = "chao-few-lists"
    LOGLINEAR = "loglinear"
    LOGLINEAR_AVERAGE = "loglinear-average"
    GRAPH = "decomposable"
    GRAPH_AVERAGE = "decomposable-average"


@dataclass(frozen=True, slots=True)
class Estimate:
    """How many there are in all by one method or model, with a 95 percent interval; an open bound is null.

    `weight` is the share of the model in the average of its kind. By graphs, `estimate` is the posterior's median and
    `mode` its most probable number.
    """

    method: Method
    observed: int
    estimate: float
    low: float | None = None
    high: float | None = None
    model: str | None = None
    weight: float | None = None
    aic: float | None = None
    bic: float | None = None
    mode: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Estimation:
    """All estimates from one matrix, and what must be said beside them."""

    lists: tuple[str, ...]
    observed: int
    estimates: tuple[Estimate, ...]
    warnings: tuple[str, ...]


def model_name(lists: tuple[str, ...], terms: tuple[tuple[int, ...], ...]) -> str:
    """Name a model by its interactions: `a*b + a*c`, or `independence`."""
    return " + ".join("*".join(lists[number] for number in term) for term in terms) or "independence"
