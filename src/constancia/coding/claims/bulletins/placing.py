"""The lists and tables of a bulletin in, their figures placed out: whose they are, and how far they reach."""

from __future__ import annotations

import re

from constancia.coding.claims.bulletins.finding import Bulletin, Item, find_bulletins
from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import HEADS_LIST, Figure, Line, line_of
from constancia.coding.claims.placed import Placed, Reach
from constancia.coding.claims.reach.beginnings import find_beginning, iso_of
from constancia.coding.claims.reach.homes import find_home
from constancia.coding.claims.speakers.introducing import first_body
from constancia.coding.story import Draft, Story
from constancia.model import Speaker
from constancia.vocabulary import EVENT_STATUSES, Measure, Precision, Scope

_INTRODUCTION = 3  # sentences before a list that may tell whose it is
_SOURCE = 4  # sentences behind a list within which its source may stand


def place_bulletins(story: Story, lines: list[Line], words: FigureWords) -> list[Placed]:
    """Give the figures of lists and tables, where the page says whose they are; no sentence holds them any more."""
    placed: list[Placed] = []
    for bulletin in find_bulletins(story, lines, words):
        for item in bulletin.items:
            item.line.figures = []
        speaker = _author(story, bulletin, words)
        if speaker is not None or story.reading.text.publisher:
            placed += _place(story, bulletin, speaker, words)
    return placed


def _place(story: Story, bulletin: Bulletin, speaker: Speaker | None, words: FigureWords) -> list[Placed]:
    total = _cumulative(story, bulletin, words)
    wholes: dict[Measure, Placed] = {}
    placed = []
    for item in sorted(bulletin.items, key=lambda each: not each.is_total):  # a total holds the rows above it
        figure = _figure(item)
        whole = wholes.get(item.measure)
        if whole is not None and _is_within(figure, whole.figure):
            each = Placed(item.line, figure, whole.home, whole.reach, whole.figure, (speaker, None), item.place)
        else:
            counted = total or _since_its_beginning(story, item, words)
            home = None if counted else _home(story, bulletin, item, figure)
            is_of_area = item.is_of_row and not item.is_total and item.place is not None
            reach = counted or Reach(Scope.PLACE if is_of_area and home is None else _reach_of(home))
            each = Placed(item.line, figure, home, reach, None, (speaker, None), item.place)
        if item.is_total or (whole is None and not item.is_of_row):
            wholes[item.measure] = each
        placed.append(each)
    return sorted(placed, key=lambda each: each.figure.start)


def _figure(item: Item) -> Figure:
    text = item.line.words(item.start, item.end)
    figure = Figure(item.start, item.end, text, item.line.index, item.value, label=item.label)
    figure.measure, figure.governor = item.measure, item.label
    return figure


def _reach_of(home: Draft | None) -> Scope:
    return Scope.CUMULATIVE if home is None else Scope.INCIDENT


def _is_within(figure: Figure, whole: Figure) -> bool:
    part, most = figure.value.best, whole.value.best
    return part is not None and most is not None and part <= most


def _opening(story: Story, bulletin: Bulletin) -> list[Line]:
    """Give the sentences that introduce a list, the nearest first, and the headline."""
    near = range(bulletin.first - 1, max(bulletin.first - 1 - _INTRODUCTION, -1), -1)
    head = [index for index, each in enumerate(story.reading.sentences[:2]) if each.is_headline and index not in near]
    return [line_of(story, index) for index in (*near, *head) if index < bulletin.first]


def _cumulative(story: Story, bulletin: Bulletin, words: FigureWords) -> Reach | None:
    """Give the reach of a bulletin that says that it counts from a beginning, or up to a day."""
    for line in _opening(story, bulletin):
        since = find_beginning(story, line, words)
        if since is not None or words.always_cumulative.search(line.folded) or words.to_date.search(line.folded):
            return Reach(Scope.CUMULATIVE, iso_of(since))
    return None


def _since_its_beginning(story: Story, item: Item, words: FigureWords) -> Reach | None:
    """Give the reach of an item whose label says since when it counts: "Killed since 6 May: 6"."""
    since = None if item.is_of_row else find_beginning(story, item.line, words)
    return None if since is None else Reach(Scope.CUMULATIVE, iso_of(since))


def _home(story: Story, bulletin: Bulletin, item: Item, figure: Figure) -> Draft | None:
    """Give the one deed of a day that a list is of: told beside it, or the only one of the text."""
    if item.place is not None and item.is_of_row:
        return None
    told = [
        draft
        for draft in story.drafts
        if draft.status in EVENT_STATUSES and not bulletin.first <= draft.trigger.sentence <= bulletin.last
    ]
    near = range(bulletin.first - 1 - _INTRODUCTION, bulletin.last + _SOURCE)
    days = {(draft.date.from_, draft.date.to) for draft in told if draft.date is not None}
    dated = [
        draft
        for draft in told
        if draft.date is not None
        and (draft.date_mention is not None or len(days) == 1)
        and draft.date.precision is Precision.DAY
        and any(sentence in near for sentence in draft.told_in)
    ]
    return find_home(story, item.line, figure, dated) if dated else None


# ---------------------------------------------------------------- whose it is


_WE = re.compile(r"\b(?:we|nosotr[oa]s|(?:registr|document|contabiliz|verific|report|cont|observ)amos|recibimos)\b")


def _author(story: Story, bulletin: Bulletin, words: FigureWords) -> Speaker | None:
    """Give whose bulletin it is: the source named below it, or whoever its introduction or headline names."""
    last = len(story.reading.sentences)
    for index in range(bulletin.last, min(bulletin.last + _SOURCE, last)):
        line = line_of(story, index)
        source = words.source.match(line.folded)
        if source is not None:
            speaker = first_body(story, line, line.start + source.end(), words)
            if speaker is not None:
                return speaker
    for line in _opening(story, bulletin):
        document = words.document.search(line.folded)
        gives = words.giving.search(line.folded)
        if document is None and _WE.search(line.folded):
            return None  # whoever publishes counts
        if document is not None or gives is not None or HEADS_LIST.search(line.folded):
            named = first_body(story, line, line.start + document.end(), words) if document else None
            speaker = named or first_body(story, line, line.start, words)
            if speaker is not None:
                return speaker
    return None
