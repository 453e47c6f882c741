"""A draft of a saying in, whether anybody says it out: a demand that no one makes is none."""

from __future__ import annotations

from constancia.coding.clauses.syntax import ClauseKind, NounGroup, Parse, Tag
from constancia.coding.story import Draft, Story
from constancia.coding.word_sets import words_of
from constancia.vocabulary import ActorPart, EventType

_SPEAK = frozenset({ActorPart.ACTOR, ActorPart.ORGANISER})


def is_said_by_someone(story: Story, draft: Draft) -> bool:
    """Tell whether a saying has a speaker: one that is known, a plural left out ("exigen justicia"), or its victim."""
    # "Liberaron a tres maestros": whoever freed them
    is_done_to = draft.type is EventType.RETREAT and any(each.part is ActorPart.RECIPIENT for each in draft.actors)
    if is_done_to or any(actor.part in _SPEAK for actor in draft.actors):
        return True
    parse = story.parse(draft.trigger.sentence)
    clause = parse.clauses[parse.clause_at[draft.trigger.word]]
    verb = clause.verb
    is_victim_told = draft.trigger.is_verb and verb is not None and verb.is_passive and clause.subject is not None
    if draft.type is EventType.THREATEN and (draft.actors or is_victim_told):
        return True
    if story.reading.language != "es" or verb is None or not draft.trigger.is_verb or draft.type not in _SPOKEN:
        return False
    if clause.kind is not ClauseKind.MAIN or not verb.is_finite or verb.is_negated:
        return False
    speaker = clause.agent if verb.is_passive else clause.subject
    if speaker is not None:
        return verb.is_passive or _is_someone(parse, speaker)
    return not verb.is_passive and parse.words[verb.head].norm.endswith("n")


def is_said_on_a_day(story: Story, draft: Draft) -> bool:
    """Tell "denounced on Monday the arrest" from "denounced the arrest: on Friday night police", "after denouncing"."""
    parse = story.parse(draft.trigger.sentence)
    if parse.clauses[parse.clause_at[draft.trigger.word]].kind is ClauseKind.INFINITIVE:
        return False
    mention = draft.date_mention
    if draft.date is None or mention is None:
        return draft.date is not None
    between = story.reading.text.text[draft.trigger.end : mention.start]
    return draft.extent[0] <= mention.start < draft.extent[1] and ":" not in between


def _is_someone(parse: Parse, group: NounGroup) -> bool:
    """Tell people and bodies that no lexicon knows from things: names and bare plurals, and "los unionistas"."""
    head = parse.words[group.head]
    if head.norm.endswith("istas") and head.norm not in _THINGS:
        return True
    if group.last >= group.head + 3 or not head.text[0].isupper():
        return False
    is_body = parse.words[group.first].tag is Tag.DETERMINER and head.norm not in _TEXTS
    return is_body or parse.words[group.first].tag is Tag.NOUN


# "La Ley exige": a text asks as nobody does.
_TEXTS = words_of("spoken", "texts")
_THINGS = words_of("spoken", "things")
_SPOKEN = frozenset({EventType.REQUEST, EventType.REJECT, EventType.ACCUSE, EventType.THREATEN})
