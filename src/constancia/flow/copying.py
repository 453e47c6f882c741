"""New passages to the copies that they make and unmake in a record, by look-ups; and the rows to look them up by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np

from constancia.codec import dumps, loads
from constancia.link.copies import Repeat, copies_from, repeat_of
from constancia.link.copy_check import Prepared, prepare
from constancia.link.copy_lookup import BUCKET_BITS, PRINTED, Groups, Printed, prints_of
from constancia.link.joining import named, number_of
from constancia.link.prints import Prints
from constancia.model import Copy, PassageText
from constancia.store.kept import Growth, KeptIndex

Row = dict[str, Any]
Again = Callable[[Sequence[str]], Mapping[str, PassageText]]


def print_rows(prints: Prints) -> Iterator[Row]:
    """Write the fingerprints of all passages, a row a bucket."""
    values, numbers = prints.hashes()
    order = np.argsort(values, kind="stable")
    entries = np.zeros(len(values), PRINTED)
    passages = np.array([number_of(name) for name in prints.names], np.int64)
    entries["hash"], entries["passage"] = values[order], passages[numbers[order]]
    buckets = entries["hash"] >> BUCKET_BITS
    starts = np.flatnonzero(np.concatenate([[True], buckets[1:] != buckets[:-1]])[: len(buckets)])
    for first, last in pairwise([*starts.tolist(), len(entries)]):
        yield {"bucket": int(buckets[first]), "body": entries[first:last].tobytes()}


def printed_rows(prints: Prints) -> Iterator[Row]:
    """Write how many fingerprints each passage has, and how long it is."""
    for name, count, length in zip(prints.names, prints.counts.tolist(), prints.lengths.tolist(), strict=True):
        yield {"passage": number_of(name), "n_prints": count, "length": length}


def repeat_row(repeat: Repeat) -> Row:
    """Write that one passage repeats another."""
    return {
        "pair": f"{repeat.copy}/{repeat.original}",
        "copy": repeat.copy,
        "original": repeat.original,
        "body": dumps(repeat),
    }


@dataclass(slots=True)
class Copying:
    """Passages on their way into a record whose copies are known; `again` gives the words of passages by id."""

    index: KeptIndex
    again: Again
    groups: Groups = field(default_factory=Groups)
    buckets: dict[int, bytes] = field(default_factory=dict)
    repeats: dict[str, Repeat] = field(default_factory=dict)
    looked_up: set[str] = field(default_factory=set)

    def growth(self, new: Sequence[PassageText], growth: Growth) -> dict[str, Copy | None]:
        """Add passages; give each passage that is now a copy, of another or none any more, and note the rows."""
        gone: set[str] = set()
        fresh: dict[str, Repeat] = {}
        texts = {passage.passage_id: passage for passage in new}
        rows = []
        for passage in new:
            number = number_of(passage.passage_id)
            values, printed = prints_of(passage)
            self._load(values)
            able, parted = self.groups.add(number, values, printed)
            rows.append({"passage": number, "n_prints": printed.count, "length": printed.length})
            for value in values:
                entry = np.array([(value, number)], PRINTED).tobytes()
                self.buckets[value >> BUCKET_BITS] = self.buckets.get(value >> BUCKET_BITS, b"") + entry
            gone |= self._parted(parted, texts)
            fresh |= self._compared(passage, [named("g", other) for other in able], texts)
            self.repeats |= fresh
        fresh = {pair: repeat for pair, repeat in fresh.items() if pair not in gone}
        growth.rows["printed"] = rows
        growth.gone["prints"] = list(self.buckets)
        growth.rows["prints"] = [{"bucket": bucket, "body": body} for bucket, body in self.buckets.items()]
        growth.gone["repeats"] = sorted(gone)
        growth.rows["repeats"] = [repeat_row(repeat) for repeat in fresh.values()]
        return self._copies(fresh, gone)

    def _load(self, values: Sequence[int]) -> None:
        """Read the groups of some fingerprints that were not read yet."""
        wanted = {value >> BUCKET_BITS for value in values} - set(self.buckets)
        read = self.index.buckets(sorted(wanted))
        self.buckets |= {bucket: read.get(bucket, b"") for bucket in wanted}
        known: set[int] = set()
        for bucket in wanted:
            for value, passage in np.frombuffer(self.buckets[bucket], PRINTED).tolist():
                self.groups.members.setdefault(value, []).append(passage)
        for value in values:
            known.update(self.groups.members.get(value, ()))
        missing = sorted(known - set(self.groups.printed))
        for number, (count, length) in self.index.printed(missing).items():
            self.groups.printed[number] = Printed(count, length)

    def _parted(self, pairs: set[tuple[int, int]], texts: Mapping[str, PassageText]) -> set[str]:
        """Give the repeats, by pair, of passages that do not share enough fingerprints any more."""
        gone: set[str] = set()
        self._beside([named("g", number) for pair in pairs for number in pair])
        for one, two in pairs:
            names = named("g", one), named("g", two)
            known = [pair for pair in (f"{names[0]}/{names[1]}", f"{names[1]}/{names[0]}") if pair in self.repeats]
            if not known:
                continue
            found = [texts.get(name) or self.again([name])[name] for name in names]
            values = sorted(set(prints_of(found[0])[0]) & set(prints_of(found[1])[0]))
            self._load(values)
            if not self.groups.is_enough(self.groups.votes(values, one, two), one, two):
                gone.update(known)
        return gone

    def _compared(
        self, passage: PassageText, names: Sequence[str], texts: Mapping[str, PassageText]
    ) -> dict[str, Repeat]:
        others = [texts[name] for name in names if name in texts]
        others += self.again([name for name in names if name not in texts]).values()
        mine = Prepared(passage)
        found = [repeat_of(mine, other) for other in prepare(others).values()]
        return {f"{one.copy}/{one.original}": one for one in found if one is not None}

    def _beside(self, names: Iterable[str]) -> None:
        wanted = sorted(set(names) - self.looked_up)
        self.looked_up.update(wanted)
        self.repeats |= {row["pair"]: loads(Repeat, row["body"]) for row in self.index.repeats(wanted)}

    def _copies(self, fresh: Mapping[str, Repeat], gone: set[str]) -> dict[str, Copy | None]:
        """Give what every passage that hangs together with the fresh repeats, or those gone, is a copy of."""
        changed = [fresh[pair] for pair in fresh] + [self.repeats[pair] for pair in gone if pair in self.repeats]
        seen: set[str] = set()
        left = {name for repeat in changed for name in (repeat.copy, repeat.original)}
        while left:
            seen |= left
            self._beside(left)
            met = [*fresh.values(), *self.repeats.values()]
            left = {n for r in met if r.copy in seen or r.original in seen for n in (r.copy, r.original)} - seen
        held = {**self.repeats, **fresh}
        kept = [one for pair, one in held.items() if pair not in gone and one.copy in seen]
        found = {copy.passage_id: copy for copy in copies_from(kept)}
        return {name: found.get(name) for name in seen}
