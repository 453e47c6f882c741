"""A speaker's name to the public office that it names, the same in both languages."""

from __future__ import annotations

import re
from functools import cache

from constancia.words import fold, load_lexicon


@cache
def office_of(name: str) -> str | None:
    """Give the office of `data/lexicons/any/offices.toml` that a name holds, the longest phrase first; None without."""
    found = _offices()[1].search(fold(name))
    return _offices()[0][found[0]] if found else None


@cache
def _offices() -> tuple[dict[str, str], re.Pattern[str]]:
    lexicon = load_lexicon("any", "offices")
    of_phrase = {fold(phrase): office for office, entry in lexicon.items() for phrase in entry["phrases"]}
    longest_first = sorted(of_phrase, key=lambda phrase: (-len(phrase), phrase))
    return of_phrase, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
