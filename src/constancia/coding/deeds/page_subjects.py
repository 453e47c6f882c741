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
_WORD, _UNREST = 1, 2
_SUBJECTS = {"sport": 4, "market": 8}


def subjects_of(reading: Reading) -> frozenset[str]:
    """Give the subjects whose figures of speech a text is full of; none where police or strikers are in it."""
    kinds_of = _kinds(reading.language)
    size = 0
    said: list[tuple[str, int]] = []
    for sentence in reading.sentences:
        for token in sentence.tokens:
            kinds = kinds_of[token.norm]
            size += kinds & _WORD
            if kinds > _WORD:
                said.append((token.norm, kinds))
    if not said or any(kinds & _UNREST for _, kinds in said):
        return frozenset()
    return frozenset(subject for subject, kind in _SUBJECTS.items() if _is_about(said, kind, size))


def _is_about(said: list[tuple[str, int]], kind: int, size: int) -> bool:
    of_subject = [word for word, kinds in said if kinds & kind]
    return len(set(of_subject)) >= _LEAST_WORDS and len(of_subject) >= _LEAST_SHARE * size


@cache
def _kinds(language: str) -> WordMemory[int]:
    """Tell of a token whether it is a word, and by a form of it of which subjects, or of unrest."""
    classes = lexicon(language).classes
    listed = {_UNREST: classes["unrest"], **{kind: classes[f"{name}_page"] for name, kind in _SUBJECTS.items()}}

    def tell(word: str) -> int:
        if not begins_with_letter(word):
            return 0
        forms = keys(word, language)
        return _WORD + sum(kind for kind, words in listed.items() if not words.isdisjoint(forms))

    return WordMemory(tell)
