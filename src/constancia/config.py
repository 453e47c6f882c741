"""Settings, from the strongest to the weakest: flag, environment (CONSTANCIA_*), TOML file, default; read once."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from constancia.errors import ConfigError

CONFIG_FILE = "constancia.toml"
_PREFIX = "CONSTANCIA_"
CODERS = ("rules", "llm", "cascade")


def _setting(default: Any, doc: str) -> Any:
    return field(default=default, metadata={"doc": doc})


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting; its name is its key in TOML, with dashes its flag, in capitals its environment variable."""

    db: str = _setting("record.db", "The record: an SQLite file, or a PostgreSQL URL.")
    archive: str | None = _setting(None, "Folder of the WARC files [beside the record, its name without its ending].")
    jobs: int = _setting(1, "Number of worker processes.")
    shard: str | None = _setting(None, "Take only part i of n of the pages (i/n, from 1), by a hash of the URL.")
    page_timeout_s: float = _setting(60.0, "Seconds that one page or text may take before it is given up as an issue.")
    policy: str = _setting("bounds", "How an event's figures are drawn from its claims.")
    gazetteer: str | None = _setting(None, "Files of more places, made by `gazetteer add`, with `:` between them.")
    delay_s: float = _setting(1.0, "Seconds between two requests to one host.")
    max_bytes: int = _setting(50_000_000, "Largest page in bytes; a larger one becomes an issue.")
    max_pages: int = _setting(10_000, "Most pages to fetch from one feed, sitemap or list of URLs.")
    coder: str = _setting("rules", "Who codes: rules, llm, or cascade (the model only where the rules are unsure).")
    llm_url: str | None = _setting(None, "The language model's OpenAI-compatible endpoint, up to and with /v1.")
    llm_model: str | None = _setting(None, "The language model's name at the endpoint.")
    llm_max_requests: int | None = _setting(None, "Most requests to the model in one run [no limit].")
    llm_max_tokens: int | None = _setting(None, "Most tokens, asked and answered, in one run [no limit].")
    llm_replies: str = _setting("replies", "Folder in which the model's answers are kept.")


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings and, for each, where its value came from."""

    settings: Settings
    origins: Mapping[str, str]


def describe() -> dict[str, str]:
    """Give each setting's meaning."""
    return {entry.name: entry.metadata["doc"] for entry in fields(Settings)}


def load_settings(
    flags: Mapping[str, Any] | None = None,
    environ: Mapping[str, str] | None = None,
    config_file: Path | None = None,
) -> Loaded:
    """Read the settings; a flag that is None was not given. `config_file` must exist when it is named.

    Raises ConfigError for an unknown key, a value of the wrong type or a file that is not TOML.
    """
    given = {name: value for name, value in (flags or {}).items() if value is not None}
    environ = os.environ if environ is None else environ
    path, table = _read_file(config_file)
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for entry in fields(Settings):
        variable = _PREFIX + entry.name.upper()
        if entry.name in given:
            values[entry.name], origins[entry.name] = given[entry.name], "flag"
        elif environ.get(variable):
            values[entry.name], origins[entry.name] = environ[variable], f"environment {variable}"
        elif entry.name in table:
            values[entry.name], origins[entry.name] = table[entry.name], f"file {path}"
        else:
            origins[entry.name] = "default"
        if entry.name in values:
            values[entry.name] = _parse(entry.name, str(entry.type), values[entry.name], origins[entry.name])
    return Loaded(_checked(Settings(**values)), origins)


def _read_file(named: Path | None) -> tuple[Path, dict[str, Any]]:
    path = named or Path(CONFIG_FILE)
    if named is None and not path.is_file():
        return path, {}
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"the configuration file {path} cannot be read: {error}") from error
    unknown = sorted(set(table) - set(describe()))
    if "llm_key" in unknown:
        raise ConfigError(f"{path}: a key does not belong into a file: give it as CONSTANCIA_LLM_KEY")
    if unknown:
        known = ", ".join(sorted(describe()))
        raise ConfigError(f"{path}: unknown setting {', '.join(unknown)}; the settings are {known}")
    return path, table


def _parse(name: str, hint: str, value: Any, origin: str) -> Any:
    kind = hint.removesuffix(" | None")
    try:
        if kind == "int" and not isinstance(value, bool):
            return int(value)
        if kind == "float" and not isinstance(value, bool):
            return float(value)
        if kind == "str" and isinstance(value, str):
            return value
    except ValueError:
        pass
    raise ConfigError(f"{name} = {value!r} ({origin}) is no {kind}")


def _checked(settings: Settings) -> Settings:
    for name in ("jobs", "max_bytes", "max_pages"):
        if getattr(settings, name) < 1:
            raise ConfigError(f"{name} = {getattr(settings, name)}: must be 1 or more")
    for name in ("llm_max_requests", "llm_max_tokens"):
        if (getattr(settings, name) or 0) < 0:
            raise ConfigError(f"{name} = {getattr(settings, name)}: must not be negative")
    _check_coder(settings)
    if settings.delay_s < 0 or settings.page_timeout_s <= 0:
        raise ConfigError("delay_s must not be negative, and page_timeout_s must be more than 0")
    parse_shard(settings.shard)
    return settings


def _check_coder(settings: Settings) -> None:
    if settings.coder not in CODERS:
        raise ConfigError(f"coder = {settings.coder!r}: choose one of {', '.join(CODERS)}")
    if settings.coder == "rules":
        return
    for name in ("llm_url", "llm_model"):
        if not getattr(settings, name):
            raise ConfigError(f"the coder {settings.coder} needs {name}")
    if not (settings.llm_url or "").startswith(("http://", "https://")):
        raise ConfigError(f"llm_url = {settings.llm_url!r}: must begin with http:// or https://")


def llm_key(environ: Mapping[str, str] | None = None) -> str | None:
    """Give the key of the model's endpoint: from the environment (CONSTANCIA_LLM_KEY) alone, and never shown."""
    return (os.environ if environ is None else environ).get(f"{_PREFIX}LLM_KEY") or None


def parse_shard(text: str | None) -> tuple[int, int] | None:
    """Read "i/n" as (i, n) with 1 <= i <= n.

    Raises ConfigError for anything else.
    """
    if text is None:
        return None
    part, slash, whole = text.partition("/")
    if slash and part.isdecimal() and whole.isdecimal() and 1 <= int(part) <= int(whole):
        return int(part), int(whole)
    raise ConfigError(f"shard = {text!r}: write i/n with i from 1 to n, such as 2/4")


def archive_folder(settings: Settings) -> Path:
    """Give the folder of the WARC files: as set, or beside the record's file under its name without its ending.

    Raises ConfigError for a record on a server when no folder is set.
    """
    if settings.archive:
        return Path(settings.archive)
    if "://" in settings.db:
        raise ConfigError("a record on a database server needs --archive FOLDER for its WARC files")
    path = Path(settings.db)
    return path.with_suffix("") if path.suffix else path.with_name(path.name + ".archive")
