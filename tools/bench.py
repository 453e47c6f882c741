"""Timings as ratios to a peer in the same run: `make bench`, or `python tools/bench.py SECTION ...`.

`read` takes JSON Lines files of texts too (`tools/bench.py read texts.jsonl`); without one it makes its own.

Prints one table a section; all figures are CPU seconds of this process unless a line says otherwise.

    start      start-up of the command line, and of the readers with their lexicons
    read       KB of text a second of each reader, dates beside dateparser, and articles a second read and coded
    peers      reading and coding beside pipelines in the shape of spaCy's small one and of RoBERTa-base
    pages      pages a second of each stage and of the whole, against trafilatura (fast) alone on the same pages
    copies     near-duplicates beside datasketch's MinHash LSH on the same passages
    link       linking beside Splink on DuckDB on the same generated reports
    memory     peak memory of a run over 1,000 and over 10,000 pages
    jobs       wall time of one process against four
"""

from __future__ import annotations

import datetime as dt
import gc
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bench_linking import bench_copies, bench_link

from constancia import compiled

if TYPE_CHECKING:
    from constancia.model import Text

# Peers that multiply matrices would spread over all cores, and the figures are of one.
for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ.setdefault(threads, "1")

CONSTANCIA = str(Path(sys.executable).parent / "constancia")
GENERAL_BYTES = 180_000
ARTICLE_BYTES = 2800
SEED = 20250310

CODE_ONE_LINE = (
    "from constancia.flow.coding import code_text; from constancia.model import Text;"
    "code_text(Text('a', '200 people marched in Lima on Monday.', 'en'))"
)

# Words for pages that tell of nothing: sentences are drawn from these, so that no text of anyone's is needed.
WHO = [
    *("The council", "A local baker", "The museum", "The river authority"),
    *("A retired teacher", "The choir", "The library"),
]
DID = ["opened", "repainted", "described", "measured", "welcomed", "photographed", "restored", "discussed", "moved"]
WHAT = ["the old clock", "a new reading room", "the spring timetable", "a collection of maps", "the harbour lights"]
WHERE = ["in Granada", "near the station", "on the north bank", "at the school", "in the old town", "by the lake"]
WHEN = ["on Tuesday", "last month", "in the morning", "before the holidays", "in 2019", "after lunch"]
TOWNS = ["Tela", "Choloma", "La Ceiba", "Tegucigalpa", "Danlí", "Comayagua", "Juticalpa", "Choluteca", "Siguatepeque"]


def general_page(rng: random.Random) -> bytes:
    """Make a page of general news of about 180 KB: an article of 4 KB among menus, teasers, comments and scripts."""
    paragraphs = "".join(f"<p>{' '.join(_sentence(rng) for _ in range(rng.randint(3, 6)))}</p>" for _ in range(10))
    page = (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{_sentence(rng)}</title>{_script(rng, 2200)}"
        f'<meta property="article:published_time" content="2025-03-1{rng.randint(0, 9)}T08:00:00Z"></head><body>'
        f"<header><nav>{_menu(rng, 120)}</nav></header>"
        f"<main><article><h1>{_sentence(rng)}</h1>{paragraphs}</article></main>"
        f"<aside>{_teasers(rng, 420)}</aside><footer>{_menu(rng, 60)}All rights reserved</footer></body></html>"
    )
    return page.encode()


def _script(rng: random.Random, numbers: int) -> str:
    return "<script>var settings=" + str([rng.random() for _ in range(numbers)]) + ";</script>"


def _menu(rng: random.Random, entries: int) -> str:
    links = (f'<li class="menu-{index}"><a href="/s/{index}">{rng.choice(WHAT)}</a></li>' for index in range(entries))
    return f"<ul>{''.join(links)}</ul>"


