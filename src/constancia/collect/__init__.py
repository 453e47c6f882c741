"""Inputs (files, folders, URLs, feeds, sitemaps, archives) to captures, and to problems where one cannot be used."""

from constancia.collect.collecting import collect
from constancia.collect.settings import CollectSettings

__all__ = ["CollectSettings", "collect"]
