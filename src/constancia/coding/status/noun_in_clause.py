"""A deed named by a noun in its clause in, its status out: by the verb that it is subject or object of, or beside."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import cast

from constancia.coding.clauses.listed import listed
from constancia.coding.clauses.syntax import Clause, NounGroup, Parse, Tense, VerbGroup
from constancia.coding.status.governed import by_governor
from constancia.coding.status.noun_clauses import (
    answers_for_it,
    is_of_people,
    puts_up,
)
from constancia.coding.status.set_days import (
    begins_on_a_day,
    is_set_anew,
)
from constancia.coding.status.status_words import Finding, StatusWords, is_light, is_of_law, opens_condition
from constancia.coding.status.under_way import (
    ends_later,
    enters_a_day,
    is_at_trial,
    is_called_for,
    is_name_for,
    is_refused,
    is_stopped_on_the_way,
    is_under_way,
    lasts,
    phrasal,
    since_it_began,
    stays,
)
from constancia.coding.status.verb_status import NEGATED, by_tense, has_none_subject
from constancia.coding.word_sets import words_of
from constancia.vocabulary import Status

VERBLESS = "S1 headline without a verb"


@dataclass(frozen=True, slots=True)
class _Part:
    """What a deed's noun is in its clause: `top` is the noun that governs its group `own`, or that group itself."""

    top: NounGroup
    own: NounGroup
    verb: VerbGroup
    is_subject: bool
    is_object: bool

    @property
    def is_behind(self) -> bool:
        """Tell whether another noun stands for it in the clause: "leaders of the strike"."""
        return self.top != self.own


def by_its_clause(  # noqa: PLR0911 - a rule a line, the first that fits
    top: NounGroup, own: NounGroup, clause: Clause, parse: Parse, words: StatusWords, *, is_headline: bool
) -> Finding:
    """Decide by the verb of the clause in which a deed's noun stands."""
    verb = clause.verb
    if verb is None:
        if sum(word.norm[0].isalpha() for word in parse.words) <= _HEADING:
            return Finding(Status.BACKGROUND, "S9 a heading")  # "Detenciones"
        return Finding(Status.OCCURRED, VERBLESS if is_headline else "S1 no verb", is_bare=True)
    if verb.tense is not Tense.PAST and opens_condition(clause.marker, clause, parse, words):
        return Finding(None, f"S12 condition: {clause.marker}")
    if _happens(verb, parse, words) and (clause.marker in _SINCE_WORDS or _stands_after_since(parse, clause)):
        return since_it_began(clause, parse)
    if (judged := _judged(top, clause, parse, words)) is not None:
        return judged
    part = _part_of(top, own, verb, clause, parse, words)
    governed = by_governor(clause, parse, words)
    is_meanwhile = part.is_behind and own.preposition in _DURING  # "ordered it closed during the riots"
    found = (
        _by_kind_of_verb(part, clause, parse, words)
        or _by_governed(part, governed, parse, words, is_meanwhile=is_meanwhile)
        or _by_days(part, clause, parse, words, is_headline=is_headline)
    )
    if found is not None:
        return found
    if (part.is_subject or part.is_object) and not (governed is not None and is_meanwhile):
        return _by_part(part, clause, parse, words, is_headline=is_headline)
    is_joined = verb.lemma in JOINS and verb.tense is Tense.PAST and not verb.is_negated and top in clause.complements
    return Finding(Status.OCCURRED, "S1 named beside a verb", is_bare=not is_joined)


def _judged(top: NounGroup, clause: Clause, parse: Parse, words: StatusWords) -> Finding | None:
    """Read "was charged with the murder", and "accused them of a raid" as said by others than a court."""
    verb = cast("VerbGroup", clause.verb)
    is_judged = words.is_verb("legal", verb) or is_at_trial(clause, parse)
    if not is_judged or top.preposition not in _LEGAL_LINKS or top.first <= verb.last:
        return None
    is_legal = is_of_law(clause, parse, words) or is_at_trial(clause, parse)
    return Finding(Status.LEGAL if is_legal else Status.OCCURRED, f"S10 {verb.lemma}", is_bare=not is_legal)


def _part_of(
    top: NounGroup, own: NounGroup, verb: VerbGroup, clause: Clause, parse: Parse, words: StatusWords
) -> _Part:
    is_ordered = top.first > verb.last and not (verb.is_passive or verb.is_reflexive) and is_of_people(verb, words)
    is_subject = top == clause.subject and not is_ordered
    links = ("a", "al", "for", "on", *_more_links(verb, words))
    is_tied_to = top.preposition in links and top in clause.complements
    is_object = top == clause.object or (is_ordered and top == clause.subject) or is_tied_to
    is_object = is_object or (top.preposition is None and top.first > verb.last and top in listed(clause.object, parse))
    return _Part(top, own, verb, is_subject, is_object)


def _by_kind_of_verb(part: _Part, clause: Clause, parse: Parse, words: StatusWords) -> Finding | None:
    """Read "called for a march", "suspended the strike they had kept up", "calls it a riot", "failed to happen"."""
    verb = part.verb
    if not part.is_subject and is_called_for(verb, part.top, parse):
        return Finding(Status.PLANNED, f"S3 {verb.lemma} for")
    is_ended = part.is_object and (words.is_verb("end", verb) or words.is_verb("cancel", verb))
    if is_ended and is_under_way(parse, part.own, words):
        return Finding(Status.OCCURRED, f"S6 it had begun: {verb.lemma}")
    if not part.is_subject and is_name_for(verb, part.top, parse, words):
        return Finding(None, f"E1 a name for it: {verb.lemma}")
    if part.is_subject and words.is_verb("refrain", verb) and _hangs_happening(clause, parse, words):
        return Finding(Status.NOT_OCCURRED, f"S7 {verb.lemma} to happen")
    return None


