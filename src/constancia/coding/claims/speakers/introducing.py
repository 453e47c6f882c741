"""A sentence in, whoever is named in it to introduce what it, or the list above it, tells out."""

from __future__ import annotations

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Line, heading_of_list
from constancia.coding.claims.speakers.bodies import bodies_in
from constancia.coding.story import Story
from constancia.model import ActorValue, Speaker
from constancia.vocabulary import Role

_NEVER_SPEAK = frozenset(
    {Role.PRISONERS, Role.CIVILIANS, Role.CROWD, Role.INDIVIDUAL, Role.MIGRANTS, Role.PROTESTERS, Role.WOMEN}
)


def introducer(story: Story, line: Line, words: FigureWords) -> Speaker | None:
    """Give whoever the sentence names that ends in a colon and introduces a list, of which a short line is an item."""
    above = heading_of_list(story, line)
    return first_body(story, above, above.start, words) if above is not None else None


def first_body(story: Story, line: Line, at: int, words: FigureWords) -> Speaker | None:
    """Give the first body that a sentence names from an offset on."""
    found = [
        Speaker(mention.value.role, mention.value.name, mention.text, mention.start, mention.end)
        for mention in story.mentions_in(line.index)
        if isinstance(mention.value, ActorValue) and mention.start >= at and mention.value.role not in _NEVER_SPEAK
    ]
    found += [each for each in bodies_in(story, line, at, line.end, words) if each.role not in _NEVER_SPEAK]
    return min(found, key=lambda each: each.start or 0, default=None)
