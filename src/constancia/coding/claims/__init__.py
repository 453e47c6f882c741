"""A story with its drafts to claims: every figure with its bounds, reach, speaker and home."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from constancia.coding.claims.bulletins.placing import introducer, place_bulletins
from constancia.coding.claims.bygone import is_of_bygone_time
from constancia.coding.claims.figures.lines import find_lines
from constancia.coding.claims.lexicon import FigureWords, figure_words
from constancia.coding.claims.line import HARM, Figure, Line
from constancia.coding.claims.measures.deciding import decide
from constancia.coding.claims.measures.not_done import is_not_done
from constancia.coding.claims.measures.other_fates import has_other_fate
from constancia.coding.claims.measures.participants import took_no_part
from constancia.coding.claims.measures.sharing import inherit, is_part, is_past_another, share
from constancia.coding.claims.measures.taken import spans_of_taken
from constancia.coding.claims.persons.counted_words import counted_words
from constancia.coding.claims.persons.earlier import take_from_whole, whole_before
from constancia.coding.claims.persons.one_person import fate_of_one, survivor
from constancia.coding.claims.persons.parts import find_wholes
from constancia.coding.claims.persons.persons import find_parts, leave_lost_wholes, without_repeats, without_the_dead
from constancia.coding.claims.persons.repeats import without_told_twice
from constancia.coding.claims.persons.together import together
from constancia.coding.claims.persons.victims import find_category, find_perpetrator
from constancia.coding.claims.placed import Placed, Reach
from constancia.coding.claims.reach.homes import find_home
from constancia.coding.claims.reach.scope import (
    Setting,
    find_reach,
    heading_of,
    home_place,
    is_told_here,
    takes_up,
    toll_place,
)
from constancia.coding.claims.reach.sums import is_rate
from constancia.coding.claims.reach.tolls import leave_counted_drafts, reach_as_below, set_back_crises
from constancia.coding.claims.speakers.attributing import ROUGHLY, carry_over, find_speakers
from constancia.coding.claims.speakers.certainty import find_certainty
from constancia.coding.status.status_words import status_words
from constancia.coding.story import Draft, Figures, Story
from constancia.identity import claim_id
from constancia.model import Claim
from constancia.vocabulary import EVENT_STATUSES, EventType, Measure, Modifier, Scope

__all__ = ["claim_figures"]

# One person in the singular counts only where the deed stands this near: "a man was shot", not "a man … was shot at".
_SINGLE_REACH = 45.0
# "Police counted 12,000; the union, 45,000": the verb is left out, and what is counted.
_GAPPED = re.compile(
    r"\s*(?:;|,? (?:y|e|and|mientras que|while))\s*[^;:.,\d]{2,60}(?:,|:)\s*(?:de |a |some |unos |unas )?"
    r"|,\s(?:the|los|las|el|la)\s[^;:.,\d]{2,60}\s(?:of|de|en)\s"
)
_CARRIED_SENTENCES = 2
_ADJACENT = 2
_WHOLE_REACH = 14
# From so many on, people told of beside a protest are taken to be in it; fewer may do anything.
_MANY = 10
# How near "estimated" must stand before a number to make it a rough one, in characters.
_ESTIMATED = 40
# "The union said 800 of its members had parked their lorries": beside a protest its members take part.
_OWN_MEMBERS = re.compile(
    r"\s+(?:of (?:its|their|our)|de (?:sus|nuestros)) (?:own )?(?:members|drivers|workers|affiliates|associates|people|"
    r"miembros|afiliad[oa]s|asociad[oa]s|socios|integrantes|bases)\b"
)
# "Six, says the committee", "Unas 220, según la Policía".
_SAID_BEHIND = re.compile(r"\s*,\s+(?:says|said|say|according to|segun|dice|dijo|dicen|de acuerdo con|a juicio de)\b")
_HEADED = re.compile(r":\s*(?:about |some |unos |unas )?$")
_OF_PEOPLE = frozenset({Measure.PARTICIPANTS, Measure.KILLED, Measure.INJURED, Measure.ARRESTED, Measure.MISSING})
_ONLY_WITH_EVENT = frozenset(
    {Measure.PARTICIPANTS, Measure.DEPLOYED, Measure.BLOCKADES, Measure.PROPERTY, Measure.OTHER}
)


def claim_figures(story: Story) -> Figures:
    """Give the claims of a story: those of each report by its id, and the tolls that belong to no one event."""
    words = figure_words(story.reading.language)
    placed: list[Placed] = []
    lines = find_lines(story, words)
    listed = place_bulletins(story, lines, words)
    for line in lines:
        if not line.figures:
            continue
        placed += _place(story, line, words, _recent(placed, line))
        leave_counted_drafts(story, placed)
        set_back_crises(story, [each for each in placed if each.line is line and each.is_toll], words)
    reach_as_below(placed)
    by_report: dict[str, list[Claim]] = defaultdict(list)
    tolls: list[Claim] = []
    rates = [each for each in placed if each.is_rate]
    kept = [*(each for each in placed if not each.is_rate and _is_kept(each)), *listed]
    kept += fate_of_one(story, lines, kept, Measure.KILLED)
    kept = without_the_dead(kept, words)
    kept += fate_of_one(story, lines, kept, Measure.INJURED) or survivor(story, lines, kept)
    kept = without_repeats(kept)
    leave_lost_wholes(kept)
    kept += together(story, kept)
    find_parts(kept)
    for each in kept:
        claim = _claim(story, each, words)
        if claim.report_id is None:
            tolls.append(claim)
        else:
            by_report[claim.report_id].append(claim)
    leave_counted_drafts(story, [*kept, *rates])
    return Figures({report: tuple(claims) for report, claims in by_report.items()}, tuple(tolls))


def _recent(placed: list[Placed], line: Line) -> list[Placed]:
    """Give the figures of the sentences just before, the nearest first: two in a paragraph, one across its border."""
    return [each for each in reversed(placed) if not each.is_rate and _is_just_before(each.line, line)]


def _is_just_before(earlier: Line, line: Line) -> bool:
    if earlier.paragraph == line.paragraph:
        return line.index - earlier.index <= _CARRIED_SENTENCES
    return line.index - earlier.index == 1 and not earlier.is_headline


def _place(story: Story, line: Line, words: FigureWords, recent: list[Placed]) -> list[Placed]:
    """Decide measure, home and reach of a sentence's figures."""
    taken = spans_of_taken(story, line)
    for figure in line.figures:
        _measure(line, figure, words, story.reading.language)
        if figure.measure in (None, Measure.PARTICIPANTS) and any(start <= figure.start < end for start, end in taken):
            figure.measure, figure.governor = Measure.ARRESTED, (figure.start, figure.end)
        _recall(line, figure, recent)
    line.figures = without_told_twice(line)
    share(line, words)
    wholes = find_wholes(line, words)
    line.figures = [each for each in line.figures if each.measure or id(each) in wholes or _is_open(line, each, words)]
    inherit(line, wholes)
    earlier = _earlier(line, wholes, words, recent)
    _inherit_from_before(story, line, words, recent)
    inherit(line, wholes)
    line.figures = [
        each for each in line.figures if not is_not_done(line, each, words, status_words(story.reading.language))
    ]
    placed: dict[int, Placed] = {}
    for figure in line.figures:
        if figure.measure is None:
            continue
        home = find_home(story, line, figure)
        is_remembered = _is_remembered(line, figure, home, words) or is_of_bygone_time(story, line, figure, home)
        is_total = home is not None and _is_total(story, line, figure, home, words)
        beside = [each.reach for each in [*reversed(placed.values()), *recent] if each.figure.measure is figure.measure]
        setting = Setting(home, beside, _harm_of([*reversed(placed.values())]), _harm_of(recent))
        reach = find_reach(story, line, figure, setting, words)
        is_of_days = is_rate(line, figure, words)
        if is_total or is_remembered or is_of_days:
            home, reach = None, Reach(Scope.PLACE if is_total else Scope.INCIDENT)
        placed[id(figure)] = Placed(line, figure, home, reach, wholes.get(id(figure)), is_rate=is_of_days)
    _set_speakers(story, line, placed, words)
    for each in placed.values():
        whole = placed.get(id(each.whole)) if each.whole else None
        if whole is not None and whole.reach.scope is Scope.CUMULATIVE:
            each.reach = whole.reach
        if id(each.figure) in earlier:
            take_from_whole(each, earlier[id(each.figure)])
    return list(placed.values())


