"""A draft in its story in, its actors out: who did it, to whom, who called it (codebook, section 9)."""

from __future__ import annotations

import dataclasses
import re
from typing import cast

from constancia.coding.clauses.listed import WHOSE, hangs_on, listed, listed_behind, stands_at
from constancia.coding.clauses.syntax import Clause, NounGroup, Parse, VerbGroup, Word
from constancia.coding.harm_verbs import DIES
from constancia.coding.status.noun_in_clause import JOINS
from constancia.coding.status.status_words import StatusWords, status_words
from constancia.coding.story import Draft, Story, Trigger
from constancia.coding.when.set_up import set_up_clause
from constancia.coding.who.around_nouns import (
    CALLED,
    called_victims,
    is_blamed,
    is_harmed,
    is_held_by_others,
    is_in_protest,
    is_of_another,
    is_of_fighters,
    is_of_its_name,
    is_to_somebody,
)
from constancia.coding.who.as_actors import actor_of, actors_of, is_no_doer, is_source
from constancia.coding.who.doers import (
    accused,
    comes_under,
    controlled_by,
    fights,
    force_behind,
    from_whom,
    is_of_others_than_subject,
    is_suspected,
    is_tied,
    is_undergone,
    keeper_of,
    layer_of,
    named_by_ones,
    object_before,
    opponent,
    referent,
    suspects_of,
    told_by_themselves,
    took_part,
)
from constancia.coding.who.names_beside import is_somebody
from constancia.coding.who.relatives import done_to_described
from constancia.coding.who.undertaking import ORGANISES, carries_out, organises
from constancia.coding.who.victims import find_victims, owner, people_behind
from constancia.coding.word_sets import word_set, words_of
from constancia.model import Actor, ActorValue, Mention, PlaceValue
from constancia.vocabulary import ActorPart, Certainty, Effect, EventType, Feature, Mode, Role, Status
from constancia.words import fold

_STATE = frozenset({Role.POLICE, Role.MILITARY})
_VIOLENT = frozenset({EventType.ASSAULT})
_SUFFERED = _VIOLENT | {EventType.THREATEN}  # "recibió amenazas"
_AGAINST = word_set("against at on upon contra into a sobre of de del to")
_SUFFERS = DIES | words_of("people", "suffers")
_ENDS_UP = words_of("people", "ends_up")
_WITHSTANDS = words_of("people", "withstands")
_BY = frozenset({"by", "por"})


def find_actors(story: Story, draft: Draft) -> None:
    """Set the actors of a draft from its own sentence."""
    if draft.trigger.sense in _WHO_PROTEST:
        return
    parse = story.parse(draft.trigger.sentence)
    clause = parse.clauses[parse.clause_at[draft.trigger.word]]
    mentions = [m for m in story.mentions_in(draft.trigger.sentence) if isinstance(m.value, ActorValue)]
    _add_from_trigger(draft, mentions)
    doers, done_to = _groups(draft, clause, parse, story.reading.language)
    pointed = referent(story, draft, clause, parse) if _acts(draft, clause) else None
    if pointed is not None and not _is_unlike_police(draft, pointed):
        _put(draft, actor_of(pointed, _part_of_doer(draft, clause)))
    charged = [] if doers else accused(draft, clause, parse, story.reading.language)
    for group in charged:
        _add(story, draft, group, parse, _part_of_charged(draft))
    if charged:
        draft.actors = [_unconfirmed(actor) for actor in draft.actors]
    for group in doers:
        _add(story, draft, group, parse, _part_of_doer(draft, clause))
    if is_suspected(draft, clause, parse, status_words(story.reading.language)):
        draft.actors = [_unconfirmed(actor) for actor in draft.actors]
    language = story.reading.language
    draft.is_on_somebody = any(is_somebody(group, parse, language) for group in done_to)
    for group in done_to:
        _add(story, draft, group, parse, _part_of_recipient(draft))
    _add_owner(story, draft, parse)


