"""A story with its attacks in, those out whom the text tells to be held, sought or tried for one (R1, unconfirmed)."""

from __future__ import annotations

import dataclasses
import re
from typing import cast

from constancia.coding.clauses.listed import listed
from constancia.coding.clauses.syntax import Clause, NounGroup, Parse, Tag
from constancia.coding.status.status_words import status_words
from constancia.coding.story import Draft, Story
from constancia.coding.who.as_actors import actor_of, actors_of
from constancia.coding.who.doers import is_undergone
from constancia.coding.word_sets import word_set, words_of
from constancia.model import Actor, ActorValue
from constancia.vocabulary import ActorPart, Certainty, EventType, Mode, Role

_REACH = 14  # words from the tie to the deed
_ASIDE = 12  # sentences back to the attack that a text speaks of as "the crime"
_NO_SUSPECT = frozenset({Role.PRESS, Role.JUDICIARY, Role.HEALTH, Role.NGO, Role.IGO, Role.LEGISLATURE})


def find_suspects(story: Story) -> None:
    """Name as doers, unconfirmed, those who are suspected of an attack, held for it, or tried for it."""
    attacks = [draft for draft in story.drafts if draft.type is EventType.ASSAULT]
    if not attacks:
        return
    nouns = status_words(story.reading.language).nouns
    ties = nouns["tied"] | nouns["arrest"]
    first = min(sentence for draft in attacks for sentence in draft.told_in)
    last = max(sentence for draft in attacks for sentence in draft.told_in) + _ASIDE
    for sentence in range(first, min(last, len(story.reading.sentences))):
        norms = [token.norm for token in story.reading.sentences[sentence].tokens]
        if not ties.isdisjoint(norms) and not nouns["attack"].isdisjoint(norms):
            _read_sentence(story, sentence, attacks, ties)


def _read_sentence(story: Story, sentence: int, attacks: list[Draft], ties: frozenset[str]) -> None:
    parse, language = story.parse(sentence), story.reading.language
    for index, word in enumerate(parse.words):
        if word.norm not in ties:
            continue
        deed = deed_behind(parse, index, language)
        draft = _attack_of(sentence, parse, deed, attacks) if deed is not None else None
        if draft is None:
            continue
        groups = _tied(parse, index, language)
        found = [each for group in groups for each in actors_of(story, sentence, group, ActorPart.PERPETRATOR)]
        if not found:
            found = _arrested_here(story, sentence)  # "were held for a suspected part in it"
        for actor in found:
            _put(draft, actor)
        if found or groups:
            _read_names(story, sentence, parse.words[index].end, draft)


def _arrested_here(story: Story, sentence: int) -> list[Actor]:
    """Give those whom the arrests of a sentence befell."""
    arrests = [d for d in story.drafts if d.mode is Mode.ARREST and d.trigger.sentence == sentence]
    actors = [actor for draft in arrests for actor in draft.actors if actor.part in _BEFELL]
    return [dataclasses.replace(actor, part=ActorPart.PERPETRATOR) for actor in actors]


_BEFELL = frozenset({ActorPart.RECIPIENT, ActorPart.VICTIM, ActorPart.PERPETRATOR})


def _read_names(story: Story, sentence: int, start: int, draft: Draft) -> None:
    """Add the names that the text gives the suspects: "two men suspected of it: Ana Roca and", "identified as"."""
    text = story.reading.text.text
    sentences = story.reading.sentences
    for index in range(sentence, min(sentence + _NAMED_WITHIN, len(sentences))):
        begin, end = max(start, sentences[index].start), sentences[index].end
        cue = (_COLON if index == sentence else _NAMED_AS).search(text, begin, end)
        if cue is None:
            continue
        for mention in story.mentions_in(index):
            value = mention.value
            is_name = isinstance(value, ActorValue) and value.name is not None and " " in value.name
            if is_name and mention.start >= cue.end() and cast("ActorValue", value).role is Role.INDIVIDUAL:
                _put(draft, actor_of(mention, ActorPart.PERPETRATOR))
        return


