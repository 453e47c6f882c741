"""A deed named by a noun in, its status out: by the nouns that govern it and the verb that it stands by."""

from __future__ import annotations

from itertools import pairwise

from constancia.coding.clauses.syntax import Clause, NounGroup, Parse, Tag, Tense
from constancia.coding.status.governed import by_governor
from constancia.coding.status.noun_clauses import (
    is_charged_with,
    is_come_to,
    is_denied_by_a_word,
    main_of,
    modifier_of,
    opens_or_closes,
)
from constancia.coding.status.noun_in_clause import by_its_clause
from constancia.coding.status.plans import answered, is_called_off
from constancia.coding.status.set_days import (
    is_gone_against,
    is_not_forbidden,
    was_to_come,
)
from constancia.coding.status.status_words import Finding, StatusWords, is_light
from constancia.coding.status.under_way import (
    is_counted_day,
    is_on_strike,
)
from constancia.coding.status.verb_status import by_tense, of_verb
from constancia.coding.story import Trigger
from constancia.coding.word_sets import word_set, words_of
from constancia.vocabulary import Status

_OF = word_set("of de del for para a al to in en por about on sobre during durante at")


def of_noun(trigger: Trigger, clause: Clause, parse: Parse, words: StatusWords, *, is_headline: bool) -> Finding:  # noqa: C901, PLR0911 - a rule a line, the first that fits
    """Decide by the nouns that govern it and by its part in the clause."""
    position = _group_of(parse, trigger.word)
    if position is None:
        return of_verb(clause, parse, words, is_headline=is_headline) if clause.verb else Finding(Status.OCCURRED, "S1")
    chain = _chain(parse, position)
    clause = main_of(parse, chain[-1], clause)
    told = _by_own_words(trigger, chain[0], clause, parse, words, is_headline=is_headline)
    told = told or _by_nouns_above(trigger, chain, clause, parse, words)
    if told is not None:
        return told
    if was_to_come(parse, chain[0]):
        return Finding(None, "E1 before what was to come")
    if is_gone_against(parse, chain[0], words):
        return Finding(Status.BACKGROUND, "S9 gone against")
    if is_charged_with(chain[0], clause, parse, words):
        return Finding(Status.LEGAL, "S10 charged for it")
    if any(group.lemma in _CAUSES and group.preposition in _CAUSING for group in chain[1:]):
        return modifier_of(parse, chain[0], words) or Finding(
            Status.OCCURRED, "S1 what something came of", is_bare=True
        )
    is_deed = trigger.start <= parse.words[chain[0].head].start < trigger.end  # "baton charges" accuse nobody
    own = None if is_deed else _by_head_noun(parse, chain[0], words)
    if own is not None and own.status is not None:
        return answered(own, clause, chain[0], words)
    top = chain[-1]
    if opens_or_closes(top, clause) or is_come_to(top, clause):
        return by_tense(clause, parse, words, is_headline=is_headline)
    modified = modifier_of(parse, chain[0], words)
    found = by_its_clause(top, chain[0], clause, parse, words, is_headline=is_headline)
    if is_not_forbidden(top, clause, words):
        return Finding(None, "S12 not forbidden")
    if is_called_off(top, clause, parse, words):
        return Finding(Status.CANCELLED, "S6 ended before it began")
    if modified is not None and found.is_bare:
        return modified
    is_means = found.is_bare and trigger.sense in ("crowd-control", "gases") and _is_means(parse, position, clause)
    return Finding(Status.OCCURRED, "S1 the means of a deed") if is_means else found


def _by_own_words(
    trigger: Trigger, own: NounGroup, clause: Clause, parse: Parse, words: StatusWords, *, is_headline: bool
) -> Finding | None:
    """Decide by the words of the deed's own noun group, where they say it."""
    if parse.word_at(trigger.start) == own.head and is_on_strike(own, parse, clause):
        return Finding(Status.ONGOING, "S2 it goes on")
    if _is_way_of_protest(trigger, own, clause, parse, words):
        if (governed := by_governor(clause, parse, words)) and governed.status is not Status.NOT_OCCURRED:
            return governed  # unlike "refused to deliver it in protest"
        return by_tense(clause, parse, words, is_headline=is_headline)
    if is_denied_by_a_word(parse, own):
        return Finding(Status.NOT_OCCURRED, "S7 without, none")
    if trigger.sense not in _SHOTS and _is_span_of_time(parse, own, words):
        is_day_of = clause.verb is not None and clause.verb.lemma in _REACHES and clause.verb.tense in _NEWS
        return Finding(Status.ONGOING, "S2 a day of it") if is_day_of else Finding(None, "E2 a span of time")
    return None


def _by_nouns_above(
    trigger: Trigger, chain: list[NounGroup], clause: Clause, parse: Parse, words: StatusWords
) -> Finding | None:
    """Decide by the nouns that govern the deed's, where they say it: "since the start of", "permission for"."""
    above = chain[1:]
    if any(group.preposition in _SINCE_WORDS and group.lemma in _BEGINNINGS for group in above):
        return Finding(Status.BACKGROUND, "S9 the frame of something else")
    if any(group.lemma in words.nouns["permission"] for group in above) and clause.verb is not None:
        is_kept = any(words.is_verb(name, clause.verb) for name in ("deny", "ban")) or clause.verb.is_negated
        return Finding(Status.PREVENTED if is_kept else Status.PLANNED, f"S5 permission: {clause.verb.lemma}")
    if any(group.lemma in words.nouns["part"] for group in above):
        return Finding(Status.OCCURRED, "S1 somebody's part in it", is_bare=True)
    if trigger.sense in _LASTING and any(is_counted_day(parse, group) for group in above):
        return Finding(Status.ONGOING, "S2 a counted day")
    if any(group.lemma in _DEATHS and group.preposition in _OVER for group in above):
        return Finding(Status.BACKGROUND, "S9 whose death something is over", is_bare=True)
    return _by_governing_noun(chain, clause, parse, words)


