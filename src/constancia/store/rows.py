"""Nouns to the rows that keep them, and back; pure, so that worker processes can prepare the rows of a page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import orjson

from constancia.codec import dumps, loads, named_values
from constancia.identity import digest
from constancia.model import Coding, Mention, Page, Passage, PassageText, Problem
from constancia.vocabulary import UNOFFICIAL, ActorPart, EventType, Role

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class StoredReading:
    """What is kept of a reading: the mentions; sentences and tokens are made anew when they are needed."""

    passage_id: str
    language: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class PageWork:
    """All that was made of one snapshot; `page` is None when nothing could be."""

    snapshot_id: str
    version: str
    page: Page | None
    readings: tuple[StoredReading, ...] = ()
    codings: tuple[Coding, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class PageRows:
    """The rows that keep a `PageWork`, by table, and the problems among them."""

    snapshot_id: str
    tables: dict[str, list[Row]]
    problems: tuple[Problem, ...] = ()

    def __reduce__(self) -> tuple[object, ...]:
        """Cross between processes without asking for the names of the fields, which takes longer than the values."""
        return PageRows, (self.snapshot_id, self.tables, self.problems)


def page_rows(work: PageWork) -> PageRows:
    """Write all that was made of a snapshot as rows."""
    page = work.page
    tables: dict[str, list[Row]] = {
        "readings": [{"passage_id": one.passage_id, "body": dumps(one)} for one in work.readings],
        "codings": [{"passage_id": one.id, "body": dumps(one)} for one in work.codings],
        "problems": [problem_row(one) for one in work.problems],
        "progress": [
            {"snapshot_id": work.snapshot_id, "version": work.version, "outcome": "done" if page else "failed"}
        ],
    }
    if page is not None:
        tables["pages"] = [_page_row(page)]
        tables["passages"] = [
            {"passage_id": one.passage_id, "page_id": page.page_id, "body": dumps(one)} for one in page.passages
        ]
    return PageRows(work.snapshot_id, tables, work.problems)


def _page_row(page: Page) -> Row:
    return {
        "page_id": page.page_id,
        "snapshot_id": page.snapshot_id,
        "kind": page.kind.value,
        "language": page.language,
        "body": dumps({**named_values(page), "text": "", "passages": ()}),
        "text": page.text,
    }


def read_page(row: Any, passages: tuple[Passage, ...]) -> Page:
    """Put a page together again from its row and its passages."""
    return replace(loads(Page, row.body), text=row.text, passages=passages)


def read_passage_text(row: Any) -> PassageText:
    """Cut a passage out of its page's text, from its row and the `page` and `text` of its page's row."""
    passage, page = orjson.loads(row.body), orjson.loads(row.page)
    start, published = passage["start"], passage.get("published") or page.get("published")
    return PassageText(
        passage_id=row.passage_id,
        text=row.text[start : passage["end"]],
        title_end=max(0, passage.get("title_end", 0) - start),
        published=dt.date.fromisoformat(published) if published else None,
    )


def problem_row(problem: Problem) -> Row:
    """Write a problem; the same one again is the same row."""
    key = digest("problem", problem.stage, problem.subject, problem.reason)
    return {"problem_id": key, "stage": problem.stage, "body": dumps(problem)}


class Standing(StrEnum):
    """How a text tells of a person by name."""

    PRIVATE = "private"
    HARMED = "harmed"
    """Private, and arrested, hurt or killed in a report."""
    POST = "post"
    """Public by a post that is no public office: in a union, an association, a company."""
    OFFICE = "office"


_HARMFUL = frozenset({EventType.ASSAULT, EventType.COERCE})
_UNDERWENT = frozenset({ActorPart.VICTIM, ActorPart.RECIPIENT})


def people_in(value: Any) -> Iterator[tuple[str, Standing]]:
    """Give the names of people in a JSON value, and how it tells of each."""
    if isinstance(value, list):
        for item in value:
            yield from people_in(item)
    elif isinstance(value, dict):
        if value.get("name") and "is_private" in value:
            yield value["name"], _standing(value)
        if value.get("type") in _HARMFUL:
            for actor in value.get("actors") or ():
                if actor.get("name") and actor.get("is_private") and actor.get("part") in _UNDERWENT:
                    yield actor["name"], Standing.HARMED
        for item in value.values():
            yield from people_in(item)


def _standing(value: Row) -> Standing:
    if value["is_private"]:
        return Standing.PRIVATE
    holds_post = value.get("role") in UNOFFICIAL or (value.get("role") == Role.OTHER and value.get("organisation"))
    return Standing.POST if holds_post else Standing.OFFICE
