"""What is wrong with a lexicon file is told with its place."""

from pathlib import Path

import pytest

from constancia.words import check_lexicon


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
