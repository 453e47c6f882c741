"""An attempt at the pages of a record: who works on them, and how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from constancia.flow.page_crew import PageHands, RunOptions


@dataclass(frozen=True, slots=True)
class Attempt:
    """Who works on the pages, and how; one that `goes_on` takes up what another could not finish.

    `issues_end` is where the issues end that were filed before the first attempt. `tell` is told of pages as they are
    kept.
    """

    options: RunOptions
    hands: PageHands
    issues_end: int
    goes_on: bool = False
    tell: Callable[[list[str]], object] = bool
