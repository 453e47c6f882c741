"""A figure in its sentence in, what befell those counted out, where fixed words say it: "one fatally", "lost three"."""

from __future__ import annotations

import re

from constancia.coding.claims.figures.singles import is_own_hand
from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure, Line
from constancia.coding.claims.measures.governor import Governor, span_of
from constancia.coding.claims.word_kinds import ON_DUTY, ONE, PEOPLE
from constancia.coding.word_patterns import any_of
from constancia.coding.word_sets import words_of
from constancia.vocabulary import Measure


def by_own_hand(line: Line, figure: Figure) -> Governor | None:
    """Read "before turning the gun on himself", "y luego se suicidó": one more who died."""
    is_own = figure.is_single and is_own_hand(line, figure)
    return Governor(Measure.KILLED, figure.start, figure.end, 0.0) if is_own else None


_SAYS_HOW = re.compile(rf"|(?:(?:of )?them |(?:of )?whom |de ellos )?{any_of('outright', 'fatally')}")


def labelled(line: Line, figure: Figure, words: FigureWords) -> Governor | None:
    """Read "Injured: 47. Arrested: 131, six of them women", "Heridos: 47": the words before the colon are counted."""
    before = line.words(line.start, figure.start)
    label = _LABEL.fullmatch(before) if ":" in before and not figure.is_single else None
    if label is None or words.families.search(label["what"]):
        return None
    for kinds in (words.nouns, words.done_to):
        for measure, pattern in kinds.items():
            if pattern.fullmatch(label["what"]):
                return Governor(measure, line.start, line.start + label.end("what"), 0.0)
    told = _LABELS.get(label["what"])
    return Governor(told, line.start, line.start + label.end("what"), 0.0) if told is not None else None


_LABELS = {"killed": Measure.KILLED, "dead": Measure.KILLED, "held": Measure.ARRESTED, "jailed": Measure.ARRESTED}
_LABEL = re.compile(
    r"\W*(?:total |people |persons |personas )?(?P<what>[\w-]+(?: [\w-]+)?)(?: so far| to date| hasta ahora)?:\s*"
    r"(?:(?:at least|about|some|over|more than|al menos|unos|unas|mas de)\s+)?"
)


def fatally(line: Line, figure: Figure) -> Governor | None:
    """Read "four people were shot, one fatally"."""
    behind = _FATALLY.match(line.words(figure.end, line.end)) if _SAYS_HOW.fullmatch(figure.noun) else None
    return Governor(Measure.KILLED, *span_of(figure.end, behind), 0.0) if behind else None


_FATALLY = re.compile(rf"\s*(?:of (?:them|whom)\s+|de ellos\s+)?{any_of('outright', 'fatally')}\b(?!\s+(?:shot|shoot))")


def taken_captive(line: Line, figure: Figure) -> Governor | None:
    """Read "took two guards hostage", who are not on duty there."""
    is_taken = figure.noun.endswith(_CAPTIVE) and _TAKES.search(line.before(figure)) is not None
    is_taken = (
        is_taken or _AS_HOSTAGES.match(line.words(figure.end, line.end).lstrip().removeprefix(figure.noun)) is not None
    )
    return Governor(Measure.MISSING, figure.start, figure.end, 0.0) if is_taken else None


def held(line: Line, figure: Figure, words: FigureWords) -> Governor | None:
    """Read "protests in Tbilisi; 40 held", where nobody holds anything."""
    if figure.is_single or not (figure.is_bare or words.begins[figure.noun] & PEOPLE):
        return None
    told = _HELD.match(line.after(figure)) if "held" in line.folded else None
    if told is None:
        return None
    return Governor(Measure.ARRESTED, *span_of(figure.end, told), 0.0)


_HELD = re.compile(
    r"\s*(?:(?:[a-z-]+\s){0,2}held\s*(?:[.,;]|$)|(?:have|has|had) (?:so far |already |now )?been held\b"
    r"(?! (?:up|back|hostage|captive|responsible|accountable|liable)\b))"
)
_AS_HOSTAGES = re.compile(r"\s+(?:que\s+(?:[^\W\d]+\s+){1,5})?(?:como|en calidad de|de) rehen(?:es)?\b")
_CAPTIVE = tuple(f" {word}" for word in words_of("outright", "captives"))
_TAKES = re.compile(rf"\b{any_of('outright', 'takes')}\s+(?:[\w-]+\s+){{0,3}}$")


