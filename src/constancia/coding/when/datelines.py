"""A mention of a day in, whether it only heads the dispatch out: "BOGOTA, 5 JUL 89 (AFP) --"."""

from __future__ import annotations

import re

from constancia.coding.story import Story
from constancia.model import Mention

_DATELINE = 80  # characters within which a text's place and day line stands
_DASHES = ("--", ".-", "–", "—", ") -", " - ")


def is_dateline(story: Story, mention: Mention) -> bool:
    """Tell the day of "BOGOTA, 5 JUL 89 (AFP) --" from the day of a deed (P1)."""
    if mention.start > _DATELINE + story.reading.text.title_end:
        return False
    after = story.reading.text.text[mention.end : mention.end + 45]
    before = story.reading.text.text[max(mention.start - 40, 0) : mention.start].rsplit("\n", 1)[-1]
    is_line = not any(letter.islower() for letter in before.split(",")[0][-12:]) or _TOWN.fullmatch(before) is not None
    return is_line and any(dash in after for dash in _DASHES)


_TOWN = re.compile(
    r"\s*(?:[^\W\d_a-z][\w.'’-]*(?: (?:de|del|la|las|los|el|of|the|y))*[ (]+){0,4}[^\W\d_a-z][\w.'’-]*(?:, |\)?,? \()"
)
