"""Find who stands before a verb of giving in a figure's clause: "the hospital counted 21" (codebook, A1 to A3)."""

from __future__ import annotations

import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure, Line
from constancia.coding.claims.measures.put_forward import ROUGHLY
from constancia.coding.claims.speakers.bodies import bodies_in, counter_of, subject_of
from constancia.coding.claims.word_kinds import HARM_NOUN
from constancia.coding.story import Story
from constancia.model import ActorValue, QuantityValue, Speaker
from constancia.vocabulary import Role

# These are who was counted more often than who counts; alone before "said" or "counted" they still may speak.
_SELDOM_SPEAK = frozenset({Role.CROWD, Role.UNIDENTIFIED_ARMED})
_COUNTED = frozenset({Role.PRISONERS, Role.CIVILIANS, Role.CROWD, Role.INDIVIDUAL, Role.MIGRANTS})
_REACH = 60
_MARKS = re.compile(r"[;!?]")
# A count that is raised or lowered stands far behind whoever does it: "lowered its count of people injured in … to 27".
_REVISED_REACH = 120
_GAPPED = re.compile(r"^\s*(?:,|:|of|de|at|por|con|a|,? ?(?:says?|dice|habla de|speaks of|claims?|insists on)|en)\s*$")
# "Our volunteers have treated 41": whoever speaks gives the figure.
_OWN = re.compile(r"\b(?:our|my|nuestr[oa]s?|mis?)\s+(?:[\w-]+\s+)?$")
# "This newspaper's own estimate": an outlet that speaks of itself (A1).
_THIS = re.compile(r"\b(?:this|our|est[ea]|nuestr[oa])\s$")
# "Tras la muerte del dirigente, miles marcharon": who is only named in what was before gives nothing.
_RULED = re.compile(
    r"\b(?:de|del|a|al|contra|por|con|tras|of|by|to|with|against|from)(?: (?:el|la|los|las|una?|the|an?|his|her))?\s*$"
)
_CITES = re.compile(r"\b(?:segun|acuerdo con|acuerdo a|(?:juicio|opinion|decir|palabras|version) del?|according to)\b")
_CLAIMED = re.compile(r"\bclaim\w*\s+(?:[a-z]+\s+){0,3}$")
_HAS = re.compile(r"\s+(?:has|have|tiene|tienen)\s(?:(?:now|already|ya|ahora)\s)?")
_COLON = re.compile(r"^\s*[:,]\s*$")
# "The network, which called the vigil, put attendance at 400": what stands between two commas tells who it is.
_INSERTED = re.compile(r"^\s*,[^,;.:]{3,80},\s")
RELATIVE = r"(?:who|whose|whom|which|where|that|quien(?:es)?|que|cuy[oa]s?|donde|(?:el|la|los|las) cual(?:es)?)"
_ASIDE = re.compile(rf",\s+{RELATIVE}\b[^,;:]*$")
_RESTRICTED = re.compile(rf"\s+{RELATIVE}\s+(?P<said>[^,;:]*)$")
_JOINED_VERB = re.compile(
    r"\s*,?\s*(?:and|but|y|e|pero)\s+(?:(?:also|then|later|still|luego|tambien|despues|en cambio)\s+)?"
)
_SAID_BY = 24  # characters before an actor, for "according to the"
_RIGHT_BEFORE = 25  # characters before an actor behind its verb: "dijo el hospital"


def giver_of(story: Story, line: Line, figure: Figure, words: FigureWords) -> Speaker | None:
    """Read "the hospital counted 21", "Interior ministry: five dead", "and the Front, 45,000"."""
    if _is_named_next(line, figure, words):
        return None
    whole = line.words(line.start, figure.start)
    zone = _MARKS.split(whole)[-1]
    at = figure.start - len(zone)
    actors = [
        Speaker(mention.value.role, mention.value.name, mention.text, mention.start, mention.end)
        for mention in story.mentions_in(line.index)
        if isinstance(mention.value, ActorValue) and at <= mention.start and mention.end <= figure.start
    ]
    actors += bodies_in(story, line, at, figure.start, words)
    for actor in sorted(actors, key=_end, reverse=True):
        between = line.words(_end(actor), figure.start)
        reach = _REVISED_REACH if words.revised.search(between) else _REACH
        before = line.words(line.start, _start(actor))
        is_outlet = actor.role is Role.PRESS and _THIS.search(before) is not None
        if len(between) > reach or actor.role in _SELDOM_SPEAK or _OWN.search(before) or is_outlet:
            continue
        if _gives(line, figure, actor, between, words) and not (
            _is_in_aside(line, actor, actors, between)
            or _is_object(line, actor, at, between, words)
            or _is_counted_object(story, line, actor, at)
        ):
            return _body_of(line, actor, actors)
    counter = counter_of(story, line, figure, words)
    return counter or subject_of(story, line, figure, words) or _in_whose_eyes(line, actors)


def _body_of(line: Line, actor: Speaker, actors: list[Speaker]) -> Speaker:
    """Give the union of "el sindicato de maestros", "the union of teachers", whose members are named last."""
    for other in actors:
        is_before = _end(other) < _start(actor) and other.role not in (None, Role.OTHER)
        if is_before and _OF.fullmatch(line.words(_end(other), _start(actor))):
            return other
    return actor


