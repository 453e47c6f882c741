"""Drafts in, those told only in passing left out or marked: what only dates or describes something, or is of no day."""

from __future__ import annotations

from constancia.coding.clauses.syntax import Clause, ClauseKind, Tag
from constancia.coding.drafts.policing import names_police
from constancia.coding.merging.joining import is_wide
from constancia.coding.merging.merge import IN_GENERAL
from constancia.coding.story import Draft, Figures, Story
from constancia.coding.word_sets import words_of
from constancia.vocabulary import ActorPart, EventType, Mode, Precision, Role, Status

_SINCE = frozenset(["since", "desde"])
_BEGINNING = words_of("passing", "beginning")
_LITTLE = frozenset(["the", "a", "an", "of", "el", "la", "los", "las", "un", "una", "de", "del", "que"])
_DONE = frozenset({EventType.ASSAULT, EventType.COERCE})
_NEAR_WORDS = 12
_BESIDE = 12  # characters
_DAYS = frozenset({Precision.DAY, Precision.WINDOW})


def without_passing(story: Story, drafts: list[Draft]) -> list[Draft]:
    """Leave out the demands of protests (E3); give what only dates or describes something the status of background."""
    kept = [
        draft
        for draft in drafts
        if not _is_demand_of_protest(story, draft, drafts)
        and not _is_in_general(story, draft)
        and not _is_aim_of_attack(story, draft, drafts)
        and not _is_calling_off(draft, drafts)
    ]
    for draft in kept:
        if draft.status in (Status.OCCURRED, Status.ONGOING) and (
            _is_a_beginning(story, draft) or _describes(story, draft) or _is_long_before(story, draft)
        ):
            draft.status = Status.BACKGROUND
            draft.why.append("status: told in passing")
    return kept


def without_unpinned(drafts: list[Draft], figures: Figures) -> list[Draft]:
    """Leave out measures of the state and unrest that are only named, at no day or place and with no figure (E1)."""
    return [
        draft
        for draft in drafts
        if IN_GENERAL not in draft.why
        or draft.echoes
        or names_police(draft)
        or figures.by_report.get(draft.report_id)
        or not (draft.mode is Mode.RIOT or (draft.type is EventType.COERCE and draft.mode is not Mode.ARREST))
    ]


def without_aimless(drafts: list[Draft], figures: Figures) -> list[Draft]:
    """Leave out attacks on nobody and nothing that are not told with a day and a place (E1).

    Where a verb tells them, who did it will do for one of the two.
    """
    return [draft for draft in drafts if not _is_aimless(draft, figures)]


def _is_aimless(draft: Draft, figures: Figures) -> bool:
    if draft.type is not EventType.ASSAULT or draft.mode is Mode.CROWD_CONTROL:
        return False
    if draft.objects or figures.by_report.get(draft.report_id) or any(actor.part in _HIT for actor in draft.actors):
        return False
    doers = {actor.role for actor in draft.actors if actor.part is ActorPart.PERPETRATOR}
    has_place = draft.place_mention is not None and not is_wide(draft)
    if Role.POLICE in doers and (draft.trigger.is_verb or draft.status is Status.BACKGROUND):
        return False  # "forcing the police to open fire": on whom is plain
    has_day = draft.date_mention is not None
    if draft.mode is Mode.EXPLOSIVES and draft.trigger.is_verb:
        return not (doers or has_day or has_place)  # a bomb that went off on Monday was one
    counts_doer = (
        draft.trigger.is_verb
        or draft.mode in _ON_SOME
        or draft.mode is Mode.FIREARMS
        or draft.status is Status.THREATENED
    )
    told_by = has_day + has_place + (bool(doers) and counts_doer)
    return told_by < _TOLD_BY


# Whoever kills or takes away does it to somebody, whatever they are called.
_ON_SOME = frozenset({Mode.EXPLOSIVES, Mode.TARGETED, Mode.ABDUCT})
_HIT = frozenset({ActorPart.VICTIM, ActorPart.RECIPIENT})
_TOLD_BY = 2


def _is_demand_of_protest(story: Story, draft: Draft, drafts: list[Draft]) -> bool:
    """Tell "they marched and asked that …" from a demand without a crowd."""
    if _is_its_purpose(story, draft, drafts) or _is_of_protesters(draft, drafts):
        return True
    if draft.type is not EventType.REQUEST:
        return False
    if _is_of_who_protest(story, draft, drafts):
        return True
    subject = _clause(story, draft).subject
    return any(
        other.type is EventType.PROTEST
        and other.trigger.sentence == draft.trigger.sentence
        and 0 < draft.trigger.word - other.trigger.word <= _NEAR_WORDS
        and (subject is None or subject.last < other.trigger.word)
        for other in drafts
    )


def _is_of_who_protest(story: Story, draft: Draft, drafts: list[Draft]) -> bool:
    """Tell "students who demanded a refund surrounded the ministry": what those ask for who protest is one deed."""
    clause = _clause(story, draft)
    if clause.kind is not ClauseKind.RELATIVE or clause.subject is None:
        return False
    first, last = clause.subject.first, clause.subject.last
    for other in drafts:
        if other.type is not EventType.PROTEST or other.trigger.sentence != draft.trigger.sentence:
            continue
        theirs = _clause(story, other)
        doers = (theirs.subject, theirs.agent)
        if any(each is not None and each.first <= last and first <= each.last + _OF_MANY for each in doers):
            return True
        if first <= other.trigger.word <= last:
            return True
    return False


_OF_MANY = 3  # words: "thousands of people who demanded"