# Words for who protests: what is done to "a protester", or by one, is not what their protest was.
_WHO_PROTEST = frozenset({"protesters", "manifestantes"})


def _unconfirmed(actor: Actor) -> Actor:
    return dataclasses.replace(actor, certainty=Certainty.UNCONFIRMED)


def _is_unlike_police(draft: Draft, mention: Mention) -> bool:
    """Tell "when police held them back, they threw petrol bombs": those who throw them are not the police."""
    return draft.mode is Mode.EXPLOSIVES and cast("ActorValue", mention.value).role is Role.POLICE


def _add_owner(story: Story, draft: Draft, parse: Parse) -> None:
    """Take whose murder or kidnapping it was for its victim."""
    trigger = draft.trigger
    group = next((each for each in parse.nouns if each.first <= trigger.word <= each.last), None)
    if trigger.is_verb or trigger.sense not in _BEFALLS or group is None:
        return
    victim = owner(story, trigger.sentence, group, trigger.word)
    if victim is not None:
        is_deadly = trigger.sense in _DEADLY and draft.status in _DONE and not _ATTEMPT.search(trigger.text)
        _put(draft, dataclasses.replace(victim, effect=Effect.KILLED if is_deadly else None))


_BEFALLS = frozenset({"kill", "abduct"})  # what a person is the owner of as its victim


def _add_from_trigger(draft: Draft, mentions: list[Mention]) -> None:
    """Take the doer out of the trigger itself: "police firing", "police raid"."""
    is_burnt = draft.mode is Mode.DESTROY and draft.trigger.is_verb  # "a police post was burnt down"
    if is_burnt or draft.type not in (EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.AID):
        return
    for mention in mentions:
        value = mention.value
        is_inside = draft.trigger.start <= mention.start and mention.end <= draft.trigger.end
        is_states = is_inside and isinstance(value, ActorValue) and value.role in _STATE
        if is_states or is_of_fighters(draft, mention):
            part = ActorPart.PERPETRATOR if draft.type in _VIOLENT else ActorPart.ACTOR
            _put(draft, actor_of(mention, part))


def _part_of_charged(draft: Draft) -> ActorPart:
    """Give the part of whoever is charged: they did an attack, and a sentence is done to them."""
    if draft.type is EventType.PROTEST:
        return ActorPart.ACTOR
    return ActorPart.PERPETRATOR if draft.type in _VIOLENT else ActorPart.RECIPIENT


def _part_of_doer(draft: Draft, clause: Clause) -> ActorPart:
    if draft.type is EventType.PROTEST and clause.verb is not None and clause.verb.lemma in ORGANISES:
        return ActorPart.ORGANISER
    return ActorPart.PERPETRATOR if draft.type in _VIOLENT else ActorPart.ACTOR


def _part_of_recipient(draft: Draft) -> ActorPart:
    return ActorPart.VICTIM if draft.type in _VIOLENT else ActorPart.RECIPIENT


def _groups(  # noqa: PLR0911 - a rule a line, the first that fits
    draft: Draft, clause: Clause, parse: Parse, language: str
) -> tuple[list[NounGroup], list[NounGroup]]:
    """Give the noun groups of those who did it and of those whom it was done to."""
    trigger, words = draft.trigger, status_words(language)
    if not trigger.is_verb or clause.verb is None or not clause.verb.first <= trigger.word <= clause.verb.last:
        return _groups_of_noun(draft, clause, parse, words)
    if draft.trigger.sense in _BOMBS_FOUND:
        return listed(layer_of(clause, parse), parse), []
    if draft.trigger.sense in _OWN_VICTIMS or (draft.type in _SUFFERED and clause.verb.lemma in _SUFFERS):
        return listed(force_behind(clause, trigger), parse), listed(clause.subject, parse)
    if draft.mode is Mode.ARREST and clause.verb.lemma in _ENDS_UP:
        return [], listed(clause.subject, parse)  # "ended up in the cells", "pasaron la noche en el calabozo"
    if draft.type in _VIOLENT and comes_under(clause, trigger):
        return listed(from_whom(clause, trigger), parse), listed(clause.subject, parse)
    if (above := keeper_of(clause, parse) or named_by_ones(clause, parse)) is not None:
        return listed(above, parse), listed(clause.object, parse)
    if is_undergone(clause):
        hit = told_by_themselves(clause, parse) or clause.subject
        return listed(clause.agent or force_behind(clause, trigger), parse), listed(hit, parse)
    if (told := done_to_described(clause, parse, language)) is not None:
        return listed(told[0], parse), listed(told[1], parse)
    is_of_others = is_of_others_than_subject(draft, clause, parse)
    doer = None if is_of_others else controlled_by(clause, parse) or clause.subject
    return listed(doer, parse), listed(_object(clause, trigger, parse), parse) + _targets(clause, clause.verb.last)


