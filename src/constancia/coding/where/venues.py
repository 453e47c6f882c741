"""A draft in its story in, the site within the town that its sentences name out: a square, a corner, a building (P3).

The gazetteer knows few sites; here they are told by the noun that opens them and by where that noun stands. A site
gives the report's place its words; the town that the text names with it stays the place's name, with its point.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from constancia.coding.clauses.forms import singulars
from constancia.coding.clauses.syntax import Parse, Tag, Word
from constancia.coding.story import Draft, Story, Trigger
from constancia.coding.word_sets import word_set, words_of
from constancia.model import ReportPlace
from constancia.vocabulary import Feature, Form, Mode, PlacePrecision
from constancia.words import fold, load_lexicon

_OF = frozenset({"de", "del", "of"})
_JOINS = frozenset({"y", "e", "and", "esquina", "entre"})
_NUMBER = frozenset({"numero", "nro", "no", "n", "number", "nº", "n°", "№"})
_QUOTES = frozenset('"“”«»')
_LONGEST = 14  # words of a site's name
_QUOTED = 7  # words of a name between quotation marks
_BEFORE = 3  # words between the preposition and the noun: "en la céntrica esquina"
_CORNER = 8  # words from "corner" to the second street
JAILS = words_of("venues", "jails")
"""Where the arrested are held, and were not arrested."""

_FARTHEST = 95  # cost beyond which a site is not the deed's


@dataclass(frozen=True, slots=True)
class VenueWords:
    """The tables of venues.toml."""

    heads: frozenset[str]
    parts: frozenset[str]
    buildings: frozenset[str]
    roads: frozenset[str]
    inside: frozenset[str]
    move: frozenset[str]
    nowhere: frozenset[str]


@lru_cache(2)
def venue_words(language: str) -> VenueWords:
    """Load the words of sites."""
    data = load_lexicon(language, "venues")
    heads, parts, roads, inside, move, nowhere = (
        frozenset(data[name].split()) for name in ("heads", "parts", "roads", "in", "move", "nowhere")
    )
    return VenueWords(heads | parts, parts, heads - roads, roads, inside, move, nowhere)


def find_venues(story: Story) -> None:
    """Give each draft's place the words of the site that its sentences name."""
    for draft in story.drafts:
        if draft.split_group is not None:
            continue
        for trigger in (draft.trigger, *draft.echoes):
            found = _venue_at(story, draft, trigger)
            if found is not None:
                _set_venue(story, draft, *found)
                break
        else:
            found = _venue_beside(story, draft)
            if found is not None:
                _set_venue(story, draft, *found)


def _venue_at(story: Story, draft: Draft, trigger: Trigger) -> tuple[int, int] | None:
    """Give the offsets of the nearest site that a sentence ties to the deed."""
    parse = story.parse(trigger.sentence)
    spans = _venues_in(parse, story.reading.language, _own_things(draft, trigger))
    if draft.mode is Mode.ARREST:
        spans = [span for span in spans if parse.words[span[0]].lemma not in JAILS]
    if not spans:
        return None
    cost, first, last = min((_cost(parse, trigger, first), first, last) for first, last in spans)
    return (parse.words[first].start, parse.words[last].end) if cost <= _FARTHEST else None


def _venue_beside(story: Story, draft: Draft) -> tuple[int, int] | None:
    """Give the one site of the sentence behind, or else before, in the same paragraph, where no other deed is told."""
    sentences = story.reading.sentences
    at = draft.trigger.sentence
    told = {sentence for other in story.drafts for sentence in other.told_in}
    for index in (at + 1, at - 1):
        if index in told or not 0 <= index < len(sentences) or sentences[index].paragraph != sentences[at].paragraph:
            continue
        parse = story.parse(index)
        spans = _venues_in(parse, story.reading.language)
        if len(spans) == 1:
            return parse.words[spans[0][0]].start, parse.words[spans[0][1]].end
    return None


def _own_things(draft: Draft, trigger: Trigger) -> range:
    """Give the words in which a site needs no preposition: what is blocked or occupied."""
    if draft.mode is Mode.OBSTRUCT or draft.form is Form.OCCUPATION:
        return range(trigger.word, trigger.last_word + _BEFORE + 1)
    return range(0)


