"""Explanations of texts in; drawn on a terminal, or written as one HTML page, out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Console

from constancia.cli.issues import Issues
from constancia.cli.streams import open_input, open_output
from constancia.flow.explaining import shown
from constancia.flow.lines import LineOptions, Lines, TextStage, stage_lines
from constancia.publish.explanation import Explained, render
from constancia.publish.explanation.terminal import draw

explain_option = click.option(
    "--explain",
    is_flag=True,
    help="Show the rule and the words behind each value: drawn on a terminal, else added to each line (why).",
)
explain_html_option = click.option(
    "--explain-html",
    "page",
    type=click.Path(path_type=Path),
    help="Write the explanation as this HTML page, instead of lines.",
)


def is_drawn(output_name: str, *, explain: bool) -> bool:
    """Tell whether an explanation goes to a person's terminal, and not into a pipe or a file."""
    return explain and output_name == "-" and sys.stdout.isatty()


def explain_texts(stage: TextStage, input_name: str, options: LineOptions, page: Path | None) -> int:
    """Draw what a stage finds in each text, or write it all to a page; give the exit code."""
    with open_input(input_name) as source, Issues(page.with_name("issues.jsonl") if page else None) as issues:
        explained = _explained(stage_lines(stage, source, options), issues)
        if page is None:
            console = Console()
            for one in explained:
                console.print(*draw(one), sep="\n")
        else:
            html = render(list(explained), title=f"Explained: {options.name}")
            with open_output(str(page)) as file:
                file.write(html)
        return issues.exit_code()


def _explained(lines: Iterator[Lines], issues: Issues) -> Iterator[Explained]:
    for stretch in lines:
        for problem in stretch.problems:
            issues.file(problem)
        yield from map(shown, stretch.written)
