"""A record, a name and the versions behind it in; a folder out, whole or not at all, that is never written again."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from constancia.codec import dumps
from constancia.errors import UsageError
from constancia.publish import tables
from constancia.publish.bundle import Record
from constancia.publish.export import ExportOptions, export
from constancia.publish.release.changes import changes, grounds
from constancia.publish.release.manifest import FILE, Manifest, manifest_of
from constancia.publish.release.resolving import read_resolves, resolve_rows, write_resolves
from constancia.publish.release.tables_read import TextRow, text_rows
from constancia.publish.whole_folder import whole_folder
from constancia.publish.writers import WRITERS

_NAME = re.compile(r"[A-Za-z0-9][\w.+-]*")
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Freeze:
    """What is to be frozen: the record, what the release says of itself, and the rows of its sensitivity table."""

    record: Record
    manifest: Manifest
    sensitivity: Sequence[Mapping[str, Any]]
    has_texts: bool = False


def freeze(plan: Freeze, releases: Path, previous: Path | None) -> Manifest:
    """Write the release into its folder under `releases`; give what it says of itself.

    Raises UsageError for a name that is none, and for one that is taken: a release is never written again.
    """
    name, form = plan.manifest.release, plan.manifest.format
    out = releases / name
    if not _NAME.fullmatch(name):
        raise UsageError(f"no name for a release: {name!r}; take letters, digits, dots and dashes")
    if out.exists():
        raise UsageError(f"{out} is there already, and a release is never changed: take another name")
    before = manifest_of(previous) if previous else None
    with whole_folder(out) as folder:
        options = ExportOptions(policy=plan.manifest.policy, has_texts=plan.has_texts)
        export(plan.record, folder / "tables", form, options)
        manifest = replace(plan.manifest, codebook=_codebooks(folder, form))
        told: list[TextRow] = []
        if previous is not None and before is not None:
            told = list(changes(previous, folder, grounds(previous, folder, (before, manifest))))
        _write_changes(folder, manifest, told)
        earlier = read_resolves(previous) if previous else []
        write_resolves(folder, resolve_rows(earlier, told, name))
        _write_sensitivity(folder, plan.sensitivity)
        manifest = replace(manifest, n_changes=len(told), files=_digests(folder))
        (folder / FILE).write_text(dumps(_manifest_row(manifest)) + "\n", encoding="utf-8")
    return manifest


def _manifest_row(manifest: Manifest) -> dict[str, Any]:
    """Write a manifest as plain values."""
    return {name: getattr(manifest, name) for name in Manifest.__slots__}


def _codebooks(folder: Path, form: str) -> str:
    found = {row["codebook"] for row in text_rows(folder, "reports", form) if row["codebook"]}
    return ", ".join(sorted(one for one in found if one)) or "none"


def _write_changes(folder: Path, manifest: Manifest, told: Iterable[TextRow]) -> None:
    path = folder / "tables" / f"changes.{manifest.format}"
    writer = WRITERS[manifest.format](path, tables.CHANGES)
    for row in told:
        writer.write({"release": manifest.release, **row, "at": manifest.made_at})
    writer.close()


def _write_sensitivity(folder: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    columns = list(rows[0]) if rows else ["measure", "policy"]
    with (folder / "sensitivity.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    lines = [
        "# How much the rule matters",
        "",
        "What each policy makes of the events' claims: how many events have a figure, in how many the claims leave",
        "more than one number open, and the totals.",
        "",
        f"| {' | '.join(columns)} |",
        "|" + "---|" * len(columns),
        *(f"| {' | '.join('' if row[name] is None else str(row[name]) for name in columns)} |" for row in rows),
    ]
    (folder / "sensitivity.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): _sha256(path) for path in files}


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