def _cost(parse: Parse, trigger: Trigger, at: int) -> int:
    steps = abs(parse.clause_at[at] - parse.clause_at[trigger.word])
    return 30 * min(steps, 3) + abs(at - trigger.word) + (6 if at < trigger.word else 0)


def _venues_in(parse: Parse, language: str, own: range = range(0)) -> list[tuple[int, int]]:
    """Give the sites of a sentence as first and last word; `own` are words in which no preposition is needed."""
    words, known = parse.words, venue_words(language)
    spans: list[tuple[int, int]] = []
    for index in range(len(words)):
        if spans and index <= spans[-1][1]:
            continue
        first = _first_of_name(words, index, language)
        is_headed = _is_head(words[index], known.heads, language) and not _is_party(words[index], known, language)
        is_faced = _is_faced_name(words, first)
        if words[index].tag is Tag.VERB or not (is_headed or is_faced):
            continue
        if is_headed and not is_faced and index not in own and not _is_entered(words, first, index, known, language):
            continue
        last = _end(words, index, known, language)
        if _is_told(words, first, last, known, language):
            spans.append((first, last))
    return spans or _addresses(words, language)


def _addresses(words: Sequence[Word], language: str) -> list[tuple[int, int]]:
    """Give addresses without a word for a street: "en Mitre 2346", "sito en Pedro Ruiz Lago 12"."""
    spans = []
    for index, word in enumerate(words):
        if word.norm != "en" or index + 1 == len(words) or not words[index + 1].text[0].isupper():
            continue
        last = index + 1
        while last + 1 < len(words) and (_is_name(words[last + 1]) or words[last + 1].norm in _OF):
            last += 1
        number = _number_behind(words, last, language)
        if number is not None and words[last].text[0].isupper():
            spans.append((index + 1, number))
    return spans


def _first_of_name(words: Sequence[Word], index: int, language: str) -> int:
    """Step back to where an English name begins: "Queen Square"."""
    while language == "en" and index and words[index].text[0].isupper() and words[index - 1].text[0].isupper():
        if words[index - 1].tag in (Tag.DETERMINER, Tag.PREPOSITION, Tag.VERB):
            break
        index -= 1
    return index


def _is_party(word: Word, known: VenueWords, language: str) -> bool:
    """Tell the Frente Agrario, which is a party, from the front of a building."""
    is_part_only = _is_head(word, known.parts, language) and not _is_head(word, known.roads, language)
    return is_part_only and word.text[0].isupper() and word.norm in ("frente", "front")


def _is_told(words: Sequence[Word], first: int, last: int, known: VenueWords, language: str) -> bool:
    """Tell whether words say which site it is: a name, a number, a part of another site ("the doors of the plant")."""
    inside = words[first : last + 1]
    if any(word.text[0].isupper() or word.norm[0].isdigit() for word in inside):
        return True
    behind = inside[1:]
    is_building = _is_head(words[last if not behind else first], known.buildings, language)
    if not behind:
        return language == "es" and is_building and _are_several(words, first)
    if (
        _is_head(inside[0], known.parts, language)
        and not is_building
        and not _is_head(inside[0], known.roads, language)
    ):
        return any(_is_head(word, known.heads, language) for word in behind)
    return bool(behind)


def _are_several(words: Sequence[Word], first: int) -> bool:
    """Tell the workplaces of "en los juzgados", "en los dos hospitales" from "en la planta"."""
    word = words[first]
    return word.norm != word.lemma and word.norm.endswith("s") and first > 0 and words[first - 1].norm in _ALL


_ALL = word_set("los las ambos ambas dos tres cuatro cinco seis siete ocho nueve diez todos todas varios varias")


def is_street(parse: Parse, language: str, start: int, end: int) -> bool:
    """Tell whether a place or day between offsets names a street: "calle San Martín", "Colón y Mitre", "Salta 1845"."""
    words, known = parse.words, venue_words(language)
    at = parse.word_at(start)
    last = parse.word_at(end - 1)
    if (_is_numbered(words, last, language) and not _is_counted_on(words, at)) or _is_corner(words, at, last):
        return True
    if at and _is_head(words[at - 1], known.roads, language):
        return True
    for first in range(max(at - _CORNER, 0), at):
        if not _is_head(words[first], known.roads, language):
            continue
        names = words[first + 1 : _end(words, first, known, language) + 1]
        if any(word.norm in _JOINS for word in names) and names[-1].start >= start:
            return True
    return False


