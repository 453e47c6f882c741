"""JSON lines of texts through a stage."""

import json
import os
import signal
from collections.abc import Iterator

import pytest

from constancia.flow.lines import LineOptions, stage_lines
from constancia.model import Text


def echo(text: Text) -> Iterator[str]:
    if "die" in text.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "hang" in text.text:
        signal.pause()
    if "raise" in text.text:
        raise RuntimeError("cannot read it")
    yield text.id
    yield text.text


def line(key: str, text: str = "x", **others: object) -> str:
    return json.dumps({"id": key, "text": text, **others})


def run(lines: list[str], jobs: int = 1) -> tuple[list[str], list[tuple[str, str]]]:
    done = list(stage_lines(echo, lines, LineOptions("echo", jobs, 30)))
    problems = [(problem.subject, problem.reason) for one in done for problem in one.problems]
    return [written for one in done for written in one.written], problems


@pytest.mark.parametrize("jobs", [1, 2])
def test_lines_come_in_the_order_of_the_texts(jobs: int) -> None:
    lines = [line(f"t{number}", f"text {number}") for number in range(50)]
    expected = [word for number in range(50) for word in (f"t{number}", f"text {number}")]
    assert run(lines, jobs) == (expected, [])


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("{half", "no JSON"),
        ("[1, 2]", 'no object with a string "id"'),
        ('{"text": "x"}', 'no object with a string "id"'),
        ('{"id": 7, "text": "x"}', 'no object with a string "id"'),
        ('{"id": "t"}', "text"),
        ('{"id": "t", "text": null}', "text"),
        ('{"id": "t", "text": "x", "published": "yesterday"}', "published"),
        ('{"id": "t", "text": "\\ud800"}', "not UTF-8"),
        ("[" * 100_000, "no JSON"),
    ],
)
def test_a_line_that_cannot_be_used_is_a_problem_and_the_others_go_on(bad: str, reason: str) -> None:
    written, problems = run([line("a"), bad, "", line("b")])
    assert written == ["a", "x", "b", "x"]
    assert len(problems) == 1
    assert problems[0][0] == "line 2"
    assert reason in problems[0][1]


def test_a_time_of_publication_counts_as_its_day() -> None:
    lines = [line("t", published="2024-05-06T23:59:00Z")]
    stage = list(stage_lines(lambda text: iter([str(text.published)]), lines, LineOptions("echo")))
    assert stage[0].written == ("2024-05-06",)


def test_a_text_that_raises_is_a_problem_with_the_reason() -> None:
    assert run([line("a"), line("b", "raise"), line("c")]) == (
        ["a", "x", "c", "x"],
        [("line 2", "RuntimeError: cannot read it")],
    )


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_text_that_kills_its_worker_costs_no_other_text(jobs: int) -> None:
    lines = [line(f"t{number}", "die" if number == 3 else "x") for number in range(20)]
    written, problems = run(lines, jobs)
    assert [word for word in written if word != "x"] == [f"t{number}" for number in range(20) if number != 3]
    assert problems == [("line 4", "crash")]


def test_a_text_that_never_ends_is_given_up_and_costs_no_other_text() -> None:
    lines = [line("a"), line("b", "hang"), line("c")]
    done = list(stage_lines(echo, lines, LineOptions("echo", 1, 0.5)))
    assert [word for one in done for word in one.written] == ["a", "x", "c", "x"]
    assert [problem.reason for one in done for problem in one.problems] == ["timeout"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_line_whose_id_was_there_before_is_refused_and_told(jobs: int) -> None:
    lines = [line("a", "first"), line("b", 'says "id": "a"'), line("a", "second"), line("c", "third")]
    written, problems = run(lines, jobs)
    assert written == ["a", "first", "b", 'says "id": "a"', "c", "third"]
    assert [subject for subject, _ in problems] == ["line 3"]
    assert '"a" stands on an earlier line' in problems[0][1]
