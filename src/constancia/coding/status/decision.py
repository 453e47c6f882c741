"""A trigger in its parse in, its status out: whether the deed happened (codebook, section 1)."""

from __future__ import annotations

import re
from typing import cast

from constancia.coding.clauses.syntax import Clause, ClauseKind, Parse, Tag, Tense, VerbGroup
from constancia.coding.deeds.lexicon import Sense
from constancia.coding.number_words import ORDINALS
from constancia.coding.status.arrests import is_demanded, of_arrest
from constancia.coding.status.not_yet import is_yet_to
from constancia.coding.status.noun_status import of_noun
from constancia.coding.status.plans import (
    hangs_on_condition,
    is_before_ultimatum,
    is_faced_or_else,
    is_held_ready,
    is_taken_back,
)
from constancia.coding.status.status_words import KEPT_FROM, Finding, StatusWords, clause_words, status_words, words_if
from constancia.coding.status.under_way import phrasal
from constancia.coding.status.verb_status import NEGATED, PERFECT, PRESENT, SINCE, by_tense, of_verb
from constancia.coding.story import Trigger
from constancia.coding.word_sets import word_set, words_of
from constancia.vocabulary import EventType, Mode, Status
from constancia.words import fold


def find_status(trigger: Trigger, sense: Sense, parse: Parse, language: str, *, is_headline: bool) -> Finding:
    """Decide the status of the deed that a trigger names."""
    if language == "en" and (_is_exhorted(trigger, parse) or _is_waited_for(trigger, parse, language)):
        return Finding(None, "S12 a wish, or waited for")
    found = _made_known(_find(trigger, parse, language, is_headline=is_headline), sense)
    if sense.type is EventType.PROTEST:
        found = _of_protest(found, trigger, parse, language)
        is_open = found.status is not None and sense.mode in _LASTING
        if is_open and (_is_kept_up(trigger, parse) or _goes_on(trigger, parse, status_words(language))):
            return Finding(Status.ONGOING, "S2 it is not lifted")
    if sense.type is EventType.ASSAULT and not trigger.is_verb:
        found = _taken_as_done(found, trigger, parse, status_words(language))
    if sense.type is EventType.RETREAT and found.is_bare and is_demanded(trigger, parse, language):
        found = Finding(None, "S12 demanded")
    if sense.mode is Mode.ARREST and found.status in _TOLD_AS_DONE:
        found = of_arrest(found, trigger, parse, language)
    is_loose = sense.type is EventType.ASSAULT and language == "en" and not is_headline
    if is_loose and found.why == PRESENT and trigger.is_verb:
        return Finding(None, "S12 a present that asserts no one deed")
    if found.why == PRESENT and sense.type is EventType.REQUEST and trigger.is_verb:
        return Finding(Status.ONGOING, "S2 a demand that stands")
    return _told_by_toll(found, trigger, sense, parse, language)


def _is_exhorted(trigger: Trigger, parse: Parse) -> bool:
    """Read "let the minister march to us", "let them strike": nobody did."""
    if parse.words[0].norm != "let" or parse.words[1].norm not in _LET_WHOM:
        return False
    return all(verb.head >= trigger.word or not verb.is_finite for verb in parse.verbs if verb.first)


def _is_waited_for(trigger: Trigger, parse: Parse, language: str) -> bool:
    """Read "refused to bury them until the killers were arrested", "vowed to stay until he was freed"."""
    if not trigger.is_verb:
        return False
    clause, words = parse.clauses[parse.clause_at[trigger.word]], status_words(language)
    at = clause.verb.first - 1 if clause.verb is not None else trigger.word - 1
    while at >= 0 and parse.words[at].tag is not Tag.VERB and parse.words[at].norm not in _UNTIL:
        at -= 1
    if at < 0 or parse.words[at].norm not in _UNTIL:
        return False
    earlier = [verb for verb in parse.verbs if verb.last < trigger.word and verb is not clause.verb]
    return any(
        verb.is_negated or verb.tense is Tense.FUTURE or words.is_verb("refrain", verb) or words.is_verb("plan", verb)
        for verb in earlier
    )


