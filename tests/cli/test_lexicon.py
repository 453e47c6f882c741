"""`constancia lexicon check` holds the shipped lexicons to the rules of every reader."""

import pytest
from click.testing import CliRunner

from constancia.cli import lexicon
from constancia.errors import LexiconError
from constancia.words import LEXICONS


def test_the_shipped_lexicons_keep_the_rules_of_numbers_and_dates_too(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def rule_faults(language: str) -> list[str]:
        asked.append(language)
        return ["numbers vague.tens: the low bound 99 is above the high one 20"] if language == "es" else []

    monkeypatch.setattr(lexicon, "rule_faults", rule_faults)
    done = CliRunner().invoke(lexicon.command, ["check"])
    assert asked == ["en", "es"]
    assert done.output.startswith("es/numbers vague.tens")
    assert isinstance(done.exception, LexiconError)


def test_a_file_of_ones_own_is_held_to_the_common_rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def rule_faults(language: str) -> list[str]:
        return ["never asked"]

    monkeypatch.setattr(lexicon, "rule_faults", rule_faults)
    done = CliRunner().invoke(lexicon.command, ["check", str(LEXICONS / "any" / "names.toml")])
    assert done.exit_code == 0
