"""Texts to weighted words: sparse rows of TF-IDF weights of unit length, whose products are cosines.

Words are read from many texts at once, as arrays of characters, and known by a hash of their letters: the same word has
the same number in every record, and a million texts take seconds.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt
from scipy import sparse

from constancia.link.letters import PLANE, characters, codes_of, folded_plane
from constancia.link.rarity import HASH_BITS, Census, Weighed

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Hashes = npt.NDArray[np.uint64]

READ_CHARACTERS = 2000
"""News tells its story at the start: on news of shootings the rest changed no score by more than 0.003."""

_FEW_WORDS = 1 << 22
_TEXTS_AT_ONCE = 4096
_BATCH_CHARACTERS = 1 << 17
_SHORTEST_WORD = 3
_BASE = np.uint64(0x9E3779B97F4A7C15)
_PAIR = np.uint64(0xD6E8FEB86659FD93)
_SENTENCE_ENDS = '.!?:;"”»\n\0'
_NAME_JOINTS = " -'’"


@dataclass(frozen=True, slots=True)
class _Letters:
    """What each character of the basic plane is: its folded form, and whether it is a letter, digit, capital, ..."""

    folded: npt.NDArray[np.uint16]
    kind: npt.NDArray[np.uint8]
    is_capital: Bools
    ends_sentence: Bools
    joins_names: Bools
    powers: Hashes
    inverses: Hashes


@cache
def _letters() -> _Letters:
    folded = folded_plane()
    letters = characters()[folded]
    kind = np.where(np.strings.isalpha(letters), 1, np.where(np.strings.isdecimal(letters), 2, 0)).astype(np.uint8)
    size = _BATCH_CHARACTERS * 2 + READ_CHARACTERS
    inverse = np.uint64(pow(int(_BASE), -1, 1 << 64))
    return _Letters(
        folded=folded,
        kind=kind,
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
    """The words of a batch: where each begins and ends, its text's row, hash, and whether it is of letters."""

    codes: npt.NDArray[np.uint16]
    start: Ints
    end: Ints
    row: Ints
    hashes: Hashes
    is_letters: Bools


def _read(texts: list[str]) -> _Run:
    letters = _letters()
    wide = codes_of("\0".join(texts))
    codes = np.where(wide < PLANE, wide, 32).astype(np.uint16)
    folded = letters.folded[codes]
    kind = np.concatenate([[0], letters.kind[codes], [0]]).astype(np.int8)
    edges = np.flatnonzero(np.diff(kind))
    opens = kind[edges + 1] > 0
    closes = kind[edges] > 0
    start, end = edges[opens], edges[closes]
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(folded * letters.powers[: len(folded)], dtype=np.uint64)])
    ends = np.cumsum([len(text) + 1 for text in texts])
    return _Run(
        codes=codes,
        start=start,
        end=end,
        row=np.searchsorted(ends, start, "right"),
        hashes=(sums[end] - sums[start]) * letters.inverses[start],
        is_letters=kind[start + 1] == 1,
    )


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
    capital = run.is_letters & letters.is_capital[run.codes[run.start]] & (run.end - run.start > 1)
    joint = run.codes[np.minimum(run.end, len(run.codes) - 1)]
    follows = np.zeros(len(capital), np.bool_)
    follows[:-1] = capital[:-1] & capital[1:] & (run.start[1:] == run.end[:-1] + 1) & letters.joins_names[joint[:-1]]
    preceded = np.zeros(len(capital), np.bool_)
    preceded[1:] = follows[:-1]
    before = run.codes[np.maximum(run.start - 2, 0)]
    inside = (run.start > 1) & ~letters.ends_sentence[before] & ~letters.ends_sentence[run.codes[run.start - 1]]
    single = capital & (follows | preceded | inside)
    pairs = np.flatnonzero(follows)
    numbers = np.concatenate([run.hashes[single], run.hashes[pairs] * _PAIR + run.hashes[pairs + 1]])
    return np.concatenate([run.row[single], run.row[pairs]]), _mixed(numbers)