_UNTIL = frozenset({"until", "till"})
_LET_WHOM = word_set("the them him her us every everyone all those these a an this no our it me")


def _told_by_toll(found: Finding, trigger: Trigger, sense: Sense, parse: Parse, language: str) -> Finding:
    """Tell what only a toll names, a count that runs on, or one that counts nobody, from a deed."""
    if not trigger.is_verb and _is_cause_of_toll(found, trigger, parse):
        return Finding(None, "T2 what a running total came of")
    if sense.mode not in _CASUALTY_MODES or sense.is_legal:
        return found
    clause = parse.clauses[parse.clause_at[trigger.word]]
    if not trigger.is_verb and _is_of_rising_toll(trigger, parse, language):
        return Finding(None, "T4 a figure that rises")
    is_running = found.status is Status.ONGOING and found.why == SINCE
    is_running = is_running or (found.why == PERFECT and sense.mode in _DEADLY and _is_since_then(clause, parse))
    is_running = is_running or (sense.type is EventType.ASSAULT and _is_the_last_of_many(trigger, parse))
    if is_running or (trigger.is_verb and _is_of_number(trigger, parse)):
        return Finding(None, "T2 a running total")
    return Finding(None, "T7 nobody: a figure, not a deed") if found.why in _NOBODY else found


def _is_since_then(clause: Clause, parse: Parse) -> bool:
    """Tell "fifty have been killed since the protests began" from a deed: it counts all that was done since."""
    behind = parse.clauses[clause.index + 1 : clause.index + 2]
    return any(each.marker in _SINCE and each.verb is not None for each in behind)


def _is_the_last_of_many(trigger: Trigger, parse: Parse) -> bool:
    """Read "he is the 71st leader slain this year", "es la tercera periodista asesinada este año": a count, no deed."""
    before = [word.norm for word in parse.words[max(trigger.word - _TO_ORDINAL, 0) : trigger.word]]
    behind = [word.norm for word in parse.words[trigger.last_word + 1 : trigger.last_word + 1 + _TO_ORDINAL]]
    if not any(norm in ORDINALS or _NTH.fullmatch(norm) for norm in before):
        return False
    return not _SPANS.isdisjoint(behind) and any(norm in _IS for norm in before)


_TO_ORDINAL = 8  # words
_NTH = re.compile(r"\d+(?:st|nd|rd|th|er|o|a|º|ª)")
_SPANS = frozenset({"year", "since", "month", "decade", "ano", "mes", "desde", "decada"})
_IS = frozenset({"is", "was", "becomes", "became", "es", "fue", "era", "seria", "sera"})
_SINCE = frozenset({"since", "desde"})
_DEADLY = frozenset({Mode.TARGETED, Mode.FIREARMS})


def _is_of_number(trigger: Trigger, parse: Parse) -> bool:
    """Tell "takes to 39 the number killed since" and "the number of people arrested" from who was killed."""
    before = [word.norm for word in parse.words[max(trigger.word - _OF_A_NUMBER, 0) : trigger.word]]
    while before and before[-1] in _PEOPLE:
        before.pop()
    return bool(before) and before[-1] in _NUMBERS


_OF_A_NUMBER = 5
_NUMBERS = frozenset({"number", "numbers", "total", "tally"})
_PEOPLE = frozenset({"of", "people", "persons", "those", "civilians", "protesters", "demonstrators", "the"})


def _is_of_rising_toll(trigger: Trigger, parse: Parse, language: str) -> bool:
    """Read "number of dead in the unrest climbs to 57": no deed is told, unless a day is."""
    clause = parse.clauses[parse.clause_at[trigger.word]]
    near = parse.words[max(trigger.word - 3, 0) : trigger.last_word + 5]
    has_day = any(word.tag is Tag.TIME for word in near) and all(word.lemma not in _LONG for word in near)
    return status_words(language).is_verb("count", clause.verb) and not has_day


