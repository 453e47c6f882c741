"""The tables of a record in; rows of the ledger as series out: each claim as a bar, with the stored page behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from constancia.publish.toll_chart import Bar
from constancia.words import fold

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]

_UNDATED = "9999"


@dataclass(frozen=True, slots=True)
class TollChoice:
    """Which rows of the ledger are wanted; None takes all. `since` may be a year, a month or a day."""

    measure: str | None = None
    place: str | None = None
    since: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimSource:
    """The stored page that says a claim: `note` is its footnote."""

    note: str
    claim_id: str
    publisher: str | None
    title: str | None
    published: str | None
    url: str
    fetched_at: str
    sha256: str


@dataclass(frozen=True, slots=True)
class TollSeries:
    """One row of the ledger: its claims by as-of date, and for each its source, in the same order."""

    toll_id: str
    title: str
    is_disputed: bool
    checks: tuple[str, ...]
    bars: tuple[Bar, ...]
    sources: tuple[ClaimSource, ...]


def toll_series(tables: Tables, choice: TollChoice) -> list[TollSeries]:
    """Give the rows chosen, those with most claims first.

    `tables` are public ones (`record.md`, section 4) and must hold tolls, claims, pages, sources and snapshots.
    """
    claims: dict[str, list[Row]] = {}
    for claim in tables["claims"]:
        if claim.get("toll_id") is not None:
            claims.setdefault(claim["toll_id"], []).append(claim)
    shelf = _Shelf(tables)
    chosen = [toll for toll in tables["tolls"] if _is_chosen(toll, choice)]
    series = [_series(toll, by_as_of(claims.get(toll["toll_id"], ())), shelf) for toll in chosen]
    return sorted(series, key=lambda one: (-len(one.bars), one.title, one.toll_id))


def _is_chosen(toll: Row, choice: TollChoice) -> bool:
    return (
        (choice.measure is None or toll["measure"] == choice.measure)
        and (choice.place is None or fold(toll["place_name"] or "") == fold(choice.place))
        and (choice.since is None or str(toll["since"] or "").startswith(choice.since))
    )


class _Shelf:
    """Finds the stored page of a claim, and its publisher's name."""

    def __init__(self, tables: Tables) -> None:
        self._pages = {row["page_id"]: row for row in tables["pages"]}
        self._snapshots = {row["snapshot_id"]: row for row in tables["snapshots"]}
        self._publishers = {row["source_id"]: row["name"] for row in tables["sources"]}

    def source(self, claim: Row, note: str) -> ClaimSource:
        page = self._pages[claim["page_id"]]
        snapshot = self._snapshots[page["snapshot_id"]]
        return ClaimSource(
            note=note,
            claim_id=claim["claim_id"],
            publisher=self._publishers.get(page["publisher_id"]),
            title=page["title"],
            published=page["published"],
            url=page["url"],
            fetched_at=str(snapshot["fetched_at"]),
            sha256=snapshot["sha256"],
        )


def _series(toll: Row, claims: Sequence[Row], shelf: _Shelf) -> TollSeries:
    sources = tuple(shelf.source(claim, f"[{number}]") for number, claim in enumerate(claims, start=1))
    return TollSeries(
        toll_id=toll["toll_id"],
        title=toll_title(toll),
        is_disputed=bool(toll["disputed"]),
        checks=tuple(map(str, toll["checks"] or ())),
        bars=tuple(bar_of(claim, source.note) for claim, source in zip(claims, sources, strict=True)),
        sources=sources,
    )


def by_as_of(claims: Iterable[Row]) -> list[Row]:
    """Put claims in the order of their as-of dates, the undated last."""
    return sorted(claims, key=lambda row: (row["as_of"] or _UNDATED, row["claim_id"]))


def bar_of(claim: Row, note: str | None = None) -> Bar:
    """Give a claim as a bar of a chart."""
    return Bar(
        claim_id=claim["claim_id"],
        low=claim["low"],
        high=claim["high"],
        best=claim["best"],
        as_of=claim["as_of"],
        speaker=speaker(claim),
        words=claim["text"],
        is_denied=claim["certainty"] == "denied",
        note=note,
    )


def speaker(row: Row) -> str:
    """Name whoever is quoted for a claim; a claim that nobody is quoted for is the outlet's own."""
    said = row.get("according_to")
    if not said:
        return "the outlet itself"
    return said.get("name") or said.get("text") or str(said.get("role") or "someone").replace("-", " ")


def toll_title(toll: Row) -> str:
    """Say what a row of the ledger counts, in one line."""
    parts = [str(toll["measure"]).capitalize()]
    if toll["category"]:
        parts.append(f"({toll['category']})")
    if toll["place_name"]:
        parts.append(f"in {toll['place_name']}")
    if toll["since"]:
        parts.append(f"since {toll['since']}")
    return f"{' '.join(parts)} — {toll['scope']}"
