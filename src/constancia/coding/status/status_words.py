"""The words that decide a status, from status.toml, and what a decision looks like."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from constancia.coding.clauses.syntax import Clause, Parse, Tense, VerbGroup
from constancia.vocabulary import Status
from constancia.words import load_lexicon

KEPT_FROM = "S5 kept from it"


@dataclass(frozen=True, slots=True)
class Finding:
    """A status, or None where the words assert nothing (rules E1, E2, S12), and the rule and words behind it."""

    status: Status | None
    why: str
    is_bare: bool = False  # a noun that no verb, date or place makes specific
    is_general: bool = False  # not even in a headline


@dataclass(frozen=True, slots=True)
class StatusWords:
    """The classes of status.toml."""

    verbs: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]
    phrases: dict[str, tuple[str, ...]]

    def is_verb(self, name: str, verb: VerbGroup | None) -> bool:
        """Tell whether a verb group belongs to a class."""
        return verb is not None and verb.lemma in self.verbs[name]


@lru_cache(2)
def status_words(language: str) -> StatusWords:
    """Load the status words of a language."""
    data = load_lexicon(language, "status")
    return StatusWords(
        {name: frozenset(words.split()) for name, words in data["verbs"].items()},
        {name: frozenset(words.split()) for name, words in data["nouns"].items()},
        {name: tuple(f" {phrase} " for phrase in phrases) for name, phrases in data["phrases"].items()},
    )


def words_if(words: StatusWords) -> frozenset[str]:
    """Give the single words that open a condition."""
    return frozenset(phrase.strip() for phrase in words.phrases["if"] if " " not in phrase.strip())


def clause_words(parse: Parse, clause: Clause) -> str:
    """Give the folded words of a clause between spaces, to be searched for phrases."""
    return " " + " ".join(word.norm for word in parse.words[clause.first : clause.last + 1]) + " "


def is_light(verb: VerbGroup, words: StatusWords) -> bool:
    """Tell whether a verb only carries out its object: "staged a sit-in", "realizaron un plantón"."""
    return words.is_verb("light", verb)


def is_of_law(clause: Clause, parse: Parse, words: StatusWords) -> bool:
    """Tell a charge, trial or verdict from what anybody may say: "protesters accused police of firing"."""
    verb = clause.verb
    if verb is None or not words.is_verb("legal", verb):
        return False
    if not words.is_verb("accuse", verb) or verb.is_passive or verb.tense is Tense.PARTICIPLE or clause.subject is None:
        return True
    subject = parse.words[clause.subject.first : clause.subject.last + 1]
    return any(word.norm in words.nouns["court"] for word in subject)


def opens_condition(marker: str | None, clause: Clause, parse: Parse, words: StatusWords) -> bool:
    """Tell "if they march" from "if talks fail, they will march", whose first verb was taken for a noun."""
    if marker not in words_if(words):
        return False
    verb = clause.verb
    if verb is None or clause.marker != marker:
        return True
    return all(word.norm != "," for word in parse.words[clause.first : verb.first])
