"""Coded lines against gold: what counts as found, and what the found agree on."""

import dataclasses
import datetime as dt
import json

import pytest

from constancia.errors import InputError
from constancia.flow.coding import code_lines
from constancia.model import Text
from constancia.publish.compare import score_lines

TEXT = "On Monday some 400 bakers marched in Tela, the union said. Police arrested eleven people."


def coded(text: str = TEXT, key: str = "t") -> list[str]:
    return [str(line) for line in code_lines(Text(key, text, "en", dt.date(2024, 5, 7)))]


def test_lines_scored_against_themselves_are_all_found():
    for found in score_lines(coded(), coded()):
        assert found.n_gold == found.n_matched == found.n_coded > 0
        assert (found.precision, found.recall, found.f) == (1, 1, 1)
        assert {count for _, count in found.agreeing} == {found.n_matched}


def test_another_day_is_found_and_disagrees_and_another_type_is_not_found():
    later = [line.replace("2024-05-06", "2024-05-05") for line in coded()]
    reports, _ = score_lines(later, coded())
    assert reports.recall == 1
    assert dict(reports.agreeing)["date"] == 0
    other = [line.replace('"PROTEST"', '"THREATEN"') for line in coded()]
    reports, _ = score_lines(other, coded())
    assert reports.n_matched == reports.n_gold - 1


def test_another_bound_is_another_claim():
    more = [line.replace('"best":400', '"best":500') for line in coded()]
    _, claims = score_lines(more, coded())
    assert (claims.n_gold, claims.n_matched) == (2, 1)
    assert dataclasses.asdict(claims)["what"] == "claims"


def test_texts_that_the_gold_does_not_name_do_not_count():
    reports, _ = score_lines(coded(), [*coded(), *coded("Bakers struck in Tela on Monday.", "other")])
    assert reports.n_coded == reports.n_gold


@pytest.mark.parametrize("line", ["{half", "[1]", '{"report_id": "r"}'])
def test_what_is_no_coded_line_is_refused(line):
    with pytest.raises(InputError, match="line 1"):
        score_lines([line], [])


def test_claims_without_a_place_in_the_text_are_refused():
    with pytest.raises(InputError, match="start and end"):
        score_lines([json.dumps({"id": "t", "report_id": None, "claims": [{"measure": "killed"}]})], [])