def _teasers(rng: random.Random, count: int) -> str:
    return "".join(
        f'<div class="card"><a href="/a/{index}"><img src="/i/{index}.jpg" alt="">'
        f'<span class="t">{_sentence(rng)}</span></a>'
        f'<div class="meta"><span class="by">Staff</span> <time datetime="2025-03-01">1 March</time></div></div>'
        for index in range(count)
    )


def _sentence(rng: random.Random) -> str:
    return f"{rng.choice(WHO)} {rng.choice(DID)} {rng.choice(WHAT)} {rng.choice(WHERE)} {rng.choice(WHEN)}."


def protest_page(rng: random.Random) -> bytes:
    """Make a small page of protest news in English or Spanish: about 3 KB of story in 25 KB of markup."""
    day = dt.date(2025, 3, 1) + dt.timedelta(days=rng.randint(0, 300))
    language = "en" if rng.random() < 0.5 else "es"
    title, body = _protest_story(rng, language)
    filler = [" ".join(_sentence(rng) for _ in range(4)) for _ in range(5)]
    text = "".join(f"<p>{paragraph}</p>" for paragraph in body + filler)
    return (
        f"<!doctype html><html lang={language}><head><meta charset=utf-8><title>{title}</title>"
        f'<meta property="article:published_time" content="{day.isoformat()}"></head>'
        f"{_script(rng, 300)}<body><nav>{_menu(rng, 40)}</nav><article><h1>{title}</h1>{text}</article>"
        f"<aside>{_teasers(rng, 25)}</aside></body></html>"
    ).encode()


def _protest_story(rng: random.Random, language: str) -> tuple[str, list[str]]:
    town, other = rng.sample(TOWNS, 2)
    count, police = rng.randint(2, 90) * 100, rng.randint(1, 40) * 50
    hurt, dead = rng.randint(2, 30), rng.randint(2, 30)
    if language == "en":
        title = f"Thousands march in {town}"
        body = [
            f"About {count:,} people marched in {town} on Tuesday, organisers said. Police counted {police:,}.",
            f"Officers fired tear gas and arrested {hurt} people near the square, according to the ombudsman.",
            f"A strike has been called in {other} for Friday. Since 10 March at least {dead} people have been killed.",
        ]
    else:
        title = f"Miles marchan en {town}"
        body = [
            f"Unas {count} personas marcharon el martes en {town}, según los organizadores. La Policía contó {police}.",
            f"Los agentes lanzaron gases y detuvieron a {hurt} personas cerca del parque, informó la Defensoría.",
            f"El sindicato convocó a un paro en {other} el viernes. Desde el 10 de marzo murieron {dead} personas.",
        ]
    return title, body


def articles(rng: random.Random, count: int, *, is_protest: bool) -> list[Text]:
    """Make articles of 2.8 KB: of protest news, half its sentences on protests, in both languages; or of no deed."""
    from constancia.model import Text

    made = []
    for number in range(count):
        language = ("en", "es")[number % 2] if is_protest else "en"
        sentences: list[str] = []
        while sum(map(len, sentences)) < ARTICLE_BYTES:
            sentences += _protest_story(rng, language)[1] if is_protest else []
            sentences += [_sentence(rng) for _ in range(4)]
        text = " ".join(sentences)[:ARTICLE_BYTES]
        made.append(Text(f"a{number}", text, language, published=dt.date(2025, 6, 10)))
    return made


def cpu(work: Callable[[], object]) -> float:
    """Give the CPU seconds of one call."""
    started = time.process_time()
    work()
    return time.process_time() - started


def best_cpu(work: Callable[[], object], rounds: int = 3) -> float:
    """Give the least CPU seconds of several calls."""
    return min(cpu(work) for _ in range(rounds))


