"""A story with its attacks in, those out who died, were hurt or are listed by name beside what the trigger tells."""

from __future__ import annotations

import dataclasses
import itertools
import re

from constancia.coding.clauses.listed import listed
from constancia.coding.clauses.syntax import Clause, ClauseKind, NounGroup, Parse, Tense
from constancia.coding.harm_verbs import DIES, HURTS, KILLS
from constancia.coding.story import Draft, Story
from constancia.coding.what.told_attacks import teller_of, tellers
from constancia.coding.who.around_nouns import without_kin
from constancia.coding.who.names_beside import is_person
from constancia.coding.who.people import is_same_person
from constancia.coding.who.victims import find_victims
from constancia.coding.word_sets import words_of
from constancia.model import Actor, Mention
from constancia.vocabulary import ActorPart, Effect, EventType, Status
from constancia.words import fold

_COMES_OFF = words_of("casualties", "comes_off")
_UNHURT = words_of("casualties", "unhurt")
_OUTLIVES = frozenset({"survive", "sobrevivir"})
_TOLD = frozenset({Status.OCCURRED, Status.ONGOING, Status.BACKGROUND, Status.LEGAL})
_OPEN = frozenset({Tense.FUTURE, Tense.CONDITIONAL, Tense.INFINITIVE, Tense.SUBJUNCTIVE})
_LISTED = 12  # sentences behind an attack within which a text may list its victims by name


def find_casualties(story: Story) -> None:
    """Add to each attack the people whom its sentences and those just behind tell to have died or been hurt."""
    attacks = [draft for draft in story.drafts if draft.type is EventType.ASSAULT and draft.status in _TOLD]
    for sentence, told in tellers(story, attacks).items():
        if _is_told(story, sentence):
            parse = story.parse(sentence)
            for clause in parse.clauses:
                _read_clause(story, sentence, clause, told)
    _read_lists(story, attacks)
    for draft in attacks:
        draft.actors = without_kin(draft, story.reading.text.text, story.reading.language)


def _is_told(story: Story, sentence: int) -> bool:
    """Tell whether a sentence may hold a word of harm, before it is parsed."""
    return any(token.norm.startswith(_STEMS) for token in story.reading.sentences[sentence].tokens)


_STEMS = (
    *("die", "dying", "perish", "succumb", "injur", "wound", "hurt", "maim", "kill", "murder", "assassin", "massacre"),
    *("execut", "slain", "slay", "mur", "falleci", "fallez", "pereci", "heri", "hiri", "lesion", "mat", "asesin"),
    *("masacr", "ejecut", "ultim", "escap", "surviv", "sobreviv", "unh", "unsc", "unin", "unw", "iles", "indemn"),
)


def _read_clause(story: Story, sentence: int, clause: Clause, told: list[Draft]) -> None:
    verb = clause.verb
    if verb is None or verb.modal is not None or verb.tense in _OPEN:
        return
    if _is_unhurt(clause, story.parse(sentence)):
        _put_all(story, sentence, clause.subject, teller_of(told, sentence, verb), Effect.NONE)
        return
    if verb.is_negated:
        return
    effect = Effect.INJURED if verb.lemma in HURTS else Effect.KILLED if verb.lemma in DIES | KILLS else None
    if effect is None:
        return
    if clause.marker in _AFTER and effect is Effect.KILLED and _is_of_another_clause(sentence, clause, told):
        return
    is_passive = verb.is_passive or (clause.kind is ClauseKind.PARTICIPLE and verb.tense is Tense.PARTICIPLE)
    group = clause.subject if is_passive else clause.object
    if verb.lemma in DIES:
        group = clause.subject or clause.object  # "murió un policía"
    _put_all(story, sentence, group, teller_of(told, sentence, verb), effect)


def _is_of_another_clause(sentence: int, clause: Clause, told: list[Draft]) -> bool:
    """Tell "was lynched after a rider died", who had died before, from "after police shot and killed a rider"."""
    here = [draft for draft in told if draft.trigger.sentence == sentence]
    return bool(here) and not any(clause.first <= draft.trigger.word <= clause.last for draft in here)


_AFTER = frozenset({"after", "following", "tras", "since", "desde"})


def _put_all(story: Story, sentence: int, group: NounGroup | None, draft: Draft, effect: Effect) -> None:
    for each in listed(group, story.parse(sentence)):
        for victim in find_victims(story, sentence, each):
            _put_victim(draft, dataclasses.replace(victim, effect=effect))


def _is_unhurt(clause: Clause, parse: Parse) -> bool:
    """Tell whether the subject came off unhurt: "escaped unharmed", "was not injured", "survived the attack"."""
    verb = clause.verb
    if verb is None or clause.subject is None:
        return False
    if verb.is_negated:
        return verb.lemma in HURTS and verb.is_passive and verb.tense is Tense.PAST
    if verb.lemma not in _COMES_OFF or verb.tense in _OPEN:
        return False
    behind = [word.norm for word in parse.words[verb.last + 1 : verb.last + 1 + _AFTER_VERB]]
    is_without = any(one in _WITHOUT and two in _HARMS for one, two in itertools.pairwise(behind))
    return is_without or not _UNHURT.isdisjoint(behind) or verb.lemma in _OUTLIVES


