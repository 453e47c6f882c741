"""A word that may be a month or a weekday in, whether it is one here out: "may", "march", "Sun", "Julio", "Domingo"."""

from __future__ import annotations

from collections.abc import Sequence

from constancia.model import Token
from constancia.read.dates.items import Item
from constancia.read.dates.lexicon import DateWords

_JOINTS = frozenset({".", "-", "/", ","})


def is_date_word(items: Sequence[Item], at: int, tokens: Sequence[Token], words: DateWords) -> bool:
    """Tell by the figures beside the word, the word before it, and how it is written."""
    doubtful = words.settings["doubtful"]
    item, (before, after) = items[at], _neighbours(items, at, words)
    place = next((place for place, token in enumerate(tokens) if token.start <= item.start < token.end), 0)
    written = tokens[place].text[item.start - tokens[place].start :]
    is_capital = written[:1].isupper()
    if _is_tied_to_month(items, at, words):
        return True
    # "A second march" is no day: an ordinal in words comes before a month only with "of".
    beside = (before if before is None or before.norm[0].isdecimal() else None, after)
    if any(_is_figure(each, words) or (is_capital and _is_figure_in_words(each, words)) for each in beside):
        return True
    is_led = before is not None and before.norm in doubtful["after"]
    if before is not None and before.norm == "in" and (after is None or not after.norm[0].isalnum()):
        return True
    if item.norm in doubtful["beside_figure"]:
        is_cut_short = at + 1 < len(items) and items[at + 1].norm == "."
        is_month = before is not None and before.norm in doubtful["months_after"] and item.norm in words.values["month"]
        return is_led and (is_cut_short or (is_month and not _is_name(tokens, place + 1)))
    if "capital" in doubtful["case"]:
        return is_capital and (is_led or item.norm not in doubtful["alone"])
    is_name = written.istitle() and (not is_led or _is_name(tokens, place + 1))
    return not is_name and item.norm not in doubtful["alone"]


def _is_tied_to_month(items: Sequence[Item], at: int, words: DateWords) -> bool:
    """Whether a month stands on the other side of "to" or a dash: "Jan-Feb", "May to March", "nov. a mar."."""
    for step in (-1, 1):
        beyond = [item for item in items[max(0, at - 3) : at + 4][::step] if item.norm != "."]
        place = beyond.index(items[at])
        tie, month = [*beyond[place + 1 : place + 3], None, None][:2]
        if (
            tie
            and month
            and tie.norm in words.values["to"]
            and "month" in words.classes_of.get(month.letter, frozenset())
        ):
            return True
    return False


def _neighbours(items: Sequence[Item], at: int, words: DateWords) -> tuple[Item | None, Item | None]:
    """Give the items before and after, past the marks that tie a month to its figures."""
    before = items[at - 1] if at else None
    after = items[at + 1] if at + 1 < len(items) else None
    if after is not None and after.norm in _JOINTS and at + 2 < len(items):
        after = items[at + 2]
    if before is not None and before.norm in {"-", "/"} and at > 1 and _is_figure(items[at - 2], words):
        before = items[at - 2]
    return before, after


def _is_name(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].text.istitle()


def _is_figure(item: Item | None, words: DateWords) -> bool:
    if item is None:
        return False
    classes = words.classes_of.get(item.letter, frozenset())
    return (item.norm[0].isdecimal() or "ordinal" in classes) and bool(classes & {"day", "ordinal", "year"})


def _is_figure_in_words(item: Item | None, words: DateWords) -> bool:
    return item is not None and bool(words.classes_of.get(item.letter, frozenset()) & {"day", "word_year"})
