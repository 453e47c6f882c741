"""An explained text to what a terminal shows: the text in colours, and a table for each find."""

from __future__ import annotations

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from constancia.publish.explanation.cards import Card, Explained, Kind, marks_of
from constancia.publish.explanation.pieces import cut

_STYLES = {
    Kind.TRIGGER: "bold red",
    Kind.DATE: "blue",
    Kind.PLACE: "green",
    Kind.ACTOR: "magenta",
    Kind.FIGURE: "bold yellow",
    Kind.SPEAKER: "cyan",
    Kind.THING: "dim underline",
}


def draw(explained: Explained) -> Iterator[RenderableType]:
    """Give what to print, in order; control characters of the text are left out."""
    yield Text.assemble(
        (_clean(explained.id), "bold"), f" · {explained.language} · {explained.published or 'no day known'}"
    )
    yield Text.assemble(*((str(kind), style) for kind, style in _legend()))
    yield Text("")
    yield _marked(explained)
    if not explained.cards:
        yield Text("\nNothing was found in this text.", style="dim")
    for card in explained.cards:
        yield _table(card)


def _legend() -> Iterator[tuple[str, str]]:
    for kind, style in _STYLES.items():
        yield str(kind), style
        yield " ", ""


def _marked(explained: Explained) -> Text:
    drawn = Text()
    for piece in cut(explained.text, marks_of(explained)):
        drawn.append(_clean(piece.text), _STYLES[piece.marks[0].kind] if piece.marks else "")
        numbers = [str(number) for mark in piece.closes for number in mark.cards]
        if numbers:
            drawn.append(f"[{','.join(dict.fromkeys(numbers))}]", "dim")
    return drawn


def _table(card: Card) -> Table:
    table = Table(
        box=SIMPLE_HEAD, title=Text(_clean(f"{card.number}  {card.title}  ({card.tag})")), title_justify="left",
        title_style="bold",
    )  # fmt: skip
    for name, ratio in (("field", None), ("value", 3), ("words", 3), ("why", 4)):
        table.add_column(name, ratio=ratio, overflow="fold", no_wrap=name == "field")
    for field in card.fields:
        style = _STYLES[field.kind] if field.kind is not None else ""
        words = Text(_clean(field.words or ""), style)
        table.add_row(field.name, Text(_clean(field.value)), words, Text(_clean(field.reason), "dim"))
    return table


def _clean(words: str) -> str:
    """Drop control characters: a text must not be able to steer the terminal."""
    kept = (char if char in "\n\t" or char.isprintable() else " " if char.isspace() else "" for char in words)
    return "".join(kept)
