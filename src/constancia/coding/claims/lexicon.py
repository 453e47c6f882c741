"""The words of `figures.toml`, compiled: one pattern a set of words, over folded text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from constancia.coding.claims.totals import total_patterns
from constancia.coding.claims.word_kinds import (
    BYSTANDERS,
    CATEGORY,
    CROWD,
    DENIED,
    DYING,
    GIVING,
    GOODS,
    HARM_NOUN,
    HUMAN,
    ON_DUTY,
    ONE,
    PEOPLE,
    RHETORICAL,
    SOMEBODY,
    SOMEONE,
    SOMETHING,
    SPEAKER,
    TAKING_PART,
    THINGS,
    UNCONFIRMED,
    done_by_bit,
    done_to_bit,
    kinds_inside,
    noun_kinds,
    opened_kinds,
)
from constancia.coding.word_patterns import alternatives, compile_words, opened_object, openings, pair, passive_before
from constancia.vocabulary import Category, Measure, Role
from constancia.words import load_lexicon
from constancia.words.expressions import expression
from constancia.words.memory import WordMemory

_LANGUAGES = ("en", "es")


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The compiled word sets of one language; see the comments of `figures.toml` for what each is."""

    nouns: dict[Measure, re.Pattern[str]]
    done_to: dict[Measure, re.Pattern[str]]
    done_by: dict[Measure, re.Pattern[str]]
    any_noun: re.Pattern[str]
    any_verb: re.Pattern[str]
    category: dict[Category, re.Pattern[str]]
    human: re.Pattern[str]
    outcome_open: re.Pattern[str]
    another: re.Pattern[str]
    hurt: re.Pattern[str]
    crowd: re.Pattern[str]
    existence: re.Pattern[str]
    on_duty: re.Pattern[str]
    people: re.Pattern[str]
    bystanders: re.Pattern[str]
    not_there: re.Pattern[str]
    about: re.Pattern[str]
    gathered: re.Pattern[str]
    always_cumulative: re.Pattern[str]
    in_crisis: re.Pattern[str]
    days_of_crisis: re.Pattern[str]
    has_left: re.Pattern[str]
    left: re.Pattern[str]
    leads_to_noun: re.Pattern[str]
    revised: re.Pattern[str]
    rising: re.Pattern[str]
    summing: re.Pattern[str]
    toll: re.Pattern[str]
    since: re.Pattern[str]
    lasting: re.Pattern[str]
    counted: re.Pattern[str]
    estimating: re.Pattern[str]
    everywhere: re.Pattern[str]
    part_before: re.Pattern[str]
    part_after: re.Pattern[str]
    state: re.Pattern[str]
    whole: re.Pattern[str]
    unconfirmed: re.Pattern[str]
    denied: re.Pattern[str]
    rhetorical: re.Pattern[str]
    giving: re.Pattern[str]
    according_to: re.Pattern[str]
    commemorated: re.Pattern[str]
    zero: re.Pattern[str]
    open_zero: re.Pattern[str]
    both: re.Pattern[str]
    both_opens: frozenset[str]
    aged: re.Pattern[str]
    one: re.Pattern[str]
    begins: WordMemory[int]
    holds: WordMemory[int]
    opens_one: WordMemory[bool]
    opens_zero: WordMemory[bool]
    opens_noun: WordMemory[bool]
    opens: WordMemory[int]
    opens_label: WordMemory[bool]
    not_with_the: frozenset[str]
    things: re.Pattern[str]
    speakers: dict[Role, re.Pattern[str]]
    any_speaker: re.Pattern[str]
    labelled: re.Pattern[str]
    months: frozenset[str]
    passive_before: re.Pattern[str]
    participle_end: re.Pattern[str]
    object_follows: re.Pattern[str]
    opens_another: frozenset[str]
    court: re.Pattern[str]
    decided: re.Pattern[str]
    answerable: re.Pattern[str]
    hoped: re.Pattern[str]
    may_rise: re.Pattern[str]
    rate: re.Pattern[str]
    rate_before: re.Pattern[str]
    cared_for: re.Pattern[str]
    civil: re.Pattern[str]
    halted: re.Pattern[str]
    workers: re.Pattern[str]
    strikers: re.Pattern[str]
    document: re.Pattern[str]
    source: re.Pattern[str]
    in_all: re.Pattern[str]
    to_date: re.Pattern[str]
    families: re.Pattern[str]
    goods: re.Pattern[str]
    damaged: re.Pattern[str]
    damaging: re.Pattern[str]
    taking_part: re.Pattern[str]


def _both(table: dict[str, dict[str, list[str]]]) -> re.Pattern[str]:
    """Compile "both men", "los dos jóvenes": two people who were told of before."""
    who = rf"(?:[\w-]+\s+)?(?P<who>{alternatives(table['people']['words'])})"
    return expression(rf"(?<![\w-])(?:{alternatives(table['people']['both'])})\s+{who}(?!\w)")


