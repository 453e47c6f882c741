"""Messages to an answer as JSON, over an OpenAI-compatible endpoint: with retries, a time limit and a budget."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx2

from constancia.backends.llm.budget import Spending
from constancia.errors import InputError

_RETRIED = frozenset({408, 409, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where and how to ask; `url` ends before "/chat/completions". Without a key no header is sent."""

    url: str
    model: str
    key: str | None = None
    timeout_s: float = 60.0
    attempts: int = 4
    first_wait_s: float = 1.0


class ChatClient:
    """Asks one endpoint; `transport` and `sleep` are given in tests."""

    def __init__(
        self,
        endpoint: Endpoint,
        budget: Spending,
        *,
        transport: httpx2.BaseTransport | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.endpoint = endpoint
        self.budget = budget
        self._sleep = sleep
        headers = {"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
        self._http = httpx2.Client(headers=headers, timeout=endpoint.timeout_s, transport=transport)

    def ask(self, messages: list[dict[str, str]], schema: dict[str, Any]) -> Any:
        """Give the answer as JSON. Raises InputError when none can be had, BudgetSpentError when none may be."""
        form = {"type": "json_schema", "json_schema": {"name": "coding", "strict": True, "schema": schema}}
        body = {
            "model": self.endpoint.model,
            "messages": messages,
            "temperature": 0,
            "seed": 1,
            "response_format": form,
        }
        wait, reason = self.endpoint.first_wait_s, "no attempt was made"
        for attempt in range(self.endpoint.attempts):
            if attempt:
                self._sleep(wait)
                wait *= 2
            self.budget.take()
            try:
                response = self._http.post(f"{self.endpoint.url.rstrip('/')}/chat/completions", json=body)
            except httpx2.HTTPError as error:
                reason = f"{type(error).__name__}: {error}"
                continue
            if response.status_code in _RETRIED:
                reason = f"status {response.status_code}"
                wait = max(wait, _retry_after(response))
                continue
            if response.status_code != httpx2.codes.OK:
                raise InputError(f"the model's endpoint answered {response.status_code}: {response.text[:200]}")
            try:
                return self._read(response)
            except (ValueError, KeyError, IndexError, TypeError) as error:
                reason = f"an answer that is not of the form asked for ({error})"
        raise InputError(f"the model gave no usable answer in {self.endpoint.attempts} attempts: {reason}")

    def _read(self, response: httpx2.Response) -> Any:
        reply = response.json()
        self.budget.spend(max(0, int((reply.get("usage") or {}).get("total_tokens") or 0)))
        answer = json.loads(reply["choices"][0]["message"]["content"])
        if not isinstance(answer, dict):
            raise ValueError("no object")  # noqa: TRY004 - it is a wrong value of a right reply
        return answer


def _retry_after(response: httpx2.Response) -> float:
    try:
        return float(response.headers.get("retry-after", "0"))
    except ValueError:
        return 0.0
