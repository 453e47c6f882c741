"""Texts to their characters as numbers, folded: what words are hashed by, the same on every machine."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from constancia.words import fold

PLANE = 1 << 16
"""Characters beyond the basic plane are letters of no text that is coded here."""

_HALVES = range(0xD800, 0xE000)


def codes_of(text: str) -> npt.NDArray[np.uint32]:
    """Give the number of each character."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def plane_codes(text: str) -> npt.NDArray[np.uint16]:
    """Give the number of each character; one beyond the basic plane is a space."""
    body = text.encode("utf-16-le", "surrogatepass")
    if len(body) == 2 * len(text):
        return np.frombuffer(body, np.uint16)
    wide = codes_of(text)
    return np.where(wide < PLANE, wide, np.uint32(ord(" "))).astype(np.uint16)


@cache
def plane() -> str:
    """Give every character of the basic plane in order; halves of surrogate pairs are spaces."""
    codes = np.arange(PLANE, dtype=np.uint32)
    codes[_HALVES.start : _HALVES.stop] = ord(" ")
    return codes.tobytes().decode("utf-32-le")


def characters() -> npt.NDArray[np.str_]:
    """Give the characters of `plane` as an array of one each."""
    return np.frombuffer(plane().encode("utf-32-le"), "<U1")


@cache
def folded_plane() -> npt.NDArray[np.uint16]:
    """Give the folded form of each character of the basic plane: to look letters up is many times as fast as `fold`."""
    return codes_of(fold(plane())).astype(np.uint16)