def _by_measure(table: dict[str, list[str]]) -> dict[Measure, re.Pattern[str]]:
    return {Measure(name): compile_words(entries) for name, entries in table.items()}


def _entries_of(table: dict[str, list[str]]) -> list[str]:
    return [entry for entries in table.values() for entry in entries]


# The sets of whole words, each by its table and its list in it.
_SETS = {
    "outcome_open": ("outcome_open", "words"),
    "another": ("fate", "another"),
    "hurt": ("fate", "hurt"),
    "human": ("human", "words"),
    "crowd": ("crowd", "words"),
    "existence": ("existence", "words"),
    "on_duty": ("on_duty", "words"),
    "people": ("people", "words"),
    "things": ("things", "words"),
    "one": ("one", "words"),
    "bystanders": ("bystanders", "words"),
    "not_there": ("bystanders", "before"),
    "about": ("bystanders", "about"),
    "gathered": ("bystanders", "gathered"),
    "estimating": ("estimating", "words"),
    "part_before": ("part", "before"),
    "part_after": ("part", "after"),
    "state": ("part", "state"),
    "whole": ("part", "whole"),
    "unconfirmed": ("certainty", "unconfirmed"),
    "denied": ("certainty", "denied"),
    "rhetorical": ("certainty", "rhetorical"),
    "giving": ("giving", "words"),
    "according_to": ("according_to", "words"),
    "commemorated": ("commemorated", "words"),
    "zero": ("zero", "who"),
    "open_zero": ("zero", "open"),
    "court": ("judged", "court"),
    "decided": ("judged", "decided"),
    "civil": ("strike", "civil"),
    "workers": ("strike", "workers"),
    "strikers": ("strike", "strikers"),
    "goods": ("goods", "words"),
    "damaged": ("goods", "damaged"),
    "damaging": ("goods", "damaging"),
}


@cache
def figure_words(language: str) -> FigureWords:
    """Load the words of a language ("en" or "es")."""
    table: dict[str, Any] = load_lexicon(language, "figures")
    nouns = _entries_of(table["nouns"])
    sets = {name: compile_words(table[part][entry]) for name, (part, entry) in _SETS.items()}
    sets["any_noun"] = compile_words(nouns)
    return FigureWords(
        **sets,
        **total_patterns(table["cumulative"], nouns),
        **_passives(table["grammar"]),
        **_unreached(table["unreached"]),
        **{name: compile_words(entries) for name, entries in table["bulletin"].items()},
        nouns=_by_measure(table["nouns"]),
        done_to=_by_measure(table["done_to"]),
        done_by=_by_measure(table["done_by"]),
        any_verb=compile_words(_entries_of(table["done_to"]) + _entries_of(table["done_by"])),
        category={Category(name): compile_words(entries) for name, entries in table["category"].items()},
        speakers={Role(name): compile_words(entries) for name, entries in table["speakers"].items()},
        any_speaker=compile_words(_entries_of(table["speakers"])),
        both=_both(table),
        both_opens=frozenset(entry.split()[0] for entry in table["people"]["both"]),
        aged=expression(rf"{compile_words(table['one']['aged']).pattern}\s+$"),
        begins=noun_kinds({kind: sets[name] for kind, name in _BEGINS.items()}),
        holds=kinds_inside({kind: sets[name] for kind, name in _HOLDS.items()}),
        opens=opened_kinds(_opening(table)),
        opens_noun=openings(nouns),
        opens_label=openings([*nouns, *_labels_else(table)]),
        opens_one=openings(table["one"]["words"]),
        opens_zero=openings(table["zero"]["who"]),
        not_with_the=frozenset(table["one"]["not_with_the"]),
        months=frozenset(load_lexicon(language, "dates")["words"]["month"]),
        labelled=_labels(load_lexicon(language, "counted")["not_counted_before"]),
        opens_another=frozenset(table["grammar"]["opens_another"]),
        answerable=_answerable(table["answerable"]["words"]),
        cared_for=_cared_for(table["care"]),
        halted=_halted(table["strike"]),
    )


_BEGINS = {
    PEOPLE: "people", ONE: "one", HARM_NOUN: "any_noun", ON_DUTY: "on_duty", HUMAN: "human", GIVING: "giving"
}  # fmt: skip
_HOLDS = {PEOPLE: "people", ON_DUTY: "on_duty", THINGS: "things"}


def _passives(grammar: dict[str, list[str]]) -> dict[str, re.Pattern[str]]:
    """Compile what stands before and behind a participle that was done to somebody."""
    return {
        "passive_before": passive_before(grammar),
        "participle_end": expression(rf"(?:{'|'.join(grammar['participle'])})$"),
        "object_follows": opened_object(grammar["object_follows"]),
    }


