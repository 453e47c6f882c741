"""Captures to pages and their passages."""

from constancia.extract.alignment import Alignment, align
from constancia.extract.cheap import cheap_text
from constancia.extract.page import extract
from constancia.extract.visible import visible_text

__all__ = ["Alignment", "align", "cheap_text", "extract", "visible_text"]
