"""A deed named by a noun in, its status out: by the nouns that govern it and the verb that it stands by."""

from __future__ import annotations

from itertools import pairwise
from typing import cast

from constancia.coding.clauses.listed import listed
from constancia.coding.clauses.syntax import Clause, NounGroup, Parse, Tag, Tense, VerbGroup
from constancia.coding.status.noun_clauses import (
    answers_for_it,
    is_charged_with,
    is_denied_by_a_word,
    is_of_people,
    main_of,
    modifier_of,
    opens_or_closes,
    puts_up,
)
from constancia.coding.status.plans import drops, is_called_off
from constancia.coding.status.set_days import (
    begins_on_a_day,
    is_gone_against,
    is_not_forbidden,
    is_set_anew,
    was_to_come,
)
from constancia.coding.status.status_words import Finding, StatusWords, is_light, is_of_law, opens_condition
from constancia.coding.status.under_way import (
    ends_later,
    enters_a_day,
    heeded,
    is_at_trial,
    is_called_for,
    is_counted_day,
    is_name_for,
    is_on_strike,
    is_refused,
    is_stopped_on_the_way,
    is_under_way,
    lasts,
    phrasal,
    since_it_began,
    stays,
)
from constancia.coding.status.verb_status import NEGATED, by_governor, by_tense, has_none_subject, of_verb
from constancia.coding.story import Trigger
from constancia.coding.word_sets import word_set, words_of
from constancia.vocabulary import Status

VERBLESS = "S1 headline without a verb"
_OF = word_set("of de del for para a al to in en por about on sobre during durante at")


def of_noun(trigger: Trigger, clause: Clause, parse: Parse, words: StatusWords, *, is_headline: bool) -> Finding:  # noqa: C901, PLR0911, PLR0912 - a rule a line, the first that fits
    """Decide by the nouns that govern it and by its part in the clause."""
    position = _group_of(parse, trigger.word)
    if position is None:
        return of_verb(clause, parse, words, is_headline=is_headline) if clause.verb else Finding(Status.OCCURRED, "S1")
    chain = _chain(parse, position)
    clause = main_of(parse, chain[-1], clause)
    if parse.word_at(trigger.start) == chain[0].head and is_on_strike(chain[0], parse, clause):
        return Finding(Status.ONGOING, "S2 it goes on")
    if _is_way_of_protest(trigger, chain[0], clause, parse, words):
        if (governed := by_governor(clause, parse, words)) and governed.status is not Status.NOT_OCCURRED:
            return governed  # unlike "refused to deliver it in protest"
        return by_tense(clause, parse, words, is_headline=is_headline)
    if is_denied_by_a_word(parse, chain[0]):
        return Finding(Status.NOT_OCCURRED, "S7 without, none")
    if trigger.sense not in _SHOTS and _is_span_of_time(parse, chain[0], words):
        is_day_of = clause.verb is not None and clause.verb.lemma in _REACHES and clause.verb.tense in _NEWS
        return Finding(Status.ONGOING, "S2 a day of it") if is_day_of else Finding(None, "E2 a span of time")
    if any(group.preposition in _SINCE_WORDS and group.lemma in _BEGINNINGS for group in chain[1:]):
        return Finding(Status.BACKGROUND, "S9 the frame of something else")
    if any(group.lemma in words.nouns["permission"] for group in chain[1:]) and clause.verb is not None:
        is_kept = any(words.is_verb(name, clause.verb) for name in ("deny", "ban")) or clause.verb.is_negated
        return Finding(Status.PREVENTED if is_kept else Status.PLANNED, f"S5 permission: {clause.verb.lemma}")
    if any(group.lemma in words.nouns["part"] for group in chain[1:]):
        return Finding(Status.OCCURRED, "S1 somebody's part in it", is_bare=True)
    if trigger.sense in _LASTING and any(is_counted_day(parse, group) for group in chain[1:]):
        return Finding(Status.ONGOING, "S2 a counted day")
    if any(group.lemma in _DEATHS and group.preposition in _OVER for group in chain[1:]):
        return Finding(Status.BACKGROUND, "S9 whose death something is over", is_bare=True)
    for below, group in pairwise(chain):
        if group.lemma == "causa" and below.preposition in ("de", "del"):
            continue  # what the protests come of, no case in court
        found = _by_head_noun(parse, group, words)
        if found is not None:
            is_dropped = found.status is Status.PLANNED and drops(clause, group, words)
            return Finding(Status.CANCELLED, "S6 a plan given up") if is_dropped else heeded(found, clause, words)
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
        return heeded(own, clause, words)
    top = chain[-1]
    if opens_or_closes(top, clause):
        return by_tense(clause, parse, words, is_headline=is_headline)
    modified = modifier_of(parse, chain[0], words)
    found = _by_clause(top, chain[0], clause, parse, words, is_headline=is_headline)
    if is_not_forbidden(top, clause, words):
        return Finding(None, "S12 not forbidden")
    if is_called_off(top, clause, parse, words):
        return Finding(Status.CANCELLED, "S6 ended before it began")
    if modified is not None and found.is_bare:
        return modified
    is_means = found.is_bare and trigger.sense in ("crowd-control", "gases") and _is_means(parse, position, clause)
    return Finding(Status.OCCURRED, "S1 the means of a deed") if is_means else found


