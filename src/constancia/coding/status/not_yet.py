"""A deed's verb in, out whether it is yet to be done ("have yet to arrest") or only feared ("afraid of being shot")."""

from __future__ import annotations

from itertools import pairwise

from constancia.coding.clauses.syntax import Clause, Parse, Tense, VerbGroup
from constancia.coding.word_sets import words_of


def is_yet_to(clause: Clause, parse: Parse) -> bool:
    """Read "have yet to arrest anyone", "are yet to be arrested", "queda por capturar", "falta detener a dos"."""
    verb = clause.verb
    if verb is None:
        return False
    before = _before(verb, parse)
    if verb.tense is Tense.INFINITIVE and verb.first == verb.head and before in ("por", "para"):
        before = parse.words[verb.first - 2].norm if verb.first > 1 else ""
    if before in _LEFT_TO_DO:
        return True
    opening = [word.norm for word in parse.words[max(verb.first - _OPENING, 0) : verb.head]]
    return any(word in _YET and after == "to" for word, after in pairwise(opening))


def is_feared(verb: VerbGroup, parse: Parse) -> bool:
    """Read "afraid of being shot", "to avoid being arrested", "por temor a ser detenidos"."""
    if parse.words[verb.first].norm not in _BEING or not verb.is_passive:
        return False
    at = verb.first - 1
    if at > 0 and parse.words[at].norm in _LINKS:
        at -= 1
    return at >= 0 and parse.words[at].norm in _FEARED


def _before(verb: VerbGroup, parse: Parse) -> str:
    return parse.words[verb.first - 1].norm if verb.first else ""


_OPENING = 4
_YET = words_of("not_yet", "yet")
_LEFT_TO_DO = words_of("not_yet", "left_to_do")
_FEARED = words_of("not_yet", "feared")
_BEING = words_of("not_yet", "being")
_LINKS = words_of("not_yet", "feared_links")
