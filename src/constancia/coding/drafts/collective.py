"""A sentence in which no entry of the lexicon tells of a protest in, what a crowd is told to do in it out.

Who acts, why, before whom and with what makes the protest, whatever the verb: `collective.toml` weighs the signs.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from constancia.coding.clauses.forms import singulars
from constancia.coding.clauses.syntax import Clause, ClauseKind, NounGroup, Parse, Tag, Tense
from constancia.coding.deeds.lexicon import Phrase, compile_phrases, keys, lexicon, match_phrase
from constancia.coding.deeds.triggers import TRADES, is_of_trade, keys_in_phrases
from constancia.coding.drafts.policing import doer_of, spoken_verbs
from constancia.coding.story import Draft, Story, Trigger
from constancia.coding.word_sets import word_set, words_of
from constancia.model import Sentence
from constancia.vocabulary import EventType, Status
from constancia.words import fold, load_lexicon
from constancia.words.memory import WordMemory

_REASON_REACH = 6  # words behind a preposition in which its grievance stands
_INSIDE = word_set("of de del in on to en a al la el las los the")


@dataclass(frozen=True, slots=True)
class _Sign:
    """What may stand beside an act, and what it weighs; what has an `id`, a place or thing, stands behind the verb.

    Its phrases stand under the words that open them; of `closers` each has one.
    """

    id: str
    weight: int
    phrases: dict[str, tuple[Phrase, ...]]
    closers: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Words:
    """The tables of collective.toml."""

    act: str
    enough: int
    idle: frozenset[str]
    papers: frozenset[str]
    many: frozenset[str]
    people: frozenset[str]
    outsiders: frozenset[str]
    former: frozenset[str]
    grievance: frozenset[str]
    unfair: frozenset[str]
    reasons: dict[str, tuple[int, int]]
    throwing: frozenset[str]
    throwing_weight: int
    signs: tuple[_Sign, ...]


@lru_cache(2)
def _words(language: str) -> _Words:
    table = load_lexicon(language, "collective")
    sets = {name: frozenset(fold(table[name]).split()) for name in _SETS}
    classes = {**lexicon(language).classes, "remedy": sets["remedy"]}
    return _Words(
        act=table["act"],
        enough=table["enough"],
        idle=(sets["idle"] | spoken_verbs(language)) - sets["acts"],
        papers=sets["papers"],
        many=sets["many"],
        people=sets["people"],
        outsiders=sets["outsiders"],
        former=sets["former"],
        grievance=sets["grievance"],
        unfair=sets["unfair"],
        reasons={word: (grave, other) for word, (grave, other) in table["reasons"].items()},
        throwing=frozenset(table["throwing"]["verbs"].split()),
        throwing_weight=table["throwing"]["weight"],
        signs=tuple(_sign(row, classes) for row in table["sign"]),
    )


@dataclass(frozen=True, slots=True)
class HeldWords:
    """What a crowd demands with, of `[held]`: the prepositions, all that is shown, and of it pots and lights."""

    with_: frozenset[str]
    shown: frozenset[str]
    pots: frozenset[str]
    lights: frozenset[str]
    groups: frozenset[str]


@lru_cache(2)
def held_words(language: str) -> HeldWords:
    """Load the words for what a crowd holds."""
    table = load_lexicon(language, "collective")["held"]
    return HeldWords(*(frozenset(fold(table[name]).split()) for name in ("with", "shown", "pots", "lights", "groups")))


_SETS = ("idle", "acts", "papers", "many", "people", "outsiders", "former", "grievance", "unfair", "remedy")
_ADDRESS = "address"
_AIMS = frozenset({_ADDRESS, "purpose"})
_PLACES = frozenset({_ADDRESS, "road"})


def _sign(row: dict[str, object], classes: dict[str, frozenset[str]]) -> _Sign:
    listed: dict[str, list[Phrase]] = {}
    texts, weight = row["phrases"], row["weight"]
    assert isinstance(texts, list)  # noqa: S101 - checked by `lexicon check`
    assert isinstance(weight, int)  # noqa: S101
    for phrase in chain.from_iterable(compile_phrases(text, None, classes) for text in texts):
        for word in phrase.steps[0] or ():
            listed.setdefault(word, []).append(phrase)
    closers = frozenset(word for rows in listed.values() for phrase in rows for word in phrase.last)
    return _Sign(str(row.get("id", "")), weight, {word: tuple(rows) for word, rows in listed.items()}, closers)


def collective_act(story: Story, sentence: int, drafts: list[Draft]) -> Trigger | None:
    """Give the verb that a crowd is told to do in a sentence without a protest, where enough stands beside it."""
    if not _may_tell(story.reading.sentences[sentence], story.reading.language):
        return None
    here = [draft for draft in drafts if draft.trigger.sentence == sentence]
    if any(draft.type is EventType.PROTEST and draft.status is not Status.BACKGROUND for draft in here):
        return None
    parse, language = story.parse(sentence), story.reading.language
    taken = {word for draft in here for word in range(draft.trigger.word, draft.trigger.last_word + 1)}
    for clause in parse.clauses:
        if clause.kind in (ClauseKind.MAIN, ClauseKind.SUBORDINATE) and _is_act(clause, taken, language):
            doer = doer_of(clause)
            is_crowds = (
                doer is not None and _is_crowd(doer, parse, language) and not _is_on_people(clause, parse, language)
            )
            if is_crowds and _is_enough(clause, parse, language):
                return _trigger(parse, clause, sentence, _words(language).act)
    return None


def _may_tell(sentence: Sentence, language: str) -> bool:
    """Tell cheaply whether a sentence names people and signs that may be enough: most need not be parsed for it."""
    kinds, met = _kinds(language), 0
    for token in sentence.tokens:
        met |= kinds[token.norm]
    return bool(met & _PEOPLE) and _most(met, language) >= _words(language).enough


# The first bit is for people, then come two for each sign, that it opens and that it closes, and one for each reason.
_PEOPLE, _OPENS, _CLOSES = 1, 2, 4


@lru_cache(4096)
def _most(met: int, language: str) -> int:
    """Give the most that the signs and reasons which the words of a sentence open and close can weigh together."""
    words = _words(language)
    borders = [(_OPENS | _CLOSES) << 2 * at for at in range(len(words.signs))]
    signs = [sign for sign, border in zip(words.signs, borders, strict=True) if met & border == border]
    reasons = [weights for at, weights in enumerate(words.reasons.values()) if met & _reason_bit(at, words)]
    total = sum(max(sign.weight, 0) for sign in signs if sign.id not in _PLACES)
    total += max((sign.weight for sign in signs if sign.id in _PLACES), default=0)
    total += max(chain.from_iterable(reasons), default=0)
    return total + words.throwing_weight * any(sign.id in _AIMS for sign in signs)


def _reason_bit(at: int, words: _Words) -> int:
    return _OPENS << (2 * len(words.signs) + at)


@lru_cache(2)
def _kinds(language: str) -> WordMemory[int]:
    """Tell of a word whether it may name a crowd, which signs it may open or close, and whether it gives a reason."""
    words, classes = _words(language), lexicon(language).classes
    people = words.many | words.people | words.former | classes["crowd"] | classes["worker"] | _IRREGULAR

    def tell(norm: str) -> int:
        is_of_people = not people.isdisjoint(_forms(norm, language)) or norm.endswith(TRADES)
        told = {*keys(norm, language), *keys_in_phrases(norm, language)}
        met = _PEOPLE * is_of_people
        for at, sign in enumerate(words.signs):
            met |= _OPENS << 2 * at if not told.isdisjoint(sign.phrases) else 0
            met |= _CLOSES << 2 * at if not told.isdisjoint(sign.closers) else 0
        return met | sum(_reason_bit(at, words) for at, reason in enumerate(words.reasons) if reason == norm)

    return WordMemory(tell)


def is_told_by_signs(draft: Draft) -> bool:
    """Tell a protest of which no word says that it is one."""
    return draft.trigger.sense in _ACTS and not draft.echoes


_ACTS = frozenset({"collective-act", "acto-colectivo"})


def _is_act(clause: Clause, taken: set[int], language: str) -> bool:
    verb = clause.verb
    if verb is None or not verb.is_finite or verb.is_negated or verb.head in taken or verb.tense is Tense.SUBJUNCTIVE:
        return False
    words = _words(language)
    return verb.lemma not in words.idle and (clause.object is None or clause.object.lemma not in words.papers)


def _trigger(parse: Parse, clause: Clause, sentence: int, sense: str) -> Trigger:
    assert clause.verb is not None  # noqa: S101 - told by _is_act
    head = clause.verb.head
    word = parse.words[head]
    return Trigger(word.start, word.end, word.text, sentence, head, head, sense, is_verb=True)


def _is_on_people(clause: Clause, parse: Parse, language: str) -> bool:
    """Tell "they were surrounded by a mob": what is done to people, or to somebody unnamed, is another deed."""
    if clause.agent is None:
        return False
    subject = clause.subject
    return subject is None or parse.words[subject.head].tag is Tag.PRONOUN or _is_crowd(subject, parse, language)


# ---------------------------------------------------------------- who


def _is_crowd(group: NounGroup, parse: Parse, language: str) -> bool:
    """Tell many people who may want something from a person, a body of the state, and those who come to look."""
    if group.is_negated:
        return False
    words, classes = _words(language), lexicon(language).classes
    head = parse.words[group.head]
    forms = _forms(head.norm, language) | {head.lemma}
    is_no_outsider = words.outsiders.isdisjoint(forms) and classes["police"].isdisjoint(forms)
    if not is_no_outsider or not classes["official"].isdisjoint(forms - words.many):
        return not words.former.isdisjoint(word.norm for word in parse.words[max(group.first - 1, 0) : group.last])
    is_many = not forms.isdisjoint(words.many)
    is_plural = head.norm.endswith("s") or head.norm != head.lemma or head.norm in _IRREGULAR
    if is_many:
        return True
    is_known = not all(kind.isdisjoint(forms) for kind in (classes["crowd"], classes["worker"], words.people))
    return is_plural and (is_known or is_of_trade(head))


_IRREGULAR = words_of("collective", "irregular")


def _forms(norm: str, language: str) -> set[str]:
    """Give a noun's forms, a feminine in "-a" with its masculine: "vecinas", "vecino"."""
    forms = {norm, *singulars(norm, language)}
    return forms | {f"{form[:-1]}o" for form in forms if form.endswith("a")}


