"""The trigger lexicons in, fast look-up tables out: senses by verb, by noun and by phrase, idioms, word classes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from constancia.coding.clauses.forms import singulars, verb_forms
from constancia.vocabulary import EventType, Form, Mode, Role, Status
from constancia.words import fold, load_lexicon
from constancia.words.memory import WordMemory

_GAPS = {"*": 4, "**": 16}
"""How many words each sign of a gap may stand for; neither passes over a mark."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What a trigger means: one [[sense]] of the lexicon.

    A sense with a `doer` says something only where somebody of that role is told to have done it; where it is their
    duty, "did not" is a failure to act. What `implies` a role nobody else does: where no one is named, they did it.
    """

    id: str
    type: EventType
    mode: Mode | None
    form: Form | None
    need: tuple[str, ...] = ()
    veto: tuple[str, ...] = ()
    who: str | None = None
    spares: str | None = None  # what it is never done to: a rally that "was held" is under no arrest
    is_weak: bool = False
    is_legal: bool = False
    is_transitive: bool = False
    is_reflexive_other: bool = False  # with "se" the verb means something else
    status: Status | None = None
    doer: Role | None = None
    is_duty: bool = False
    implies: Role | None = None
    lets_read: bool = False  # no deed by itself, and yet a page with it is read
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase word by word: the words that may stand there; None is a gap; `optional` marks what may be left out.

    `widths` gives how many words a gap may stand for.

    The first `taken` steps are the trigger; the rest must follow, but stay free for triggers of their own. `last` is
    the last step that may not be left out: where none of its words stands, the phrase need not be tried, and so where
    none of its `last_bits`, or of its `last_marks`, is among those of the words that stand there (see `bits_of`).
    """

    steps: tuple[frozenset[str] | None, ...]
    optional: tuple[bool, ...]
    widths: tuple[int, ...]
    taken: int
    sense: Sense | None
    last: frozenset[str] = frozenset()
    last_bits: int = 0
    last_marks: int = 0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All triggers of a language; `phrases` are listed under each word that they may begin with.

    `gate` are words of which one must stand in a text that is worth reading; those of `doers_gate` count beside a word
    for whoever must have done it. `reflexives` are Spanish verbs that count only with "se": "manifestarse".
    `open_act` is the sense of whatever else those whose routine work is listed are told to do.
    """

    senses: dict[str, Sense]
    verbs: dict[str, Sense]
    nouns: dict[str, Sense]
    phrases: dict[str, tuple[Phrase, ...]]
    classes: dict[str, frozenset[str]]
    gate: frozenset[str]
    doers_gate: frozenset[str]
    reflexives: frozenset[str]
    open_act: Sense


def is_of_any(words: set[str], classes: dict[str, frozenset[str]], names: tuple[str, ...]) -> bool:
    """Tell whether a word is of one of several classes, which are large: they are not put together for it."""
    return any(not words.isdisjoint(classes[name]) for name in names)


def keys(norm: str, language: str) -> tuple[str, ...]:
    """Give what a folded word may be listed as: itself, its verbs, its singulars."""
    return (_SPANISH_KEYS if language == "es" else _ENGLISH_KEYS)[norm]


_SPANISH_KEYS = WordMemory(lambda norm: _keys(norm, "es"))
_ENGLISH_KEYS = WordMemory(lambda norm: _keys(norm, "en"))


def _keys(norm: str, language: str) -> tuple[str, ...]:
    road = ("carretera" if language == "es" else "road",) if _ROAD_NUMBER.fullmatch(norm) else ()
    forms = (form.lemma for form in verb_forms(norm, language))
    return tuple(dict.fromkeys((norm, *forms, *singulars(norm, language), *road)))


# "The N1", "la RN-9", "the A12", "I-95": letters and digits by which countries number their roads; rifles and aircraft
# ("M16", "AK-47", "F-16", "B-52"), summits ("G20") and the like are none of them.
_ROAD_NUMBER = re.compile(
    r"(?!m-?16$|m-?4a|b-?52$|b-?12$|c-?130$|c-?4$|e-?mail)"
    r"(?:a|b|c|e|i|m|n|r|s|ap|br|bi|ca|cv|nh|np|ns|pe|rd|rn|rp|rs|sp|sr|us|va|vt)-?\d{1,4}"
)


@lru_cache(2)
def lexicon(language: str) -> Lexicon:
    """Load the triggers of a language."""
    data = load_lexicon(language, "triggers")
    classes = {name: frozenset(words.split()) for name, words in data["class"].items()}
    senses: dict[str, Sense] = {}
    verbs: dict[str, Sense] = {}
    nouns: dict[str, Sense] = {}
    phrases: dict[str, list[Phrase]] = {}
    gate: set[str] = set()
    reflexives: set[str] = set()
    doers: set[str] = set()
    routine = load_lexicon(language, "policing")
    collective = load_lexicon(language, "collective")
    for rank, row in enumerate([*data["sense"], *routine["sense"], *collective["sense"]]):
        sense = _sense(row, rank)
        senses[sense.id] = sense
        for lemma in row.get("verbs", "").split():
            verbs.setdefault(lemma.removesuffix("se") if language == "es" else lemma, sense)
            if language == "es" and lemma.endswith("se"):
                reflexives.add(lemma.removesuffix("se"))
        for lemma in row.get("nouns", "").split():
            nouns.setdefault(lemma, sense)
        opens = set() if row.get("quiet") else gate if sense.doer is None else doers
        opens.update(row.get("nouns", "").split())
        opens.update(lemma.removesuffix("se") if language == "es" else lemma for lemma in row.get("verbs", "").split())
        for text in row.get("phrases", ()):
            for phrase in compile_phrases(text, sense, classes):
                _index(phrases, phrase)
                opens.update(_rarest(phrase))
    for text in data["idioms"]["phrases"]:
        for phrase in compile_phrases(text, None, classes):
            _index(phrases, phrase)
    table = {word: tuple(rows) for word, rows in phrases.items()}
    gates = frozenset(gate), frozenset(doers)
    return Lexicon(senses, verbs, nouns, table, classes, *gates, frozenset(reflexives), senses[routine["open_act"]])


def _sense(row: dict[str, Any], rank: int) -> Sense:
    return Sense(
        id=row["id"],
        type=EventType(row["type"]),
        mode=Mode(row["mode"]) if "mode" in row else None,
        form=Form(row["form"]) if "form" in row else None,
        need=_names(row.get("need")),
        veto=_names(row.get("veto")),
        who=row.get("who"),
        spares=row.get("spares"),
        is_weak=row.get("weak", False),
        is_legal=row.get("legal", False),
        is_transitive=row.get("transitive", False),
        is_reflexive_other=row.get("not_reflexive", False),
        status=Status(row["status"]) if "status" in row else None,
        doer=Role(row["doer"]) if "doer" in row else None,
        is_duty=row.get("duty", False),
        implies=Role(row["implies"]) if "implies" in row else None,
        lets_read=row.get("lets_read", False),
        rank=rank,
    )


def _names(value: str | list[str] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def compile_phrases(text: str, sense: Sense | None, classes: dict[str, frozenset[str]]) -> Iterable[Phrase]:
    """Compile a phrase; a choice of several words ("cut_off") makes a phrase of its own."""
    rows: list[list[str]] = [[]]
    for step in fold(text).split():
        plain = [choice for choice in step.split("|") if "_" not in choice]
        wide = [choice.split("_") for choice in step.split("|") if "_" in choice]
        rows = [row + more for row in rows for more in ([["|".join(plain)]] if plain else []) + wide]
    return [_phrase(row, sense, classes) for row in rows]


def _phrase(row: list[str], sense: Sense | None, classes: dict[str, frozenset[str]]) -> Phrase:
    steps: list[frozenset[str] | None] = []
    optional: list[bool] = []
    widths: list[int] = []
    taken = len(row)
    for position, step in enumerate(row):
        if step.startswith("="):
            taken = min(taken, position)
        widths.append(_GAPS.get(step.lstrip("="), 0))
        if widths[-1]:
            steps.append(None)
            optional.append(True)
            continue
        words: set[str] = set()
        for choice in step.lstrip("=").split("|"):
            words |= classes[choice[1:]] if choice.startswith("$") and choice[1:] in classes else {choice}
        optional.append("-" in words)
        steps.append(frozenset(words - {"-"}))
    needed = [step for step, may_lack in zip(steps, optional, strict=True) if step is not None and not may_lack]
    return Phrase(
        tuple(steps),
        tuple(optional),
        tuple(widths),
        taken,
        sense,
        needed[-1],
        bits_of(needed[-1]),
        marks_of(needed[-1]),
    )


def bits_of(words: Iterable[str]) -> int:
    """Give a number that shares a bit with that of any set that shares a word: one look tells most sets apart."""
    bits = 0
    for word in words:
        bits |= 1 << hash(word) % _BITS
    return bits


def marks_of(words: Iterable[str]) -> int:
    """Give such a number by another part of the hash: what `bits_of` lets pass by chance, this seldom does."""
    marks = 0
    for word in words:
        marks |= 1 << hash(word) // _BITS % _BITS
    return marks


_BITS = 61  # what a machine word holds, less what an object takes


def _index(phrases: dict[str, list[Phrase]], phrase: Phrase) -> None:
    first = cast("frozenset[str]", phrase.steps[0])
    for word in first:
        phrases.setdefault(word, []).append(phrase)


def _rarest(phrase: Phrase) -> Iterable[str]:
    """Choose the step whose words say most: long words, few of them."""
    steps = [step for step, optional in zip(phrase.steps, phrase.optional, strict=True) if step and not optional]
    return max(steps, key=lambda step: min(len(word) for word in step) * 10 - len(step))


def match_phrase(phrase: Phrase, words: list[tuple[str, ...]], start: int) -> int | None:
    """Give the index after the trigger of a phrase that begins at `start`, or None; a mark is ",", without keys."""
    ends = _match(phrase, 0, words, start)
    return None if ends is None else ends[min(phrase.taken, len(ends)) - 1]


def _match(phrase: Phrase, step: int, words: list[tuple[str, ...]], at: int) -> tuple[int, ...] | None:  # noqa: PLR0911 - a rule a line, the first that fits
    """Match the steps from `step` on; give where each of them ends."""
    if step == len(phrase.steps):
        return ()
    wanted = phrase.steps[step]
    if wanted is None:
        for skipped in range(phrase.widths[step] + 1):
            if skipped and (at + skipped > len(words) or _closes_gap(words[at + skipped - 1])):
                return None
            ends = _match(phrase, step + 1, words, at + skipped)
            if ends is not None:
                return (at + skipped, *ends)
        return None
    if at < len(words) and (any(key in wanted for key in words[at]) or (not words[at] and "," in wanted)):
        ends = _match(phrase, step + 1, words, at + 1)
        if ends is None and phrase.sense is not None and _is_before_auxiliary(words, at):
            ends = _match(phrase, step + 1, words, at + 2)
        if ends is not None:
            return (at + 1, *ends)
    if phrase.optional[step]:
        ends = _match(phrase, step + 1, words, at)
        return None if ends is None else (at, *ends)
    return None


def _is_before_auxiliary(words: list[tuple[str, ...]], at: int) -> bool:
    """Tell "se habían reunido frente a" from "se reunieron frente a": the same to a phrase."""
    return "se" in words[at] and at + 1 < len(words) and not _AUXILIARIES.isdisjoint(words[at + 1])


_AUXILIARIES = frozenset({"ha", "han", "habia", "habian", "haya", "hayan", "hubieran", "hubiera", "hubiesen"})


def _closes_gap(keys_of_word: tuple[str, ...]) -> bool:
    """Tell what no gap passes over: a mark, and the word that opens a clause of its own."""
    return not keys_of_word or keys_of_word[0] in _CLAUSE_OPENERS


_CLAUSE_OPENERS = frozenset(
    {"where", "who", "whom", "which", "whose", "when", "while", "donde", "quien", "quienes", "cuando", "mientras"}
)
