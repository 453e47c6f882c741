"""What may be asked of a model: limits of requests and tokens, counted by one process or by all of a run together."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from constancia.errors import ConstanciaError

_WIDTH = 12  # of a line of the tokens' file: lines of one length are appended whole by every system


class BudgetSpentError(ConstanciaError):
    """The limit of requests or tokens is reached; nothing more is asked."""


class Spending(Protocol):
    """What a client asks before each request, and tells after each answer."""

    def take(self) -> None:
        """Count one request; raises BudgetSpentError when it is one too many."""

    def spend(self, tokens: int) -> None:
        """Count the tokens of an answer."""


@dataclass(slots=True)
class Budget:
    """A budget of one process; a limit of None is none. Counts what was spent."""

    max_requests: int | None = None
    max_tokens: int | None = None
    requests: int = 0
    tokens: int = 0

    def take(self) -> None:
        """Count one request; raises BudgetSpentError when it is one too many."""
        _refuse_beyond("tokens", self.tokens, self.max_tokens)
        _refuse_beyond("requests", self.requests, self.max_requests)
        self.requests += 1

    def spend(self, tokens: int) -> None:
        """Count the tokens of an answer."""
        self.tokens += tokens


class SharedBudget:
    """A budget of all processes that name the same folder, also of those that replace one that died.

    Each request appends a byte to a file, and where that byte fell is the request's number. Tokens are known only
    after an answer: as many answers as there are processes may be under way when their limit is reached.
    """

    def __init__(self, folder: Path, max_requests: int | None, max_tokens: int | None) -> None:
        self._requests = folder / "requests"
        self._tokens = folder / "tokens"
        self._max_requests = max_requests
        self._max_tokens = max_tokens

    def take(self) -> None:
        """Count one request; raises BudgetSpentError when it is one too many."""
        if self._max_tokens is not None:
            _refuse_beyond("tokens", self._spent(), self._max_tokens)
        _refuse_beyond("requests", _appended(self._requests, b"\n") - 1, self._max_requests)

    def spend(self, tokens: int) -> None:
        """Count the tokens of an answer."""
        _appended(self._tokens, f"{tokens:>{_WIDTH - 1}}\n".encode())

    def _spent(self) -> int:
        return sum(map(int, self._tokens.read_bytes().split())) if self._tokens.exists() else 0


def _appended(path: Path, line: bytes) -> int:
    """Append to a file and give where the line ends."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(file, line)
        return os.lseek(file, 0, os.SEEK_CUR)
    finally:
        os.close(file)


def _refuse_beyond(what: str, spent: int, limit: int | None) -> None:
    if limit is not None and spent >= limit:
        raise BudgetSpentError(f"the limit of {limit} {what} is reached; raise it or use the rules")
