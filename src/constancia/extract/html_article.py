"""The tree and blocks of an article's page to the lines of its story, in the words that a reader sees."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from lxml.html import HtmlElement

from constancia.extract.alignment import SolidText
from constancia.extract.blocks import Block, Blocks
from constancia.extract.boilerplate import asks_for_reader, ends_story, is_boilerplate, is_byline
from constancia.extract.page_parts import BESIDE_THE_STORY, has_role
from constancia.extract.publication_date import page_dates
from constancia.extract.written_dates import ANY_ORDER

if TYPE_CHECKING:
    from trafilatura.settings import Extractor

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it finds wanting in a page is told by our own errors

NO_STORY = BESIDE_THE_STORY | {"hidden"}
_MIN_SENTENCE = 45
MIN_BETWEEN = 12  # between two paragraphs of a story a short sentence is one more
_MIN_STANDFIRST = 40
_MIN_ANYWHERE = 40  # a shorter piece found far from the last one is another occurrence of the same words
_NEAR = 3000
_MAX_BOX = 3
_LEAST_STORY = 0.3
_MAX_STAMP = 120  # a line that holds a <time> and is no longer than this gives the time of the page


def main_lines(tree: HtmlElement) -> list[str]:
    """Give the pieces of the main text as trafilatura finds them, in its fast mode and without its metadata."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - a fifth of the start, and many a page does without

    found = bare_extraction(tree, options=_how())
    body = getattr(found, "body", None)
    if body is None:
        return []
    return [line for piece in body.itertext() for line in piece.split("\n") if line.strip()]


@cache
def _how() -> Extractor:
    """Give the settings of the extractor; making them anew for each page reads a configuration file's text anew."""
    from trafilatura.settings import Extractor  # noqa: PLC0415

    return Extractor(output_format="python", fast=True, comments=False, with_metadata=False)


def find_body(page: Blocks, lines: Sequence[str], headline: int | None, promoted: set[int]) -> list[Block]:
    """Give the blocks of the story under the headline: those that trafilatura chose, mended from the page itself.

    `promoted` are blocks that only lead to other stories.
    """
    blocks = page.blocks
    chosen = _covered(blocks, lines)
    if not chosen:
        chosen = [number for number, block in enumerate(blocks) if is_sentence(block)]
    kept = {number for number in chosen if blocks[number].zone not in NO_STORY}
    if sum(len(blocks[n].text) for n in kept) < 0.5 * sum(len(blocks[n].text) for n in chosen):
        kept = set(chosen)  # the whole story stands in what its class names call furniture
    first = -1 if headline is None else headline
    if any(number > first for number in kept):
        kept = {number for number in kept if number > first}
    kept = (kept - promoted) or kept
    kept = _cut_tail(blocks, sorted(kept))
    kept = _with_standfirst(blocks, _mend_gaps(page, _with_entries(page, kept)), first)
    kept = (kept - promoted) or kept
    kept -= _asking(page, kept)
    title = blocks[headline].text if headline is not None else None
    story = list(_without_repeats(blocks[number] for number in sorted(kept) if belongs(blocks[number], title)))
    return story or _captions(blocks)


def _captions(blocks: Sequence[Block]) -> list[Block]:
    """Give the captions of a gallery, which tell its story: each a sentence, most often with a credit behind it."""
    captions = [
        block
        for block in blocks
        if block.zone == "caption" and len(block.text) >= _MIN_SENTENCE and ". " in f"{block.text} "
    ]
    return captions if len(captions) > 1 else []


def _without_repeats(story: Iterable[Block]) -> Iterator[Block]:
    """Leave out a paragraph that stands twice, as on pages that hold one text for wide and one for narrow screens."""
    seen: set[str] = set()
    for block in story:
        if len(block.text) < _MIN_SENTENCE or block.text not in seen:
            seen.add(block.text)
            yield block


def _covered(blocks: Sequence[Block], lines: Sequence[str]) -> list[int]:
    """Give the blocks at least half of whose characters are in the extractor's lines."""
    solid = SolidText([block.text for block in blocks])
    covered = [0] * len(blocks)
    cursor = 0
    for line in lines:
        found = _find(solid, line, cursor)
        if found is None:
            continue
        start, end = found
        cursor = max(cursor, end)
        number = solid.owner(start)
        while number < len(blocks) and solid.start(number) < end:
            stretch = min(end, solid.start(number) + solid.length(number)) - max(start, solid.start(number))
            covered[number] += stretch
            number += 1
    return [number for number, count in enumerate(covered) if count and 2 * count >= solid.length(number)]


def _find(solid: SolidText, line: str, cursor: int) -> tuple[int, int] | None:
    found = solid.find(line, cursor)
    if found is None and len(line) > _MIN_SENTENCE:
        # The extractor changed something in the line: what stands unchanged at its head still names the block.
        found = solid.find(line[:_MIN_SENTENCE], cursor)
    if found is not None and len(line) < _MIN_ANYWHERE and not cursor <= found[0] <= cursor + _NEAR:
        return None
    return found


