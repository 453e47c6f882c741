"""The verbs as a user meets them: help, exit codes, pipes, settings, judgements."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from constancia.cli.main import _VERBS
from tests.sample_pages import constancia, environment, exported, write_pages

TEXTS = "\n".join(
    json.dumps({"id": key, "text": text, "language": "en", "published": "2024-05-07"})
    for key, text in (
        ("t1", "On Monday some 400 bakers marched in Asunción, the union said. Eleven people were arrested."),
        ("t2", "Mix the flour with warm water."),
    )
)


@pytest.mark.parametrize("verb", sorted(_VERBS))
def test_every_verb_has_a_help_page(tmp_path: Path, verb: str) -> None:
    done = constancia(verb, "--help", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Usage: constancia " + verb)


def test_help_loads_no_verb() -> None:
    heavy = ["sqlalchemy", "rich", "trafilatura", "numpy", "pyarrow", "ahocorasick", "httpx2"]
    loaded = f"print([name for name in {heavy} if name in sys.modules])"
    code = f"import sys; from constancia.cli.main import main; main(['--help']); {loaded}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment())
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        (("fly",), 2, "No such command"),
        (("run", "--wings", "2"), 2, "No such option"),
        (("run", "--jobs", "many"), 2, "is no int"),
        (("export", "out"), 2, "there is no record record.db"),
        (("tally", "--config", "none.toml"), 2, "cannot be read"),
        (("run", "--db", "no/such/folder/record.db"), 1, "cannot be opened"),
        (("read", "-i", "none.jsonl"), 2, "cannot be read"),
        (("lexicon", "check", "none.toml"), 1, "1 fault"),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(
    tmp_path: Path, arguments: tuple[str, ...], code: int, reason: str
) -> None:
    done = constancia(*arguments, cwd=tmp_path)
    assert done.returncode == code
    assert reason in done.stderr
    assert "Traceback" not in done.stderr


def test_code_writes_reports_to_stdout_and_nothing_to_stderr(tmp_path: Path) -> None:
    done = constancia("code", cwd=tmp_path, stdin=TEXTS)
    assert (done.returncode, done.stderr) == (0, "")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    march = next(row for row in rows if row.get("form") == "march")
    text = json.loads(TEXTS.splitlines()[0])["text"]
    assert march["id"] == "t1"
    assert text[march["start"] : march["end"]] == march["quote"]
    assert "why" not in march


def test_explain_tells_why(tmp_path: Path) -> None:
    for verb in ("read", "code"):
        done = constancia(verb, "--explain", cwd=tmp_path, stdin=TEXTS)
        assert done.returncode == 0
        assert any(json.loads(line).get("why") for line in done.stdout.splitlines()), verb


@pytest.mark.parametrize("verb", ["read", "code", "link"])
def test_a_bad_line_is_an_issue_beside_the_output_and_the_exit_code_is_3(tmp_path: Path, verb: str) -> None:
    (tmp_path / "in.jsonl").write_text(TEXTS + "\n{bad\n", encoding="utf-8")
    done = constancia(verb, "-i", "in.jsonl", "-o", "out.jsonl", cwd=tmp_path)
    assert done.returncode == 3
    assert (tmp_path / "out.jsonl").stat().st_size > 0
    issue = json.loads((tmp_path / "issues.jsonl").read_text(encoding="utf-8"))
    assert (issue["stage"], issue["subject"]) == (verb, "line 3")
    assert not list(tmp_path.glob("*.part"))


def test_more_processes_write_the_same_lines(tmp_path: Path) -> None:
    texts = "\n".join(TEXTS.replace('"id": "t', f'"id": "t{number}-') for number in range(20))
    for verb in ("read", "code", "link"):
        one = constancia(verb, "-i", "-", cwd=tmp_path, stdin=texts)
        two = constancia(verb, "-i", "-", "--jobs", "2", cwd=tmp_path, stdin=texts)
        assert one.stdout
        assert one.stdout == two.stdout


def test_extract_gives_texts_that_code_takes(tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    texts = constancia("extract", "pages", cwd=tmp_path)
    assert texts.returncode == 0, texts.stderr
    assert len(texts.stdout.splitlines()) == 4
    reports = constancia("code", cwd=tmp_path, stdin=texts.stdout)
    assert any(json.loads(line).get("form") == "march" for line in reports.stdout.splitlines())


def test_link_writes_events_of_texts_and_of_a_record(tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    assert constancia("run", "pages", cwd=tmp_path).returncode == 0
    texts = constancia("extract", cwd=tmp_path).stdout
    of_texts = constancia("link", "-i", "-", cwd=tmp_path, stdin=texts).stdout
    of_record = constancia("link", cwd=tmp_path).stdout
    assert {json.loads(line)["event_id"] for line in of_texts.splitlines()} == {
        json.loads(line)["event_id"] for line in of_record.splitlines()
    }
    event = json.loads(of_record.splitlines()[0])
    assert {"event_id", "type", "status", "date", "place", "reports", "claims"} <= set(event)


def test_tally_writes_the_ledger_as_lines_when_piped(tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    assert constancia("run", "pages", cwd=tmp_path).returncode == 0
    tolls = [json.loads(line) for line in constancia("tally", cwd=tmp_path).stdout.splitlines()]
    assert any(toll["measure"] == "killed" and toll["lowest"] in (30, 31) for toll in tolls)


def test_config_show_tells_each_value_and_its_origin(tmp_path: Path) -> None:
    (tmp_path / "constancia.toml").write_text("jobs = 3\n", encoding="utf-8")
    done = constancia("config", "show", "--policy", "max", cwd=tmp_path)
    rows = {row["setting"]: (row["value"], row["origin"]) for row in map(json.loads, done.stdout.splitlines())}
    assert rows["jobs"] == (3, "file constancia.toml")
    assert rows["policy"] == ("max", "flag")
    assert rows["db"] == ("record.db", "default")


def test_a_judgement_is_kept_with_its_words_and_outlives_a_rebuild(tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    assert constancia("run", "pages", cwd=tmp_path).returncode == 0
    report = exported(tmp_path / "record.db", tmp_path / "a")["reports"][0]
    done = constancia("judge", "reject", report["report_id"], "--by", "coder-a", "--note", "a drill", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["anchors"][0]["text"] == report["quote"]
    assert constancia("rebuild", cwd=tmp_path).returncode == 0
    rows = exported(tmp_path / "record.db", tmp_path / "b")["judgements"]
    assert [(row["verdict"], row["subjects"], row["note"]) for row in rows] == [
        ("reject", [report["report_id"]], "a drill")
    ]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("reject", "r0"), "holds no report, claim or event r0"),
        (("same", "r0"), "two ids or more"),
        (("correct", "r0"), "--field and --value"),
    ],
)
def test_a_judgement_that_makes_no_sense_is_refused(tmp_path: Path, arguments: tuple[str, ...], reason: str) -> None:
    write_pages(tmp_path / "pages")
    assert constancia("run", "pages/recipe.html", cwd=tmp_path).returncode == 0
    done = constancia("judge", *arguments, "--by", "coder-a", cwd=tmp_path)
    assert done.returncode == 2
    assert reason in done.stderr


def test_the_report_is_one_page_that_names_no_private_person(tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    assert constancia("run", "pages", cwd=tmp_path).returncode == 0
    assert constancia("report", "report.html", "--title", "Bread", cwd=tmp_path).returncode == 0
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "bakers marched" in page
    assert "Tilcara" not in page


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_a_record_and_its_export_verify(tmp_path: Path, form: str) -> None:
    write_pages(tmp_path / "pages")
    assert constancia("run", "pages", cwd=tmp_path).returncode == 0
    options = ("--format", form, "--texts", "--restricted", "--policy", "max", "out")
    assert constancia("export", *options, cwd=tmp_path).returncode == 0
    done = constancia("verify", "out", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "checked: 4 captures" in done.stderr


def test_tables_are_kept_out_of_the_archive_of_pages(tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    assert constancia("run", "pages", "--db", "record.db", cwd=tmp_path).returncode == 0
    for out in ("record", "record/tables"):
        done = constancia("export", "--db", "record.db", out, cwd=tmp_path)
        assert (done.returncode, "archive of pages" in done.stderr) == (2, True)
    assert not (tmp_path / "record" / "tables").exists()


def test_coded_lines_are_scored_against_gold(tmp_path: Path) -> None:
    (tmp_path / "texts.jsonl").write_text(TEXTS)
    assert constancia("code", "-i", "texts.jsonl", "-o", "gold.jsonl", cwd=tmp_path).returncode == 0
    done = constancia("score", "gold.jsonl", "gold.jsonl", cwd=tmp_path)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["what"], row["f"]) for row in rows] == [("reports", 1.0), ("claims", 1.0)]


def test_an_altered_digit_in_an_exported_claim_is_found_and_named(tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    assert constancia("run", "pages", cwd=tmp_path).returncode == 0
    claims = exported(tmp_path / "record.db", tmp_path / "out")["claims"]
    row = next(one for one in claims if one["best"] == 400)
    path = tmp_path / "out" / "claims.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace('"best":400', '"best":900', 1), encoding="utf-8")
    done = constancia("verify", "out", cwd=tmp_path)
    assert done.returncode == 1
    finding = json.loads(done.stdout.splitlines()[0])
    assert (finding["file"], finding["value"]) == ("claims.jsonl", "900")
    assert row["claim_id"][0] == finding["subject"][0]


def test_an_altered_byte_in_the_archive_is_found_and_named(tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    assert constancia("run", "pages", cwd=tmp_path).returncode == 0
    path = tmp_path / "record" / "captures-000001.warc.gz"
    body = bytearray(path.read_bytes())
    body[len(body) // 2] ^= 1
    path.write_bytes(bytes(body))
    done = constancia("verify", cwd=tmp_path)
    assert done.returncode == 1
    assert json.loads(done.stdout.splitlines()[0])["file"] == path.name


def test_places_that_a_user_adds_are_found_when_the_file_is_named(tmp_path: Path) -> None:
    table = "departamento,provincia,distrito,latitud,longitud\nPuno,El Collao,Harinapampa,-16.1,-69.6\n"
    (tmp_path / "places.csv").write_text(table, encoding="utf-8")
    done = constancia("gazetteer", "add", "places.csv", "mine.gaz", "--country", "PE", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    line = json.dumps({"id": "t", "text": "Bakers marched in Harinapampa, Peru.", "language": "en"})
    found = constancia("read", "--gazetteer", "mine.gaz", cwd=tmp_path, stdin=line).stdout
    places = [json.loads(row)["value"] for row in found.splitlines() if json.loads(row)["kind"] == "place"]
    assert any((place["name"], place["lat"]) == ("Harinapampa", -16.1) for place in places)


@pytest.mark.parametrize("language", [{}, {"language": None}, {"language": "es"}, {"language": "es-PE"}])
def test_a_text_needs_no_more_than_an_id_and_words(tmp_path: Path, language: dict[str, str | None]) -> None:
    words = "El lunes 300 panaderos marcharon en Lima y hubo tres heridos, según la policía."
    for verb in ("read", "code", "link"):
        done = constancia(verb, "-i", "-", cwd=tmp_path, stdin=json.dumps({"id": "t", "text": words, **language}))
        assert done.returncode == 0, done.stderr
        assert done.stdout


@pytest.mark.parametrize("verb", ["read", "code"])
def test_explain_html_writes_a_page_and_no_lines(tmp_path: Path, verb: str) -> None:
    done = constancia(verb, "--explain-html", "why.html", cwd=tmp_path, stdin=TEXTS + "\n{bad\n")
    assert (done.returncode, done.stdout) == (3, "")
    page = (tmp_path / "why.html").read_text(encoding="utf-8")
    assert "bakers" in page
    assert "Nothing was found in this text." in page
    assert json.loads((tmp_path / "issues.jsonl").read_text(encoding="utf-8"))["subject"] == "line 3"


def test_toll_draws_pictures_and_writes_lines_when_piped(tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    assert constancia("run", "pages", cwd=tmp_path).returncode == 0
    done = constancia("toll", "--measure", "killed", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (toll, *_) = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(toll["bars"]) == len(toll["sources"]) > 0
    assert constancia("toll", "--svg", "toll.svg", cwd=tmp_path).returncode == 0
    assert toll["sources"][0]["sha256"] in (tmp_path / "toll.svg").read_text(encoding="utf-8")
    missing = constancia("toll", "--place", "Nowhere", "--svg", "none.svg", cwd=tmp_path)
    assert missing.returncode == 2
    assert "no such toll" in missing.stderr
    assert not (tmp_path / "none.svg").exists()


def test_the_report_names_the_publisher_of_what_it_quotes(tmp_path: Path) -> None:
    write_pages(tmp_path / "pages")
    assert constancia("run", "pages", cwd=tmp_path).returncode == 0
    assert constancia("report", "report.html", cwd=tmp_path).returncode == 0
    assert "<footer>The Rosal Echo, 2024-05-07" in (tmp_path / "report.html").read_text(encoding="utf-8")
