"""A reading in, what its page is about out: sport and markets, told by many words, turn the sense of others."""

from __future__ import annotations

from functools import cache

from constancia.coding.deeds.lexicon import keys, lexicon
from constancia.model import Reading
from constancia.words.letters import begins_with_letter
from constancia.words.memory import WordMemory

# So many different words of a subject, and such a share of all words, make a page of it; below that, a protest page
# names a stadium or a share price in passing. Chosen on invented pages of both kinds and watched on all sets.
_LEAST_WORDS = 5
_LEAST_SHARE = 0.03
_SUBJECTS = ("sport", "market")


def subjects_of(reading: Reading) -> frozenset[str]:
    """Give the subjects whose figures of speech a text is full of; none where police or strikers are in it."""
    words = [
        token.norm for sentence in reading.sentences for token in sentence.tokens if begins_with_letter(token.norm)
    ]
    if not words:
        return frozenset()
    return frozenset(subject for subject in _SUBJECTS if _is_about(words, f"{subject}_page", reading.language))


def _is_about(words: list[str], subject: str, language: str) -> bool:
    is_of_subject, is_of_unrest = _class_of(language, subject), _class_of(language, "unrest")
    of_subject = [word for word in words if is_of_subject[word]]
    if len(set(of_subject)) < _LEAST_WORDS or any(is_of_unrest[word] for word in words):
        return False
    return len(of_subject) >= _LEAST_SHARE * len(words)


@cache
def _class_of(language: str, name: str) -> WordMemory[bool]:
    """Tell of a word whether a form of it is in a class of the lexicon."""
    words = lexicon(language).classes[name]
    return WordMemory(lambda word: not words.isdisjoint(keys(word, language)))
