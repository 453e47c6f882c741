"""The nouns of shallow parsing: the words of a sentence, its verb groups, noun groups and clauses.

All numbers are indexes of words in `Parse.words`, both ends inclusive; `Word` keeps the offsets in the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tag(StrEnum):
    """What a word does in its sentence, as far as attaching needs it."""

    NOUN = "noun"
    VERB = "verb"
    AUXILIARY = "auxiliary"
    MODAL = "modal"
    DETERMINER = "determiner"
    NUMBER = "number"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    SUBORDINATOR = "subordinator"
    RELATIVE = "relative"
    PRONOUN = "pronoun"
    REFLEXIVE = "reflexive"
    NEGATION = "negation"
    ADVERB = "adverb"
    ADJECTIVE = "adjective"
    TIME = "time"
    QUOTE = "quote"
    MARK = "mark"


class Tense(StrEnum):
    """The time and mood of a verb group; English and Spanish share them."""

    PRESENT = "present"
    PAST = "past"
    FUTURE = "future"
    CONDITIONAL = "conditional"
    SUBJUNCTIVE = "subjunctive"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    PARTICIPLE = "participle"


class ClauseKind(StrEnum):
    """How a clause hangs in its sentence; `marker` of the clause is the word that opens it."""

    MAIN = "main"
    RELATIVE = "relative"
    SUBORDINATE = "subordinate"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"
    VERBLESS = "verbless"


@dataclass(frozen=True, slots=True)
class Word:
    """A token with its tag; `lemma` is the dictionary form of a verb or the singular of a noun, folded."""

    start: int
    end: int
    text: str
    norm: str
    tag: Tag
    lemma: str


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries: "had not been arrested", "sigue bloqueando", "to march"."""

    first: int
    last: int
    head: int
    lemma: str
    tense: Tense
    is_perfect: bool = False
    is_progressive: bool = False
    is_passive: bool = False
    is_negated: bool = False
    is_reflexive: bool = False
    modal: str | None = None

    @property
    def is_finite(self) -> bool:
        """Whether it can carry a clause of its own."""
        return self.tense not in (Tense.INFINITIVE, Tense.GERUND, Tense.PARTICIPLE)


@dataclass(frozen=True, slots=True)
class NounGroup:
    """A noun with what stands before it; `preposition` is the folded preposition that governs it, if any."""

    first: int
    last: int
    head: int
    lemma: str
    preposition: str | None = None
    is_definite: bool = False
    is_negated: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb group and the noun groups around it; `complements` are those behind a preposition, agent included.

    In the passive, `subject` is who it was done to and `agent` who did it ("by police", "por la policía").
    """

    index: int
    first: int
    last: int
    kind: ClauseKind
    verb: VerbGroup | None
    subject: NounGroup | None = None
    object: NounGroup | None = None
    agent: NounGroup | None = None
    complements: tuple[NounGroup, ...] = ()
    marker: str | None = None
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Parse:
    """A sentence parsed; `clause_at[i]` is the index of the clause that word i stands in."""

    words: tuple[Word, ...]
    verbs: tuple[VerbGroup, ...]
    nouns: tuple[NounGroup, ...]
    clauses: tuple[Clause, ...]
    clause_at: tuple[int, ...]

    def word_at(self, offset: int) -> int:
        """Give the index of the word that holds an offset of the text, or of the first one after it."""
        for index, word in enumerate(self.words):
            if offset < word.end:
                return index
        return len(self.words) - 1

    def clause_of(self, offset: int) -> Clause:
        """Give the clause that holds an offset of the text."""
        return self.clauses[self.clause_at[self.word_at(offset)]]
