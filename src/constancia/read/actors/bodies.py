"""The noun of a body in, its whole name out; and the acronyms that a text explains."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from constancia.model import ActorValue, Mention
from constancia.read.actors.lexicon import Entry
from constancia.words import Hit

_CAPITAL = r"[A-ZÁÉÍÓÚÑÜ][\w'’&-]*"
_QUOTED = r"[\"“«][^\"”»\n]{2,40}[\"”»]"
_RIGHT = {
    "es": re.compile(
        rf"(?: (?:(?:de|del|para|por|contra|al|pro)(?: (?:la|las|los|el))? )?(?:{_CAPITAL}|{_QUOTED}))*"
        rf"(?:(?<=\w) (?:y|e) (?:(?:de|del)(?: (?:la|las|los|el))? )?{_CAPITAL}(?: {_CAPITAL})*)?"
        rf"(?: (?:de|del)(?: (?:la|las|los|el))? {_CAPITAL}(?: {_CAPITAL})*)*"
    ),
    "en": re.compile(rf"(?: (?:of|for)(?: the)? {_CAPITAL}(?: (?:and |of |for |the )?{_CAPITAL})*)?"),
}
_LEFT = re.compile(rf"(?:(?<![\w'’])(?:{_CAPITAL}(?:['’]s?)?) (?:(?:and|of|for|the|&) (?={_CAPITAL} ))?)+\Z")
_STARTERS = re.compile(
    r"(?:(?:The|A|An|In|On|At|By|But|And|When|As|After|For|If|While|Meanwhile|Local|His|Her|Their|This|That|Former|From|To|With|Since|Some|One|Two|All|No|Its|Our|Another|Many|Under)\s)+"
)
_DEFINED = re.compile(r"(?: ?[,-])? ?\((?:la |el |the )?([A-ZÑ][A-ZÑa-z.-]{1,11}(?: [A-Z]{2,5})?)(?:,[^)]{0,40})?\)")
_ACRONYM = re.compile(r"(?<![\w.])[A-ZÑ]{3,8}(?![\w])")
_WORDS = re.compile(r"\w+")
_LEFT_REACH = 90


class BodyName(NamedTuple):
    """A body in the text; `is_name` says that more than its noun was found."""

    start: int
    end: int
    is_name: bool


def widen(text: str, start: int, end: int, floor: int, language: str) -> BodyName:
    """Widen a capitalised noun at [start, end) to the whole name around it, not before `floor`."""
    right = _RIGHT[language].match(text, end)
    stop = right.end() if right else end
    begin = start
    if language == "en":
        window = max(floor, start - _LEFT_REACH)
        before = text[max(window, text.rfind(" ", window, start - 1) + 1) : start] if start > window else ""
        left = _LEFT.search(text, window, start) if not before.islower() else None
        if left is not None:
            begin = left.start()
            opening = _STARTERS.match(text, begin, start)
            begin = opening.end() if opening else begin
    return BodyName(begin, stop, is_name=(begin, stop) != (start, end))


def explained_acronyms(text: str, found: list[Mention]) -> dict[str, ActorValue]:
    """Give the acronyms that stand in brackets after a body's name."""
    known: dict[str, ActorValue] = {}
    for mention in found:
        value = mention.value
        if (
            isinstance(value, ActorValue)
            and value.name
            and not value.is_private
            and text.startswith((" (", "(", ", ("), mention.end)
        ):
            match = _DEFINED.match(text, mention.end)
            if match is not None and 2 * sum(map(str.isupper, match.group(1))) > max(2, len(match.group(1))):
                known.setdefault(match.group(1), value)
    _add_initials(text, found, known)
    return known


def _add_initials(text: str, found: list[Mention], known: dict[str, ActorValue]) -> None:
    """Add the acronyms that are the initials of one body of the text: "Central Campesina del Yaro", later "la CCY"."""
    of_bodies = [(initials, value) for initials, value in _initials(found) if initials and initials in text]
    if not of_bodies:
        return
    spelled = {match.group() for match in _ACRONYM.finditer(text)} - known.keys()
    for initials, value in of_bodies:
        if initials in spelled:
            known.setdefault(initials, value)


def _initials(found: list[Mention]) -> Iterator[tuple[str, ActorValue]]:
    for mention in found:
        value = mention.value
        if isinstance(value, ActorValue) and value.name and value.name == mention.text and not value.is_private:
            yield "".join(word[0] for word in _WORDS.findall(value.name) if word[0].isupper()), value


def with_acronyms(text: str, hits: list[Hit[Entry]], known: Mapping[str, ActorValue]) -> list[Hit[Entry]]:
    """Give the hits with each use of the explained acronyms among them."""
    either = "|".join(sorted(map(re.escape, known), key=len, reverse=True))
    added = [
        Hit(match.start(), match.end(), Entry(acronym=value.role, written=match.group(), name=value.name))
        for match in re.finditer(rf"(?<![\w.])(?:{either})(?!\w)", text)
        for value in (known[match.group()],)
    ]
    taken = {place for hit in added for place in range(hit.start, hit.end)}
    kept = [hit for hit in hits if taken.isdisjoint(range(hit.start, hit.end))]
    return sorted(kept + added, key=lambda hit: hit.start)
