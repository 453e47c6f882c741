"""The lexicon of speech in, each form of its verbs out: what a word may report, and how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from constancia.read.speakers.spanish_verbs import spanish_forms
from constancia.words import fold, load_lexicon
from constancia.words.forms import expand_all
from constancia.words.memory import WordMemory


@dataclass(frozen=True, slots=True)
class CueWord:
    """A form of a reporting verb, or a noun of speech; `shape` is past, present, base, gerund, participle or noun."""

    lemma: str
    group: str
    shape: str
    particles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reporting:
    """The words of speech of one language; `words` of Spanish keep their accents, which tell "afirmó" from "afirmo".

    `cue_words` are asked as a text writes them in Spanish, folded in English; `openers` open a phrase or count.
    """

    words: Mapping[str, CueWord]
    phrase_starts: Mapping[str, tuple[tuple[str, ...], ...]]
    hearers: frozenset[str]
    nouns: frozenset[str]
    again: frozenset[str]
    figures: frozenset[str]
    counted: frozenset[str]
    outlet: tuple[str, ...]
    cue_words: WordMemory[CueWord | None]
    openers: frozenset[str]


@cache
def reporting_lexicon(language: str) -> Reporting:
    """Compile the lexicon `reporting` of one language."""
    lexicon = load_lexicon(language, "reporting")
    particles = {lemma: frozenset(map(fold, words)) for lemma, words in lexicon["particles"].items()}
    words: dict[str, CueWord] = {}
    for group, lemmas in lexicon["verbs"].items():
        for lemma in lemmas:
            for form, shape in _verb_forms(language, lemma, lexicon["irregular"].get(lemma)):
                cue = CueWord(fold(lemma), group, shape, particles.get(lemma, frozenset()))
                words.setdefault(form.lower() if language == "es" else fold(form), cue)
    nouns = frozenset(fold(noun) for noun in expand_all(lexicon["nouns"]["words"]))
    for noun in nouns:
        words.setdefault(noun, CueWord(noun, "noun", "noun", frozenset()))
    phrases = sorted(
        (tuple(fold(phrase).split()) for phrase in lexicon["phrases"]["before_source"]), key=len, reverse=True
    )
    starts = {phrase[0]: tuple(each for each in phrases if each[0] == phrase[0]) for phrase in phrases}
    hearers, again = (frozenset(map(fold, lexicon[name]["words"])) for name in ("hearers", "again"))
    figures = frozenset(map(fold, lexicon.get("figures", {}).get("words", ())))
    counted = frozenset(map(fold, lexicon["counted"]["words"]))
    outlet = tuple(map(fold, lexicon["outlet"]["words"]))
    cue_words = WordMemory(lambda word: words.get(word.lower()))
    return Reporting(words, starts, hearers, nouns, again, figures, counted, outlet, cue_words, figures.union(starts))


def _verb_forms(language: str, lemma: str, irregular: Any) -> Iterator[tuple[str, str]]:
    if language == "es":
        return spanish_forms(lemma, irregular or [])
    return _english_forms(lemma, irregular or {})


def _english_forms(lemma: str, irregular: dict[str, str]) -> Iterator[tuple[str, str]]:
    stem = lemma.removesuffix("e")
    with_i = lemma[:-1] + "i" if lemma.endswith("y") and lemma[-2] not in "aeiou" else None
    past = irregular.get("past", f"{with_i or stem}ed")
    yield past, "past"
    if "participle" in irregular:
        yield irregular["participle"], "participle"
    third = f"{with_i}es" if with_i else lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else "s")
    yield irregular.get("third", third), "present"
    yield irregular.get("gerund", f"{lemma if lemma.endswith(('ee', 'ye')) else stem}ing"), "gerund"
    yield lemma, "base"