def _opening(table: dict[str, Any]) -> dict[int, list[str]]:
    """Give the sets of which it is known by which words they may be opened."""
    return {
        GOODS: table["goods"]["words"],
        CROWD: table["crowd"]["words"],
        TAKING_PART: table["done_by"][Measure.PARTICIPANTS],
        BYSTANDERS: table["bystanders"]["words"],
        CATEGORY: _entries_of(table["category"]),
        SOMEBODY: table["human"]["words"],
        SPEAKER: _entries_of(table["speakers"]),
        RHETORICAL: table["certainty"]["rhetorical"],
        UNCONFIRMED: table["certainty"]["unconfirmed"],
        DENIED: table["certainty"]["denied"],
        SOMEONE: [*table["people"]["words"], *table["one"]["words"], *_entries_of(table["nouns"])],
        SOMETHING: table["things"]["words"],
        DYING: [form for each in _LANGUAGES for form in load_lexicon(each, "figures")["own_verb"]["dies"]],
        **{done_to_bit(Measure(name)): entries for name, entries in table["done_to"].items()},
        **{done_by_bit(Measure(name)): entries for name, entries in table["done_by"].items()},
    }


def _labels_else(table: dict[str, Any]) -> list[str]:
    """Give what else than a noun of harm a label of a bulletin may say is counted."""
    return [*table["goods"]["damaged"], *table["crowd"]["words"], *table["bulletin"]["taking_part"]]


def _halted(strike: dict[str, list[str]]) -> re.Pattern[str]:
    """Compile what stands before those whose work a strike halts: "el paro afecta desde ayer a unos"."""
    names, verbs = alternatives(strike["names"]), alternatives(strike["halts"])
    return expression(rf"\b(?:{names})\b[^;:.]{{0,60}}?\b(?:{verbs})(?: [a-z]+){{0,5}}? $")


def _answerable(entries: list[str]) -> re.Pattern[str]:
    """Compile what stands behind those who answer for a deed: "guards are accused", "fueron ayer suspendidos"."""
    be = (
        r"(?:are|were|is|was|had been|have been|has been|now|already|also|being|todavia|ya|son|fueron|estan|estaban|"
        r"siguen|han sido|habian sido|resultaron|quedaron|permanecen|ayer|hoy)"
    )
    return expression(rf"\s*(?:{be}\s+)*(?:{alternatives(entries)})(?!\w)")


def _unreached(table: dict[str, list[str]]) -> dict[str, re.Pattern[str]]:
    """Compile what stands right before a number that was hoped for or may come, and around a number in a time."""
    about = rf"(?:\s+(?:{alternatives(table['about'])})){{0,{_ABOUT_NUMBER}}}\s+$"
    rises = pair(table["may"], table["rises"], _BETWEEN_RISE)
    times = rf"(?:{alternatives(table['rate'])})(?!\s+(?:{alternatives(table['not_rate'])})\b)"
    average = rf"\b(?:{alternatives(table['average'])})(?:\s+[\w'-]+){{0,{_BETWEEN_RATE}}}\s+$"
    return {
        "hoped": expression(rf"\b(?:{alternatives(table['hoped'])}){about}"),
        "may_rise": expression(rf"\b{rises}{about}"),
        "rate": expression(rf"(?:\s+[\w'-]+){{0,{_BETWEEN_RATE}}}?\s+{times}(?!\w)"),
        "rate_before": expression(rf"{average}|^\s*(?:{alternatives(table['rate_opens'])})\b"),
    }


_ABOUT_NUMBER = 4  # words between "had expected" and its number: "a crowd of at least"
_BETWEEN_RISE = 7  # "temen que la cifra de muertos de la jornada supere", "may yet"
_BETWEEN_RATE = 3  # "kill five young people a day"
_NAME_WORDS = 5  # between a carer and the verb: "el hospital general de la ciudad atendió"
_ABOUT_WORDS = 3  # before a number: "a más de", "some"


def _cared_for(care: dict[str, list[str]]) -> re.Pattern[str]:
    """Compile what stands right before the number of those cared for: "paramedics attended to some"."""
    about = rf"(?:\s+(?!(?:by|from|of|por|de)\b)[\w'-]+){{0,{_ABOUT_WORDS}}}"
    return expression(rf"\b{pair(care['who'], care['does'], _NAME_WORDS)}{about}\s*$")


def _labels(before: dict[str, list[str]]) -> re.Pattern[str]:
    """Compile what stands right before a number that names and counts nothing: "minuto", "a las", "avenida"."""
    words = [word for word in (*before["words"], *before["clock"]) if word[0].isalpha() and len(word) > 1]
    row = rf"(?:{alternatives(before['numbered'])})\s+(?:\w{{1,4}}(?:,|\s+(?:and|y|e|or|o))\s+)*"
    return expression(rf"\b(?:(?:{alternatives(words)})\s+|{row})$")
