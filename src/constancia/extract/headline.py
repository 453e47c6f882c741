"""The blocks of a page and what it states of its title to the block that is the headline of its story."""

from __future__ import annotations

import re
from collections.abc import Sequence

from constancia.extract.blocks import Block
from constancia.extract.html_tree import Stated
from constancia.extract.page_parts import kind_words
from constancia.extract.publisher import bar_parts
from constancia.words.folding import fold

_MAX_HEADLINE = 300
_MAX_KICKER_WORDS = 5
_SAMPLE = 16  # letters
_TITLE_METAS = ("og:title", "twitter:title", "dc.title", "title", "headline", "sailthru.title", "parsely-title")
_FURNITURE = {"navigation", "sidebar", "footer", "related", "consent", "comments"}
_NOT_WORDS = re.compile(r"[\W_]+")


def find_headline(stated: Stated, blocks: Sequence[Block]) -> int | None:
    """Give the number of the headline's block: one that the page states as its title, else its main heading."""
    titles = [_bare(title) for title in stated_titles(stated)]
    shortest = 0.4 * min(map(len, titles), default=0)
    bare = {
        number: _bare(block.text)
        for number, block in enumerate(blocks)
        if shortest <= len(block.text) <= _MAX_HEADLINE
        if (block.heading or block.linked < len(block.text)) and _may_be_like(block.text, titles)
    }
    best = max(
        ((_likeness(text, titles, blocks[number]), -number) for number, text in bare.items() if text),
        default=(0.0, 0),
    )
    if best[0] >= 2:
        return -best[1]
    for levels in ((1,), (2, 3)):
        for number, block in enumerate(blocks):
            if block.heading in levels and block.zone not in _FURNITURE and len(block.text.split()) >= 2:
                return number
    return _first_in_bold(blocks)


def _first_in_bold(blocks: Sequence[Block]) -> int | None:
    """Give the first line all in bold before the first paragraph: the headline of hand-made pages."""
    for number, block in enumerate(blocks):
        if block.lead == block.text and not block.linked and 4 <= len(block.text.split()) <= 30:
            return number
        if len(block.text) > _MAX_HEADLINE:
            return None
    return None


def stated_titles(stated: Stated) -> list[str]:
    """Give the titles that a page states, the surest first."""
    titles = [
        thing["headline"] for thing in stated.linked_data if isinstance(thing.get("headline"), str) and _is_story(thing)
    ]
    titles.extend(stated.metas[name] for name in _TITLE_METAS if stated.metas.get(name))
    bar = stated.title_tag
    return [*titles, bar, max(bar_parts(bar), key=len)] if bar else titles


def headline_text(text: str, stated: Stated) -> str:
    """Cut a kicker of a few words from a headline's block where the page states the title without it."""
    bare = _bare(text)
    for title in stated_titles(stated):
        known = _bare(title)
        kicker = bare[: -len(known)].split() if known and bare.endswith(known) else []
        if 0 < len(kicker) <= _MAX_KICKER_WORDS and len(known.split()) > len(kicker):
            cut = _after_words(text, len(kicker))
            return text if _bare(cut) != known else cut
    return text


def _after_words(text: str, count: int) -> str:
    """Give what follows the first `count` words of a text."""
    places = list(re.finditer(r"[^\W_]+", text))
    return text[places[count].start() :] if count < len(places) else text


def _is_story(thing: dict[str, object]) -> bool:
    kinds = thing.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return not kind_words("article_types").isdisjoint(name for name in names if isinstance(name, str))


def _may_be_like(text: str, titles: list[str]) -> bool:
    """Tell by its first and last letters whether a block may be, open or close a stated title."""
    opening, end = _bare(text[:_SAMPLE]), _bare(text[-_SAMPLE:])
    return any(
        title.startswith(opening) or opening.startswith(title) or title.endswith(end) or end.endswith(title)
        for title in titles
    )


def _likeness(text: str, titles: list[str], block: Block) -> float:
    """Score a block as headline: 2 and more when it is, or opens, or closes a stated title; headings first."""
    if block.zone in _FURNITURE or not text:
        return 0.0
    score = 0.0
    for title in titles:
        if text == title:
            score = max(score, 3.0)
        elif _is_part(text, title) or (len(title) >= 20 and text.startswith(title)):
            score = max(score, 2.0)
    if not score:
        return 0.0
    level = 0.9 if block.heading == 1 else 0.6 if block.heading else 0.0
    return score + level - (0.5 if block.linked else 0.0)


def _is_part(text: str, title: str) -> bool:
    is_long = len(text) >= 12 and len(text) >= 0.4 * len(title)
    return is_long and (title.startswith(text) or title.endswith(text))


def _bare(text: str) -> str:
    folded = fold(text)
    if folded.isascii():  # so it is with most, and a table is faster than a pattern
        return " ".join(folded.translate(_NO_ASCII_WORDS).split())
    return _NOT_WORDS.sub(" ", folded).strip()


_NO_ASCII_WORDS = {code: " " for code in range(128) if not chr(code).isalnum()}
