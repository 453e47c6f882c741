"""Rows of an export to the ids that they must bear: each is made from content, and is made here again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from constancia import identity
from constancia.verify.page_words import BLACK
from constancia.vocabulary import EventType

Values = Mapping[str, Any]
WrongId = tuple[str, str]
"""The field of an id, and its value, which does not follow from the row."""


def wrong_ids(table: str, values: Values, passage_start: int = 0) -> Iterator[WrongId]:
    """Give the ids of a row that do not follow from its other values; offsets in texts count from `passage_start`.

    An id made from a name cannot be made again from a blackened one.
    """
    made = _MAKERS.get(table)
    if made is None:
        return
    field, possible = made(values, passage_start)
    if possible and values.get(field) not in possible:
        yield field, str(values.get(field))


def _snapshot(values: Values, _: int) -> tuple[str, set[str]]:
    is_masked = BLACK in values["url"]
    return "snapshot_id", set() if is_masked else {identity.snapshot_id(values["url"], values["sha256"])}


def _page(values: Values, _: int) -> tuple[str, set[str]]:
    return "page_id", {identity.page_id(values["snapshot_id"])}


def _passage(values: Values, _: int) -> tuple[str, set[str]]:
    return "passage_id", {identity.passage_id(values["page_id"], values["start"], values["end"])}


def _report(values: Values, begin: int) -> tuple[str, set[str]]:
    trigger = values["trigger"]
    span = (trigger["start"] - begin, trigger["end"] - begin)
    # The type is that of the trigger's sense, which the words around it may have changed since ("threatened to").
    # One trigger in two places ("marched in Tacna and Moquegua") makes two reports, told apart by the place.
    keys: list[str] = list(EventType)
    if values.get("place_start") is not None:
        keys += [f"{kind}@{int(values['place_start']) - begin}" for kind in EventType]
    return "report_id", {identity.report_id(values["id"], *span, key) for key in keys}


def _claim(values: Values, begin: int) -> tuple[str, set[str]]:
    span = (values["start"] - begin, values["end"] - begin)
    return "claim_id", {identity.claim_id(values["passage_id"], *span, values["measure"])}


def _campaign(values: Values, _: int) -> tuple[str, set[str]]:
    return "campaign_id", set() if BLACK in values["name"] else {identity.campaign_id(values["name"])}


_MAKERS = {
    "snapshots": _snapshot,
    "pages": _page,
    "passages": _passage,
    "reports": _report,
    "claims": _claim,
    "campaigns": _campaign,
}
