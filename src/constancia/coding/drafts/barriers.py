"""A road block in, a barrier of the state's out: what police put across a street and what stops a march."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from constancia.coding.clauses.syntax import Clause
from constancia.coding.deeds.lexicon import lexicon
from constancia.coding.story import Draft, Story
from constancia.vocabulary import ActorPart, EventType, Form, Mode, Role
from constancia.words import fold, load_lexicon

_STATE = frozenset({Role.POLICE, Role.MILITARY})
_BARRED = frozenset({Form.BLOCKADE, None})
_BY = frozenset({"by", "por"})


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of `[barrier]` in `policing.toml`; `off_duty` and `demands` are beginnings."""

    off_duty: tuple[str, ...]
    demands: tuple[str, ...]
    overcomes: frozenset[str]
    stops: frozenset[str]
    traffic: frozenset[str]


@cache
def _words(language: str) -> _Words:
    table = {name: tuple(fold(words).split()) for name, words in load_lexicon(language, "policing")["barrier"].items()}
    return _Words(
        table["off_duty"],
        table["demands"],
        frozenset(table["overcomes"]),
        frozenset(table["stops"]),
        frozenset(table["traffic"]),
    )


def settle_barrier(story: Story, draft: Draft) -> None:
    """Tell a cordon from a road block: by who set it up, or by whom it stops."""
    if draft.type is not EventType.PROTEST or draft.mode is not Mode.OBSTRUCT or draft.form not in _BARRED:
        return
    if draft.trigger.is_verb:  # of those that police only count nobody knows by this who set them up
        is_states = _is_by_state(draft) and not _is_own_cause(story, draft)
    else:
        is_states = _stops_people(story, draft) or _is_overcome(story, draft)
    if not is_states:
        return
    draft.type, draft.mode, draft.form = EventType.COERCE, Mode.RESTRICT, None
    draft.why.append("a barrier of the state's")


def _is_by_state(draft: Draft) -> bool:
    doers = [actor for actor in draft.actors if actor.part is ActorPart.ACTOR]
    return bool(doers) and all(actor.role in _STATE for actor in doers)


def _is_own_cause(story: Story, draft: Draft) -> bool:
    """Tell police who protest: the sentence calls them off duty, or tells of their pay."""
    words = _words(story.reading.language)
    beginnings = words.off_duty + words.demands
    tokens = story.reading.sentences[draft.trigger.sentence].tokens
    return any(token.norm.startswith(beginnings) for token in tokens)


def _stops_people(story: Story, draft: Draft) -> bool:
    """Read "they were stopped by barricades"; of traffic that is stopped the barricades are a crowd's."""
    words = _words(story.reading.language)
    vehicles = lexicon(story.reading.language).classes["vehicle"]
    clause = story.parse(draft.trigger.sentence).clause_of(draft.trigger.start)
    if clause.verb is None or not clause.verb.is_passive or clause.verb.lemma not in words.stops:
        return False
    return (
        _is_agent(clause, draft) and clause.subject is not None and clause.subject.lemma not in words.traffic | vehicles
    )


def _is_overcome(story: Story, draft: Draft) -> bool:
    """Read "protesters tried to topple the barricades": what a crowd tears down, others set up."""
    clause = story.parse(draft.trigger.sentence).clause_of(draft.trigger.start)
    if clause.verb is None or clause.verb.lemma not in _words(story.reading.language).overcomes:
        return False
    crowds = lexicon(story.reading.language).classes["protesting"]
    return clause.subject is not None and clause.subject.lemma in crowds and not clause.verb.is_passive


def _is_agent(clause: Clause, draft: Draft) -> bool:
    groups = [*clause.complements, *([clause.agent] if clause.agent is not None else [])]
    return any(group.first <= draft.trigger.word <= group.last and group.preposition in _BY for group in groups)
