"""A figure whose sentence says nothing of what it counts in, its measure out: "Ombudsman: nine", "the union, 800"."""

from __future__ import annotations

import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import HARM, Figure, Line, heading_of, label_of
from constancia.coding.claims.measures.own_clause import does_otherwise, is_opened
from constancia.coding.claims.measures.participants import are_accused, is_of_a_share, took_no_part
from constancia.coding.claims.placed import Placed
from constancia.coding.claims.word_kinds import PEOPLE, SOMETHING, opened_at
from constancia.coding.story import Story
from constancia.vocabulary import EVENT_STATUSES, EventType, Measure

# "Police counted 12,000; the union, 45,000": the verb is left out, and what is counted.
_GAPPED = re.compile(
    r"\s*(?:;|,? (?:y|e|and|mientras que|while))\s*[^;:.,\d]{2,60}(?:,|:)\s*"
    r"(?:de |a |of |at )?(?:some |unos |unas |apenas |solo |only |just )?"
    r"|,\s(?:the|los|las|el|la)\s[^;:.,\d]{2,60}\s(?:of|de|en)\s"
)
_ADJACENT = 2
# From so many on, people told of beside a protest are taken to be in it; fewer may do anything.
_MANY = 10
# "The union said 800 of its members had parked their lorries": beside a protest its members take part.
_OWN_MEMBERS = re.compile(
    r"\s+(?:of (?:its|their|our)|de (?:sus|nuestros)) (?:own )?(?:members|drivers|workers|affiliates|associates|people|"
    r"miembros|afiliad[oa]s|asociad[oa]s|socios|integrantes|bases)\b"
)
# "Six, says the committee", "Unas 220, según la Policía".
_SAID_BEHIND = re.compile(r"\s*,\s+(?:says|said|say|according to|segun|dice|dijo|dicen|de acuerdo con|a juicio de)\b")
_US = (
    "us",
    "nosotros",
    "nosotras",
    "here",
    "there",
    "aqui",
    "alli",
    "aca",
    "today",
    "hoy",
)  # "there were eighty of us"
_HEADED = re.compile(r":\s*(?:about |some |unos |unas )?$")
_OF_PEOPLE = frozenset({Measure.PARTICIPANTS, Measure.KILLED, Measure.INJURED, Measure.ARRESTED, Measure.MISSING})


def measure_put_forward(story: Story, line: Line, words: FigureWords, recent: list[Placed]) -> None:
    """Give a figure that somebody puts forward the measure told of just before: "Ombudsman: nine".

    Where nothing was counted before, people who are counted beside a protest take part in it.
    """
    _count_blocks(line, recent)
    for index, figure in enumerate(line.figures):
        if figure.measure is not None or figure.is_single or _are_things(line.after(figure).lstrip(" -"), words):
            continue
        earlier = line.figures[index - 1] if index else None
        if earlier and earlier.is_inherited and figure.is_bare and _is_gapped(story, line, earlier, figure):
            figure.measure, figure.is_inherited = earlier.measure, True
            continue
        if figure.is_bare and (line.is_of_things_before(figure) or _counts_else(line, figure, words)):
            continue
        is_people = bool(figure.value.noun and (words.holds[figure.noun] & PEOPLE or figure.noun in _US))
        is_protest = _is_protest_near(story, line)
        if _OWN_MEMBERS.match(line.words(figure.end, line.end)) and _has_protest(story):
            figure.measure, figure.is_inherited = Measure.PARTICIPANTS, True
            continue
        if is_people and _took_no_part(line, figure, words):
            continue
        if (
            is_people
            and is_protest
            and _is_many(figure)
            and _is_a_crowd(figure)
            and not words.bystanders.search(line.folded)
        ):
            figure.measure, figure.is_inherited = Measure.PARTICIPANTS, True
        elif (figure.is_bare or is_people) and not is_opened(line, figure) and _is_put_forward(line, figure, words):
            told = _told_before(line, index, recent, is_people=is_people)
            if is_protest and told in HARM and _ORGANISERS.search(line.before(figure)):
                told = Measure.PARTICIPANTS  # they count their crowd
            fallback = Measure.PARTICIPANTS if is_protest and figure.value.best != 1 else _headed(story, line, words)
            labelled = None if told in HARM or label_of(story, line) is None else _headed(story, line, words)
            figure.measure, figure.is_inherited = labelled or told or fallback, True


def _count_blocks(line: Line, recent: list[Placed]) -> None:
    """Count on where the sentences just before count road blocks alone: "Five are in Anambra State, four in Imo"."""
    if {each.figure.measure for each in recent if each.line.paragraph == line.paragraph} != {Measure.BLOCKADES}:
        return
    for figure in line.figures:
        if figure.is_bare and (_IN_AREA.match(line.after(figure)) or figure.measure is None):
            figure.measure, figure.is_inherited = Measure.BLOCKADES, True


_IN_AREA = re.compile(r" (?:(?:are|were|stand|stood|lie|estan|estaban|siguen) )?(?:in|en) ")