@cache
def _age_frames() -> list[tuple[list[int], list[int]]]:
    table = tomllib.loads(files("constancia.data").joinpath("linking", "words.toml").read_text(encoding="utf-8"))
    return [([ord(c) for c in before], [ord(c) for c in after]) for before, after in table["ages"]]


def _ages(run: _Run) -> tuple[Ints, Ints]:
    """Give (row, number) of the numbers that stand as ages."""
    numbers = np.flatnonzero(~run.is_letters & (run.end - run.start <= 2))
    start, end = run.start[numbers], run.end[numbers]
    folded = _letters().folded[run.codes]
    found = np.zeros(len(numbers), np.bool_)
    for before, after in _age_frames():
        fits = np.ones(len(numbers), np.bool_)
        for at, code in enumerate(before):
            fits &= folded[np.maximum(start - len(before) + at, 0)] == code
        for at, code in enumerate(after):
            fits &= folded[np.minimum(end + at, len(folded) - 1)] == code
        found |= fits
    return run.row[numbers[found]], _mixed(run.hashes[numbers[found]])


_BY_COUNT = (1 + np.log(np.maximum(np.arange(256), 1))).astype(np.float32)


@dataclass(slots=True)
class WordRows:
    """Counted words of texts as numbers laid end to end: how many words each text has, their numbers and counts."""

    _lengths: bytearray = field(default_factory=bytearray)
    _numbers: bytearray = field(default_factory=bytearray)
    _counts: bytearray = field(default_factory=bytearray)

    def add(self, row: Ints, number: Ints, texts: int, dropped: Ints | None = None) -> None:
        """Add the words of a batch of so many texts; `dropped` are (row, number) keys to leave out."""
        keys = np.sort((row << HASH_BITS) + number)
        first = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]])[: len(keys)])
        counts, keys = np.diff(np.append(first, len(keys))), keys[first]
        if dropped is not None and len(dropped):
            keep = ~np.isin(keys, dropped)
            keys, counts = keys[keep], counts[keep]
        self._lengths += np.bincount(keys >> HASH_BITS, minlength=texts).astype(np.int32).tobytes()
        self._numbers += (keys & ((1 << HASH_BITS) - 1)).astype(np.int32).tobytes()
        self._counts += np.minimum(counts, 255).astype(np.uint8).tobytes()

    def census(self, sampled: Bools) -> Census:
        """Count in how many of the rows of a sample each word stands."""
        lengths = np.frombuffer(self._lengths, np.int32)
        numbers = np.frombuffer(self._numbers, np.int32)
        if not sampled.all():
            numbers = numbers[np.repeat(sampled, lengths)]
        known, seen = np.unique(numbers, return_counts=True)
        return Census(int(sampled.sum()), known, seen.astype(np.int32))

    def weigh(self, order: Ints, census: Census, least: int = 2) -> Weighed:
        """Give the rows, taken in an order, as TF-IDF of unit length, rarity being what a census says.

        A word of too many texts weighs nothing; one of fewer texts here than `least` is left out once it has told how
        long the text is: it is shared by no two. Columns stand in the order of the words' numbers, so that sums come
        out the same to the last bit whatever order the texts came in and whichever others stand beside them.
        """
        size = len(order)
        known, numbers, found = self._numbered()
        counts = np.frombuffer(self._counts, np.uint8)
        ends = np.concatenate([[0], np.cumsum(np.frombuffer(self._lengths, np.int32), dtype=np.int64)])
        seen = census.seen_of(known)
        rarity = census.rarity(seen)
        is_kept = (rarity > 0) & (found >= least)
        column = np.cumsum(found >= least, dtype=np.int32) - np.int32(1)
        kept_before = _summed(is_kept, numbers, ends)
        wanted = np.concatenate([[0], np.cumsum(np.diff(kept_before)[order])])
        places = np.zeros(size, np.int64)
        places[order] = wanted[:-1]
        shifts = places - kept_before[:-1]
        data, columns = np.zeros(wanted[-1], np.float32), np.zeros(wanted[-1], np.int32)
        for start in range(0, size, _TEXTS_AT_ONCE):
            edges = ends[start : start + _TEXTS_AT_ONCE + 1]
            mine = numbers[edges[0] : edges[-1]]
            row = np.repeat(np.arange(len(edges) - 1), np.diff(edges))
            weights = _BY_COUNT[counts[edges[0] : edges[-1]]] * rarity[mine]
            norms = np.sqrt(np.bincount(row, weights=weights * weights, minlength=1))
            kept = np.flatnonzero(is_kept[mine])
            row = row[kept]
            where = shifts[start + row] + np.arange(kept_before[start], kept_before[start] + len(kept))
            columns[where] = column[mine[kept]]
            data[where] = weights[kept] / norms[row]
        rows = sparse.csr_matrix((data, columns, wanted), shape=(size, max(1, int(column[-1]) + 1)))
        spare = np.zeros(rows.shape[1], np.int32)
        told = (np.append(column, spare)[: rows.shape[1]] for column in (known[found >= least], seen[found >= least]))
        return Weighed(rows, *told)

    def _numbered(self) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32], npt.NDArray[np.int32]]:
        """Give the words known, each word of the rows as one of them, and in how many rows each of them stands.

        The words of a small record are numbered anew, in the same order, and need no wide tables.
        """
        numbers = np.frombuffer(self._numbers, np.int32)
        if len(numbers) < _FEW_WORDS:
            known = np.unique(np.append(numbers, np.int32(0)))
            numbers = np.searchsorted(known, numbers).astype(np.int32)
        else:
            known = np.arange(int(numbers.max()) + 1, dtype=np.int32)
        return known, numbers, np.bincount(numbers, minlength=len(known)).astype(np.int32)