def _by_governed(
    part: _Part, governed: Finding | None, parse: Parse, words: StatusWords, *, is_meanwhile: bool
) -> Finding | None:
    """Decide by the verb that the clause hangs on, where the deed is what that one is about."""
    verb = part.verb
    if governed is None:
        return None
    if part.is_object and governed.status is Status.PLANNED and words.is_verb("end", verb):
        status = Status.CANCELLED if words.is_verb("cancel", verb) else Status.OCCURRED
        return Finding(status, f"S6 to be ended: {verb.lemma}", is_bare=True)
    if part.is_object and verb.is_negated and words.is_verb("permit", verb):
        return Finding(Status.PREVENTED, f"S5 {verb.lemma} negated")
    if (part.is_object or part.is_subject) and not is_meanwhile:
        return _talked_about(governed, verb, parse, words) or governed
    return None


def _by_days(part: _Part, clause: Clause, parse: Parse, words: StatusWords, *, is_headline: bool) -> Finding | None:
    """Read "the strike begins on Monday", "will end on Friday", "enters its second week", "was moved to Friday"."""
    if part.is_subject and not is_headline and begins_on_a_day(clause, parse, words):
        return Finding(Status.PLANNED, f"S3 {part.verb.lemma} on a day")
    if part.is_subject and part.own.lemma in _LASTS_DAYS and ends_later(part.verb, words):
        return Finding(Status.ONGOING, "S2 it goes on")
    if part.is_subject and enters_a_day(clause, parse):
        return Finding(Status.ONGOING, "S2 a counted day")
    if (part.is_subject or part.is_object) and is_set_anew(clause, parse, words, part.own):
        return Finding(Status.PLANNED, f"S3 {part.verb.lemma} to a day")
    return None


def _by_part(part: _Part, clause: Clause, parse: Parse, words: StatusWords, *, is_headline: bool) -> Finding:
    """Decide by what the verb does to its subject or object, else by its tense."""
    verb = part.verb
    is_scene = part.is_behind and part.own.preposition in _SCENES  # "lanzó gases en la marcha" plans no march
    found = None if is_scene else _by_role(clause, parse, words, is_subject=part.is_subject)
    if found is not None:
        return found
    if words.is_verb("support", verb) and not part.is_subject:
        return Finding(Status.OCCURRED, f"S1 talked about: {verb.lemma}", is_bare=True)
    found = by_tense(clause, parse, words, is_headline=is_headline)
    if verb.is_negated or has_none_subject(clause):
        return _negated(part, parse, words) or found
    is_plain = not (_happens(verb, parse, words) or words.is_verb("continue", verb) or words.is_verb("end", verb))
    if verb.tense in (Tense.FUTURE, Tense.CONDITIONAL) and part.own.is_definite and is_plain and part.is_subject:
        return Finding(Status.OCCURRED, "S1 definite deed with a later verb", is_bare=True)
    is_whence = part.is_behind and part.top.lemma not in _QUANTIFIERS
    if is_whence and found.status is Status.ONGOING and stays(verb):
        return Finding(Status.OCCURRED, "S1 whence those come who stay", is_bare=True)
    is_bare = found.is_bare or is_whence or (part.is_object and is_plain and not is_light(verb, words))
    return Finding(found.status, found.why, is_bare=is_bare)


def _negated(part: _Part, parse: Parse, words: StatusWords) -> Finding | None:
    """Tell "the march did not take place" from "the march did not stop the mayor"."""
    verb = part.verb
    is_done = _happens(verb, parse, words) and not _is_done_by_others(verb, parse, words)
    if (is_done and not answers_for_it(verb, parse)) or verb.lemma in _HAS:
        return Finding(Status.NOT_OCCURRED, NEGATED)
    is_about = part.is_subject and part.own.is_definite and not (verb.is_passive or verb.is_reflexive)
    return Finding(Status.OCCURRED, f"S1 talked about: {verb.lemma}", is_bare=True) if is_about else None


_HEADING = 2  # words
_HAS = frozenset({"be", "haber", "ser", "have"})


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
JOINS = words_of("noun_in_clause", "joins")


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


_LASTS_DAYS = words_of("noun_in_clause", "lasts_days")
_DURING = frozenset({"durante", "during", "amid", "tras", "after"})
_AT = frozenset({"at", "during", "in", "en", "durante"})
_SCENES = _AT | {"por", "ante"}  # "suspenden clases por la marcha"
_QUANTIFIERS = words_of("noun_in_clause", "quantifiers")

_RULES_OUT = words_of("noun_in_clause", "rules_out")
_PREPARES = frozenset({"organizar", "organize", "organise"})  # in the present: it is still to come
_CONDEMNS = frozenset({"condenar"})  # said of a deed, no verdict of a court: "condenó el ataque"
_DONE_BY_OTHERS = words_of("noun_in_clause", "done_by_others")  # with the deed as an active subject of something else
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
