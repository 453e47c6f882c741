"""A sentence in, whoever is named at its end as saying all of it out: ", the diocese said" (codebook, A1)."""

from __future__ import annotations

import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure, Line
from constancia.coding.claims.speakers.no_speaker import may_speak
from constancia.coding.story import Story
from constancia.model import Mention, SpeakerValue

_LONGEST_HEARER = 50  # characters: "told the city's radio station on Monday"
_CONTENT = re.compile(r"[:;]|\b(?:that|que|of|de que)\b")
_TELLS = re.compile(r"\b(?:told|tells|informed|informs|advised|added|adds)\b")
_CONTRAST = re.compile(r";|\b(?:but|while|whereas|although|though|pero|mientras|aunque)\b")


def closing_speaker(story: Story, line: Line, words: FigureWords) -> Mention | None:
    """Give the quotation whose speaker and verb close a sentence: what they say is all that stands before them."""
    for mention in story.quoted():
        value = mention.value
        if not isinstance(value, SpeakerValue) or value.cue is None or not line.start <= value.source.start < line.end:
            continue
        start, end = min(value.source.start, value.cue.start), max(value.source.end, value.cue.end)
        behind, said = line.words(end, line.end), line.words(value.cue.start, value.cue.end)
        is_last = (
            len(behind) <= _LONGEST_HEARER and not _CONTENT.search(behind) and not line.verbs_between(end, line.end)
        )
        if (
            is_last
            and line.words(line.start, start).rstrip().endswith(",")
            and (_TELLS.search(said) or words.giving.search(said))
            and may_speak(story, line, mention, words)
        ):
            return mention
    return None


def is_said_in_all(line: Line, figure: Figure, mention: Mention) -> bool:
    """Tell whether a figure stands before the speaker who closes its sentence, with no contrast in between."""
    start = mention.start
    return figure.end <= start and _CONTRAST.search(line.words(figure.end, start)) is None
