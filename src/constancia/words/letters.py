"""A word in, what its first letter is out: asked of every word of a text, by several readers."""

from __future__ import annotations

_ASCII = 128


def begins_with_capital(word: str) -> bool:
    """Tell whether the first character of a word, which is not empty, is a capital letter."""
    code = ord(word[0])
    return 65 <= code <= 90 if code < _ASCII else word[0].isupper()


def begins_with_letter(word: str) -> bool:
    """Tell whether the first character of a word, which is not empty, is a letter."""
    code = ord(word[0])
    return 97 <= code <= 122 or 65 <= code <= 90 if code < _ASCII else word[0].isalpha()
