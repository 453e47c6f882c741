"""Text -> read: the lines of mentions that `constancia read` writes (record.md, section 2)."""

from __future__ import annotations

from collections.abc import Iterator

from constancia.codec import dumps, to_json
from constancia.model import Mention, Text
from constancia.read import read_text


def read_lines(text: Text) -> Iterator[str]:
    """Write each mention of a text as one line."""
    for mention in read_text(text).mentions:
        yield dumps(_mention_row(text.id, mention))


def read_lines_explained(text: Text) -> Iterator[str]:
    """Write each mention with the rule or entry behind it."""
    for mention in read_text(text).mentions:
        yield dumps({**_mention_row(text.id, mention), "why": mention.why})


def _mention_row(text_id: str, mention: Mention) -> dict[str, object]:
    """Give a mention as record.md has it."""
    return {
        "id": text_id,
        "kind": mention.kind,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "value": to_json(mention.value),
    }
