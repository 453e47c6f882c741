"""A figure in its sentence in, the words out that say of goods that they were damaged: "22 vehicles were torched"."""

from __future__ import annotations

import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure, Line
from constancia.coding.claims.word_kinds import GOODS, opened_in

_NAMED = 32  # characters behind a number in which the goods are named
_BEHIND, _BEFORE = 110, 34
_STOP = re.compile(r"[;:()!?]|\.\s")
_NEXT_CLAUSE = re.compile(
    r"\b(?:who|which|that|que|quienes|when|cuando|while|mientras|after|tras|belonging|in which)\b"
)
# "Twelve buses hit the wall" did it; "twelve buses hit by stones" suffered it.
_OBJECT = re.compile(r"\s+(?:the|a|an|his|her|their|its)\b")


_STRIKE = re.compile(r"\b(?:paros?|huelgas?|cese|asueto|medida)\b")


_OWNERS = re.compile(r"s['’]\s*$|['’]s\s*$")


def damage_of(line: Line, figure: Figure, words: FigureWords) -> tuple[int, int] | None:
    """Give the span of the words by which counted goods were damaged, None where they are no goods or unharmed."""
    if not opened_in(line.words(figure.end, figure.end + _NAMED), words.opens) & GOODS:  # so it is with most
        return None
    behind = _STOP.split(line.words(figure.end, line.end), maxsplit=1)[0]
    named = words.goods.search(behind[:_NAMED])
    if named is None or not _is_near(behind[: named.start()], words):
        return None
    for done in words.damaged.finditer(behind[:_BEHIND], named.end()):
        between = behind[named.end() : done.start()]
        passive = words.passive_before.search(behind[: done.start()])
        verb = passive.start() if passive else done.start()
        if _NEXT_CLAUSE.search(between) or line.verbs_between(figure.end, figure.end + verb):
            break
        if passive or not _OBJECT.match(behind, done.end()):
            return figure.end + done.start(), figure.end + done.end()
    before = _STOP.split(line.words(line.start, figure.start))[-1]
    hits = [hit for hit in words.damaging.finditer(before) if len(before) - hit.end() <= _BEFORE]
    if hits and hits[-1].group().startswith("afect") and _STRIKE.search(before):
        return None  # "el paro afectó a 300 escuelas": they were closed, and not damaged
    if not hits or words.passive_before.search(before[: hits[-1].start()]):
        return None
    return figure.start - len(before) + hits[-1].start(), figure.start - len(before) + hits[-1].end()


def _is_near(between: str, words: FigureWords) -> bool:
    """Tell "45 buses", "three parked buses" from "45 people in buses"."""
    parts = between.split()
    if len(parts) == 1 and _OWNERS.search(between):  # "three loggers' trucks"
        return True
    return (
        len(parts) <= 2
        and "," not in between
        and not words.opens_another.intersection(parts)
        and not words.people.search(between)
    )
