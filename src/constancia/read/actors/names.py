"""Text in, persons' names out: by given names, initials and ages, and on demand after a title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from constancia.read.actors.lexicon import ActorLexicon

_WORD = (
    r"(?:(?:[A-Z]['’])?[A-ZÁÉÍÓÚÑÜÖÅÇÂÊÔ][a-zà-ÿ]+(?:['’][a-zà-ÿ]+)?(?:[A-Z][a-zà-ÿ]+)?(?:-[A-ZÁÉÍÓÚÑ][a-zà-ÿ]+)?"
    r"|[A-ZÁÉÍÓÚÑ]\.)"
)
_PARTICLE = r"(?:(?:de la|de las|de los|del|de|van|von|da|dos|bin|di|du|le|la|ap) )?"
_SEQUENCE = re.compile(rf"(?<![\w'’]){_WORD}(?: {_PARTICLE}{_WORD})+(?!\w)")
_CAPITAL = re.compile(r"[A-ZÁÉÍÓÚÑÜÖÅÇÂÊÔ](?=\S* (?:[a-z]{1,3} (?:[a-z]{1,3} )?)?[A-ZÁÉÍÓÚÑÜÖÅÇÂÊÔ])")  # a run has two
_AFTER_TITLE = re.compile(rf"(?<![\w'’]){_WORD}(?:(?: |(?<=\.) )?{_PARTICLE}{_WORD}){{0,4}}(?!\w)")
_AGE = re.compile(r",? \(?(?:de )?(?:unos )?\d{1,2}(?: años| years old|-year-old|, (?!\d)|\.(?!\d)|\))")
_LAST_WORD = re.compile(r"(\w[\w.]*) ?\Z")
_NEXT_WORD = re.compile(r" (\w[\w.]*)")
_SHORTENED = re.compile(r" [A-ZÁÉÍÓÚÑ]\.\Z")
_POSSESSIVE = re.compile(r"['’]s?\Z")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in the text; `is_told_private` where the text itself shields it or gives an age."""

    start: int
    end: int
    text: str
    is_told_private: bool = False

    @property
    def surnames(self) -> tuple[str, ...]:
        """The words by which the text may name the person again."""
        return tuple(word for word in self.text.split()[1:] if word[0].isupper() and not word.endswith("."))


def find_names(text: str, folded: str, lexicon: ActorLexicon) -> Iterator[PersonName]:
    """Give every run of capitalised words that begins with a given name, in order of place."""
    for match in _sequences(text):
        start = _given_at(folded, match.start(), match.end(), lexicon)
        if start < 0 and _is_introduced(text, folded, match.start(), match.end(), lexicon):
            start = match.start()
        if start < 0:
            start = _after_introducer(folded, match.start(), match.end(), lexicon)
        if start < 0 and _is_rare_name(folded[match.start() : match.end()].split(" "), lexicon):
            start = match.start()
        if start < 0 or _SAINT.search(folded, max(0, start - 7), start):
            continue
        end = match.end()
        words = folded[start:end].split(" ")
        if len(words) > 3 and words[-1] in lexicon.not_after:
            end = start + len(" ".join(words[:2]))
        if not is_place_name(folded, start, end, lexicon):
            yield _name(text, start, end)


def _sequences(text: str) -> Iterator[re.Match[str]]:
    """Give the runs of capitalised words: most letters of a text are no capitals, and are passed over at once."""
    end = 0
    for capital in _CAPITAL.finditer(text):
        match = _SEQUENCE.match(text, capital.start()) if capital.start() >= end else None
        if match is not None:
            end = match.end()
            yield match


_SAINT = re.compile(r"\b(?:st\.?|saint) \Z")  # "the St John Ambulance" is nobody called John


def name_after_title(text: str, folded: str, start: int, lexicon: ActorLexicon) -> PersonName | None:
    """Give the capitalised words at `start` as a name: what stands before them says that they are one."""
    match = _AFTER_TITLE.match(text, start)
    if match is None:
        return None
    first = folded[start : match.end()].split(" ", 1)[0]
    return None if first in lexicon.calendar else _name(text, start, match.end())


def _name(text: str, start: int, end: int) -> PersonName:
    words = text[start:end]
    is_shortened = _SHORTENED.search(words) is not None
    if words.endswith(".") and not is_shortened:
        end -= 1
    end = start + len(_without_possessive(text[start:end]))
    return PersonName(start, end, text[start:end], is_shortened or _AGE.match(text, end) is not None)


def _given_at(folded: str, start: int, end: int, lexicon: ActorLexicon) -> int:
    """Where the first given name of a run stands, when words follow it; else -1."""
    words = folded[start:end].split(" ")
    position = start
    for word in words[:-1]:
        if word in lexicon.given or (len(word) == 2 and word[1] == "." and _is_initials(words)):
            return position
        position += len(word) + 1
    return -1


def _is_introduced(text: str, folded: str, start: int, end: int, lexicon: ActorLexicon) -> bool:
    """Whether the words around a run say that it is a person: "identified as …", "…, 34, a baker"."""
    if _AGE.match(text, end) is not None:  # "Since March 10, …" is a day
        words = folded[start:end].split(" ")
        return words[0] not in lexicon.calendar and words[-1] not in lexicon.calendar
    return folded.endswith(lexicon.introducers, max(0, start - 26), start)


def _is_rare_name(words: list[str], lexicon: ActorLexicon) -> bool:
    """Whether a run of two to four words begins with a rare given name and holds no word that a body's name has."""
    if words[0] not in lexicon.rare_given or not 2 <= len(words) <= 4:
        return False
    rest = [word.removesuffix("'s") for word in words[1:]]
    return not any(word in lexicon.nouns or word in lexicon.not_after or word in lexicon.calendar for word in rest)


def _after_introducer(folded: str, start: int, end: int, lexicon: ActorLexicon) -> int:
    """Where a name begins whose run of capitals begins with an introducer: "Murió Xilo Tutal Quil"; else -1."""
    first, _, rest = folded[start:end].partition(" ")
    return start + len(first) + 1 if " " in rest and f"{first} " in lexicon.introducers else -1


def _is_initials(words: list[str]) -> bool:
    """Whether a run is initials and a surname, "J. R. Almonte", and not an abbreviation before a name."""
    return len(words) > 1 and all(len(word) == 2 for word in words[:-1]) and len(words[-1]) > 3


def is_place_name(folded: str, start: int, end: int, lexicon: ActorLexicon) -> bool:
    """Whether the words around or at the end of a run say that it is a street, a school, a party."""
    before = _LAST_WORD.search(folded, max(0, start - 20), start)
    if before is not None and before.group(1) in lexicon.not_before:
        return True
    last = folded[start:end].rsplit(" ", 1)[-1]
    if last in lexicon.not_after:
        return True
    after = _NEXT_WORD.match(folded, end)
    return after is not None and after.group(1) in lexicon.not_after and folded[end : end + 2] != ". "


def surname_mentions(text: str, people: dict[str, int]) -> Iterator[tuple[int, int, int]]:
    """Give (start, end, person) for each capitalised word that is a known person's surname."""
    if not people:
        return
    longest = sorted(map(re.escape, people), key=len, reverse=True)
    for match in re.finditer(rf"(?<![\w-])(?:{'|'.join(longest)})(?![\w-])", text):
        yield match.start(), match.end(), people[match.group()]


def _without_possessive(words: str) -> str:
    """Drop a trailing 's, which is no part of a name."""
    return _POSSESSIVE.sub("", words)
