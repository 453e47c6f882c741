"""Drafts of demands, threats and accusations in, those left out that only stand inside another deed or sentence."""

from __future__ import annotations

import re

from constancia.coding.clauses.syntax import Clause, ClauseKind, NounGroup, Parse, Tag, Tense
from constancia.coding.deeds.lexicon import lexicon
from constancia.coding.story import Draft, Story
from constancia.model import SpeakerValue
from constancia.vocabulary import EventType, Mode, Status

_ASKED_FOR = frozenset(EventType) - {EventType.PROTEST, EventType.ASSAULT, EventType.MOBILIZE, EventType.REQUEST}
_ASKING = frozenset({EventType.REQUEST, EventType.PROTEST, EventType.THREATEN, EventType.REJECT})
_WARNINGS = frozenset({"advertir", "warn"})
_INNER = frozenset({ClauseKind.SUBORDINATE, ClauseKind.RELATIVE, ClauseKind.INFINITIVE})


def without_contents(story: Story, drafts: list[Draft]) -> list[Draft]:
    """Leave out what is only demanded ("to ask that the law be withdrawn") and verbs that only report a sentence."""
    return [
        draft
        for draft in drafts
        if not _is_asked_for(story, draft, drafts)
        and not _only_reports(story, draft, drafts)
        and not _only_describes(story, draft)
        and not _decides_on(story, draft, drafts)
        and not _is_call_for_it(story, draft, drafts)
        and not _speaks(story, draft)
        and not _is_beside_its_protest(story, draft, drafts)
    ]


def _is_beside_its_protest(story: Story, draft: Draft, drafts: list[Draft]) -> bool:
    """Tell "shot at traders who refused to pay", "refused to bury them and kept them on the road" from a refusal."""
    if draft.type is not EventType.REJECT or not draft.trigger.is_verb:
        return False
    beside = [each for each in drafts if each is not draft and each.trigger.sentence == draft.trigger.sentence]
    if _clause(story.parse(draft.trigger.sentence), draft).kind is ClauseKind.RELATIVE:
        return any(each.type in _DEEDS for each in beside)
    who = {actor.start for actor in draft.actors}
    return any(each.type is EventType.PROTEST and who & {actor.start for actor in each.actors} for each in beside)


_DEEDS = frozenset({EventType.PROTEST, EventType.ASSAULT, EventType.COERCE})


def _speaks(story: Story, draft: Draft) -> bool:
    """Tell the body of "Amnesty said it had counted 12" from a deed of that name: a capital, and it speaks."""
    trigger = draft.trigger
    if trigger.is_verb or draft.type is EventType.PROTEST or not trigger.text[:1].isupper():
        return False
    return any(
        isinstance(each.value, SpeakerValue)
        and (each.value.source.start, each.value.source.text) == (trigger.start, trigger.text)
        for each in story.quoted()
    )


def _is_asked_for(story: Story, draft: Draft, drafts: list[Draft]) -> bool:
    """Tell whether a deed is the content of a demand beside it: it has not been done (E3)."""
    if draft.type not in _ASKED_FOR:
        return False
    if not draft.trigger.is_verb:  # "called for a truce"; a march that is called for is planned
        called = _ARREST_CALLED_FOR if draft.mode is Mode.ARREST else _CALLED_FOR
        return draft.status is Status.PLANNED and any(called.fullmatch(why) for why in draft.why)
    clause = _clause(story.parse(draft.trigger.sentence), draft)
    is_wished = clause.verb is not None and clause.verb.tense in (Tense.SUBJUNCTIVE, Tense.INFINITIVE)
    return is_wished and clause.kind in _INNER and any(_asks_before(other, draft) for other in drafts)


_CALLED_FOR = re.compile(r"S3 \w+ for")
_ARREST_CALLED_FOR = re.compile(r"S3 (?:\w+ for|call)")


