"""A figure in its sentence in, whether it counts what would have happened out: "dozens would have been hurt if …"."""

from __future__ import annotations

from constancia.coding.claims.figures import Figure, Line
from constancia.coding.clauses.syntax import Tense
from constancia.coding.status.status_words import StatusWords
from constancia.coding.status.verb_status import has_condition


def is_unreal(line: Line, figure: Figure, words: StatusWords) -> bool:
    """Tell a real condition (codebook, C2) from rumour: "habría tres heridos" with no "si"."""
    if line.parse is None or figure.governor is None:
        return False
    parse = line.parse()
    verb = parse.clauses[parse.clause_at[parse.word_at(figure.governor[0])]].verb
    is_would = verb is not None and verb.tense is Tense.CONDITIONAL and verb.is_perfect
    return is_would and has_condition(parse, words)
