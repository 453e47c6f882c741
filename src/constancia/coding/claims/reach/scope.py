"""Decide how far a figure reaches: one deed, a span of days, a wider area, or all since a beginning (codebook, T1)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure, Line, heading_of, heading_of_list
from constancia.coding.claims.measures.wholes import takes_up
from constancia.coding.claims.placed import Reach
from constancia.coding.claims.reach.areas import town_of
from constancia.coding.claims.reach.beginnings import (
    beginning_before,
    find_beginning,
    is_day,
    is_of_what_lasts,
    is_old,
    is_summed_behind,
    iso_of,
)
from constancia.coding.claims.reach.crises import (
    LASTING,
    is_listed_with,
    is_of_crisis,
    is_upon_another,
    lasts_for_days,
    names_its_town,
    opens_with_all_since,
    span_of,
)
from constancia.coding.claims.reach.elsewhere import town_that_opens
from constancia.coding.claims.reach.homes import is_of_its_reason
from constancia.coding.claims.reach.long_times import counted_over, is_counted_up_to
from constancia.coding.clauses.syntax import Tense
from constancia.coding.story import Draft, Story
from constancia.model import Mention
from constancia.vocabulary import (
    ActorPart,
    EventType,
    Measure,
    Mode,
    PlacePrecision,
    Precision,
    Scope,
    Status,
)

_TOLLED = frozenset(
    {Measure.KILLED, Measure.INJURED, Measure.ARRESTED, Measure.MISSING, Measure.DISPLACED, Measure.STERILIZED}
)
# A count that is revised beside one of these is taken to be of it; beside a march or a meeting it is the crisis'.
_HARMFUL = frozenset({EventType.ASSAULT, EventType.COERCE})
_NEAR = 3
_BESIDE, _OWN_DAY = 40, 16


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a figure: the report it would go to, and the reaches of figures just before.

    `beside` are those of like figures, the nearest first; of any harm, `joined` is the nearest of the sentence and
    `before` the nearest of the sentences before it.
    """

    home: Draft | None
    beside: list[Reach]
    joined: Reach | None = None
    before: Reach | None = None

    @property
    def cumulative(self) -> Reach | None:
        """The nearest like figure's reach, if it is cumulative."""
        return self.beside[0] if self.beside and self.beside[0].scope is Scope.CUMULATIVE else None


def find_reach(story: Story, line: Line, figure: Figure, setting: Setting, words: FigureWords) -> Reach:
    """Give the reach of a figure in its setting."""
    home = setting.home
    if figure.measure is Measure.MISSING and home is not None and home.type is EventType.PROTEST:
        return Reach(Scope.CUMULATIVE)  # "parents of the 43 missing students marched"
    if figure.measure in _TOLLED and _LATELY.search(_clause(line, figure)):
        return Reach(Scope.WINDOW)
    toll = None
    if figure.measure in _TOLLED and not is_of_what_lasts(story, line, figure, words):
        toll = _toll_reach(story, line, figure, setting, words) or _of_all_its_days(story, line, home)
    if toll is not None or home is None:
        return toll or Reach(Scope.INCIDENT)
    is_counted_together = figure.measure in (Measure.PARTICIPANTS, Measure.BLOCKADES)
    is_country = home.place is not None and home.place.precision is PlacePrecision.COUNTRY
    is_of_days = figure.measure is Measure.PARTICIPANTS and not is_country and _is_window(line, figure, home)
    if home.is_plural and (is_counted_together or is_country) and not is_of_days:
        return Reach(Scope.PLACE)
    is_of_one = figure.is_single or _is_one_attack(home)
    return Reach(Scope.WINDOW if _is_window(line, figure, home) and not is_of_one else Scope.INCIDENT)


# "In the last 24 hours alone, 38 were picked up".
_LATELY = re.compile(
    r"\b(?:(?:in|over|during|within) the (?:last|past|previous) (?:[\w-]+ )?(?:hours?|days?|weeks?)"
    r"|(?:en|durante) l[oa]s (?:ultim[oa]s|pasad[oa]s|recientes) (?:[\w-]+ )?(?:horas|dias|semanas))\b"
)


