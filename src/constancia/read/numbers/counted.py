"""A number among the tokens of its sentence in, the counted words and their measure out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from constancia.model import Token
from constancia.vocabulary import Measure
from constancia.words import fold, load_lexicon

_NOUN_WORDS = 3
# How far from its number a verb may stand and still tell what befell those counted.
_REACH_AFTER, _REACH_BEFORE, _ADJACENT = 12, 6, 2
# ... and how far back a number without counted words looks.
_REACH_BARE = 16
# ... and how many auxiliaries may part it from its verb ("500 have been arrested").
_REACH_AUXILIARIES = 4
_JOINS = frozenset({"and", "y", "e", ",", "or", "o"})


class Phrases:
    """Phrases of one or more words, each standing for something, found at a token."""

    def __init__(self, phrases: Iterable[tuple[str, Measure]]) -> None:
        self._table: dict[str, list[tuple[tuple[str, ...], Measure]]] = {}
        for phrase, measure in phrases:
            words = tuple(fold(phrase).split())
            self._table.setdefault(words[0], []).append((words, measure))
        for entries in self._table.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def at(self, tokens: Sequence[Token], at: int) -> tuple[Measure, int] | None:
        """Give what the longest phrase beginning at a token stands for, and how many tokens it takes."""
        for words, measure in self._table.get(tokens[at].norm, ()):
            if all(at + i < len(tokens) and tokens[at + i].norm == word for i, word in enumerate(words)):
                return measure, len(words)
        return None


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: its words, up to which token they go, and the measure if it is one of ours."""

    noun: str | None
    last: int
    measure: Measure | None
    is_excluded: bool = False


@dataclass(frozen=True, slots=True)
class CountedWords:
    """The words that tell what is counted, of one language."""

    nouns: Phrases
    after: Phrases
    before: Phrases
    damage: frozenset[str]
    not_counted_after: frozenset[str]
    not_counted_before: frozenset[str]
    noun_end: frozenset[str]
    skip: frozenset[str]
    clause_end: frozenset[str]
    strong: frozenset[str]
    tally: frozenset[str]
    never: frozenset[str]
    clock_before: frozenset[str]
    pronouns: frozenset[str]
    zero_verbs: frozenset[str]
    zero_joins: frozenset[str]


@cache
def counted_words(language: str) -> CountedWords:
    """Load what numbers count in a language."""
    raw = load_lexicon(language, "counted")
    ends = raw["noun_end"]
    return CountedWords(
        nouns=_phrases(raw["nouns"]),
        after=_phrases(raw["after"]),
        before=_phrases(raw["before"]),
        damage=frozenset(raw["damage"]["words"]),
        not_counted_after=frozenset(raw["not_counted_after"]["words"]),
        not_counted_before=frozenset(raw["not_counted_before"]["words"]),
        noun_end=frozenset(ends["words"]),
        skip=frozenset(ends["skip"]),
        clause_end=frozenset(ends["clause_end"]),
        strong=frozenset(ends["strong"]),
        tally=frozenset(ends["tally"]),
        never=frozenset(raw["not_counted_before"]["never"]),
        clock_before=frozenset(raw["not_counted_before"]["clock"]),
        pronouns=frozenset(ends["pronoun_people"]),
        zero_verbs=frozenset(ends["zero_verbs"]),
        zero_joins=frozenset(ends["zero_joins"]),
    )


def _phrases(table: dict[str, list[str]]) -> Phrases:
    return Phrases((phrase, Measure(name)) for name, phrases in table.items() for phrase in phrases)


def what_is_counted(tokens: Sequence[Token], first: int, last: int, words: CountedWords) -> Counted:
    """Tell what the number over the tokens [first, last) counts."""
    begin, end = _noun(tokens, last, words)
    if end == begin + 1 and tokens[begin].norm in words.pronouns:
        begin = end
    noun = " ".join(token.text for token in tokens[begin:end])
    if _counts_nothing(tokens, (first, last), begin, words):
        return Counted(noun or None, end, None, is_excluded=True)
    return Counted(noun or None, end, _measure(tokens, first, (begin, end), words))


def _noun(tokens: Sequence[Token], at: int, words: CountedWords) -> tuple[int, int]:
    """Give the tokens of the counted words after a number."""
    while at < len(tokens) and tokens[at].norm in words.skip:
        at += 1
    if at + 1 < len(tokens) and tokens[at].norm == "-" and tokens[at + 1].norm in words.strong:
        return at + 1, at + 2
    end = at
    while end < len(tokens) and end - at < _NOUN_WORDS and tokens[end].norm[0].isalpha():
        is_verb = tokens[end].norm in words.noun_end or words.after.at(tokens, end) is not None
        if is_verb and words.nouns.at(tokens, end) is None:
            break
        end += 1
    return at, end


