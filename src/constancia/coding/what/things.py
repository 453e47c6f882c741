"""A draft in its story in, the things out that it was done to: blocked, damaged, destroyed or taken."""

from __future__ import annotations

import dataclasses

from constancia.coding.clauses.forms import singulars, verb_forms
from constancia.coding.clauses.group_numbers import number_of_things
from constancia.coding.clauses.syntax import Clause, ClauseKind, NounGroup, Parse
from constancia.coding.story import Draft, Story
from constancia.coding.what.detail_words import DetailWords, content_words, detail_words
from constancia.coding.word_sets import words_of
from constancia.model import Thing
from constancia.vocabulary import Form, Mode, ObjectEffect, ObjectKind, Status
from constancia.words import fold

_SPARED = frozenset({Form.STRIKE})
_EFFECTS = {
    Mode.OBSTRUCT: ObjectEffect.BLOCKED,
    Mode.SEIZE: ObjectEffect.TAKEN,
    Mode.EXPLOSIVES: ObjectEffect.DAMAGED,
    Mode.DESTROY: ObjectEffect.DESTROYED,
    Mode.RIOT: ObjectEffect.DAMAGED,
    Mode.VANDALIZE: ObjectEffect.DAMAGED,
    Mode.AERIAL: ObjectEffect.DAMAGED,
    Mode.HEAVY_WEAPONS: ObjectEffect.DAMAGED,
}
_WITH_THINGS = frozenset({*_EFFECTS, None, Mode.FIREARMS, Mode.ABDUCT, Mode.SUICIDE_ATTACK})
_DESTROYED = words_of("things", "destroyed")


def find_things(story: Story, draft: Draft) -> None:
    """Add to a draft what it was done to, in the clause of its trigger."""
    words = detail_words(story.reading.language)
    if draft.mode not in _WITH_THINGS or draft.form in _SPARED:
        return
    parse = story.parse(draft.trigger.sentence)
    clause = parse.clauses[parse.clause_at[draft.trigger.word]]
    for group in _things(parse, clause, draft):
        kind = object_kind(parse, group, words, story.reading.language)
        if kind is None or (kind is ObjectKind.ROAD and group.preposition in _BESIDE):
            continue
        start, end = start_of_name(parse, group), end_of_name(parse, group)
        effect = _effect(draft)
        text = story.reading.text.text[start:end]
        put_thing(draft.objects, Thing(text, kind, number_of_things(parse, group), effect, start, end))


def start_of_name(parse: Parse, group: NounGroup) -> int:
    """Leave out the end of a verb that stands before its thing: "blew up two branches"."""
    first = group.first + (parse.words[group.first].norm in ("up", "down", "out", "off") and group.first < group.last)
    return parse.words[first].start


def end_of_name(parse: Parse, group: NounGroup) -> int:
    """Take in whose or which it is: "the residence of the ambassador", "la sede del banco"."""
    position = parse.nouns.index(group)
    for following in parse.nouns[position + 1 : position + 2]:
        if following.preposition in ("of", "de", "del") and following.first - group.last <= _OF_REACH:
            return parse.words[following.last].end
    return parse.words[group.last].end


_OF_REACH = 3  # words from a thing to the noun behind its "of"


def _things(parse: Parse, clause: Clause, draft: Draft) -> list[NounGroup]:
    """Give the groups that the deed was done to: object, passive subject, those behind "against", "of", "at"."""
    found = []
    is_passive = clause.verb is not None and clause.verb.is_passive
    targets = _TARGETS | _BESIDE if draft.mode is Mode.EXPLOSIVES else _TARGETS
    clauses = _where_laid(draft, parse, clause) | {clause.index}
    for group in parse.nouns:
        if parse.clause_at[group.head] not in clauses:
            continue
        inside = (
            draft.trigger.start <= parse.words[group.head].start < draft.trigger.end
            and group.head != draft.trigger.word
        )
        is_target = group.preposition in targets
        if (
            inside
            or group == clause.object
            or (is_passive and group == clause.subject)
            or (is_target and group.first > draft.trigger.word)
        ):
            found.append(group)
    return found


def _where_laid(draft: Draft, parse: Parse, clause: Clause) -> set[int]:
    """Give the clauses that tell where a bomb was: "defused a bomb planted outside the bank", "que estaba en"."""
    if draft.mode is not Mode.EXPLOSIVES:
        return set()
    return {
        other.index
        for other in parse.clauses
        if other.kind in (ClauseKind.PARTICIPLE, ClauseKind.RELATIVE)
        and abs(other.index - clause.index) == 1
        and other.verb is not None
        and other.verb.lemma in _LAID
    }


_TARGETS = frozenset({"against", "contra", "of", "de", "del", "on", "at", "a", "en", "into"})
# What a bomb goes off beside it was meant for.
_BESIDE = frozenset({"outside", "inside", "near", "under", "beneath", "behind", "opposite", "beside", "bajo", "ante"})
_LAID = words_of("things", "laid")


def object_kind(parse: Parse, group: NounGroup, words: DetailWords, language: str) -> ObjectKind | None:
    """Give the kind of thing that a group is of; None for people and for what cannot be damaged."""
    head = parse.words[group.head]
    return next((words.objects[key] for key in singulars(head.norm, language) if key in words.objects), None)


def _effect(draft: Draft) -> ObjectEffect | None:
    if draft.form is Form.OCCUPATION:
        return ObjectEffect.TAKEN
    if draft.status is Status.PREVENTED:
        return ObjectEffect.NONE
    if draft.trigger.sense in _BLOWN_UP and _BESIDE.isdisjoint(fold(draft.trigger.text).split()):
        return ObjectEffect.DESTROYED
    if any(form.lemma in _DESTROYED for form in verb_forms(fold(draft.trigger.text.split()[0]), "en")):
        return ObjectEffect.DESTROYED
    return _EFFECTS.get(draft.mode) if draft.mode is not None else None


_BLOWN_UP = frozenset({"blow-up"})


def put_thing(known: list[Thing], thing: Thing) -> None:
    """Add a thing, unless it is one that is known by more words: "the pipeline" of the Pacific oil pipeline."""
    words = content_words(thing.text)
    for index, other in enumerate(known):
        shared = content_words(other.text)
        if other.kind is thing.kind and words <= shared and _last(thing.text) in shared:
            known[index] = other if other.effect is not None else dataclasses.replace(other, effect=thing.effect)
            return
    known.append(thing)


def _last(text: str) -> str:
    return fold(text).split()[-1].removesuffix("s")
