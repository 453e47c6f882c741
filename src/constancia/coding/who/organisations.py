"""A story with its attacks in, the bodies out that their doers are of: by their own words, or named in the text."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from typing import cast

from constancia.coding.story import Draft, Story
from constancia.coding.who.names_beside import NAMED_BODIES
from constancia.model import Actor, ActorValue, Mention
from constancia.vocabulary import ActorPart, EventType, Role
from constancia.words import fold

_DOERS = frozenset({ActorPart.PERPETRATOR, ActorPart.ACTOR})
_STATE = frozenset({Role.POLICE, Role.MILITARY, Role.GOVERNMENT})
_ARMED = frozenset({Role.ARMED_GROUP, Role.GANG})
# Words for a body of the state; "soldiers" and "officers" are people of one.
_BODY = re.compile(
    r"\b(?:army|navy|marine corps|marines|air force|armed forces|national guard|civil guard|coast guard|gendarmerie"
    r"|security forces|(?:[a-z]+ )?police|military|government|regime|junta|ejercito|armada|marina|fuerza aerea"
    r"|fuerzas armadas|guardia nacional|guardia civil|gendarmeria|fuerzas de seguridad|policia(?: [a-z]+)?|gobierno"
    r"|regimen)\b"
)


def find_organisations(story: Story) -> None:
    """Say of what body each doer of an attack is, where the text tells it."""
    attacks = [draft for draft in story.drafts if draft.type is EventType.ASSAULT]
    bodies = _armed_bodies(story) if attacks else []
    for draft in attacks:
        draft.actors = [_with_body(story, draft, actor, bodies) for actor in draft.actors]


def _with_body(story: Story, draft: Draft, actor: Actor, bodies: list[Mention]) -> Actor:
    if actor.part not in _DOERS or actor.organisation is not None or actor.start is None:
        return actor
    if actor.name is not None and (people := _people_behind(story, actor)) is not None:
        return people
    if actor.name is not None:
        is_body = actor.role in _ARMED and actor.text != actor.name and (actor.text or "").isupper()
        return dataclasses.replace(actor, organisation=actor.text) if is_body and _is_acronym(actor) else actor
    if actor.role in _STATE:
        body = _own_body(story, actor)
    elif actor.role in _ARMED:
        body = _named_body(actor, bodies)
    else:
        return actor
    if body is None:
        return actor
    draft.why.append(f"R1 of {body}")
    return dataclasses.replace(actor, organisation=body)


def _people_behind(story: Story, actor: Actor) -> Actor | None:
    """Give the people of a body that is named before them: "FMLN [Farabundo …] guerrillas"."""
    end = cast("int", actor.end)
    bracket = _BRACKETED.match(story.reading.text.text, end)
    if actor.role not in _ARMED or bracket is None:
        return None
    for mention in story.reading.mentions:
        value = mention.value
        if mention.start == bracket.end() and isinstance(value, ActorValue) and value.name is None:
            body = actor.text if _is_acronym(actor) else actor.name
            here = dataclasses.replace(actor, name=None, text=mention.text, start=mention.start, end=mention.end)
            return dataclasses.replace(here, organisation=body) if value.role in _ARMED | _STATE else None
    return None


_BRACKETED = re.compile(r"\s*[\[(][^\[\]()]{2,80}[\])]\s+")


def _is_acronym(actor: Actor) -> bool:
    """Tell whether a body is named by its letters: it is then called so, and by its full name."""
    return " " not in (actor.text or " ")


def _own_body(story: Story, actor: Actor) -> str | None:
    """Read the body in a doer's own words: "army troops", "the national police"."""
    start, end = cast("int", actor.start), cast("int", actor.end)
    text = story.reading.text.text
    match = _BODY.search(fold(text[start:end]).replace("\n", " "))
    return text[start + match.start() : start + match.end()] if match else None


def _armed_bodies(story: Story) -> list[Mention]:
    """Give the mentions of armed bodies by name, one that only explains another ("FMLN [...]") left out."""
    found: list[Mention] = []
    for mention in story.reading.mentions:
        value = mention.value
        if not (isinstance(value, ActorValue) and value.role in _ARMED and mention.why in NAMED_BODIES):
            continue
        between = story.reading.text.text[found[-1].end : mention.start] if found else ""
        if found and between.strip() in ("[", "("):
            continue
        found.append(mention)
    return found


def _named_body(actor: Actor, bodies: list[Mention]) -> str | None:
    """Give the armed body that "the guerrillas" are of: the one named last before, or the only one of the text."""
    fitting = [mention for mention in bodies if cast("ActorValue", mention.value).role is actor.role]
    names = {cast("ActorValue", mention.value).name for mention in fitting}
    before = bisect_right([mention.start for mention in fitting], cast("int", actor.start))
    if not fitting or (before == 0 and len(names) > 1):
        return None
    return cast("ActorValue", fitting[max(before - 1, 0)].value).name
