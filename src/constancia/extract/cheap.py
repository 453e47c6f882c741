"""The bytes of a page to all its visible text, fast and without choosing: what the gate looks at before extraction."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from constancia.extract.decode import decode
from constancia.extract.html_tree import is_html

_UNSEEN = ["script", "style", "noscript", "template", "svg", "head"]


def cheap_text(body: bytes, charset: str | None = None, media_type: str = "text/html") -> str:
    """Give all visible text of a page, furniture included, a line an element; plain text is given as it is.

    Raises DecodeError and TooLargeError as `extract` does.
    """
    text = decode(body, charset)
    if not is_html(text, media_type):
        return text
    tree = LexborHTMLParser(text)
    tree.strip_tags(_UNSEEN, recursive=True)
    return tree.body.text(separator="\n") if tree.body is not None else text
