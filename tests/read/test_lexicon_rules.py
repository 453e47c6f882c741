"""The shipped number and date lexicons keep their rules, and broken ones are told."""

from typing import Any

import pytest

from constancia.read import lexicon_rules
from constancia.read.dates.holidays import holiday_day, national_day_rule
from constancia.read.lexicon_rules import rule_faults
from constancia.words import load_lexicon


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_shipped_lexicons_have_no_fault(language: str) -> None:
    assert rule_faults(language) == []


@pytest.mark.parametrize(
    ("name", "change", "fault"),
    [
        ("numbers", {"vague": {"tens": [99, 20]}}, "above the high one"),
        ("numbers", {"before": {"about": ["near"], "over": ["near"]}}, "both about and over"),
        ("counted", {"nouns": {"slain": ["dead"]}}, "no such measure"),
        ("holidays", {"names": {"13-45": ["nothing day"]}}, "no rule for a day"),
        ("dates", {"rules": [{"meaning": "guess", "patterns": ["unit"]}]}, "no such meaning"),
        ("dates", {"words": {"month": {"Mayo": 5}}}, "write 'Mayo' as 'mayo'"),
    ],
)
def test_a_broken_rule_is_told(name: str, change: dict[str, Any], fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def load(language: str, asked: str) -> dict[str, Any]:
        return {**load_lexicon(language, asked), **(change if asked == name else {})}

    monkeypatch.setattr(lexicon_rules, "load_lexicon", load)
    assert any(fault in told for told in rule_faults("en"))


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("12-25", "2024-12-25"),
        ("easter-2", "2024-03-29"),
        ("11-w4#4", "2024-11-28"),
        ("05-w1#-1", "2024-05-27"),
        ("02-30", "None"),
    ],
)
def test_a_holiday_rule_gives_its_day(rule: str, day: str) -> None:
    assert str(holiday_day(rule, 2024)) == day


def test_the_country_beside_a_national_day_goes_before_that_of_the_outlet() -> None:
    assert national_day_rule("in bolivia on the", "lima, peru") == "08-06"
    assert national_day_rule("on the", "lima, peru") == "07-28"
    assert national_day_rule("on the", "") is None
