"""Every value of an export is sought again on its page; one that was altered is named."""

import copy
import json
import re
from collections import Counter

import pytest

from constancia.errors import UsageError
from constancia.verify import verify
from tests.verify.one_page import TEXT, archived, tables, write


@pytest.fixture
def rows(tmp_path):
    return tables(archived(tmp_path / "record"))


def found(tmp_path, rows, form="jsonl", **more):
    return list(verify(tmp_path / "record", write(tmp_path / "export", rows, form), **more))


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_an_export_as_it_was_written_is_sound_in_every_format(tmp_path, rows, form):
    counts = Counter()
    assert found(tmp_path, rows, form, counts=counts) == []
    assert counts["claims"] == 2
    assert counts["values"] > 10


def _leaves(value, path=()):
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _leaves(inner, (*path, key))
    elif not isinstance(value, bool) and value is not None and re.search(r"\d", str(value)):
        yield path


def _altered(row, path, position):
    row = copy.deepcopy(row)
    owner = row
    for key in path[:-1]:
        owner = owner[key]
    old = owner[path[-1]]
    text = str(old)
    digit = str((int(text[position]) + 1) % 10)
    owner[path[-1]] = type(old)(text[:position] + digit + text[position + 1 :])
    return row


def _one_digit_off(row):
    for path in _leaves(row):
        value = row
        for key in path:
            value = value[key]
        for position in (match.start() for match in re.finditer(r"\d", str(value))):
            yield path, _altered(row, path, position)


# A claim's day follows from the page's publication day, which no words of the quote give: the record alone can tell.
UNTOLD = {"as_of"}


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_any_digit_altered_in_a_claim_is_found_and_named(tmp_path, rows, form):
    tried = 0
    for number, claim in enumerate(rows["claims"]):
        for path, altered in _one_digit_off(claim):
            if path[0] in UNTOLD or (form != "jsonl" and tried > 40):
                continue
            claims = [altered if at == number else other for at, other in enumerate(rows["claims"])]
            findings = found(tmp_path, {**rows, "claims": claims}, form)
            assert findings, path
            assert any(one.file in (f"claims.{form}", f"tolls.{form}", f"events.{form}") for one in findings), path
            tried += 1
    assert tried > 40


@pytest.mark.parametrize("table", ["snapshots", "passages", "events", "tolls", "reports"])
def test_any_digit_altered_elsewhere_is_found(tmp_path, rows, table):
    for path, altered in _one_digit_off(rows[table][0]):
        assert found(tmp_path, {**rows, table: [altered]}), path


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("claims", "low", 80),
        ("claims", "low", None),
        ("claims", "high", 90),
        ("claims", "modifier", "exact"),
        ("claims", "text", "Más de 90"),
        ("claims", "quote", "Más de 80 personas cantaron el martes en Valdoro."),
        ("claims", "noun", "soldados"),
        ("claims", "report_id", "r0000000000000000"),
        ("claims", "event_id", "e0000000000000000"),
        ("claims", "measure", "killed"),
        ("claims", "passage_id", "g0000000000000000"),
        ("claims", "page_id", "p0000000000000000"),
        ("reports", "quote", "Más de 80 personas marcharon el lunes en Valdoro, dijo la alcaldesa."),
        ("reports", "date_text", "el lunes."),
        ("pages", "title", "Motín en Valdoro"),
        ("pages", "snapshot_id", "s0000000000000000"),
        ("passages", "title", "Marcha en Valdorl"),
        ("mentions", "text", "Tacna__"),
        ("snapshots", "url", "sur/marcha.html"),
        ("events", "participants_low", 82),
        ("events", "n_reports", 2),
        ("tolls", "highest", 9),
        ("tolls", "n_claims", 2),
    ],
)
def test_an_altered_value_is_found_and_named(tmp_path, rows, table, field, value):
    rows[table][0][field] = value
    findings = found(tmp_path, rows)
    assert findings
    assert any(one.file == f"{table}.jsonl" and one.row == 1 for one in findings)


