"""The reference pages are those that the code gives, and name every table, setting and verb."""

import sys
from pathlib import Path

import jsonschema
import pytest

from constancia.cli.main import _VERBS
from constancia.config import describe
from constancia.publish.schema import record_schema
from constancia.publish.tables import TABLES

_ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(_ROOT / "tools"))

import write_reference  # noqa: E402

PAGES = write_reference.pages()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_generated_page_is_current(name: str) -> None:
    assert (_ROOT / "docs" / "reference" / name).read_text(encoding="utf-8") == PAGES[name], (
        "run `python tools/write_reference.py`"
    )


def test_every_column_of_every_table_is_documented_with_a_meaning() -> None:
    for spec in TABLES:
        assert spec.doc.endswith(".")
        assert len(set(spec.names())) == len(spec.names())
        for column in spec.columns:
            assert column.doc.endswith("."), (spec.name, column.name)
            assert f"| {column.name} | {column.kind} |" in PAGES["tables.md"]


def test_every_verb_and_setting_is_documented() -> None:
    assert all(f"## constancia {verb}\n" in PAGES["cli.md"] for verb in _VERBS)
    assert all(f"| {name} |" in PAGES["settings.md"] for name in describe())


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(record_schema())
