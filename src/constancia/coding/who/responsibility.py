"""A story with its drafts in, the perpetrators out who claim an attack or have it laid at their door (R1)."""

from __future__ import annotations

import dataclasses
import re

from constancia.coding.clauses.listed import listed
from constancia.coding.clauses.syntax import Clause, NounGroup, Parse, VerbGroup
from constancia.coding.story import Draft, Story
from constancia.coding.who.suspects import deed_behind
from constancia.coding.word_sets import words_of
from constancia.model import Actor, ActorValue, Mention, Speaker
from constancia.vocabulary import ActorPart, Certainty, EventType, Mode, Role
from constancia.words import fold

_CLAIMS = words_of("responsibility", "claims")
_WHAT = words_of("responsibility", "what")
_BLAMES = words_of("responsibility", "blames")
_ACCUSES = words_of("responsibility", "accuses")
_DEED = words_of("responsibility", "deed")
_AT_FAULT = words_of("responsibility", "at_fault")
_RELEASES = words_of("responsibility", "releases")  # whoever lets the kidnapped go had taken them
_DOES = words_of("responsibility", "does")
_REACH = 12  # sentences back to the attack that a claim of responsibility speaks of
_GROUPS = frozenset({Role.ARMED_GROUP, Role.GANG, Role.OTHER, Role.PARTY, Role.UNIDENTIFIED_ARMED})
_CLAIMANTS = _GROUPS | {Role.MILITARY, Role.POLICE}
_ACCUSED = _GROUPS | {Role.MILITARY, Role.POLICE, Role.GOVERNMENT}


def find_responsibility(story: Story) -> None:
    """Name as perpetrators those who say that they did it, and those whom others say did it."""
    attacks = [draft for draft in story.drafts if draft.type is EventType.ASSAULT]
    if not attacks:
        return
    told = {sentence for draft in attacks for sentence in draft.told_in}
    last = max(told) + _REACH
    for sentence in range(min(told), min(last, len(story.reading.sentences))):
        norms = {token.norm for token in story.reading.sentences[sentence].tokens}
        if norms.isdisjoint(_SIGNS):
            continue
        parse = story.parse(sentence)
        for clause in parse.clauses:
            _read_clause(story, sentence, clause, parse, attacks)


_SIGNS = words_of("responsibility", "signs")


def _read_clause(  # noqa: C901 - a rule a branch, the first that fits
    story: Story, sentence: int, clause: Clause, parse: Parse, attacks: list[Draft]
) -> None:
    verb = clause.verb
    if verb is None or verb.is_negated:
        return
    heads = {parse.words[group.head].norm for group in (clause.object, *clause.complements) if group is not None}
    if verb.lemma in _RELEASES:
        kidnappings = [draft for draft in attacks if draft.mode is Mode.ABDUCT]
        freer = clause.agent if verb.is_passive else clause.subject
        if freer is not None and not _is_of_the_state(story, sentence, freer):
            _attach(story, sentence, freer, kidnappings, is_claimed=True)
    elif verb.lemma in _CLAIMS and not verb.is_passive and heads & _WHAT:
        _attach(story, sentence, clause.subject, attacks, is_claimed=True)
    elif verb.lemma in _CLAIMS and verb.is_passive and clause.agent is not None and _is_of_deed(parse):
        _attach(story, sentence, clause.agent, attacks, is_claimed=True)
    elif verb.lemma in _DOES and clause.agent is not None and _is_deed(clause.subject):
        _attach(story, sentence, clause.agent, attacks, is_claimed=None)
    elif verb.lemma in _BLAMES and not _is_for(clause) and (to := _laid_to(story, sentence, clause)) is not None:
        _attach(story, sentence, to, attacks, is_claimed=False, by=_speaker(story, sentence, clause))
    elif verb.lemma in _ACCUSES and _is_for_deed(clause, verb, story, sentence):
        accused = clause.subject if verb.is_passive else clause.object
        for group in listed(accused, parse):
            _attach(story, sentence, group, attacks, is_claimed=False, by=_speaker(story, sentence, clause))
    elif verb.lemma in ("be", "ser") and _AT_FAULT & set(_after(clause, parse)) and _is_of_deed(parse):
        for group in listed(clause.subject, parse):
            _attach(story, sentence, group, attacks, is_claimed=False)


def _is_of_the_state(story: Story, sentence: int, group: NounGroup) -> bool:
    """Tell police who freed those that others had taken from those who let their captives go."""
    parse = story.parse(sentence)
    start, end = parse.words[group.first].start, parse.words[group.last].end
    roles = (each.value for each in story.mentions_in(sentence) if each.start < end and start < each.end)
    return any(isinstance(value, ActorValue) and value.role in _RESCUERS for value in roles)


_RESCUERS = frozenset({Role.POLICE, Role.MILITARY, Role.GOVERNMENT})


def _is_for_deed(clause: Clause, verb: VerbGroup, story: Story, sentence: int) -> bool:
    """Tell "accused the army of the murder" from "accused the army of hiding a witness of the murder"."""
    parse, behind = story.parse(sentence), verb.last
    if not verb.is_passive and clause.object is not None:
        behind = max(group.last for group in listed(clause.object, parse))
    language = story.reading.language
    if deed_behind(parse, behind, language) is not None:
        return True
    first = next((at for at in range(verb.last + 1, len(parse.words)) if parse.words[at].norm in _FOR), None)
    return first is not None and deed_behind(parse, first - 1, language) is not None


_FOR = frozenset({"for", "of", "de", "por"})  # "blamed the Front [Liberation Army] guerrillas for the murder"


def _is_for(clause: Clause) -> bool:
    """Tell "blamed the army for the attack on the mayor" from "blamed the attack on the army"."""
    return any(group.preposition == "for" for group in clause.complements)


