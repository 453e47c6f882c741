"""The blocks of an article's page in, whether its layout alone leaves no choice of what the story is out.

On such a page the extractor is not asked: whichever of its paragraphs it found, `find_body` would make them the same
story.
"""

from __future__ import annotations

from constancia.extract.blocks import Block, Blocks
from constancia.extract.html_article import MIN_BETWEEN, NO_STORY, belongs, is_sentence

_LEAST_PARAGRAPHS = 3
_LEAST_STORY = 250  # characters; where it finds less, the extractor looks elsewhere too


def is_plain_story(page: Blocks, headline: int | None, promoted: set[int]) -> bool:
    """Tell a page that has nothing under its headline but furniture known as such and one row of paragraphs.

    Each paragraph is of whole sentences and stands in the same element as the others; a standfirst may stand before
    them, a short sentence between them, and anywhere a line that `find_body` leaves out whoever chose it (a byline, a
    date, a notice). `promoted` are blocks that only lead elsewhere.
    """
    if headline is None:
        return False
    title = page.blocks[headline].text
    story: list[Block] = []
    beside = sum(len(block.text) for block in page.blocks[:headline] if is_sentence(block))
    is_open = False  # a short sentence stands last: only between two paragraphs is it surely of the story
    for number in range(headline + 1, len(page.blocks)):
        block = page.blocks[number]
        if block.zone in NO_STORY:
            beside += len(block.text) if is_sentence(block) else 0
        elif number not in promoted and _is_paragraph(page, block, story):
            story.append(block)
            is_open = False
        elif number not in promoted and story and _is_beside(page, block, story[0]) and is_sentence(block, MIN_BETWEEN):
            is_open = True
        elif belongs(block, title) and (story or number in promoted or not is_sentence(block)):
            return False
    size = sum(len(block.text) for block in story)
    return not is_open and len(story) >= _LEAST_PARAGRAPHS and size >= max(_LEAST_STORY, beside)


def _is_paragraph(page: Blocks, block: Block, story: list[Block]) -> bool:
    is_whole = block.tag == "p" and not block.heading and is_sentence(block)
    return is_whole and (not story or _is_beside(page, block, story[0]))


def _is_beside(page: Blocks, block: Block, other: Block) -> bool:
    """Tell whether two paragraphs stand in the same element."""
    containers = page.containers
    return block.tag == other.tag and containers[block.container].parent == containers[other.container].parent
