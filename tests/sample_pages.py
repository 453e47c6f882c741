"""Invented pages in English and Spanish for tests of the whole way, and the program as a user runs it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

_ARTICLE = """<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title} | {outlet}</title>
<meta property="og:site_name" content="{outlet}"><meta property="article:published_time" content="{day}T09:00:00Z">
</head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>{title}</h1>
<time datetime="{day}">{day}</time>{paragraphs}</article><footer>All rights reserved</footer></body></html>"""

_STORIES = {
    "bakers.html": (
        "en",
        "Bakers march in Asunción over flour prices",
        "The Rosal Echo",
        "2024-05-07",
        (
            (
                "On Monday 6 May 2024 some 400 bakers marched through the centre of Asunción to demand "
                "lower prices for flour, the bakers' union said. Police said that 250 people took part."
            ),
            (
                "Eleven people were arrested at the march, according to the police. A demonstrator, Rosa "
                "Tilcara, 19, was injured by a rubber bullet, the union added. Tilcara was taken to a "
                "hospital."
            ),
            "More than 30 people have been killed in the unrest since January, the ombudsman's office said.",
        ),
    ),
    "panaderos.html": (
        "es",
        "Panaderos marchan en Asunción por el precio de la harina",
        "Diario Rosal",
        "2024-05-07",
        (
            (
                "Unos 400 panaderos marcharon el lunes 6 de mayo de 2024 por el centro de Asunción para "
                "exigir que baje el precio de la harina, informó el sindicato. La policía detuvo a once "
                "manifestantes."
            ),
            "La Defensoría del Pueblo cifró en más de 30 los muertos en las protestas desde enero.",
        ),
    ),
    "blockade.html": (
        "en",
        "Farmers block the bridge at Encarnación",
        "The Rosal Echo",
        "2024-05-10",
        (
            (
                "Farmers blocked the bridge at Encarnación on Thursday for six hours. At least 15 people "
                "were injured when police fired tear gas, the local hospital said."
            ),
            "The farmers have called a march for Saturday in Villarrica.",
        ),
    ),
    "recipe.html": (
        "en",
        "A bread for the rainy season",
        "The Rosal Echo",
        "2024-05-11",
        (
            (
                "Mix the flour with warm water and a little honey, and let the dough rest in a bowl under a"
                " cloth until it has doubled. Bake it in a hot oven until the crust is brown, and let it "
                "cool on a rack."
            ),
            "The crumb stays soft for three days, and the loaf can be sliced and toasted afterwards.",
        ),
    ),
}


def write_pages(folder: Path) -> Path:
    """Write the pages into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (language, title, outlet, day, paragraphs) in _STORIES.items():
        body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        page = _ARTICLE.format(language=language, title=title, outlet=outlet, day=day, paragraphs=body)
        (folder / name).write_text(page, encoding="utf-8")
    return folder


def write_many_pages(folder: Path, count: int) -> Path:
    """Write many small pages, each with a march of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        body = f"<p>On Monday {number + 20} bakers marched in Asunción, street {number}, to demand cheaper flour.</p>"
        title = f"Bakers march again, number {number}"
        page = _ARTICLE.format(language="en", title=title, outlet="Echo", day="2024-05-07", paragraphs=body * 3)
        (folder / f"page-{number:03d}.html").write_text(page, encoding="utf-8")
    return folder


def constancia(*arguments: str | Path, cwd: Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the program as a user does."""
    return subprocess.run(
        command(*arguments),
        cwd=cwd,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=120,
        env=environment(),
        check=False,
    )


_PROGRAM = """
import signal, sys
from constancia.cli.main import main
signal.signal(signal.SIGINT, signal.default_int_handler)  # a test run in the background ignores it
sys.exit(main())
"""


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-c", _PROGRAM, *map(str, arguments)]


def environment() -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("CONSTANCIA_")}
    return {**kept, "PYTHONWARNINGS": "error"}


def exported(db: Path, out: Path, *options: str) -> dict[str, list[dict[str, Any]]]:
    """Export a record and give its tables."""
    done = constancia("export", "--db", db, "--format", "jsonl", *options, out, cwd=db.parent)
    assert done.returncode == 0, done.stderr
    return {path.stem: _rows(path) for path in sorted(out.iterdir())}


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def derived(tables: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """Leave out when and where bytes were stored: two runs at two times differ in that alone."""
    return {name: rows for name, rows in tables.items() if name != "snapshots"}
