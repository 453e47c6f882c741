"""The words of `figures.toml`, compiled: one pattern a set of words, over folded text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

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
from constancia.coding.word_patterns import alternatives, compile_words, opened_object, openings, passive_before
from constancia.vocabulary import Category, Measure, Role
from constancia.words import load_lexicon
from constancia.words.expressions import expression
from constancia.words.memory import WordMemory

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
_LANGUAGES = ("en", "es")
_BETWEEN_RISING = 6  # "the toll of the hunger marches in Kano has climbed"


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


def _pair(first: list[str], second: list[str], most: int) -> str:
    """Give the pattern of a word of one set and a word of another, with so many words between at most."""
    return rf"(?:{alternatives(first)})(?:\s+[\w'-]+){{0,{most}}}?\s+(?:{alternatives(second)})"


def _always_cumulative(table: dict[str, list[str]]) -> re.Pattern[str]:
    """Compile what says by itself that a figure covers more than one deed, alone or as one word of two sets."""
    bringing = _pair(table["bringing"], table["counts"], _BETWEEN_REVISION)
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
    return expression(rf"(?<!\w)(?:{_pair(table['revising'], table['counts'], _BETWEEN_REVISION)})(?!\w)")


def _summing(table: dict[str, list[str]], nouns: list[str]) -> re.Pattern[str]:
    """Compile what leads from a day's count to a sum: ", bringing the toll", "lo que eleva a 48 los muertos"."""
    verbs = [*table["bringing"], *table["revising"], *table["sums"]]
    leads = _pair(verbs, [*table["counts"], *nouns, *table["summed"]], _BETWEEN_SUM)
    return expression(rf"(?:[,;-]\s+|\b(?:{alternatives(table['joins_sum'])})\s+)(?:[a-z]+\s+){{0,4}}?{leads}(?!\w)")


_BETWEEN_SUM = 8  # "bringing to more than three hundred and fifty the number"


def _rising(table: dict[str, list[str]]) -> re.Pattern[str]:
    """Compile "the toll of the marches has climbed"."""
    return expression(rf"(?<!\w)(?:{_pair(table['counts'], table['rising'], _BETWEEN_RISING)})(?!\w)")


def _both(table: dict[str, dict[str, list[str]]]) -> re.Pattern[str]:
    """Compile "both men", "los dos jóvenes": two people who were told of before."""
    who = rf"(?:[\w-]+\s+)?(?P<who>{alternatives(table['people']['words'])})"
    return expression(rf"(?<![\w-])(?:{alternatives(table['people']['both'])})\s+{who}(?!\w)")


def _by_measure(table: dict[str, list[str]]) -> dict[Measure, re.Pattern[str]]:
    return {Measure(name): compile_words(entries) for name, entries in table.items()}


def _entries_of(table: dict[str, list[str]]) -> list[str]:
    return [entry for entries in table.values() for entry in entries]


