"""A story with its attacks in, the sentences out that go on telling of each, and which of several a verb tells of."""

from __future__ import annotations

from constancia.coding.clauses.syntax import VerbGroup
from constancia.coding.story import Draft, Story
from constancia.coding.when.bygone import looks_back

_BEHIND = 2  # sentences of a paragraph in which a text goes on to tell whom an attack hurt


def tellers(story: Story, attacks: list[Draft]) -> dict[int, list[Draft]]:
    """Give for each sentence the attacks that it tells of, or that the sentences just before it told of."""
    told: dict[int, list[Draft]] = {}
    for draft in attacks:
        for sentence in draft.told_in:
            told.setdefault(sentence, []).append(draft)
    sentences = story.reading.sentences
    found = dict(told)
    for sentence in sorted(told):
        for behind in range(sentence + 1, min(sentence + 1 + _BEHIND, len(sentences))):
            if behind in told or sentences[behind].paragraph != sentences[sentence].paragraph:
                break
            of_it = [draft for draft in told[sentence] if not looks_back(story, behind, draft.first_day)]
            if not of_it:
                break
            found[behind] = of_it
    return found


def teller_of(told: list[Draft], sentence: int, verb: VerbGroup) -> Draft:
    """Choose of several attacks the one whose word stands last before a verb."""
    before = [draft for draft in told if draft.trigger.sentence != sentence or draft.trigger.word <= verb.last]
    return max(before or told[:1], key=lambda each: (each.trigger.sentence == sentence, each.trigger.word))
