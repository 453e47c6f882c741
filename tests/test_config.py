"""Settings: which source wins, and what is refused."""

from dataclasses import fields
from pathlib import Path

import pytest

from constancia.config import Settings, archive_folder, describe, load_settings, parse_shard
from constancia.errors import ConfigError


@pytest.fixture
def toml(tmp_path: Path) -> Path:
    path = tmp_path / "constancia.toml"
    path.write_text('jobs = 2\ndb = "from-file.db"\n', encoding="utf-8")
    return path


def test_a_flag_beats_the_environment_beats_the_file_beats_the_default(toml: Path) -> None:
    environ = {"CONSTANCIA_JOBS": "3", "CONSTANCIA_DELAY_S": "0.5"}
    loaded = load_settings({"jobs": "4", "db": None}, environ, toml)
    assert (loaded.settings.jobs, loaded.origins["jobs"]) == (4, "flag")
    assert (loaded.settings.delay_s, loaded.origins["delay_s"]) == (0.5, "environment CONSTANCIA_DELAY_S")
    assert (loaded.settings.db, loaded.origins["db"]) == ("from-file.db", f"file {toml}")
    assert (loaded.settings.policy, loaded.origins["policy"]) == ("bounds", "default")


def test_the_file_in_the_working_folder_is_read_when_none_is_named(toml: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(toml.parent)
    assert load_settings(environ={}).settings.jobs == 2


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ('colour = "red"', "unknown setting colour"),
        ("jobs = 'many'", "is no int"),
        ("jobs = true", "is no int"),
        ("jobs = 0", "must be 1 or more"),
        ("db = 5", "is no str"),
        ('shard = "3/2"', "from 1 to n"),
        ("page_timeout_s = 0", "must be more than 0"),
        ("jobs = ", "cannot be read"),
    ],
)
def test_a_wrong_setting_is_refused_and_named(tmp_path: Path, body: str, reason: str) -> None:
    path = tmp_path / "c.toml"
    path.write_text(body, encoding="utf-8")
    with pytest.raises(ConfigError, match=reason):
        load_settings(environ={}, config_file=path)


def test_a_file_that_is_named_must_exist(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load_settings(environ={}, config_file=tmp_path / "none.toml")


def test_every_setting_has_a_meaning() -> None:
    assert all(describe()[entry.name].endswith(".") for entry in fields(Settings))


@pytest.mark.parametrize("text", ["0/2", "3/2", "1", "a/b", "1/0", "-1/2", ""])
def test_a_shard_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(ConfigError):
        parse_shard(text)


def test_a_shard_is_a_part_and_a_whole() -> None:
    assert parse_shard("2/4") == (2, 4)
    assert parse_shard(None) is None


@pytest.mark.parametrize(
    ("db", "archive", "folder"),
    [
        ("record.db", None, "record"),
        ("deep/peru.sqlite", None, "deep/peru"),
        ("record", None, "record.archive"),
        ("record.db", "warcs", "warcs"),
        ("postgresql://host/db", "warcs", "warcs"),
    ],
)
def test_the_archive_lies_beside_the_record_or_where_it_is_set(db: str, archive: str | None, folder: str) -> None:
    assert archive_folder(Settings(db=db, archive=archive)) == Path(folder)


def test_a_record_on_a_server_needs_to_be_told_its_archive() -> None:
    with pytest.raises(ConfigError, match="--archive"):
        archive_folder(Settings(db="postgresql://host/db"))
