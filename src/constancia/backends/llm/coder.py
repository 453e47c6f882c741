"""Readings to codings by a language model; or by the rules first, and the model where they are unsure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from constancia.backends.llm.budget import BudgetSpentError
from constancia.backends.llm.client import ChatClient
from constancia.backends.llm.grounding import Grounding
from constancia.backends.llm.prompt import VERSION, answer_schema, messages
from constancia.backends.llm.replies import ReplyStore, key_of
from constancia.errors import InputError
from constancia.model import Coding, Problem, Reading, Report
from constancia.vocabulary import EVENT_STATUSES, EventType

_ENOUGH_FAILURES = 3

Rules = Callable[[Reading], Coding]


@dataclass(frozen=True, slots=True)
class Coded:
    """A coding and what went wrong on the way: refused values, answers that never came."""

    coding: Coding
    problems: tuple[Problem, ...] = ()


class LlmCoder:
    """Codes by a model alone; where no answer is to be had, by the rules, and says so."""

    def __init__(self, client: ChatClient, replies: ReplyStore, rules: Rules) -> None:
        self._client = client
        self._replies = replies
        self._rules = rules
        self._failures = 0

    def code(self, reading: Reading) -> Coded:
        """Code one reading; a kept answer costs nothing."""
        try:
            answer = self._answer(reading)
        except (InputError, BudgetSpentError) as error:
            return Coded(self._rules(reading), (Problem("llm", reading.text.id, str(error), "coded by the rules"),))
        grounding = Grounding(reading, self._client.endpoint.model)
        coding = Coding(reading.text.id, grounding.reports(answer), grounding.tolls(answer))
        problems = tuple(Problem("llm", reading.text.id, "a value was refused", why) for why in grounding.refusals)
        return Coded(coding, problems)

    def _answer(self, reading: Reading) -> dict[str, object]:
        asked = messages(reading)
        key = key_of(self._client.endpoint.model, VERSION, asked)
        answer = self._replies.get(key)
        if not isinstance(answer, dict):
            answer = self._asked(asked)
            self._replies.put(key, answer)
        return answer

    def _asked(self, asked: list[dict[str, str]]) -> dict[str, object]:
        """Ask, unless the endpoint has failed so often in a row that waiting for it again would be waste."""
        if self._failures >= _ENOUGH_FAILURES:
            raise InputError(f"the model failed {self._failures} times in a row and is asked no more")
        try:
            answer: dict[str, object] = self._client.ask(asked, answer_schema())
        except InputError:
            self._failures += 1
            raise
        self._failures = 0
        return answer


class Cascade:
    """Codes by the rules, and asks the model only for texts in which they see a deed but are unsure of it."""

    def __init__(self, rules: Rules, model: LlmCoder) -> None:
        self._rules = rules
        self._model = model

    def code(self, reading: Reading) -> Coded:
        """Code one reading."""
        coding = self._rules(reading)
        return self._model.code(reading) if _is_unsure(coding) else Coded(coding)


_DEEDS = frozenset({EventType.PROTEST, EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE})


def _is_unsure(coding: Coding) -> bool:
    """Tell whether the rules saw a deed that happened but not when or where, or nothing but a toll."""
    deeds = [report for report in coding.reports if report.type in _DEEDS and report.status in EVENT_STATUSES]
    return any(map(_is_open, deeds)) or (not deeds and bool(coding.toll_claims))


def _is_open(report: Report) -> bool:
    return report.date is None or report.place is None
