"""Store -> publish: a release, frozen with the versions it was made with and what each policy makes of its totals."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from constancia.flow.page_tasks import VERSION
from constancia.flow.release import StoredRecord
from constancia.publish.policy_columns import FIGURE_MEASURES
from constancia.publish.release import Freeze, Manifest, freeze, latest
from constancia.store import Store
from constancia.tally import sensitivity
from constancia.vocabulary import EVENT_STATUSES, Measure, Policy


@dataclass(frozen=True, slots=True)
class ReleasePlan:
    """What a release is called, where it goes, and how it is written; `since` names the one it is compared with."""

    name: str
    releases: Path
    policy: Policy
    form: str
    made_at: dt.datetime
    since: str | None = None
    has_texts: bool = False


def release(store: Store, plan: ReleasePlan) -> tuple[Manifest, list[dict[str, Any]]]:
    """Freeze the record; give what the release says of itself, and its sensitivity table.

    Raises UsageError for a name that is taken, and where there is no release to compare with of the name given.
    """
    previous = plan.releases / plan.since if plan.since else latest(plan.releases)
    last = store.last_snapshot()
    record = StoredRecord(store, plan.policy)
    manifest = Manifest(
        release=plan.name,
        made_at=plan.made_at.isoformat(),
        previous=previous.name if previous else None,
        code=VERSION,
        data=_data_digest(),
        codebook="",
        policy=plan.policy.value,
        format=plan.form,
        n_snapshots=store.count("snapshots"),
        last_chain=last.chain if last else None,
        n_judgements=store.count("judgements"),
    )
    rows = list(_sensitivity(store, record))
    return freeze(Freeze(record, manifest, rows, plan.has_texts), plan.releases, previous), rows


def _sensitivity(store: Store, record: StoredRecord) -> Iterator[dict[str, Any]]:
    claims = record.claims_by_event()
    told = (claims.get(event.event_id, ()) for event in store.events() if event.status in EVENT_STATUSES)
    for row in sensitivity(told, [Measure(name) for name in FIGURE_MEASURES]):
        yield {name: getattr(row, name) for name in type(row).__slots__}


def _data_digest() -> str:
    """Give the digest of all data files of the package, by name and content."""
    digest = hashlib.sha256()
    for name, file in sorted(_files(files("constancia.data"), "")):
        digest.update(name.encode() + b"\x00" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry, f"{prefix}{entry.name}/")
        elif not entry.name.endswith(".pyc"):
            yield f"{prefix}{entry.name}", entry