def _is_one_attack(home: Draft) -> bool:
    """Tell one attack of a weekend from the shootings of a weekend: it was at some time of it, and not all through."""
    is_plural = not home.trigger.is_verb and home.trigger.text.lower().endswith("s")
    return home.type is EventType.ASSAULT and home.status is not Status.ONGOING and not is_plural


def _toll_reach(story: Story, line: Line, figure: Figure, setting: Setting, words: FigureWords) -> Reach | None:
    """Give the cumulative reach of a figure of deaths, injuries, arrests …, or None when it is of one deed."""
    home = setting.home
    since = find_beginning(story, line, words)
    if since is not None and is_old(story, since) and not _is_deed_of(story, line, figure, since, words):
        return Reach(Scope.CUMULATIVE, iso_of(since))
    told = _reach_as_told(story, line, figure, setting, words)
    if told is not None:
        return told
    is_of_home = home is not None and is_told_here(line, home) and not _borrows_its_day(line, home)
    # "Counts eleven deaths in the unrest; the government, five".
    is_next = figure.is_bare and _follows_like(line, figure)
    if setting.cumulative and (is_next or not is_of_home or _is_counted(line, figure, words)):
        return setting.cumulative
    shared = _shared_reach(story, line, figure, setting, is_of_home=is_of_home)
    if shared is not None:
        return shared
    is_of_a_day = figure.is_single or bool(_days_of(story, line))  # the death of one is no toll of many days
    is_of_a_day = is_of_a_day or town_that_opens(story, line, figure.start) is not None
    is_of_a_day = is_of_a_day or (home is None and _was_in_town(story, line, figure))
    is_of_one_deed = home is None and is_of_a_day and not _has_cue(story, line, figure, words)
    is_of_one_deed = is_of_one_deed or (home is None and _OF_THE_DAY.search(_clause(line, figure)) is not None)
    is_of_one_deed = is_of_one_deed or _is_of_the_like_before(line, figure, setting, words)
    is_of_one_deed = is_of_one_deed or (home is None and _is_of_the_reason(story, line, figure, setting.home))
    if not is_of_one_deed and (home is None or _is_cumulative(story, line, figure, home, words)):
        return Reach(Scope.CUMULATIVE, iso_of(since or beginning_before(story, line, words)))
    return None


# "El saldo de la jornada", "the toll of the night".
_OF_THE_DAY = re.compile(
    r"\b(?:de (?:la|esta|esa) (?:jornada|noche|madrugada|tarde|manana|vispera)|of the (?:day|night))\b"
)


def _was_in_town(story: Story, line: Line, figure: Figure) -> bool:
    """Tell "el operativo en Loja terminó con 28 detenidos", past and done, from "ya suman 28 los detenidos en Loja"."""
    if line.parse is None or town_of(story, line, figure) is None:
        return False
    parse = line.parse()
    verb = parse.clauses[parse.clause_at[parse.word_at(figure.start)]].verb
    return verb is not None and verb.tense is Tense.PAST and not verb.is_perfect


def _reach_as_told(story: Story, line: Line, figure: Figure, setting: Setting, words: FigureWords) -> Reach | None:
    """Give the cumulative reach that the sentence, or the heading of its list, says that a figure has."""
    if is_of_crisis(story, line, figure, words, is_of_day=bool(_days_of(story, line))):
        return Reach(Scope.CUMULATIVE, iso_of(find_beginning(story, line, words)))
    long_time = counted_over(story, line, figure, words)
    if long_time is not None or is_counted_up_to(story, line, figure):
        return Reach(Scope.CUMULATIVE, iso_of(long_time))
    is_of_many = _least(figure) >= _SEVERAL and _is_of_the_reason(story, line, figure, setting.home)
    if is_of_many or opens_with_all_since(story, line, words):
        return Reach(Scope.CUMULATIVE, iso_of(beginning_before(story, line, words)))
    return _reach_of_list(story, line, words)


def _reach_of_list(story: Story, line: Line, words: FigureWords) -> Reach | None:
    """Give the cumulative reach of an item of a list "Between 3 and 13 March we documented:"."""
    heading = heading_of_list(story, line)
    if heading is None or _days_of(story, line):
        return None
    since = find_beginning(story, heading, words) or span_of(story, heading)
    is_counted_on = words.always_cumulative.search(heading.folded) or words.to_date.search(heading.folded)
    return Reach(Scope.CUMULATIVE, iso_of(since)) if since is not None or is_counted_on else None


