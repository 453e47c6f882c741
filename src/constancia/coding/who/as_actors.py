"""A noun group in, the actors out whom the readers know in it or its own words name: "two soldiers", "the mob"."""

from __future__ import annotations

import dataclasses
import re
from typing import cast

from constancia.coding.clauses.group_numbers import number_of
from constancia.coding.clauses.syntax import NounGroup, Parse
from constancia.coding.deeds.lexicon import is_of_any, lexicon
from constancia.coding.status.status_words import status_words
from constancia.coding.story import Story
from constancia.coding.who.victims import people_behind
from constancia.coding.word_sets import word_set, words_of
from constancia.model import Actor, ActorValue, Mention
from constancia.vocabulary import ActorPart, Role


def actors_of(story: Story, sentence: int, group: NounGroup, part: ActorPart) -> list[Actor]:
    """Give the actors of a group that is no victim; "members of the army" are of the army."""
    parse = story.parse(sentence)
    group = people_behind(group, parse) or group
    if part is ActorPart.PERPETRATOR and is_no_doer(parse, group):
        return []
    start, end = parse.words[group.first].start, parse.words[group.last].end
    mentions = [mention for mention in story.mentions_in(sentence) if isinstance(mention.value, ActorValue)]
    inside = [m for m in mentions if m.start < end and start < m.end and m.text.lower() not in _NOBODY]
    inside = [mention for mention in inside if not _is_owner(mention, group, parse)]
    if inside:
        organisation = _organisation_behind(group, parse, mentions)
        found = [_with(actor, organisation) for actor in _actors(story, inside[:2], part)]
        return [_as_armed(actor, story, start) for actor in found]
    role = _role_of_words(group, parse, story.reading.language)
    if role is None:
        return []
    if group.last > group.first and parse.words[group.last].norm in status_words(story.reading.language).nouns["tied"]:
        end = parse.words[group.last - 1].end  # "two men suspected of"
    text = story.reading.text.text[start:end]
    return [Actor(part, role, None, text, start, end, number=number_of(group, parse))]


def _as_armed(actor: Actor, story: Story, start: int) -> Actor:
    """Tell "armed herders", "machete-wielding youths" from those who only herd."""
    before = story.reading.text.text[start : actor.start]
    if actor.role not in _UNARMED or not _ARMED.search(before):
        return actor
    return dataclasses.replace(actor, role=Role.UNIDENTIFIED_ARMED)


_UNARMED = frozenset({Role.CIVILIANS, Role.PEASANTS, Role.INDIVIDUAL, Role.STUDENTS, Role.INDIGENOUS, Role.CROWD})
_ARMED = re.compile(r"\barmed\b|(?:gun|machete|knife|rifle|sword|weapon)-(?:toting|wielding)\b", re.IGNORECASE)


def is_source(story: Story, sentence: int, actor: Actor) -> bool:
    """Tell who is only cited from who did it: "unos 800 según su dirigente, quemaron", "according to police"."""
    bounds = story.reading.sentences[sentence]
    if actor.start is None or not bounds.start <= actor.start < bounds.end:
        return False
    return _CITES.search(story.folded(sentence)[: actor.start - bounds.start]) is not None


_CITES = re.compile(
    r"\b(?:segun|(?:de acuerdo|conforme) (?:con|a)|a decir de|a juicio de|according to) "
    r"(?:(?:datos|cifras|fuentes|informes?|reporte|a|an|the|el|la|los|las|un|una|de|del|of|su|sus|its|their) )*$"
)


def is_no_doer(parse: Parse, group: NounGroup) -> bool:
    """Tell those who only suffer, see or tell of an attack from who did it: "the murder victims", "police sources"."""
    return parse.words[group.head].norm in _NO_DOERS


_NO_DOERS = words_of("as_actors", "no_doers")


def _is_owner(mention: Mention, group: NounGroup, parse: Parse) -> bool:
    """Tell the person of "Major Duarte's silence", who is not what the group is of; "the army's planes" are its own."""
    value = cast("ActorValue", mention.value)
    inside = parse.words[group.first : group.last + 1]
    mark = next((word for word in inside if word.norm == "'s" and word.start >= mention.end), None)
    return (
        mark is not None and value.name is not None and value.organisation is None and parse.words[group.head] != mark
    )


def _actors(story: Story, mentions: list[Mention], part: ActorPart) -> list[Actor]:
    """Give an actor a mention; "army troops", told of by two words of one role, are one."""
    if len(mentions) > 1 and _is_of_state(mentions[0]) and mentions[1].start - mentions[0].end == 1:
        mentions = mentions[1:]  # "government soldiers"
    found = [actor_of(mention, part) for mention in mentions]
    if len(found) == 2 and found[0].role is found[1].role and found[0].name is found[1].name is None:
        start, end = mentions[0].start, mentions[1].end
        return [dataclasses.replace(found[1], text=story.reading.text.text[start:end], start=start, end=end)]
    return found


def _is_of_state(mention: Mention) -> bool:
    value = cast("ActorValue", mention.value)
    return value.role is Role.GOVERNMENT and value.name is None


def _with(actor: Actor, organisation: str | None) -> Actor:
    if organisation is None or actor.organisation is not None or actor.name is not None:
        return actor
    return dataclasses.replace(actor, organisation=organisation)


_NOBODY = word_set("who whom that which he she they it him her them que quien quienes el ella ellos")


def _organisation_behind(group: NounGroup, parse: Parse, mentions: list[Mention]) -> str | None:
    """Read the group in "members of the People's Front", "guerrilleros del Frente"."""
    position = parse.nouns.index(group) + 1
    for step, following in enumerate(parse.nouns[position : position + 2]):
        if following.preposition not in ("of", "de", "del", "from"):
            break
        start, end = parse.words[following.first].start, parse.words[following.last].end
        for mention in mentions:
            value = mention.value
            is_body = isinstance(value, ActorValue) and (not step or value.role in _BODIES)
            if is_body and mention.start < end and start < mention.end:
                return cast("ActorValue", value).name or cast("ActorValue", value).organisation
    return None


_BODIES = frozenset({Role.ARMED_GROUP, Role.GANG, Role.MILITARY})  # "the Fifth Front of the People's Army"


def actor_of(mention: Mention, part: ActorPart) -> Actor:
    """Make an actor of a mention."""
    value = cast("ActorValue", mention.value)
    return Actor(
        part,
        value.role,
        value.name,
        mention.text,
        mention.start,
        mention.end,
        is_private=value.is_private,
        organisation=value.organisation,
    )


def _role_of_words(group: NounGroup, parse: Parse, language: str) -> Role | None:
    """Fall back on the word classes where no reader knew the group."""
    classes = lexicon(language).classes
    words = {parse.words[group.head].norm, parse.words[group.head].lemma}
    if words & classes["police"]:
        return Role.POLICE if words & _OFFICERS else Role.MILITARY
    group_words = {word.norm for word in parse.words[group.first : group.last + 1]}
    if words & classes["assailant"] or group_words & classes["armed"]:
        return Role.UNIDENTIFIED_ARMED
    if words & classes["official"]:
        return Role.OTHER
    if is_of_any(words, classes, _PEOPLE):
        return Role.PROTESTERS if words & {"protester", "demonstrator", "manifestante", "marcher"} else Role.CIVILIANS
    return None


_PEOPLE = ("crowd", "worker")
_OFFICERS = words_of("as_actors", "officers")