def _is_counted_on(words: Sequence[Word], at: int) -> bool:
    """Tell "300 maestros en Potosí y en Tarija 120" from an address: one count stands before another."""
    is_next = at > 1 and words[at - 1].norm == "en" and words[at - 2].norm in _NEXT
    return is_next and any(word.text[0].isdigit() for word in words[: at - 2])


_NEXT = frozenset({",", ";", "y", "e"})
_NUMBERED = re.compile(r"\d{2,5}")
_YEARS = range(1900, 2101)


def _is_numbered(words: Sequence[Word], last: int, language: str) -> bool:
    """Tell "Catamarca 1845", "12 de Octubre N° 44" from "Catamarca, 2016" and "en Puno 300 docentes"."""
    return _number_behind(words, last, language) is not None


def _number_behind(words: Sequence[Word], last: int, language: str) -> int | None:
    """Give the word that is the number of the house behind a street's name."""
    at = last + 1
    while at < len(words) and words[at].norm in _NUMBER | {"al", "°", "º"}:
        at += 1
    if language != "es" or at >= len(words) or not _NUMBERED.fullmatch(words[at].text):
        return None
    is_name = words[last].text[0].isupper() and words[at].start - words[last].end <= _GAP
    behind = words[at + 1] if at + 1 < len(words) else None
    is_closed = behind is None or not behind.norm[0].isalpha() or behind.norm in _AFTER_NUMBER
    return at if is_name and is_closed and (at > last + 1 or int(words[at].text) not in _YEARS) else None


_GAP = 8  # characters from a street's name to its number: " N° "
_AFTER_NUMBER = word_set("y e esquina entre piso depto departamento oficina local de donde para con en")


