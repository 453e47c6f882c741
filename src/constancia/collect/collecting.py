"""Inputs as they were named to captures: each goes to whoever can read it, and one that fails never stops the rest."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from constancia.collect.clock import Clock, SystemClock
from constancia.collect.files import path_items, stream_items
from constancia.collect.found import Errand, Item, problem
from constancia.collect.leads import Lead
from constancia.collect.polite_web import PoliteWeb
from constancia.collect.settings import CollectSettings
from constancia.collect.web import Web
from constancia.errors import InputError
from constancia.model import Capture, Problem

_URL_STARTS = ("http://", "https://")
# An index of sitemaps leads to sitemaps and these to pages; what leads further goes round in circles.
_MAX_DEPTH = 4


def collect(
    inputs: Iterable[str],
    settings: CollectSettings | None = None,
    *,
    web: Web | None = None,
    lines: Iterable[str] | None = None,
    clock: Clock | None = None,
) -> Iterator[Capture | Problem]:
    """Give the pages of files, folders, archives, feeds, sitemaps and URLs, in order, and a Problem for each failure.

    `-` stands for a list of inputs, one a line, in `lines` (standard input if None). Without `web` pages are fetched
    from the network, politely.
    """
    settings, clock = settings or CollectSettings(), clock or SystemClock()
    own_web = PoliteWeb(settings, clock=clock)
    collector = _Collector(Errand(settings, clock), web or own_web)
    try:
        for name in inputs:
            yield from collector.pages(_listed(sys.stdin if lines is None else lines) if name == "-" else [name])
    finally:
        own_web.close()


def _listed(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        name = line.strip()
        if name and not name.startswith("#"):
            yield name


class _Collector:
    """Follows one input, or one list of them, to its pages, and counts what it fetches."""

    def __init__(self, errand: Errand, web: Web) -> None:
        self._errand = errand
        self._web = web
        self._seen: set[str] = set()
        self._is_full_told = False

    def pages(self, names: Iterable[str]) -> Iterator[Capture | Problem]:
        self._seen, self._is_full_told = set(), False
        for name in names:
            is_url = name.lower().startswith(_URL_STARTS)
            found = iter([Lead(name)]) if is_url else path_items(Path(name), self._errand)
            yield from self._followed(found, 0)

    def _followed(self, items: Iterator[Item], depth: int) -> Iterator[Capture | Problem]:
        for item in items:
            if not isinstance(item, Lead):
                yield item
            elif depth > _MAX_DEPTH:
                yield problem(item.url, f"it lies more than {_MAX_DEPTH} links behind the input: left out")
            elif item.url not in self._seen:
                yield from self._fetched(item, depth)

    def _fetched(self, lead: Lead, depth: int) -> Iterator[Capture | Problem]:
        limit = self._errand.settings.max_pages
        if len(self._seen) >= limit:
            if not self._is_full_told:
                yield problem(lead.url, f"this and what follows is beyond the limit of {limit:,} pages (max_pages)")
            self._is_full_told = True
            return
        self._seen.add(lead.url)
        try:
            draft = self._web.fetch(lead.url)
        except InputError as error:
            yield problem(lead.url, error)
            return
        if draft is not None:
            draft = replace(draft, published=lead.published)
            yield from self._followed(stream_items(draft.url, BytesIO(draft.body), self._errand, draft), depth + 1)
            self._web.settled(draft)
