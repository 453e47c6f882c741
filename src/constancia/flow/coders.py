"""Which coder is wanted in; that coder, made once in each process that needs it, out.

The rules are the default, and then nothing of the language model's coder is loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from constancia.coding import code_reading
from constancia.flow.coder_choice import CoderChoice
from constancia.model import Coding, Problem, Reading

Coder = Callable[[Reading], tuple[Coding, tuple[Problem, ...]]]


@cache
def coder_of(choice: CoderChoice) -> Coder:
    """Give the coder of a choice."""
    return _rules if choice.name == "rules" else _model(choice)


def _rules(reading: Reading) -> tuple[Coding, tuple[Problem, ...]]:
    return code_reading(reading), ()


def _model(choice: CoderChoice) -> Coder:
    from constancia.backends.llm import (  # noqa: PLC0415 - an optional back-end
        Cascade,
        ChatClient,
        Endpoint,
        LlmCoder,
        ReplyStore,
        SharedBudget,
    )

    budget = SharedBudget(Path(choice.spent), choice.max_requests, choice.max_tokens)
    client = ChatClient(Endpoint(choice.url, choice.model, choice.key), budget)
    model = LlmCoder(client, ReplyStore(Path(choice.replies)), code_reading)
    coder = Cascade(code_reading, model) if choice.name == "cascade" else model

    def code(reading: Reading) -> tuple[Coding, tuple[Problem, ...]]:
        coded = coder.code(reading)
        return coded.coding, coded.problems

    return code