_OF = re.compile(r"\s+(?:de(?: la| los| las)?|del|of(?: the)?)\s+")


def _in_whose_eyes(line: Line, actors: list[Speaker]) -> Speaker | None:
    """Read "Para el hospital, los heridos fueron 30"."""
    opening = _FOR.match(line.words(line.start, line.end))
    named = (actor for actor in actors if opening is not None and actor.role not in _COUNTED | _SELDOM_SPEAK)
    return next((actor for actor in named if 0 <= _start(actor) - line.start <= _ARTICLE), None)


_FOR = re.compile(r"para (?:el|la|los|las) [^,;:.]{3,50},")
_ARTICLE = 9  # characters of "para los "


def _gives(  # noqa: PLR0911 - a rule a line, the first that fits
    line: Line, figure: Figure, actor: Speaker, between: str, words: FigureWords
) -> bool:
    """Tell whether the words between an actor and a figure say that the actor gives it."""
    rough = ROUGHLY.match(line.words(figure.start, figure.end))  # "police estimated 15,000" is one figure
    between = _INSERTED.sub(" ", between)
    if _CLAIMED.search(between) and figure.noun.startswith("lives"):
        return False  # what "claimed 14 lives" gives no figure
    if words.giving.search(between + rough[0] if rough else between) and not _is_another_clause(between):
        return True
    if _HAS.fullmatch(between) and figure.value.noun and words.begins[figure.noun] & HARM_NOUN:
        return actor.role not in _COUNTED  # "the clinic has four dead"
    if not between.strip() and words.according_to.search(line.words(line.start, _start(actor))[-_SAID_BY:]):
        return True  # "According to organisers 6,000 people came"
    if not between.strip() and figure.is_bare and figure.governor is not None and figure.governor[1] < _start(actor):
        return ":" in line.words(figure.governor[1], _start(actor))  # "The dead so far: ministry five, commission 17"
    if _COLON.match(between):
        is_ruled = _RULED.search(before := line.words(line.start, _start(actor))) and not _CITES.search(before)
        return ":" in between or (figure.is_bare and not is_ruled and not _is_counted(line, actor))
    is_gapped = figure.is_bare and actor.role not in _COUNTED and bool(_GAPPED.match(between))
    return is_gapped and _speaks_after_another(line, figure, actor) and not _is_counted(line, actor)


def _is_in_aside(line: Line, actor: Speaker, actors: list[Speaker], between: str) -> bool:
    """Tell "The spokesman, who came with reporters, counted …": reporters stand only in what is inserted."""
    before = line.words(line.start, _start(actor))
    if _ASIDE.search(before) and "," in between:
        return True
    opening = _RESTRICTED.search(before)
    if opening is None:
        return False
    head = line.start + opening.start()
    is_of_actor = any(_start(other) < head <= _end(other) + 1 for other in actors)
    return is_of_actor and line.verbs_between(line.start + opening.start("said"), _start(actor)) > 0


def _is_object(line: Line, actor: Speaker, at: int, between: str, words: FigureWords) -> bool:
    """Tell "The minister contradicted the ombudsman and counted four", "Students take the rectorate: 30 hurt"."""
    joined = _JOINED_VERB.match(between)
    is_joined = joined is not None and words.giving.match(between, joined.end()) is not None
    if not (is_joined or _COLON.match(between)):
        return False
    start = _start(actor)
    is_behind_its_verb = words.giving.search(line.words(start - _RIGHT_BEFORE, start)) is not None
    return not is_behind_its_verb and line.verbs_between(at, start) > 0


def _is_counted_object(story: Story, line: Line, actor: Speaker, at: int) -> bool:
    """Tell "the mission visited 14 police stations and found 40 held" from "14 police stations reported 40 held"."""
    start = _start(actor)
    counted = any(
        isinstance(each.value, QuantityValue) and each.start < start <= each.end + 1
        for each in story.mentions_in(line.index)
    )
    return counted and line.verbs_between(at, start) > 0


def _is_named_next(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell whether right behind the figure whoever gives it is named: "15,000 según A, 90,000 según B"."""
    return words.according_to.match(line.after(figure).lstrip()) is not None


def _speaks_after_another(line: Line, figure: Figure, actor: Speaker) -> bool:
    """Tell whether an actor stands between two figures: "the ministry speaks of five, and the Front of ten"."""
    return any(other.end <= _start(actor) for other in line.figures if other.end <= figure.start)


def _is_counted(line: Line, actor: Speaker) -> bool:
    """Tell "five civilians, three officers": who was counted right before speaks of nobody."""
    start, end = _start(actor), _end(actor)
    return any(other.start <= start <= other.end + 1 or start <= other.start < end for other in line.figures)


def _is_another_clause(between: str) -> bool:
    return "." in between or between.count(",") > 1


def _start(speaker: Speaker) -> int:
    return speaker.start or 0


def _end(speaker: Speaker) -> int:
    return speaker.end or 0
