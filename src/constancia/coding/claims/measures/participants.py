"""The words around a number in, whether those counted take part out, by brackets, strikes and demands beside them."""

from __future__ import annotations

import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.measures.own_clause import is_object_of_deed
from constancia.coding.what.reasons import KIN
from constancia.coding.word_patterns import any_of

_BORDERS = frozenset("(–—-")
_OPENS = re.compile(r"\s?[(–—-]\s?(?:\w+ ){0,3}$")
_CLOSES = re.compile(r"[\w ]{0,24}?\s?[)–—-]")
# Police and other public servants are counted as on duty, unless it is they who strike or march for themselves.
_STRIKING = re.compile(
    r"(?: [a-z]+){0,5}? (?:(?:inici|cumpl)\w+ (?:ayer |hoy )?(?:un |una )?(?:paro|huelga)|pararon|paran|pararan|"
    r"acat\w+|huelga|en paro|un paro|se (?:plegaron|acuartelaron|amotinaron|manifest\w+)|marcharon|protestaron|"
    r"marched|protested|demonstrated|went on strike|struck|walked out|walked off|on strike|began a strike|mutinied)\b"
)
_STRIKE_OF = re.compile(r"\b(?:paro|huelga|strike|walkout) (?:de|of|by) (?:los |las |unos |unas |the |some )?$")


# Told before its subject: "pararon ayer 6.000 agentes", "en huelga están 80 guardias".
_STRUCK = re.compile(
    r"\b(?:pararon|paran|pararan|acataron|acatan|acataran|en paro|en huelga|al paro|a la huelga|se plegaron|adhirieron|"
    r"on strike)(?: [a-z]+){0,3}? (?:los |las |unos |unas |some )?$"
)
_THE = re.compile(r"\b(?:los|las|the)\s+$")


def around_insertion(before: str, after: str) -> tuple[str, str]:
    """Blank the brackets or dashes round a number: "the workers (280 in all) struck", "-unos 280-"."""
    if _BORDERS.isdisjoint(before):  # so it is with most
        return before, after
    opens, closes = _OPENS.search(before), _CLOSES.match(after)
    if opens is None or closes is None:
        return before, after
    return before[: opens.start()].ljust(len(before)), after[closes.end() :].rjust(len(after))


def strike_of_theirs(before: str, after: str) -> bool:
    """Tell the "280 agentes" of a ministry who strike from those that keep order."""
    return any((_STRIKING.match(after), _STRIKE_OF.search(before), _STRUCK.search(before)))


def are_civil_servants(noun: str, after: str, words: FigureWords) -> bool:
    """Tell "600 agentes de la administración" from those that keep order."""
    said = noun if " " in noun else f"{noun}{after}"
    return words.civil.match(said) is not None


def halts_their_work(before: str, after: str, words: FigureWords) -> bool:
    """Tell "the strike involves 610 workers" from the passengers and patients whom it leaves waiting."""
    return words.workers.match(after.lstrip()) is not None and words.halted.search(before) is not None


def are_the_strikers(before: str, noun: str, words: FigureWords) -> bool:
    """Tell "the six hunger strikers", "los 40 ocupantes": all of them, as the text knows."""
    return words.strikers.match(noun) is not None and _THE.search(before) is not None


_REACH = 48  # characters between a word and the number of those it is done to
_NEAR = 20
_AGAINST = ("against ", "contra ")
_SEVERAL_WORDS = 2  # "against 300 marchers" are there; "against the dismissal of 300 dockers" are not
_JOINTS = frozenset({"and", "as", "while", "when", "y", "e", "mientras", "cuando"})
_MARKS = frozenset(",;:()")


def took_no_part(before: str, words: FigureWords) -> bool:
    """Tell "a case against 900 people", "serves 900 families", "over the dismissal of 900 dockers" from a crowd.

    `before` are the folded words before the number, in its sentence.
    """
    zone = before[-_REACH * 2 :]
    if _OF_KIN.search(zone):
        return True
    return is_object_of_deed(zone) or _is_done_to(zone, words) or _is_about(zone, words)


# "Familiares de los 43 estudiantes marcharon", "lawyers of the nine farmers": they are not the crowd.
_OF_KIN = re.compile(rf"\b{KIN}\s+(?:de l[oa]s|of the|of those)\s+$")


