"""A draft in its story in, its details out: issue, campaign and its day, instruments, things blocked or damaged."""

from __future__ import annotations

from constancia.coding.clauses.syntax import Parse, Tag
from constancia.coding.story import Draft, Story
from constancia.coding.what.detail_words import DetailWords, content_words, detail_words
from constancia.coding.what.things import find_things
from constancia.coding.when.counters import find_counter
from constancia.coding.word_sets import word_set, words_of
from constancia.model import Instrument, Target
from constancia.vocabulary import (
    EVENT_STATUSES,
    ActorPart,
    EventType,
    InstrumentKind,
    Issue,
    Mode,
)
from constancia.words import Hit, fold

_FEW_ISSUES = 3


def find_details(story: Story, draft: Draft) -> None:
    """Set what a draft's sentences tell beside who, when and where."""
    words = detail_words(story.reading.language)
    if draft.type is EventType.PROTEST:
        _find_issue(story, draft, words)
        find_counter(story, draft)
        _find_target(draft)
    if draft.type in (EventType.ASSAULT, EventType.PROTEST, EventType.COERCE):
        _find_instruments(story, draft, words)
        find_things(story, draft)
        _settle_by_means(story, draft)
        _arm(story, draft)


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


def _arm(story: Story, draft: Draft) -> None:
    """Tell an attack "with explosives", "con dinamita" from one of which no means are told."""
    if draft.type is not EventType.ASSAULT or draft.mode not in _UNARMED or not draft.instruments:
        return
    parse = story.parse(draft.trigger.sentence)
    clause = parse.clause_at[draft.trigger.word]
    places = [(parse.word_at(each.start), each.kind) for each in draft.instruments]
    kinds = {kind for at, kind in places if parse.clause_at[at] == clause and _is_means(parse, at)}
    if len(kinds) == 1 and (kind := kinds.pop()) in _ARMED:
        draft.mode = _ARMED[kind]
        draft.why.append(f"by what it was done with: {kind}")


_UNARMED = frozenset({None, Mode.DESTROY})
_ARMED = {InstrumentKind.EXPLOSIVES: Mode.EXPLOSIVES, InstrumentKind.FIREARMS: Mode.FIREARMS}


def _is_means(parse: Parse, at: int) -> bool:
    """Tell "with gas and live rounds", "a tiros" from a gun that is only named."""
    words = [word.norm for word in parse.words[max(at - _BEFORE_MEANS, 0) : at + 1]]
    return bool(_WITH & set(words))


_BEFORE_MEANS = 5
_WITH = word_set("with using firing by con a mediante usando disparando")


# ---------------------------------------------------------------- what it is about


def _find_issue(story: Story, draft: Draft, words: DetailWords) -> None:
    """Count the words of each issue in the draft's sentences, the trigger's own apart."""
    counts: dict[Issue, int] = {}
    for index in draft.told_in:
        for token in story.reading.sentences[index].tokens:
            if token.norm in words.issues and not draft.trigger.start <= token.start < draft.trigger.end:
                for issue in words.issues[token.norm]:
                    counts[issue] = counts.get(issue, 0) + 1
    draft.issue = sorted(counts, key=lambda issue: -counts[issue])[:_FEW_ISSUES]


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
                put_instrument(draft.instruments, Instrument(text[hit.start : hit.end], hit.value, hit.start, hit.end))


# A truck, a chain or a fire is told of as what it was done with only where words say so.
_THINGS_TOO = frozenset({InstrumentKind.VEHICLE, InstrumentKind.FIRE, InstrumentKind.OTHER})


def _is_used(story: Story, sentence: int, start: int) -> bool:
    parse = story.parse(sentence)
    at = parse.word_at(start)
    return not _USED.isdisjoint(word.norm for word in parse.words[max(at - _BEFORE_MEANS, 0) : at])


_USED = words_of("details", "used")


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


def put_instrument(known: list[Instrument], instrument: Instrument) -> None:
    """Add an instrument, unless it is one that is known by more words: "the bomb" of a car bomb."""
    words = content_words(instrument.text)
    for index, other in enumerate(known):
        if other.kind is not instrument.kind:
            continue
        if words <= content_words(other.text):
            return
        if content_words(other.text) <= words:
            known[index] = instrument
            return
    known.append(instrument)


def _kind(norm: str, lemma: str, table: dict[str, InstrumentKind]) -> InstrumentKind | None:
    return table.get(norm) or table.get(lemma)


def _reach(parse: Parse, draft: Draft) -> tuple[int, int]:
    """Give the offsets of the trigger's clause and of the clauses that hang on it or that it hangs on."""
    own = parse.clause_at[draft.trigger.word]
    kin = [c for c in parse.clauses if own in (c.index, c.parent) or parse.clauses[own].parent == c.index]
    first, last = min(c.first for c in kin), max(c.last for c in kin)
    return parse.words[first].start, parse.words[last].end
