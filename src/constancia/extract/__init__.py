"""Captures to pages and their passages."""

from constancia.extract.alignment import Alignment, align
from constancia.extract.cheap import cheap_text
from constancia.extract.page import extract, extractor_version
from constancia.extract.visible import visible_text

__all__ = ["Alignment", "align", "cheap_text", "extract", "extractor_version", "visible_text"]
