"""A figure in its sentence in, whether what it counts was not done out: judged, hoped for, to come, or never real."""

from __future__ import annotations

import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import HARM, Figure, Line
from constancia.coding.clauses.syntax import Tense
from constancia.coding.harm_verbs import DIES, HURTS, KILLS
from constancia.coding.status.status_words import StatusWords
from constancia.coding.status.verb_status import has_condition
from constancia.coding.word_sets import words_of
from constancia.vocabulary import Measure

_PART = re.compile(r"[;:.]")
# "Ten of the 18 people arrested", "siete de los detenidos": a part of those who were counted already.
_OF_THOSE = re.compile(
    r"(?:.{0,30} )?(?:of|de|entre|among) (?:the|those|these|its|them|whom|los|las|ell[oa]s)\b(?! (?:town|city|ciudad))"
)
# "Arrest warrants for two leaders", "house arrest to five": nobody is taken.
_WARRANT = re.compile(
    r"(?:\bwarrants?|\b(?:ordenes|orden) de (?:captura|detencion|arresto|aprehension|busqueda)|\bhouse arrest|"
    r"\b(?:prision|arresto|detencion) domiciliari[oa])\b[^,;:]{0,40}$"
    r"|\b(?:orden|dispus|dict|decret|libr|solicit|requ|pid|autoriz|seek|sought|issu|request|authori[sz])\w*\s+"
    r"(?:la |el |the |their )?(?:captura|detencion|arresto|aprehension|encarcelamiento|arrests?|detention)"
    r"(?: \w+)? (?:de|del|contra|of|against)\b[^,;:]{0,20}$"
)
_FEW_WORDS = 3  # between the decision and the number: "freed on bail the other nine"


def is_not_done(line: Line, figure: Figure, words: FigureWords, status: StatusWords) -> bool:
    """Tell what a court decides, what was only hoped for or may come, and what would have been."""
    is_open = _is_judged(line, figure, words) or _is_unreached(line, figure, words)
    return is_open or _is_unreal(line, figure, status)


def _is_judged(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell "the judge released ten of the 18 arrested and remanded four" from an arrest of ten or of four."""
    if figure.measure is Measure.ARRESTED and _WARRANT.search(line.before(figure)):
        return True
    if figure.measure is not Measure.ARRESTED or not words.court.search(line.folded):
        return False
    if _is_sentenced(line, figure, words):
        return True
    if _OF_THOSE.match(line.after(figure).lstrip()) or _OF_THOSE.match(line.words(figure.start, figure.end)):
        return True
    decided = [match.end() for match in words.decided.finditer(line.before(figure))]
    return bool(decided) and len(line.before(figure)[decided[-1] :].split()) <= _FEW_WORDS


def _is_sentenced(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell "judges jailed two men for the killing" from "police jailed two men"."""
    before = line.before(figure)
    verb = _JAILED.search(before)
    return verb is not None and words.court.search(before[: verb.start()]) is not None


_JAILED = re.compile(r"\b(?:jail|imprison|incarcerat|encarcel|reclu)\w*\s+(?:\w+\s+){0,3}$")


def _is_unreached(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell "had expected 900", "authorised for 900" and "could climb past 50" from counts.

    None of them says how many were there, or what a deed did (codebook, S7).
    """
    before = _PART.split(line.before(figure))[-1]
    if figure.measure is Measure.PARTICIPANTS and words.hoped.search(before):
        return True
    return figure.measure in HARM and not figure.is_single and bool(words.may_rise.search(before))


def _is_unreal(line: Line, figure: Figure, words: StatusWords) -> bool:
    """Tell a real condition (codebook, C2) from rumour: "habría tres heridos" with no "si"; "dozens could die" is none.

    "May have died" is a rumour, and only counts as unconfirmed.
    """
    if line.parse is None or figure.governor is None:
        return False
    parse = line.parse()
    verb = parse.clauses[parse.clause_at[parse.word_at(figure.governor[0])]].verb
    is_ahead = verb is not None and verb.modal in _MAY and not verb.is_perfect and figure.measure in HARM
    if is_ahead and verb is not None and verb.lemma in _BEFALLS:
        return True
    is_would = verb is not None and verb.tense is Tense.CONDITIONAL and verb.is_perfect
    return is_would and has_condition(parse, words)


_MAY = words_of("not_done", "may")
_BEFALLS = DIES | HURTS | KILLS | words_of("not_done", "befalls")
