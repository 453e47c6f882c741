"""Protests in, those left out that are everyday life: roads closed for works, crowds that shop, outings (E4)."""

from __future__ import annotations

import re

from constancia.coding.clauses.syntax import Clause, ClauseKind, Parse
from constancia.coding.deeds.lexicon import keys, lexicon
from constancia.coding.story import Draft, Story
from constancia.coding.word_sets import word_set
from constancia.vocabulary import ActorPart, EventType, Form, Mode, Role
from constancia.words import fold

_GATHERINGS = frozenset({Form.RALLY, Form.MARCH, Form.SIT_IN, None})
_CRASH = re.compile(r"choques?")
_CLOSERS = frozenset({Role.GOVERNMENT, Role.POLICE, Role.BUSINESS, Role.OTHER})  # who shuts a road for works
_FOR = word_set("para a to")
_BECAUSE = word_set("por durante debido for during due because")


def without_everyday(story: Story, drafts: list[Draft]) -> list[Draft]:
    """Leave out what people do in a crowd or on a road with no one to demand anything from."""
    return [draft for draft in drafts if draft.type is not EventType.PROTEST or not _is_everyday(story, draft, drafts)]


def _is_everyday(story: Story, draft: Draft, drafts: list[Draft]) -> bool:
    parse = story.parse(draft.trigger.sentence)
    clause = parse.clauses[parse.clause_at[draft.trigger.word]]
    classes = lexicon(story.reading.language).classes
    if draft.form is Form.ASSEMBLY and _is_chamber(parse, draft):
        return True
    if draft.mode is Mode.OBSTRUCT and draft.form is Form.BLOCKADE:
        roles = {actor.role for actor in draft.actors if actor.part is ActorPart.ACTOR}
        return roles <= _CLOSERS and _is_for(clause, draft, classes["upkeep"])
    if draft.mode is Mode.RIOT and _CRASH.fullmatch(fold(draft.trigger.text)):
        said = {form for word in parse.words for form in (word.norm, word.lemma)}
        return not classes["highway"].isdisjoint(said) and all(
            classes[name].isdisjoint(said) for name in ("police", "crowd")
        )
    if draft.form is Form.CARAVAN:
        others = any(other.type is EventType.PROTEST and other.form is not Form.CARAVAN for other in drafts)
        return not (others or draft.actors or draft.issue or _names_cause(draft) or _tells_cause(story, draft))
    is_told = draft.trigger.is_verb or draft.form is Form.RALLY
    if draft.mode is Mode.DEMO and draft.form in _GATHERINGS and is_told:
        return _has_errand(parse, clause, draft, classes["errand"])
    return False


def _names_cause(draft: Draft) -> bool:
    """Tell "una caravana por el agua", "a convoy against the tax" from a caravan."""
    return bool(_CAUSE.search(fold(draft.trigger.text)))


_CAUSE = re.compile(
    r"\b(?:por|contra|pro|for|against|protest\w*|defensa|rechazo|repudio|solidaridad|apoyo|memoria|solidarity)\b"
)


def _is_chamber(parse: Parse, draft: Draft) -> bool:
    """Tell "la Asamblea aprobó la ley", "the Assembly", a chamber by its capital, from "la asamblea de maestros"."""
    before = parse.words[draft.trigger.word - 1].norm if draft.trigger.word else ""
    return before in _THE and draft.trigger.text.istitle() and " " not in draft.trigger.text


_THE = frozenset({"la", "the"})


def _is_for(clause: Clause, draft: Draft, reasons: frozenset[str]) -> bool:
    """Read "closed for repairs", "cortada por la maratón": the reason stands behind, in the same clause."""
    return any(
        group.preposition in _BECAUSE and group.first > draft.trigger.word and group.lemma in reasons
        for group in (*clause.complements, *([clause.agent] if clause.agent is not None else []))
    )


def _has_errand(parse: Parse, clause: Clause, draft: Draft, errands: frozenset[str]) -> bool:
    """Read "se agolparon para comprar entradas", "filled the streets to celebrate"."""
    for each in parse.clauses:
        if each.kind is not ClauseKind.INFINITIVE or each.verb is None or each.first < draft.trigger.word:
            continue
        if each.verb.first - draft.trigger.last_word > _NEAR:
            return False
        before = parse.words[each.verb.first - 1].norm if each.verb.first else ""
        is_aim = before in _FOR or each.marker in _FOR or parse.words[each.verb.first].norm in _FOR
        if each.parent in (clause.index, None) and is_aim:
            return each.verb.lemma in errands
    return False


_NEAR = 12  # words


def _tells_cause(story: Story, draft: Draft) -> bool:
    language = story.reading.language
    causes = lexicon(language).classes["cause"]
    tokens = story.reading.sentences[draft.trigger.sentence].tokens
    return any(not causes.isdisjoint(keys(token.norm, language)) for token in tokens)
