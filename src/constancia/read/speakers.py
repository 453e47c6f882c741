"""A document and its actors in, its quotations out: who says what, and the words that show it."""

from __future__ import annotations

from constancia.model import Mention
from constancia.read.document import Document


def find_speakers(document: Document, actors: list[Mention]) -> list[Mention]:  # noqa: ARG001
    """Find who is quoted for what."""
    return []
