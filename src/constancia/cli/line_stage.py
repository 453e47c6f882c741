"""What `read` and `code` share: texts from a file or a pipe in, the stage's lines and its issues out."""

from __future__ import annotations

from pathlib import Path

from constancia.cli.issues import Issues
from constancia.cli.progress import progress
from constancia.cli.streams import open_input, open_output
from constancia.flow.lines import LineOptions, TextStage, stage_lines


def run_line_stage(stage: TextStage, input_name: str, output_name: str, options: LineOptions) -> int:
    """Put every text of the input through the stage and give the exit code."""
    issues_path = None if output_name == "-" else Path(output_name).with_name("issues.jsonl")
    with (
        open_input(input_name) as source,
        open_output(output_name) as target,
        Issues(issues_path) as issues,
        progress(options.name, "texts") as advance,
    ):
        for lines in stage_lines(stage, source, options):
            target.writelines(f"{line}\n" for line in lines.written)
            for problem in lines.problems:
                issues.file(problem)
            advance(lines.texts)
        return issues.exit_code()