def _is_of_the_reason(story: Story, line: Line, figure: Figure, home: Draft | None) -> bool:
    """Tell the dead over whom people march, and the held whose release they demand, from harm at the march."""
    return any(is_of_its_reason(story, line, figure, draft) for draft in (story.drafts if home is None else [home]))


def _least(figure: Figure) -> float:
    return figure.value.low or figure.value.best or 0


_SEVERAL = 3  # fewer are of one deed, which a march is told to be over


def _is_of_the_like_before(line: Line, figure: Figure, setting: Setting, words: FigureWords) -> bool:
    """Tell "The guild put the figure at 52", right behind the hurt of one deed: it counts them again."""
    clause = _clause(line, figure)
    if not (figure.is_bare and setting.beside and setting.beside[0].scope is Scope.INCIDENT):
        return False
    cues = (words.toll, words.always_cumulative, words.everywhere, words.in_crisis, words.since, words.rising)
    return bool(words.revised.search(clause)) and not any(cue.search(clause) for cue in cues)


def _is_so_far(story: Story, line: Line, figure: Figure, home: Draft) -> bool:
    """Tell "682 have been arrested", with no day in its sentence: behind a toll it is one more of the toll's."""
    if line.parse is None or figure.governor is None or not _borrows_its_day(line, home):
        return False
    parse = line.parse()
    verb = parse.clauses[parse.clause_at[parse.word_at(figure.governor[0])]].verb
    return verb is not None and verb.is_perfect and verb.tense is Tense.PRESENT and not _days_of(story, line)


def _shared_reach(story: Story, line: Line, figure: Figure, setting: Setting, *, is_of_home: bool) -> Reach | None:
    """Give the cumulative reach of the figures beside, or before, that a figure of no deed told here shares."""
    is_joined = setting.joined is not None and setting.joined.scope is Scope.CUMULATIVE
    if is_joined and (not is_of_home or (is_listed_with(line, figure) and not _days_of(story, line))):
        return setting.joined
    home = setting.home
    is_told = home is not None and is_told_here(line, home) and not _is_so_far(story, line, figure, home)
    is_before = setting.before is not None and setting.before.scope is Scope.CUMULATIVE
    return setting.before if is_before and not is_told else None


def _of_all_its_days(story: Story, line: Line, home: Draft | None) -> Reach | None:
    """Give the reach of a figure, beside no day, in a paragraph that tells of a strike in its ninth day."""
    if home is None or home.mode not in LASTING or (home.day_counter or 0) <= 1 or _days_of(story, line):
        return None
    told = {*home.told_in, *(trigger.sentence for trigger in (home.trigger, *home.echoes))}
    is_told = any(story.reading.sentences[index].paragraph == line.paragraph for index in told)
    return Reach(Scope.CUMULATIVE) if is_told else None


def _follows_like(line: Line, figure: Figure) -> bool:
    """Tell whether a figure of the same measure stands before it in its sentence."""
    return any(other.end <= figure.start and other.measure is figure.measure for other in line.figures)


def _borrows_its_day(line: Line, home: Draft) -> bool:
    """Tell whether a deed that only this sentence names has no day in it: beside tolls it is likelier one of them."""
    day = home.date_mention
    is_elsewhere = day is None or not line.start <= day.start < line.end
    is_elsewhere = is_elsewhere and not _is_done_there(line, home)
    return is_elsewhere and all(each.sentence == line.index for each in (home.trigger, *home.echoes))


def _is_done_there(line: Line, home: Draft) -> bool:
    """Tell whether a sentence says who did it and in which town: "In Lira, soldiers killed eight"."""
    place = home.place_mention
    is_there = place is not None and line.start <= place.start < line.end
    doers = (actor for actor in home.actors if actor.part is ActorPart.PERPETRATOR and actor.start is not None)
    return is_there and home.trigger.is_verb and any(line.start <= (each.start or 0) < line.end for each in doers)