_LONG = frozenset({"year", "month", "decade", "ano", "mes", "decada"})  # "the number killed in shootings this year"


def _is_cause_of_toll(found: Finding, trigger: Trigger, parse: Parse) -> bool:
    """Read "the protests have left 20 dead since June": a season of protest, and no event (E2)."""
    clause = parse.clauses[parse.clause_at[trigger.word]]
    is_told = found.status is Status.ONGOING and clause.verb is not None and clause.verb.lemma in _COSTS
    subject = clause.subject
    is_its_own = is_told and subject is not None and subject.first <= trigger.word <= subject.last
    return is_its_own and not _SINCE_WORDS.isdisjoint(word.norm for word in parse.words)


_COSTS = words_of("decision", "costs")
_SINCE_WORDS = frozenset({"since", "desde"})


def _made_known(found: Finding, sense: Sense) -> Finding:
    """Tell who announces an attack or an arrest, which was, from who announces a march to come."""
    if sense.mode in _BY_DECREE and found.why in _DECREED:
        return Finding(Status.OCCURRED, "S1 decreed")
    is_harm = sense.type is EventType.ASSAULT or sense.mode is Mode.ARREST
    return Finding(Status.OCCURRED, "S1 made known") if is_harm and found.why in _ANNOUNCED else found


def _taken_as_done(found: Finding, trigger: Trigger, parse: Parse, words: StatusWords) -> Finding:
    """Take an attack for done that is looked back upon ("will investigate the murder"), or could be somebody's."""
    verb = parse.clauses[parse.clause_at[trigger.word]].verb
    is_open = found.status not in (Status.OCCURRED, Status.ONGOING, Status.BACKGROUND)
    if is_open and words.is_verb("looks_back", verb) and found.why.startswith(_OF_THE_VERB):
        return Finding(Status.OCCURRED, f"S1 looked back upon: {cast('VerbGroup', verb).lemma}", is_bare=True)
    is_known = any(word.norm in _THIS for word in parse.words[max(trigger.word - 2, 0) : trigger.last_word])
    if is_known and found.why == _HYPOTHETICAL:
        return Finding(Status.OCCURRED, "S1 a known deed", is_bare=True)
    return found


_OF_THE_VERB = ("S3", "S4 governed", "S5 attempt", "S7 negated", "S12 demanded", "S12 governed")
_HYPOTHETICAL = "S7 hypothetical"
_THIS = frozenset({"this", "the", "that", "these", "those", "este", "esta", "el", "la", "ese", "esa", "los", "las"})
# A state of siege is there once it is decreed; a strike is not.
_BY_DECREE = frozenset({Mode.MARTIAL_LAW, Mode.CURFEW, Mode.CENSOR})
_DECREED = frozenset({f"S3 {verb}" for verb in ("decretar", "disponer", "dictar", "aprobar", "ordenar", "decidir")})
_ANNOUNCED = frozenset({"S3 anunciar", "S3 announce"})
_NOBODY = frozenset({"S7 without, none", "S7 nobody"})
_CASUALTY_MODES = frozenset({Mode.TARGETED, Mode.ARREST, Mode.ABDUCT, Mode.DEPORT, Mode.FIREARMS})


_NOT = ("no ", "not ", "did not ", "didn't ")


