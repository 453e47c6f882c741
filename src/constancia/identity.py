"""Ids made from content: the same parts give the same id on every machine."""

import hashlib

_LENGTH = 16


def digest(*parts: object) -> str:
    """Give 16 hex digits of the SHA-256 of the parts; None and "" differ, and no two lists of parts run together."""
    body = "\x1f".join(["\x00" if part is None else str(part) for part in parts])
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def snapshot_id(url: str, sha256: str) -> str:
    """Name a snapshot: one URL with one content is one snapshot, however often it is seen."""
    return "s" + digest("snapshot", url, sha256)


def page_id(snapshot: str) -> str:
    """Name the page of a snapshot."""
    return "p" + digest("page", snapshot)


def passage_id(page: str, start: int, end: int) -> str:
    """Name a passage of a page."""
    return "g" + digest("passage", page, start, end)


def report_id(text: str, start: int, end: int, event_type: str) -> str:
    """Name a report by its text's id, its trigger's span and its type."""
    return "r" + digest("report", text, start, end, event_type)


def claim_id(text: str, start: int, end: int, measure: str, part: str | None = None) -> str:
    """Name a claim by its text's id, its figure's span and its measure; `part` tells apart claims on the same words."""
    return "c" + digest("claim", text, start, end, measure, part)


def event_id(report_ids: tuple[str, ...]) -> str:
    """Name an event by its first report in sort order, so that a new report seldom renames it."""
    return "e" + digest("event", min(report_ids))


def toll_id(measure: str, scope: str, place: str | None, since: str | None, category: str | None) -> str:
    """Name a row of the ledger by what it counts."""
    return "t" + digest("toll", measure, scope, place, since, category)


def campaign_id(name: str) -> str:
    """Name a campaign."""
    return "n" + digest("campaign", name)


def source_id(kind: str, name: str) -> str:
    """Name a source."""
    return "o" + digest("source", kind, name)
