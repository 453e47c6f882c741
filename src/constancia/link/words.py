"""Texts to weighted words: sparse rows of TF-IDF weights of unit length, whose products are cosines.

Words are read from many texts at once, as arrays of characters, and known by a hash of their letters: the same word has
the same number in every record, and a million texts take seconds.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from constancia.link.letters import PLANE, characters, folded_plane, plane_codes
from constancia.link.rarity import HASH_BITS
from constancia.link.word_rows import WordRows

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Hashes = npt.NDArray[np.uint64]

READ_CHARACTERS = 2000
"""News tells its story at the start: on news of shootings the rest changed no score by more than 0.003."""

_BATCH_CHARACTERS = 1 << 17
_SHORTEST_WORD = 3
_BASE = np.uint64(0x9E3779B97F4A7C15)
_PAIR = np.uint64(0xD6E8FEB86659FD93)
_SENTENCE_ENDS = '.!?:;"”»\n\0'
_FOLDED_BITS = np.uint32(16)
_NAME_JOINTS = " -'’"


@dataclass(frozen=True, slots=True)
class _Letters:
    """What each character of the basic plane is: whether it is a letter, digit, capital, ...

    `told` is its folded form, and above _FOLDED_BITS its kind: 1 for a letter, 2 for a digit.
    """

    told: npt.NDArray[np.uint32]
    is_capital: Bools
    ends_sentence: Bools
    joins_names: Bools
    powers: Hashes
    inverses: Hashes


@cache
def _letters() -> _Letters:
    folded = folded_plane()
    letters = characters()[folded]
    kind = np.where(np.strings.isalpha(letters), 1, np.where(np.strings.isdecimal(letters), 2, 0)).astype(np.int8)
    size = _BATCH_CHARACTERS * 2 + READ_CHARACTERS
    inverse = np.uint64(pow(int(_BASE), -1, 1 << 64))
    return _Letters(
        told=(kind.astype(np.uint32) << _FOLDED_BITS) | folded,
        is_capital=np.strings.isupper(characters()),
        ends_sentence=np.isin(np.arange(PLANE), [ord(c) for c in _SENTENCE_ENDS]),
        joins_names=np.isin(np.arange(PLANE), [ord(c) for c in _NAME_JOINTS]),
        powers=_powers(_BASE, size),
        inverses=_powers(inverse, size),
    )


def _powers(base: np.uint64, size: int) -> Hashes:
    powers = np.full(size, base, np.uint64)
    powers[0] = 1
    return np.cumprod(powers, dtype=np.uint64)


def _mixed(hashes: Hashes) -> Ints:
    """Spread hashes over the numbers of HASH_BITS."""
    spread = (hashes ^ (hashes >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9)
    return np.asarray((spread ^ (spread >> np.uint64(32))) >> np.uint64(64 - HASH_BITS), np.int64)


@dataclass(frozen=True, slots=True)
class _Run:
    """The words of a batch: where each begins and ends, its text's row, hash, and whether it is of letters.

    `codes` are its characters, `folded` the same in their folded form.
    """

    codes: npt.NDArray[np.uint16]
    folded: npt.NDArray[np.uint16]
    start: Ints
    end: Ints
    row: Ints
    hashes: Hashes
    is_letters: Bools


def _read(texts: list[str]) -> _Run:
    letters = _letters()
    codes = plane_codes("\0".join(texts))
    told = letters.told.take(codes)
    folded = told.astype(np.uint16)
    kind = np.zeros(len(codes) + 2, np.int8)
    kind[1:-1] = told >> _FOLDED_BITS
    start, end = _edges(kind)
    summed = np.zeros(len(folded) + 1, np.uint64)
    np.multiply(folded, letters.powers[: len(folded)], out=summed[:-1])
    bounds = np.empty(2 * len(start), np.int64)
    bounds[::2], bounds[1::2] = start, end
    firsts = np.searchsorted(start, np.cumsum([0, *[len(text) + 1 for text in texts]]))
    return _Run(
        codes=codes,
        folded=folded,
        start=start,
        end=end,
        row=np.repeat(np.arange(len(texts)), np.diff(firsts)),
        hashes=np.add.reduceat(summed, bounds)[::2] * letters.inverses.take(start),
        is_letters=kind.take(start + 1) == 1,
    )


def _edges(kind: npt.NDArray[np.int8]) -> tuple[Ints, Ints]:
    """Give where the words begin and end: runs of characters of one kind, given with one of none at either end."""
    edges = np.flatnonzero(kind[1:] != kind[:-1])
    if not kind.take(edges[1::2] + 1).any():  # no letter beside a digit: one edge opens a word, the next closes it
        return edges[::2], edges[1::2]
    return edges[kind.take(edges + 1) > 0], edges[kind.take(edges) > 0]


def hash_names(text: str) -> set[int]:
    """Give the numbers of the words of a name, and of each two that stand together."""
    run = _read([text])
    mine = run.hashes[run.is_letters]
    return set(_mixed(mine).tolist()) | set(_mixed(mine[:-1] * _PAIR + mine[1:]).tolist())


def _names(run: _Run) -> tuple[Ints, Ints]:
    """Give (row, number) of words with a capital, and of each two such that stand together.

    A single capital at the start of a sentence is no sign of a name.
    """
    letters = _letters()
    long = run.is_letters & (run.end - run.start > 1)
    named = np.flatnonzero(letters.is_capital.take(run.codes.take(run.start)) & long)
    start, end, row, hashes = (column.take(named) for column in (run.start, run.end, run.row, run.hashes))
    joint = run.codes.take(end[:-1])
    follows = (np.diff(named) == 1) & (start[1:] == end[:-1] + 1) & letters.joins_names.take(joint)
    before = run.codes.take(np.maximum(start - 2, 0))
    single = (start > 1) & ~letters.ends_sentence.take(before) & ~letters.ends_sentence.take(run.codes.take(start - 1))
    single[:-1] |= follows
    single[1:] |= follows
    pairs = np.flatnonzero(follows)
    numbers = np.concatenate([hashes[single], hashes.take(pairs) * _PAIR + hashes.take(pairs + 1)])
    return np.concatenate([row[single], row.take(pairs)]), _mixed(numbers)


@cache
def _age_frames() -> list[tuple[list[int], list[int]]]:
    table = tomllib.loads(files("constancia.data").joinpath("linking", "words.toml").read_text(encoding="utf-8"))
    return [([ord(c) for c in before], [ord(c) for c in after]) for before, after in table["ages"]]


def _ages(run: _Run) -> tuple[Ints, Ints]:
    """Give (row, number) of the numbers that stand as ages."""
    numbers = np.flatnonzero(~run.is_letters & (run.end - run.start <= 2))
    if not len(numbers):
        return numbers, numbers
    start, end, folded = run.start[numbers], run.end[numbers], run.folded
    found = np.zeros(len(numbers), np.bool_)
    for before, after in _age_frames():
        fits = np.ones(len(numbers), np.bool_)
        for at, code in enumerate(before):
            fits &= folded[np.maximum(start - len(before) + at, 0)] == code
        for at, code in enumerate(after):
            fits &= folded[np.minimum(end + at, len(folded) - 1)] == code
        found |= fits
    return run.row[numbers[found]], _mixed(run.hashes[numbers[found]])


@dataclass(slots=True)
class Reader:
    """Texts gathered and read in batches: their words, names and ages, one row a text."""

    reads_people: bool
    words: WordRows = field(default_factory=WordRows)
    names: WordRows = field(default_factory=WordRows)
    ages: WordRows = field(default_factory=WordRows)
    sums: list[Hashes] = field(default_factory=list)
    _texts: list[str] = field(default_factory=list)
    _dropped: list[tuple[int, Collection[int]]] = field(default_factory=list)
    _size: int = 0

    def add(self, text: str, dropped: Collection[int] = ()) -> None:
        """Take in the start of one more text; names of the numbers `dropped` are not counted for it."""
        head = text[:READ_CHARACTERS]
        if dropped:
            self._dropped.append((len(self._texts), dropped))
        self._texts.append(head)
        self._size += len(head) + 1
        if self._size > _BATCH_CHARACTERS:
            self.flush()

    def flush(self) -> None:
        """Read what was gathered."""
        if not self._texts:
            return
        run = _read(self._texts)
        long = ~run.is_letters | (run.end - run.start >= _SHORTEST_WORD)
        texts = len(self._texts)
        self.words.add(run.row[long], _mixed(run.hashes[long]), texts)
        if self.reads_people:
            dropped = [(row << HASH_BITS) + number for row, numbers in self._dropped for number in numbers]
            self.names.add(*_names(run), texts, np.sort(np.array(dropped, np.int64)))
            self.ages.add(*_ages(run), texts)
        else:
            self.sums.append(self._row_sums(run))
        self._texts, self._dropped, self._size = [], [], 0

    def _row_sums(self, run: _Run) -> Hashes:
        """Sum the hashes of each text's words: equal texts, however spaced, have equal sums."""
        totals = np.concatenate([np.zeros(1, np.uint64), np.cumsum(run.hashes, dtype=np.uint64)])
        edges = np.searchsorted(run.row, np.arange(len(self._texts) + 1))
        return np.asarray(totals[edges[1:]] - totals[edges[:-1]])