def _find(trigger: Trigger, parse: Parse, language: str, *, is_headline: bool) -> Finding:
    words = status_words(language)
    clause = parse.clauses[parse.clause_at[trigger.word]]
    folded = clause_words(parse, clause)
    if any(word.norm in ("?", "¿") for word in parse.words):
        return Finding(None, "S12 question")
    whole = " " + " ".join(word.norm for word in parse.words) + " "
    if any(phrase in whole for phrase in words.phrases["hypothetical"]) and not _is_known_scene(trigger, parse):
        return Finding(Status.NOT_OCCURRED, _HYPOTHETICAL)
    if trigger.is_verb and clause.verb is not None and clause.verb.first <= trigger.word <= clause.verb.last:
        found = of_verb(clause, parse, words, is_headline=is_headline)
        if found.why == NEGATED and fold(trigger.text).startswith(_NOT):  # "no hubo clases", "did not report for work"
            found = by_tense(clause, parse, words, is_headline=is_headline)
    elif clause.marker in words_if(words) and _is_known_scene(trigger, parse):
        found = Finding(Status.OCCURRED, "S1 the scene of what might have been", is_bare=True)
    else:
        found = of_noun(trigger, clause, parse, words, is_headline=is_headline)
        is_plan = found.status is Status.PLANNED or (found.status is Status.OCCURRED and is_held_ready(clause))
        if is_plan and is_taken_back(trigger, clause, parse, words):
            return Finding(Status.CANCELLED, "S6 taken back")
    if found.status in _TOLD_AS_DONE:
        found = _undone(found, trigger, parse, words)
    return _later(found, folded, _words_before(parse, clause, trigger), words)


def _is_known_scene(trigger: Trigger, parse: Parse) -> bool:
    """Read "had the stage fallen at Sunday's rally": where it would have been was held, on a day that is told."""
    group = next((each for each in parse.nouns if each.first <= trigger.word <= each.last), None)
    if trigger.is_verb or group is None or group.preposition not in _AT:
        return False
    return any(word.tag is Tag.TIME for word in parse.words[max(group.first - 1, 0) : group.last + 3])


_AT = frozenset({"at", "during", "in", "en", "durante"})


def _of_protest(found: Finding, trigger: Trigger, parse: Parse, language: str) -> Finding:
    """Tell the strike "unless wages rise" or due in a given week from a plan (S4), and a rising toll from a deed."""
    if found.why.startswith("T2") and _is_of_rising_toll(trigger, parse, language):
        return Finding(None, "T4 a figure that rises")
    if found.status in _TOLD_AS_DONE and not trigger.is_verb and _is_nipped(trigger, parse, status_words(language)):
        return Finding(Status.PREVENTED, "S5 before it began")
    is_planned = found.status is Status.PLANNED and hangs_on_condition(parse, status_words(language))
    clause = parse.clauses[parse.clause_at[trigger.word]]
    is_due = found.status in _TOLD_AS_DONE and (
        is_before_ultimatum(clause, parse, trigger.word) or is_faced_or_else(parse, trigger.word)
    )
    return Finding(Status.THREATENED, "S4 on a condition", is_bare=found.is_bare) if is_planned or is_due else found


def _is_nipped(trigger: Trigger, parse: Parse, words: StatusWords) -> bool:
    """Read "arrested the leaders of the march before it could start"."""
    behind = " ".join(word.norm for word in parse.words[trigger.last_word + 1 :])
    return any(phrase in behind for phrase in words.phrases["nipped"])


def _is_kept_up(trigger: Trigger, parse: Parse) -> bool:
    """Tell "no vamos a levantar el bloqueo", "has yet to call off the strike": what is not ended goes on."""
    clause = parse.clauses[parse.clause_at[trigger.word]]
    verb = clause.verb
    if verb is None or not (verb.lemma in _LIFTS or phrasal(verb, parse) in _LIFTS) or verb.first > trigger.last_word:
        return False
    is_in = verb.first <= trigger.word or (clause.object is not None and clause.object.first <= trigger.word)
    above = parse.clauses[clause.parent].verb if clause.parent is not None else None
    is_refused = above is not None and not above.is_negated and above.lemma in _REFUSES
    is_refused = is_refused and clause.kind in (ClauseKind.INFINITIVE, ClauseKind.SUBORDINATE)
    return is_in and (is_refused or verb.is_negated or is_yet_to(clause, parse)) and _is_known(trigger, parse)


