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
    jobs       wall time of one process against four, and of four that share nothing
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
from bench_pages import ARTICLE_BYTES, SEED, articles, general_page, protest_page

from constancia import compiled

if TYPE_CHECKING:
    from constancia.model import Text

# Peers that multiply matrices would spread over all cores, and the figures are of one.
for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ.setdefault(threads, "1")

CONSTANCIA = str(Path(sys.executable).parent / "constancia")

CODE_ONE_LINE = (
    "from constancia.flow.coding import code_text; from constancia.model import Text;"
    "code_text(Text('a', '200 people marched in Lima on Monday.', 'en'))"
)

SHARES = (
    "import resource, sys, time; began = time.monotonic(); from constancia.cli.main import main; main(sys.argv[1:]);"
    "own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN));"
    "print(time.monotonic() - began, own.ru_utime + own.ru_stime, others.ru_utime + others.ru_stime)"
)


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
    from constancia.read.actors.reader import find_actors
    from constancia.read.dates import find_dates
    from constancia.read.numbers import find_quantities
    from constancia.read.places import find_places
    from constancia.read.speakers.reader import find_speakers

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


def _whole_run(bodies: list[bytes], jobs: int = 1, rounds: int = 3) -> float:
    """Give the least CPU seconds of `constancia run` over pages in a folder, less the least of those over one page."""
    with tempfile.TemporaryDirectory() as folder:
        one, many = Path(folder, "one"), Path(folder, "many")
        _write(one, bodies[:1])
        _write(many, bodies)
        spent = {
            source: min(
                children_cpu(
                    [*(CONSTANCIA, "run", str(source)), *("--db", f"{source}{turn}.db"), *("--jobs", str(jobs))]
                )[0]
                for turn in range(rounds)
            )
            for source in (one, many)
        }
        return max(spent[many] - spent[one], 1e-6)


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
    """One process against four, beside four that share nothing; and the CPU of who keeps and of who reads."""
    for count in (1200, 4800):
        print(f"\njobs (wall seconds for {count:,} protest pages)")
        rng = random.Random(SEED)
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            for part in range(_AT_ONCE):
                _write(folder / f"pages{part}", [protest_page(rng) for _ in range(count // _AT_ONCE)])
            whole = [str(folder / f"pages{part}") for part in range(_AT_ONCE)]
            one, four = _shared(folder, whole, 1), _shared(folder, whole, _AT_ONCE)
            line("pages of four for one", f"{one / four:.2f}")
            alone, beside = _apart(folder, whole[:1]), _apart(folder, whole)
            line("a quarter of them alone; beside three runs of the others", f"{alone:.1f}; {beside:.1f} s")
            line("so that four which share nothing give", f"{_AT_ONCE * alone / beside:.2f}")


_AT_ONCE = 4


def _shared(folder: Path, pages: Sequence[str], jobs: int) -> float:
    """Give the wall seconds of one run."""
    command = ["run", *pages, "--db", str(folder / f"r{jobs}.db"), "--jobs", str(jobs)]
    done = subprocess.run([sys.executable, "-c", SHARES, *command], capture_output=True, text=True, check=True)
    wall, own, others = map(float, done.stdout.split())
    line(f"--jobs {jobs}", f"{wall:.1f} s")
    if jobs == 1:
        line("  CPU", f"{own + others:.1f} s")
    else:
        line("  CPU of keeping and linking; of reading and coding", f"{own:.1f}; {others:.1f} s")
    return wall


def _apart(folder: Path, pages: Sequence[str]) -> float:
    """Give the wall seconds until runs of one process that are begun at once, each with a record of its own, end."""
    records = [folder / f"of{len(pages)}-{number}" for number in range(len(pages))]
    for record in records:
        record.mkdir()
    started = time.monotonic()
    runs = [
        subprocess.Popen(
            [CONSTANCIA, "run", each, "--db", str(record / "r.db"), "--jobs", "1"], stderr=subprocess.DEVNULL
        )
        for each, record in zip(pages, records, strict=True)
    ]
    if any(run.wait() for run in runs):
        raise SystemExit("a run failed")
    return time.monotonic() - started


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
