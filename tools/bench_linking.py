"""Copies beside MinHash LSH, and linking beside Splink on DuckDB, on made texts and reports: for `tools/bench.py`."""

from __future__ import annotations

import datetime as dt
import itertools
import logging
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from generate_reports import b_cubed, generate

if TYPE_CHECKING:
    from constancia.model import Appearance, PassageText

SEED = 20250311
PASSAGES = 20_000
REPORTS = 20_000
WORDS = 40_000
LEAST_LIKE = 0.5
"""Texts of which half the runs of words are the same are looked at: the threshold of the peer's index."""

PERMUTATIONS = 128
RUN_WORDS = 5
SURE = 0.9


def made_passages(count: int) -> tuple[list[PassageText], list[int]]:
    """Make passages of some 250 words, a third of them copies of one before; and the number of each one's original.

    A copy is whole, cut short to two thirds, or has one word in forty changed.
    """
    from constancia.model import PassageText

    dice = random.Random(SEED)
    stories: list[list[str]] = []
    passages, origins = [], []
    for number in range(count):
        if stories and dice.random() < 0.34:
            origin = dice.randrange(len(stories))
            words = _copied(dice, stories[origin])
        else:
            origin = len(stories)
            words = [f"w{int(WORDS * dice.random() ** 3)}" for _ in range(dice.randint(150, 350))]
            stories.append(words)
        day = dt.date(2025, 1, 1) + dt.timedelta(days=number % 300)
        passages.append(PassageText(f"g{number:07}", " ".join(words), published=day))
        origins.append(origin)
    return passages, origins


