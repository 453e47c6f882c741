"""A story told in sections in, the day of each section out: the entries of a live page, the days of a chronology.

A heading that opens with the time of day ("13:20 - Stones near the lake") begins an entry told on the day of
publication; one that is a day alone ("Tuesday 3 June") dates what stands below it, up to the next heading.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import cast

from constancia.coding.story import Draft, Section, Story
from constancia.coding.when.days import usable
from constancia.model import DateValue, Mention, ReportDate
from constancia.vocabulary import EVENT_STATUSES, Anchor, Precision, TimexType

_CLOCK = re.compile(
    r"[\[(]?\s?(?:(?:[01]?\d|2[0-3])(?:[:h]|\.(?=\d\d\b(?!\.)))[0-5]\d(?:\s?(?:[ap]\.?m\.?|hrs?|horas|h)\b)?"
    r"|(?:1[0-2]|0?[1-9])\s?[ap]\.?m\b)",
    re.IGNORECASE,
)
_ENTRIES = 3  # times of day that open paragraphs, and make a live page
_DAYS = 2  # days that are headings, and make a chronology
_WORDS_OF_DAY = 2  # words besides the day in a heading that is a day: "On", "Day 3"


def section_of(story: Story, sentence: int) -> Section | None:
    """Give the section of a live page or chronology in which a sentence stands below its heading."""
    for section in sections(story):
        if section.first <= sentence < section.last:
            return section
    return None


def date_by_section(story: Story, draft: Draft) -> None:
    """Set the day of the section in which a deed is told, unless the section has named another since it began."""
    here = draft.trigger.sentence
    section = section_of(story, here)
    if section is None:
        return
    named = [day for index in range(section.first, here) for day in story.dates_in(index) if day is not section.mention]
    if any(usable(day) and _is_of_another_day(day, section) for day in named) or draft.status not in EVENT_STATUSES:
        return
    at = section.mention
    draft.date_mention = at
    draft.date = ReportDate(section.day, section.day, Precision.DAY, at.text, at.start, at.end)
    draft.why.append("date: of its section")


def _is_of_another_day(mention: Mention, section: Section) -> bool:
    value = mention.value
    return isinstance(value, DateValue) and value.from_ != section.day


def sections(story: Story) -> list[Section]:
    """Give the sections of a story with their days, found once; none for a text told in one go."""
    if story.sections is None:
        story.sections = _sections(story)
    return story.sections


def _sections(story: Story) -> list[Section]:
    sentences, text = story.reading.sentences, story.reading.text
    opens = [
        index
        for index, sentence in enumerate(sentences)
        if not sentence.is_headline and (index == 0 or sentences[index - 1].paragraph != sentence.paragraph)
    ]
    timed = {index for index in opens if _CLOCK.match(text.text, sentences[index].start)}
    dated = {index: alone for index in opens if (alone := _day_alone(story, index)) is not None}
    if len({cast("DateValue", day.value).from_ for day in dated.values()}) < _DAYS:
        dated = {}  # the day on which a text was sent
    is_live = len(timed) >= _ENTRIES and text.published is not None
    starts = sorted({*dated, *(timed if is_live else ())})
    found: list[Section] = []
    day = text.published
    mention: Mention | None = None
    for start, following in zip(starts, [*starts[1:], len(sentences)], strict=False):
        if start in dated:
            mention = dated[start]
            day = cast("DateValue", mention.value).from_
        if day is not None:
            found.append(Section(start, following, day, mention or _opening_time(story, start, day)))
    return found


def _opening_time(story: Story, sentence: int, day: dt.date) -> Mention:
    """Make the mention of the day that an entry's time of day tells: the day of publication."""
    text, start = story.reading.text.text, story.reading.sentences[sentence].start
    match = _CLOCK.match(text, start)
    end = match.end() if match is not None else start
    value = DateValue(TimexType.DATE, day.isoformat(), day, day, Precision.DAY, Anchor.PUBLISHED)
    return Mention(start, end, text[start:end], value, "an entry of a live page")


def _day_alone(story: Story, index: int) -> Mention | None:
    """Give the day of a paragraph that holds nothing else."""
    sentences = story.reading.sentences
    is_whole = index + 1 == len(sentences) or sentences[index + 1].paragraph != sentences[index].paragraph
    days = [mention for mention in story.dates_in(index) if _is_day(mention)] if is_whole else []
    if len(days) != 1:
        return None
    text = story.reading.text.text
    around = text[sentences[index].start : days[0].start] + " " + text[days[0].end : sentences[index].end]
    return days[0] if len(re.findall(r"\w+", around)) <= _WORDS_OF_DAY else None


def _is_day(mention: Mention) -> bool:
    value = mention.value
    is_date = isinstance(value, DateValue) and value.type is TimexType.DATE and value.precision is Precision.DAY
    return is_date and value.from_ is not None and value.from_ == value.to  # type: ignore[union-attr]
