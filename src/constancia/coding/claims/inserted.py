"""The words around a number in, what a bracket or a strike makes of them out, for numbers of those who take part."""

from __future__ import annotations

import re

_OPENS = re.compile(r"\s?[(–—-]\s?(?:\w+ ){0,3}$")
_CLOSES = re.compile(r"[\w ]{0,24}?\s?[)–—-]")
# Police and other public servants are counted as on duty, unless it is they who strike or march for themselves.
_STRIKING = re.compile(
    r"(?: [a-z]+){0,5}? (?:(?:inici|cumpl)\w+ (?:ayer |hoy )?(?:un |una )?(?:paro|huelga)|pararon|paran|pararan|"
    r"acat\w+|huelga|en paro|un paro|se (?:plegaron|acuartelaron|amotinaron|manifest\w+)|marcharon|protestaron|"
    r"marched|protested|demonstrated|went on strike|struck|walked out|walked off|on strike|began a strike|mutinied)\b"
)
_STRIKE_OF = re.compile(r"\b(?:paro|huelga|strike|walkout) (?:de|of|by) (?:los |las |unos |unas |the |some )?$")


def around_insertion(before: str, after: str) -> tuple[str, str]:
    """Blank the brackets or dashes round a number: "the workers (280 in all) struck", "-unos 280-"."""
    opens, closes = _OPENS.search(before), _CLOSES.match(after)
    if opens is None or closes is None:
        return before, after
    return before[: opens.start()].ljust(len(before)), after[closes.end() :].rjust(len(after))


def strike_of_theirs(before: str, after: str) -> bool:
    """Tell the "280 agentes" of a ministry who strike from those that keep order."""
    return _STRIKING.match(after) is not None or _STRIKE_OF.search(before) is not None
