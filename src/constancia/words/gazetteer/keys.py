"""A place name in, its key out: what all spellings of one name share (case, accents, marks, "St." and "Saint")."""

from functools import lru_cache

from constancia.words.folding import fold

_MARKS = str.maketrans({".": "", "'": "", "`": "", '"': "", ",": " ", "-": " ", "/": " ", "(": " ", ")": " "})
_LONG_FORMS = {"st": "saint", "ste": "sainte", "sta": "santa", "sto": "santo", "mt": "mount", "ft": "fort"}


@lru_cache(maxsize=65_536)
def word_key(folded: str) -> str:
    """Give the key of one folded word; empty for a mark."""
    key = " ".join(folded.translate(_MARKS).split())
    return _LONG_FORMS.get(key, key)


def name_key(name: str) -> str:
    """Give the key of a name as written."""
    return " ".join(filter(None, (word_key(word) for word in fold(name).split())))
