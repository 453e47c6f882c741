"""The closed classes of a language, and a token among its neighbours while a sentence is tagged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from constancia.coding.clauses.forms import Form
from constancia.coding.clauses.syntax import Tag, Word
from constancia.coding.clauses.word_shapes import is_adverb
from constancia.model import Token
from constancia.words import load_lexicon

_QUOTES = frozenset('"“”«»‹›„‟')


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed classes of a language, as sets of folded words."""

    classes: dict[str, frozenset[str]]
    tags: dict[str, Tag]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.classes.get(name, frozenset())


_TAGGED = (
    ("adjectives", Tag.ADJECTIVE),
    ("adverbs", Tag.ADVERB),
    ("pronouns", Tag.PRONOUN),
    ("determiners", Tag.DETERMINER),
    ("relatives", Tag.RELATIVE),
    ("prepositions", Tag.PREPOSITION),
    ("subordinators", Tag.SUBORDINATOR),
    ("conjunctions", Tag.CONJUNCTION),
    ("modals", Tag.MODAL),
    ("auxiliary_contractions", Tag.AUXILIARY),
    ("negations", Tag.NEGATION),
    ("numbers", Tag.NUMBER),
)


@lru_cache(2)
def grammar(language: str) -> Grammar:
    """Load the closed classes of a language; where a word stands in several, the later of `_TAGGED` wins."""
    classes = {name: frozenset(words.split()) for name, words in load_lexicon(language, "grammar").items()}
    tags = {
        word: tag for name, tag in _TAGGED for word in classes.get(name, ()) if name != "modals" or language == "en"
    }
    if language == "es":
        tags |= dict.fromkeys(
            ("el", "la", "los", "las", "lo", "un", "una", "unos", "unas", "al", "del"), Tag.DETERMINER
        )
        tags |= {"ningun": Tag.DETERMINER, "ninguna": Tag.DETERMINER, "al": Tag.PREPOSITION, "del": Tag.PREPOSITION}
        tags |= {"segun": Tag.PREPOSITION, "donde": Tag.RELATIVE, "sin": Tag.PREPOSITION, "se": Tag.REFLEXIVE}
    else:
        tags |= {"no": Tag.DETERMINER, "without": Tag.PREPOSITION, "that": Tag.RELATIVE, "to": Tag.PREPOSITION}
    return Grammar(classes, tags)


def plain_tag(token: Token, words: Grammar) -> Tag | None:
    """Tag a token by what it is alone: a word of a closed class, a number, a mark; None where neighbours decide."""
    norm = token.norm
    tag = words.tags.get(norm)
    if tag is not None:
        return tag
    if norm[0].isdigit():
        return Tag.NUMBER
    if not norm[0].isalnum():
        if norm[0] == "'" and len(norm) > 1:
            return Tag.DETERMINER
        return Tag.QUOTE if token.text in _QUOTES else Tag.MARK
    return Tag.ADVERB if is_adverb(norm, words["nouns_in_ly"]) else None


@dataclass(frozen=True, slots=True)
class TokenPlace:
    """A token among its neighbours while a sentence is tagged from left to right."""

    tokens: Sequence[Token]
    index: int
    tagged: list[tuple[Word, Form | None]]
    words: Grammar
    is_capitals: bool

    @property
    def norm(self) -> str:
        """The folded word."""
        return self.tokens[self.index].norm

    @property
    def before(self) -> Tag | None:
        """The tag of the word before."""
        return self.tagged[-1][0].tag if self.tagged else None

    @property
    def before_norm(self) -> str:
        """The folded word before; empty at the start."""
        return self.tagged[-1][0].norm if self.tagged else ""

    @property
    def after_norm(self) -> str:
        """The folded word behind; empty at the end."""
        return self.tokens[self.index + 1].norm if self.index + 1 < len(self.tokens) else ""

    @property
    def after(self) -> Tag | None:
        """The tag that the word behind has alone; a mark at the end."""
        if self.index + 1 >= len(self.tokens):
            return Tag.MARK
        return plain_tag(self.tokens[self.index + 1], self.words)

    def verb_before(self) -> Form | None:
        """Give the verb that stands before, over adverbs, negations and pronouns."""
        for word, form in reversed(self.tagged):
            if form is not None:
                return form
            if word.tag not in (Tag.ADVERB, Tag.NEGATION, Tag.PRONOUN, Tag.REFLEXIVE):
                return None
        return None