def _goes_on(trigger: Trigger, parse: Parse, words: StatusWords) -> bool:
    """Tell "decidieron continuar el paro", "will continue the strike": what goes on had begun."""
    clause = parse.clauses[parse.clause_at[trigger.word]]
    verb = clause.verb
    if verb is None or trigger.is_verb or verb.is_negated or not words.is_verb("continue", verb):
        return False
    above = parse.clauses[clause.parent].verb if clause.parent is not None else None
    is_to_come = (
        verb.tense is Tense.FUTURE or verb.modal in _DECIDES or (verb.tense is Tense.INFINITIVE and above is not None)
    )
    if not is_to_come or (above is not None and (above.is_negated or above.lemma in _REFUSES)):
        return False
    is_object = clause.object is not None and clause.object.first <= trigger.word <= clause.object.last
    return is_object and _is_known(trigger, parse)


def _is_known(trigger: Trigger, parse: Parse) -> bool:
    """Tell "the strike", "el bloqueo" from a strike that nobody has begun."""
    group = next((each for each in parse.nouns if each.first <= trigger.last_word <= each.last), None)
    return group is not None and group.is_definite


_LASTING = frozenset({Mode.STRIKE, Mode.HUNGER, Mode.OBSTRUCT, Mode.BOYCOTT})
_DECIDES = words_of("decision", "decides")
_LIFTS = words_of("decision", "lifts")
_REFUSES = words_of("decision", "refuses")


def _undone(found: Finding, trigger: Trigger, parse: Parse, words: StatusWords) -> Finding:
    """Look for what makes a deed that its verb tells as done or to come an untruth or one kept from."""
    clause = parse.clauses[parse.clause_at[trigger.word]]
    before = parse.words[max(trigger.word - _OF_ONE_THOUGHT, 0) : trigger.word]
    opening = " " + " ".join(word.norm for word in before) + " "
    if any(phrase in opening for phrase in words.phrases["untrue"]):
        return Finding(Status.DENIED, "S8 said to be untrue")
    return Finding(Status.PREVENTED, KEPT_FROM) if _is_kept_from(parse, clause, trigger, words) else found


_TOLD_AS_DONE = frozenset({Status.OCCURRED, Status.ONGOING, Status.PLANNED})


def _is_kept_from(parse: Parse, clause: Clause, trigger: Trigger, words: StatusWords) -> bool:
    """Tell "a judge stopped farmers from holding a rally": what somebody is kept from doing."""
    verb = clause.verb
    if verb is None or verb.is_negated or not words.is_verb("keep_from", verb):
        return False
    first = max(verb.last + 1, trigger.word - _OF_ITS_GERUND)
    pairs = zip(parse.words[first : trigger.word], parse.words[first + 1 : trigger.word + 1], strict=True)
    return any(word.norm == "from" and after.norm.endswith("ing") for word, after in pairs)


_OF_ITS_GERUND = 6
_OF_ONE_THOUGHT = 12  # words from "it is not true that" to what is said not to have been


def _words_before(parse: Parse, clause: Clause, trigger: Trigger) -> str:
    return " " + " ".join(word.norm for word in parse.words[clause.first : trigger.word]) + " "


def _is_before_that(phrase: str, before: str) -> bool:
    """Tell "a year after the strike" from "a year after the disaster, widows marched": the comma ends what was then."""
    _, found, between = before.rpartition(phrase)
    return bool(found) and (" , " not in between or any(word in _AGO for word in phrase.split()))


_AGO = frozenset({"ago", "hace"})


def _later(found: Finding, folded: str, before: str, words: StatusWords) -> Finding:
    if found.status in (Status.OCCURRED, Status.ONGOING):
        if any(_is_before_that(phrase, before) for phrase in words.phrases["long_ago"]):
            return Finding(Status.BACKGROUND, "S9 long ago")
        if any(phrase in folded for phrase in words.phrases["called_off"]):
            return Finding(Status.CANCELLED, "S6 called off")
    return found
