"""Lines of text to a page's text with the offsets of its passages: what every kind of page is put together with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class DraftPassage:
    """A passage before it has an id; `title_end` equals `start` when it has no title."""

    start: int
    end: int
    title_end: int
    title: str | None
    linked_url: str | None = None
    published: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """The lines of one story: its title, the paragraphs under it, where it links to and its own date."""

    title: str | None
    paragraphs: tuple[str, ...]
    linked_url: str | None = None
    published: dt.date | None = None


@dataclass(slots=True)
class Draft:
    """A page's text as it grows."""

    passages: list[DraftPassage] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)
    _size: int = 0

    @property
    def text(self) -> str:
        """Give the whole text."""
        return _BREAK.join(self._lines)

    def add_line(self, line: str) -> int:
        """Add a line that belongs to no passage, or to the one being built; give where it starts."""
        start = self._size + (len(_BREAK) if self._lines else 0)
        self._lines.append(line)
        self._size = start + len(line)
        return start

    def add_story(self, story: Story) -> None:
        """Add a story as a passage; one without any words is left out."""
        lines = [line for line in (story.title, *story.paragraphs) if line]
        if not lines:
            return
        starts = [self.add_line(line) for line in lines]
        title_end = starts[0] + len(story.title) if story.title else starts[0]
        self.passages.append(
            DraftPassage(starts[0], self._size, title_end, story.title, story.linked_url, story.published)
        )


def draft_of(stories: Iterable[Story], heading: str | None = None) -> Draft:
    """Put stories one under another; `heading` is the page's own title and belongs to none of them."""
    draft = Draft()
    if heading:
        draft.add_line(heading)
    for story in stories:
        draft.add_story(story)
    return draft