_LASTING = words_of("noun_status", "lasting")
_LASTS_DAYS = words_of("noun_status", "lasts_days")


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


def _by_clause(  # noqa: C901, PLR0911, PLR0912 - a rule a line, the first that fits
    top: NounGroup, own: NounGroup, clause: Clause, parse: Parse, words: StatusWords, *, is_headline: bool
) -> Finding:
    verb = clause.verb
    if verb is None:
        return Finding(Status.OCCURRED, VERBLESS if is_headline else "S1 no verb", is_bare=True)
    if verb.tense is not Tense.PAST and opens_condition(clause.marker, clause, parse, words):
        return Finding(None, f"S12 condition: {clause.marker}")
    if _happens(verb, parse, words) and (clause.marker in _SINCE_WORDS or _stands_after_since(parse, clause)):
        return since_it_began(clause, parse)
    is_judged = words.is_verb("legal", verb) or is_at_trial(clause, parse)
    if is_judged and top.preposition in _LEGAL_LINKS and top.first > verb.last:
        is_legal = is_of_law(clause, parse, words) or is_at_trial(clause, parse)
        return Finding(Status.LEGAL if is_legal else Status.OCCURRED, f"S10 {verb.lemma}", is_bare=not is_legal)
    is_ordered = top.first > verb.last and not (verb.is_passive or verb.is_reflexive) and is_of_people(verb, words)
    is_subject = top == clause.subject and not is_ordered
    links = ("a", "al", "for", "on", *_more_links(verb, words))
    is_tied_to = top.preposition in links and top in clause.complements
    is_object = top == clause.object or (is_ordered and top == clause.subject) or is_tied_to
    is_object = is_object or (top.preposition is None and top.first > verb.last and top in listed(clause.object, parse))
    if not is_subject and is_called_for(verb, top, parse):
        return Finding(Status.PLANNED, f"S3 {verb.lemma} for")
    if is_object and (words.is_verb("end", verb) or words.is_verb("cancel", verb)) and is_under_way(parse, own, words):
        return Finding(Status.OCCURRED, f"S6 it had begun: {verb.lemma}")
    if not is_subject and is_name_for(verb, top, parse, words):
        return Finding(None, f"E1 a name for it: {verb.lemma}")
    if is_subject and words.is_verb("refrain", verb) and _hangs_happening(clause, parse, words):
        return Finding(Status.NOT_OCCURRED, f"S7 {verb.lemma} to happen")
    governed = by_governor(clause, parse, words)
    if governed is not None and is_object and governed.status is Status.PLANNED and words.is_verb("end", verb):
        status = Status.CANCELLED if words.is_verb("cancel", verb) else Status.OCCURRED
        return Finding(status, f"S6 to be ended: {verb.lemma}", is_bare=True)
    if governed is not None and is_object and verb.is_negated and words.is_verb("permit", verb):
        return Finding(Status.PREVENTED, f"S5 {verb.lemma} negated")
    is_meanwhile = top != own and own.preposition in _DURING  # "ordered it closed during the riots"
    if governed is not None and (is_object or is_subject) and not is_meanwhile:
        return _talked_about(governed, verb, parse, words) or governed
    if is_subject and not is_headline and begins_on_a_day(clause, parse, words):
        return Finding(Status.PLANNED, f"S3 {verb.lemma} on a day")
    if is_subject and own.lemma in _LASTS_DAYS and ends_later(verb, words):
        return Finding(Status.ONGOING, "S2 it goes on")
    if is_subject and enters_a_day(clause, parse):
        return Finding(Status.ONGOING, "S2 a counted day")
    if (is_subject or is_object) and is_set_anew(clause, parse, words, own):
        return Finding(Status.PLANNED, f"S3 {verb.lemma} to a day")
    if (is_subject or is_object) and not (governed is not None and is_meanwhile):
        is_scene = top != own and own.preposition in _SCENES  # "lanzó gases en la marcha" plans no march
        found = None if is_scene else _by_role(clause, parse, words, is_subject=is_subject)
        if found is not None:
            return found
        if words.is_verb("support", verb) and not is_subject:
            return Finding(Status.OCCURRED, f"S1 talked about: {verb.lemma}", is_bare=True)
        found = by_tense(clause, parse, words, is_headline=is_headline)
        if verb.is_negated or has_none_subject(clause):
            is_done = _happens(verb, parse, words) and not _is_done_by_others(verb, parse, words)
            is_done = is_done and not answers_for_it(verb, parse)
            is_of_deed = is_done or verb.lemma in ("be", "haber", "ser", "have", "have")
            if is_of_deed:
                return Finding(Status.NOT_OCCURRED, NEGATED)
            is_about = is_subject and own.is_definite and not (verb.is_passive or verb.is_reflexive)
            return Finding(Status.OCCURRED, f"S1 talked about: {verb.lemma}", is_bare=True) if is_about else found
        is_plain = not (_happens(verb, parse, words) or words.is_verb("continue", verb) or words.is_verb("end", verb))
        if verb.tense in (Tense.FUTURE, Tense.CONDITIONAL) and own.is_definite and is_plain and is_subject:
            return Finding(Status.OCCURRED, "S1 definite deed with a later verb", is_bare=True)
        is_behind = top != own and top.lemma not in _QUANTIFIERS
        if is_behind and found.status is Status.ONGOING and stays(verb):
            return Finding(Status.OCCURRED, "S1 whence those come who stay", is_bare=True)
        is_bare = found.is_bare or is_behind or (is_object and is_plain and not is_light(verb, words))
        return Finding(found.status, found.why, is_bare=is_bare)
    is_joined = verb.lemma in JOINS and verb.tense is Tense.PAST and not verb.is_negated and top in clause.complements
    return Finding(Status.OCCURRED, "S1 named beside a verb", is_bare=not is_joined)


