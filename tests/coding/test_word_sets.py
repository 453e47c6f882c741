"""The classes of words that rules ask for stand in the lexicons, and none stands there unasked."""

import re
from pathlib import Path

import pytest

import constancia.coding
from constancia.coding.word_sets import words_of
from constancia.words import load_lexicon

_ASKED = re.compile(r"""(?:words_of|any_of)\(["'](\w+)["'], ["'](\w+)["']\)""")


def _asked() -> set[tuple[str, str]]:
    sources = Path(constancia.coding.__file__).parent.rglob("*.py")
    return {(module, name) for path in sources for module, name in _ASKED.findall(path.read_text(encoding="utf-8"))}


def _listed() -> set[tuple[str, str]]:
    tables = [load_lexicon(language, "rules") for language in ("en", "es")]
    return {(module, name) for table in tables for module, classes in table.items() for name in classes}


def test_every_class_of_words_is_asked_for_and_every_one_asked_for_is_there():
    assert _asked() == _listed()


def test_a_class_has_the_words_of_both_languages():
    assert {"die", "morir"} <= words_of("harm_verbs", "dies")


def test_a_class_that_no_language_has_is_an_error():
    with pytest.raises(KeyError, match="no class nothing for casualties"):
        words_of("casualties", "nothing")
