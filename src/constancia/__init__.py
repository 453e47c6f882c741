"""Constancia: news coverage of protest and repression, put on record."""

from constancia import compiled

__version__ = "0.1.0"

compiled.choose()
