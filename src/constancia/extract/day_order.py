"""What a page shows and claims to the order in which it writes day and month in numbers such as 3/4/2024."""

from __future__ import annotations

from collections.abc import Iterator

from constancia.extract.addresses import host_of
from constancia.extract.language import find_language
from constancia.extract.written_dates import DayOrder, numeric_order
from constancia.words import load_lexicon


def find_day_order(url: str, claimed_language: str | None, lines: str, text: str) -> DayOrder:
    """Tell the order from the page's own dates (`lines`), else its locale, its country's domain or its language.

    English without a country leaves it unknown: half its readers would read the date otherwise.
    """
    return next(
        (order for order in _signs(url, claimed_language, lines, text) if order.is_day_first is not None), DayOrder()
    )


def _signs(url: str, claimed_language: str | None, lines: str, text: str) -> Iterator[DayOrder]:
    yield numeric_order(lines)
    yield _of_locale(claimed_language)
    yield _of_country((host_of(url) or "").rsplit(".", 1)[-1])
    language = find_language(text, claimed_language)
    yield DayOrder(is_day_first=None if language in {"en", None} else True)


def _of_locale(claimed: str | None) -> DayOrder:
    locale = (claimed or "").strip().lower().replace("_", "-")
    if locale in load_lexicon("any", "page_dates")["day_first"]["month_first_locales"]:
        return DayOrder(is_day_first=False)
    if locale.startswith("en"):
        return _of_country(locale[3:])
    return DayOrder(is_day_first=True if locale else None)


def _of_country(code: str) -> DayOrder:
    rules = load_lexicon("any", "page_dates")["day_first"]
    if code in rules["domains"]:
        return DayOrder(is_day_first=True)
    return DayOrder(is_day_first=False if code in rules["month_first_domains"] else None)
