"""Pages and their codings to the sources table: who publishes, and who is quoted."""

from __future__ import annotations

from collections.abc import Iterator

from constancia.identity import source_id
from constancia.model import Mention, Speaker, SpeakerValue
from constancia.publish.bundle import PageBundle
from constancia.publish.privacy import BLACK, Mask
from constancia.publish.rows import Row
from constancia.vocabulary import Role


class Sources:
    """Gathers sources page by page; private people are none."""

    def __init__(self) -> None:
        self._rows: dict[str, Row] = {}

    def add(self, bundle: PageBundle, mask: Mask) -> None:
        """Add the publisher of a page and everybody named who is quoted on it."""
        page = bundle.page
        day = page.published.isoformat() if page.published else None
        if page.publisher:
            self._add("publisher", page.publisher, None, day, page.publisher_domain)
        for name, role in _speakers(bundle):
            if BLACK not in mask.text(name):
                self._add("speaker", name, role, day)

    def _add(self, kind: str, name: str, role: Role | None, day: str | None, domain: str | None = None) -> None:
        key = source_id(kind, name)
        new: Row = {"source_id": key, "name": name, "kind": kind, "domain": domain, "country": None}
        row = self._rows.setdefault(key, {**new, "role": None, "first_seen": None})
        row["domain"] = _first(row["domain"], domain)
        row["role"] = _first(row["role"], role.value if role else None)
        row["first_seen"] = _first(row["first_seen"], day)

    def rows(self) -> Iterator[Row]:
        """Give the sources in the order of their ids."""
        return (self._rows[key] for key in sorted(self._rows))


def _first(old: str | None, new: str | None) -> str | None:
    """Keep the smaller of two values, so that the order of pages does not matter."""
    known = [value for value in (old, new) if value is not None]
    return min(known, default=None)


def _speakers(bundle: PageBundle) -> Iterator[tuple[str, Role | None]]:
    for passage in bundle.page.passages:
        coding = bundle.codings.get(passage.passage_id)
        claims = [claim for report in coding.reports for claim in report.claims] if coding else []
        for claim in (*claims, *(coding.toll_claims if coding else ())):
            for speaker in (claim.according_to, claim.via):
                yield from _named(speaker)
        for mention in bundle.mentions.get(passage.passage_id, ()):
            yield from _quoted(mention)


def _named(speaker: Speaker | None) -> Iterator[tuple[str, Role | None]]:
    if speaker and speaker.name:
        yield speaker.name, speaker.role


def _quoted(mention: Mention) -> Iterator[tuple[str, Role | None]]:
    if isinstance(mention.value, SpeakerValue) and mention.value.name:
        yield mention.value.name, mention.value.speaker_role
