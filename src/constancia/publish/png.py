"""An SVG in; a PNG of it out, by a library that is an optional part of the installation (`constancia[png]`)."""

from __future__ import annotations

from constancia.errors import UsageError

_SCALE = 2  # pixels a unit: sharp in print and on dense screens


def png_of(svg: str) -> bytes:
    """Draw an SVG as a PNG, twice as large.

    Raises UsageError where the library is missing.
    """
    try:
        import resvg_py  # noqa: PLC0415 - optional
    except ImportError as error:
        raise UsageError("a PNG needs the library resvg-py: pip install 'constancia[png]', or write an SVG") from error
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=_SCALE))
