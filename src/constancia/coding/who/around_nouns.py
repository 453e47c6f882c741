"""A noun that names an attack in, which groups around it are its own out: its victims, and what is another's deed."""

from __future__ import annotations

import re

from constancia.coding.clauses.antecedents import GONE
from constancia.coding.clauses.grammar import grammar
from constancia.coding.clauses.syntax import Clause, NounGroup, Parse, Tag, VerbGroup
from constancia.coding.story import Draft
from constancia.coding.word_sets import words_of
from constancia.model import Actor, ActorValue, Mention
from constancia.vocabulary import ActorPart, EventType, Role
from constancia.words import fold

_TARGET_NOUNS = words_of("around_nouns", "target_nouns")  # "fue víctima de un atentado"


def called_victims(draft: Draft, own: NounGroup, clause: Clause, parse: Parse) -> list[NounGroup]:
    """Give those of "the homicide victim", "a victim in the shooting", "Ana Roca was the victim of an attack"."""
    if own.head != draft.trigger.word and own.lemma in _TARGET_NOUNS:
        return [own]
    position = parse.nouns.index(own)
    near = parse.nouns[position - 1] if position else None
    if near is not None and own.preposition == "with" and own.first - near.last <= _NEAR:
        return [near] if _WOUND.search(draft.trigger.text) else []  # "found a boy with a gunshot wound"
    if near is None or near.lemma not in _TARGET_NOUNS:
        return []
    if own.preposition in ("de", "of"):
        return [g for g in (clause.subject, clause.object) if g is not None and g.lemma not in _TARGET_NOUNS][:1]
    return [near] if own.preposition in ("in", "en", "from") else []


def is_harmed(verb: VerbGroup, parse: Parse) -> bool:
    """Tell who "is dead after a shooting", "quedó herido en un ataque" from who did it."""
    behind = (word.norm for word in parse.words[verb.last + 1 : verb.last + 1 + _NEAR])
    return verb.lemma in _STATES and any(norm in _HARMED for norm in behind)


_NEAR = 3  # words
_WOUND = re.compile(r"wound|gunshot|tortur", re.IGNORECASE)
_STATES = words_of("around_nouns", "states")
_HARMED = words_of("around_nouns", "harmed")


def is_blamed(draft: Draft, own: NounGroup, near: NounGroup, group: NounGroup, parse: Parse) -> bool:
    """Tell on whom an attack is blamed from whom it was on: "blamed the blast on rebels", "blamed it on rebels"."""
    verb = parse.clauses[parse.clause_at[own.head]].verb
    is_laid = verb is not None and verb.lemma in _LAYS and verb.last < own.first
    return is_laid or is_of_another(draft, own, near, group, parse)


_LAYS = frozenset({"blame", "pin", "lay"})


def is_of_another(draft: Draft, own: NounGroup, near: NounGroup, group: NounGroup, parse: Parse) -> bool:
    """Tell "the murder was condemned by leaders", "after a speech by the mayor" from "the murder by gunmen".

    So is who holds what is cleared: "the clearing of a bridge occupied by villagers".
    """
    if draft.type not in (EventType.ASSAULT, EventType.COERCE):
        return False
    verbs = [verb for verb in parse.verbs if own.last < verb.first and verb.last < group.first]
    is_told = near is not own and near.lemma in TOLD_BY
    return is_told or any(verb.lemma not in _DONE_BY for verb in verbs)


def is_held_by_others(draft: Draft, own: NounGroup, group: NounGroup, parse: Parse) -> bool:
    """Tell "the march was led by nurses" from "the march was watched by police", "a strike call by a party"."""
    if draft.type is not EventType.PROTEST:
        return False
    if own.head != draft.trigger.word and own.lemma in TOLD_BY:
        return True
    return any(verb.lemma not in _HELD_BY for verb in parse.verbs if own.last < verb.first and verb.last < group.first)


def is_of_fighters(draft: Draft, mention: Mention) -> bool:
    """Tell the doers of "a gang attack", "a rebel ambush": an armed group right before the noun, or its first word."""
    value, trigger = mention.value, draft.trigger
    is_attack = draft.type is EventType.ASSAULT and not trigger.is_verb
    is_first = mention.start == trigger.start and mention.end < trigger.end
    is_named = trigger.start - mention.end == 1 or (is_first and fold(mention.text) not in CALLED)
    return is_attack and is_named and isinstance(value, ActorValue) and value.role in _FIGHTERS


CALLED = words_of("around_nouns", "called")
"""What an attack is called names nobody: "a terrorist attack"."""
_FIGHTERS = frozenset({Role.ARMED_GROUP, Role.GANG, Role.UNIDENTIFIED_ARMED})


def is_to_somebody(draft: Draft, own: NounGroup, group: NounGroup, parse: Parse) -> bool:
    """Tell the reporter of "la agresión a una reportera", right behind the noun, from "el ataque obligó a la radio"."""
    is_right_behind = all(word.tag is Tag.DETERMINER for word in parse.words[own.last + 2 : group.first])
    return (
        draft.type is EventType.ASSAULT
        and group.preposition in _TO
        and group.first - own.last <= _TO_REACH
        and is_right_behind
    )


_TO = frozenset({"a", "al"})
_TO_REACH = 3  # words


def without_kin(draft: Draft, text: str, language: str) -> list[Actor]:
    """Leave the mother of "the mother of a boy shot by police" out of its victims; "the father of two" is one."""
    kin = grammar(language)["kin"]
    return [actor for actor in draft.actors if not (_is_kin(actor, kin) and _is_of_who_suffered(actor, draft, text))]


def _is_kin(actor: Actor, kin: frozenset[str]) -> bool:
    return actor.part is ActorPart.VICTIM and not kin.isdisjoint(fold(actor.text or "").split())


def _is_of_who_suffered(actor: Actor, draft: Draft, text: str) -> bool:
    victims = (other.start or 0 for other in draft.actors if other.part is ActorPart.VICTIM and other is not actor)
    begins = [*victims, draft.trigger.start]
    between = (text[actor.end or 0 : start] for start in begins)
    return any(_OF_THEM.fullmatch(words) and GONE.isdisjoint(fold(words).split()) for words in between)


_OF_THEM = re.compile(
    r"\s+(?:of|de|del)\s+(?!(?:two|three|four|five|six|\d|dos|tres|cuatro|cinco|seis)\b)"
    r"(?:(?!(?:was|were|is|are|been|had|has|fue|fueron|ha|han|habia|habian|que|who)\b)[\w'’-]+\s+){0,5}"
)
TOLD_BY = words_of("around_nouns", "told_by")
"""What police or leaders make known of a deed; what is said to be "by" them is this, not the deed."""
_DONE_BY = words_of("around_nouns", "done_by")
_HELD_BY = words_of("around_nouns", "held_by")


def is_in_protest(own: NounGroup, draft: Draft) -> bool:
    """Tell what is done "en protesta": its doers protest."""
    is_bare = own.first == own.head and not draft.trigger.text.endswith("s")  # "denuncian torturas en protestas"
    return draft.type is EventType.PROTEST and own.preposition in ("en", "in") and is_bare


def is_of_its_name(group: NounGroup, draft: Draft, parse: Parse) -> bool:
    """Tell "fuerza" in "medida de fuerza", a word of the protest's name, from "estudiantes", who hold it."""
    head = parse.words[group.head]
    is_inside = draft.trigger.start < parse.words[group.first].start and head.start < draft.trigger.end
    return draft.type is EventType.PROTEST and is_inside and not head.norm.endswith("s")
