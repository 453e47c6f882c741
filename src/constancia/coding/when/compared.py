"""A date in its sentence in, whether it only says how far back the like is sought out: "the deadliest since 2006"."""

from __future__ import annotations

import re
from functools import cache

from constancia.coding.story import Draft, Story
from constancia.model import Mention
from constancia.vocabulary import Precision
from constancia.words import load_lexicon

_SINCE = re.compile(r"\b(?:since|desde)\b(?:\s+[\w'-]+){0,4}\s*$")
# "for the third time this month", "por tercera vez en el año": how often it was done dates none of the times.
_COUNTED = re.compile(
    r"\b(?:for (?:the|a|an) (?:[\w-]+ ){1,3}time|por (?!una |otra |cada )\w+ (?:\w+ )?vez)"
    r"(?: (?:in|within|over|during|so far|en|durante|dentro|lo que va|de|del|the|el|la|los|las|a|un|una))*\s*$"
)
_REACH = 60  # characters between the comparison and "since"


def is_compared(story: Story, draft: Draft, mention: Mention) -> bool:
    """Tell "the worst killing since 2006", "for the third time this month" from "the strike has gone on since 2006"."""
    sentence = draft.trigger.sentence
    start = story.reading.sentences[sentence].start
    before = story.folded(sentence)[: max(mention.start - start, 0)].replace("\n", " ")
    if getattr(mention.value, "precision", None) is not Precision.DAY and _COUNTED.search(before):
        return True
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
