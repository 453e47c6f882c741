"""A figure in its sentence in, the verb out by which those counted are told to have died of what hurt them."""

from __future__ import annotations

import re
from functools import cache

from constancia.coding.claims.line import Figure, Line
from constancia.coding.claims.word_kinds import DYING
from constancia.words import load_lexicon

_LANGUAGES = ("en", "es")


def death_behind(line: Line, figure: Figure) -> tuple[int, int] | None:
    """Give the span of the verb in "two students shot by police on Monday have died": they were killed, not hurt.

    Only where they are the subject of that verb.
    """
    if line.parse is None or not line.opens & DYING or not _dies().search(line.words(figure.end, line.end)):
        return None
    parse = line.parse()
    at = parse.word_at(figure.start)
    for clause in parse.clauses:
        subject, verb = clause.subject, clause.verb
        if subject is None or verb is None or not subject.first <= at <= subject.last:
            continue
        head = parse.words[verb.head]
        is_told = verb.is_finite and not verb.is_negated and verb.modal is None
        if (
            is_told
            and head.start > figure.end
            and _dies().fullmatch(head.norm)
            and not _is_of_some(line, figure, head.start)
        ):
            return head.start, head.end
    return None


def _is_of_some(line: Line, figure: Figure, at: int) -> bool:
    """Tell "19 wounded, three of whom died": only the three did."""
    others = (other for other in line.figures if figure.end < other.start < at)
    return any(_OF_THEM.match(line.words(other.end, at)) for other in others)


_OF_THEM = re.compile(r"\s*(?:of (?:whom|them|these|those)|de (?:ell[oa]s|l[oa]s cuales|quienes))\b")


@cache
def _dies() -> re.Pattern[str]:
    forms = [form for language in _LANGUAGES for form in load_lexicon(language, "figures")["own_verb"]["dies"]]
    return re.compile(rf"\b(?:{'|'.join(forms)})\b")
