"""Passages one by one to columns, and rows of them back: a million take some hundred bytes each."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import overload

import numpy as np
import numpy.typing as npt

from constancia.link.rarity import mark_of

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

_ROWS_AT_ONCE = 2_000


@dataclass(slots=True)
class PassageRow:
    """What is kept of a passage; `published` is a day's ordinal or NO_DAY.

    To freeze it would take longer than to make it.
    """

    passage_id: str
    page_id: str
    url: str | None
    linked_url: str | None
    publisher: str | None
    published: int
    is_spanish: bool
    copy_of: str | None
    is_alone: bool = True


@dataclass(slots=True)
class Words:
    """Strings laid end to end, known by the order in which they came; what is not known is empty."""

    _bytes: bytearray = field(default_factory=bytearray)
    _ends: array[int] = field(default_factory=lambda: array("q", [0]))

    def extend(self, words: Iterable[str | None]) -> None:
        """Add some more."""
        bodies = [(word or "").encode("utf-8", "surrogatepass") for word in words]
        last = len(self._bytes)
        self._bytes += b"".join(bodies)
        self._ends.extend(last + end for end in accumulate(map(len, bodies)))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> str:
        word = self._bytes[self._ends[number] : self._ends[number + 1]]
        return word.decode("utf-8", "surrogatepass")

    def order(self) -> Ints:
        """Give the numbers of the words in the order of their letters."""
        words = [self[number] for number in range(len(self))]
        return np.argsort(np.array(words, dtype=np.str_), kind="stable")


@dataclass(slots=True)
class PassageRows:
    """Passages while they come in; the columns hold all of them once they are packed."""

    ids: Words = field(default_factory=Words)
    pages: Words = field(default_factory=Words)
    urls: Words = field(default_factory=Words)
    linked: dict[int, str] = field(default_factory=dict)
    copies: dict[int, str] = field(default_factory=dict)
    publishers: dict[str | None, int] = field(default_factory=dict)
    publisher: array[int] = field(default_factory=lambda: array("l"))
    published: array[int] = field(default_factory=lambda: array("l"))
    is_spanish: array[int] = field(default_factory=lambda: array("b"))
    is_alone: array[int] = field(default_factory=lambda: array("b"))
    marks: array[int] = field(default_factory=lambda: array("q"))
    hashes: array[int] = field(default_factory=lambda: array("q"))
    _fresh: list[PassageRow] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.published) + len(self._fresh)

    def add(self, row: PassageRow) -> None:
        """Take in one more."""
        self._fresh.append(row)
        if len(self._fresh) >= _ROWS_AT_ONCE:
            self.pack()

    def pack(self) -> None:
        """Put what was taken in into the columns: many at once, which is several times as fast as one by one."""
        rows, first = self._fresh, len(self.published)
        self.ids.extend([row.passage_id for row in rows])
        self.pages.extend([row.page_id for row in rows])
        self.urls.extend([row.url for row in rows])
        self.linked.update((at, row.linked_url) for at, row in enumerate(rows, first) if row.linked_url)
        self.copies.update((at, row.copy_of) for at, row in enumerate(rows, first) if row.copy_of)
        self.publisher.extend([self.publishers.setdefault(row.publisher, len(self.publishers)) for row in rows])
        self.published.extend([row.published for row in rows])
        self.is_spanish.extend([row.is_spanish for row in rows])
        self.is_alone.extend([row.is_alone for row in rows])
        self.marks.extend([mark_of(row.passage_id) for row in rows])
        self.hashes.extend([hash((row.is_alone and row.url) or row.passage_id) for row in rows])
        self._fresh = []

    def lowest_marked(self, count: int, until: int | None = None) -> list[tuple[int, str, int]]:
        """Give so many passages with the lowest marks and, of equal marks, ids: mark, id and number of each.

        With `until` they are of those that are known to be published before that day.
        """
        self.pack()
        marks, days = np.array(self.marks, np.int64), np.array(self.published, np.int64)
        able = np.arange(len(marks)) if until is None else np.flatnonzero((days > 0) & (days < until))
        if count < len(able):
            able = able[marks[able] <= np.partition(marks[able], count - 1)[count - 1]]
        return sorted((int(marks[at]), self.ids[at], at) for at in able.tolist())[:count]

    def note_copies(self, originals: Mapping[str, str]) -> None:
        """Take in which passages repeat which, where they came without it."""
        self.pack()
        for number in range(len(self) if originals else 0):
            original = originals.get(self.ids[number])
            if original is not None:
                self.copies[number] = original


class Passages(Sequence[PassageRow]):
    """Passages in order of their ids, and what is known of them as columns.

    `publisher` is -1 where not known; `marks` are numbers by chance, the same in every record.

    The target of a passage is the number of the page it stands for: one it links to or copies, else its own if alone.
    """

    def __init__(self, rows: PassageRows, order: Ints) -> None:
        self._rows = rows
        self._order = order
        self._publishers = list(rows.publishers)
        self.published: Ints = np.array(rows.published, np.int64)[order]
        self.is_spanish: Bools = np.array(rows.is_spanish, np.bool_)[order]
        self.targets = self._targets()
        codes = np.array([code if name else -1 for name, code in rows.publishers.items()] or [-1], np.int64)
        self.publisher: Ints = codes[np.array(rows.publisher, np.int64)][order]
        self.is_copy: Bools = np.zeros(len(order), np.bool_)
        self.is_copy[[number for number, _ in self.copied()]] = True
        self.marks: Ints = np.array(rows.marks, np.int64)[order]

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, number: int) -> PassageRow: ...
    @overload
    def __getitem__(self, number: slice) -> list[PassageRow]: ...
    def __getitem__(self, number: int | slice) -> PassageRow | list[PassageRow]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        at = int(self._order[number])
        rows = self._rows
        return PassageRow(
            rows.ids[at],
            rows.pages[at],
            rows.urls[at] or None,
            rows.linked.get(at),
            self._publishers[rows.publisher[at]],
            rows.published[at],
            bool(rows.is_spanish[at]),
            rows.copies.get(at),
            bool(rows.is_alone[at]),
        )

    def ids(self) -> Iterator[str]:
        """Give the passages' ids, in their order."""
        return (self._rows.ids[at] for at in self._order.tolist())

    def copied(self) -> Iterator[tuple[int, str]]:
        """Give the passages that repeat another, and the id of that one."""
        place = np.argsort(self._order)
        for at, original in sorted(self._rows.copies.items()):
            yield int(place[at]), original

    def linked(self) -> Iterator[tuple[int, str]]:
        """Give the passages that link to a page, and its address."""
        place = np.argsort(self._order)
        for at, url in sorted(self._rows.linked.items()):
            yield int(place[at]), url

    def urls(self) -> Iterator[tuple[int, str]]:
        """Give the passages that link to no page, and the address of their own."""
        for number, at in enumerate(self._order.tolist()):
            if at not in self._rows.linked and (url := self._rows.urls[at]):
                yield number, url

    def named(self, ids: Collection[str]) -> Iterator[tuple[int, str]]:
        """Give the passages of some ids, with their ids."""
        if ids:
            yield from ((number, name) for number, name in enumerate(self.ids()) if name in ids)

    def _targets(self) -> Ints:
        """Give the targets their numbers; urls and ids are told apart by 64 bits of hash, which no record outlives."""
        rows = self._rows
        targets = np.array(rows.hashes, np.int64)
        wanted = set(rows.copies.values())
        originals = {name: at for at in range(len(rows)) if wanted and (name := rows.ids[at]) in wanted}
        for at in {*rows.copies, *rows.linked}:
            original = originals.get(rows.copies.get(at, ""), at)
            linked = rows.linked.get(at) or rows.linked.get(original)
            targets[at] = hash(linked) if linked else rows.hashes[original]
        return np.asarray(np.unique(targets, return_inverse=True)[1], np.int64)[self._order]
