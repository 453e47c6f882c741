"""A draft in its story in, its details out: issue, campaign and its day, instruments, things blocked or damaged."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from constancia.coding.counters import find_counter
from constancia.coding.forms import singulars, verb_forms
from constancia.coding.story import Draft, Story
from constancia.coding.syntax import Clause, NounGroup, Parse, Tag
from constancia.coding.word_sets import word_set
from constancia.model import Instrument, Target, Thing
from constancia.vocabulary import (
    EVENT_STATUSES,
    ActorPart,
    EventType,
    Form,
    InstrumentKind,
    Issue,
    Mode,
    ObjectEffect,
    ObjectKind,
)
from constancia.words import Hit, PhraseMatcher, fold, load_lexicon

_FEW_ISSUES = 3
_SPARED = frozenset({Form.STRIKE})
_EFFECTS = {
    Mode.OBSTRUCT: ObjectEffect.BLOCKED,
    Mode.SEIZE: ObjectEffect.TAKEN,
    Mode.EXPLOSIVES: ObjectEffect.DAMAGED,
    Mode.DESTROY: ObjectEffect.DESTROYED,
    Mode.RIOT: ObjectEffect.DAMAGED,
    Mode.VANDALIZE: ObjectEffect.DAMAGED,
    Mode.AERIAL: ObjectEffect.DAMAGED,
    Mode.HEAVY_WEAPONS: ObjectEffect.DAMAGED,
}
_WITH_THINGS = frozenset({*_EFFECTS, None, Mode.FIREARMS, Mode.ABDUCT, Mode.SUICIDE_ATTACK})
_DESTROYED = word_set("destroy demolish raze destruir arrasar derribar volar burn quemar incendiar")


@dataclass(frozen=True, slots=True)
class DetailWords:
    """The tables of details.toml: word to kind."""

    instruments: dict[str, InstrumentKind]
    phrases: PhraseMatcher[InstrumentKind]
    objects: dict[str, ObjectKind]
    issues: dict[str, tuple[Issue, ...]]


@lru_cache(2)
def detail_words(language: str) -> DetailWords:
    """Load the details of a language."""
    data = load_lexicon(language, "details")
    issues: dict[str, tuple[Issue, ...]] = {}
    for name, words in data["issues"].items():
        for word in words.split():
            issues[word] = (*issues.get(word, ()), Issue(name))
    return DetailWords(
        {word: InstrumentKind(name) for name, words in data["instruments"].items() for word in words.split()},
        PhraseMatcher((p, InstrumentKind(name)) for name, rows in data["instrument_phrases"].items() for p in rows),
        {word: ObjectKind(name) for name, words in data["objects"].items() for word in words.split()},
        issues,
    )


def find_details(story: Story, draft: Draft) -> None:
    """Set what a draft's sentences tell beside who, when and where."""
    words = detail_words(story.reading.language)
    if draft.type is EventType.PROTEST:
        _find_issue(story, draft, words)
        find_counter(story, draft)
        _find_target(draft)
    if draft.type in (EventType.ASSAULT, EventType.PROTEST, EventType.COERCE):
        _find_instruments(story, draft, words)
        _find_objects(story, draft, words)
        _settle_by_means(story, draft)


_LIVE = frozenset({InstrumentKind.LIVE_AMMUNITION, InstrumentKind.FIREARMS})


def _settle_by_means(story: Story, draft: Draft) -> None:
    """Tell a crowd driven off with shots from one sent home: "cleared with live rounds", "disuelto a tiros"."""
    is_force = draft.mode is Mode.CROWD_CONTROL or (draft.type is EventType.COERCE and draft.mode is Mode.RESTRICT)
    if not is_force or draft.status not in EVENT_STATUSES:
        return
    parse = story.parse(draft.trigger.sentence)
    clause = parse.clause_at[draft.trigger.word]
    for instrument in draft.instruments:
        at = parse.word_at(instrument.start)
        if instrument.kind not in _LIVE or parse.clause_at[at] != clause or not _is_means(parse, at):
            continue
        draft.type, draft.mode, draft.form = EventType.ASSAULT, Mode.FIREARMS, None
        draft.why.append(f"by what it was done with: {instrument.text}")
        return