def _object(clause: Clause, trigger: Trigger, parse: Parse) -> NounGroup | None:
    """Give the object, the one behind the trigger where that holds a group: "matan a balazos a un panadero"."""
    object_ = clause.object
    if object_ is None or object_.last > trigger.last_word:
        return object_before(clause, parse) or object_
    behind = (group for group in clause.complements if group.first > trigger.last_word)
    return next((group for group in behind if group.preposition in ("a", "al")), object_)


def _acts(draft: Draft, clause: Clause) -> bool:
    """Tell whether the deed is the verb of a clause that its subject does."""
    verb, trigger = clause.verb, draft.trigger
    is_own = verb is not None and trigger.is_verb and verb.first <= trigger.word <= verb.last
    return is_own and not is_undergone(clause) and draft.type is not EventType.PROTEST


_BOMBS_FOUND = frozenset({"bomb-undone", "bomba-desactivada"})  # who finds or defuses a bomb did not lay it
_OWN_VICTIMS = frozenset({"pisar-mina", "court-arrest"})  # who steps on a mine did not lay it


def _targets(clause: Clause, after: int) -> list[NounGroup]:
    return [
        group
        for group in clause.complements
        if group.first > after and group.preposition in ("against", "contra", "at", "on")
    ][:1]


def _groups_of_noun(
    draft: Draft, clause: Clause, parse: Parse, words: StatusWords
) -> tuple[list[NounGroup], list[NounGroup]]:
    own = next((group for group in parse.nouns if group.first <= draft.trigger.word <= group.last), None)
    if own is None:
        return listed(clause.subject, parse), listed(clause.object, parse)
    position = parse.nouns.index(own)
    doers, done_to = _groups_behind(draft, position, parse)
    is_of_subject = clause.subject is not None and clause.subject != own and clause.verb is not None
    if is_of_subject and took_part(draft, own, clause):
        doers += listed(suspects_of(clause, parse, words) or clause.subject, parse)
    elif is_of_subject and clause.verb is not None and clause.verb.lemma in _WITHSTANDS:
        done_to += listed(clause.subject, parse)
    elif not doers and is_of_subject and clause.verb is not None:
        if is_tied(clause, parse, words) or _stays_away(clause, parse, words) or _answers_for(draft, own, clause.verb):
            pass  # "were arrested for the murder", "refused to join the march", "was sacked over the killings"
        elif is_undergone(clause) or clause.verb.lemma in _SUFFERS or is_harmed(clause.verb, parse):
            is_scene = draft.type is EventType.PROTEST and own.preposition is not None  # "shot at a protest"
            done_to += [] if is_scene else listed(clause.subject, parse)
            doers += listed(opponent(clause, own.first), parse) if draft.type is EventType.ASSAULT else []
        elif (
            carries_out(draft, own, clause.verb, parse, words)
            or organises(draft, own, clause.verb, parse)
            or is_in_protest(own, draft)
        ):
            doers += listed(clause.subject, parse)
    if not doers and (behind := set_up_clause(draft, parse)) is not None:
        doers += listed(behind.agent if is_undergone(behind) else behind.subject, parse)
    done_to += called_victims(draft, own, clause, parse)
    return doers + ([own] if _names_doer(draft, own, parse) else []), done_to