def _talked_about(governed: Finding, verb: VerbGroup, parse: Parse, words: StatusWords) -> Finding | None:
    """Tell "declined to comment on the arrests", which were, from "failed to hold its rally", which was not."""
    is_undone = governed.status in (Status.NOT_OCCURRED, Status.DENIED) and " governed by " in governed.why
    is_done = _happens(verb, parse, words) or is_light(verb, words) or verb.lemma in _IS
    is_done = (is_done or words.is_verb("carries_out", verb)) and verb.lemma not in JOINS
    is_to_come = words.is_verb("plan", verb) or words.is_verb("threaten", verb)
    if not is_undone or is_done or is_to_come:
        return None
    return Finding(Status.OCCURRED, f"S1 talked about: {verb.lemma}", is_bare=True)


_IS = frozenset({"be", "have", "ser", "estar", "haber", "tener"})
# Verbs of who comes to a protest of others: who refuses to is not in it, and it goes on without them.
JOINS = words_of("noun_status", "joins")


def _hangs_happening(clause: Clause, parse: Parse, words: StatusWords) -> bool:
    """Tell whether "to materialise" stands under a verb: "the walkout failed to materialise"."""
    after = parse.clauses[clause.index + 1 : clause.index + 2]
    return any(each.parent == clause.index and words.is_verb("happen", each.verb) for each in after)


def _more_links(verb: VerbGroup, words: StatusWords) -> tuple[str, ...]:
    """Give the prepositions that tie a deed to some verbs: "amenazan con un paro", "desistieron del mitin"."""
    if words.is_verb("threaten", verb):
        return ("con", "with")
    return ("de", "del", "off") if words.is_verb("cancel", verb) else ()


_SINCE_WORDS = frozenset({"since", "desde"})


