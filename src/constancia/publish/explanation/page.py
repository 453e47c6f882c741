"""Explained texts to one HTML page that opens offline: each text with marks, and below it a card for each find."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import Environment, PackageLoader, select_autoescape
from markupsafe import Markup

from constancia.publish.explanation.cards import Explained, Kind, Mark, marks_of
from constancia.publish.explanation.pieces import Piece, cut


def render(texts: Iterable[Explained], *, title: str) -> str:
    """Render the page; everything taken from a text is escaped."""
    environment = Environment(
        loader=PackageLoader("constancia.publish"),
        autoescape=select_autoescape(default=True),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    shown = [
        {"explained": explained, "number": number, "text": _marked_text(explained, number)}
        for number, explained in enumerate(texts, start=1)
    ]
    return environment.get_template("explanation.html.j2").render(title=title, texts=shown, kinds=list(Kind))


def _marked_text(explained: Explained, number: int) -> Markup:
    """Give a text with its marks; each leads to its first card, and says its reasons when pointed at."""
    pieces = cut(explained.text, marks_of(explained))
    return Markup("").join(_piece(piece, number) for piece in pieces)


def _piece(piece: Piece, number: int) -> Markup:
    words = Markup("{}").format(piece.text)
    if not piece.marks:
        return words
    top, *under = piece.marks
    css = " ".join([top.kind, *dict.fromkeys(f"in-{mark.kind}" for mark in under)])
    title = "\n".join(reason for mark in piece.marks for reason in mark.reasons)
    address = f"#c{number}-{top.cards[0]}"
    mark = Markup('<a class="m {}" href="{}" title="{}">{}</a>').format(css, address, title, words)
    anchors = Markup("").join(Markup('<span id="{}"></span>').format(anchor(number, one)) for one in piece.opens)
    return anchors + mark + _numbers(piece)


def _numbers(piece: Piece) -> Markup:
    """Give the numbers of the cards whose words end here."""
    numbers = sorted({number for mark in piece.closes for number in mark.cards})
    return Markup("<sup>{}</sup>").format(",".join(map(str, numbers))) if numbers else Markup("")


def anchor(number: int, words: Mark) -> str:
    """Name the place of a mark on the page."""
    return f"w{number}-{words.start}-{words.end}"