_AFTER_VERB = 5  # words behind a verb within which it is told how somebody came off
_WITHOUT = frozenset({"without", "sin"})
_HARMS = words_of("casualties", "harms")


def _put_victim(draft: Draft, victim: Actor) -> None:
    """Add a victim, or what befell one who is known."""
    for index, known in enumerate(draft.actors):
        if known.part is not ActorPart.VICTIM or not is_same_person(known, victim):
            continue
        is_worse = victim.effect is Effect.KILLED and (known.name is not None or known.effect is Effect.NONE)
        if known.effect is None or is_worse:
            draft.actors[index] = dataclasses.replace(known, effect=victim.effect)
        return
    if all(known.start != victim.start or known.part is ActorPart.VICTIM for known in draft.actors):
        draft.actors.append(victim)


# ---------------------------------------------------------------- lists of names

_LIST = re.compile(
    r"\b(?:(?P<dead>dead|deceased|killed|murdered|fatalities|muertos|fallecidos|asesinados|occisos)"
    r"|(?P<hurt>wounded|injured|hurt|heridos|lesionados)"
    r"|(?:the following|l[ao]s siguientes) [^.:;]{0,40}\b(?P<died>died|perished|killed|murieron|fallecieron)"
    r"|(?:the following|l[ao]s siguientes) [^.:;]{0,40}\b(?P<fell>injured|wounded|heridos|heridas)"
    r"|victims?|hostages|kidnapped|those|victimas|rehenes|secuestrados)\b[^.:;]{0,60}?"
    r"(?:\b(?:identified as|are|were|was|is|include[sd]?|including|named|fueron|son|identificad[oa]s? como|entre ellos"
    r"|se trata de)\b|:)"
    r"(?: identified as| identificad[oa]s? como| as)?"
)


_IDENTIFIED = re.compile(
    r"\b(?:identified|identify|identifies|named|identifico|identificaron|identifican)(?: a)?"
    r" (?:the|both|two|three|los|las|el|la|al)(?: [a-z]+){0,2}?"
    r" (?:(?P<dead>dead|deceased|slain|killed|murdered|muert[oa]s?|fallecid[oa]s?|asesinad[oa]s?|occisos?)"
    r"|(?P<hurt>wounded|injured|herid[oa]s?|lesionad[oa]s?)|victims?|hostages?|victimas?|rehenes|secuestrad[oa]s?)"
    r"(?P<died>)(?P<fell>)(?: [a-z]+){0,2} (?:as|como)\b"
)


def _read_lists(story: Story, attacks: list[Draft]) -> None:
    """Add those whom a sentence lists: "the victims were identified as …", "among the wounded are …"."""
    if not attacks:
        return
    first = min(draft.trigger.sentence for draft in attacks)
    last = max(max(draft.told_in) for draft in attacks) + _LISTED
    for sentence in range(first, min(last, len(story.reading.sentences))):
        persons = [mention for mention in story.mentions_in(sentence) if is_person(mention)]
        if not persons:
            continue
        span = story.reading.sentences[sentence]
        folded = fold(story.reading.text.text[span.start : span.end]).replace("\n", " ")
        match = _LIST.search(folded) or _IDENTIFIED.search(folded)
        if match is None:
            continue
        before = [draft for draft in attacks if draft.trigger.sentence <= sentence]
        if not before:
            continue
        draft = max(before, key=lambda each: max(told for told in each.told_in if told <= sentence))
        effect = _effect_told(match)
        parse = story.parse(sentence)
        for group in _named_behind(parse, persons, span.start + match.end()):
            for victim in find_victims(story, sentence, group):
                if victim.name is not None:
                    _put_victim(draft, dataclasses.replace(victim, effect=effect or _common_effect(draft)))


def _effect_told(match: re.Match[str]) -> Effect | None:
    if match["dead"] or match["died"]:
        return Effect.KILLED
    return Effect.INJURED if match["hurt"] or match["fell"] else None


def _named_behind(parse: Parse, persons: list[Mention], start: int) -> list[NounGroup]:
    """Give the groups behind an offset that name a person, up to the first that a verb stands before."""
    found = []
    for group in parse.nouns:
        begin, end = parse.words[group.first].start, parse.words[group.last].end
        if begin >= start and any(begin <= person.start < end for person in persons):
            found.append(group)
    verbs = [parse.words[verb.first].start for verb in parse.verbs if found and parse.words[verb.first].start > start]
    limit = min((verb for verb in verbs if verb > parse.words[found[0].last].end), default=None) if found else None
    return [group for group in found if limit is None or parse.words[group.first].start < limit]


def _common_effect(draft: Draft) -> Effect | None:
    """Give what befell all known victims of an attack, where it is one thing."""
    effects = {actor.effect for actor in draft.actors if actor.part is ActorPart.VICTIM and actor.effect is not None}
    return effects.pop() if len(effects) == 1 else None
