"""Which coder a run wants, by name: what a process tells its workers before anything of a coder is loaded."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CoderChoice:
    """A coder by its name: rules, llm, or cascade (the model only where the rules are unsure).

    `replies` is the folder of kept answers; in the folder `spent` all processes of a run count what they ask.
    """

    name: str = "rules"
    url: str = ""
    model: str = ""
    key: str | None = field(default=None, repr=False)
    max_requests: int | None = None
    max_tokens: int | None = None
    replies: str = ""
    spent: str = ""


RULES = CoderChoice()

PATIENCE_S = 900.0
"""What a page may take on top of its time limit where a model is asked: a few passages with every attempt failing."""