@cache
def figure_words(language: str) -> FigureWords:
    """Load the words of a language ("en" or "es")."""
    table: dict[str, Any] = load_lexicon(language, "figures")
    cumulative, part, certainty, grammar = table["cumulative"], table["part"], table["certainty"], table["grammar"]
    people, one = compile_words(table["people"]["words"]), compile_words(table["one"]["words"])
    any_noun, on_duty = compile_words(_entries_of(table["nouns"])), compile_words(table["on_duty"]["words"])
    things, human, giving = (
        compile_words(table["things"]["words"]),
        compile_words(table["human"]["words"]),
        compile_words(table["giving"]["words"]),
    )
    return FigureWords(
        nouns=_by_measure(table["nouns"]),
        done_to=_by_measure(table["done_to"]),
        done_by=_by_measure(table["done_by"]),
        any_noun=any_noun,
        any_verb=compile_words(_entries_of(table["done_to"]) + _entries_of(table["done_by"])),
        category={Category(name): compile_words(entries) for name, entries in table["category"].items()},
        outcome_open=compile_words(table["outcome_open"]["words"]),
        another=compile_words(table["fate"]["another"]),
        hurt=compile_words(table["fate"]["hurt"]),
        human=human,
        crowd=compile_words(table["crowd"]["words"]),
        existence=compile_words(table["existence"]["words"]),
        on_duty=on_duty,
        people=people,
        bystanders=compile_words(table["bystanders"]["words"]),
        not_there=compile_words(table["bystanders"]["before"]),
        about=compile_words(table["bystanders"]["about"]),
        gathered=compile_words(table["bystanders"]["gathered"]),
        always_cumulative=_always_cumulative(cumulative),
        in_crisis=_in_crisis(cumulative),
        days_of_crisis=_days_of_crisis(cumulative),
        has_left=_leaving(cumulative, "has_left"),
        left=_leaving(cumulative, "left"),
        leads_to_noun=_leads_to_noun(cumulative),
        revised=_revised(cumulative),
        rising=_rising(cumulative),
        summing=_summing(cumulative, _entries_of(table["nouns"])),
        toll=compile_words(cumulative["toll"]),
        since=compile_words(cumulative["since"]),
        lasting=compile_words(cumulative["lasting"]),
        counted=compile_words(cumulative["counted"]),
        estimating=compile_words(table["estimating"]["words"]),
        everywhere=compile_words(cumulative["everywhere"]),
        part_before=compile_words(part["before"]),
        part_after=compile_words(part["after"]),
        state=compile_words(part["state"]),
        whole=compile_words(part["whole"]),
        unconfirmed=compile_words(certainty["unconfirmed"]),
        denied=compile_words(certainty["denied"]),
        rhetorical=compile_words(certainty["rhetorical"]),
        giving=giving,
        according_to=compile_words(table["according_to"]["words"]),
        commemorated=compile_words(table["commemorated"]["words"]),
        zero=compile_words(table["zero"]["who"]),
        open_zero=compile_words(table["zero"]["open"]),
        both=_both(table),
        both_opens=frozenset(entry.split()[0] for entry in table["people"]["both"]),
        aged=expression(rf"{compile_words(table['one']['aged']).pattern}\s+$"),
        one=one,
        begins=noun_kinds(
            {PEOPLE: people, ONE: one, HARM_NOUN: any_noun, ON_DUTY: on_duty, HUMAN: human, GIVING: giving}
        ),
        holds=kinds_inside({PEOPLE: people, ON_DUTY: on_duty, THINGS: things}),
        opens_noun=openings(_entries_of(table["nouns"])),
        opens=opened_kinds(_opening(table)),
        opens_label=openings([*_entries_of(table["nouns"]), *_labels_else(table)]),
        opens_one=openings(table["one"]["words"]),
        opens_zero=openings(table["zero"]["who"]),
        not_with_the=frozenset(table["one"]["not_with_the"]),
        things=things,
        speakers={Role(name): compile_words(entries) for name, entries in table["speakers"].items()},
        any_speaker=compile_words(_entries_of(table["speakers"])),
        months=frozenset(load_lexicon(language, "dates")["words"]["month"]),
        labelled=_labels(load_lexicon(language, "counted")["not_counted_before"]),
        passive_before=passive_before(grammar),
        participle_end=expression(rf"(?:{'|'.join(grammar['participle'])})$"),
        object_follows=opened_object(grammar["object_follows"]),
        opens_another=frozenset(grammar["opens_another"]),
        court=compile_words(table["judged"]["court"]),
        decided=compile_words(table["judged"]["decided"]),
        answerable=_answerable(table["answerable"]["words"]),
        **_unreached(table["unreached"]),
        cared_for=_cared_for(table["care"]),
        civil=compile_words(table["strike"]["civil"]),
        halted=_halted(table["strike"]),
        workers=compile_words(table["strike"]["workers"]),
        strikers=compile_words(table["strike"]["strikers"]),
        goods=compile_words(table["goods"]["words"]),
        damaged=compile_words(table["goods"]["damaged"]),
        damaging=compile_words(table["goods"]["damaging"]),
        **{name: compile_words(entries) for name, entries in table["bulletin"].items()},
    )


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
    rises = _pair(table["may"], table["rises"], _BETWEEN_RISE)
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
    return expression(rf"\b{_pair(care['who'], care['does'], _NAME_WORDS)}{about}\s*$")


def _labels(before: dict[str, list[str]]) -> re.Pattern[str]:
    """Compile what stands right before a number that names and counts nothing: "minuto", "a las", "avenida"."""
    words = [word for word in (*before["words"], *before["clock"]) if word[0].isalpha() and len(word) > 1]
    row = rf"(?:{alternatives(before['numbered'])})\s+(?:\w{{1,4}}(?:,|\s+(?:and|y|e|or|o))\s+)*"
    return expression(rf"\b(?:(?:{alternatives(words)})\s+|{row})$")
