"""A clause behind a noun of saying in, whether that is denied out: "rejected claims that police had fired" (S8)."""

from __future__ import annotations

from constancia.coding.clauses.syntax import Clause, NounGroup, Parse, VerbGroup
from constancia.coding.status.status_words import StatusWords
from constancia.coding.word_sets import word_set, words_of


def is_denied_saying(clause: Clause, parse: Parse, words: StatusWords) -> bool:
    """Tell "dismissed as baseless allegations that troops had fired", "called reports that they fired a lie"."""
    saying = next((each for each in parse.nouns if clause.first - 2 <= each.last < clause.first), None)
    if clause.marker not in _THAT or saying is None or saying.lemma not in words.nouns["saying"]:
        return False
    return any(_denies(verb, saying, parse, words) for verb in parse.verbs)


def _denies(verb: VerbGroup, saying: NounGroup, parse: Parse, words: StatusWords) -> bool:
    """Tell whether a verb denies what is said: it stands before and nothing but small words between, or behind."""
    if verb.is_negated:
        return False
    if verb.last < saying.first:
        is_object = saying.first - verb.last <= _REACH and not _is_verb_between(verb, saying, parse)
        is_called_false = words.is_verb("name_for", verb) and any(word.norm in _FALSE for word in parse.words)
        return is_object and (words.is_verb("deny", verb) or words.is_verb("deny_saying", verb) or is_called_false)
    is_state = verb.lemma in _IS and any(word.norm in _FALSE for word in parse.words[verb.last : verb.last + _REACH])
    return is_state or (verb.is_passive and (words.is_verb("deny", verb) or words.is_verb("deny_saying", verb)))


def _is_verb_between(verb: VerbGroup, saying: NounGroup, parse: Parse) -> bool:
    return any(verb.last < other.first and other.last < saying.first for other in parse.verbs)


_REACH = 7  # words from "dismissed" over "as wholly baseless the" to what is said
_THAT = frozenset({"that", "que"})
_IS = word_set("be prove turn ser estar resultar")
_FALSE = words_of("denials", "false")