def _is_means(parse: Parse, at: int) -> bool:
    """Tell "with gas and live rounds", "a tiros" from a gun that is only named."""
    words = [word.norm for word in parse.words[max(at - _BEFORE_MEANS, 0) : at + 1]]
    return bool(_WITH & set(words))


_BEFORE_MEANS = 5
_WITH = word_set("with using firing by con a mediante usando disparando")


# ---------------------------------------------------------------- what it is about


def _find_issue(story: Story, draft: Draft, words: DetailWords) -> None:
    """Count the words of each issue in the draft's sentences, the trigger's own apart."""
    counts: Counter[Issue] = Counter()
    for index in draft.told_in:
        for token in story.reading.sentences[index].tokens:
            if token.norm in words.issues and not draft.trigger.start <= token.start < draft.trigger.end:
                counts.update(words.issues[token.norm])
    draft.issue = [issue for issue, _ in counts.most_common(_FEW_ISSUES)]


def _find_target(draft: Draft) -> None:
    """Take the one whom a protest is against for its target."""
    for actor in draft.actors:
        if actor.part is ActorPart.RECIPIENT and actor.text:
            draft.target = Target(actor.role, actor.name, actor.text)
            return


# ---------------------------------------------------------------- with what


def _find_instruments(story: Story, draft: Draft, words: DetailWords) -> None:
    for index in draft.told_in:
        hits = _instruments_in(story, index, words)
        if not hits:
            continue
        text = story.reading.text.text
        near = _reach(story.parse(index), draft) if index == draft.trigger.sentence else None
        for hit in hits:
            if hit.value in _THINGS_TOO and draft.type is EventType.ASSAULT and not _is_used(story, index, hit.start):
                continue
            if near is None or near[0] <= hit.start < near[1]:
                _put(draft, Instrument(text[hit.start : hit.end], hit.value, hit.start, hit.end))


# A truck, a chain or a fire is told of as what it was done with only where words say so.
_THINGS_TOO = frozenset({InstrumentKind.VEHICLE, InstrumentKind.FIRE, InstrumentKind.OTHER})


def _is_used(story: Story, sentence: int, start: int) -> bool:
    parse = story.parse(sentence)
    at = parse.word_at(start)
    return not _USED.isdisjoint(word.norm for word in parse.words[max(at - _BEFORE_MEANS, 0) : at])


_USED = word_set(
    "with using by threw throwing hurled hurling armed con mediante usando armado armados arrojaron lanzaron"
)


def _instruments_in(story: Story, index: int, words: DetailWords) -> list[Hit[InstrumentKind]]:
    """Give the instruments that a sentence names, in order; found once, however many deeds it tells of."""
    if index in story.instruments:
        return story.instruments[index]
    parse = story.parse(index)
    start = parse.words[0].start if parse.words else 0
    folded = fold(story.reading.text.text[start : parse.words[-1].end]) if parse.words else ""
    hits = [Hit(start + hit.start, start + hit.end, hit.value) for hit in words.phrases.find_longest(folded)]
    for word in parse.words:
        kind = None if word.tag is Tag.VERB else _kind(word.norm, word.lemma, words.instruments)
        if kind is not None and not any(hit.start <= word.start < hit.end for hit in hits):
            hits.append(Hit(word.start, word.end, kind))
    story.instruments[index] = sorted(hits, key=lambda hit: hit.start)
    return story.instruments[index]


def _put(draft: Draft, instrument: Instrument) -> None:
    if all(known.text.lower() != instrument.text.lower() for known in draft.instruments):
        draft.instruments.append(instrument)


def _kind(norm: str, lemma: str, table: dict[str, InstrumentKind]) -> InstrumentKind | None:
    return table.get(norm) or table.get(lemma)


def _reach(parse: Parse, draft: Draft) -> tuple[int, int]:
    """Give the offsets of the trigger's clause and of the clauses that hang on it or that it hangs on."""
    own = parse.clause_at[draft.trigger.word]
    kin = [c for c in parse.clauses if own in (c.index, c.parent) or parse.clauses[own].parent == c.index]
    first, last = min(c.first for c in kin), max(c.last for c in kin)
    return parse.words[first].start, parse.words[last].end


# ---------------------------------------------------------------- to what