def _is_open(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell whether only other figures say what was counted: not of one person, nor of whom something else is told."""
    return not (figure.is_single or has_other_fate(figure.noun, line.before(figure), line.after(figure), words))


def _earlier(line: Line, wholes: dict[int, Figure], words: FigureWords, recent: list[Placed]) -> dict[int, Placed]:
    """Give, by the `id()` of a part, the figure of an earlier sentence that it is of; it counts what that counts."""
    found: dict[int, Placed] = {}
    for figure in line.figures if recent else ():
        whole = whole_before(line, figure, recent, words) if id(figure) not in wholes else None
        if whole is not None:
            found[id(figure)] = whole
            figure.measure, figure.governor = whole.figure.measure, (figure.start, figure.end)
    return found


def _is_remembered(line: Line, figure: Figure, home: Draft | None, words: FigureWords) -> bool:
    """Tell the dead whom a march remembers ("a year after the death of 18 people"): they are not the march's."""
    is_of_protest = home is not None and home.type is EventType.PROTEST
    return is_of_protest and figure.measure in HARM and bool(words.commemorated.search(line.before(figure)))


def _harm_of(placed: list[Placed]) -> Reach | None:
    """Give the reach of the first figure of any harm."""
    return next((each.reach for each in placed if each.figure.measure in HARM), None)


def _set_speakers(story: Story, line: Line, placed: dict[int, Placed], words: FigureWords) -> None:
    """Give each figure whoever gives it; a part without a speaker takes its whole's."""
    speakers = {key: find_speakers(story, line, each.figure, words) for key, each in placed.items()}
    if placed and all(speaker is None for speaker, _ in speakers.values()):
        speaker = introducer(story, line, words)
        speakers = dict.fromkeys(speakers, (speaker, None))
    carry_over(line, speakers)
    for key, each in placed.items():
        whole = speakers.get(id(each.whole)) if each.whole else None
        each.speakers = speakers[key] if speakers[key][0] is not None or whole is None else whole


def _is_total(story: Story, line: Line, figure: Figure, home: Draft, words: FigureWords) -> bool:
    """Tell a total over several places ("in Puno, Cusco and Tacna, 4,000 in all"): it is no one event's (L2)."""
    siblings = [
        draft for draft in story.drafts if home.split_group is not None and draft.split_group == home.split_group
    ]
    return len(siblings) > 1 and bool(words.whole.search(_beside(line, figure)))


def _beside(line: Line, figure: Figure) -> str:
    return line.words(figure.start - _WHOLE_REACH, figure.end + _WHOLE_REACH)


def _inherit_from_before(story: Story, line: Line, words: FigureWords, recent: list[Placed]) -> None:
    """Give a figure that somebody puts forward the measure told of just before: "Ombudsman: nine".

    Where nothing was counted before, people who are counted beside a protest take part in it.
    """
    for index, figure in enumerate(line.figures):
        if figure.measure is not None or figure.is_single or words.things.match(line.after(figure).lstrip(" -")):
            continue
        earlier = line.figures[index - 1] if index else None
        if (
            earlier
            and earlier.is_inherited
            and figure.is_bare
            and _GAPPED.fullmatch(line.words(earlier.end, figure.start))
        ):
            figure.measure, figure.is_inherited = earlier.measure, True
            continue
        is_people = bool(figure.value.noun and words.people.search(figure.noun))
        is_protest = _is_protest_near(story, line)
        if _OWN_MEMBERS.match(line.words(figure.end, line.end)) and _has_protest(story):
            figure.measure, figure.is_inherited = Measure.PARTICIPANTS, True
            continue
        if is_people and took_no_part(line.words(line.start, figure.start), words):
            continue
        if is_people and is_protest and _is_many(figure) and not words.bystanders.search(line.folded):
            figure.measure, figure.is_inherited = Measure.PARTICIPANTS, True
        elif (figure.is_bare or is_people) and _is_put_forward(line, figure, words):
            told = _told_before(line, index, recent, is_people=is_people)
            fallback = Measure.PARTICIPANTS if is_protest and figure.value.best != 1 else _headed(story, line, words)
            figure.measure, figure.is_inherited = told or fallback, True


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
    heading = heading_of(story, line)
    if heading is None:
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


def _is_protest_near(story: Story, line: Line) -> bool:
    return any(
        draft.type is EventType.PROTEST and any(0 <= line.index - sentence <= 1 for sentence in draft.told_in)
        for draft in story.drafts
    )


def _has_protest(story: Story) -> bool:
    return any(draft.type is EventType.PROTEST and draft.status in EVENT_STATUSES for draft in story.drafts)


def _measure(line: Line, figure: Figure, words: FigureWords, language: str) -> None:
    governor = decide(line, figure, words, language)
    if governor is not None and is_part(line, figure, words) and is_past_another(line, figure, governor.start):
        return
    if governor is None or (figure.is_single and (governor.measure not in HARM or governor.cost > _SINGLE_REACH)):
        return
    figure.measure = governor.measure
    figure.governor = (governor.start, governor.end)


def _recall(line: Line, figure: Figure, recent: list[Placed]) -> None:
    """Give a figure that is taken up again the measure it had: "raised the toll to 43. Of the 43, twelve …"."""
    if figure.is_bare and takes_up(line, figure):
        told = (each.figure for each in recent if each.figure.value.best == figure.value.best)
        figure.measure = next((other.measure for other in told if other.measure in HARM), figure.measure)


def _is_kept(each: Placed) -> bool:
    """Keep what has a report, or may stand in the ledger without one."""
    if each.home is None:
        is_total = each.reach.scope is Scope.PLACE
        return is_total or not (each.figure.is_already_known or each.figure.measure in _ONLY_WITH_EVENT)
    return not each.figure.is_already_known or is_told_here(each.line, each.home)


def _claim(story: Story, each: Placed, words: FigureWords) -> Claim:
    line, figure, value = each.line, each.figure, each.figure.value
    is_toll = each.is_toll
    home = None if is_toll else each.home
    assert figure.measure is not None  # noqa: S101 - only measured figures are placed
    if value.modifier is Modifier.EXACT and value.best and words.estimating.search(line.before(figure)[-_ESTIMATED:]):
        value = replace(value, low=None, high=None, modifier=Modifier.ABOUT)
    according_to, via = each.speakers
    text = story.reading.text
    return Claim(
        claim_id=claim_id(text.id, figure.start, figure.end, figure.measure),
        report_id=home.report_id if home else None,
        measure=figure.measure,
        text=text.text[figure.start : figure.end],
        noun=counted_words(line, figure, words),
        modifier=value.modifier,
        low=value.low,
        high=value.high,
        best=value.best,
        scope=each.reach.scope,
        since=each.reach.since,
        as_of=text.published,
        place=each.place or (toll_place(story, line) if is_toll else home_place(home)),
        category=find_category(line, figure, words),
        perpetrator_role=find_perpetrator(story, line, figure, home),
        according_to=according_to,
        via=via,
        certainty=find_certainty(line, figure, words),
        part_of=claim_id(text.id, each.whole.start, each.whole.end, each.whole.measure)
        if each.whole is not None and each.whole.measure is not None
        else None,
        start=figure.start,
        end=figure.end,
        quote=text.text[line.start : line.end],
    )
