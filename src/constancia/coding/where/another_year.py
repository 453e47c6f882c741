"""A sentence in, whether it looks back on a bygone year out: it need not tell of where the one before it was."""

from __future__ import annotations

from constancia.coding.story import Story
from constancia.model import DateValue

_EARLY = 2  # months of a year in which the last one is no other time


def is_of_another_year(story: Story, sentence: int) -> bool:
    """Tell "In 2019, 50 people were shot dead" from a sentence of the story's own days."""
    published = story.reading.text.published
    years = [
        mention.value.from_.year
        for mention in story.mentions_in(sentence)
        if isinstance(mention.value, DateValue) and mention.value.from_ is not None
    ]
    if published is None or not years:
        return False
    return max(years) < published.year - (published.month <= _EARLY)
