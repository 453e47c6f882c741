"""A page given as plain text to its kind, title and stories, found from layout alone: short lines over paragraphs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from constancia.extract.blocks import Block
from constancia.extract.boilerplate import asks_for_reader, ends_story, is_boilerplate, is_byline
from constancia.extract.draft import Story
from constancia.extract.kind import is_digest_title
from constancia.extract.publication_date import page_dates
from constancia.extract.wrapped_lines import paragraphs_of
from constancia.extract.written_dates import ANY_ORDER, DayOrder
from constancia.vocabulary import PageKind, Precision

_MAX_HEADING = 160
_MAX_HEADING_WORDS = 25
_OPEN_ENDS = (".", ";", ",", ":", "…", "]", "...)", "…)")
_MIN_TEASERS = 3
_MANY_TEASERS = 4
_TITLE_WORDS = 4  # shorter lines above a story are menus, sections and bylines
_NEAR_TITLE = 12


@dataclass(frozen=True, slots=True)
class PlainPage:
    """What a plain text holds; `heading` is the title of a page of many stories.

    `near_title` are the lines where its date may stand: the first ones, and the last one, below which agencies date.
    """

    kind: PageKind
    title: str | None
    heading: str | None
    stories: tuple[Story, ...]
    near_title: tuple[Block, ...]


@dataclass(slots=True)
class _Section:
    """A heading and the paragraphs up to the next; the text before the first heading is one without."""

    heading: str | None
    paragraphs: list[str] = field(default_factory=list)
    published: dt.date | None = None


def read_plain_text(text: str, order: DayOrder) -> PlainPage:
    """Read the layout of a plain text: an article, a listing of teasers, or a digest under headings."""
    every = paragraphs_of(text)
    near = tuple(_block(line) for line in (*every[:_NEAR_TITLE], *every[_NEAR_TITLE:][-1:]))
    sections = _sections(_story_lines(every), order)
    first = next((number for number, section in enumerate(sections) if section.paragraphs), 0)
    leading = [section.heading for section in sections[:first] if section.heading]
    if _is_listing(sections[first:], has_title=bool(leading)):
        title = leading[-1] if leading else None
        kind = PageKind.ROUNDUP if is_digest_title(title) else PageKind.LISTING
        return PlainPage(kind, title, title, tuple(_stories(sections[first:])), near)
    title, kept = _title(leading, sections[first].heading if sections else None)
    told = sections[first:]
    if is_digest_title(title) and sum(1 for section in told if section.heading and section.paragraphs) >= 2:
        return PlainPage(PageKind.ROUNDUP, title, title, tuple(_stories(told, title)), near)
    return PlainPage(PageKind.ARTICLE, title, None, (Story(title, (*kept, *_body(told))),), near)


def _title(leading: Sequence[str], first: str | None) -> tuple[str | None, list[str]]:
    """Give the headline among the lines above the first paragraph, and those after it that belong to the story."""
    lines = [*leading, *([first] if first else [])]
    if not lines:
        return None, []
    at = next((number for number, line in enumerate(lines) if _may_be_title(line)), len(lines) - 1)
    return lines[at], [line for line in lines[at + 1 :] if not _is_name(line)]


def _may_be_title(line: str | None) -> bool:
    return line is not None and len(line.split()) >= _TITLE_WORDS


def _is_name(line: str) -> bool:
    words = line.split()
    return len(words) <= 3 and all(word[0].isupper() for word in words)


def _body(sections: Sequence[_Section]) -> list[str]:
    """Give the lines under the headline; headings with nothing under them at the end are captions and link lists."""
    last = max((number for number, section in enumerate(sections) if section.paragraphs), default=-1)
    lines: list[str] = []
    for number, section in enumerate(sections[: last + 1]):
        if number and section.heading:
            lines.append(section.heading)
        lines.extend(section.paragraphs)
    return lines


def _stories(sections: Sequence[_Section], title: str | None = None) -> list[Story]:
    return [
        Story(section.heading, tuple(section.paragraphs), None, section.published)
        for section in sections
        if section.paragraphs and section.heading != title
    ]


def _is_listing(sections: Sequence[_Section], *, has_title: bool) -> bool:
    """Say whether most of the text is teasers: a heading over one paragraph, or, under a title, over one or two."""
    headed = [section for section in sections if section.heading]
    counts = [len(section.paragraphs) for section in headed]
    single = counts.count(1)
    long_titles = sum(_may_be_title(section.heading) for section in headed)
    is_teasers = single >= _MIN_TEASERS and single >= 0.6 * len(headed) and sum(counts) <= 1.6 * len(headed)
    if is_teasers and long_titles >= 0.5 * len(headed):  # "Summary", "Response": the parts of a report
        return True
    return has_title and len(headed) >= _MANY_TEASERS and max(counts) <= 2 and long_titles >= 0.8 * len(headed)


def _sections(lines: Sequence[tuple[str, bool]], order: DayOrder) -> list[_Section]:
    """Part the lines at their headings; a line that gives a day dates the heading above it, else the next one."""
    sections: list[_Section] = []
    pending: dt.date | None = None
    for text, is_heading in lines:
        days = [date.day for date in page_dates(_block(text), order) if date.precision is Precision.DAY]
        if page_dates(_block(text), ANY_ORDER):
            if sections and not sections[-1].paragraphs and _may_be_title(sections[-1].heading):
                sections[-1].published = days[0] if days else None
            else:
                pending = days[0] if days else None
        elif is_heading:
            sections.append(_Section(text, published=pending))
            pending = None
        elif sections:
            sections[-1].paragraphs.append(text)
        else:
            sections.append(_Section(None, [text]))
    return sections


def _story_lines(every: Sequence[str]) -> list[tuple[str, bool]]:
    """Give each line and whether it is a heading, without furniture: known lines, and what a plea for readers heads."""
    lines: list[tuple[str, bool]] = []
    is_asking = False
    for text in every:
        is_heading = _is_heading(text)
        if is_heading and (asks_for_reader(text) or ends_story(text)):
            is_asking = True
            continue
        if is_heading and not is_boilerplate(text):
            is_asking = False
        if not (is_asking or is_boilerplate(text) or is_byline(text)):
            lines.append((text, is_heading))
    return lines


def _block(text: str) -> Block:
    return Block(text, "p", 0, -1, None, "")


def _is_heading(text: str) -> bool:
    if len(text) > _MAX_HEADING or len(text.split()) > _MAX_HEADING_WORDS:
        return False
    first = text.lstrip("“‘\"'«¿¡([")[:1]
    return (first.isupper() or first.isdigit()) and not text.endswith(_OPEN_ENDS)