def children_cpu(command: Sequence[str]) -> tuple[float, float, int]:
    """Run a command; give its CPU seconds, wall seconds and peak memory in KB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    done = (
        subprocess.run(["/usr/bin/env", "time", "-f", "%M", *command], capture_output=True, text=True, check=False)
        if shutil.which("time")
        else subprocess.run(command, capture_output=True, text=True, check=False)
    )
    wall = time.monotonic() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 3):
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr[-500:]}")
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent, wall, after.ru_maxrss


def line(name: str, value: str) -> None:
    print(f"  {name:<58}{value:>18}")


def bench_start() -> None:
    """Start-up times: best of seven."""
    print("start-up (wall seconds, best of 7)")
    for name, command in (
        ("python -c pass", [sys.executable, "-c", "pass"]),
        ("constancia --help", [CONSTANCIA, "--help"]),
        (
            "import the readers and the coder, read and code one line",
            [sys.executable, "-c", CODE_ONE_LINE],
        ),
    ):
        line(name, f"{min(children_cpu(command)[1] for _ in range(7)):.3f} s")


def bench_read(files: Sequence[str] = ()) -> None:
    """KB a second of each reader and of all; dates beside `dateparser.search`; articles a second, read and coded."""
    from constancia.flow.pages import load_words

    load_words()
    gc.collect()
    gc.freeze()
    rng = random.Random(SEED)
    texts = [text for file in files for text in _texts_of(file)] or articles(rng, 200, is_protest=True)
    _bench_readers(texts)
    _bench_dates(texts[:: max(1, len(texts) // 20)])
    print(f"\narticles of {ARTICLE_BYTES:,} bytes a second, read and coded (one core)")
    line("protest news", f"{_articles_a_second(texts):,.0f}")
    line("general news, behind the gate", f"{_articles_a_second(articles(rng, 200, is_protest=False)):,.0f}")


def _texts_of(file: str) -> list[Text]:
    """Give the texts of a JSON Lines file as `constancia read` takes them."""
    from constancia.model import Text

    rows = [json.loads(row) for row in Path(file).read_text(encoding="utf-8").splitlines()]
    return [
        Text(
            str(row["id"]),
            row["text"],
            row.get("language"),
            published=dt.date.fromisoformat(row["published"][:10]) if row.get("published") else None,
        )
        for row in rows
    ]


def _bench_readers(texts: Sequence[Text]) -> None:
    from constancia.read import document_of, read_text
    from constancia.read.actors import find_actors
    from constancia.read.dates import find_dates
    from constancia.read.numbers import find_quantities
    from constancia.read.places import find_places
    from constancia.read.speakers import find_speakers

    size = sum(len(text.text.encode()) for text in texts)
    documents = [document_of(text) for text in texts]
    dates = [find_dates(document) for document in documents]
    places = [find_places(document) for document in documents]
    actors = [find_actors(*each) for each in zip(documents, places, strict=True)]
    works: dict[str, Callable[[], object]] = {
        "sentences and words": lambda: [document_of(text) for text in texts],
        "dates": lambda: [find_dates(document) for document in documents],
        "quantities": lambda: [find_quantities(*each) for each in zip(documents, dates, strict=True)],
        "places": lambda: [find_places(document) for document in documents],
        "actors": lambda: [find_actors(*each) for each in zip(documents, places, strict=True)],
        "speakers": lambda: [find_speakers(*each) for each in zip(documents, actors, strict=True)],
        "all readers": lambda: [read_text(text) for text in texts],
    }
    print(f"\nreaders: KB of text a CPU second, {len(texts)} texts of {size // len(texts):,} bytes")
    for name, work in works.items():
        line(name, f"{size / 1000 / best_cpu(work):,.0f} KB/s")


def _bench_dates(texts: Sequence[Text]) -> None:
    from dateparser.search import search_dates

    from constancia.read import read_text

    kinds = frozenset({"date"})
    unknown = [replace(text, language=None) for text in texts]
    told = best_cpu(lambda: [search_dates(text.text, languages=[text.language or "en"]) for text in texts], rounds=1)
    found = best_cpu(lambda: [search_dates(text.text) for text in unknown], rounds=1)
    print(f"dates alone, with sentences and words, beside dateparser.search on {len(texts)} of the texts")
    line("both told the language", f"{told / best_cpu(lambda: [read_text(text, kinds) for text in texts]):,.0f} times")
    line(
        "both find the language", f"{found / best_cpu(lambda: [read_text(text, kinds) for text in unknown]):,.0f} times"
    )


def _articles_a_second(texts: Sequence[Text]) -> float:
    """Give how many articles' worth of text are read and coded in a CPU second, those that the gate stops included."""
    from constancia.coding import code_reading, tells_of_deed
    from constancia.read import read_text

    def work() -> None:
        for text in texts:
            if tells_of_deed(text.text, text.language or "en"):
                code_reading(read_text(text))

    return sum(len(text.text.encode()) for text in texts) / ARTICLE_BYTES / best_cpu(work)


