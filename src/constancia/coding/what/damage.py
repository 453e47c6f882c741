"""A story with its attacks in, the things out that its sentences tell to have been hit: damaged, or bombed."""

from __future__ import annotations

import dataclasses

from constancia.coding.clauses.group_numbers import number_of_things
from constancia.coding.clauses.listed import listed
from constancia.coding.clauses.syntax import Clause, ClauseKind, NounGroup, Tense
from constancia.coding.story import Draft, Story
from constancia.coding.what.detail_words import detail_words
from constancia.coding.what.things import end_of_name, object_kind, put_thing, start_of_name
from constancia.coding.what.told_attacks import teller_of, tellers
from constancia.coding.word_sets import word_set, words_of
from constancia.model import Thing
from constancia.vocabulary import EventType, Mode, ObjectEffect, ObjectKind, Status

_DESTROY = words_of("damage", "destroy")
_DAMAGE = words_of("damage", "damage")
_WHERE = word_set(
    "in inside near outside opposite under beneath beside behind at on against frente contra dentro cerca en"
)
_NO_TARGET = frozenset({ObjectKind.ROAD, ObjectKind.BORDER_CROSSING})  # where a bomb went off, not what it hit
_BOMBS = frozenset({Mode.EXPLOSIVES, Mode.SUICIDE_ATTACK})
_TOLD = frozenset({Status.OCCURRED, Status.ONGOING, Status.BACKGROUND, Status.LEGAL, Status.PREVENTED})
_OPEN = frozenset({Tense.FUTURE, Tense.CONDITIONAL, Tense.INFINITIVE, Tense.SUBJUNCTIVE})
_STEMS = (
    *("destroy", "demolish", "raz", "wreck", "gut", "flatten", "burn", "torch", "incinerat", "level", "bl", "ruin"),
    *(
        "damag",
        "shatter",
        "hit",
        "str",
        "rock",
        "shook",
        "riddle",
        "machinegun",
        "dynamit",
        "bomb",
        "sabotag",
        "affect",
    ),
    *("destru", "arras", "derrib", "quem", "incendi", "vol", "destroz", "reduj", "demol", "dan", "averi", "dinamit"),
    *("sabot", "ametrall", "afect", "impact", "scorch", "smash"),
)


def find_damage(story: Story) -> None:
    """Add to each attack the things that its sentences and those just behind tell of."""
    attacks = [draft for draft in story.drafts if draft.type is EventType.ASSAULT and draft.status in _TOLD]
    for sentence, told in tellers(story, attacks).items():
        if any(token.norm.startswith(_STEMS) for token in story.reading.sentences[sentence].tokens):
            for clause in story.parse(sentence).clauses:
                _read_clause(story, sentence, clause, told)
    for draft in attacks:
        if draft.mode in _BOMBS:
            _read_places(story, draft)
        if any(thing.effect is None for thing in draft.objects) and (effect := _told_damage(story, draft)) is not None:
            draft.objects = [dataclasses.replace(t, effect=effect) if t.effect is None else t for t in draft.objects]


def _told_damage(story: Story, draft: Draft) -> ObjectEffect | None:
    """Read "causing heavy damage", "sin causar daños" in the sentences that tell of an attack."""
    for sentence in draft.told_in:
        norms = [token.norm for token in story.reading.sentences[sentence].tokens]
        at = next((index for index, norm in enumerate(norms) if norm in _HARM_TO_THINGS), None)
        if at is not None:
            before = norms[max(at - _NEGATED_WITHIN, 0) : at]
            return ObjectEffect.NONE if _NO.intersection(before) else ObjectEffect.DAMAGED
    return None


_HARM_TO_THINGS = words_of("damage", "harm_to_things")
_NO = word_set("no without not nor never any sin ningun ninguno ni tampoco")
_NEGATED_WITHIN = 5  # words


def _read_clause(story: Story, sentence: int, clause: Clause, told: list[Draft]) -> None:
    verb = clause.verb
    if verb is None or verb.is_negated or verb.modal is not None or verb.tense in _OPEN:
        return
    effect = ObjectEffect.DESTROYED if verb.lemma in _DESTROY else ObjectEffect.DAMAGED
    if verb.lemma not in _DESTROY | _DAMAGE:
        return
    is_passive = verb.is_passive or (clause.kind is ClauseKind.PARTICIPLE and verb.tense is Tense.PARTICIPLE)
    draft = teller_of(told, sentence, verb)
    for group in listed(clause.subject if is_passive else clause.object, story.parse(sentence)):
        _put(story, sentence, draft, group, effect)


def _read_places(story: Story, draft: Draft) -> None:
    """Take the house that a bomb went off in, or before, for its target."""
    parse = story.parse(draft.trigger.sentence)
    clause = parse.clause_at[draft.trigger.word]
    for group in parse.nouns:
        is_behind = group.first > draft.trigger.word and parse.clause_at[group.head] == clause
        if is_behind and (group.preposition in _WHERE or _is_before(story, draft, group)):
            kind = object_kind(parse, group, detail_words(story.reading.language), story.reading.language)
            if kind not in _NO_TARGET:
                _put(story, draft.trigger.sentence, draft, group, None)


def _is_before(story: Story, draft: Draft, group: NounGroup) -> bool:
    """Read "in front of a bank", "next to a bank", "across from a bank"."""
    words = story.parse(draft.trigger.sentence).words
    return any(
        word.norm in ("front", "next", "across", "doors", "entrance")
        for word in words[max(group.first - 3, 0) : group.first]
    )


def _put(story: Story, sentence: int, draft: Draft, group: NounGroup, effect: ObjectEffect | None) -> None:
    parse = story.parse(sentence)
    kind = object_kind(parse, group, detail_words(story.reading.language), story.reading.language)
    if kind is None or group.is_negated:
        return
    start, end = start_of_name(parse, group), end_of_name(parse, group)
    text = story.reading.text.text[start:end]
    for index, known in enumerate(draft.objects):
        is_here = known.start is not None and known.end is not None and known.start < end and start < known.end
        if is_here or _content(known.text) == _content(text):
            if effect is not None:
                draft.objects[index] = dataclasses.replace(known, effect=effect)
            return
    put_thing(draft.objects, Thing(text, kind, number_of_things(parse, group), effect, start, end))


def _content(text: str) -> frozenset[str]:
    return frozenset(text.lower().split()) - _LITTLE


_LITTLE = word_set("the a an this that its his her their el la los las un una su sus este esta")
