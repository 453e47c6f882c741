"""A run of capitals that reads like a person's name and the places of its text in; whether it is a place out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from constancia.model import Mention, PlaceValue
from constancia.read.actors.names import PersonName
from constancia.read.document import Document
from constancia.read.places.cues import cues_of
from constancia.read.places.renown import renown
from constancia.words.gazetteer import default_gazetteer, name_key

# The size of town from which a name is the town's, as the reader of places has it.
_KNOWN_TOWN = 30_000
_WORD_BEFORE = re.compile(r"(\w+) \Z")
_OWNER = re.compile(r"(\w+) (?:de|of) \Z")
# "A la altura de Matías Romero", "cerca de Benito Juárez": a town follows.
_BESIDE_TOWNS = frozenset({"altura", "cerca", "cabecera", "crucero", "tramo", "inmediaciones", "near", "outside"})
_JOINED = re.compile(r"(?:,|,? (?:y|e|and)|\s?\(|, (?:in|en))\s?")


class PlacesNamedLikePeople:
    """The resolved places of one document, asked about names of people: "Santiago de Cuba", "Metro Manila"."""

    def __init__(self, document: Document, places: Sequence[Mention]) -> None:
        self._folded = document.folded
        cues = cues_of(document.language)
        self._locatives = cues.strong_prepositions
        self._of_towns = cues.units.keys() | cues.dwellers | _BESIDE_TOWNS
        self._places = [each for each in places if isinstance(each.value, PlaceValue) and each.value.country]
        self._starts = [each.start for each in self._places]
        self._placed = {self._places[at].text for at in range(len(self._places)) if self._is_placed(at)}

    def __contains__(self, name: PersonName) -> bool:
        """Tell whether a name is a place's: one that is well known, or that stands where places stand.

        A doubtful one stays a person's, for it is worse to print a private name than to mask a village; what stands
        somewhere in the text as only places do is a place throughout.
        """
        at = bisect_right(self._starts, name.start) - 1
        if at < 0 or name.end > self._places[at].end or name.is_told_private:
            return False
        words = self._places[at].text
        return words in self._placed or renown(default_gazetteer().entry(name_key(words))) >= _KNOWN_TOWN

    def _is_placed(self, at: int) -> bool:
        """Whether a locative stands before a place, or a comma or "and" and another place beside it."""
        place = self._places[at]
        before = _WORD_BEFORE.search(self._folded, max(0, place.start - 16), place.start)
        if before is not None and before.group(1) in self._locatives:
            return True
        owner = _OWNER.search(self._folded, max(0, place.start - 24), place.start)
        if owner is not None and owner.group(1) in self._of_towns:
            return True
        neighbours = self._places[max(0, at - 1) : at + 2]
        return any(
            _JOINED.fullmatch(self._folded, min(place.end, other.end), max(place.start, other.start))
            for other in neighbours
            if other is not place
        )