def _counts_nothing(tokens: Sequence[Token], number: tuple[int, int], noun: int, words: CountedWords) -> bool:
    """Whether the number is money, a share, an age, a distance, a name or an article."""
    first, last = number
    following = tokens[last].norm if last < len(tokens) else ""
    if following in words.not_counted_after or (
        following == "por" and tokens[min(last + 1, len(tokens) - 1)].norm == "ciento"
    ):
        return True
    before = tokens[first - 1].norm if first else ""
    if before == "." and first > 1 and f"{tokens[first - 2].norm}." in words.not_counted_before:
        before = f"{tokens[first - 2].norm}."
    if before in words.not_counted_before:
        is_mark = not before[0].isalpha() or before in {"usd", "us$", "bs", "bs."}
        return (
            is_mark or noun >= len(tokens) or not tokens[noun].norm[0].isalpha() or tokens[noun].norm in words.noun_end
        )
    if (
        _is_bare(tokens, noun, words)
        and first > 1
        and (f"{tokens[first - 2].norm} {before}" in words.clock_before or _is_address(tokens, first))
    ):
        return True
    is_after_name = first > 1 and (tokens[first - 2].text[:1].isupper() or tokens[first - 2].norm == ".")
    is_age = before == "," and following == "," and is_after_name
    return is_age and last - first == 1


def _is_bare(tokens: Sequence[Token], at: int, words: CountedWords) -> bool:
    return at >= len(tokens) or not tokens[at].norm[0].isalpha() or tokens[at].norm in words.noun_end


def _is_address(tokens: Sequence[Token], first: int) -> bool:
    """Whether the number stands bare after a capitalised word, as house numbers do ("Sucre 1450")."""
    before = tokens[first - 1]
    return first > 1 and before.text.istitle() and before.text.isalpha() and tokens[first].norm.isdecimal()


def _measure(tokens: Sequence[Token], first: int, noun: tuple[int, int], words: CountedWords) -> Measure | None:
    begin, end = noun
    said = next((found[0] for at in range(begin, end) if (found := words.nouns.at(tokens, at))), None)
    if said is Measure.PROPERTY:
        reach = tokens[max(0, first - 4) : min(len(tokens), end + 4)]
        return said if any(token.norm in words.damage for token in reach) else None
    if said not in {None, Measure.PARTICIPANTS}:
        return said
    before, distance = _verb_before(tokens, first, _REACH_BEFORE, words)
    is_object = distance <= _ADJACENT and not any(t.norm in _JOINS for t in tokens[first - distance : first])
    if before and is_object:
        return before
    if begin == end:
        return (
            _verb_after(tokens, end, _REACH_AUXILIARIES, words)
            or _tally_after(tokens, end, words)
            or _verb_before(tokens, first, _REACH_BARE, words)[0]
        )
    return _verb_after(tokens, end, _REACH_AFTER, words) or before or said


def _tally_after(tokens: Sequence[Token], at: int, words: CountedWords) -> Measure | None:
    """Read "sube a 31 la cifra de muertos"."""
    reach = range(at, min(at + _REACH_BEFORE, len(tokens)))
    tally = next((place for place in reach if tokens[place].norm in words.tally), None)
    if tally is None:
        return None
    return next((found[0] for place in range(tally, reach.stop) if (found := words.nouns.at(tokens, place))), None)


def _verb_after(tokens: Sequence[Token], at: int, reach: int, words: CountedWords) -> Measure | None:
    for place in range(at, min(at + reach, len(tokens))):
        if found := words.after.at(tokens, place):
            return found[0]
        if tokens[place].norm in words.clause_end:
            return None
    return None


def _verb_before(tokens: Sequence[Token], first: int, reach: int, words: CountedWords) -> tuple[Measure | None, int]:
    """Give the measure of the nearest verb before a number, and how many tokens stand between.

    A number without counted words of its own ("rose to 18") looks further back, and to every word for a measure.
    """
    is_bare = reach > _REACH_BEFORE
    for place in range(first - 1, max(-1, first - 1 - reach), -1):
        found = words.before.at(tokens, place)
        if found is None and is_bare:
            found = words.after.at(tokens, place) or words.nouns.at(tokens, place)
        if found:
            return found[0], first - place - found[1]
        if tokens[place].norm in words.clause_end and not is_bare:
            break
    return None, reach
