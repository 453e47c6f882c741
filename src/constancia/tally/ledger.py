"""Claims to the toll ledger: those of one measure, scope, place, start and category side by side; none is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from constancia.identity import toll_id
from constancia.model import Toll
from constancia.tally.checks import explain, is_disputed
from constancia.tally.entries import Entry, LedgerClaim, entry_of
from constancia.tally.rows import GroupKey, Row, grouped, ledger_rows, rows_of
from constancia.vocabulary import Certainty


def tally(claims: Iterable[LedgerClaim]) -> Iterator[Toll]:
    """Lay the claims that belong to no one event into rows of the ledger; each row names its claims."""
    for row in ledger_rows(_entries(claims)):
        yield _toll(row)


def toll_groups(claims: Iterable[LedgerClaim]) -> dict[GroupKey, list[LedgerClaim]]:
    """Put claims together by what they count; all the claims of a text have to be there, other texts do not matter."""
    return {key: [entry.source for entry in group] for key, group in grouped(_entries(claims)).items()}


def tally_group(key: GroupKey, claims: Iterable[LedgerClaim]) -> list[Toll]:
    """Give the rows of the ledger that the claims of one group make: `tally` gives those of all groups."""
    return [_toll(row) for row in rows_of(key, _entries(claims))]


def _entries(claims: Iterable[LedgerClaim]) -> list[Entry]:
    return [entry_of(source) for source in claims if source.claim.report_id is None]


def _toll(row: Row) -> Toll:
    key = row.key
    days = [entry.as_of for entry in row.entries if entry.as_of]
    lows, highs = _bounds(row.entries)
    return Toll(
        toll_id=toll_id(key.measure, key.scope, key.place, key.since, key.category),
        measure=key.measure,
        scope=key.scope,
        place_name=row.place_name,
        since=key.since,
        category=key.category,
        claim_ids=tuple(entry.claim.claim_id for entry in row.entries),
        lowest=min(lows, default=None),
        highest=max(highs, default=None),
        first_as_of=min(days, default=None),
        last_as_of=max(days, default=None),
        disputed=is_disputed(row.entries),
        checks=explain(row.entries),
    )


def _bounds(entries: list[Entry]) -> tuple[list[int], list[int]]:
    """Give the lows and highs said in earnest of the whole; of a row of hearsay or parts alone, what there is."""
    earnest = [e for e in entries if e.is_whole]
    spoken = earnest or [e for e in entries if e.claim.certainty not in (Certainty.DENIED, Certainty.RHETORICAL)]
    lows, highs = [], []
    for entry in spoken:
        said = [v for v in (entry.claim.low, entry.claim.best, entry.claim.high) if v is not None]
        lows += said[:1]
        highs += said[-1:]
    return lows, highs
