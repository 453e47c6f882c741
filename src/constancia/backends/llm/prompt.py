"""A reading to the messages that ask for its coding, and the JSON Schema of the answer."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from constancia.model import Reading
from constancia.vocabulary import Certainty, EventType, Form, Measure, Mode, Role, Scope, Status

VERSION = "1"
"""Part of the key under which an answer is kept: a changed prompt asks anew."""

_RULES = """\
You code news texts on protest and state repression. Code what the text says, never what is likely.
Every value needs words of the text, copied exactly, in its *_quote field; a value without such words is refused.
What is not said is null. Give one report for each deed, place and day.
Deeds that are called, threatened, banned, cancelled or denied keep that status.
History told in passing is background; courts and charges are legal.
A figure since a beginning ("over 80 killed since December") is a toll with scope cumulative and belongs to no report.
Numbers are given by the words that say them (figure_quote); do not calculate."""


def messages(reading: Reading) -> list[dict[str, str]]:
    """Give the messages for a reading: the rules of the codebook, then the text with its day and place."""
    text = reading.text
    known = f"published: {text.published or 'unknown'}; outlet's place: {text.place or 'unknown'}"
    return [{"role": "system", "content": _RULES}, {"role": "user", "content": f"{known}\n\n{text.text}"}]


def answer_schema() -> dict[str, Any]:
    """Give the JSON Schema of the answer."""
    claim = _object(
        measure=_one_of(Measure),
        figure_quote=_words(),
        sentence_quote=_words(),
        scope=_one_of(Scope),
        since_quote=_or_null(),
        speaker_quote=_or_null(),
        speaker_role=_one_of(Role, optional=True),
        certainty=_one_of(Certainty),
    )
    report = _object(
        trigger_quote=_words(),
        sentence_quote=_words(),
        type=_one_of(EventType),
        mode=_one_of(Mode, optional=True),
        form=_one_of(Form, optional=True),
        status=_one_of(Status),
        date_quote=_or_null(),
        place_quote=_or_null(),
        claims={"type": "array", "items": claim},
    )
    return _object(reports={"type": "array", "items": report}, tolls={"type": "array", "items": claim})


def _object(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _one_of(words: type[StrEnum], *, optional: bool = False) -> dict[str, Any]:
    values: list[str | None] = [word.value for word in words]
    return {"enum": [*values, None] if optional else values}


def _words() -> dict[str, Any]:
    return {"type": "string"}


def _or_null() -> dict[str, Any]:
    return {"type": ["string", "null"]}
