"""A document's phrases in, what they say together out: whole names of bodies, whose post, the name after a title."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from constancia.model import ActorValue, Mention, PlaceValue
from constancia.read.actors.bodies import BodyName, widen, with_acronyms
from constancia.read.actors.capitals import is_title_case, name_end_in_title, name_in_capitals_at, names_in_capitals
from constancia.read.actors.lexicon import ActorLexicon, Entry, actor_lexicon
from constancia.read.actors.names import PersonName, find_names, name_after_title
from constancia.read.actors.place_or_person import PlacesNamedLikePeople
from constancia.read.document import Document
from constancia.vocabulary import Role
from constancia.words import Hit

_CAPITAL = r"[A-ZÁÉÍÓÚÑ][\w-]+"
_AND = re.compile(r" (?:y|e|and|&) (?:(?:la|el|los|las|the) )?\Z|, \Z")
_DE = re.compile(r" (?:de|del|de la|of|the) \Z")
_OF = re.compile(
    r" (?:de la|de las|de los|del|de|of the|of|for the|for|at the|at|en|with|with the|from the|ante|para|por) \Z"
    r"|(?:'s|'|s') \Z| \Z"
)
_NAME_LENGTH = re.compile(r"\S+(?: (?:d[ei]l? |la )*\S+){1,3}")
_MARKS = frozenset(",.;)")
_TO_NAME = re.compile(r",? (?:\(e\) )?")
_DEPARTMENT = re.compile(
    rf" (?:de|del|of|for|in|en) (?:la |las |los |the )?{_CAPITAL}"
    rf"(?:(?:,| y| e| and| de| del| de la| of) {_CAPITAL}){{0,4}}"
)
_ARTICLES = frozenset({"el", "la", "los", "las", "the"})
_LINKS = frozenset({"de", "del", "la", "las", "los", "of", "for", "the", "and", "y", "por", "para"})
_TRAILING = re.compile(r"(?:[ ,]+(?:y|e|and|of|for|&|de|del|la|las|los|el|para|por|the))*[ ,]*\Z")
_LONG_ACRONYM = 6  # letters, from which on acronyms are often written as names
_PLAIN = frozenset({"same", "hijos", "uso"})  # words of every day that spell an acronym too
_CARED_FOR = frozenset({Role.NGO, Role.OTHER})
_MEMBER_ROLES = frozenset(
    {
        Role.UNION,
        Role.PEASANTS,
        Role.INDIGENOUS,
        Role.STUDENTS,
        Role.WOMEN,
        Role.PRESS,
        Role.BUSINESS,
        Role.MIGRANTS,
        Role.CLERGY,
    }
)


def without_link(words: str) -> str:
    """Drop the small words that a run of capitals ended in: "Union of" is "Union"."""
    return _TRAILING.sub("", words)


class Phrases:
    """The lexicon's phrases and the persons' names of one document, in order of place."""

    def __init__(
        self, document: Document, explained: Mapping[str, ActorValue] | None = None, places: Sequence[Mention] = ()
    ) -> None:
        self.text = document.text.text
        self.folded = document.folded
        self.language = document.language
        self.lexicon: ActorLexicon = actor_lexicon(document.language)
        self._capitals = [
            (sentence.start, sentence.end)
            for sentence in document.sentences
            if self.text[sentence.start : sentence.end].isupper()
        ]
        hits = [hit for hit in self.lexicon.matcher.find_longest(self.folded) if self._stands(hit)]
        self.hits: list[Hit[Entry]] = with_acronyms(self.text, hits, explained) if explained else hits
        self.starts = [hit.start for hit in self.hits]
        towns = PlacesNamedLikePeople(document, places)
        self._places = frozenset(place.start for place in places)
        self._towns = frozenset(
            place.start for place in places if isinstance(place.value, PlaceValue) and place.value.country
        )
        names = [self._in_title(name) for name in find_names(self.text, self.folded, self.lexicon)]
        self.names = {name.start: name for name in names if name is not None and name not in towns}
        for span in self._capitals:
            for start, end in names_in_capitals(self.folded, span, self.lexicon):
                self.names[start] = PersonName(start, end, self.text[start:end])

    def _in_title(self, name: PersonName) -> PersonName | None:
        """Give a name of a capitalised line up to the first common word: "Protests Mark One Year" has none."""
        if " " not in name.text or not is_title_case(self.text, name.start, name.end):
            return name
        end = name_end_in_title(self.folded, name.start, name.end, self.lexicon)
        if end == name.end:
            return name
        return PersonName(name.start, end, self.text[name.start : end]) if " " in self.text[name.start : end] else None

    def is_town(self, start: int) -> bool:
        """Whether a place that the gazetteer knows begins here: "en Coronel", "en General Roca"."""
        return start in self._towns

    def is_capitals(self, place: int) -> bool:
        """Whether a place stands in a sentence all in capitals, where a capital says nothing."""
        if not self._capitals:
            return False
        position = bisect_right(self._capitals, (place, len(self.text)))
        return position > 0 and place < self._capitals[position - 1][1]

    def _stands(self, hit: Hit[Entry]) -> bool:
        """Whether an acronym is written as one."""
        entry = hit.value
        if self.folded[hit.start : hit.end] == "front" and self.folded.endswith("in ", 0, hit.start):
            return False  # "in front of a wall"
        if entry.acronym is None:
            return not self._is_common(hit)
        if self.is_written_so(hit) and not self._is_plain_word(hit):
            return True
        return entry.people is not None or entry.body is not None or entry.is_title

    def _is_common(self, hit: Hit[Entry]) -> bool:
        """Tell "en el tiempo", "la tercera marcha", "the nation" from the papers "El Tiempo", "La Tercera"."""
        entry = hit.value
        if entry.named is None or entry.people is not None or entry.body is not None:
            return False
        article, _, noun = self.text[hit.start : hit.end].partition(" ")
        return article.lower() in _ARTICLES and noun.islower() and " " not in noun

    def is_written_so(self, hit: Hit[Entry]) -> bool:
        """Tell whether an acronym is written as it is listed, or a long one as a name: "Unicef"."""
        said, written = self.text[hit.start : hit.end], hit.value.written or ""
        return said == written or (len(written) >= _LONG_ACRONYM and said == written.capitalize())

    def _is_plain_word(self, hit: Hit[Entry]) -> bool:
        """Whether an acronym stands where all is in capitals and is a small word too: WHO, MAS, CAN."""
        word = self.folded[hit.start : hit.end]
        return (word in self.lexicon.small_words or word in _PLAIN) and self.is_capitals(hit.start)

    def hit_at_gap(self, index: int, end: int) -> Hit[Entry] | None:
        """Give the next phrase, where nothing but a space or a possessive lies between."""
        position = bisect_left(self.starts, end, index)
        if position < len(self.hits) and self.folded[end : self.starts[position]] in {" ", "'s ", "' "}:
            return self.hits[position]
        return None

    def widened(self, index: int, hit: Hit[Entry], floor: int) -> BodyName:
        """Give the whole name of a body, not before `floor` and up to where the next body or a person begins."""
        is_named = hit.value.named is not None
        if self.is_capitals(hit.start) or (is_named and (self.language == "en" or not self.text[hit.start].isupper())):
            return BodyName(hit.start, hit.end, is_name=is_named)
        body = widen(self.text, hit.start, hit.end, floor, self.language)
        end = self._cut(index, hit.end, body.end)
        is_name = is_named or (body.start, end) != (hit.start, hit.end) or self._is_capitalised(hit)
        return BodyName(body.start, end, is_name)

    def _is_capitalised(self, hit: Hit[Entry]) -> bool:
        """Whether a noun of several words has a capital in each, as names of bodies have."""
        words = self.text[hit.start : hit.end].split(" ")
        return len(words) > 1 and all(word[:1].isupper() or word in _LINKS for word in words)

    def _cut(self, index: int, start: int, end: int) -> int:
        """Say where a name that capitals ran on with ends: before "and the next body", before a person."""
        for hit in self.hits[index + 1 : bisect_left(self.starts, end)]:
            if _AND.search(self.folded, start - 1, hit.start) and (
                hit.value.body or hit.value.named or hit.value.is_title
            ):
                end = hit.start
                break
        for begin in range(start + 1, end):
            if begin in self.names and not _DE.search(self.folded, start - 1, begin):
                end = begin
                break
        return start + len(without_link(self.text[start:end]))

    def role_by_members(self, body: BodyName, role: Role) -> Role:
        """Give the role of those who make up a federation, front or association, when its name says who they are."""
        if role not in {Role.OTHER, Role.NGO}:
            return role
        cares_for = None
        for hit in self.hits[bisect_left(self.starts, body.start) : bisect_left(self.starts, body.end)]:
            told = hit.value.members or hit.value.people
            if told in _MEMBER_ROLES:
                return told
            if hit.value.members in _CARED_FOR and cares_for is not Role.OTHER:
                cares_for = hit.value.members  # a "Commission" or "Instituto" of rights is the state's
        return cares_for or role

    def of_body(self, index: int, hit: Hit[Entry]) -> tuple[Role | None, str | None, int]:
        """Give the body that a title is of: its role, its name and where the whole phrase ends."""
        following = self.hits[index + 1] if index + 1 < len(self.hits) else None
        if following is not None and _OF.fullmatch(self.folded, hit.end, following.start):
            role = following.value.acronym or following.value.named or following.value.people or following.value.body
            if role is not None:
                return self._body_after(following, role)
        named = self._named_body_after(index, hit, following) if following is not None else None
        if named is not None:
            return named
        if following is not None and following.value.adjective and self.folded[hit.end : following.start] == " ":
            return following.value.adjective, None, following.end
        department = _DEPARTMENT.match(self.text, hit.end) if not self.is_capitals(hit.start) else None
        if department is not None and not hit.value.is_honorific:
            return None, None, self._department_end(hit.end, department.end())
        return None, None, hit.end

    def is_common_noun_next(self, index: int, hit: Hit[Entry]) -> bool:
        """Tell whether a common noun follows, which the word before only qualifies."""
        following = self.hits[index + 1] if index + 1 < len(self.hits) else None
        return following is not None and following.start == hit.end + 1 and self.text[following.start].islower()

    def _named_body_after(
        self, index: int, hit: Hit[Entry], following: Hit[Entry]
    ) -> tuple[Role, str | None, int] | None:
        """Read "director of Nakuru Hospital": the name of the body stands before its noun."""
        if following.value.body is None or not self.text[following.start].isupper() or self.is_capitals(hit.start):
            return None
        body = self.widened(index + 1, following, hit.end)
        if body.start >= following.start or not _OF.fullmatch(self.folded, hit.end, body.start):
            return None
        return self.role_by_members(body, following.value.body), self.text[body.start : body.end], body.end

    def _body_after(self, hit: Hit[Entry], role: Role) -> tuple[Role, str | None, int]:
        if hit.value.named is not None or hit.value.acronym is not None:
            body = self.widened(bisect_left(self.starts, hit.start), hit, hit.start) if hit.value.named else hit
            return role, hit.value.name or self.text[body.start : body.end], body.end
        if self.text[hit.start].isupper() and not self.is_capitals(hit.start):
            index = bisect_left(self.starts, hit.start)
            right = widen(self.text, hit.start, hit.end, hit.start, self.language)
            body = BodyName(hit.start, self._cut(index, hit.end, right.end), right.is_name)
            if body.end > hit.end:
                role = self.role_by_members(body, hit.value.body or role)
                return role, self.text[body.start : body.end], body.end
        return role, None, hit.end

    def _department_end(self, start: int, end: int) -> int:
        """Say where "of Health" ends: before a person's name that the capitals ran into."""
        inside = [begin for begin in self.names if start < begin < end]
        return len(self.text[: min(inside)].rstrip(" ,")) if inside else end

    def _in_apposition(self, end: int, start: int) -> PersonName | None:
        """Give a name of two to four words between the comma at `end` and the next mark: "the head, Ilse Tarn,"."""
        if self.folded[end : end + 2] != ", " or start != end + 2 or self.is_capitals(start) or start in self._places:
            return None
        name = name_after_title(self.text, self.folded, start, self.lexicon)
        if name is None or not _NAME_LENGTH.fullmatch(name.text) or self.folded[name.end : name.end + 1] not in _MARKS:
            return None
        following = self.starts[bisect_left(self.starts, start) :][:1]
        return None if any(begin < name.end for begin in following) else name

    def name_from(self, end: int) -> PersonName | None:
        """Give the name that a title introduces at `end`."""
        gap = _TO_NAME.match(self.folded, end)
        start = gap.end() if gap else end
        known = self.names.get(start) or self._in_apposition(end, start)
        if known is not None or self.folded[end : end + 1] != " " or start != end + 1:
            return known
        hit_after = bisect_left(self.starts, start)
        if hit_after < len(self.starts) and self.starts[hit_after] == start:
            return None
        if self.is_capitals(start):
            stop = name_in_capitals_at(self.folded, start, self.lexicon)
            return PersonName(start, stop, self.text[start:stop]) if stop > 0 else None
        return name_after_title(self.text, self.folded, start, self.lexicon)
