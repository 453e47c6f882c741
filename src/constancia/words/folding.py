"""Fold text to lower case without accents, keeping its length, so that offsets stay true."""

import codecs
import re
import unicodedata
from functools import lru_cache

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
_SHORT = 20
# Whole texts are folded by each who looks at them first: the last few are remembered, but for the largest.
_WHOLE, _LARGEST = 600, 100_000
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


class _CasedError(Exception):
    """A letter that the table leaves as it is has a lower case."""


class _Fold(dict[str, str]):
    """The folded form of each character beyond ASCII, asked of the table once."""

    def __missing__(self, character: str) -> str:
        folded = character.translate(_TABLE)
        if folded.lower() != folded:
            raise _CasedError
        self[character] = folded
        return folded


_FOLD = _Fold()


def fold(text: str) -> str:
    """Fold to lower case, no accents, plain quotes, dashes and spaces; the result has the length of the text."""
    return _remembered(text) if _WHOLE < len(text) < _LARGEST else _fold(text)


def _fold(text: str) -> str:
    if not text.isascii():
        if len(text) < _SHORT:
            return text.translate(_TABLE)
        octets = _octets(text)
        if octets is not None:
            return octets.translate(_OCTETS).decode("latin-1")
        # Most text is ASCII but for a few letters: these one by one and the rest at once is four times as fast.
        try:
            text = _BEYOND_ASCII.sub(_fold_of, text)
        except _CasedError:
            return text.translate(_TABLE)
    return text.lower().replace("\t", " ")


_remembered = lru_cache(4)(_fold)


def _fold_of(match: re.Match[str]) -> str:
    return _FOLD[match[0]]


def _octets(text: str) -> bytes | None:
    """Give a text in Latin-1, what that lacks folded to it, where it can be: so most text is folded fastest."""
    try:
        octets = text.encode("latin-1", _BEYOND)
    except (UnicodeEncodeError, _CasedError):
        return None
    return None if _MICRO in octets else octets


def _fold_beyond(error: UnicodeError) -> tuple[str, int]:
    """Fold the run of characters that Latin-1 lacks, dashes and quotes for the most part."""
    assert isinstance(error, UnicodeEncodeError)  # noqa: S101 - nothing is decoded with it
    return "".join([_FOLD[character] for character in error.object[error.start : error.end]]), error.end


_BEYOND = "constancia.fold"
codecs.register_error(_BEYOND, _fold_beyond)
_MICRO = b"\xb5"  # the one sign of Latin-1 that folds to what is none of it
_OCTETS = bytes(ord(_MICRO) if code == ord(_MICRO) else ord(chr(code).translate(_TABLE)) for code in range(256))
