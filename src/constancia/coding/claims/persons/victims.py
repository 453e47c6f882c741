"""Read who was counted and, where the text names one, who did it (codebook, R1 and R5)."""

from __future__ import annotations

import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure, Line
from constancia.coding.claims.word_kinds import CATEGORY, opened_in
from constancia.coding.story import Draft, Story
from constancia.model import ActorValue, Mention
from constancia.vocabulary import ActorPart, Category, Certainty, EventType, Measure, Role

_HARM = frozenset({Measure.KILLED, Measure.INJURED, Measure.ARRESTED, Measure.MISSING, Measure.DEPLOYED})
_ARMED = frozenset(
    {
        Role.POLICE,
        Role.MILITARY,
        Role.ARMED_GROUP,
        Role.GANG,
        Role.UNIDENTIFIED_ARMED,
        Role.GOVERNMENT,
        Role.CROWD,
        Role.PROTESTERS,
    }
)
_BY = re.compile(
    r"^\s*(?:[\w-]+\s+){0,2}?(?:by|por(?: (?:disparos|balas|armas|impactos) de)?)\s+(?:the|la|el|los|las|a|un|una)?\s*$"
)
_NOUN_GROUP = re.compile(r"[^,;:()]{0,30}")
# What follows says what was done to them, and at what: "a teacher who was beaten by soldiers", "dead as police clear".
_OF_THE_DEED = re.compile(
    r"\b(?:who|whom|whose|that|which|where|when|while|as|amid|in|at|near|outside|under|after|before|during|by|from"
    r"|against|que|quien|quienes|cuy[oa]s?|donde|cuando|mientras|en|ante|bajo|frente|por|tras|durante|contra|desde)\b"
)


def find_category(line: Line, figure: Figure, words: FigureWords) -> Category | None:
    """Give what those counted are called, from the figure's own noun group; None for "people" and the like."""
    if figure.measure not in _HARM or _is_of_several(figure):
        return None
    if figure.label is not None:
        return _category_of(line.words(*figure.label), words)
    behind = _NOUN_GROUP.match(line.after(figure))
    nearby = _OF_THE_DEED.split(line.words(figure.start, figure.end) + (behind.group() if behind else ""))[0]
    limit = figure.governor[0] - figure.start if figure.governor and figure.governor[0] > figure.start else len(nearby)
    return _category_of(nearby[: max(limit, figure.end - figure.start) + 1] if figure.governor else nearby, words)


def _is_of_several(figure: Figure) -> bool:
    """Tell the sum of those told one by one, "a guard and two clerks", of which each has its own category."""
    return not figure.value.noun and _ONE_AND.match(figure.text.lower()) is not None


_ONE_AND = re.compile(r"(?:an?|una?|the|el|la)\s.*(?:,|\s(?:and|y|e)\s)")


def _category_of(text: str, words: FigureWords) -> Category | None:
    """Give the category whose word comes first."""
    if not opened_in(text, words.opens) & CATEGORY:  # so it is with most
        return None
    found = [
        (match.start(), category) for category, pattern in words.category.items() if (match := pattern.search(text))
    ]
    return min(found)[1] if found else None


def find_perpetrator(story: Story, line: Line, figure: Figure, home: Draft | None) -> Role | None:
    """Give the role that the text itself names as having done it; None for an agentless passive."""
    if figure.measure not in (Measure.KILLED, Measure.INJURED, Measure.MISSING):
        return None
    if figure.governor and _LOST.match(line.words(*figure.governor)):
        return None  # "the army lost three soldiers and killed nine": not to itself
    actors = [mention for mention in story.mentions_in(line.index) if isinstance(mention.value, ActorValue)]
    for mention in actors:
        if _is_agent(line, figure, mention) and isinstance(mention.value, ActorValue):
            return mention.value.role
    if home is not None and home.type is EventType.ASSAULT and _tells(home, line):
        told = [actor for actor in home.actors if actor.certainty is not Certainty.UNCONFIRMED]  # held, but not told
        named = [actor.role for actor in told if actor.part in (ActorPart.PERPETRATOR, ActorPart.ACTOR)]
        return named[0] if named and named[0] in _ARMED else None
    return None


_LOST = re.compile(r"(?:perdi(?:o|eron|do)|lost)\b")
_COUNTING = re.compile(r"\s*(?:counts?|estimates?|tally|tallies|reckoning|figures|data|records|numbers|standards)\b")


def _is_agent(line: Line, figure: Figure, mention: Mention) -> bool:
    """Tell whether "by" leads from the figure's verb to a mention."""
    start = max(figure.end, figure.governor[1] if figure.governor else figure.end)
    if _COUNTING.match(line.words(mention.end, line.end)):  # "died, by official count"
        return False
    return mention.start >= start and bool(_BY.match(line.words(start, mention.start)))


def _tells(home: Draft, line: Line) -> bool:
    return any(trigger.sentence == line.index for trigger in (home.trigger, *home.echoes))
