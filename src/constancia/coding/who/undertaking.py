"""A verb and the noun of a deed that it governs in, whether its subject does or calls that deed out."""

from __future__ import annotations

from constancia.coding.clauses.syntax import NounGroup, Parse, VerbGroup
from constancia.coding.status.status_words import StatusWords, is_light
from constancia.coding.story import Draft
from constancia.coding.who.around_nouns import TOLD_BY
from constancia.coding.word_sets import word_set, words_of
from constancia.vocabulary import EventType, Form

ORGANISES = words_of("undertaking", "organises")
# What is told after or during a deed is not it: "took 14 wounded to hospital after the clashes".
_BESIDE = word_set(
    "after before ahead during amid following since despite until tras durante antes luego despues desde hasta"
)


def _is_phrasal(verb: VerbGroup, parse: Parse) -> bool:
    """Tell "break up a march", "take over", "put down" from "take part", "hold a march"."""
    return verb.last + 1 < len(parse.words) and parse.words[verb.last + 1].norm in _PARTICLES


_PARTICLES = frozenset({"up", "down", "off", "over", "away", "back"})


def carries_out(draft: Draft, own: NounGroup, verb: VerbGroup, parse: Parse, words: StatusWords) -> bool:
    """Tell "launched an offensive", "staged a sit-in" from "reported an offensive", "saw a sit-in"."""
    if draft.form in _STRIKES and own.preposition in _ON and verb.lemma in _GOES:
        return True
    if draft.type is EventType.PROTEST and verb.lemma in _CARRIES_ON and _is_its_object(own, verb, parse):
        return True
    if draft.type is not EventType.ASSAULT or own.preposition == "to":  # "had to fire 12 shots"
        return (
            is_light(verb, words)
            and verb.lemma not in _NOTES
            and verb.lemma not in _PUTS_DOWN
            and not _is_phrasal(verb, parse)
            and own.preposition not in _BESIDE
        )
    return _is_its_object(own, verb, parse) and words.is_verb("carries_out", verb)


_STRIKES = frozenset({Form.STRIKE, Form.HUNGER_STRIKE})
_ON = frozenset({"on", "en", "a"})
_GOES = words_of("undertaking", "goes")
_CARRIES_ON = words_of("undertaking", "carries_on")
_PUTS_DOWN = words_of("undertaking", "puts_down")  # "la policía reprimió la marcha"
_NOTES = words_of("undertaking", "notes")


def organises(draft: Draft, own: NounGroup, verb: VerbGroup, parse: Parse) -> bool:
    """Tell "planned the attack", "announced a strike" from "announced an inquiry into the attack"."""
    if verb.lemma not in ORGANISES or own.preposition in _BESIDE:
        return False
    return draft.type is not EventType.ASSAULT or _is_its_object(own, verb, parse)


def _is_its_object(own: NounGroup, verb: VerbGroup, parse: Parse) -> bool:
    """Tell "launched a wave of attacks" from "launched an inquiry into the attack", "a review of the attack"."""
    if own.first <= verb.last or own.preposition not in _CARRIED:
        return False
    if own.preposition in _WITH:
        return True  # "dispersed the march with live rounds"
    between = (group for group in parse.nouns if verb.last < group.first and group.last < own.first)
    return all(group.lemma not in TOLD_BY for group in between)


_WITH = frozenset({"with", "con"})
_CARRIED = frozenset({None, "of", "de", "del", "a", "al", "with", "con", "out"})
