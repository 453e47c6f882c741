"""A noun that names a deed in, whether people came to harm in it out: killed, hurt, arrested."""

from __future__ import annotations

from constancia.coding.clauses.syntax import NounGroup, Parse
from constancia.coding.deeds.lexicon import Sense
from constancia.coding.harm_verbs import FALLS
from constancia.coding.story import Story, Trigger
from constancia.coding.word_sets import words_of
from constancia.model import Mention, QuantityValue
from constancia.vocabulary import Measure, Mode

_HARMED = frozenset({Measure.KILLED, Measure.INJURED})
_HARMS = words_of("harm", "harms")
_DURING = frozenset({"in", "during", "amid", "en", "durante", "tras", "after"})
_SINCE = frozenset({"since", "desde"})
_TO_AMID = 3  # words


def comes_to_harm(story: Story, trigger: Trigger, sense: Sense) -> bool:
    """Tell "the attack left eight dead", "two died in the raid", "the rally ended with six arrests"."""
    parse = story.parse(trigger.sentence)
    group = next((each for each in parse.nouns if each.first <= trigger.word <= each.last), None)
    return _harms(parse, group, trigger) or _counts_arrests(story, parse, group, trigger, sense)


def counts_harm(mention: Mention) -> bool:
    """Tell a number of dead or hurt: "two dead after a shooting"."""
    value = mention.value
    return isinstance(value, QuantityValue) and value.measure in _HARMED and bool(value.best or value.low)


def _harms(parse: Parse, group: NounGroup | None, trigger: Trigger) -> bool:
    clause = parse.clauses[parse.clause_at[trigger.word]]
    subject, verb = clause.subject, clause.verb
    if subject is None or verb is None or verb.is_negated:
        return False
    if verb.lemma in FALLS:
        return group is not None and group != subject and _is_at_the_time(parse, group)
    return verb.lemma in _HARMS and subject.first <= trigger.word <= subject.last


def _is_at_the_time(parse: Parse, group: NounGroup) -> bool:
    """Tell "during the raid", "en medio de un desalojo" from "a relative of the raid's victims"."""
    before = {word.norm for word in parse.words[max(group.first - _TO_AMID, 0) : group.first]}
    return group.preposition in _DURING or (group.preposition in ("de", "del") and "medio" in before)


def _counts_arrests(story: Story, parse: Parse, group: NounGroup | None, trigger: Trigger, sense: Sense) -> bool:
    """Tell arrests of so many, behind a deed of their sentence, from arrests in general and from tolls."""
    if sense.mode is not Mode.ARREST or all(each.trigger.sentence != trigger.sentence for each in story.drafts):
        return False
    is_of_many_days = any(word.norm in _SINCE for word in parse.words[trigger.last_word + 1 :])
    if group is None or group.is_definite or is_of_many_days:
        return False
    return any(
        mention.end == trigger.end or 0 <= trigger.start - mention.end <= 1
        for mention in story.mentions_in(trigger.sentence)
        if isinstance(mention.value, QuantityValue) and mention.value.measure is Measure.ARRESTED
    )
