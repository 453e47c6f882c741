"""Short closed lists of words in, sets out; long ones that a linguist may change stand in the lexicons."""


def word_set(words: str) -> frozenset[str]:
    """Make a set of the words of a line."""
    return frozenset(words.split())
