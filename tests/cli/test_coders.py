"""Choosing the coder: the rules unless told otherwise, a language model only within its limits and never in silence."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from constancia.config import llm_key
from constancia.flow.coder_choice import CoderChoice
from tests.backends.fake_endpoint import endpoint, good
from tests.sample_pages import command, constancia, environment, write_pages

SENTENCE = "Some 300 bakers marched in Tegucigalpa on Monday, the union said"
CLAIM = {
    "measure": "participants", "figure_quote": "Some 300", "sentence_quote": SENTENCE, "scope": "incident",
    "since_quote": None, "speaker_quote": "the union", "speaker_role": "union", "certainty": "asserted",
}  # fmt: skip
REPORT = {
    "trigger_quote": "marched", "sentence_quote": SENTENCE, "type": "PROTEST", "mode": "demo", "form": "march",
    "status": "occurred", "date_quote": "Monday", "place_quote": "Tegucigalpa", "claims": [CLAIM],
}  # fmt: skip
ANSWER = good({"reports": [REPORT], "tolls": []})


def texts(count: int) -> str:
    rows = [
        {"id": f"t{n}", "text": f"{SENTENCE}. It was march {n} of the year.", "language": "en"} for n in range(count)
    ]
    return "\n".join(json.dumps({**row, "published": "2025-03-18"}) for row in rows)


def asking(url: str, *more: str, coder: str = "llm") -> tuple[str, ...]:
    return ("--coder", coder, "--llm-url", url, "--llm-model", "m", *more)


def test_the_rules_are_the_default_and_load_nothing_of_a_model() -> None:
    code = (
        "import sys; from constancia.flow.coding import code_text; from constancia.model import Text;"
        f"print(code_text(Text('t', {SENTENCE!r}, 'en')).coding.reports[0].coder);"
        "print([name for name in sys.modules if name.startswith(('constancia.backends.llm', 'httpx2'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment())
    assert done.stdout.splitlines() == ["rules-en", "[]"]


def test_the_model_codes_says_so_and_a_second_run_asks_nothing(tmp_path: Path) -> None:
    with endpoint(lambda _: ANSWER) as (url, asked):
        first = constancia("code", *asking(url), cwd=tmp_path, stdin=texts(2))
        second = constancia("code", *asking(url), cwd=tmp_path, stdin=texts(2))
    assert first.returncode == 0, first.stderr
    assert {json.loads(line)["coder"] for line in first.stdout.splitlines()} == {"llm:m"}
    assert f"texts are sent to {url}" in first.stderr
    assert first.stdout == second.stdout
    assert len(asked) == 2
    assert len(list((tmp_path / "replies").rglob("*.json"))) == 2


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_all_processes_keep_to_one_limit_and_the_rules_code_the_rest(tmp_path: Path, jobs: str) -> None:
    (tmp_path / "in.jsonl").write_text(texts(40), encoding="utf-8")
    with endpoint(lambda _: ANSWER) as (url, asked):
        limits = ("--llm-max-requests", "3", "--jobs", jobs, "-i", "in.jsonl", "-o", "out.jsonl")
        done = constancia("code", *asking(url, *limits), cwd=tmp_path)
    assert done.returncode == 3
    assert len(asked) == 3
    coders = [json.loads(line)["coder"] for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert coders.count("llm:m") == 3
    assert coders.count("rules-en") >= 37
    issues = [json.loads(line) for line in (tmp_path / "issues.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(issues) == 37
    assert all(issue["stage"] == "llm" and "limit of 3 requests" in issue["reason"] for issue in issues)


def test_a_limit_of_tokens_holds(tmp_path: Path) -> None:
    with endpoint(lambda _: ANSWER) as (url, asked):
        constancia("code", *asking(url, "--llm-max-tokens", "250"), cwd=tmp_path, stdin=texts(8))
    assert len(asked) == 3  # 100 tokens each: the limit is seen to be reached after the third


def test_the_cascade_asks_only_where_the_rules_are_unsure(tmp_path: Path) -> None:
    unsure = json.dumps({"id": "u", "text": "Bakers marched again.", "language": "en"})
    with endpoint(lambda _: good({"reports": [], "tolls": []})) as (url, asked):
        constancia("code", *asking(url, coder="cascade"), cwd=tmp_path, stdin=f"{texts(3)}\n{unsure}")
    assert len(asked) == 1
    assert "Bakers marched again." in json.dumps(asked)


def test_a_run_over_pages_names_the_page_where_the_model_failed(tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    with endpoint(lambda _: (400, {}, b"no such model")) as (url, asked):
        done = constancia("run", "pages", *asking(url), cwd=tmp_path)
    assert done.returncode == 3
    assert asked
    issue = json.loads((tmp_path / "issues.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert issue["stage"] == "llm"
    assert issue["subject"].endswith(".html")
    assert "400" in issue["reason"]


def test_an_endpoint_that_fails_three_times_in_a_row_is_asked_no_more(tmp_path: Path) -> None:
    with endpoint(lambda _: (400, {}, b"")) as (url, asked):
        done = constancia("code", *asking(url), cwd=tmp_path, stdin=texts(8))
    assert done.returncode == 3
    assert len(asked) == 3
    assert "asked no more" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--coder", "oracle"), "choose one of rules, llm, cascade"),
        (("--coder", "llm"), "needs llm_url"),
        (("--coder", "llm", "--llm-url", "http://localhost/v1"), "needs llm_model"),
        (("--coder", "llm", "--llm-url", "localhost", "--llm-model", "m"), "must begin with http"),
        (("--llm-max-requests", "-1"), "must not be negative"),
        (("--llm-key", "secret"), "No such option"),
    ],
)
def test_a_choice_that_makes_no_sense_is_refused(tmp_path: Path, arguments: tuple[str, ...], reason: str) -> None:
    done = constancia("code", *arguments, cwd=tmp_path, stdin=texts(1))
    assert done.returncode == 2
    assert reason in done.stderr


def test_the_key_is_read_from_the_environment_alone_and_never_shown(tmp_path: Path) -> None:
    def shown(*arguments: str) -> subprocess.CompletedProcess[str]:
        environ = {**environment(), "CONSTANCIA_LLM_KEY": "very-secret"}
        return subprocess.run(
            command(*arguments), cwd=tmp_path, env=environ, capture_output=True, text=True, check=False
        )

    settings = shown("config", "show")
    assert settings.returncode == 0
    assert "llm_url" in settings.stdout
    assert "very-secret" not in settings.stdout + settings.stderr
    (tmp_path / "constancia.toml").write_text('llm_key = "very-secret"\n', encoding="utf-8")
    refused = shown("config", "show")
    assert refused.returncode == 2
    assert "CONSTANCIA_LLM_KEY" in refused.stderr
    assert "very-secret" not in refused.stderr
    assert llm_key({"CONSTANCIA_LLM_KEY": "very-secret"}) == "very-secret"
    assert "very-secret" not in repr(CoderChoice("llm", key="very-secret"))
