"""Settings as options: names in; click options that keep to `config.py`'s order of strength out."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from constancia.config import Loaded, Settings, describe, load_settings

F = TypeVar("F", bound=Callable[..., Any])


def setting_options(*names: str) -> Callable[[F], F]:
    """Add `--config` and an option for each setting named; the verb receives them all as `**flags`."""
    texts = describe()

    def decorate(function: F) -> F:
        for name in reversed(names):
            default = getattr(Settings(), name)
            shown = "" if default is None else f"  [default: {default}]"
            option = click.option(f"--{name.replace('_', '-')}", name, default=None, help=texts[name] + shown)
            function = option(function)
        config = click.option("--config", type=click.Path(path_type=Path), help="TOML file of settings.")
        return config(function)

    return decorate


def loaded_from(flags: dict[str, Any]) -> Loaded:
    """Read the settings with what the command line gave.

    Raises ConfigError when one of them is wrong.
    """
    config_file = flags.pop("config", None)
    return load_settings(flags, config_file=config_file)


def settings_from(flags: dict[str, Any]) -> Settings:
    """Read the settings with what the command line gave, without their origins.

    The gazetteer is handed on through the environment: there the readers look, also in worker processes.
    """
    settings = loaded_from(flags).settings
    if settings.gazetteer:
        os.environ["CONSTANCIA_GAZETTEER"] = settings.gazetteer
    return settings