def test_words_that_stand_only_in_a_script_are_not_on_the_page(tmp_path, rows):
    claim = rows["claims"][1]
    claim["quote"] = claim["quote"].replace("siete", "ocho")
    claim |= {"text": "ocho", "low": 8, "high": 8, "best": 8, "end": claim["end"] - 1}
    reasons = [one.reason for one in found(tmp_path, rows) if one.field == "quote"]
    assert reasons == ["these words are not on the stored page"]


def test_blackened_names_are_taken_for_any_words(tmp_path, rows):
    black = "█" * len("alcaldesa")
    masked = json.loads(json.dumps(rows, ensure_ascii=False).replace("alcaldesa", black))
    assert found(tmp_path, masked) == []
    masked["claims"][0]["quote"] = masked["claims"][0]["quote"].replace("martes", "jueves")
    assert [one.field for one in found(tmp_path, masked)][:1] == ["quote"]


def test_a_blackened_claim_still_shows_an_altered_figure(tmp_path, rows):
    masked = json.loads(json.dumps(rows, ensure_ascii=False).replace("alcaldesa", "█" * 9))
    masked["claims"][0]["low"] = 91
    first = found(tmp_path, masked)[0]
    assert (first.file, first.row, first.field, first.value) == ("claims.jsonl", 1, "low", "91")


def test_exported_texts_are_sought_line_by_line(tmp_path, rows):
    page = rows["pages"][0]["page_id"]
    assert found(tmp_path, {**rows, "texts": [{"page_id": page, "text": TEXT}]}) == []
    altered = TEXT.replace("siete", "nueve")
    assert found(tmp_path, {**rows, "texts": [{"page_id": page, "text": altered}]})[0].field == "text, line 3"


def test_restricted_tables_are_checked_too(tmp_path, rows):
    restricted = copy.deepcopy(rows["claims"])
    restricted[0]["low"] = 91
    findings = found(tmp_path, {**rows, "restricted_claims": restricted})
    assert [(one.file, one.field) for one in findings] == [("restricted_claims.jsonl", "low")]


def test_what_the_record_holds_today_is_compared_row_by_row(tmp_path, rows):
    record = [(name, row) for name, table in rows.items() for row in table]
    assert found(tmp_path, copy.deepcopy(rows), record=record) == []
    changed = copy.deepcopy(rows)
    changed["claims"][0]["as_of"] = "2031-05-05"
    findings = found(tmp_path, changed, record=record)
    assert [(one.file, one.row, one.field, one.value) for one in findings] == [
        ("claims.jsonl", 1, "as_of", "2031-05-05")
    ]
    assert "more rows" in found(tmp_path, {**rows, "links": []}, record=record)[-1].reason
    short = [(name, row) for name, row in record if name != "mentions"]
    assert "no such row" in found(tmp_path, rows, record=short)[-1].reason


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_the_record_is_compared_with_every_format(tmp_path, rows, form):
    record = [(name, row) for name, table in rows.items() for row in table]
    assert found(tmp_path, rows, form, record=record) == []


def test_a_damaged_table_is_found(tmp_path, rows):
    folder = write(tmp_path / "export", rows)
    (folder / "claims.jsonl").write_text('{"claim_id": ')
    assert "claims.jsonl cannot be read" in list(verify(tmp_path / "record", folder))[-1].reason


def test_what_is_no_export_is_refused(tmp_path, rows):
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "empty", tmp_path / "nowhere"):
        with pytest.raises(UsageError):
            list(verify(tmp_path / "record", folder))


def test_a_finding_says_where_what_and_why(tmp_path, rows):
    rows["claims"][0]["low"] = 91
    claim = rows["claims"][0]["claim_id"]
    finding = next(one for one in found(tmp_path, rows) if one.file == "claims.jsonl")
    assert str(finding) == f"claims.jsonl, row 1: {claim} low '91': it does not follow from the words 'Más de 80'"
