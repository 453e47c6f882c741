"""A draft with its claims in, its report out."""

from __future__ import annotations

from constancia.coding.story import Draft, Story
from constancia.coding.taxonomy import acled
from constancia.model import Claim, Report, Span

CODEBOOK = "1.0"


def write_report(story: Story, draft: Draft, claims: tuple[Claim, ...]) -> Report:
    """Write the report of a draft, with ACLED's types and the sentences that tell of it."""
    reading = story.reading
    start, end = _extent(story, draft)
    event_type, sub_type = acled(draft, story.drafts, claims)
    trigger = draft.trigger
    return Report(
        report_id=draft.report_id,
        id=reading.text.id,
        start=start,
        end=end,
        quote=reading.text.text[start:end],
        trigger=Span(trigger.start, trigger.end, reading.text.text[trigger.start : trigger.end]),
        type=draft.type,
        mode=draft.mode,
        form=draft.form,
        acled_event_type=event_type,
        acled_sub_event_type=sub_type,
        status=draft.status,
        is_plural=draft.is_plural,
        plural_low=draft.plural_low,
        date=draft.date,
        place=draft.place,
        actors=tuple(draft.actors),
        issue=tuple(draft.issue),
        target=draft.target,
        campaign=draft.campaign,
        day_counter=draft.day_counter,
        instruments=tuple(draft.instruments),
        objects=tuple(draft.objects),
        claims=claims,
        coder=f"rules-{reading.language}",
        codebook=CODEBOOK,
        why="; ".join(draft.why),
    )


def _extent(story: Story, draft: Draft) -> tuple[int, int]:
    """Give the run of sentences that tell of a deed, as far as they stand side by side with its trigger's."""
    sentences = story.reading.sentences
    first = last = draft.trigger.sentence
    told = set(draft.told_in)
    while last + 1 in told and sentences[last + 1].paragraph == sentences[first].paragraph:
        last += 1
    return sentences[first].start, sentences[last].end
