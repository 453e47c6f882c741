"""A figure of arrests in its sentence in, whether a court decides on those arrested before out: nobody is arrested."""

from __future__ import annotations

import re

from constancia.coding.claims.figures import Figure, Line
from constancia.coding.claims.lexicon import FigureWords
from constancia.vocabulary import Measure

# "Ten of the 18 people arrested", "siete de los detenidos": a part of those who were counted already.
_OF_THOSE = re.compile(
    r"(?:.{0,30} )?(?:of|de|entre|among) (?:the|those|these|its|them|whom|los|las|ell[oa]s)\b(?! (?:town|city|ciudad))"
)
# "Arrest warrants for two leaders", "house arrest to five": nobody is taken.
_WARRANT = re.compile(
    r"(?:\bwarrants?|\b(?:ordenes|orden) de (?:captura|detencion|arresto|aprehension|busqueda)|\bhouse arrest|"
    r"\b(?:prision|arresto|detencion) domiciliari[oa])\b[^,;:]{0,40}$"
)
_FEW_WORDS = 3  # between the decision and the number: "freed on bail the other nine"


def is_judged(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell "the judge released ten of the 18 arrested and remanded four" from an arrest of ten or of four."""
    if figure.measure is Measure.ARRESTED and _WARRANT.search(line.before(figure)):
        return True
    if figure.measure is not Measure.ARRESTED or not words.court.search(line.folded):
        return False
    if _OF_THOSE.match(line.after(figure).lstrip()) or _OF_THOSE.match(line.words(figure.start, figure.end)):
        return True
    decided = [match.end() for match in words.decided.finditer(line.before(figure))]
    return bool(decided) and len(line.before(figure)[decided[-1] :].split()) <= _FEW_WORDS