def _by_governing_noun(chain: list[NounGroup], clause: Clause, parse: Parse, words: StatusWords) -> Finding | None:
    for below, group in pairwise(chain):
        if group.lemma == "causa" and below.preposition in ("de", "del"):
            continue  # what the protests come of, no case in court
        if chain[0].lemma in _COSTS and group.lemma in words.nouns["cost"]:
            return Finding(Status.OCCURRED, "T2 whom it cost", is_bare=True, is_general=True)
        found = _by_head_noun(parse, group, words)
        if found is not None:
            return answered(found, clause, group, words)
    return None


_LASTING = words_of("noun_status", "lasting")


def _is_way_of_protest(trigger: Trigger, own: NounGroup, clause: Clause, parse: Parse, words: StatusWords) -> bool:
    """Tell whether the verb beside does the deed: "they blocked it in protest", "hicieron una jornada de protesta"."""
    verb = clause.verb
    if verb is None or verb.first > trigger.word:
        return False
    if parse.words[own.head].norm in _PROTEST and own.first == own.head and own.preposition in ("en", "in"):
        return verb.lemma not in _WORDS_ALONE
    first = parse.word_at(trigger.start)
    return parse.words[first].tag is Tag.TIME and is_light(verb, words)


_PROTEST = frozenset({"protest", "protesta", "repudio"})
# Done by words or on paper: in protest, and yet no protest in the street.
_WORDS_ALONE = words_of("noun_status", "words_alone")


def _is_means(parse: Parse, position: int, clause: Clause) -> bool:
    """Read "police drove them back with batons and tear gas": what was done with force tells of the force."""
    verb = clause.verb
    if verb is None or verb.is_negated or verb.tense is not Tense.PAST or clause.subject is None:
        return False
    while position and parse.nouns[position].preposition is None and _is_joined(parse, position):
        position -= 1
    return parse.nouns[position].preposition in _WITH and verb.last < parse.nouns[position].first


def _is_joined(parse: Parse, position: int) -> bool:
    before, group = parse.nouns[position - 1 : position + 1]
    return all(word.norm in _JOINS for word in parse.words[before.last + 1 : group.first])


_JOINS = frozenset({"and", "y", "e", ","})
_WITH = frozenset({"with", "con", "using", "mediante"})
_SHOTS = frozenset({"firearms", "disparos"})  # rounds that are fired are no rounds of talks
_REACHES = words_of("noun_status", "reaches")  # "cumplen tercer día de huelga"
_NEWS = frozenset({Tense.PRESENT, Tense.PAST})
# "A raíz de la huelga", "in the wake of the strike": told as known, whatever the verb beside says.
_CAUSES = words_of("noun_status", "causes")
_CAUSING = frozenset({"a", "con", "como", "en", "por", "in", "as"})
_BEGINNINGS = words_of("noun_status", "beginnings")
_SINCE_WORDS = frozenset({"since", "desde"})
_DEATHS = words_of("noun_status", "deaths")
_OVER = frozenset({"por", "tras", "ante", "over", "for", "after", "following"})


def _is_span_of_time(parse: Parse, group: NounGroup, words: StatusWords) -> bool:
    """Read "ten days of protest" where the trigger takes in the days."""
    head = parse.words[group.head]
    before = parse.words[group.first - 2] if group.first > 1 else None
    if (
        before is not None
        and before.tag is Tag.TIME
        and before.lemma != before.norm
        and group.preposition in ("of", "de")
    ):
        return before.lemma in words.nouns["duration"]
    return head.lemma in words.nouns["duration"] and head.lemma != head.norm and group.first < group.head


def _group_of(parse: Parse, word: int) -> int | None:
    for position, group in enumerate(parse.nouns):
        if group.first <= word <= group.last:
            return position
    return None


def _chain(parse: Parse, position: int) -> list[NounGroup]:
    """Climb from "protests" in "after months of protests" to the noun that governs it."""
    chain = [parse.nouns[position]]
    while chain[-1].preposition in _OF and position:
        before = parse.nouns[position - 1]
        gap = chain[-1].first - before.last
        if gap > 3 or any(word.tag in (Tag.VERB, Tag.MARK) for word in parse.words[before.last + 1 : chain[-1].first]):
            break
        position -= 1
        chain.append(before)
    return chain


_COSTS = words_of("noun_status", "costs")


def _by_head_noun(parse: Parse, group: NounGroup, words: StatusWords) -> Finding | None:
    if group.lemma == "causa" and group.preposition in ("a", "por"):
        return None  # "a causa de" gives a reason, no case in court
    heads = {group.lemma, parse.words[group.head].norm}
    for name, status, rule in (
        ("toll", Status.OCCURRED, "T2"),
        ("duration", None, "E2"),
        ("about", None, "E5"),
        ("legal", Status.LEGAL, "S10"),
        ("threat", Status.THREATENED, "S4"),
        ("fear", None, "E1"),
        ("cancel", Status.CANCELLED, "S6"),
        ("ban", Status.PREVENTED, "S5"),
        ("deny", Status.DENIED, "S8"),
        ("plan", Status.PLANNED, "S3"),
        ("none", Status.NOT_OCCURRED, "S7"),
    ):
        hit = heads & words.nouns[name]
        if hit:
            is_counted = name == "toll"
            return Finding(status, f"{rule} governed by {min(hit)}", is_bare=is_counted, is_general=is_counted)
    return None