def bench_peers() -> None:
    """Readers, and readers with the coder, beside a parser's and a transformer's shape on the same articles."""
    import bench_peers as peers

    from constancia.flow.pages import load_words
    from constancia.read import read_text

    load_words()
    texts = articles(random.Random(SEED), 40, is_protest=True)
    kilobytes = sum(len(text.text.encode()) for text in texts) / 1000
    pipeline, transformer = peers.small_pipeline(), peers.RobertaShape()
    words = [text.text for text in texts]
    parsed = best_cpu(lambda: peers.read_by_small_pipeline(pipeline, words))
    passed = best_cpu(lambda: peers.read_by_roberta(transformer, words[:8]), rounds=1) * len(words) / 8
    read = best_cpu(lambda: [read_text(text) for text in texts])
    print(f"\npeers on {len(texts)} articles of protest news (one core, random weights)")
    line("a pipeline in the shape of spaCy's small one", f"{kilobytes / parsed:,.0f} KB/s")
    line("one pass in the shape of RoBERTa-base, products alone", f"{kilobytes / passed:,.1f} KB/s")
    line("all readers to spaCy's shape", f"{parsed / read:,.1f} times")
    for kind, is_protest in (("protest news", True), ("general news, behind the gate", False)):
        spent = kilobytes / (
            _articles_a_second(articles(random.Random(SEED), 200, is_protest=is_protest)) * ARTICLE_BYTES / 1000
        )
        line(f"read and coded, {kind}, to spaCy's shape", f"{parsed / spent:,.1f} times")
        line(f"read and coded, {kind}, to RoBERTa's shape", f"{passed / spent:,.0f} times")


def bench_pages() -> None:
    """Each stage and the whole beside trafilatura, on general and on protest pages."""
    for kind, maker, count in (("general news, 180 KB", general_page, 60), ("protest news, 25 KB", protest_page, 300)):
        rng = random.Random(SEED)
        _bench_kind(kind, [maker(rng) for _ in range(count)])


def _bench_kind(kind: str, bodies: list[bytes]) -> None:
    import trafilatura

    from constancia.coding import code_reading, tells_of_deed
    from constancia.extract import extract
    from constancia.flow.pages import text_of
    from constancia.model import Snapshot
    from constancia.read import read_text

    at = dt.datetime(2025, 12, 31, tzinfo=dt.UTC)
    snapshots = [
        Snapshot(f"s{index}", f"https://news.example/{index}", at, "text/html", "0" * 64, len(body), "w", 0, "")
        for index, body in enumerate(bodies)
    ]
    pages = [extract(snapshot, body) for snapshot, body in zip(snapshots, bodies, strict=True)]
    texts = [text_of(page, passage) for page in pages for passage in page.passages]
    passed = [text for text in texts if tells_of_deed(text.text, text.language or "en")]
    readings = [read_text(text) for text in passed]
    peer = best_cpu(lambda: [trafilatura.extract(body, fast=True, include_comments=False) for body in bodies])
    print(
        f"\n{kind}: {len(bodies)} pages of {sum(map(len, bodies)) // len(bodies):,} bytes; "
        f"{len(passed)} of {len(texts)} texts pass the gate"
    )
    print(f"  {'stage':<40}{'pages/s':>12}{'CPU to trafilatura':>24}")
    stages = {
        "trafilatura (fast) alone": peer,
        "extract": best_cpu(
            lambda: [extract(snapshot, body) for snapshot, body in zip(snapshots, bodies, strict=True)]
        ),
        "gate": best_cpu(lambda: [tells_of_deed(text.text, text.language or "en") for text in texts]),
        "read": best_cpu(lambda: [read_text(text) for text in passed]),
        "code": best_cpu(lambda: [code_reading(reading) for reading in readings]),
    }
    for name, spent in stages.items():
        print(f"  {name:<40}{len(bodies) / max(spent, 1e-6):>12,.0f}{spent / peer:>24.2f}")
    whole = _whole_run(bodies)
    print(f"  {'the whole (constancia run, start-up taken off)':<40}{len(bodies) / whole:>10,.0f}{whole / peer:>22.2f}")


