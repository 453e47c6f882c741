"""A lexicon file in; what breaks the rules of lexicons out: no TOML, an empty word, a word twice in a list."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import constancia.data
from constancia.words.folding import fold

LEXICONS = Path(constancia.data.__file__).parent / "lexicons"
"""Where the lexicons that the program ships with lie, as LANGUAGE/NAME.toml."""


_PROSE = frozenset({"example", "source", "note"})
_SENTENCE = re.compile(r"[,;:!?]|\.(?:\s|$)")
_LEAST_WORDS = 4


def check_lexicon(path: Path) -> list[str]:
    """Give what is wrong with a lexicon, each with the place in it."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return [f"cannot be read as TOML: {error}"]
    return list(_faults(table, ""))


def _faults(value: Any, where: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _faults(item, f"{where}.{key}".lstrip("."))
    elif isinstance(value, list):
        yield from _list_faults([item for item in value if isinstance(item, str)], where)
        for number, item in enumerate(value):
            if not isinstance(item, str):
                yield from _faults(item, f"{where}[{number}]")
    elif isinstance(value, str) and _is_word_list(value, where):
        yield from _list_faults(value.split(), where)


def _is_word_list(value: str, where: str) -> bool:
    """Tell a list of words in one string from an example or a name: many words and no mark of a sentence."""
    is_prose = where.rsplit(".", 1)[-1] in _PROSE or _SENTENCE.search(value) is not None
    return not is_prose and len(value.split()) >= _LEAST_WORDS


def _list_faults(words: list[str], where: str) -> Iterator[str]:
    seen: set[str] = set()
    for word in words:
        if not word.strip():
            yield f"{where}: an empty word"
        elif word != word.lstrip():
            yield f"{where}: {word!r} begins with a space"
        elif fold(word) in seen:
            yield f"{where}: {word!r} is there twice (accents and capitals do not count)"
        seen.add(fold(word))
