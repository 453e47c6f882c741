"""A gazetteer file (columns of numbers, one after the other) to its tables in memory, and tables to a file.

A place is a row; the rows of a name are found by the CRC-32 of its key, which stands sorted, and checked by the key
itself. The file is mapped into memory as it stands: nothing is unpacked at the start, only what is asked for is read,
and processes share it.
"""

from __future__ import annotations

import json
import mmap
import sys
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from constancia.errors import LexiconError

DEGREE = 100_000
"""Latitude and longitude are kept as whole hundred-thousandths of a degree (about a metre)."""

_FORMAT = b"constancia gazetteer 2\n"
_ALIGNED = 8


@dataclass(frozen=True, slots=True)
class GazetteerTables:
    """Columns of places, then columns of names; each a view on numbers or on the bytes of UTF-8 text.

    A place: `geoname` (GeoNames id, 0 for none), `code` (its place among the `codes`, the first of which is empty),
    `feature` and `rank` (see `words.gazetteer`), `country`, `admin1`, `admin2` (their rows here and one, 0 for none).
    A name key: its hash, its traits, and its `postings` (rows), each with how the key names the place.
    Of what has no fixed length there are the ends: the item `n` lies from `ends[n]` to `ends[n + 1]`.
    """

    geoname: memoryview
    code: memoryview
    lat: memoryview
    lon: memoryview
    population: memoryview
    feature: memoryview
    rank: memoryview
    country: memoryview
    admin1: memoryview
    admin2: memoryview
    names: memoryview
    name_ends: memoryview
    hashes: memoryview
    keys: memoryview
    key_ends: memoryview
    traits: memoryview
    postings: memoryview
    posting_ends: memoryview
    kinds: memoryview
    codes: memoryview
    code_ends: memoryview


def column(numbers: Iterable[int], smallest: str = "") -> memoryview:
    """Give numbers as a column, as narrow as they allow; `smallest` is a type of `array` for numbers below zero."""
    listed = list(numbers)
    largest = max(listed, default=0)
    width = smallest or next(kind for kind in "BHI" if largest < 1 << (8 * array(kind).itemsize))
    return memoryview(array(width, listed))


def packed(texts: Iterable[bytes]) -> tuple[memoryview, memoryview]:
    """Give texts as one column of bytes, and the column of their ends."""
    listed = list(texts)
    return memoryview(b"".join(listed)), memoryview(array("I", ends(len(text) for text in listed)))


def ends(lengths: Iterable[int]) -> list[int]:
    """Give where each of so many items begins, and where the last one ends."""
    found = [0]
    for length in lengths:
        found.append(found[-1] + length)
    return found


def write_tables(tables: GazetteerTables, path: Path) -> None:
    """Write one file; the same tables give the same bytes on every machine."""
    _refuse_big_endian(path)
    views: list[memoryview] = [getattr(tables, field.name) for field in fields(GazetteerTables)]
    described = [
        [field.name, view.format, len(view)] for field, view in zip(fields(GazetteerTables), views, strict=True)
    ]
    head = _FORMAT + json.dumps(described).encode() + b"\n"
    with path.open("wb") as file:
        file.write(head)
        for view in views:
            file.write(bytes(-file.tell() % _ALIGNED))
            file.write(view)


def read_tables(path: Path) -> GazetteerTables:
    """Map one file into memory. Raises LexiconError when it is no gazetteer file."""
    _refuse_big_endian(path)
    try:
        with path.open("rb") as file:
            content = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        return GazetteerTables(**dict(_columns(content)))
    except (OSError, TypeError, ValueError) as error:
        raise LexiconError(f"{path}: not a gazetteer file ({error}); make it again with `gazetteer add`") from error


def _columns(content: memoryview) -> Iterator[tuple[str, memoryview]]:
    if content[: len(_FORMAT)] != _FORMAT:
        raise ValueError("its first line is another")
    end_of_head = bytes(content[: 1 << 16]).find(b"\n", len(_FORMAT))
    at = end_of_head + 1
    for name, kind, length in json.loads(bytes(content[len(_FORMAT) : end_of_head])):
        at += -at % _ALIGNED
        size = length * array(kind).itemsize
        if at + size > len(content):
            raise ValueError("it ends too early")
        yield name, content[at : at + size].cast(kind)
        at += size


def _refuse_big_endian(path: Path) -> None:
    if sys.byteorder != "little":
        raise LexiconError(f"{path}: gazetteer files are read on machines that put the low byte of a number first")
