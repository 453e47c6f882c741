"""A reading in, what its page is about out: sport and markets, told by many words, turn the sense of others."""

from __future__ import annotations

from constancia.coding.lexicon import keys, lexicon
from constancia.model import Reading

# So many different words of a subject, and such a share of all words, make a page of it; below that, a protest page
# names a stadium or a share price in passing. Chosen on invented pages of both kinds and watched on all sets.
_LEAST_WORDS = 5
_LEAST_SHARE = 0.03
_SUBJECTS = ("sport", "market")


def subjects_of(reading: Reading) -> frozenset[str]:
    """Give the subjects whose figures of speech a text is full of; none where police or strikers are in it."""
    table = lexicon(reading.language)
    words = [token.norm for sentence in reading.sentences for token in sentence.tokens if token.norm[0].isalpha()]
    if not words:
        return frozenset()
    known = {word: keys(word, reading.language) for word in set(words)}
    return frozenset(
        subject for subject in _SUBJECTS if _is_about(words, known, table.classes[f"{subject}_page"], table.classes)
    )


def _is_about(
    words: list[str], known: dict[str, tuple[str, ...]], subject: frozenset[str], classes: dict[str, frozenset[str]]
) -> bool:
    of_subject = {word for word, forms in known.items() if not subject.isdisjoint(forms)}
    if len(of_subject) < _LEAST_WORDS or any(not classes["unrest"].isdisjoint(forms) for forms in known.values()):
        return False
    return sum(word in of_subject for word in words) >= _LEAST_SHARE * len(words)