def _copied(dice: random.Random, words: Sequence[str]) -> list[str]:
    kind = dice.random()
    if kind < 0.3:
        return list(words)
    if kind < 0.5:
        return list(words[: len(words) * 2 // 3])
    return [f"x{dice.randrange(WORDS)}" if dice.random() < 1 / 40 else word for word in words]


def _grouped(pairs: Iterator[tuple[int, int]], origins: Sequence[int]) -> tuple[float, float]:
    """Give precision of pairs, and the share of copies that some pair ties to a text of their own origin."""
    found, tied, right = 0, set(), 0
    for one, two in pairs:
        found += 1
        if origins[one] == origins[two]:
            right += 1
            tied.add(max(one, two))
            tied.add(min(one, two))
    firsts = {origin: number for number, origin in reversed(list(enumerate(origins)))}
    copies = [number for number, origin in enumerate(origins) if firsts[origin] != number]
    return right / max(found, 1), len(tied.intersection(copies)) / len(copies)


def _peak(section: str) -> int:
    """Give the peak memory of one section alone in a process of its own, in MB."""
    code = f"import bench_linking; bench_linking.{section}()"
    folder = str(__file__).rsplit("/", 1)[0]
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    return int(done.stdout.split()[-1])


def print_peak() -> None:
    """Print this process' peak memory in MB."""
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def make_only() -> None:
    """Make the passages and print the peak: what the index's own memory is counted from."""
    made_passages(PASSAGES * 5)
    print_peak()


def index_only() -> None:
    """Find the copies among a hundred thousand passages and print the peak."""
    from constancia.link.copies import find_copies

    passages, _ = made_passages(PASSAGES * 5)
    by_id = {passage.passage_id: passage for passage in passages}
    find_copies(passages, lambda names: {name: by_id[name] for name in names})
    print_peak()


def bench_copies() -> None:
    """Near-duplicates beside datasketch's MinHash LSH on the same passages."""
    from constancia.link.copies import find_copies

    passages, origins = made_passages(PASSAGES)
    numbers = {passage.passage_id: number for number, passage in enumerate(passages)}
    find_copies(passages[:50])
    started = time.process_time()
    copies = find_copies(passages)
    ours = time.process_time() - started
    pairs = [(numbers[copy.passage_id], numbers[copy.copy_of]) for copy in copies]
    started = time.process_time()
    peers = list(_lsh_pairs(passages))
    peer = time.process_time() - started
    print(f"\nnear-duplicates among {PASSAGES:,} passages of some 250 words, a third of them copies")
    for name, spent, found in (("find_copies, checked word for word", ours, pairs), ("MinHashLSH", peer, peers)):
        precision, recall = _grouped(iter(found), origins)
        shown = f"{1e6 * spent / PASSAGES:,.0f} µs a passage, precision {precision:.3f}, recall {recall:.3f}"
        print(f"  {name:<38}{shown:>58}")
    print(f"  {'times as fast':<38}{peer / ours:>58.1f}")
    print(f"  {'memory for 100,000 passages':<38}{_peak('index_only') - _peak('make_only'):>55} MB")


def _lsh_pairs(passages: Sequence[PassageText]) -> Iterator[tuple[int, int]]:
    """Give the pairs that the peer finds: candidates of its index whose sketches are alike enough."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=LEAST_LIKE, num_perm=PERMUTATIONS)
    sketches = []
    for number, passage in enumerate(passages):
        words = passage.text.split()
        runs = {" ".join(words[at : at + RUN_WORDS]).encode() for at in range(len(words) - RUN_WORDS + 1)}
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch(list(runs))
        for other in index.query(sketch):
            if sketch.jaccard(sketches[int(other)]) >= LEAST_LIKE:
                yield number, int(other)
        index.insert(str(number), sketch)
        sketches.append(sketch)


def bench_link() -> None:
    """Linking beside Splink on DuckDB, on the same generated reports; CPU seconds of all threads."""
    from constancia.link import link

    items = list(generate(REPORTS))
    told = {appearance.coding.reports[0].report_id: event for appearance, event in items}
    appearances = [appearance for appearance, _ in items]
    link(appearances[:50])
    print(f"\nlinking {REPORTS:,} generated reports (CPU seconds, B-cubed F)")
    ours, linking = _spent(lambda: link(appearances))
    found = {report: event.event_id for event in linking.events for report in event.report_ids}
    print(f"  {'link':<58}{ours:>8.1f} s{b_cubed(found, told):>8.3f}")
    peer, clusters = _spent(lambda: _splink(appearances))
    print(f"  {'Splink on DuckDB':<58}{peer:>8.1f} s{b_cubed(clusters, told):>8.3f}")
    print(f"  {'share of its CPU':<58}{ours / peer:>8.2f}")


def _spent(work: Callable[[], Any]) -> tuple[float, Any]:
    started = time.process_time()
    made = work()
    return time.process_time() - started, made


def _splink(appearances: Sequence[Appearance]) -> dict[str, str]:
    """Link by the peer: blocks of day and region, or of a rare word; parameters by random sampling and by EM."""
    logging.getLogger("splink").setLevel(logging.ERROR)
    import pyarrow as pa
    from splink import Linker, SettingsCreator, block_on
    from splink import comparison_library as compare
    from splink.internals.duckdb.database_api import DuckDBAPI

    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[block_on("type", "region", "week"), block_on("type", "country", "day")],
        comparisons=[
            compare.AbsoluteDateDifferenceAtThresholds(
                "day", input_is_string=False, metrics=["day", "day"], thresholds=[1, 7]
            ),
            compare.ExactMatch("town"),
            compare.ExactMatch("form"),
            compare.ArrayIntersectAtSizes("words", [8, 4, 2]),
            compare.ExactMatch("size"),
        ],
        retain_matching_columns=False,
    )
    table = DuckDBAPI().register(pa.Table.from_pylist([_row(appearance) for appearance in appearances]))
    linker = Linker(table, settings, log_level=None)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("type", "town", "day"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("size", "country"))
    predicted = linker.inference.predict(threshold_match_probability=SURE)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, SURE)
    rows = clusters.as_record_list()
    return {row["unique_id"]: str(row["cluster_id"]) for row in rows}


def _row(appearance: Appearance) -> dict[str, Any]:
    report = appearance.coding.reports[0]
    place, date = report.place, report.date
    day = date.from_ if date and date.from_ else None
    return {
        "unique_id": report.report_id,
        "type": report.type.value,
        "form": report.form.value if report.form else None,
        "day": day,
        "week": day.toordinal() // 7 if day else None,
        "country": place.country if place else None,
        "region": place.admin1 if place else None,
        "town": place.name if place and place.lat is not None else None,
        "size": report.claims[0].best,
        "words": sorted(itertools.islice((w for w in set(appearance.text.split()) if w[:2] in ("ra", "Na")), 40)),
    }
