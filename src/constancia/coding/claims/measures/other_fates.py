"""What stands behind a figure in, what befell those counted out: "20 fueron multadas", "were among those held"."""

from __future__ import annotations

import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.word_kinds import HUMAN, ON_DUTY, ONE, PEOPLE
from constancia.vocabulary import Measure

BE = (
    r"(?:were|was|are|is|have been|has been|had been|fueron|fue|han sido|ha sido|son|estan|resultaron|quedaron|siguen|"
    r"permanecen|(?:would|will|could|may|might|must|should|can|shall)(?: now| also| soon| then)? (?:be|get|have been)|"
    r"(?:are|is|were|was)(?: now| still)? (?:to be|being|due to be|set to be|expected to be|about to be)|be|being|got|"
    r"get|(?:have|has|had)(?: since| already| now| also)? been|"
    r"sera|seran|seria|serian|estara|estaran|quedaran|habia sido|habian sido|ya han sido|estan siendo|estaban siendo|"
    r"(?:va|van|iba|iban|podran|podrian|deben|deberan) a? ?ser)"
)
# The words that it can begin with: asked first, since most clauses hold none.
BEGINS_BE = frozenset(
    (
        *("were", "was", "are", "is", "have", "has", "had", "would", "will", "could", "may", "might", "must", "should"),
        *("can", "shall", "be", "being", "got", "get", "fueron", "fue", "han", "ha", "son", "estan", "resultaron"),
        *("quedaron", "siguen", "permanecen", "sera", "seran", "seria", "serian", "estara", "estaran", "quedaran"),
        *("habia", "habian", "ya", "estaban", "va", "van", "iba", "iban", "podran", "podrian", "deben", "deberan"),
    )
)
PARTICIPLE = r"(?P<what>\w+(?:ed|ad[oa]s?|id[oa]s?))"
_BEHIND = re.compile(
    rf"(?:\s+(?:more|others?|mas|otr[oa]s))?\s+{BE}\s+(?:(?:not|no|also|still|all|tambien|todos|todavia|\w+ly|\w+mente)\s+)?{PARTICIPLE}\b"
)
_NOUN = re.compile(r"(?P<what>\w{4,}(?:ad[oa]s|id[oa]s))(?:\s.*)?")
# Only the second of two counts leaves its verb out: "23 han sido asesinados y 112 criminalizados en el país".
_SECOND = re.compile(r"(?:ad|id|ed)[oa]?s?\s(?:\w+\s){0,3}(?:y|e|and),?\s+(?:otr[oa]s\s+)?$")
_LAST = re.compile(r"\s*\w+(?:\s+(?:en|por|con|durante|desde|este|esta|segun|entre|a)\b|\s*[,.;:)]|\s*$)")
_AMONG = re.compile(
    r"[^,;.:]{0,30}?\s(?:were|was|are|is|be|being|estan|estaban|figuran|figuraban|se encuentran|se cuentan)\s"
    r"(?:also\s|tambien\s)?(?:among|entre)\s(?:(?:the|those|l[ao]s)\s(?:\d+\s)?|\d+\s)(?:people\s|personas\s)?(?P<what>\w+)"
)


def has_other_fate(noun: str, before: str, after: str, words: FigureWords) -> bool:
    """Tell "… y 112 criminalizados" and "20 fueron multadas", of whom it is told what we do not count.

    `noun` is the figure's own, `before` and `after` are what stands around it, all folded.
    """
    after = _ASIDE.sub(" ", after)
    if _GOES_FREE.match(after):
        return True
    if noun:
        told = _NOUN.fullmatch(noun) if _SECOND.search(before) and _LAST.match(after) else None
    else:
        told = _BEHIND.match(after)
    if told is None or words.begins[noun] & (PEOPLE | ONE | ON_DUTY | HUMAN):
        return False
    return measure_of(told["what"], words) is None and not words.any_verb.match(told["what"])


# "Six, all minors, were freed".
_ASIDE = re.compile(r"^\s*,\s[^,.;:\d]{1,40},\s")


def are_set_free(after: str) -> bool:
    """Tell "1,000 detainees have been released", whose arrest is no news, by the folded words behind their number."""
    return _SET_FREE.match(after) is not None


_SET_FREE = re.compile(
    rf"(?:\s+[\w-]+){{1,3}}?\s+{BE}\s+(?:\w+ly\s+|since\s+|later\s+|all\s+|\w+mente\s+)*"
    r"(?:released|freed|set free|let go|liberated|pardoned|amnestied|acquitted|liberad[oa]s?|excarcelad[oa]s?|"
    r"puest[oa]s? en libertad|indultad[oa]s?|amnistiad[oa]s?|absuelt[oa]s?)\b"
)
# "17 ya recuperaron la libertad", "five walked free": whoever goes free is not taken.
_GOES_FREE = re.compile(
    r"(?:\s+(?:de ell[oa]s|of them)|(?:\s+[a-z]+){1,2},)?(?:\s+(?:ya|luego|despues|have|had|has|later|since))*"
    r"\s+(?:recuper|recobr|obtuv|qued|sali|walked|went)\w*"
    r"(?:\s+\w+){0,2}?\s+(?:libertad|libres?|free)\b"
)


def among_whom(after: str, words: FigureWords) -> tuple[Measure, tuple[int, int]] | None:
    """Read "three journalists were among those held": what befell those among whom they were, and where it stands."""
    match = _AMONG.match(after) if "among " in after or "entre " in after else None
    if match is None:
        return None
    measure = Measure.ARRESTED if match["what"] == "held" else measure_of(match["what"], words)
    return (measure, match.span("what")) if measure is not None else None


def measure_of(word: str, words: FigureWords) -> Measure | None:
    """Give what a noun or participle counts: "held", "muertos"."""
    for patterns in (words.nouns, words.done_to):
        for measure, pattern in patterns.items():
            if pattern.fullmatch(word):
                return measure
    return None