def _decides_on(story: Story, draft: Draft, drafts: list[Draft]) -> bool:
    """Tell "the union agreed on a strike", a plan of one party, from an agreement of two."""
    if draft.type is not EventType.AGREE or not draft.trigger.is_verb:
        return False
    parse = story.parse(draft.trigger.sentence)
    clause = _clause(parse, draft)
    object_ = clause.object

    def is_decided(other: Draft) -> bool:
        if other.type is not EventType.PROTEST or other.trigger.sentence != draft.trigger.sentence:
            return False
        inner = _clause(parse, other)
        is_inner = inner.parent == clause.index and inner.kind is ClauseKind.INFINITIVE
        return is_inner or (object_ is not None and object_.first <= other.trigger.word <= object_.last)

    return any(map(is_decided, drafts))


def _is_call_for_it(story: Story, draft: Draft, drafts: list[Draft]) -> bool:
    """Tell "the strike has been called for by the miners", whose call is the plan of the strike, from a demand."""
    if draft.type is not EventType.REQUEST:
        return False
    parse, behind = story.parse(draft.trigger.sentence), draft.trigger.last_word + 1
    if draft.trigger.text.endswith(" for") and behind < len(parse.words) and parse.words[behind].tag is Tag.TIME:
        return True  # "the strike call for Saturday"
    if not draft.trigger.is_verb:
        return False
    clause = _clause(parse, draft)
    verb = clause.verb
    if verb is None or verb.lemma not in _CALL or not (verb.is_passive or clause.kind is ClauseKind.RELATIVE):
        return False
    return _is_of_crowds(story, clause.subject) or any(
        other.type is EventType.PROTEST
        and other.trigger.sentence == draft.trigger.sentence
        and other.trigger.end <= draft.trigger.start
        for other in drafts
    )


def _is_of_crowds(story: Story, group: NounGroup | None) -> bool:
    """Tell a march or mobilisation, also one that is coded elsewhere in the text, from what is asked for by words."""
    sense = lexicon(story.reading.language or "en").nouns.get(group.lemma) if group is not None else None
    return sense is not None and sense.type in _OF_CROWDS


_OF_CROWDS = frozenset({EventType.PROTEST, EventType.MOBILIZE})
_CALL = frozenset({"call", "convocar", "llamar"})


def _asks_before(other: Draft, draft: Draft) -> bool:
    is_before = other.trigger.sentence == draft.trigger.sentence and other.trigger.end <= draft.trigger.start
    return is_before and other.type in _ASKING


def _only_reports(story: Story, draft: Draft, drafts: list[Draft]) -> bool:
    """Tell whether a verb of accusing only says who tells a sentence of deeds: "…, denunció el sindicato"."""
    is_warning = draft.trigger.sense in _WARNINGS
    if not draft.trigger.is_verb or not (draft.type is EventType.ACCUSE or is_warning):
        return False
    parse = story.parse(draft.trigger.sentence)
    verb = _clause(parse, draft).verb
    if verb is None or not verb.first or not verb.is_finite or verb.is_passive:
        return False
    before = parse.words[verb.first - 1]
    if before.norm != "," and before.tag is not Tag.QUOTE:
        return False
    return is_warning or any(
        other.trigger.sentence == draft.trigger.sentence and other.trigger.end <= draft.trigger.start
        for other in drafts
        if other is not draft
    )


def _only_describes(story: Story, draft: Draft) -> bool:
    """Tell "four men accused of burning a mill", whom nobody named accuses, from who accuses somebody."""
    if draft.type is not EventType.ACCUSE or not draft.trigger.is_verb:
        return False
    clause = _clause(story.parse(draft.trigger.sentence), draft)
    return clause.verb is not None and clause.verb.tense is Tense.PARTICIPLE and clause.agent is None


def _clause(parse: Parse, draft: Draft) -> Clause:
    return parse.clauses[parse.clause_at[draft.trigger.word]]