# ---------------------------------------------------------------- why, where, with what


def _is_enough(clause: Clause, parse: Parse, language: str) -> bool:
    """Add up what stands behind the verb, up to the next who acts."""
    words = _words(language)
    assert clause.verb is not None  # noqa: S101 - told by _is_act
    zone = _zone(clause, parse)
    norms: list[tuple[str, ...]] = [keys_in_phrases(parse.words[at].norm, language) for at in zone]
    verb = range(clause.verb.first, clause.verb.last + 1)
    met = [
        sign
        for sign in words.signs
        if any(_begins(sign, norms, at) for at in range(len(norms)) if not (sign.id and zone[at] in verb))
    ]
    total = sum(sign.weight for sign in met if sign.id not in _PLACES)
    total += max((sign.weight for sign in met if sign.id in _PLACES), default=0)
    total += max((_reason(at, zone, parse, words, language) for at in range(len(zone))), default=0)
    if clause.verb.lemma in words.throwing and any(sign.id in _AIMS for sign in met):
        total += words.throwing_weight
    return total >= words.enough


def _begins(sign: _Sign, norms: list[tuple[str, ...]], at: int) -> bool:
    return any(match_phrase(phrase, norms, at) is not None for key in norms[at] for phrase in sign.phrases.get(key, ()))


