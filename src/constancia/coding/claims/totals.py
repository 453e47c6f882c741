"""The words for running totals of `figures.toml` in, patterns over folded text out: "since the protests began"."""

from __future__ import annotations

import re

from constancia.coding.word_patterns import alternatives, compile_words, pair
from constancia.words.expressions import expression

# Words between a verb that revises and its count ("rebajó el martes de ocho a siete el número de muertos"), and between
# an opening and its crisis ("in the port strike").
_BETWEEN_REVISION = 8
_BETWEEN_CRISIS = 2
# "In the port strike", but not "in Kisumu as protests", where another clause begins.
_INTO_CRISIS = (
    r"(?:\s+(?!(?:as|when|while|after|before|and|that|who|where|como|cuando|mientras|tras|que|y|donde|"
    r"air|drone|missile|rocket|military|artillery)\b)[\w'-]+)"
    rf"{{0,{_BETWEEN_CRISIS}}}?"
)
_BETWEEN_RISING = 6  # "the toll of the hunger marches in Kano has climbed"


def total_patterns(table: dict[str, list[str]], nouns: list[str]) -> dict[str, re.Pattern[str]]:
    """Compile what tells a figure of many deeds from one of a deed; `nouns` are those for people harmed."""
    return {
        "always_cumulative": _always_cumulative(table),
        "in_crisis": _in_crisis(table),
        "days_of_crisis": _days_of_crisis(table),
        "has_left": _leaving(table, "has_left"),
        "left": _leaving(table, "left"),
        "leads_to_noun": _leads_to_noun(table),
        "revised": _revised(table),
        "rising": _rising(table),
        "summing": _summing(table, nouns),
        **{name: compile_words(table[name]) for name in ("toll", "since", "lasting", "counted", "everywhere")},
    }


def _always_cumulative(table: dict[str, list[str]]) -> re.Pattern[str]:
    """Compile what says by itself that a figure covers more than one deed, alone or as one word of two sets."""
    bringing = pair(table["bringing"], table["counts"], _BETWEEN_REVISION)
    openings = alternatives(table["openings"])
    in_crisis = rf"(?:{openings}){_INTO_CRISIS}\s+(?:{alternatives(table['crises'])})"
    return expression(rf"(?<!\w)(?:{alternatives(table['always'])}|{bringing}|{in_crisis})(?!\w)")


def _in_crisis(table: dict[str, list[str]]) -> re.Pattern[str]:
    openings, crises = alternatives(table["openings"] + table["came_of"]), alternatives(table["crises"])
    return expression(rf"(?<!\w)(?:{openings}){_INTO_CRISIS}\s+(?P<crisis>{crises})(?!\w)")


def _days_of_crisis(table: dict[str, list[str]]) -> re.Pattern[str]:
    """Compile "in eight days of strike": more than one, with a word between the days and what lasted."""
    spans = alternatives(table["span_openings"])
    one = alternatives(table["span_of_one"])
    units, crises = alternatives(table["span_units"]), alternatives(table["crises"])
    number = rf"(?:[\w'-]+\s+){{0,3}}?(?!(?:{one})\s)[\w-]+"
    return expression(rf"(?<!\w)(?:{spans})\s+{number}\s+(?:{units})\s+(?:[\w'-]+\s+){{0,2}}?(?:{crises})(?!\w)")


def _leaving(table: dict[str, list[str]], verbs: str) -> re.Pattern[str]:
    """Compile a crisis and what it does, right before what it leaves: "the port strike has so far cost"."""
    crises = alternatives(table["lasting_crises"])
    return expression(
        rf"(?<!\w)(?:{crises})(?:\s+[\w'-]+){{0,{_BETWEEN_LEFT}}}?\s+(?:{alternatives(table[verbs])})(?!\w)"
    )


_BETWEEN_LEFT = 6


def _leads_to_noun(table: dict[str, list[str]]) -> re.Pattern[str]:
    """Compile what opens the noun behind its number: "sube a 31 la cifra de muertos", "a 18 subió el número"."""
    verb = rf"(?:(?:{alternatives(table['behind'])})\s+)?" if table["behind"] else ""
    return expression(rf"\s*{verb}(?:la|el|los|las|the)\s")


def _revised(table: dict[str, list[str]]) -> re.Pattern[str]:
    return expression(rf"(?<!\w)(?:{pair(table['revising'], table['counts'], _BETWEEN_REVISION)})(?!\w)")


def _summing(table: dict[str, list[str]], nouns: list[str]) -> re.Pattern[str]:
    """Compile what leads from a day's count to a sum: ", bringing the toll", "lo que eleva a 48 los muertos"."""
    verbs = [*table["bringing"], *table["revising"], *table["sums"]]
    leads = pair(verbs, [*table["counts"], *nouns, *table["summed"]], _BETWEEN_SUM)
    return expression(rf"(?:[,;-]\s+|\b(?:{alternatives(table['joins_sum'])})\s+)(?:[a-z]+\s+){{0,4}}?{leads}(?!\w)")


_BETWEEN_SUM = 8  # "bringing to more than three hundred and fifty the number"


def _rising(table: dict[str, list[str]]) -> re.Pattern[str]:
    """Compile "the toll of the marches has climbed"."""
    return expression(rf"(?<!\w)(?:{pair(table['counts'], table['rising'], _BETWEEN_RISING)})(?!\w)")
