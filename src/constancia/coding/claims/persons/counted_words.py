"""A placed figure in, the words that it counts out: "four bakers shot dead" counts bakers."""

from __future__ import annotations

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import HARM, Figure, Line
from constancia.coding.clauses.syntax import Tag
from constancia.words import fold

_NO_NOUN = frozenset({Tag.VERB, Tag.TIME, Tag.AUXILIARY, Tag.MODAL})


def counted_words(line: Line, figure: Figure, words: FigureWords) -> str | None:
    """Give the noun of a figure without the verb or day behind it; where it is left out, that of the figure before.

    "Seven clerks were killed and 12 wounded": the twelve are clerks as well.
    """
    noun = _without_verb(line, figure, words)
    if figure.measure not in HARM or figure.is_single or (noun is not None and not _is_harm(noun, words)):
        return noun
    told = (_without_verb(line, other, words) for other in reversed(line.figures) if _is_told_before(other, figure))
    return next((other for other in told if other is not None and not _is_harm(other, words)), noun)


def _is_told_before(other: Figure, figure: Figure) -> bool:
    is_of_people = other.measure in HARM and not other.is_single and other.value.best != 0
    return is_of_people and other.end <= figure.start


def _without_verb(line: Line, figure: Figure, words: FigureWords) -> str | None:
    noun = figure.value.noun
    if noun is None or " " not in noun or line.parse is None:
        return noun
    parts = noun.split()
    behind = [word for word in line.parse().words if word.start >= figure.end][: len(parts)]
    for index, (part, word) in enumerate(zip(parts, behind, strict=False)):
        if word.norm != fold(part):
            return noun
        if index and (word.tag in _NO_NOUN or _is_harm(word.norm, words)):
            return " ".join(parts[:index])
    return noun


def _is_harm(noun: str, words: FigureWords) -> bool:
    """Tell "killed", "injured tonight", "heridos": what befell them, and not who they are."""
    return bool(words.any_noun.match(fold(noun)))
