"""Fold text to lower case without accents, keeping its length, so that offsets stay true."""

import unicodedata

_QUOTES = {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "“": '"', "”": '"', "«": '"', "»": '"', "„": '"'}
_DASHES = {"–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "―": "-"}
_SPACES = dict.fromkeys("\u00a0\u2007\u2009\u202f\u200a\u2003\u2002\t", " ")


def _folded(character: str) -> str:
    return unicodedata.normalize("NFKD", character)[0].lower()


def _table() -> dict[int, str]:
    letters = {code: _folded(chr(code)) for code in range(0x41, 0x250)}
    wide = {code: _folded(chr(code)) for code in range(0x1E00, 0x1F00)}
    marks = {ord(key): value for key, value in {**_QUOTES, **_DASHES, **_SPACES}.items()}
    return {**letters, **wide, **marks}


_TABLE = _table()


def fold(text: str) -> str:
    """Fold to lower case, no accents, plain quotes, dashes and spaces; the result has the length of the text."""
    if text.isascii():  # most English text, and many times as fast
        return text.lower().replace("\t", " ")
    return text.translate(_TABLE)
