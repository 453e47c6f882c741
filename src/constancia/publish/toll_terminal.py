"""A toll series to what a terminal shows: a line for each claim, from low to high on one scale."""

from __future__ import annotations

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from constancia.publish.toll_chart import Bar, numbers_of
from constancia.publish.toll_series import TollSeries

_CELLS = 40


def draw(one: TollSeries) -> Iterator[RenderableType]:
    """Give what to print: the chart as a table, then what the ledger's checks say."""
    highest = max((max(numbers_of(bar)) for bar in one.bars if numbers_of(bar)), default=0)
    title = f"{one.title} (0 to {highest:,})"
    table = Table(box=SIMPLE_HEAD, title=Text(_clean(title), "bold"), title_justify="left")
    for name in ("as of", "according to", "claims", "said", "source"):
        table.add_column(name, no_wrap=name in ("as of", "claims"), overflow="fold")
    for bar, source in zip(one.bars, one.sources, strict=True):
        style = "red" if bar.is_denied else "blue"
        where = f"{source.publisher or source.url} {bar.note or ''}"
        words = (bar.as_of or "undated", bar.speaker, Text(line_of(bar, highest), style), f"“{bar.words}”", where)
        table.add_row(*(word if isinstance(word, Text) else Text(_clean(word)) for word in words))
    yield table
    if one.is_disputed:
        yield Text("Disputed: two of these claims cannot both be true at their dates.", "red")
    for check in one.checks:
        yield Text(_clean(check), "yellow")


def line_of(bar: Bar, highest: int) -> str:
    """Draw a claim from low to high in cells: ● the number said, ━ its bounds, ◀ ▶ an open bound."""
    numbers = numbers_of(bar)
    if not numbers or highest == 0:
        return "●" if numbers else ""

    def at(value: int) -> int:
        return round(value / highest * (_CELLS - 1))

    first, last = at(min(numbers)), at(max(numbers))
    cells = [" "] * first + ["━"] * (last - first + 1)
    if bar.best is not None or first == last:
        cells[at(bar.best) if bar.best is not None else first] = "●"
    if bar.low is None and bar.high is not None:
        cells[max(0, first - 1)] = "◀"
    if bar.high is None and bar.low is not None:
        cells.append("▶")
    return "".join(cells)


def _clean(words: str) -> str:
    """Drop control characters: a text must not be able to steer the terminal."""
    return "".join(char if char.isprintable() else " " for char in words)
