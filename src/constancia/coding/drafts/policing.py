"""A story in, what police do beyond the words of the lexicon out: their other deeds, and deeds that only they do."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import lru_cache

from constancia.coding.clauses.syntax import Clause, ClauseKind, NounGroup, Parse, Tense
from constancia.coding.deeds.lexicon import Sense, lexicon
from constancia.coding.story import Draft, Story, Trigger, are_police
from constancia.model import Actor, Mention
from constancia.vocabulary import ActorPart, EventType, Mode, Role, Status
from constancia.words import fold, load_lexicon

_DOERS = frozenset({ActorPart.ACTOR, ActorPart.PERPETRATOR})
_STATE = frozenset({Role.POLICE, Role.MILITARY})
# Cues of speech and thought: no deeds.
_SPOKEN = ("say", "tell", "claim", "think", "ask", "judge", "show", "deny", "count", "write", "promise", "weak")


@dataclass(frozen=True, slots=True)
class _Words:
    """Verbs that are no deed, or are one with an object; police as a place; what they only hold; who is sent."""

    no_deeds: frozenset[str]
    to_things: frozenset[str]
    places: frozenset[str]
    occasions: frozenset[str]
    sent: frozenset[str]
    sent_act: str


@lru_cache(2)
def _words(language: str) -> _Words:
    table = load_lexicon(language, "policing")
    spoken = load_lexicon(language, "reporting")["verbs"]
    no_deeds = {verb for kind in _SPOKEN for verb in spoken.get(kind, ())} | set(table["no_deeds"].split())
    lists = ("to_things", "places", "occasions", "sent")
    to_things, places, occasions, sent = (frozenset(fold(table[name]).split()) for name in lists)
    return _Words(frozenset(no_deeds), to_things, places, occasions, sent, table["sent_act"])


@lru_cache(2)
def spoken_verbs(language: str) -> frozenset[str]:
    """Give the verbs of saying and thinking, which tell of no act."""
    spoken = load_lexicon(language, "reporting")["verbs"]
    return frozenset(fold(verb) for kind in _SAID for verb in spoken.get(kind, ()))


_SAID = ("say", "tell", "claim", "think", "ask", "judge", "deny", "count", "promise")


def open_act(story: Story, sentence: int, drafts: list[Draft]) -> Trigger | None:
    """Give a verb that police are told to do in a sentence where no entry of the lexicon tells of a deed of theirs."""
    police = [mention for mention in story.mentions_in(sentence) if are_police(mention)]
    if not police or any(draft.trigger.sentence == sentence and _is_by_police(draft) for draft in drafts):
        return None
    parse, language = story.parse(sentence), story.reading.language
    taken = {word for draft in drafts if draft.trigger.sentence == sentence for word in _span(draft.trigger)}
    for clause in parse.clauses:
        doer = doer_of(clause)
        if doer is not None and _is_act(clause, taken, language) and _holds(doer, parse, police, language):
            return _trigger(parse, clause, sentence, lexicon(language).open_act.id)
        sent = _sent(clause, language)
        if sent is not None and _is_act(clause, taken, language) and _holds(sent, parse, police, language):
            return _trigger(parse, clause, sentence, _words(language).sent_act)
    return None


def doer_of(clause: Clause) -> NounGroup | None:
    """Give who does what a clause tells: its subject, in the passive its agent."""
    verb = clause.verb
    if verb is None:
        return None
    is_undergone = verb.is_passive or (clause.kind is ClauseKind.PARTICIPLE and verb.tense is Tense.PARTICIPLE)
    return clause.agent if is_undergone else clause.subject


def _sent(clause: Clause, language: str) -> NounGroup | None:
    """Give those who are given a task: "police have been asked to guard the mill"; they are at it."""
    verb = clause.verb
    is_told = verb is not None and verb.is_passive and verb.lemma in _words(language).sent
    return clause.subject if is_told else None


def _span(trigger: Trigger) -> range:
    return range(trigger.word, trigger.last_word + 1)


def _is_act(clause: Clause, taken: set[int], language: str) -> bool:
    verb = clause.verb
    words = _words(language)
    if verb is None or verb.head in taken:
        return False
    if clause.object is not None and clause.object.lemma in words.occasions:
        return False
    if verb.lemma in words.no_deeds and not (verb.lemma in words.to_things and clause.object is not None):
        return False
    return not verb.is_negated and (verb.is_finite or (clause.agent is not None and verb.tense is Tense.PARTICIPLE))


def _holds(group: NounGroup, parse: Parse, police: list[Mention], language: str) -> bool:
    """Tell whether a group is of police who can act, and not of their station."""
    if group.is_negated or parse.words[group.head].norm in _words(language).places:
        return False
    start, end = parse.words[group.first].start, parse.words[group.last].end
    return any(mention.start < end and start < mention.end for mention in police)


def _trigger(parse: Parse, clause: Clause, sentence: int, sense: str) -> Trigger:
    assert clause.verb is not None  # noqa: S101 - told by _is_act
    head = clause.verb.head
    word = parse.words[head]
    return Trigger(word.start, word.end, word.text, sentence, head, head, sense, is_verb=True)


def _is_by_police(draft: Draft) -> bool:
    return any(actor.role is Role.POLICE and actor.part in _DOERS for actor in draft.actors)


def is_done_by_police(draft: Draft) -> bool:
    """Tell what police did themselves, help and inquiries among it: it is kept, and in general is background."""
    return draft.type in _OF_POLICE and _is_by_police(draft)


_OF_POLICE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.AID, EventType.CONSULT})


def is_failure(draft: Draft) -> bool:
    """Tell what police did not do that was theirs to do: no deed, and the means of none."""
    return draft.type is EventType.COERCE and draft.status is Status.NOT_OCCURRED and _is_by_police(draft)


def lay_to_police(draft: Draft, start: int, end: int, text: str) -> None:
    """Name the police whose failure it was, and nobody else, as those who did not act."""
    draft.actors = [actor for actor in draft.actors if actor.part not in _DOERS or actor.role is Role.POLICE]
    if not _is_by_police(draft):
        _put(draft, start, end, text)


def is_undone_by(draft: Draft, failure: Draft) -> bool:
    """Tell whether a failure is told by the very words that were taken for a deed of police: "arrested nobody"."""
    one, two = draft.trigger, failure.trigger
    is_same_word = one.sentence == two.sentence and one.start < two.end and two.start < one.end
    return is_same_word and draft.type not in (EventType.PROTEST, EventType.ASSAULT)


def names_police(draft: Draft) -> bool:
    """Tell whether police are named as the doer, and not only taken to be."""
    return any(
        actor.role is Role.POLICE and actor.part in _DOERS and actor.text != draft.trigger.text
        for actor in draft.actors
    )


def is_police_word(draft: Draft) -> bool:
    """Tell "police firing", of which the word itself names the doer, from "police: shooting on Fifth Street"."""
    start, end = draft.trigger.start, draft.trigger.end
    return any(actor.role is Role.POLICE and start <= (actor.start or 0) < end for actor in draft.actors)


def is_arrest_by_police(draft: Draft) -> bool:
    """Tell an arrest that police made or are taken to have made."""
    return draft.mode is Mode.ARREST and _is_by_police(draft)


# ---------------------------------------------------------------- deeds that only they do


def imply_doer(story: Story, draft: Draft, sense: Sense) -> None:
    """Name police as the doer where nobody is named and the words leave nobody else: arrests, tear gas, a failure.

    An arrest is theirs in any text; the rest only where the text tells of police. The force that is sent out acts.
    """
    if draft.type is EventType.MOBILIZE:
        _let_deployed_act(draft)
    if any(actor.part in _DOERS for actor in draft.actors):
        return
    if draft.status is Status.NOT_OCCURRED and draft.mode is Mode.ARREST and _is_suffered(story, draft):
        return  # "the brother was not arrested": who did not is not said
    if sense.status is Status.NOT_OCCURRED:
        _blame_police(story, draft)
    elif sense.implies is Role.POLICE:
        is_arrest = sense.id in _ARRESTS and (not draft.is_bare or _is_told_with_more(draft))
        if is_arrest or story.names_police():
            _put(draft, draft.trigger.start, draft.trigger.end, draft.trigger.text)
            draft.why.append("done by the police where no one else is named")


def _is_suffered(story: Story, draft: Draft) -> bool:
    """Tell "was not arrested" from what somebody is blamed for, "for not arresting them"."""
    parse = story.parse(draft.trigger.sentence)
    verb = parse.clauses[parse.clause_at[draft.trigger.word]].verb
    return verb is not None and verb.is_passive


_ARRESTS = frozenset({"arrest", "arresto", "held", "held-without", "court-arrest"})


def _is_told_with_more(draft: Draft) -> bool:
    """Tell "the arrest of two bakers in Ica" from an arrest that is only named."""
    return not draft.trigger.is_verb and bool(draft.actors or draft.place_mention or draft.date_mention)


def _put(draft: Draft, start: int, end: int, text: str) -> None:
    part = ActorPart.PERPETRATOR if draft.type is EventType.ASSAULT else ActorPart.ACTOR
    draft.actors.append(Actor(part, Role.POLICE, None, text, start, end))


def _let_deployed_act(draft: Draft) -> None:
    """Read "two hundred officers were posted at the square": those who are sent are those who are there."""
    if any(actor.part is ActorPart.ACTOR and actor.role in _STATE for actor in draft.actors):
        return
    draft.actors = [
        dataclasses.replace(actor, part=ActorPart.ACTOR)
        if actor.part is ActorPart.RECIPIENT and actor.role in _STATE
        else actor
        for actor in draft.actors
    ]


def _blame_police(story: Story, draft: Draft) -> None:
    """Name the police of a sentence that tells of a failure to act, the nearest to its words."""
    police = [mention for mention in story.mentions_in(draft.trigger.sentence) if are_police(mention)]
    if police:
        mention = min(police, key=lambda each: abs(each.start - draft.trigger.start))
        _put(draft, mention.start, mention.end, mention.text)


# ---------------------------------------------------------------- stories of common crime
