"""A reading in; a card for each of its mentions out."""

from __future__ import annotations

from constancia.model import Mention, Reading, SpeakerValue
from constancia.publish.explanation.cards import Card, Explained, Field, Kind
from constancia.publish.explanation.values import mention as told_value

_NO_REASON = "the reader keeps no reason"

KINDS = {
    "date": Kind.DATE,
    "quantity": Kind.FIGURE,
    "place": Kind.PLACE,
    "actor": Kind.ACTOR,
    "speaker": Kind.SPEAKER,
}


def explain_reading(reading: Reading) -> Explained:
    """Explain each mention of a text."""
    cards = tuple(_card(number, mention, reading.text.text) for number, mention in enumerate(reading.mentions, start=1))
    text = reading.text
    return Explained(text.id, text.text, reading.language, text.published, text.title_end, cards)


def _card(number: int, mention: Mention, text: str) -> Card:
    value = told_value(mention.value)
    words = Field(
        mention.kind, value, mention.why or _NO_REASON, KINDS[mention.kind], mention.text, mention.start, mention.end
    )
    fields = [words]
    if isinstance(mention.value, SpeakerValue):
        cue, content = mention.value.cue, mention.value.content
        if cue is not None:
            fields.append(Field("cue", cue.text, "the word that shows who says it", None, cue.text))
        if content is not None:
            said = text[content.start : content.end]
            fields.append(Field("content", f"{len(said)} characters", "what is said", None, said))
    return Card(number, f"“{mention.text}”", mention.kind, tuple(fields))
