"""Lines of `constancia code`, gold and coded, to how much of the gold was found and what the found agree on."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from constancia.errors import InputError

_REPORT_FIELDS = ("mode", "form", "status", "is_plural")
_CLAIM_FIELDS = ("scope", "certainty")


@dataclass(frozen=True, slots=True)
class Told:
    """A report or a claim of a line: what kind of thing it is, where its words stand, and the fields compared."""

    text_id: str
    kind: str
    start: int
    end: int
    fields: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Reports or claims: how many the gold has, how many were coded and matched, and by field how many agree."""

    what: str
    n_gold: int
    n_coded: int
    n_matched: int
    agreeing: tuple[tuple[str, int], ...]

    @property
    def precision(self) -> float | None:
        """The share of what was coded that the gold has; None where nothing was coded."""
        return self.n_matched / self.n_coded if self.n_coded else None

    @property
    def recall(self) -> float | None:
        """The share of the gold that was coded; None where the gold is empty."""
        return self.n_matched / self.n_gold if self.n_gold else None

    @property
    def f(self) -> float | None:
        """The harmonic mean of both; None where the gold and the coded are empty."""
        total = self.n_gold + self.n_coded
        return 2 * self.n_matched / total if total else None


def score_lines(gold: Iterable[str], coded: Iterable[str]) -> tuple[Found, Found]:
    """Score coded lines against gold lines, reports and claims, over the texts that the gold names.

    A report is found where one of its type has its trigger in the same words; a claim where one of its measure and
    bounds stands in the same words. Each is matched once.

    Raises InputError for a line that `constancia code` could not have written.
    """
    wanted, made = [list(_records(lines)) for lines in (gold, coded)]
    texts = {record["id"] for record in wanted}
    made = [record for record in made if record["id"] in texts]
    reports = _found("reports", *[[one for r in records for one in _reports(r)] for records in (wanted, made)])
    claims = _found("claims", *[[one for r in records for one in _claims(r)] for records in (wanted, made)])
    return reports, claims


def _records(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            raise InputError(f"line {number}: no JSON: {error}") from error
        if not isinstance(record, dict) or not isinstance(record.get("id"), str):
            raise InputError(f'line {number}: no object with a string "id", as `constancia code` writes them')
        yield record


def _reports(record: dict[str, Any]) -> Iterator[Told]:
    trigger = record.get("trigger")
    if record.get("report_id") is None or not isinstance(trigger, dict):
        return
    date, place = record.get("date") or {}, record.get("place") or {}
    fields = [(name, _plain(record.get(name))) for name in _REPORT_FIELDS]
    fields += [("date", f"{date.get('from')} {date.get('to')}"), ("country", _plain(place.get("country")))]
    fields.append(("place", _plain(place.get("name"))))
    yield Told(record["id"], str(record.get("type")), *_span(record, trigger), tuple(fields))


def _claims(record: dict[str, Any]) -> Iterator[Told]:
    for claim in record.get("claims") or ():
        bounds = " ".join(_plain(claim.get(name)) or "-" for name in ("low", "high", "best"))
        speaker = claim.get("according_to") or {}
        fields = [(name, _plain(claim.get(name))) for name in _CLAIM_FIELDS]
        fields.append(("according_to", _plain(speaker.get("role"))))
        yield Told(record["id"], f"{claim.get('measure')} {bounds}", *_span(record, claim), tuple(fields))


def _span(record: dict[str, Any], told: dict[str, Any]) -> tuple[int, int]:
    start, end = told.get("start"), told.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        raise InputError(f"text {record['id']}: a report's trigger or a claim without start and end")
    return start, end


def _plain(value: object) -> str | None:
    return None if value is None else str(value)


def _found(what: str, gold: list[Told], coded: list[Told]) -> Found:
    pairs = list(_matched(gold, coded))
    names = [name for name, _ in gold[0].fields] if gold else []
    agreeing = tuple((name, sum(dict(a.fields)[name] == dict(b.fields)[name] for a, b in pairs)) for name in names)
    return Found(what, len(gold), len(coded), len(pairs), agreeing)


def _matched(gold: list[Told], coded: list[Told]) -> Iterator[tuple[Told, Told]]:
    """Match one to one what is of a kind and in the same words, those that agree on most fields first."""
    left: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for one in coded:
        left[one.text_id, one.kind].append(one)
    for wanted in gold:
        near = [one for one in left[wanted.text_id, wanted.kind] if one.start < wanted.end and wanted.start < one.end]
        best = max(near, key=_likeness(wanted), default=None)
        if best is not None:
            left[wanted.text_id, wanted.kind].remove(best)
            yield wanted, best


def _likeness(wanted: Told) -> Callable[[Told], int]:
    return lambda one: sum(a == b for a, b in zip(wanted.fields, one.fields, strict=True))
