"""A deed in its sentence in, whether it is told in addition to others out: "meanwhile, rebels blew up", "además, …"."""

from __future__ import annotations

from constancia.coding.story import Draft, Story
from constancia.coding.syntax import Parse


def goes_on_to_another(parse: Parse, draft: Draft) -> bool:
    """Tell whether a sentence adds a deed to those told: "meanwhile, …", "also attacked", "además, …"."""
    before = {word.norm for word in parse.words[max(draft.trigger.word - 2, 0) : draft.trigger.word]}
    return _opens_anew(parse) or not before.isdisjoint(_ALSO)


def is_added(story: Story, draft: Draft) -> bool:
    """Tell whether the sentence of a deed opens by adding it to those told."""
    return draft.trigger.is_verb and _opens_anew(story.parse(draft.trigger.sentence))


def _opens_anew(parse: Parse) -> bool:
    return (" ".join(word.norm for word in parse.words[:_OPENING]) + " ").startswith(_ADDS)


_OPENING = 5  # words
_ADDS = (
    *("in addition", "meanwhile", "elsewhere", "separately", "likewise", "furthermore", "moreover", "in another "),
    *("on another ", "in a separate ", "in other ", "also ", "similarly", "at the same time", "simultaneously"),
    *("ademas", "mientras tanto", "entretanto", "por otra parte", "por otro lado", "asimismo", "igualmente"),
    *("en otro ", "en otra ", "en tanto", "de otro lado", "paralelamente", "simultaneamente", "tambien "),
)
_ALSO = frozenset({"also", "tambien"})