_NAMED_WITHIN = 4  # sentences
_COLON = re.compile(r":|\bidentified as\b|\bidentificad[oa]s? como\b", re.IGNORECASE)
_NAMED_AS = re.compile(
    r"\b(?:suspects?|arrested|detained|detainees?|captured|accused|their names|those held)\b"
    r"[^.;]{0,60}?\b(?:identified as|named as|are|is|were)\b:?"
    r"|\b(?:sospechos[oa]s?|detenid[oa]s?|capturad[oa]s?|acusad[oa]s?|sus nombres)\b"
    r"[^.;]{0,60}?\b(?:identificad[oa]s? como|son|es|responden? a los? nombres? de)\b:?",
    re.IGNORECASE,
)


def deed_behind(parse: Parse, tie: int, language: str) -> int | None:
    """Give the word of the deed that a tie leads to: "suspected of having taken part in the murder"."""
    nouns = status_words(language).nouns
    has_step = False
    for index in range(tie + 1, min(tie + _REACH, len(parse.words))):
        norm = parse.words[index].norm
        if norm in nouns["attack"]:
            return index if has_step else None
        if norm not in nouns["tie_to_deed"] and not norm.isdigit() and parse.words[index].tag is not Tag.TIME:
            return None
        has_step = True
    return None


def _attack_of(sentence: int, parse: Parse, deed: int, attacks: list[Draft]) -> Draft | None:
    """Give the attack that a word speaks of: its own, else the one told here, else the one told last before."""
    start = parse.words[deed].start
    for draft in attacks:
        triggers = [draft.trigger, *draft.echoes]
        if any(trigger.sentence == sentence and trigger.start <= start < trigger.end for trigger in triggers):
            return draft
    is_taking = parse.words[deed].lemma in _TAKING
    fitting = [draft for draft in attacks if (draft.mode is Mode.ABDUCT) == is_taking] or attacks
    before = [each for each in fitting if min(each.told_in) <= sentence <= max(each.told_in) + _ASIDE]
    return max(before, key=lambda each: max(told for told in each.told_in if told <= sentence), default=None)


_TAKING = words_of("suspects", "taking")


def _tied(parse: Parse, tie: int, language: str) -> list[NounGroup]:
    """Give those tied: the subject of "were charged", the object of "arrested", the group before "implicated in"."""
    clause = parse.clauses[parse.clause_at[tie]]
    verb = clause.verb
    if parse.words[tie].norm == "trial" and verb is not None and verb.head == tie:
        return listed(clause.subject, parse)  # "brought to trial", a verb to the parser
    if verb is not None and verb.first <= tie <= verb.last:
        if verb.is_negated:
            return []
        group = clause.subject if is_undergone(clause) else clause.object
        return listed(group or _group_before(parse, verb.first), parse)
    if parse.words[tie].norm in status_words(language).nouns["arrest"]:
        return _whose(parse, tie, clause)
    return listed(_group_before(parse, tie), parse)


def _whose(parse: Parse, tie: int, clause: Clause) -> list[NounGroup]:
    """Give whose arrest or trial it was: "the arrest of two soldiers for", "brought to trial for"."""
    behind = next((group for group in parse.nouns if group.first > tie), None)
    if behind is not None and behind.preposition in ("of", "de", "del") and behind.first - tie <= _OF_REACH:
        return listed(behind, parse)
    verb = clause.verb
    if verb is None or verb.is_negated or verb.last > tie:
        return []
    is_on_trial = verb.is_passive or verb.lemma in _FACES
    return listed(clause.subject, parse) if is_on_trial else []


_OF_REACH = 3  # words
_FACES = words_of("suspects", "faces")


def _group_before(parse: Parse, index: int) -> NounGroup | None:
    """Give the group that ends right before a word: "Pedro Vega, allegedly implicated"."""
    at = index - 1
    while at > 0 and (parse.words[at].norm in _SKIPPED or parse.words[at].tag is Tag.ADVERB):
        at -= 1
    return next((group for group in parse.nouns if group.first <= at <= group.last), None)


_SKIPPED = word_set(", who was were is are had has have been being que fue fueron es son ha han habia habian sido")


def _put(draft: Draft, actor: Actor) -> None:
    """Add a suspect, unless it is known already what part those words have."""
    if actor.role in _NO_SUSPECT:
        return
    for known in draft.actors:
        known_at = None if known.start is None or known.end is None else range(known.start, known.end)
        if known_at is not None and actor.start in known_at:
            return
        if known.part is ActorPart.PERPETRATOR and known.role is actor.role and known.name == actor.name:
            return
    draft.actors.append(dataclasses.replace(actor, certainty=Certainty.UNCONFIRMED))
    draft.why.append(f"R1 held for it: {actor.text}")
