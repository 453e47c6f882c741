"""A sentence in, whoever is named in it to introduce what it, or the list above it, tells out."""

from __future__ import annotations

import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Line, line_of
from constancia.coding.claims.speakers.bodies import bodies_in
from constancia.coding.story import Story
from constancia.model import ActorValue, Speaker
from constancia.vocabulary import Role

_NEVER_SPEAK = frozenset(
    {Role.PRISONERS, Role.CIVILIANS, Role.CROWD, Role.INDIVIDUAL, Role.MIGRANTS, Role.PROTESTERS, Role.WOMEN}
)
HEADS_LIST = re.compile(r":\s*$")


def introducer(story: Story, line: Line, words: FigureWords) -> Speaker | None:
    """Give whoever the sentence names that ends in a colon and introduces a list, of which a short line is an item."""
    index = line.index
    sentences = story.reading.sentences
    while index > 0 and line.index - index < _LONGEST_LIST and sentences[index - 1].paragraph != line.paragraph:
        index -= 1
        above = line_of(story, index)
        if HEADS_LIST.search(above.folded):
            return first_body(story, above, above.start, words)
        if above.end - above.start > _ITEM_LENGTH:
            return None
    return None


_LONGEST_LIST, _ITEM_LENGTH = 15, 160  # lines; characters


def first_body(story: Story, line: Line, at: int, words: FigureWords) -> Speaker | None:
    """Give the first body that a sentence names from an offset on."""
    found = [
        Speaker(mention.value.role, mention.value.name, mention.text, mention.start, mention.end)
        for mention in story.mentions_in(line.index)
        if isinstance(mention.value, ActorValue) and mention.start >= at and mention.value.role not in _NEVER_SPEAK
    ]
    found += [each for each in bodies_in(story, line, at, line.end, words) if each.role not in _NEVER_SPEAK]
    return min(found, key=lambda each: each.start or 0, default=None)