def _answers_for(draft: Draft, own: NounGroup, verb: VerbGroup) -> bool:
    """Tell who is blamed or praised "for the murder", "por la matanza", from who was hurt in one."""
    is_for = own.preposition in _OVER or (own.preposition == "por" and verb.lemma in _HELD_TO)
    return draft.type is EventType.ASSAULT and is_for


def _is_reason(draft: Draft, own: NounGroup, group: NounGroup, parse: Parse) -> bool:
    """Tell "los jueces acatan un paro por falta de seguridad" from "el paro convocado por los jueces"."""
    clause = parse.clauses[parse.clause_at[own.head]]
    verb = clause.verb
    is_active = verb is not None and verb.is_finite and not (verb.is_passive or verb.is_reflexive)
    has_doer = is_active and clause.subject is not None and clause.subject.last < own.first
    return draft.type is EventType.PROTEST and group.preposition == "por" and has_doer


_NOBODY = words_of("people", "nobody")  # "un paro de actividades"
_OVER = frozenset({"for", "of", "over", "about"})
_HELD_TO = words_of("people", "held_to")


def _stays_away(clause: Clause, parse: Parse, words: StatusWords) -> bool:
    """Tell whether who is asked to come to a protest refuses to: "refused to join the march"."""
    if clause.verb is None or clause.verb.lemma not in JOINS:
        return False
    above = parse.clauses[clause.parent].verb if clause.parent is not None else None
    return clause.verb.is_negated or any(words.is_verb(name, above) for name in ("refrain", "deny"))


def _groups_behind(draft: Draft, position: int, parse: Parse) -> tuple[list[NounGroup], list[NounGroup]]:
    """Give the groups behind a noun that did its deed, and those that it was done to: "by", "against", "of"."""
    doers: list[NounGroup] = []
    done_to: list[NounGroup] = []
    near = own = parse.nouns[position]
    for group in parse.nouns[position + 1 : position + 5]:
        if is_of_its_name(group, draft, parse) or (draft.type is EventType.PROTEST and group.lemma in _NOBODY):
            continue
        is_of_own = group.preposition in WHOSE and (near is own or not hangs_on(parse, near, group))
        if is_of_own and near is not own and draft.type is EventType.PROTEST:
            is_of_own = not stands_at(parse, near, group)
        if group.preposition in _BY:
            is_others = is_of_another(draft, own, near, group, parse) or is_held_by_others(draft, own, group, parse)
            if doers or is_in_protest(own, draft) or is_others or _is_reason(draft, own, group, parse):
                break  # "en protesta por los precios"
            doers.append(group)
        elif is_of_own and (draft.type is EventType.PROTEST or fights(draft, group, parse)):
            doers.append(group)
        elif (
            is_of_own
            or (near is own and is_to_somebody(draft, own, group, parse))
            or (group.preposition in _ON and not is_blamed(draft, own, near, group, parse))
        ):
            done_to += listed_behind(group, parse) if draft.type is EventType.ASSAULT else [group]
        near = group
    return doers, done_to


def _names_doer(draft: Draft, own: NounGroup, parse: Parse) -> bool:
    """Tell "murder suspects" and "the rebels' attack" from what only stands behind: "in the attack two clerks died"."""
    norms = {word.norm for word in parse.words[own.first : own.last + 1]}
    is_inside = draft.trigger.word < own.head <= draft.trigger.last_word and draft.type is not EventType.PROTEST
    is_deed = own.head == draft.trigger.word or is_inside  # "student protests" are the students'
    if is_deed or not norms.isdisjoint(CALLED) or is_no_doer(parse, own):
        return False
    behind = own.last - draft.trigger.last_word
    return draft.type is not EventType.ASSAULT or behind <= 1


_ON = frozenset({"against", "contra", "on"})


