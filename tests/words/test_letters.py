"""First letters: what the fast look says is what Python's own says of every character."""

from __future__ import annotations

import sys

from constancia.words.letters import begins_with_capital, begins_with_letter


def test_every_character_is_told_as_python_tells_it() -> None:
    characters = [chr(code) for code in range(sys.maxunicode + 1)]
    assert [one for one in characters if begins_with_capital(one) is not one.isupper()] == []
    assert [one for one in characters if begins_with_letter(one) is not one.isalpha()] == []


def test_only_the_first_character_counts() -> None:
    assert begins_with_capital("Éxodo")
    assert not begins_with_capital("éXODO")
    assert begins_with_letter("ñ-1")
    assert not begins_with_letter("1ñ")
