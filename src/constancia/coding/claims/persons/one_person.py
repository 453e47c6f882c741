"""A story with its figures placed in, one person's death or wound that none of them tells out."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from constancia.coding.claims.line import Figure, Line, line_of
from constancia.coding.claims.persons.fates import find_fate, find_survivor
from constancia.coding.claims.placed import Placed, Reach
from constancia.coding.claims.reach.homes import find_home
from constancia.coding.story import Draft, Story
from constancia.vocabulary import ActorPart, Effect, EventType, Measure, Scope, Status

_HAPPENED = frozenset({Status.OCCURRED, Status.ONGOING, Status.BACKGROUND, Status.LEGAL})


def fate_of_one(story: Story, lines: list[Line], kept: list[Placed], measure: Measure) -> list[Placed]:
    """Give one person's death or wound that no figure tells, on the attack that it came of; [] where figures tell it.

    Where somebody died, a wound told without a count is taken to be theirs.
    """
    if any(each.figure.measure in (measure, Measure.KILLED) and each.figure.value.best != 0 for each in kept):
        return []
    return _first_fate(story, lines, lambda line: find_fate(story, line, measure))


def survivor(story: Story, lines: list[Line], kept: list[Placed]) -> list[Placed]:
    """Give one person who lived, beside those who died, where no figure tells of anybody hurt."""
    if any(each.figure.measure is Measure.INJURED and each.figure.value.best != 0 for each in kept):
        return []
    return _first_fate(story, lines, lambda line: find_survivor(story, line))


def _first_fate(story: Story, lines: list[Line], find: Callable[[Line], Figure | None]) -> list[Placed]:
    attacks = [draft for draft in story.drafts if draft.type is EventType.ASSAULT and draft.status in _HAPPENED]
    for line in lines if attacks else ():
        figure = find(line)
        home = find_home(story, line, figure, attacks) if figure is not None else None
        if figure is not None and home is not None:
            where, moved = _at_victim(story, home, line, figure)
            return [Placed(where, moved, home, Reach(Scope.INCIDENT), None)]
    return []


def _at_victim(story: Story, home: Draft, line: Line, figure: Figure) -> tuple[Line, Figure]:
    """Put a figure on the words for the one whom an attack is told to have killed or hurt, where there is one."""
    effect = Effect.KILLED if figure.measure is Measure.KILLED else Effect.INJURED
    hit = [actor for actor in home.actors if actor.part is ActorPart.VICTIM and actor.effect is effect]
    start, end = (hit[0].start, hit[0].end) if len(hit) == 1 and hit[0].number == 1 else (None, None)
    if start is None or end is None:
        return line, figure
    sentences = story.reading.sentences
    index = next((i for i, each in enumerate(sentences) if each.start <= start < each.end), line.index)
    text = story.reading.text.text[start:end]
    moved = dataclasses.replace(figure, start=start, end=end, text=text, sentence=index, governor=(start, end))
    return line_of(story, index), moved