def _zone(clause: Clause, parse: Parse) -> list[int]:
    """Give the words before the subject and behind the verb that tell of the act: no relative, nobody else's deed."""
    assert clause.verb is not None  # noqa: S101 - told by _is_act
    opening = clause.subject.first if clause.subject is not None else clause.first
    zone = [at for at in range(max(opening - _FRONTED, 0), opening) if _is_fronted(at, clause, parse)]
    for at in range(clause.verb.first, len(parse.words)):
        here = parse.clauses[parse.clause_at[at]]
        if parse.words[at].norm in _ENDS or (here.index != clause.index and _is_anothers(here, clause, parse)):
            break
        if here.index == clause.index or here.kind not in _ASIDE:
            zone.append(at)
    return zone


def _is_fronted(at: int, clause: Clause, parse: Parse) -> bool:
    """Tell "with candles and portraits, …", "singing, …" from a clause that stands before."""
    here = parse.clauses[parse.clause_at[at]]
    return here.index == clause.index or here.kind is ClauseKind.VERBLESS or here.kind is ClauseKind.PARTICIPLE


_FRONTED = 12  # words
_ASIDE = (ClauseKind.RELATIVE, ClauseKind.SUBORDINATE)
_ENDS = frozenset({";", ":", "but", "pero", "although", "aunque"})
_LINKS = word_set(", and y e while mientras")


def _is_anothers(other: Clause, clause: Clause, parse: Parse) -> bool:
    """Tell "… and the mayor called for calm": a main clause that a link opens and that has a subject of its own."""
    if other.kind is not ClauseKind.MAIN or other.subject is None or clause.verb is None:
        return False
    before = parse.words[other.subject.first - 1].norm if other.subject.first else ""
    return other.subject.first > clause.verb.last and before in _LINKS


def _reason(at: int, zone: list[int], parse: Parse, words: _Words, language: str) -> int:
    """Weigh what a preposition rules: "over unpaid wages", "por la falta de agua"."""
    weights = words.reasons.get(parse.words[zone[at]].norm)
    if weights is None:
        return 0
    ruled: set[str] = set()
    for index in zone[at + 1 : at + 1 + _REASON_REACH]:
        word = parse.words[index]
        if word.tag is Tag.MARK or (word.tag is Tag.PREPOSITION and word.norm not in _INSIDE):
            break
        if word.tag is Tag.TIME:
            return 0
        ruled |= {word.norm, word.lemma, *singulars(word.norm, language)}
    return weights[0] if ruled & (words.grievance | words.unfair) else weights[1] if ruled else 0
