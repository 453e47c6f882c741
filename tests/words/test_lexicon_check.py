"""What is wrong with a lexicon file is told with its place."""

from pathlib import Path

import pytest

from constancia.words import LEXICONS, check_lexicon


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        ('words = ["marcha", "paro"]', []),
        ('words = ["marcha", "Marchá"]', ["words: 'Marchá' is there twice (accents and capitals do not count)"]),
        ('[verbs]\npast = ["marched", ""]', ["verbs.past: an empty word"]),
        ('words = [" marcha"]', ["words: ' marcha' begins with a space"]),
        ('[[rule]]\nwords = ["a", "a"]', ["rule[0].words: 'a' is there twice (accents and capitals do not count)"]),
    ],
)
def test_each_fault_is_told_with_its_place(tmp_path: Path, body: str, faults: list[str]) -> None:
    path = tmp_path / "words.toml"
    path.write_text(body, encoding="utf-8")
    assert check_lexicon(path) == faults


def test_what_is_no_toml_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_bytes(b"words = [")
    assert check_lexicon(path)[0].startswith("cannot be read as TOML")
    assert check_lexicon(tmp_path / "none.toml")[0].startswith("cannot be read as TOML")


def test_words_of_one_string_are_a_list_too_and_sentences_are_none(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text('verbs = "march block picket march"\nexample = "The strike of the day"\n', encoding="utf-8")
    assert check_lexicon(path) == ["verbs: 'march' is there twice (accents and capitals do not count)"]


@pytest.mark.parametrize("path", sorted(LEXICONS.glob("*/*.toml")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_shipped_lexicon_has_no_fault(path: Path) -> None:
    assert check_lexicon(path) == []