def told_dead(line: Line, figure: Figure) -> Governor | None:
    """Read "dejó un soldado muerto y tres heridos", "left a clerk dead and two hurt": the one was not hurt."""
    if not figure.is_single:
        return None
    dead = _DEAD.search(f" {figure.noun}") or _DEAD.match(line.words(figure.end, line.end))
    return Governor(Measure.KILLED, figure.start, figure.end, 0.0) if dead else None


_DEAD = re.compile(rf"\s+{any_of('outright', 'dead')}\b(?!\s+{any_of('outright', 'never_dead')}\b)")


def told_first(line: Line, figure: Figure) -> Governor | None:
    """Read "Muertos dos comuneros en Ilave", "Desaparecidas tres estudiantes": what befell them opens the sentence."""
    before = line.before(figure)
    told = _FIRST.fullmatch(before) if before and before[0] in _FIRST_LETTERS else None
    if told is None:
        return None
    measure = Measure.KILLED if told["dead"] else Measure.MISSING
    return Governor(measure, *span_of(figure.start - len(before), told), 0.0)


_FIRST = re.compile(
    rf"(?:{any_of('outright', 'found')} )?"
    rf"(?:(?P<dead>{any_of('outright', 'dead_first')})|{any_of('outright', 'missing_first')})"
    rf"(?: {any_of('outright', 'how_many')})* "
)
_OPENINGS = words_of("outright", "found") | words_of("outright", "dead_first") | words_of("outright", "missing_first")
_FIRST_LETTERS = frozenset(word[0] for word in _OPENINGS)


def lost(line: Line, figure: Figure, words: FigureWords) -> Governor | None:
    """Read "the army lost three soldiers", "perdió a tres soldados": they were killed."""
    if not words.begins[figure.noun] & (ON_DUTY | ONE):
        return None
    if line.words(figure.start, figure.end).startswith(_OWN_KIN):
        return None  # who "lost her brother and her mother" mourns those told of elsewhere
    before = line.before(figure)
    match = _LOST.search(before)
    return Governor(Measure.KILLED, *span_of(figure.start - len(before), match), 0.0) if match else None


_OWN_KIN = tuple(f"{word} " for word in words_of("outright", "whose"))
_LOST = re.compile(rf"\b{any_of('outright', 'lost')}\s+(?:a\s+)?(?:(?:otr[oa]s|at least|al menos|another)\s+)?$")


def noun_behind(line: Line, figure: Figure, words: FigureWords) -> Governor | None:
    """Read "fueron 400 los manifestantes y 12 los detenidos": the noun with its article stands behind the number."""
    opening = _THE.match(line.words(figure.end, line.end)) if not figure.is_single else None
    if opening is None:
        return None
    at = figure.end + opening.end()
    zone = line.words(at, line.end)
    if _TAKE_PART.match(zone):
        return Governor(Measure.PARTICIPANTS, figure.end, at, 0.0)
    measures = (measure for measure, pattern in words.nouns.items() if pattern.match(zone))
    measure = next(measures, None)
    return Governor(measure, figure.end, at, 0.0) if measure is not None else None


_THE = re.compile(r"\s+(?:ya\s+)?l[oa]s\s+")
_TAKE_PART = re.compile(rf"{any_of('outright', 'take_part')}\b")


def headed_by(line: Line, figure: Figure, words: FigureWords) -> Governor | None:
    """Read "The dead since 5 May: 17 for the commission, 14 for the guild": what stands before the colon is counted."""
    head, colon, _ = line.words(line.start, figure.start).partition(": ")
    if (
        not (colon and figure.is_bare)
        or not _SO_FAR.search(head)
        or line.verbs_between(line.start, line.start + len(head))
    ):
        return None
    found = ((measure, pattern.search(head)) for measure, pattern in words.nouns.items() if measure in _OF_HARM)
    told = [Governor(measure, *span_of(line.start, match), 1.0) for measure, match in found if match]
    return min(told, key=lambda governor: governor.start, default=None)


_SO_FAR = re.compile(
    r"\b(?:since|so far|to date|by source|number|toll|total"
    r"|desde|hasta (?:ahora|la fecha|hoy)|(?:por|segun) (?:la )?fuente|numero)\b"
)
_OF_HARM = frozenset({Measure.KILLED, Measure.INJURED, Measure.ARRESTED, Measure.MISSING, Measure.DISPLACED})
