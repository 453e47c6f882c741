"""A figure in its sentence in, the verb right before it out, whose object it is: "killed two men and trapped 50"."""

from __future__ import annotations

import re
from functools import cache

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure, Line
from constancia.coding.clauses.syntax import Tense, VerbGroup
from constancia.words import load_lexicon

_LANGUAGES = ("en", "es")


def verb_of_its_own(line: Line, figure: Figure, words: FigureWords) -> str | None:
    """Give the lemma of the verb that a figure is the object of, if it says nothing of harm, of a crowd or of counting.

    What a verb before that one says is of others: of "killed 14 and freed 32" only the 14 were killed.
    """
    if figure.is_single or line.parse is None or _OF_THOSE.match(line.words(figure.end, line.end)):
        return None
    left = _LEFT.search(line.words(line.start, figure.start))
    if left is not None:
        return None if words.any_verb.match(left["how"]) else left["how"]
    verb = _verb_right_before(line, figure) if _may_be_verb(line, figure) else None
    if verb is None or verb.is_passive or not _takes_object(verb) or verb.lemma in _verbs("says_count"):
        return None
    parse = line.parse()
    said = line.words(parse.words[verb.head].start, figure.end)
    if words.any_verb.match(said) or words.giving.match(said) or words.crowd.match(said):
        return None
    return verb.lemma


# "Released ten of the 18 people arrested": what befell the whole befell its part.
_OF_THOSE = re.compile(r"\s+(?:of|de) (?:the|those|these|its|l[oa]s|es[oa]s|ell[oa]s)\b")


# "Dejó atrapados a 50", "dejaron sin casa a 300".
_LEFT = re.compile(
    r"\bdej(?:o|aron|a|an|ado|ando|ar) (?P<how>(?:\w+[ai]d[oa]s?|sin \w+|en la \w+))(?: (?:bajo|en) \w+)?"
    r" a (?:(?:mas de|cerca de|al menos|casi|otr[oa]s|un[oa]s) )*$"
)


def _takes_object(verb: VerbGroup) -> bool:
    """Tell "trapped 50" and "a truck carrying 33" from what is only to be done."""
    return verb.is_finite or verb.tense is Tense.GERUND


def sets_free(lemma: str | None) -> bool:
    """Tell whether a verb ends what befell its object: "rescued 21 kidnapped traders"."""
    return lemma in _verbs("frees")


def keeps_alive(line: Line, figure: Figure, lemma: str | None) -> bool:
    """Tell "saved 12 lives" and "saved the lives of two students" from lives that were lost."""
    if figure.noun.startswith(_LIVES):
        return sets_free(lemma)
    before = line.words(line.start, figure.start)
    return _LIFE.search(before) is not None if before.endswith(_OF) else False


_LIVES = ("lives", "vidas")
_OF = (" of ", " de ", " a ")
_LIFE = re.compile(
    r"\b(?:sav(?:e[ds]?|ing)|spar(?:e[ds]?|ing)|salv\w+|respet\w+)\s(?:the|la)\s(?:lives|life|vidas?)\s(?:of|de|a)\s$"
)


def _may_be_verb(line: Line, figure: Figure) -> bool:
    """Ask the word before a figure before its sentence is parsed: behind "of", "and" or a mark there is no verb."""
    before = line.words(line.start, figure.start).rsplit(None, _BETWEEN + 1)[-_BETWEEN - 1 :]
    while before and before[-1] in _verbs("between"):
        before.pop()
    return bool(before) and before[-1].isalpha() and before[-1] not in _verbs("no_verb")


def _verb_right_before(line: Line, figure: Figure) -> VerbGroup | None:
    parse = line.parse() if line.parse is not None else None
    if parse is None:
        return None
    at = parse.word_at(figure.start) - 1
    steps = 0
    while at > 0 and steps < _BETWEEN and parse.words[at].norm in _verbs("between"):
        at -= 1
        steps += 1
    return next((verb for verb in parse.verbs if verb.head == at), None)


_BETWEEN = 3  # words between a verb and the number of its object: "freed at least another"


@cache
def _verbs(name: str) -> frozenset[str]:
    tables = (load_lexicon(language, "figures")["own_verb"] for language in _LANGUAGES)
    return frozenset(word for table in tables for word in table[name])


def is_doer(line: Line, figure: Figure, verb_start: int) -> bool:
    """Tell whether those counted did to somebody else what a verb behind them says: "two men wounded a clerk"."""
    if line.parse is None:
        return False
    parse = line.parse()
    at = parse.word_at(verb_start)
    clause = parse.clauses[parse.clause_at[at]]
    verb = clause.verb
    if verb is None or not verb.first <= at <= verb.last or verb.is_passive or clause.object is None:
        return False
    is_before = clause.subject is not None and parse.words[clause.subject.first].start <= figure.end
    return verb.tense is Tense.PAST and is_before and clause.object.first > verb.last
