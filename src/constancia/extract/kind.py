"""What a page states, its teasers and its text to the kind of page that it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from constancia.extract.blocks import Block, Blocks
from constancia.extract.html_tree import Stated
from constancia.extract.listing import Teaser, is_section_address
from constancia.extract.page_parts import BESIDE_THE_STORY, kind_words
from constancia.extract.publication_date import page_dates
from constancia.extract.written_dates import ANY_ORDER
from constancia.words.folding import fold

_NO_STORY = BESIDE_THE_STORY | {"sidebar"}
_MIN_SENTENCE = 60
_MIN_STORY = 250
_ENOUGH = 2.0
_BODY_CLASS = re.compile(r"[\s]+")


def is_listing(stated: Stated, page: Blocks, teasers: Sequence[Teaser], headline: int | None, url: str) -> bool:
    """Say whether a page offers teasers instead of telling a story.

    The weights were set on hand-made pages of some thirty layouts: teasers that outweigh the running text are enough
    unless the page calls itself an article; an address or class of a section makes up for few teasers.
    """
    if len(teasers) < 2:
        return False
    offered = sum(teaser.size for teaser in teasers)
    running = _running_text(page.blocks, teasers)
    score = 2.0 if offered > running else 0.0
    score += 1.0 if len(teasers) >= 3 and offered > 2 * running else 0.0
    score += 1.5 if _calls_itself_listing(stated, url) else 0.0
    score -= 2.0 if _calls_itself_article(stated) else 0.0
    score -= 1.5 if running >= 600 and running > offered else 0.0
    score -= 2.0 if _tells_first(page.blocks, teasers, headline) else 0.0
    return score >= _ENOUGH


def _running_text(blocks: Sequence[Block], teasers: Sequence[Teaser]) -> int:
    own = {id(block) for teaser in teasers for block in teaser.body}
    return sum(
        len(block.text)
        for block in blocks
        if len(block.text) >= _MIN_SENTENCE
        and id(block) not in own
        and block.zone not in _NO_STORY
        and block.linked < 0.5 * len(block.text)
    )


def _tells_first(blocks: Sequence[Block], teasers: Sequence[Teaser], headline: int | None) -> bool:
    """Say whether a story begins right under the headline: a date and a paragraph, or two, before any teaser."""
    if headline is None:
        return False
    owned = {id(block) for teaser in teasers for block in (teaser.title, *teaser.body)}
    told: list[Block] = []
    is_dated = False
    for block in blocks[headline + 1 :]:
        if id(block) in owned:
            break
        is_dated = is_dated or block.datetime is not None or bool(page_dates(block, ANY_ORDER))
        if len(block.text) >= _MIN_SENTENCE and block.zone not in _NO_STORY and block.linked < 0.5 * len(block.text):
            told.append(block)
    return (is_dated and bool(told)) or (len(told) >= 2 and sum(len(block.text) for block in told) >= _MIN_STORY)


def _calls_itself_listing(stated: Stated, url: str) -> bool:
    body = stated.tree.find("body")
    classes = _BODY_CLASS.split(((body.get("class") if body is not None else None) or "").lower())
    if not kind_words("listing_classes").isdisjoint(classes) or not kind_words("listing_types").isdisjoint(
        stated.types
    ):
        return True
    return is_section_address(stated.first("og:url") or url, kind_words("listing_paths"))


def _calls_itself_article(stated: Stated) -> bool:
    if (stated.first("og:type") or "").lower() == "article" or "article:published_time" in stated.metas:
        return True
    # A listing may carry the data of many articles; an article's page carries its own.
    stories = [thing for thing in stated.linked_data if isinstance(thing.get("headline"), str)]
    return len(stories) == 1 and not kind_words("article_types").isdisjoint(stated.types)


def is_digest_title(title: str | None) -> bool:
    """Say whether a headline announces a digest of many stories."""
    return title is not None and bool(_digest_titles().search(fold(title)))


@lru_cache(maxsize=1)
def _digest_titles() -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase) for phrase in sorted(kind_words("digest_titles"), key=len, reverse=True))
    return re.compile(rf"(?:^|[:|–—-]\s?|\b)(?:{phrases})\b")


def is_roundup(title: str | None, body: Sequence[Block]) -> bool:
    """Say whether a body is a digest: announced as one and headed, or made of headed paragraphs throughout."""
    headed = sum(1 for block in body if is_story_heading(block))
    led = sum(1 for block in body if is_led(block))
    if is_digest_title(title):
        return headed >= 2 or led >= 2
    return led >= 4 and led >= 0.7 * len(body)


def is_story_heading(block: Block) -> bool:
    """Say whether a block heads a part of the text: a heading, or a short line all in bold."""
    return bool(block.heading) or (block.lead == block.text and len(block.text) < 120)


def is_led(block: Block) -> bool:
    """Say whether a paragraph begins with a few words in bold as its own heading."""
    return block.lead is not None and block.lead != block.text and len(block.lead) <= 80
