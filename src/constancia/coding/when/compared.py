"""A date in its sentence in, whether it only says how far back the like is sought out: "the deadliest since 2006"."""

from __future__ import annotations

import re
from functools import cache

from constancia.coding.story import Draft, Story
from constancia.model import Mention
from constancia.words import load_lexicon

_SINCE = re.compile(r"\b(?:since|desde)\b(?:\s+[\w'-]+){0,4}\s*$")
_REACH = 60  # characters between the comparison and "since"


def is_compared(story: Story, draft: Draft, mention: Mention) -> bool:
    """Tell "the worst killing since 2006" from "the strike has gone on since 2006" (codebook, D7)."""
    sentence = draft.trigger.sentence
    start = story.reading.sentences[sentence].start
    before = story.folded(sentence)[: max(mention.start - start, 0)].replace("\n", " ")
    since = _SINCE.search(before)
    if since is None or start + since.start() < draft.trigger.end:
        return False
    clause = re.split(r"[;:]", before[max(since.start() - _REACH, 0) : since.start()])[-1]
    return compared_words(story.reading.language).search(clause) is not None


@cache
def compared_words(language: str) -> re.Pattern[str]:
    """Load the words of a language ("en" or "es")."""
    words = load_lexicon(language, "status")["compared"]["words"]
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})\b")
