"""A gazetteer file (arrays in one compressed archive) to its tables in memory, and tables to a file.

A place is a row; the rows of a name are found by the CRC-32 of its key, which stands sorted, and checked by the key
itself. Columns are numbers, so that a file of some 290,000 places is in memory within a fraction of a second.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from constancia.errors import LexiconError

DEGREE = 100_000
"""Latitude and longitude are kept as whole hundred-thousandths of a degree (about a metre)."""

_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class GazetteerTables:
    """Columns of places, then columns of names.

    A place: `geoname` (GeoNames id, 0 for none), `code` (its place in `codes`, which is text lines; 0 is the empty
    line), `feature` and `rank` (see `words.gazetteer`), `country`, `admin1`, `admin2` (rows here, -1 for none).
    A name key: its hash, its traits, and how many `postings` (rows) it has, each with how the key names the place.
    """

    geoname: npt.NDArray[np.uint32]
    code: npt.NDArray[np.uint32]
    lat: npt.NDArray[np.int32]
    lon: npt.NDArray[np.int32]
    population: npt.NDArray[np.uint32]
    feature: npt.NDArray[np.uint8]
    rank: npt.NDArray[np.uint8]
    country: npt.NDArray[np.int32]
    admin1: npt.NDArray[np.int32]
    admin2: npt.NDArray[np.int32]
    name_lengths: npt.NDArray[np.uint8]
    names: npt.NDArray[np.uint8]
    hashes: npt.NDArray[np.uint32]
    key_lengths: npt.NDArray[np.uint8]
    keys: npt.NDArray[np.uint8]
    traits: npt.NDArray[np.uint8]
    posting_counts: npt.NDArray[np.uint16]
    postings: npt.NDArray[np.int32]
    kinds: npt.NDArray[np.uint8]
    codes: npt.NDArray[np.uint8]


def write_tables(tables: GazetteerTables, path: Path) -> None:
    """Write one file; the same tables give the same bytes on every machine."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for field in fields(GazetteerTables):
            column = getattr(tables, field.name)
            member = zipfile.ZipInfo(f"{field.name}.{column.dtype.str[1:]}", _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, _packed(column), compresslevel=9)


def read_tables(path: Path) -> GazetteerTables:
    """Read one file. Raises LexiconError when it is no gazetteer file."""
    try:
        with zipfile.ZipFile(path) as archive:
            columns = {name.partition(".")[0]: _column(archive, name) for name in archive.namelist()}
        return GazetteerTables(**columns)
    except (OSError, zipfile.BadZipFile, TypeError, ValueError) as error:
        raise LexiconError(f"{path}: not a gazetteer file ({error}); make it again with `gazetteer add`") from error


def _packed(column: npt.NDArray[Any]) -> bytes:
    """Give what is stored: of wide numbers their steps, all first bytes before all second bytes and so on."""
    if column.dtype.itemsize == 1:
        return column.tobytes()
    steps = np.diff(column, prepend=column.dtype.type(0))
    return steps.view(np.uint8).reshape(-1, column.dtype.itemsize).T.tobytes()


def _column(archive: zipfile.ZipFile, member: str) -> npt.NDArray[Any]:
    dtype = np.dtype("<" + member.partition(".")[2])
    stored = np.frombuffer(archive.read(member), np.uint8)
    if dtype.itemsize == 1:
        return stored
    steps = np.ascontiguousarray(stored.reshape(dtype.itemsize, -1).T).view(dtype).ravel()
    return np.cumsum(steps, dtype=dtype)
