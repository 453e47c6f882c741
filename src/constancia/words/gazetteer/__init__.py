"""Place names: their keys, the gazetteer that is asked for them, and how a gazetteer is made."""

from constancia.words.gazetteer.build import GazetteerBuilder, PlaceRow
from constancia.words.gazetteer.keys import name_key, word_key
from constancia.words.gazetteer.lookup import Candidate, Entry, Gazetteer, default_gazetteer
from constancia.words.gazetteer.rows import NameKind, Rank, Trait
from constancia.words.gazetteer.sources import add_to_gazetteer

__all__ = [
    "Candidate",
    "Entry",
    "Gazetteer",
    "GazetteerBuilder",
    "NameKind",
    "PlaceRow",
    "Rank",
    "Trait",
    "add_to_gazetteer",
    "default_gazetteer",
    "name_key",
    "word_key",
]
