"""A page given as plain text to its kind, title and stories, found from layout alone: short lines over paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from constancia.extract.blocks import Block
from constancia.extract.boilerplate import asks_for_reader, ends_story, is_boilerplate, is_byline
from constancia.extract.draft import Story
from constancia.extract.kind import is_digest_title
from constancia.extract.publication_date import page_dates
from constancia.extract.written_dates import ANY_ORDER
from constancia.vocabulary import PageKind

_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_MAX_HEADING = 160
_MAX_HEADING_WORDS = 25
_WRAP_WIDTHS = (50, 110)
_OPEN_ENDS = tuple(".;,:…")
_MIN_TEASERS = 3
_NO_SPACE = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class PlainPage:
    """What a plain text holds; `near_title` are the lines where its date may stand."""

    kind: PageKind
    title: str | None
    stories: tuple[Story, ...]
    near_title: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    is_heading: bool


def read_plain_text(text: str) -> PlainPage:
    """Read the layout of a plain text: an article, a listing of teasers, or a digest under headings."""
    every = list(_paragraphs(text))
    near = tuple(_block(line) for line in every[:12])
    lines = _story_lines(every)
    heads = [number for number, line in enumerate(lines) if line.is_heading]
    title = lines[heads[0]].text if heads and heads[0] <= 2 else None
    if _is_listing(lines, heads):
        return _listing(lines, heads, near)
    body = [line for number, line in enumerate(lines) if not heads or number != heads[0] or title is None]
    while body and body[-1].is_heading:  # captions and link lists at the end
        body.pop()
    if is_digest_title(title) and sum(1 for line in body if line.is_heading) >= 2:
        return PlainPage(PageKind.ROUNDUP, title, tuple(_under_headings(title, body)), near)
    story = Story(title, tuple(line.text for line in body))
    return PlainPage(PageKind.ARTICLE, title, (story,), near)


def _paragraphs(text: str) -> list[str]:
    """Give the paragraphs, white space folded; lines wrapped at a width are joined, other lines stand alone."""
    found: list[str] = []
    for chunk in _BLANK.split(text):
        rows = [" ".join(row.split()) for row in chunk.split("\n")]
        rows = [row for row in rows if row]
        while len(rows) > 2 and not _is_wrapped(rows) and _is_wrapped(rows[1:]):
            found.append(rows.pop(0))
        found.extend([" ".join(rows)] if _is_wrapped(rows) else rows)
    return found


def _is_wrapped(rows: Sequence[str]) -> bool:
    low, high = _WRAP_WIDTHS
    full = [len(row) for row in rows[:-1]]
    return bool(full) and max(full) <= high and min(full) >= low


def _story_lines(every: Sequence[str]) -> list[_Line]:
    """Leave out furniture: known lines, page dates, and what stands under a heading that asks for the reader."""
    lines: list[_Line] = []
    is_asking = False
    for text in every:
        is_heading = _is_heading(text)
        if is_heading and (asks_for_reader(text) or ends_story(text)):
            is_asking = True
            continue
        if is_heading and not is_boilerplate(text):
            is_asking = False
        if is_asking or is_boilerplate(text) or is_byline(text) or page_dates(_block(text), ANY_ORDER):
            continue
        lines.append(_Line(text, is_heading))
    return lines


def _block(text: str) -> Block:
    return Block(text, "p", 0, -1, None, "")


def _is_heading(text: str) -> bool:
    if len(text) > _MAX_HEADING or len(_NO_SPACE.findall(text)) > _MAX_HEADING_WORDS:
        return False
    first = text.lstrip("“‘\"'«¿¡([")[:1]
    return (first.isupper() or first.isdigit()) and not text.endswith(_OPEN_ENDS)


def _is_listing(lines: Sequence[_Line], heads: Sequence[int]) -> bool:
    """Say whether most of the text is teasers: a heading over one paragraph, time and again."""
    single = sum(1 for number in heads if _paragraphs_under(lines, number) == 1)
    bodies = sum(1 for line in lines if not line.is_heading)
    return single >= _MIN_TEASERS and single >= 0.6 * len(heads) and bodies <= 1.6 * max(1, len(heads))


def _paragraphs_under(lines: Sequence[_Line], number: int) -> int:
    count = 0
    for line in lines[number + 1 :]:
        if line.is_heading:
            break
        count += 1
    return count


def _listing(lines: Sequence[_Line], heads: Sequence[int], near: tuple[Block, ...]) -> PlainPage:
    has_own_title = bool(heads) and _paragraphs_under(lines, heads[0]) == 0
    title = lines[heads[0]].text if has_own_title else None
    teasers = lines[heads[0] + 1 :] if has_own_title else lines
    stories = [story for story in _under_headings(None, teasers) if story.paragraphs]
    digest = PageKind.ROUNDUP if is_digest_title(title) else PageKind.LISTING
    return PlainPage(digest, title, tuple(stories), near)


def _under_headings(title: str | None, lines: Sequence[_Line]) -> list[Story]:
    stories: list[Story] = []
    heading, paragraphs = title, list[str]()
    for line in lines:
        if not line.is_heading:
            paragraphs.append(line.text)
            continue
        if heading or paragraphs:
            stories.append(Story(heading, tuple(paragraphs)))
        heading, paragraphs = line.text, []
    if heading or paragraphs:
        stories.append(Story(heading, tuple(paragraphs)))
    return stories