def _stands_after_since(parse: Parse, clause: Clause) -> bool:
    """Tell whether "since" opens a clause: "since the strike began", "desde que comenzó el paro"."""
    words = [word.norm for word in parse.words[max(clause.first - 1, 0) : clause.first + 3]]
    is_time = any(word == "desde" and behind != "que" for word, behind in pairwise(words))  # "desde el mediodía"
    return not is_time and bool(_SINCE_WORDS & set(words[:3]))


_DURING = frozenset({"durante", "during", "amid", "tras", "after"})
_AT = frozenset({"at", "during", "in", "en", "durante"})
_DEATHS = words_of("noun_status", "deaths")
_OVER = frozenset({"por", "tras", "ante", "over", "for", "after", "following"})
_SCENES = _AT | {"por", "ante"}  # "suspenden clases por la marcha"
_QUANTIFIERS = words_of("noun_status", "quantifiers")

_RULES_OUT = words_of("noun_status", "rules_out")
_PREPARES = frozenset({"organizar", "organize", "organise"})  # in the present: it is still to come
_CONDEMNS = frozenset({"condenar"})  # said of a deed, no verdict of a court: "condenó el ataque"
_DONE_BY_OTHERS = words_of("noun_status", "done_by_others")  # with the deed as an active subject of something else
_LEGAL_LINKS = frozenset({"of", "for", "with", "over", "in", "about", "de", "por", "del"})


def _happens(verb: VerbGroup, parse: Parse, words: StatusWords) -> bool:
    return words.is_verb("happen", verb) or phrasal(verb, parse) in words.verbs["happen"]


def _is_done_by_others(verb: VerbGroup, parse: Parse, words: StatusWords) -> bool:
    return verb.lemma in _DONE_BY_OTHERS and phrasal(verb, parse) not in words.verbs["happen"]


def _by_role(  # noqa: C901, PLR0911 - a rule a line, the first that fits
    clause: Clause, parse: Parse, words: StatusWords, *, is_subject: bool
) -> Finding | None:
    """Decide by the verb that the deed is subject or object of."""
    verb = cast("VerbGroup", clause.verb)
    undergoes = verb.is_passive or verb.is_reflexive or not is_subject
    is_undone = verb.is_negated and not answers_for_it(verb, parse)
    if is_undone and _happens(verb, parse, words) and (undergoes or not _is_done_by_others(verb, parse, words)):
        return Finding(Status.NOT_OCCURRED, f"S7 {verb.lemma} negated")
    if undergoes and words.is_verb("permit", verb) and (verb.is_negated or is_refused(clause, parse, words)):
        return Finding(Status.PREVENTED, f"S5 {verb.lemma} negated")
    if undergoes and words.is_verb("commemorate", verb) and not is_subject:
        return Finding(Status.BACKGROUND, f"S9 {verb.lemma}")
    if undergoes and words.is_verb("fiction", verb):
        return Finding(None, f"E5 {verb.lemma}")
    if undergoes and verb.is_negated and not _RULES_OUT.isdisjoint((verb.lemma, phrasal(verb, parse))):
        return Finding(Status.THREATENED, "S4 not ruled out")
    if undergoes and not verb.is_negated:
        is_under_way = verb.lemma in _PREPARES and verb.tense is Tense.PRESENT
        is_set = words.is_verb("plan", verb) and not puts_up(verb, parse)
        is_planned = is_under_way or (is_set and verb.tense is not Tense.PARTICIPLE)
        for name, status, rule in (("cancel", Status.CANCELLED, "S6"), ("ban", Status.PREVENTED, "S5")):
            if words.is_verb(name, verb):
                is_begun = status is Status.PREVENTED and is_stopped_on_the_way(clause, parse)
                return Finding(Status.OCCURRED if is_begun else status, f"{rule} {verb.lemma}")
        if words.is_verb("deny", verb) and not is_subject:
            return Finding(Status.DENIED, f"S8 {verb.lemma}")
        if words.is_verb("threaten", verb):
            return Finding(Status.THREATENED, f"S4 {verb.lemma}")
        is_force = verb.lemma == "charge" and not verb.is_passive  # "police charged the march"
        if words.is_verb("legal", verb) and not is_subject and verb.lemma not in _CONDEMNS and not is_force:
            return Finding(Status.LEGAL, f"S10 {verb.lemma}")
        if is_planned:
            return Finding(Status.PLANNED, f"S3 {verb.lemma}")
    return Finding(Status.ONGOING, "S2 it goes on") if lasts(verb, parse, words, is_subject=is_subject) else None
