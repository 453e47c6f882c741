"""Constancia: news coverage of protest and repression, put on record."""

__version__ = "0.1.0"
