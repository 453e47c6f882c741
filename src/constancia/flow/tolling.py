"""New and changed passages to the rows of the ledger that their claims touch; and the claims as they are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from constancia.codec import dumps, loads
from constancia.store.kept import Growth, KeptIndex
from constancia.tally import LedgerClaim, tally_group, toll_groups
from constancia.tally.rows import GroupKey

Row = dict[str, Any]


def toll_claim_rows(claims: Iterable[LedgerClaim]) -> Iterator[Row]:
    """Write claims, each with the group that it counts in."""
    for key, members in toll_groups(claims).items():
        for claim in members:
            yield {
                "place": f"{claim.text_id}/{claim.claim.claim_id}",
                "passage_id": claim.text_id,
                "group": dumps(key),
                "body": dumps(claim),
            }


def grow_tolls(index: KeptIndex, passages: Sequence[str], claims: Iterable[LedgerClaim], growth: Growth) -> None:
    """Put claims in the place of those that some passages had, and make the rows anew in which either count."""
    old = index.toll_claims("passage_id", passages)
    new = list(toll_claim_rows(claims))
    groups = sorted({row["group"] for row in (*old, *new)})
    before: dict[str, dict[str, str]] = {group: {} for group in groups}
    for row in index.toll_claims("group", groups):
        before[row["group"]][row["place"]] = row["body"]
    after = {group: dict(held) for group, held in before.items()}
    for row in old:
        del after[row["group"]][row["place"]]
    for row in new:
        after[row["group"]][row["place"]] = row["body"]
    growth.gone["toll_claims"] = [row["place"] for row in old]
    growth.rows["toll_claims"] = new
    growth.gone["tolls"] = [row["toll_id"] for group in groups for row in _toll_rows(group, before[group].values())]
    growth.rows["tolls"] = [row for group in groups for row in _toll_rows(group, after[group].values())]


def _toll_rows(group: str, bodies: Iterable[str]) -> list[Row]:
    claims = [loads(LedgerClaim, body) for body in bodies]
    return [{"toll_id": toll.toll_id, "body": dumps(toll)} for toll in tally_group(loads(GroupKey, group), claims)]
