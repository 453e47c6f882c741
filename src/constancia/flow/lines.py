"""JSON lines of texts in (record.md, section 1); the lines that a stage writes of each, and what failed, out."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from constancia.codec import from_json
from constancia.errors import InputError
from constancia.flow.hiring import Failure
from constancia.flow.workers import work_through
from constancia.model import Problem, Text

_CHUNK = 8  # lines a task: enough to hide the cost of a message, few enough for a fair time limit

Numbered = tuple[int, str]
TextStage = Callable[[Text], Iterator[str] | Iterator[str | Problem]]


@dataclass(frozen=True, slots=True)
class Lines:
    """What a stretch of input lines gave: lines of output, what failed, and how many texts it was."""

    written: tuple[str, ...]
    problems: tuple[Problem, ...]
    texts: int


@dataclass(frozen=True, slots=True)
class LineOptions:
    """How a stage goes over JSON lines; `name` is the stage's in its issues."""

    name: str
    jobs: int = 1
    timeout_s: float = 60.0


def _parse_text(line: str) -> Text:
    """Read one input record.

    Raises InputError for what is no such record.
    """
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"no JSON: {error}") from error
    if not isinstance(record, dict) or not isinstance(record.get("id"), str) or not record["id"]:
        raise InputError('no object with a string "id"')
    published = record.get("published")
    if isinstance(published, str):
        record["published"] = published[:10] or None
    text = from_json(Text, record)
    try:
        "\n".join(value for value in record.values() if isinstance(value, str)).encode()
    except UnicodeEncodeError as error:
        raise InputError(f"not UTF-8: {error.reason}") from error
    return text


def stage_lines(stage: TextStage, lines: Iterable[str], options: LineOptions) -> Iterator[Lines]:
    """Put each text through a stage, in order, holding no more than a stretch of them, and the ids of all.

    A line whose id stands on an earlier line is refused: what is said of the one could not be told from the other.
    """
    refused: list[Problem] = []
    numbered = _once_each(lines, options.name, refused)
    chunks = iter(lambda: tuple(itertools.islice(numbered, _CHUNK)), ())
    work = partial(_work, stage, options.name)
    for chunk, result in work_through(work, chunks, options.jobs, options.timeout_s):
        yield from (_one_by_one(work, chunk, options) if isinstance(result, Failure) else (result,))
        yield from _taken(refused)
    yield from _taken(refused)


def _once_each(lines: Iterable[str], name: str, refused: list[Problem]) -> Iterator[Numbered]:
    """Give the lines that are not blank with their numbers; those with an id that was there before are refused."""
    seen: set[str] = set()
    for number, line in enumerate(lines, start=1):
        found = _ID.search(line)
        if found and found[1] in seen:
            reason = f'the id "{found[1]}" stands on an earlier line; give each text an id of its own'
            refused.append(Problem(name, f"line {number}", reason))
        elif line.strip():
            if found:
                seen.add(found[1])
            yield number, line


# Within a string of JSON a quotation mark has a backslash before it, so that this is a key.
_ID = re.compile(r'(?<!\\)"id"\s*:\s*"((?:[^"\\]|\\.)+)"')


def _taken(refused: list[Problem]) -> Iterator[Lines]:
    if refused:
        yield Lines((), tuple(refused), len(refused))
        refused.clear()


def _one_by_one(
    work: Callable[[tuple[Numbered, ...]], Lines], chunk: tuple[Numbered, ...], options: LineOptions
) -> Iterator[Lines]:
    """Go over a stretch in which a worker died or overran, so that the one text alone is lost."""
    for task, result in work_through(work, ((one,) for one in chunk), 1, options.timeout_s):
        if isinstance(result, Failure):
            problem = Problem(options.name, f"line {task[0][0]}", result.reason, result.detail)
            yield Lines((), (problem,), 1)
        else:
            yield result


def _work(stage: TextStage, name: str, chunk: tuple[Numbered, ...]) -> Lines:
    written: list[str] = []
    problems: list[Problem] = []
    for number, line in chunk:
        try:
            for made in stage(_parse_text(line)):
                if isinstance(made, Problem):
                    problems.append(made)
                else:
                    written.append(made)
        except InputError as error:
            problems.append(Problem(name, f"line {number}", str(error)))
        except Exception as error:  # noqa: BLE001 - the edge of one text: it becomes an issue
            problems.append(Problem(name, f"line {number}", f"{type(error).__name__}: {error}"))
    return Lines(tuple(written), tuple(problems), len(chunk))
