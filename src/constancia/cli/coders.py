"""Settings in; the coder that they choose out, with a word on stderr where texts leave this machine."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator

import click

from constancia.config import Settings, llm_key
from constancia.flow.coder_choice import PATIENCE_S, RULES, CoderChoice

CODER_SETTINGS = ("coder", "llm_url", "llm_model", "llm_max_requests", "llm_max_tokens", "llm_replies")


@contextlib.contextmanager
def chosen_coder(settings: Settings) -> Iterator[CoderChoice]:
    """Give the coder of the settings, with a budget that all worker processes of this run share."""
    if settings.coder == "rules":
        yield RULES
        return
    which = "texts in which the rules are unsure are" if settings.coder == "cascade" else "texts are"
    click.echo(f"constancia: {which} sent to {settings.llm_url} (model {settings.llm_model})", err=True)
    with tempfile.TemporaryDirectory(prefix="constancia-") as spent:
        yield CoderChoice(
            name=settings.coder,
            url=settings.llm_url or "",
            model=settings.llm_model or "",
            key=llm_key(),
            max_requests=settings.llm_max_requests,
            max_tokens=settings.llm_max_tokens,
            replies=settings.llm_replies,
            spent=spent,
        )


def time_limit_s(settings: Settings) -> float:
    """Give the seconds that a page or text may take: a model that is slow or busy is waited for."""
    return settings.page_timeout_s + (0.0 if settings.coder == "rules" else PATIENCE_S)
