"""A deed of long ago and what the next sentence goes on to tell of it: "the 1977 strike. The strike, led by …"."""

from __future__ import annotations

from constancia.coding.story import Draft, Story
from constancia.coding.when.bygone import is_long_before
from constancia.coding.word_sets import word_set
from constancia.vocabulary import EVENT_STATUSES, Status


def is_dated_history(story: Story, draft: Draft) -> bool:
    """Tell whether a deed is background at a day of its own, long before the text was published."""
    published = story.reading.text.published
    day = draft.date.from_ if draft.date is not None and draft.date_mention is not None else None
    if draft.status is not Status.BACKGROUND or day is None or published is None:
        return False
    return is_long_before(day, published)


def is_history_told_on(story: Story, earlier: Draft, later: Draft) -> bool:
    """Tell whether "the strike" of one sentence is the strike of long ago that the one before it names."""
    if not is_dated_history(story, earlier) or later.trigger.is_verb or earlier.form is not later.form:
        return False
    sentences = story.reading.sentences
    before, here = earlier.trigger.sentence, later.trigger.sentence
    is_next = here - before == 1 and sentences[before].paragraph == sentences[here].paragraph
    return (
        is_next and later.status is Status.OCCURRED and not _is_dated_here(story, later) and _is_definite(story, later)
    )


def date_by_history(story: Story, drafts: list[Draft]) -> None:
    """Put what a sentence tells of a deed of long ago at that deed's day: "the strike was put down by the army"."""
    for history in [draft for draft in drafts if is_dated_history(story, draft)]:
        told_on = {echo.sentence for echo in history.echoes} - {history.trigger.sentence}
        for draft in drafts:
            is_of_it = draft.trigger.sentence in told_on and draft.status in EVENT_STATUSES
            if is_of_it and not _is_dated_here(story, draft):
                draft.status, draft.date, draft.date_mention = Status.BACKGROUND, history.date, history.date_mention
                draft.why.append("S9 told of a deed of long ago")


def _is_dated_here(story: Story, draft: Draft) -> bool:
    """Tell whether a deed's day stands in its own sentence."""
    sentence = story.reading.sentences[draft.trigger.sentence]
    return draft.date_mention is not None and sentence.start <= draft.date_mention.start < sentence.end


def _is_definite(story: Story, draft: Draft) -> bool:
    """Tell "the strike", and the strike of "the march and strike"."""
    parse = story.parse(draft.trigger.sentence)
    groups = [each for each in parse.nouns if each.first <= draft.trigger.word]
    if not groups or groups[-1].last < draft.trigger.word:
        return False
    *earlier, own = groups
    is_joined = bool(earlier) and own.first - earlier[-1].last == _JOINED
    is_joined = is_joined and parse.words[own.first - 1].norm in _AND
    return own.is_definite or (is_joined and earlier[-1].is_definite)


_AND = word_set("and y e")
_JOINED = 2  # words from the last of one group to the first of the next, with "and" between