def _is_corner(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell the street of "3 de Abril y Olmos" from the day of "el 3 de abril y Olmos dijo"."""
    is_day = words[first].norm.isdigit() and words[last].text[0].isupper() and words[last].text[-1].islower()
    following = words[last + 1 : last + 3]
    return is_day and len(following) > 1 and following[0].norm in _JOINS and following[1].text[0].isupper()


def _is_head(word: Word, heads: frozenset[str], language: str) -> bool:
    return any(form in heads for form in singulars(word.norm, language))


def _is_entered(words: Sequence[Word], first: int, head: int, known: VenueWords, language: str) -> bool:  # noqa: PLR0911 - a rule a line, the first that fits
    """Tell "en la céntrica esquina", "frente al congreso", "afuera del banco", "marcharon a la plaza" from the rest."""
    at = first - 1
    while at >= 0 and first - at <= _BEFORE and words[at].tag in (Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER):
        at -= 1
    if at < 0:
        return False
    norm = words[at].norm
    if norm in ("por", "by"):  # "por la avenida" is a way, "por la empresa" a doer
        return _is_head(words[head], known.roads, language)
    if norm == "a" and _is_head(words[head], known.parts, language):  # "a las puertas de"
        return True
    if norm in ("a", "al", "de", "del", "of", "to"):
        before = words[at - 1] if at else None
        if before is None:
            return False
        if before.norm in _SHARES:  # "en la mayoría de las escuelas"
            return _is_entered(words, at - 1, head, known, language)
        return before.norm in known.inside or (norm in ("a", "al", "to") and before.lemma in known.move)
    return norm in known.inside


_SHARES = words_of("venues", "shares")
_FACING = (
    ("frente", "a"),
    ("frente", "al"),
    ("delante", "de"),
    ("delante", "del"),
    ("afuera", "de"),
    ("afuera", "del"),
)
_FACED = frozenset({"outside", "opposite"})


def _is_faced_name(words: Sequence[Word], index: int) -> bool:
    """Tell a name that people stand in front of: "frente a la Caja Rural", "outside Northern Mills"."""
    at = index - 1
    if at >= 0 and words[at].tag is Tag.DETERMINER and words[at].norm not in ("al", "del"):
        at -= 1
    if at < 0 or not words[index].text[0].isupper():
        return False
    return words[at].norm in _FACED or (at > 0 and (words[at - 1].norm, words[at].norm) in _FACING)


def _end(words: Sequence[Word], index: int, known: VenueWords, language: str) -> int:
    """Find the last word of a site's name."""
    last = index
    is_road = _is_head(words[index], known.roads, language)
    while last - index < _LONGEST:
        following = _further(words, last, is_road=is_road, is_bare=last == index)
        if following is None:
            return last
        is_road = is_road or _is_head(words[following], known.roads, language)
        last = following
    return last


def _further(words: Sequence[Word], last: int, *, is_road: bool, is_bare: bool) -> int | None:  # noqa: PLR0911 - a rule a line
    """Take in one more piece of a site's name: a name in quotes, "of" with what follows, a number, a second street."""
    at = last + 1
    if at >= len(words) or words[at].start - words[last].end > 1:
        return None
    word = words[at]
    if word.norm == "." and words[last].norm in _SHORTENED:
        return at
    if word.norm in _QUOTES:
        close = next((k for k in range(at + 1, min(at + _QUOTED, len(words))) if words[k].norm in _QUOTES), None)
        return close if close is not None and words[at + 1].text[0].isupper() else None
    if word.norm in _OF:
        return _after_of(words, at)
    if word.norm in _JOINS:
        return at + 1 if is_road and at + 1 < len(words) and _is_name(words[at + 1]) else None
    if _is_name(word) or word.norm in _NUMBER or (word.norm.isdigit() and word.tag is not Tag.TIME):
        return at
    is_adjective = _is_adjective(word) and (is_bare or words[last].text[0].islower())
    return at if is_adjective else None


def _is_name(word: Word) -> bool:
    """Tell a word of a name; months and days are one where they are written as names ("12 de Octubre")."""
    return word.text[0].isupper() or (word.norm.isdigit() and word.tag is Tag.TIME)


_SHORTENED = words_of("venues", "shortened")


def _after_of(words: Sequence[Word], at: int) -> int | None:
    """Give the noun that an "of" brings into a name, past its article."""
    following = at + 1
    while following < len(words) and words[following].tag is Tag.DETERMINER:
        following += 1
    if following >= len(words) or words[following].norm in _QUOTES:
        return following - 1 if following < len(words) else None
    word = words[following]
    if word.norm.isdigit():  # "12 de Octubre" is a street, "de 9 a 11" are hours
        month = words[following + 2 : following + 3]
        return following if month and words[following + 1].norm in _OF and month[0].text[0].isupper() else None
    is_noun = word.tag in (Tag.NOUN, Tag.ADJECTIVE) or _is_name(word)
    return following if is_noun and word.text[0].isalnum() else None


_PRIVATE = words_of("venues", "private")
_ADJECTIVES = (
    *("al", "ales", "ar", "ares", "il", "iles", "ense", "enses", "estre", "estres", "ista", "istas"),
    *("ico", "ica", "icos", "icas", "ario", "aria", "arios", "arias", "ano", "ana", "anos", "anas"),
    *("ivo", "iva", "ivos", "ivas", "ero", "era", "eros", "eras", "ado", "ada", "ados", "adas"),
)


def _is_adjective(word: Word) -> bool:
    if word.norm in _PRIVATE:  # looks like a participle
        return True
    return word.tag is Tag.ADJECTIVE or (word.tag is Tag.NOUN and word.norm.endswith(_ADJECTIVES))


def _is_of_name(story: Story, draft: Draft, start: int, end: int) -> bool:
    """Tell whether a draft's place is only in the name of its site: 'escuela "Las Lomas"', "teatro Colón" (P3)."""
    mention = draft.place_mention
    if mention is None or not start <= mention.start < end or mention.value.feature is Feature.SITE:  # type: ignore[union-attr]
        return False
    before = _ARTICLE.sub("", fold(story.reading.text.text[start : mention.start]))
    return before.endswith(_OPENING) or before.rpartition(" ")[2] in _NAMED


_ARTICLE = re.compile(r"\s*\b(?:la|las|los|el|the)?\s*$")
_OPENING = tuple(_QUOTES)
_NAMED = words_of("venues", "named")


def _set_venue(story: Story, draft: Draft, start: int, end: int) -> None:
    """Put a site on a draft: beside the town that it has, or alone."""
    text = story.reading.text.text[start:end]
    draft.why.append(f"site: {text}")
    if draft.place is not None and not _is_of_name(story, draft, start, end):
        draft.place = dataclasses.replace(draft.place, text=text, start=start, end=end)
        return
    draft.place = ReportPlace(
        name=text, feature=Feature.SITE, precision=PlacePrecision.SITE, text=text, start=start, end=end
    )
