"""A demand in its clause in, a protest out where a crowd made it with banners, candles or pots in hand."""

from __future__ import annotations

from constancia.coding.clauses.syntax import Clause, Parse
from constancia.coding.drafts.collective import held_words
from constancia.coding.story import Draft, Story
from constancia.vocabulary import ActorPart, EventType, Form, Mode, Role, Status

_WORDS = frozenset({EventType.REQUEST, EventType.REJECT, EventType.ACCUSE})
_MADE = frozenset({Status.OCCURRED, Status.ONGOING})
_CROWDS = frozenset(
    {
        Role.PROTESTERS,
        Role.CROWD,
        Role.STUDENTS,
        Role.PEASANTS,
        Role.WOMEN,
        Role.INDIGENOUS,
        Role.CIVILIANS,
        Role.UNION,
        Role.MIGRANTS,
        Role.HEALTH,
        Role.PRESS,
        Role.BUSINESS,
    }
)


def settle_by_means(story: Story, draft: Draft) -> None:
    """Tell "con cacerolas y silbatos, los vecinos reclamaron …" from a demand by words alone."""
    if draft.type not in _WORDS or draft.status not in _MADE or not draft.trigger.is_verb:
        return
    doers = {actor.role for actor in draft.actors if actor.part is ActorPart.ACTOR}
    parse = story.parse(draft.trigger.sentence)
    clause = parse.clauses[parse.clause_at[draft.trigger.word]]
    if not doers <= _CROWDS or not _are_several(clause, parse, story.reading.language):
        return
    words = held_words(story.reading.language)
    held = [group for group in clause.complements if group.preposition in words.with_ and group.lemma in words.shown]
    if not held:
        return
    lemma = held[0].lemma
    form = Form.POT_BANGING if lemma in words.pots else Form.VIGIL if lemma in words.lights else Form.RALLY
    draft.type, draft.mode, draft.form = EventType.PROTEST, Mode.DEMO, form
    draft.why.append(f"by what they held: {lemma}")


def _are_several(clause: Clause, parse: Parse, language: str) -> bool:
    """Tell neighbours and a group of neighbours from one of them: the verb or its subject stands in the plural."""
    if clause.verb is None or clause.subject is None:
        return False
    head = parse.words[clause.subject.head]
    return head.norm.endswith("s") or head.norm != head.lemma or head.norm in held_words(language).groups