def _is_gapped(story: Story, line: Line, earlier: Figure, figure: Figure) -> bool:
    """Tell "the union, 45,000" behind another count; behind a label the body alone will do: "the presidency four"."""
    between = line.words(earlier.end, figure.start)
    if _GAPPED.fullmatch(between):
        return True
    return _LISTED.fullmatch(between) is not None and label_of(story, line) is not None


_LISTED = re.compile(r"\s*[,;]\s*[^;:.,\d]{2,40}\s(?:still |only |just |solo |apenas )?")


def _are_things(behind: str, words: FigureWords) -> bool:
    return bool(opened_at(behind, words.opens) & SOMETHING) and words.things.match(behind) is not None


_ORGANISERS = re.compile(
    r"(?:^|[;,]\s)(?:the |los |las )?(?:organi[sz]ers|organizadores|organizadoras|convocantes)\s+"
    r"(?:say|said|says|count\w*|put|puts|estimat\w+|claim\w*|spoke|speak|dij\w+|cont\w+|cifr\w+|calcul\w+|estim\w+|habl\w+)\b"
)


def _counts_else(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell "raised to 1,161 the total of prisoners", whose noun behind is none of ours."""
    told = _NUMBER_OF.match(line.words(figure.end, line.end)) or _NUMBER_FROM.search(line.before(figure))
    return told is not None and not (words.any_noun.match(told["what"]) or words.taking_part.match(told["what"]))


_NUMBER_OF = re.compile(
    r"\s+(?:el|la|the)\s+(?:total|cifra|numero|cantidad|number|tally|count)\s+(?:de|of)\s+(?P<what>\w+)"
)


# "Revised down the number of men taken from Lupane from 30 to 24".
_NUMBER_FROM = re.compile(
    r"\b(?:total|cifra|numero|cantidad|number|tally|count) (?:de|of) (?P<what>\w+(?: \w+)?)(?: [\w-]+){0,6}"
    r" (?:to|a|at|en) $"
)


def _took_no_part(line: Line, figure: Figure, words: FigureWords) -> bool:
    before = line.words(line.start, figure.start)
    after = line.words(figure.end, line.end)
    if words.bystanders.search(line.after(figure)) or is_of_a_share(before, figure.noun, words):
        return True
    return took_no_part(before, words) or are_accused(before, after) or does_otherwise(figure.noun, after, words)


def _told_before(line: Line, index: int, recent: list[Placed], *, is_people: bool) -> Measure | None:
    """Give what was counted just before a figure: of what was told together, the deaths.

    People are counted anew only within a paragraph: a union's 800 members are not the arrested of the one before.
    """
    here = [other.measure for other in reversed(line.figures[:index])]
    before = [each for each in recent if not is_people or each.line.paragraph == line.paragraph]
    nearest = [each.figure.measure for each in before if each.line is before[0].line]
    told = [measure for measure in here or nearest if measure and (not is_people or measure in _OF_PEOPLE)]
    told = told or [each.figure.measure for each in before if each.figure.measure]
    return Measure.KILLED if told and told[0] in HARM and Measure.KILLED in told else next(iter(told), None)


def _headed(story: Story, line: Line, words: FigureWords) -> Measure | None:
    """Give what the heading of a paragraph says is counted in it: "Deaths so far. Ombudsman: nine."."""
    heading = heading_of(story, line) or label_of(story, line)
    if heading is None or words.families.search(heading):
        return None
    counted = (measure for measure, pattern in words.nouns.items() if pattern.search(heading))
    return next(counted, Measure.KILLED if words.toll.search(heading) else None)


def _is_put_forward(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell whether somebody gives the figure, or the text says that so many were there."""
    before = line.before(figure)
    is_there = any(len(before) - match.end() <= _ADJACENT for match in words.existence.finditer(before))
    rough = ROUGHLY.match(line.words(figure.start, figure.end))  # "police estimated 15,000" is one figure
    behind = _SAID_BEHIND.match(line.words(figure.end, line.end))
    return is_there or bool(rough or behind or words.giving.search(before) or _HEADED.search(before))


def _is_many(figure: Figure) -> bool:
    value = figure.value
    return max((each for each in (value.low, value.high, value.best) if each is not None), default=0) >= _MANY


def _is_a_crowd(figure: Figure) -> bool:
    """Tell the crowd of a protest from the young or the poor of a whole country, of whom there are more millions."""
    value = figure.value
    return min(each for each in (value.low, value.high, value.best) if each is not None) <= _MOST


_MOST = 5_000_000


def _is_protest_near(story: Story, line: Line) -> bool:
    return any(
        draft.type is EventType.PROTEST and any(0 <= line.index - sentence <= 1 for sentence in draft.told_in)
        for draft in story.drafts
    )


def _has_protest(story: Story) -> bool:
    return any(draft.type is EventType.PROTEST and draft.status in EVENT_STATUSES for draft in story.drafts)


ROUGHLY = re.compile(r"(?:estimat\w+|calcul\w+|estim\w+|reckon\w+|cifr\w+)\b ?")
