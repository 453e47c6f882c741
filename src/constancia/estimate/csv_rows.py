"""Lines of CSV in; its headings, and each row with its line, as text out: or why it is no table."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from constancia.errors import InputError

Row = dict[str, str]
_DELIMITERS = ",;\t"
# What stands for a byte that is no UTF-8 where a file was opened to let it through.
_NO_UTF8 = re.compile("[\ud800-\udfff]")


class CsvRows:
    """A table whose cells are parted by commas, semicolons or tabs; `what` names it in messages."""

    def __init__(self, lines: Iterable[str], what: str) -> None:
        self._what = what
        given = iter(lines)
        first = next(given, "").lstrip("\ufeff")
        delimiter = max(_DELIMITERS, key=first.count)
        self._reader = csv.reader(self._checked(chain([first], given)), delimiter=delimiter)
        self.header = [heading.strip() for heading in self._next() or []]

    def _checked(self, lines: Iterable[str]) -> Iterator[str]:
        for number, line in enumerate(lines, start=1):
            if _NO_UTF8.search(line) or "\0" in line:
                raise InputError(f"{self._what}, line {number}: no UTF-8 text; save the table as CSV in UTF-8")
            yield line

    def _next(self) -> list[str] | None:
        try:
            return next(self._reader, None)
        except csv.Error as error:
            raise InputError(f"{self._what}, line {self._reader.line_num}: {error}") from error

    def __iter__(self) -> Iterator[tuple[int, Row]]:
        """Give each row that is not blank with the line on which it ends; a cell that is missing is empty."""
        while (cells := self._next()) is not None:
            if len(cells) > len(self.header):
                raise InputError(f"{self._what}, line {self._reader.line_num}: more cells than headings")
            if cells:
                padded = [cell.strip() for cell in cells] + [""] * (len(self.header) - len(cells))
                yield self._reader.line_num, dict(zip(self.header, padded, strict=True))

    def shown_header(self) -> str:
        """Give the headings for a message, cut short."""
        return ", ".join(heading[:30] for heading in self.header[:12]) or "none"
