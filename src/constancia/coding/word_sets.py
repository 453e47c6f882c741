"""Words in, sets out: of a line in the code, for short closed lists, and of a class in the lexicons, for all else."""

from __future__ import annotations

from typing import Any

from constancia.words import load_lexicon

_LANGUAGES = ("en", "es")


def word_set(words: str) -> frozenset[str]:
    """Make a set of the words of a line."""
    return frozenset(words.split())


def words_of(module: str, name: str) -> frozenset[str]:
    """Give a class of `rules.toml`, the words of both languages together: a text may quote the other one.

    Raises KeyError where neither language has the class.
    """
    return frozenset(entries_of(module, name))


def entries_of(module: str, name: str) -> list[str]:
    """Give the entries of a class of `rules.toml`, of both languages: words of a line, or a list with phrases in it.

    Raises KeyError where neither language has the class.
    """
    tables: list[dict[str, Any]] = [load_lexicon(language, "rules").get(module, {}) for language in _LANGUAGES]
    listed = [table[name] for table in tables if name in table]
    if not listed:
        raise KeyError(f"rules.toml has no class {name} for {module}")
    return [entry for entries in listed for entry in (entries.split() if isinstance(entries, str) else entries)]