def _add(story: Story, draft: Draft, group: NounGroup, parse: Parse, part: ActorPart) -> None:
    sentence = draft.trigger.sentence
    if part is ActorPart.VICTIM:
        found = find_victims(story, sentence, group)
    else:
        found = [
            each
            for each in actors_of(story, sentence, group, part)
            if part is not ActorPart.ACTOR or not _only_counts(draft, each)
        ]
    found = [each for each in found if not is_source(story, sentence, each)]
    if not found and part is ActorPart.ACTOR and draft.type in _STATES_SAY:
        found = _state(story, sentence, parse.words[(people_behind(group, parse) or group).head])
    is_deadly = draft.trigger.sense in _DEADLY and draft.status in _DONE and not _ATTEMPT.search(draft.trigger.text)
    effect = Effect.KILLED if is_deadly else None
    for actor in found:
        is_victim = actor.part is ActorPart.VICTIM
        _put(draft, dataclasses.replace(actor, effect=effect) if is_victim and effect is not None else actor)


def _only_counts(draft: Draft, actor: Actor) -> bool:
    """Tell "the observatory counted eight arrests": no such body arrests anybody."""
    return draft.type is EventType.COERCE and draft.mode is Mode.ARREST and actor.role in _ARRESTS_NOBODY


_ARRESTS_NOBODY = frozenset({Role.NGO, Role.PRESS, Role.HEALTH, Role.IGO, Role.WOMEN})


# What a country can do by its name: "France condemned".
_STATES_SAY = frozenset(EventType) - {EventType.PROTEST, EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE}


def _state(story: Story, sentence: int, head: Word) -> list[Actor]:
    """Take a country that says something for its government."""
    for mention in story.mentions_in(sentence):
        value = mention.value
        if (
            isinstance(value, PlaceValue)
            and mention.start <= head.start < mention.end
            and value.feature == Feature.COUNTRY
        ):
            actor = Actor(ActorPart.ACTOR, Role.GOVERNMENT, None, mention.text, mention.start, mention.end)
            return [dataclasses.replace(actor, nation=value.country)]
    return []


_DEADLY = frozenset({"kill", "matar"})
_ATTEMPT = re.compile(r"\b(?:attempt|intento|tentativa|atentado)", re.IGNORECASE)
_DONE = frozenset({Status.OCCURRED, Status.ONGOING, Status.BACKGROUND, Status.LEGAL})


def _put(draft: Draft, actor: Actor) -> None:
    for index, known in enumerate(draft.actors):
        if known.start == actor.start and known.end == actor.end:
            return
        if known.part is actor.part and known.role is actor.role and known.name == actor.name:
            if actor.part is ActorPart.VICTIM and actor.name is None and not _is_same_noun(known, actor):
                continue
            if known.text and actor.text and len(actor.text) > len(known.text) and known.name is None:
                draft.actors[index] = actor
            return
    draft.actors.append(actor)


def is_same_person(one: Actor, two: Actor) -> bool:
    """Tell whether two entries are of the same people: one name within the other, or one noun."""
    if one.start == two.start and one.end == two.end and one.name == two.name:
        return True
    if one.name is not None and two.name is not None:
        first, second = set(fold(one.name).split()), set(fold(two.name).split())
        return first <= second or second <= first
    return one.name is None and two.name is None and _is_same_noun(one, two)


def _is_same_noun(one: Actor, two: Actor) -> bool:
    """Tell whether two unnamed groups are called the same: "the priests" and "six Jesuit priests"."""
    if one.number is not None and two.number is not None and one.number != two.number:
        return False
    first, second = ({word.removesuffix("s") for word in fold(each.text or "").split()} for each in (one, two))
    return first <= second or second <= first


def by_state(draft: Draft) -> bool:
    """Tell whether police or soldiers did it."""
    return any(
        actor.role in _STATE and actor.part in (ActorPart.ACTOR, ActorPart.PERPETRATOR) for actor in draft.actors
    )