def _is_aim_of_attack(story: Story, draft: Draft, drafts: list[Draft]) -> bool:
    """Tell "they set off a bomb to protest the vote": what an attack is made for is no protest of people (E3)."""
    is_open = draft.type is EventType.PROTEST and draft.form is None and draft.trigger.is_verb
    if not is_open or _clause(story, draft).kind is not ClauseKind.INFINITIVE:
        return False
    return any(
        other.type is EventType.ASSAULT
        and other.trigger.is_verb
        and other.trigger.sentence == draft.trigger.sentence
        and other.trigger.start < draft.trigger.start
        for other in drafts
    )


def _is_calling_off(draft: Draft, drafts: list[Draft]) -> bool:
    """Tell "called off the strike" from giving in: what never began is cancelled, and nobody yields anything (S6)."""
    return draft.type is EventType.CONCEDE and any(
        other.type is EventType.PROTEST
        and other.status is Status.CANCELLED
        and other.trigger.sentence == draft.trigger.sentence
        and abs(other.trigger.word - draft.trigger.word) <= _NEAR_WORDS
        for other in drafts
    )


_SAID = frozenset({EventType.REQUEST, EventType.REJECT, EventType.ACCUSE})
_IN = frozenset({"en", "in", "por", "como"})


def _is_its_purpose(story: Story, draft: Draft, drafts: list[Draft]) -> bool:
    """Tell "en reclamo de", "en rechazo a" beside a protest: what it is held for (E3)."""
    if draft.type not in _SAID or draft.trigger.is_verb:
        return False
    words = story.parse(draft.trigger.sentence).words
    first = next(index for index, word in enumerate(words) if word.start >= draft.trigger.start)
    is_in = words[first].norm in _IN or (first > 0 and words[first - 1].norm in _IN)
    return is_in and any(
        other.type is EventType.PROTEST and other.trigger.sentence == draft.trigger.sentence for other in drafts
    )


def _is_of_protesters(draft: Draft, drafts: list[Draft]) -> bool:
    """Tell what a body that protests demands in passing, with no day of its own, from a demand without a crowd (E3)."""
    if draft.type is not EventType.REQUEST or draft.date_mention is not None:
        return False
    sayers = {actor.role for actor in draft.actors if actor.part in _SAYS}
    return any(
        other.type is EventType.PROTEST
        and other.trigger.sentence != draft.trigger.sentence
        and sayers & {actor.role for actor in other.actors if actor.part in _SAYS}
        for other in drafts
    )


_SAYS = frozenset({ActorPart.ACTOR, ActorPart.ORGANISER})


def _is_in_general(story: Story, draft: Draft) -> bool:
    """Tell a thing spoken of in general from a deed: "protest is no crime", "marching is a right" (E1)."""
    if draft.type is not EventType.PROTEST:
        return False
    words = story.parse(draft.trigger.sentence).words
    at = draft.trigger.last_word + 1
    if at >= len(words) or words[at].norm not in _IS:
        return False
    before = words[draft.trigger.word - 1].norm if draft.trigger.word else ""
    return (before in _OPENS and draft.date_mention is None) or before == "that"


_IS = frozenset({"is", "are", "es", "son"})
_OPENS = frozenset({"", "that", "que", ",", ".", ";", ":", "and", "y"})


def _is_a_beginning(story: Story, draft: Draft) -> bool:
    """Tell whether a noun only says since when: "19 deaths since the strike began", "desde el inicio del paro" (E2)."""
    if draft.trigger.is_verb or _has_day_beside(draft) or draft.status is Status.ONGOING:
        return False
    words = story.parse(draft.trigger.sentence).words
    at = draft.trigger.word - 1
    while at >= 0 and (words[at].norm in _LITTLE or words[at].norm in _BEGINNING or words[at].lemma in _BEGINNING):
        at -= 1
    if at < 0 or words[at].norm not in _SINCE:
        return _begins_behind_since(story, draft)
    return True


def _begins_behind_since(story: Story, draft: Draft) -> bool:
    """Tell "desde que empezó el paro": the verb of beginning stands between."""
    clause = _clause(story, draft)
    return clause.marker in _SINCE and clause.verb is not None and clause.verb.lemma in _BEGIN


_BEGIN = words_of("passing", "begin")


def _is_long_before(story: Story, draft: Draft) -> bool:
    """Tell what something else came long after: "a year after two bakers were shot, crowds marched" (S9)."""
    clause = _clause(story, draft)
    if clause.marker not in _AFTER or draft.type not in _DONE:
        return False
    words = story.parse(draft.trigger.sentence).words
    return bool({word.norm for word in words[max(clause.first - _WORDS_BEFORE, 0) : clause.first]} & _LONG)


_AFTER = frozenset({"after", "que"})
_LONG = words_of("passing", "long")
_WORDS_BEFORE = 4


def _describes(story: Story, draft: Draft) -> bool:
    """Tell whether a past participle only describes people ("the names of those killed"), with no day of its own."""
    if draft.type not in _DONE or not draft.trigger.is_verb:
        return False
    words = story.parse(draft.trigger.sentence).words
    at = draft.trigger.word - 1
    while at > 0 and words[at].tag is Tag.ADVERB:
        at -= 1  # "those still detained"
    return at >= 0 and words[at].norm in _THOSE and not _has_day_beside(draft)


def _has_day_beside(draft: Draft) -> bool:
    """Tell whether a day stands right behind the word: "since Monday's attack" is of a deed, not of a season."""
    mention = draft.date_mention
    trigger = draft.trigger
    if mention is None or draft.date is None or draft.date.precision not in _DAYS:
        return False
    return -_BESIDE <= mention.start - trigger.end <= _BESIDE


_THOSE = words_of("passing", "those")


def _clause(story: Story, draft: Draft) -> Clause:
    parse = story.parse(draft.trigger.sentence)
    return parse.clauses[parse.clause_at[draft.trigger.word]]
