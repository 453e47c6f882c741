"""Drafts in, arrests left out that only name those to whom something else is done: "los detenidos fueron golpeados"."""

from __future__ import annotations

from constancia.coding.clauses.syntax import Parse
from constancia.coding.story import Draft, Story
from constancia.vocabulary import ActorPart, EventType, Mode


def without_held_people(story: Story, drafts: list[Draft]) -> list[Draft]:
    """Leave out an arrest whose noun is who an attack of the same clause is done to: they were held before."""
    return [draft for draft in drafts if not _only_names_held(story, draft, drafts)]


def _only_names_held(story: Story, draft: Draft, drafts: list[Draft]) -> bool:
    if draft.type is not EventType.COERCE or draft.mode is not Mode.ARREST or draft.trigger.is_verb:
        return False
    parse = story.parse(draft.trigger.sentence)
    group = next((each for each in parse.nouns if each.first <= draft.trigger.word <= each.last), None)
    if group is None or group.head != draft.trigger.word:
        return False
    return any(_suffers(draft, other) or (group.is_definite and _is_done_to(parse, draft, other)) for other in drafts)


def _suffers(held: Draft, other: Draft) -> bool:
    """Tell the victims of "la tortura a doce detenidos", "doce detenidos fueron torturados"."""
    if other.type is not EventType.ASSAULT or other.trigger.sentence != held.trigger.sentence:
        return False
    trigger = held.trigger
    return any(
        actor.part is ActorPart.VICTIM
        and actor.start is not None
        and actor.end is not None
        and actor.start <= trigger.start < actor.end
        for actor in other.actors
    )


def _is_done_to(parse: Parse, held: Draft, other: Draft) -> bool:
    """Tell whether an attack's verb has those held for its subject in the passive, or for its object."""
    if other.type is not EventType.ASSAULT or not other.trigger.is_verb:
        return False
    if other.trigger.sentence != held.trigger.sentence:
        return False
    clause = parse.clauses[parse.clause_at[other.trigger.word]]
    group = clause.subject if clause.verb is not None and clause.verb.is_passive else clause.object
    return group is not None and group.first <= held.trigger.word <= group.last
