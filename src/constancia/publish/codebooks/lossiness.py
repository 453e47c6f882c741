"""What a codebook could not hold, told as it is met, in; lossiness.json and lossiness.md out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from constancia.codec import dumps

_SHOWN = 5  # ids that the page for readers names; the file for programs names all

_MEANINGS = {
    "status": "Events left out: the format holds only what happened",
    "event": "Events left out",
    "report": "Reports left out",
    "merged": "Events merged into another row",
    "split": "Events told as several rows",
    "claim": "Figures without a column",
    "part": "Figures of parts, without a column",
    "flattened": "Figures of which bounds, or what others said, became one number",
    "vague": "Figures in words that the codebook has no number for",
    "toll": "Cumulative tolls, not exported: they belong to no one event",
    "point": "Rows without coordinates: the place is known only as an area, or not found",
    "date": "Dates flattened",
    "source": "Sources without a column",
    "filled": "Values that the format wants and nobody said",
}


class Losses:
    """Gathers losses by kind and reason, each with the ids it befell."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str], list[str]] = {}

    def add(self, kind: str, reason: str, *ids: str) -> None:
        """Note that a loss of some kind, for a reason, befell these ids."""
        self._ids.setdefault((kind, reason), []).extend(ids)

    def report(self) -> list[dict[str, Any]]:
        """Give every loss with its count and ids, in the order of kinds."""
        order = {kind: at for at, kind in enumerate(_MEANINGS)}
        return [
            {"kind": kind, "reason": reason, "count": len(set(ids)), "ids": sorted(set(ids))}
            for (kind, reason), ids in sorted(self._ids.items(), key=lambda item: (order[item[0][0]], item[0][1]))
        ]

    def write(self, folder: Path, head: dict[str, Any], not_held: Iterable[str]) -> None:
        """Write both files; `head` says what was exported, `not_held` what the format never holds."""
        report = {**head, "losses": self.report(), "not_held": list(not_held)}
        (folder / "lossiness.json").write_text(dumps(report) + "\n", encoding="utf-8")
        (folder / "lossiness.md").write_text(_page(report), encoding="utf-8")


def _page(report: dict[str, Any]) -> str:
    rows = ", ".join(f"{count:,} rows in {name}" for name, count in report["rows"].items())
    lines = [
        f"# What {report['codebook']} could not hold",
        "",
        f"{report['events_exported']:,} of {report['events']:,} events, as {rows}; figures under `{report['policy']}`.",
        "",
    ]
    kind = None
    for loss in report["losses"]:
        if loss["kind"] != kind:
            kind = loss["kind"]
            lines += ["", f"## {_MEANINGS[kind]}", ""]
        shown = ", ".join(loss["ids"][:_SHOWN]) + (" …" if loss["count"] > _SHOWN else "")
        lines.append(f"- {loss['reason']}: {loss['count']:,} ({shown})")
    lines += ["", "## Never held", "", *(f"- {text}" for text in report["not_held"]), ""]
    return "\n".join(lines)
