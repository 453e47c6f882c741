"""Figures of a story that have their place to the deeds that they only count, and the protests they only name."""

from __future__ import annotations

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import HARM, Figure
from constancia.coding.claims.placed import Placed
from constancia.coding.clauses.syntax import ClauseKind, Parse, Tag
from constancia.coding.story import Draft, Story, Trigger
from constancia.vocabulary import EventType, PlacePrecision, Scope, Status

_SUFFERED_DEEDS = frozenset({EventType.ASSAULT, EventType.COERCE})


def reach_as_below(placed: list[Placed]) -> None:
    """Give a headline's figure the reach of the same figure below it: the headline "seven dead in strike" is short."""
    for each in placed:
        if not each.line.is_headline or each.figure.measure not in HARM or each.figure.is_single:
            continue
        below = [other for other in placed if not other.line.is_headline and _is_same_figure(each, other)]
        if below and all(other.reach.scope is Scope.CUMULATIVE for other in below):
            each.reach = below[0].reach


def _is_same_figure(one: Placed, other: Placed) -> bool:
    mine, its = one.figure.value, other.figure.value
    is_same_value = (mine.low, mine.high, mine.best) == (its.low, its.high, its.best)
    return one.figure.measure is other.figure.measure and is_same_value


def leave_counted_drafts(story: Story, placed: list[Placed]) -> None:
    """Mark the deeds that the words so far only count: "raised its count of people killed" (codebook, T2).

    So is what the sentence adds to its tolls ("over 70 killed, thousands injured and many tortured"), and a later
    mention among tolls: "of the eight, six died of gunshots".
    """
    tolls = [each for each in placed if each.is_toll]
    counting = {each.line.index for each in tolls}
    homes = {each.home.report_id for each in placed if each.home is not None and not each.is_toll}
    for draft in story.drafts:
        is_harm = draft.type in _SUFFERED_DEEDS and draft.report_id not in homes
        is_counted = any(_governs(draft.trigger, each.figure) for each in tolls) or _is_added(story, draft, tolls)
        draft.is_counted_only = is_harm and is_counted and all(echo.sentence in counting for echo in draft.echoes)


def _is_added(story: Story, draft: Draft, tolls: list[Placed]) -> bool:
    """Tell what was done to people, at no day or place of its own, in a sentence that counts tolls."""
    counting = [each for each in tolls if each.line.index == draft.trigger.sentence]
    if not counting or not draft.trigger.is_verb or draft.place_mention is not None:
        return False
    parse = story.parse(draft.trigger.sentence)
    if any(_is_listed_behind(parse, each.figure.end, draft.trigger) for each in counting):
        return True
    clause = parse.clauses[parse.clause_at[draft.trigger.word]]
    is_suffered = clause.kind is ClauseKind.PARTICIPLE or (clause.verb is not None and clause.verb.is_passive)
    since = {each.reach.since for each in counting}
    day = draft.date.from_.isoformat() if draft.date and draft.date.from_ else None
    return is_suffered and (draft.date_mention is None or day in since)


def _is_listed_behind(parse: Parse, end: int, trigger: Trigger) -> bool:
    """Tell whether a participle is one of a row behind a figure: "with thousands hurt, imprisoned, and tortured"."""
    between = [word for word in parse.words[: trigger.word] if word.start >= end]
    is_row = all(word.norm in _JOINTS or word.tag in (Tag.VERB, Tag.ADVERB, Tag.ADJECTIVE) for word in between)
    return trigger.start > end and is_row and any(word.norm in _JOINTS for word in between)


_JOINTS = frozenset({",", "and", "y", "e", "or", "o"})


def set_back_crises(story: Story, tolls: list[Placed], words: FigureWords) -> None:
    """Tell a protest that is only the setting of a toll ("eight dead in the port unrest") from one that is reported."""
    for line in {id(each.line): each.line for each in tolls}.values():
        settings = {line.start + match.start("crisis") for match in words.in_crisis.finditer(line.folded)}
        for draft in story.drafts:
            is_alone = not (draft.echoes or draft.date_mention) and (draft.place_mention is None or _is_wide(draft))
            if is_alone and draft.type is EventType.PROTEST and draft.trigger.start in settings:
                draft.status = Status.BACKGROUND
                draft.why.append("T2 the setting of a toll")


def _is_wide(draft: Draft) -> bool:
    """Tell "19 dead in the protests in Haiti": a country or region is where the toll is counted."""
    return draft.place is not None and draft.place.precision in _WIDE


_WIDE = frozenset({PlacePrecision.COUNTRY, PlacePrecision.ADMIN1, PlacePrecision.REGION})


def _governs(trigger: Trigger, figure: Figure) -> bool:
    start, end = figure.governor or (0, 0)
    return start < trigger.end and trigger.start < end
