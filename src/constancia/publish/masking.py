"""Rows in; the rows that may be public out, with the names of private people blacked out in every text of theirs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from constancia.model import ActorValue, Page, PlaceValue
from constancia.publish.bundle import PageBundle
from constancia.publish.privacy import BLACK, Mask
from constancia.publish.rows import Row
from constancia.publish.tables import Kind, TableSpec

_ADDRESSES = frozenset({"url", "final_url", "linked_url", "domain"})
_NEVER_A_NAME = frozenset(
    {"sha256", "chain", "warc", "extractor", "coder", "codebook", "policy", "media_type", "charset"}
)


def masked_row(row: Row, spec: TableSpec, mask: Mask) -> Row:
    """Black out private names in a row; the same row is given back when there were none."""
    changed: Row = {}
    for column in spec.columns:
        old = row[column.name]
        if old is None or column.kind not in (Kind.TEXT, Kind.JSON) or _is_safe(column.name):
            continue
        new = mask.address(old) if column.name in _ADDRESSES else _without_private(mask.value(old), mask)
        if new != old:
            changed[column.name] = new
    return {**row, **changed} if changed else row


def _is_safe(name: str) -> bool:
    return name in _NEVER_A_NAME or name == "id" or name.endswith("_id")


def _without_private(value: Any, mask: Mask) -> Any:
    """Black out, whole, the names of whoever is marked private in a JSON value: single words among them."""
    if isinstance(value, list):
        return [_without_private(item, mask) for item in value]
    if not isinstance(value, dict):
        return value
    names = ("name", "text") if value.get("is_private") and mask.is_private(value.get("name") or "") else ()
    return {
        key: BLACK * len(item) if key in names and item else _without_private(item, mask) for key, item in value.items()
    }


def private_names(bundle: PageBundle) -> Iterator[str]:
    """Give the names of the private people whom a page names."""
    for mentions in _of_page(bundle.page, bundle.mentions):
        for mention in mentions:
            if isinstance(mention.value, ActorValue) and mention.value.is_private and mention.value.name:
                yield mention.value.name
    for coding in _of_page(bundle.page, bundle.codings):
        for report in coding.reports:
            yield from (actor.name for actor in report.actors if actor.is_private and actor.name)


def public_names(bundle: PageBundle) -> Iterator[str]:
    """Give the names on a page that may be told: whole names of office holders, of organisations and of places.

    A single word is left out: it may as well be the surname of a private person.
    """
    for mentions in _of_page(bundle.page, bundle.mentions):
        for mention in mentions:
            value = mention.value
            if isinstance(value, ActorValue):
                if not value.is_private and value.name and " " in value.name:
                    yield value.name
                if value.organisation:
                    yield value.organisation
            elif isinstance(value, PlaceValue):
                yield mention.text


def _of_page(page: Page, by_passage: Any) -> Iterator[Any]:
    for passage in page.passages:
        found = by_passage.get(passage.passage_id)
        if found is not None:
            yield found
