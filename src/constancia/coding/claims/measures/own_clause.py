"""What is told of people who are counted, in a clause of their own, out: "62 people were stripped", "40 viven de"."""

from __future__ import annotations

import re
from functools import cache

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure, Line
from constancia.coding.claims.measures.other_fates import BE, BEGINS_BE, PARTICIPLE, measure_of
from constancia.coding.claims.stops import since_stop
from constancia.coding.what.reasons import opener
from constancia.coding.word_patterns import compile_words
from constancia.words import load_lexicon
from constancia.words.expressions import expression

_LANGUAGES = ("en", "es")
_NOUN = r"(?:\s+(?!(?:que|who|which|that|and|y|e|o|or)\s)[\w-]+){0,4}?"
_MOST_BEFORE = 5  # words: four of the noun, then the verb
_PASSIVE = re.compile(rf"{_NOUN}\s+{BE}\s+(?:(?:\w+ly|\w+mente|ayer|luego|then)\s+)?{PARTICIPLE}\b")


def has_passive_of_its_own(after: str, words: FigureWords) -> bool:
    """Tell "six were held and two guards were taken to hospital": what was done to the six is not of the two.

    `after` are the folded words behind a number.
    """
    if BEGINS_BE.isdisjoint(after.split(None, _MOST_BEFORE)[:_MOST_BEFORE]):
        return False
    told = _PASSIVE.match(after)
    if told is None or words.any_verb.search(after[: told.end()]) or words.any_noun.search(after[: told.end()]):
        return False
    return measure_of(told["what"], words) is None


def does_otherwise(noun: str, after: str, words: FigureWords) -> bool:
    """Tell people of whom a clause of their own says what no crowd does, and prisoners, from those at a protest."""
    behind = " " + after.lstrip().removeprefix(noun.split(" ", maxsplit=1)[0]).lstrip()
    if _listed("prisoners").match(noun) or has_passive_of_its_own(behind, words):
        return True
    begins = _ITS_WORDS.match(behind)
    return begins is not None and _listed("does").search(behind, 0, begins.end()) is not None


_ITS_WORDS = re.compile(r"(?:\s+(?!(?:que|quienes|who|which|that|and|y|e|o|or)\b)[\w-]+){1,5}")


def is_past_a_clause(line: Line, figure: Figure, end: int) -> bool:
    """Tell "denied that arrests were made and said that it spoke to 30": another verb, behind "and", is nearer.

    `end` is where a word that might say what was counted ends, before the figure.
    """
    joint = _JOINT.search(line.words(end, figure.start))
    return joint is not None and line.verbs_between(end + joint.start(), figure.start) > 0


_JOINT = re.compile(r"\b(?:y|e|and|pero|but|mientras|while|que|that)\s")


@cache
def _listed(name: str) -> re.Pattern[str]:
    tables = (load_lexicon(language, "figures")["own_clause"] for language in _LANGUAGES)
    return compile_words([entry for table in tables for entry in table[name]])


def is_object_of_deed(before: str) -> bool:
    """Tell "over the transfer of 65 clerks", "por el despido de 300" from a crowd; `before` stands before a number."""
    behind = before.rstrip()
    while behind and behind.rsplit(" ", 1)[-1] in _ABOUT:
        behind = behind.rsplit(" ", 1)[0] if " " in behind else ""
    return any(match.end() == len(behind) for match in _listed("done_to").finditer(behind))


_ABOUT = frozenset(
    (
        "los",
        "las",
        "unos",
        "unas",
        "mas",
        "casi",
        "cerca",
        "sus",
        "the",
        "some",
        "about",
        "over",
        "nearly",
        "its",
        "their",
    )
)


def died_by_mishap(after: str) -> bool:
    """Tell "three died after inhaling fumes", "murieron ahogados" from the dead of a deed."""
    if _FORCE.search(after):
        return False
    return _listed("mishaps").search(after.split(";", maxsplit=1)[0][:_REACH]) is not None


_FORCE = re.compile(r"lacrimogen|tear gas|\b(?:polic|soldad|soldier|militar|bomb|explosi|attack|ataque|bala|shot)")
_REACH = 70  # characters behind a number in which a mishap is told


def begins_anew(line: Line, figure: Figure, language: str) -> bool:
    """Tell whether what is told before a number says nothing of those whom it counts."""
    return _comes_after(line, figure, language) or (figure.is_bare and _opens_a_clause(line, figure))


def _comes_after(line: Line, figure: Figure, language: str) -> bool:
    """Tell "Tras la muerte del dirigente, miles marcharon": what came before the comma befell somebody else."""
    before = line.before(figure)
    return before.endswith(", ") and _upon(language).match(since_stop(before).lstrip()) is not None


@cache
def _upon(language: str) -> re.Pattern[str]:
    return expression(rf"{opener(language)}\s")


def is_opened(line: Line, figure: Figure) -> bool:
    """Tell whether "as", "while", "mientras" or their like stand right before a number."""
    before = line.before(figure)
    return before.endswith(" ") and _OPENS.search(before) is not None


def _opens_a_clause(line: Line, figure: Figure) -> bool:
    """Tell "12 were arrested as thousands protested": a clause with its own verb begins right before the number."""
    return is_opened(line, figure) and line.verbs_between(figure.end, figure.end + _NEXT_VERB) > 0


_OPENS = re.compile(
    r"(?:(?<!well)\sas|\s(?:while|where|when|mientras|cuando|donde))\s+"
    r"(?:about |some |over |more than |at least |unos |unas |mas de )?$"
)
_NEXT_VERB = 80  # characters behind a number in which its own verb stands