def is_of_a_share(before: str, noun: str, words: FigureWords) -> bool:
    """Tell "half of the 900 workers walked out", whose crowd is not told, from a whole crowd (codebook, N3).

    Of marchers all were there, whatever is told of some of them.
    """
    return words.strikers.match(noun) is None and _SHARE_OF.search(before) is not None


_SHARE_OF = re.compile(
    rf"(?:\b{any_of('participants', 'shares')}|%|^|\d)\s+(?:of|de)\s+"
    r"(?:(?:the|its|their|his|her|l[oa]s|sus) (?:[\w-]+'s |[\w-]+s' )?|[\w-]+'s )"
    r"(?:about |around |some |nearly |roughly |more than |over |estimated |unos |unas |casi |mas de |cerca de )*$"
)


def _is_done_to(zone: str, words: FigureWords) -> bool:
    for match in words.not_there.finditer(zone):
        between = zone[match.end() :]
        reach = _REACH if between.endswith(_AGAINST) else _NEAR
        if len(between) <= reach and _MARKS.isdisjoint(between):
            return True
    return False


def _is_about(zone: str, words: FigureWords) -> bool:
    """Tell the people whom a demand names, behind the words that open it."""
    for match in words.about.finditer(zone):
        between = zone[match.end() :]
        if not zone[: match.start()].strip():  # "Against the closure of their school 900 parents marched"
            continue
        told = between.split()
        if len(told) < _SEVERAL_WORDS or not _MARKS.isdisjoint(between) or not _JOINTS.isdisjoint(told):
            continue
        if not (words.crowd.search(between) or words.taking_part.search(between) or words.gathered.search(between)):
            return True
    return False


def acts_itself(after: str, noun: str) -> bool:
    """Read "fifteen detainees began refusing food", "doce detenidos se amotinaron": those held protest."""
    behind = after.lstrip()
    head = noun.split(" ", maxsplit=1)[0]
    return _ACTS.match(behind.removeprefix(head)) is not None


_ACTS = re.compile(
    r"\s*(?:(?:have|has|had|se|han|ha|habian|habia|are|were|estan|ya|also|tambien)\s+)*"
    rf"(?:{any_of('participants', 'acts')}|on (?:hunger )?strike|en huelga)\b"
)


def are_accused(before: str, after: str) -> bool:
    """Tell "prosecutors have charged 16 traders with arson" and "12 teachers face charges" from a crowd."""
    if _FACES.search(after[:_REACH]):
        return True
    if _CHARGES_AGAINST.search(before):
        return True
    return _CHARGES.search(before) is not None and _OF_WHAT.search(after[:_REACH]) is not None


_CHARGES = re.compile(rf"\b{any_of('participants', 'accuses')}\s+(?:a\s+|contra\s+)?(?:\w+\s+){{0,2}}$")
_CHARGES_AGAINST = re.compile(
    rf"\b{any_of('participants', 'charges')}\b[^,.;:]{{0,50}}\b(?:contra|against)\s+(?:\w+\s+){{0,2}}$"
)
_OF_WHAT = re.compile(
    r"\b(?:with(?! batons| horses| sticks| lathis| dogs)|over|for|of|por|de|con|el delito|los delitos)\b"
)
_FACES = re.compile(
    r"\b(?:fac(?:e|es|ed|ing) (?:\w+ ){0,2}(?:charges?|trial|prosecution|court)|stand(?:s|ing)? trial|stood trial|"
    r"(?:go|goes|went) on trial|(?:enfrentan?|afrontan?) (?:\w+ ){0,2}(?:cargos|juicio|proceso|acusacion\w*)|"
    r"ir(?:a|an) a juicio|seran? juzgad\w+)"
)


def end_of_strong(behind: str, words: FigureWords) -> int | None:
    """Read "a 400-strong vigil", "five of whom are on hunger strike" behind the number, and give where it ends.

    None where police are counted, or nobody.
    """
    told = _STRONG.match(behind) or _OF_WHOM.match(behind)
    return None if told is None or words.on_duty.search(told.group()) else told.end()


_OF_WHOM = re.compile(
    r"\s?(?:de (?:l[oa]s (?:cuales|que)|quienes)|of (?:whom|them)) (?:[a-z]+ ){0,3}?"
    r"(?:en huelga|(?:una |la |su )?(?:huelga|ayuno)(?: de hambre)?|en ayunas?|on (?:a )?(?:hunger )?strike|"
    r"(?:a )?hunger strike|fasting)\b"
)
_STRONG = re.compile(r"\s?-\s?strong\s+(?:[a-z]+\s+)?[a-z-]+")
