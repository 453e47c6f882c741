"""Bytes found somewhere to what they are worth: a Capture, leads to further pages, or a Problem that says why not."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from constancia.collect.clock import Clock
from constancia.collect.feeds import feed_leads
from constancia.collect.leads import Lead
from constancia.collect.settings import CollectSettings
from constancia.collect.sitemaps import sitemap_leads
from constancia.collect.sniff import FEEDS, HEAD_BYTES, PAGES, Form, declared_charset, sniff
from constancia.collect.xml_safety import refuse_entities
from constancia.errors import InputError
from constancia.model import Capture, Problem

_log = logging.getLogger(__name__)

Item = Capture | Problem | Lead

# What a browser saves beside a page, or an archive holds with it: passed over in folders, refused when asked for.
_FURNITURE_NAME = re.compile(
    r"\.(?:js|mjs|css|map|xsl|svg|png|jpe?g|gif|webp|avif|ico|bmp|woff2?|ttf|otf|eot|mp3|mp4|webm|download)$",
    re.IGNORECASE,
)
# Text that is not prose; someone may have taken it for pages, so that it is refused aloud.
_DATA_NAME = re.compile(r"\.(?:jsonl?|geojson|csv|tsv|py|sh|sql|toml|ya?ml|ini|log)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Errand:
    """How something came to be looked at: `is_asked_for` if it was named itself, not found in a folder or archive."""

    settings: CollectSettings
    clock: Clock
    is_asked_for: bool = True


def problem(subject: str, error: Exception | str, detail: str | None = None) -> Problem:
    """File what went wrong in collecting."""
    return Problem("collect", subject, str(error), detail)


def items_of(draft: Capture, errand: Errand, form: Form | None = None) -> Iterator[Item]:
    """Judge a body by its look; `draft.media_type` is what was declared ("" if nothing was).

    `form` is what its head was found to be, where that was looked at before.
    """
    try:
        yield from _judged(draft, errand, form or sniff(draft.body[:HEAD_BYTES]))
    except InputError as error:
        yield problem(draft.url, error)
    except Exception as error:  # noqa: BLE001 -- whatever a parser stumbles over on one page, the next must be reached
        yield problem(draft.url, "it cannot be read", f"{type(error).__name__}: {error}")


def _judged(draft: Capture, errand: Errand, form: Form) -> Iterator[Item]:
    if form in FEEDS:
        yield from _feed_items(draft, form, errand)
    elif form is Form.SITEMAP:
        yield from _sitemap_items(draft, errand)
    elif form in PAGES and not _is_furniture(draft, form) and not _is_data(draft, form):
        yield replace(draft, media_type=_media_type(draft.media_type, form), charset=draft.charset or _charset(draft))
    elif _is_furniture(draft, form) and not errand.is_asked_for:
        _log.info("passed over %r: %s", draft.url, form.value)
    else:
        yield problem(draft.url, _refusal(form, draft.media_type))


def _feed_items(draft: Capture, form: Form, errand: Errand) -> Iterator[Item]:
    refuse_entities(draft.body)
    yield replace(draft, media_type=form.value)
    if errand.settings.follow:
        yield from feed_leads(draft.body, draft.final_url or draft.url)


def _sitemap_items(draft: Capture, errand: Errand) -> Iterator[Item]:
    if not errand.is_asked_for and not errand.settings.follow:
        yield problem(draft.url, "a sitemap among pages: give it by itself to have its pages fetched")
        return
    yield from sitemap_leads(draft.body)


def _media_type(declared: str, form: Form) -> str:
    # A page without a tag in its first bytes is still the HTML that its server says it is.
    is_declared_html = declared.partition(";")[0].strip().lower() in ("text/html", "application/xhtml+xml")
    return Form.HTML.value if form is Form.TEXT and is_declared_html else form.value


def _charset(draft: Capture) -> str | None:
    return declared_charset(draft.media_type)


def _is_furniture(draft: Capture, form: Form) -> bool:
    return form not in (Form.HTML, *FEEDS) and _FURNITURE_NAME.search(_file_name(draft)) is not None


def _is_data(draft: Capture, form: Form) -> bool:
    return form is Form.TEXT and _DATA_NAME.search(_file_name(draft)) is not None


def _file_name(draft: Capture) -> str:
    # The name of a file says what it is for; the end of an address does not: .py is Paraguay.
    return draft.url if draft.http_status is None else ""


def _refusal(form: Form, declared: str) -> str:
    if form is Form.EMPTY:
        return "it is empty: there is nothing to keep"
    if form is Form.BINARY:
        named = f", though declared as {declared}" if declared else ""
        return f"its bytes are no text{named}"
    kind = {Form.TEXT: "text of a program or table", Form.XML: "data"}.get(form, form.value)
    return f"it is no page that can be read ({kind})"