def _cut_tail(blocks: Sequence[Block], numbers: Sequence[int]) -> set[int]:
    """Cut what stands under a heading such as "Related stories", unless it would cut most of the story."""
    total = sum(len(blocks[number].text) for number in numbers)
    kept = set(numbers)
    so_far = 0
    for number in range(min(kept, default=0), max(kept, default=-1) + 1):
        block = blocks[number]
        if so_far > _LEAST_STORY * total and ends_story(block.text) and block.zone not in NO_STORY:
            return {earlier for earlier in kept if earlier < number}
        so_far += len(block.text) if number in kept else 0
    return kept


def _mend_gaps(page: Blocks, kept: set[int]) -> set[int]:
    """Put back what the extractor left out: sentences beside kept blocks in the same element, and headings between."""
    if not kept:
        return kept
    blocks = page.blocks
    parents = {page.containers[blocks[number].container].parent for number in kept}
    tags = {blocks[number].tag for number in kept}
    first, last = min(kept), max(kept)
    mended = set(kept)
    for number in range(max(0, first - 1), len(blocks)):
        block = blocks[number]
        if number in kept or block.zone in NO_STORY or block.linked > 0.5 * len(block.text):
            continue
        if page.containers[block.container].parent not in parents:
            continue
        is_heading = number < last and (block.heading > 1 or block.lead == block.text)
        is_between = first < number < last
        is_next = is_between or number - 1 in mended
        least = MIN_BETWEEN if is_between else _MIN_SENTENCE
        if is_heading or (is_next and block.tag in tags and is_sentence(block, least)):
            mended.add(number)
    return mended


def _with_entries(page: Blocks, kept: set[int]) -> set[int]:
    """Add the rest of a row of entries, as of a live page or a timeline: elements called alike, side by side."""
    rows: dict[tuple[int, str, str], set[int]] = {}
    entry_of: dict[int, tuple[tuple[int, str, str], int]] = {}
    for number, block in enumerate(page.blocks):
        for at in page.ancestors(block.container):
            holder = page.containers[at]
            if holder.parent >= 0 and holder.classes and holder.tag in _ENTRY_TAGS:
                row = (holder.parent, holder.tag, holder.classes)
                entry_of[number] = (row, at)
                if number in kept:
                    rows.setdefault(row, set()).add(at)
                break
    told = {row for row, entries in rows.items() if len(entries) >= _MIN_ENTRIES}
    added = {
        number
        for number, (row, _) in entry_of.items()
        if row in told and page.blocks[number].zone not in NO_STORY and not _is_link(page.blocks[number])
    }
    return kept | {number for number in added if len(page.blocks[number].text) >= MIN_BETWEEN}


def _is_link(block: Block) -> bool:
    return block.linked > 0.5 * len(block.text)


_ENTRY_TAGS = frozenset({"div", "section", "article"})
_MIN_ENTRIES = 2


def _asking(page: Blocks, kept: set[int]) -> set[int]:
    """Give the blocks of boxes inside the story that ask for an address: all of the asking line's element."""
    if not kept:
        return set()
    parents = {number: page.containers[page.blocks[number].container].parent for number in range(min(kept), max(kept))}
    in_story = Counter(parents.get(number) for number in kept)
    most = min(_MAX_BOX, len(kept) / 2)
    boxes = {
        parent
        for number, parent in parents.items()
        if in_story[parent] <= most and asks_for_reader(page.blocks[number].text)
    }
    return {number for number in kept if parents.get(number) in boxes}


def is_sentence(block: Block, least: int = _MIN_SENTENCE) -> bool:
    """Tell whole sentences, of `least` characters or more, from labels and links."""
    return len(block.text) >= least and block.text[-1] in '.!?…"”»’)' and block.linked < 0.5 * len(block.text)


def _with_standfirst(blocks: Sequence[Block], kept: set[int], headline: int) -> set[int]:
    """Add the standfirst: what stands between headline and body and is a sentence or named one by its class."""
    if headline < 0 or not kept:
        return kept
    for number in range(headline + 1, min(kept)):
        block = blocks[number]
        if block.zone in NO_STORY or block.linked > 0.5 * len(block.text) or len(block.text) < _MIN_STANDFIRST:
            continue
        if has_role(block.classes, "standfirst") or block.heading or is_sentence(block):
            kept = kept | {number}
    return kept


def belongs(block: Block, title: str | None) -> bool:
    """Tell whether a block that was found may be of the story; bylines, dates, notices and links elsewhere are not."""
    text = block.text
    if text == title or is_boilerplate(text):
        return False
    if block.datetime and len(text) < _MAX_STAMP and not text.endswith("."):
        return False
    if page_dates(block, ANY_ORDER) or (len(text) < 100 and has_role(block.classes, "byline")):
        return False
    if block.linked >= 0.9 * len(text) and not block.heading and block.tag not in {"li", "td"}:
        return False  # a line that is one link leads elsewhere
    return not is_byline(text)