def _whole_run(bodies: list[bytes], jobs: int = 1) -> float:
    """Give the CPU seconds of `constancia run` over pages in a folder, less those of a run over one page."""
    with tempfile.TemporaryDirectory() as folder:
        one, many = Path(folder, "one"), Path(folder, "many")
        _write(one, bodies[:1])
        _write(many, bodies)
        spent = [
            children_cpu(
                [CONSTANCIA, "run", str(source), "--db", str(Path(folder, f"{source.name}.db")), "--jobs", str(jobs)]
            )[0]
            for source in (one, many)
        ]
        return max(spent[1] - spent[0], 1e-6)


def _write(folder: Path, bodies: Sequence[bytes]) -> None:
    folder.mkdir()
    for index, body in enumerate(bodies):
        Path(folder, f"{index:06}.html").write_bytes(body)


def bench_memory() -> None:
    """Peak memory, which must stay flat."""
    print("\npeak memory of constancia run (MB)")
    for count in (1000, 10_000):
        rng = random.Random(SEED)
        with tempfile.TemporaryDirectory() as folder:
            _write(Path(folder, "pages"), [protest_page(rng) for _ in range(count)])
            code = (
                "import resource, subprocess, sys; subprocess.run(sys.argv[1:], capture_output=True);"
                "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)"
            )
            command = [CONSTANCIA, "run", str(Path(folder, "pages")), "--db", str(Path(folder, "r.db"))]
            done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True)
            line(f"{count:,} pages", f"{done.stdout.strip()} MB")


def bench_jobs() -> None:
    """One process against four."""
    print("\njobs (wall seconds for 1,200 protest pages)")
    rng = random.Random(SEED)
    bodies = [protest_page(rng) for _ in range(1200)]
    walls = {}
    for jobs in (1, 4):
        with tempfile.TemporaryDirectory() as folder:
            _write(Path(folder, "pages"), bodies)
            pages, record = str(Path(folder, "pages")), str(Path(folder, "r.db"))
            command = [CONSTANCIA, "run", pages, "--db", record, "--jobs", str(jobs)]
            walls[jobs] = children_cpu(command)[1]
            line(f"--jobs {jobs}", f"{walls[jobs]:.1f} s")
    line("pages of four for one", f"{walls[1] / walls[4]:.2f}")


SECTIONS = {
    "start": bench_start,
    "read": bench_read,
    "peers": bench_peers,
    "pages": bench_pages,
    "copies": bench_copies,
    "link": bench_link,
    "memory": bench_memory,
    "jobs": bench_jobs,
}


def main(names: Sequence[str]) -> None:
    """Run the sections named, or all."""
    print(f"read and code: {compiled.why_plain() or 'compiled'}")
    files = [name for name in names if name.endswith(".jsonl")]
    for name in [name for name in names if name not in files] or SECTIONS:
        if name not in SECTIONS:
            raise SystemExit(f"no section {name}; there are {', '.join(SECTIONS)}")
        if name == "read":
            bench_read(files)
        else:
            SECTIONS[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
