"""The bytes of a stored page to the text that a reader sees of it, white space folded: what spans are shown in."""

from __future__ import annotations

from constancia.extract.blocks import read_blocks
from constancia.extract.decode import decode
from constancia.extract.feed import feed_kind, feed_lines
from constancia.extract.html_tree import is_html, parse_html


def visible_text(body: bytes, charset: str | None = None, media_type: str = "text/html") -> str:
    """Give all visible text of a page, a line a block; of a feed, the text of its elements; of plain text, itself.

    Raises InputError as `extract` does.
    """
    text = decode(body, charset)
    if feed_kind(text) == "feed":
        return "\n".join(feed_lines(text))
    if not is_html(text, media_type):
        return "\n".join(folded for line in text.split("\n") if (folded := " ".join(line.split())))
    return "\n".join(block.text for block in read_blocks(parse_html(text)).blocks)