def _days_of(story: Story, line: Line) -> list[Mention]:
    """Give the mentions of days in a sentence."""
    return [
        each
        for each in story.dates_in(line.index)
        if is_day(each) and getattr(each.value, "precision", None) is Precision.DAY
    ]


def _has_cue(story: Story, line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell whether the words around a figure say that it covers more than one deed."""
    clause = _clause(line, figure)
    cues = (words.always_cumulative, words.revised, words.toll, words.everywhere, words.rhetorical)
    return _is_headed_toll(story, line, words) or any(cue.search(clause) for cue in cues)


def _is_deed_of(story: Story, line: Line, figure: Figure, since: Mention, words: FigureWords) -> bool:
    """Tell whether the beginning belongs to another figure of the sentence, or stands a clause or a day away."""
    if any(since.end <= day.start and day.end <= figure.start for day in _days_of(story, line)):
        return True  # "began on 1 July and turned violent on Monday, when 400 were hurt"
    nearest = min(line.figures, key=lambda other: abs(other.start - since.start))
    between = line.words(min(figure.end, since.end), max(figure.start, since.start))
    is_other = nearest is not figure and nearest.measure in _TOLLED and ";" in between
    return is_other or is_summed_behind(line, figure, since, words)


def _is_counted(line: Line, figure: Figure, words: FigureWords) -> bool:
    """Tell whether the figure is put forward as a count: "raised its own count to seven"."""
    return bool(words.counted.search(line.before(figure))) or takes_up(line, figure)


def _is_cumulative(story: Story, line: Line, figure: Figure, home: Draft, words: FigureWords) -> bool:  # noqa: PLR0911 - a rule a line
    clause = _clause(line, figure)
    is_attack_near = home.type is EventType.ASSAULT and home.mode is not Mode.DESTROY and _is_told_near(line, home)
    is_revised = bool(words.rising.search(clause) or words.revised.search(clause))
    if is_revised and _names_one_deed(line, figure, home, _OWN_DAY) and not words.everywhere.search(clause):
        return False  # "the toll from Monday's clashes"
    is_raised = words.revised.search(clause) is not None and is_upon_another(line.after(figure))
    if is_raised or _is_headed_toll(story, line, words) or (words.rising.search(clause) and not is_attack_near):
        return True
    if words.in_crisis.search(clause) and _is_done_by_someone_that_day(line, figure, home):
        return False
    is_told_near = _is_told_near(line, home)
    is_of_deed = bool(words.revised.search(clause)) and is_told_near and home.type in _HARMFUL
    is_of_deed = is_of_deed and (
        home.trigger.is_verb or home.date_mention is not None or not _borrows_its_day(line, home)
    )
    if is_of_deed and not any(other.end <= figure.start and other.measure in _TOLLED for other in line.figures):
        return False  # "The committee raises the figure to six": of the deed just told
    if words.always_cumulative.search(clause):
        is_one = _names_one_deed(line, figure, home) or names_its_town(story, line, words)
        return bool(words.since.search(clause)) or not is_one
    if words.everywhere.search(clause) or words.revised.search(clause):
        return not is_of_deed or bool(words.everywhere.search(clause))
    is_named = home.type is EventType.PROTEST and not home.trigger.is_verb and home.date_mention is None
    is_crisis = home.form is None or (home.mode in LASTING and lasts_for_days(story))  # "saldo del paro"
    is_told_near = is_told_near and not (is_named and is_crisis) and not _is_only_counted(line, home)
    return bool(words.toll.search(_GIVES_ACCOUNT.sub("", clause))) and not is_told_near


def _is_only_counted(line: Line, home: Draft) -> bool:
    """Tell a deed without a day that only the counting sentence names: "The balance is three dead and 118 held"."""
    told = (home.trigger, *home.echoes)
    return home.date is None and all(each.sentence == line.index and not each.is_verb for each in told)


_GIVES_ACCOUNT = re.compile(r"\b(?:da|dan|dio|dieron|daba|dando) cuenta\b")  # says so, and counts no total


def _is_headed_toll(story: Story, line: Line, words: FigureWords) -> bool:
    """Tell whether the paragraph opens with a heading that announces a toll: "The toll. Ministry: five dead."."""
    heading = heading_of(story, line)
    return heading is not None and bool(words.toll.search(heading) or words.always_cumulative.search(heading))


def _is_told_near(line: Line, home: Draft) -> bool:
    told = {*home.told_in, *(trigger.sentence for trigger in (home.trigger, *home.echoes))}
    return any(0 <= line.index - sentence <= _NEAR for sentence in told)


def _clause(line: Line, figure: Figure) -> str:
    """Give the folded words of the figure's part of the sentence; before another figure it ends at a comma.

    "Three died on Monday, bringing the toll of the crisis to 47": the toll is not the three's.
    """
    before, after = line.before(figure), line.after(figure)
    if _JOINED.search(after):  # "three dead and 88 hurt since the start"
        after += line.words(figure.end + len(after), line.end)
    total = _TOTAL.search(after)
    after = after[: total.start()] if total is not None else after
    is_last = figure.end + len(after) >= line.end
    return (
        before.rsplit(";", 1)[-1]
        + line.words(figure.start, figure.end)
        + re.split(r";" if is_last else r"[;,]", after)[0]
    )


# "Two were shot on Monday and the total of the crisis reached 21": the total is of another clause.
_TOTAL = re.compile(
    r"\s(?:y|and|mientras|while)\s+(?:ya\s+)?(?:el|la|los|the|its|su)\s+(?:\w+\s+){0,2}(?:total|toll|cifra|saldo|numero|balance|"
    r"tally|count|number|cuenta|recuento|conteo)\b"
)
_JOINED = re.compile(r"^[^,;:]{0,40}\b(?:and|y|e)(?: (?:a|about|some|unos|unas|al menos|at least|over|more than))? $")


def is_told_here(line: Line, home: Draft) -> bool:
    """Tell whether a sentence itself tells of a report's deed."""
    return line.index in home.told_in or home.is_named_in(line.index)


def _names_one_deed(line: Line, figure: Figure, home: Draft, beside: int = _BESIDE) -> bool:
    """Tell whether the figure's own words name one dated deed: "the number killed in the 9 January shooting"."""
    if not is_told_here(line, home):
        return False
    trigger = next(each for each in (home.trigger, *home.echoes) if each.sentence == line.index or each is home.trigger)
    has_day = home.date is not None and home.date.start is not None and abs(home.date.start - trigger.start) < beside
    between = line.words(min(figure.end, trigger.start), max(figure.start, trigger.start))
    return has_day and not trigger.is_verb and ";" not in between and not home.is_plural


def _is_done_by_someone_that_day(line: Line, figure: Figure, home: Draft) -> bool:
    """Tell "on Monday soldiers wounded three, during the unrest" from "three were wounded during the unrest"."""
    start, end = figure.governor or (0, 0)
    is_its_object = home.trigger.is_verb and start < home.trigger.end and home.trigger.start < end
    day = home.date_mention
    has_doer = any(actor.part in _DOERS for actor in home.actors)
    return is_its_object and has_doer and day is not None and line.start <= day.start < line.end


_DOERS = frozenset({ActorPart.PERPETRATOR, ActorPart.ACTOR})


def _is_window(line: Line, figure: Figure, home: Draft) -> bool:
    """Tell whether the words beside a figure give it two or more days: "20,000 on Wednesday and Thursday".

    Told of a deed of two days in a clause of its own, it is the deed's: "They blocked it for two days; nine were hurt".
    "Two days after" leaves open which day it was, and is no span.
    """
    date = home.date
    if date is None or date.start is None or date.end is None or date.from_ is None or date.to is None:
        return False
    if home.said_on is not None and home.said_on.start == date.start:
        return False  # the day on which it was told of leaves open which of two it was
    if date.precision is not Precision.WINDOW or date.to <= date.from_ or not line.start <= date.start < line.end:
        return False
    between = line.words(min(figure.end, date.end), max(figure.start, date.start))
    return ";" not in between and not _COUNTED_FROM.search(line.words(date.start, date.end))


# A day told by its distance from another.
_COUNTED_FROM = re.compile(r"\b(?:after|later|ago|before|earlier|despues|hace|antes|atras)\b")
