"""Score the development sets and hold them against the floors: `python tools/score.py [SET ...] [--raise] [--jobs N]`.

Prints a row a figure: what was measured now, and the floor in tests/gold/floors.json. Ends with 1 when one lies below
its floor. `--raise` lifts floors to what was measured, never lowers one. The sets lie beside the repository, in
`shared`; a set whose texts are not those that its floor was measured on is said to differ, and not judged.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = ROOT / "tests" / "gold" / "floors.json"
CONSTANCIA = str(Path(sys.executable).parent / "constancia")
COMMAND = {
    "timex": "read", "recognizers": "read", "crowd_size": "read", "toponyms": "read", "acled_places": "read",
    "polnear": "read", "muc4": "code", "spanish_protest": "code", "train_pea": "code", "lc720": "code",
    "india_police": "code", "gva": "code", "gva-link": "link", "linking_ecb": "link",
}  # fmt: skip
# Where less is better.
ALARMS = "alarms"
# Rounding and the order of sets may move a figure this much.
SLACK = 0.0005

Figures = dict[str, float]


def run(command: list[str], folder: Path | None = None) -> str:
    """Run a command; give what it printed. Exit 3, finished with issues, is fine."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 3):
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr[-800:]}")
    return done.stdout


def bench(name: str, work: Path, jobs: int) -> Figures:
    """Score a public set."""
    folder = SHARED / "bench"
    data, out = folder / name.partition("-")[0], work / "out.jsonl"
    run([CONSTANCIA, COMMAND[name], "-i", str(data / "texts.jsonl"), "-o", str(out), "--jobs", str(jobs)])
    scorer = [sys.executable, "-m", "score", data.name, "--gold", str(data / "gold.jsonl"), "--out", str(out), "--json"]
    return dict(json.loads(run(scorer, folder))["headline"])


def patterns(work: Path, jobs: int) -> Figures:
    """Score the hard sentences."""
    check = [sys.executable, str(SHARED / "patterns" / "check.py")]
    texts, reports, mentions = work / "in.jsonl", work / "reports.jsonl", work / "mentions.jsonl"
    run([*check, "--write-inputs", str(texts)])
    for command, out in (("code", reports), ("read", mentions)):
        run([CONSTANCIA, command, "-i", str(texts), "-o", str(out), "--jobs", str(jobs)])
    done = subprocess.run(
        [*check, str(reports), "--mentions", str(mentions)], capture_output=True, text=True, check=False
    )
    rows = [line.split() for line in done.stdout.splitlines() if " of " in line]
    totals = {
        " ".join(row[:-3]): int(row[-3]) / int(row[-1]) for row in rows if row[-1].isdigit() and row[-3].isdigit()
    }
    return {name: totals[name] for name in ("all", "language en", "language es")}


def corpus(work: Path, jobs: int) -> Figures:
    """Score the invented crisis as web pages."""
    source, pages = SHARED / "corpus", work / "pages"
    pages.mkdir()
    for page in [*source.glob("*.html"), *source.glob("*.xml")]:
        shutil.copy(page, pages)
    database, export = str(work / "record.db"), str(work / "export")
    run([CONSTANCIA, "run", str(pages), "--db", database, "--jobs", str(jobs)])
    run([CONSTANCIA, "export", "--db", database, "--format", "jsonl", export])
    found: dict[str, Any] = json.loads(
        run([sys.executable, str(source / "score_record.py"), export, str(source / "gold"), "--json"])
    )
    return {
        "event F": found["events"]["f"],
        "claim F strict": found["claims"]["strict"]["f"],
        "claim F found": found["claims"]["found"]["f"],
        "toll violations alarms": float(found["tolls"]["violations"]),
        "tolls in ledger": found["tolls"]["in_ledger"]["rate"],
        "disputed": found["tolls"]["disputed"]["rate"],
        "linking B3 F": found["linking"]["b3_f"],
        "copies P": found["copies"]["p"],
        "copies R": found["copies"]["r"],
        "page kind": found["pages"]["kind"]["rate"],
        "page date": found["pages"]["published"]["rate"],
        "name leaks alarms": float(found["private_names"]["leaks"]),
        "epoch": found["campaigns"]["epoch_found"]["rate"],
    }


def digest(name: str) -> str:
    """Tell the texts of a set by a hash."""
    folder = SHARED / name if name in ("patterns", "corpus") else SHARED / "bench" / name.partition("-")[0]
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".jsonl", ".html", ".xml"):
            total.update(path.name.encode() + path.read_bytes())
    return total.hexdigest()[:16]


def measure(name: str, jobs: int) -> Figures:
    """Score one set."""
    special: dict[str, Callable[[Path, int], Figures]] = {"patterns": patterns, "corpus": corpus}
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        return special[name](work, jobs) if name in special else bench(name, work, jobs)


def is_below(figure: str, value: float, floor: float) -> bool:
    """Tell whether a figure is worse than its floor."""
    return value > floor + SLACK if ALARMS in figure else value < floor - SLACK


def judge(name: str, figures: Figures, floors: dict[str, Any]) -> int:
    """Print a set's figures beside their floors; give how many lie below."""
    known = floors.get(name, {})
    differs = bool(known) and known["data"] != digest(name)
    below = 0
    for figure, value in figures.items():
        floor = known.get("floors", {}).get(figure)
        bad = floor is not None and not differs and is_below(figure, value, floor)
        below += bad
        note = "other data" if differs else "BELOW" if bad else ""
        print(f"{name:<18}{figure:<26}{value:>8.3f}{'' if floor is None else f'{floor:8.3f}':>10}  {note}", flush=True)
    return below


def raised(name: str, figures: Figures, floors: dict[str, Any]) -> dict[str, Any]:
    """Give a set's floors lifted to its figures where they are better."""
    known = floors.get(name, {}).get("floors", {})
    better = {figure: min if ALARMS in figure else max for figure in figures}
    lifted = {figure: better[figure](value, known.get(figure, value)) for figure, value in figures.items()}
    return {"data": digest(name), "floors": {figure: round(value, 4) for figure, value in lifted.items()}}


def main() -> int:
    """Run the sets named, or all."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("sets", nargs="*", help="patterns, corpus, or a set of the public bench; all without a name")
    options.add_argument("--raise", dest="is_raised", action="store_true")
    options.add_argument("--jobs", type=int, default=2)
    chosen = options.parse_args()
    if not SHARED.exists():
        raise SystemExit("the development data are not here (folder `shared` beside the repository)")
    floors = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    below = 0
    for name in chosen.sets or ["patterns", "corpus", *COMMAND]:
        figures = measure(name, chosen.jobs)
        below += judge(name, figures, floors)
        if chosen.is_raised:
            floors[name] = raised(name, figures, floors)
            FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