def _is_deed(group: NounGroup | None) -> bool:
    return group is not None and group.lemma in _DEED


def _laid_to(story: Story, sentence: int, clause: Clause) -> NounGroup | None:
    """Give whom an attack is laid to: "attributed to rebels", "blamed on rebels"; not "blamed … on 31 October"."""
    parse = story.parse(sentence)
    for group in clause.complements:
        start, end = parse.words[group.first].start, parse.words[group.last].end
        mentions = (each for each in story.mentions_in(sentence) if isinstance(each.value, ActorValue))
        if group.preposition in _TO and any(each.start < end and start < each.end for each in mentions):
            return group
    return None


_TO = frozenset({"to", "on", "a", "al"})


def _is_of_deed(parse: Parse) -> bool:
    """Tell whether a sentence names an attack or a crime."""
    return any(word.lemma in _DEED for word in parse.words)


def _after(clause: Clause, parse: Parse) -> list[str]:
    last = clause.verb.last if clause.verb is not None else clause.first
    return [word.lemma for word in parse.words[last + 1 : last + 4]]


def _speaker(story: Story, sentence: int, clause: Clause) -> Speaker | None:
    """Give who accuses, where a clause says so."""
    group = clause.agent if clause.verb is not None and clause.verb.is_passive else clause.subject
    if group is None:
        return None
    parse = story.parse(sentence)
    start, end = parse.words[group.first].start, parse.words[group.last].end
    for mention in story.mentions_in(sentence):
        if isinstance(mention.value, ActorValue) and mention.start < end and start < mention.end:
            return Speaker(mention.value.role, mention.value.name, mention.text, mention.start, mention.end)
    return None


def _attach(
    story: Story,
    sentence: int,
    group: NounGroup | None,
    attacks: list[Draft],
    *,
    is_claimed: bool | None,
    by: Speaker | None = None,
) -> None:
    if group is None or group.is_negated:
        return
    before = [draft for draft in attacks if min(draft.told_in) <= sentence <= max(draft.told_in) + _REACH]
    if not before:
        return
    draft = max(before, key=lambda each: max(told for told in each.told_in if told <= sentence))
    if any(actor.part is ActorPart.PERPETRATOR and _is_settled(actor) for actor in draft.actors):
        return
    parse = story.parse(sentence)
    start, end = parse.words[group.first].start, parse.words[group.last].end
    for mention in story.mentions_in(sentence):
        if isinstance(mention.value, ActorValue) and mention.start < end and start < mention.end:
            is_told = any(actor.start == mention.start for each in attacks for actor in each.actors)
            if not is_told and mention.value.role in (_CLAIMANTS if is_claimed else _ACCUSED):
                draft.actors.append(_perpetrator(mention, mention.value, by, is_claimed=is_claimed))
                draft.why.append(f"R1 {_HOW[is_claimed]} {mention.text}")
            return
    named = (_named_in_quotes(story, start, end) or _some_group(story, parse, group)) if is_claimed else None
    if named is not None and all(actor.start != named.start for actor in draft.actors):
        draft.actors.append(named)
        draft.why.append(f"R1 claimed by {named.name or named.text}")


def _some_group(story: Story, parse: Parse, group: NounGroup) -> Actor | None:
    """Give the group of "a leftist group claimed responsibility", which has no other name."""
    if parse.words[group.head].lemma not in _GROUP_WORDS:
        return None
    start, end = parse.words[group.first].start, parse.words[group.last].end
    return Actor(ActorPart.PERPETRATOR, Role.ARMED_GROUP, None, story.reading.text.text[start:end], start, end)


_GROUP_WORDS = words_of("responsibility", "group_words")


def _named_in_quotes(story: Story, start: int, end: int) -> Actor | None:
    """Give the group of "claimed by a self-styled 'Liberation Forces' group", which no list knows."""
    text = story.reading.text.text
    match = _QUOTED.search(text, start, end + _QUOTE_REACH)
    if match is None or not _SELF_STYLED.search(fold(text[max(start - _QUOTE_REACH, 0) : end + _QUOTE_REACH])):
        return None
    name = match.group(1)
    is_capital = all(word[0].isupper() for word in name.split() if len(word) > len("the"))
    if not is_capital:
        return None
    return Actor(ActorPart.PERPETRATOR, Role.ARMED_GROUP, name, name, match.start(1), match.end(1))


_QUOTED = re.compile(r"[\"“«]([^\"”»\n.]{3,60})[\"”»]")
_QUOTE_REACH = 40  # characters
_SELF_STYLED = re.compile(
    r"\b(?:self-? ?(?:styled|named|proclaimed|called)|so-called|group|organi[sz]ation|commandos?|command|brigade|front|"
    r"autodenominad[oa]|autoproclamad[oa]|llamad[oa]|denominad[oa]|grupo|organizacion|comando|brigada|frente)\b"
)


def _is_settled(actor: Actor) -> bool:
    """Tell whether a doer is told of by name and not merely accused."""
    return actor.name is not None and actor.certainty is not Certainty.UNCONFIRMED


_HOW = {True: "claimed by", False: "laid to", None: "done by"}


def _perpetrator(mention: Mention, value: ActorValue, by: Speaker | None, *, is_claimed: bool | None) -> Actor:
    actor = Actor(ActorPart.PERPETRATOR, value.role, value.name, mention.text, mention.start, mention.end)
    actor = dataclasses.replace(actor, organisation=value.organisation)
    if is_claimed is None:
        return actor
    if is_claimed:
        speaker = Speaker(value.role, value.name, mention.text, mention.start, mention.end)
        return dataclasses.replace(actor, according_to=speaker, certainty=Certainty.ASSERTED)
    return dataclasses.replace(actor, according_to=by, certainty=Certainty.UNCONFIRMED)