def _summed(is_kept: Bools, numbers: npt.NDArray[np.int32], ends: Ints) -> Ints:
    """Give how many words are kept before each text."""
    sums = [np.zeros(1, np.int64)]
    for start in range(0, len(ends) - 1, _TEXTS_AT_ONCE):
        edges = ends[start : start + _TEXTS_AT_ONCE + 1]
        kept = np.concatenate([[0], np.cumsum(is_kept[numbers[edges[0] : edges[-1]]])])
        sums.append(sums[-1][-1] + kept[edges[1:] - edges[0]])
    return np.concatenate(sums)


@dataclass(slots=True)
class Reader:
    """Texts gathered and read in batches: their words, names and ages, one row a text."""

    reads_people: bool
    words: WordRows = field(default_factory=WordRows)
    names: WordRows = field(default_factory=WordRows)
    ages: WordRows = field(default_factory=WordRows)
    sums: list[Hashes] = field(default_factory=list)
    _texts: list[str] = field(default_factory=list)
    _dropped: list[tuple[int, frozenset[int]]] = field(default_factory=list)
    _size: int = 0

    def add(self, text: str, dropped: Iterable[int] = ()) -> None:
        """Take in the start of one more text; names of the numbers `dropped` are not counted for it."""
        head = text[:READ_CHARACTERS]
        numbers = frozenset(dropped)
        if numbers:
            self._dropped.append((len(self._texts), numbers))
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
            self.names.add(*_names(run), texts, np.array(dropped, np.int64))
            self.ages.add(*_ages(run), texts)
        else:
            self.sums.append(self._row_sums(run))
        self._texts, self._dropped, self._size = [], [], 0

    def _row_sums(self, run: _Run) -> Hashes:
        """Sum the hashes of each text's words: equal texts, however spaced, have equal sums."""
        totals = np.concatenate([np.zeros(1, np.uint64), np.cumsum(run.hashes, dtype=np.uint64)])
        edges = np.searchsorted(run.row, np.arange(len(self._texts) + 1))
        return np.asarray(totals[edges[1:]] - totals[edges[:-1]])