def _find_objects(story: Story, draft: Draft, words: DetailWords) -> None:
    if draft.mode not in _WITH_THINGS or draft.form in _SPARED:
        return
    parse = story.parse(draft.trigger.sentence)
    clause = parse.clauses[parse.clause_at[draft.trigger.word]]
    for group in _things(parse, clause, draft):
        kind = object_kind(parse, group, words, story.reading.language)
        if kind is None:
            continue
        start, end = start_of_name(parse, group), end_of_name(parse, group)
        effect = _effect(draft)
        draft.objects.append(
            Thing(story.reading.text.text[start:end], kind, number_of_things(parse, group), effect, start, end)
        )


def start_of_name(parse: Parse, group: NounGroup) -> int:
    """Leave out the end of a verb that stands before its thing: "blew up two branches"."""
    first = group.first + (parse.words[group.first].norm in ("up", "down", "out", "off") and group.first < group.last)
    return parse.words[first].start


def end_of_name(parse: Parse, group: NounGroup) -> int:
    """Take in whose or which it is: "the residence of the ambassador", "la sede del banco"."""
    position = parse.nouns.index(group)
    for following in parse.nouns[position + 1 : position + 2]:
        if following.preposition in ("of", "de", "del") and following.first - group.last <= _OF_REACH:
            return parse.words[following.last].end
    return parse.words[group.last].end


_OF_REACH = 3  # words from a thing to the noun behind its "of"


def _things(parse: Parse, clause: Clause, draft: Draft) -> list[NounGroup]:
    """Give the groups that the deed was done to: object, passive subject, those behind "against", "of", "at"."""
    found = []
    is_passive = clause.verb is not None and clause.verb.is_passive
    for group in parse.nouns:
        if parse.clause_at[group.head] != clause.index:
            continue
        inside = (
            draft.trigger.start <= parse.words[group.head].start < draft.trigger.end
            and group.head != draft.trigger.word
        )
        is_target = group.preposition in ("against", "contra", "of", "de", "del", "on", "at", "a", "en", "into")
        if (
            inside
            or group == clause.object
            or (is_passive and group == clause.subject)
            or (is_target and group.first > draft.trigger.word)
        ):
            found.append(group)
    return found


def object_kind(parse: Parse, group: NounGroup, words: DetailWords, language: str) -> ObjectKind | None:
    """Give the kind of thing that a group is of; None for people and for what cannot be damaged."""
    head = parse.words[group.head]
    return next((words.objects[key] for key in singulars(head.norm, language) if key in words.objects), None)


def _effect(draft: Draft) -> ObjectEffect | None:
    if draft.form is Form.OCCUPATION:
        return ObjectEffect.TAKEN
    if any(form.lemma in _DESTROYED for form in verb_forms(fold(draft.trigger.text.split()[0]), "en")):
        return ObjectEffect.DESTROYED
    return _EFFECTS.get(draft.mode) if draft.mode is not None else None


NUMBERS = {
    "a": 1,
    "an": 1,
    "un": 1,
    "una": 1,
    "the": None,
    "two": 2,
    "dos": 2,
    "three": 3,
    "tres": 3,
    "four": 4,
    "cuatro": 4,
}
NUMBERS |= {
    "five": 5,
    "cinco": 5,
    "six": 6,
    "seis": 6,
    "seven": 7,
    "siete": 7,
    "eight": 8,
    "ocho": 8,
    "nine": 9,
    "nueve": 9,
    "ten": 10,
    "diez": 10,
    "one": 1,
}


def number_of_things(parse: Parse, group: NounGroup) -> int | None:
    """Read how many things a group speaks of, where it says so."""
    for index in range(group.first, group.head):
        norm = parse.words[index].norm
        if norm.isdigit():
            return int(norm)
        if NUMBERS.get(norm) is not None:
            return NUMBERS[norm]
    return 1 if is_singular(group, parse) else None


_COLLECTIVE = word_set(
    "people police personnel troops family group clergy crowd mob army force security public staff crew unit "
    "gente policia tropa familia grupo clero multitud turba ejercito fuerza publico poblacion personal unidad equipo"
)


def is_singular(group: NounGroup, parse: Parse) -> bool:
    """Tell whether a group with an article speaks of one: "the garrison", "su casa"."""
    head = parse.words[group.head]
    has_article = parse.words[group.first].tag is Tag.DETERMINER
    return has_article and head.norm == head.lemma and not head.norm.endswith("s") and head.norm not in _COLLECTIVE
