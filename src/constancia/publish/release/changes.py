"""Two releases of one record in; the rows of the change table out: added, changed, merged, withdrawn, and why."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from constancia.publish.release.manifest import Manifest
from constancia.publish.release.tables_read import TextRow, text_rows

WATCHED = {
    "events": "event_id",
    "tolls": "toll_id",
    "campaigns": "campaign_id",
    "reports": "report_id",
    "claims": "claim_id",
}
"""The tables whose changes are told, each with its id."""

_MEMBERS = {"events": ("reports", "report_id", "event_id"), "tolls": ("claims", "claim_id", "toll_id")}
_MEMBERS["campaigns"] = ("events", "event_id", "campaign_id")
_FIGURE_ENDS = ("_low", "_high", "_best")
Groups = dict[str, set[str]]


@dataclass(frozen=True, slots=True)
class Grounds:
    """What may have caused a change: the releases' own accounts, new pages, and judgements by what they are about."""

    old: Manifest
    new: Manifest
    new_pages: frozenset[str]
    judgements: Mapping[str, str]

    def reason(self, ids: set[str], pages: set[str], field: str | None = None) -> str:
        """Say why a row changed: a judgement on it, then a policy, new pages, another program; else it followed."""
        judged = sorted(self.judgements[one] for one in ids & self.judgements.keys())
        if judged:
            return "; ".join(dict.fromkeys(judged))
        is_figure = field == "policy" or (field or "").endswith(_FIGURE_ENDS)
        if is_figure and self.old.policy != self.new.policy:
            return f"policy {self.new.policy} instead of {self.old.policy}"
        fresh = sorted(pages & self.new_pages)
        if fresh:
            return f"new pages: {', '.join(fresh[:3])}" + (" and others" if len(fresh) > 3 else "")
        for what in ("code", "data", "codebook"):
            if getattr(self.old, what) != getattr(self.new, what):
                return f"{what} {getattr(self.new, what)} instead of {getattr(self.old, what)}"
        return "follows from other changes of this release"


def grounds(old: Path, new: Path, manifests: tuple[Manifest, Manifest]) -> Grounds:
    """Gather what may have caused the changes between two releases; notes are the public, masked ones."""
    before, after = manifests
    pages = {row["page_id"] for row in text_rows(old, "pages", before.format)}
    known = {row["judgement_id"] for row in text_rows(old, "judgements", before.format)}
    judged: dict[str, str] = {}
    for row in text_rows(new, "judgements", after.format):
        if row["judgement_id"] not in known:
            note = f": {row['note']}" if row["note"] else ""
            for subject in json.loads(row["subjects"] or "[]"):
                judged[subject] = f"judgement {row['judgement_id']} ({row['verdict']}){note}"
    fresh = {row["page_id"] for row in text_rows(new, "pages", after.format)} - pages
    return Grounds(before, after, frozenset(one for one in fresh if one), judged)


def changes(old: Path, new: Path, why: Grounds) -> Iterator[TextRow]:
    """Give the changes of every watched table, table by table, in the order of ids."""
    for table, key in WATCHED.items():
        yield from _table_changes(table, key, old, new, why)


def _table_changes(table: str, key: str, old: Path, new: Path, why: Grounds) -> Iterator[TextRow]:
    before = {row[key] or "": row for row in text_rows(old, table, why.old.format)}
    after = {row[key] or "": row for row in text_rows(new, table, why.new.format)}
    old_members, _ = _members(table, old, why.old.format)
    new_members, pages = _members(table, new, why.new.format)
    owner = {member: one for one, members in new_members.items() for member in members}
    for one in sorted(before.keys() | after.keys()):
        ids = {one} | old_members.get(one, set()) | new_members.get(one, set())
        row = after.get(one) or before[one]
        told = pages.get(one, set()) | ({row["page_id"] or ""} if "page_id" in row else set())
        if one not in before:
            yield _change(table, one, "added", why.reason(ids, told))
        elif one not in after:
            heir = _heir(old_members.get(one, set()), owner, after)
            reason = _gone(why, ids, told | pages.get(heir or "", set()), is_linked=one in new_members)
            yield _change(table, one, "merged" if heir else "withdrawn", reason, new=heir)
        else:
            for field in sorted(_differing(before[one], row)):
                values = {"old": before[one].get(field), "new": row.get(field)}
                yield _change(table, one, "changed", why.reason(ids, told, field), field=field, **values)


def _gone(why: Grounds, ids: set[str], pages: set[str], *, is_linked: bool) -> str:
    if is_linked and not ids & why.judgements.keys():
        return "no longer told as having happened"
    return why.reason(ids, pages)


def _members(table: str, folder: Path, form: str) -> tuple[Groups, Groups]:
    """Give, for each row, the ids of what it is made of, and the pages that these stand on."""
    members: Groups = defaultdict(set)
    pages: Groups = defaultdict(set)
    if table in _MEMBERS:
        source, key, group = _MEMBERS[table]
        for row in text_rows(folder, source, form):
            owner = row[group]
            if owner is not None:
                members[owner].add(row[key] or "")
                pages[owner].add(row.get("page_id") or "")
    return members, pages


def _heir(members: set[str], owner: Mapping[str, str], after: Mapping[str, TextRow]) -> str | None:
    """Give the row that now holds most of what a row was made of."""
    counts = Counter(owner[member] for member in members if owner.get(member) in after)
    return min(counts, key=lambda one: (-counts[one], one), default=None)


def _differing(before: TextRow, after: TextRow) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def _change(table: str, key: str, change: str, reason: str, **values: str | None) -> TextRow:
    told = {"field": None, "old": None, "new": None, **values}
    return {"table": table, "id": key, "change": change, **told, "reason": reason}
