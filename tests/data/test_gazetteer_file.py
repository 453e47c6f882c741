"""Gazetteer files: what is written is read back, the same bytes each time, and a damaged file is refused."""

import subprocess
import sys
import time
from dataclasses import fields
from pathlib import Path

import pytest

from constancia.data.gazetteer_file import GazetteerTables, read_tables, write_tables
from constancia.errors import LexiconError
from constancia.vocabulary import Feature
from constancia.words.gazetteer import GazetteerBuilder, PlaceRow, default_gazetteer


def small_tables() -> GazetteerTables:
    builder = GazetteerBuilder()
    builder.add(
        [
            PlaceRow("XX", "Xandria", Feature.COUNTRY, 1.5, -2.5, geoname=7, code="XX", country="XX"),
            PlaceRow("8", "Villa Ñandú", Feature.CITY, -25.12345, 179.99999, geoname=8, population=12, country="XX"),
        ]
    )
    return builder.tables()


def test_tables_are_read_back_as_they_were_written(tmp_path: Path) -> None:
    tables = small_tables()
    write_tables(tables, tmp_path / "a.gaz")
    again = read_tables(tmp_path / "a.gaz")
    for field in fields(GazetteerTables):
        assert getattr(tables, field.name) == getattr(again, field.name), field.name


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    write_tables(small_tables(), tmp_path / "a.gaz")
    write_tables(small_tables(), tmp_path / "b.gaz")
    assert (tmp_path / "a.gaz").read_bytes() == (tmp_path / "b.gaz").read_bytes()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"name,lat,lon\n", b"constancia gazetteer 2\n{]\n"])
def test_a_file_that_is_no_gazetteer_is_refused_with_its_path(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.gaz"
    path.write_bytes(content)
    with pytest.raises(LexiconError, match=r"broken\.gaz"):
        read_tables(path)


def test_the_package_s_gazetteer_is_in_memory_within_a_second() -> None:
    default_gazetteer.cache_clear()
    start = time.process_time()
    gazetteer = default_gazetteer()
    assert time.process_time() - start < 1.0
    assert len(gazetteer.find("lima")) > 3


def test_a_cut_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cut.gaz"
    write_tables(small_tables(), path)
    path.write_bytes(path.read_bytes()[:-16])
    with pytest.raises(LexiconError, match=r"cut\.gaz.*too early"):
        read_tables(path)


def test_a_first_line_is_coded_without_numpy() -> None:
    code = (
        "import sys; from constancia.flow.coding import code_text; from constancia.model import Text;"
        "code_text(Text('a', 'Hundreds marched in Lima on Monday.', 'en')); sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0, "half of the start-up time again"
