"""A person's name and the actors found before it in, the office that was told right before the name out.

"The director of the Regional Hospital, Dr Ana Luz", "police spokesman SSP Juan Rey": the title at the name says less of
the person than the office before it does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from constancia.model import ActorValue, Mention
from constancia.vocabulary import Role

_BESIDE = frozenset({" ", ", "})
# Ranks of armies are ranks of many police forces too.
_SAYS_LITTLE = frozenset({Role.INDIVIDUAL, Role.CIVILIANS, Role.MILITARY})
_RANKED = "title and name"


def with_office_before(
    text: str, start: int, value: ActorValue, found: Sequence[Mention], posts: frozenset[int]
) -> ActorValue:
    """Give what is told of a person whose name or title begins at `start`; `posts` are where posts of bodies begin."""
    last = found[-1] if found else None
    if last is None or value.role not in _SAYS_LITTLE or text[last.end : start] not in _BESIDE:
        return value
    office = last.value
    if not isinstance(office, ActorValue) or office.is_private or last.why == _RANKED:
        return value
    if not any(last.start <= post < last.end for post in posts) or office.role in _SAYS_LITTLE - {Role.MILITARY}:
        return value
    return ActorValue(office.role, value.name, is_private=False, organisation=office.organisation or value.organisation)


def with_ranks_of_police(found: Sequence[Mention]) -> list[Mention]:
    """Make colonels and captains police where the text has told of police and, so far, of no soldiers."""
    given: list[Mention] = []
    is_police = is_army = False
    for mention in found:
        value = mention.value
        if not isinstance(value, ActorValue):
            given.append(mention)
            continue
        if value.role is Role.MILITARY and _is_ranked(value) and is_police and not is_army:
            given.append(replace(mention, value=replace(value, role=Role.POLICE)))
            continue
        is_police = is_police or value.role is Role.POLICE
        is_army = is_army or (value.role is Role.MILITARY and not _is_ranked(value))
        given.append(mention)
    return given


def _is_ranked(value: ActorValue) -> bool:
    return value.name is not None and value.organisation is None and " " in value.name
