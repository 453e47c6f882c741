"""A sentence in, its triggers out: words and phrases that name a deed, idioms put aside, companions checked."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import cast

from constancia.coding.clauses.forms import singulars
from constancia.coding.clauses.syntax import Clause, NounGroup, Parse, Tag, Tense, Word
from constancia.coding.deeds.companions import doer_of, is_said_of_workers, words_of_groups
from constancia.coding.deeds.cries import is_cry
from constancia.coding.deeds.lexicon import Lexicon, Phrase, Sense, bits_of, keys, lexicon, marks_of, match_phrase
from constancia.coding.deeds.mishaps import is_by_thing, is_done_to_ideal
from constancia.coding.story import Trigger
from constancia.coding.word_sets import words_of
from constancia.model import Sentence
from constancia.vocabulary import Mode
from constancia.words import fold
from constancia.words.demonyms import demonym_countries
from constancia.words.memory import WordMemory

_WORD = re.compile(r"[a-z][\w'-]*")
_OF = frozenset({"of", "de", "del"})
_QUOTES = frozenset('"“”«»‹›„‟')


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that match an entry, before their sentence was parsed; `sense` is None for an idiom."""

    first: int
    last: int
    sense: Sense | None
    is_phrase: bool
    needs_verb: bool = False  # the first word matched only as a form of a verb


def may_name_deed(text: str, language: str) -> bool:
    """Tell cheaply whether a text may hold a trigger; a text without one can be left unread."""
    kinds = _gates(language)
    met = 0
    for word in _WORD.finditer(fold(text)):
        met |= kinds[word.group()]
        if met & _DEED or met == _DOER_AND_DEED:
            return True
    return False


_DEED, _LEANING, _POLICE = 1, 2, 4
_DOER_AND_DEED = _LEANING | _POLICE


@lru_cache(2)
def _gates(language: str) -> WordMemory[int]:
    """Tell of a word whether it names a deed, one that leans on police, or police."""
    table = lexicon(language)
    kinds = ((_DEED, table.gate), (_LEANING, table.doers_gate), (_POLICE, table.classes["police"]))

    def tell(word: str) -> int:
        forms = keys(word, language)
        return sum(kind for kind, words in kinds if not words.isdisjoint(forms))

    return WordMemory(tell)


def candidates(sentence: Sentence, language: str) -> list[Candidate]:
    """Find the entries that words of a sentence match, the longest ones first in place; idioms among them.

    Quotation marks do not part the words of a phrase: "un paro 'general'".
    """
    entries = _entries(language)
    known = [entries[token.norm] for token in sentence.tokens]
    said_bits = 0
    begins = False
    for entry in known:
        if entry is not None:
            said_bits |= entry.closes_bits
            begins = begins or entry.begins
    if not begins:
        return []
    found: list[Candidate] = []
    may_begin: list[int] = []
    for index, here in enumerate(known):
        if here is not None and here.begins and not _is_of_officers(sentence, index):
            found += [Candidate(index, index, sense, is_phrase=False) for sense in here.senses]
            if said_bits & here.last_bits:
                may_begin.append(index)
    if may_begin:
        found += _phrases(sentence, language, known, may_begin, said_bits)
    return _longest(found) if len(found) > 1 else [each for each in found if each.sense is not None]


def _is_of_officers(sentence: Sentence, index: int) -> bool:
    """Tell the masked of "agentes encapuchados irrumpieron" from a crowd of masked people."""
    is_masked = index > 0 and sentence.tokens[index].norm in _MASKED
    return is_masked and sentence.tokens[index - 1].norm in _OFFICERS


_MASKED = words_of("triggers", "masked")
_OFFICERS = words_of("triggers", "officers")


def _phrases(
    sentence: Sentence, language: str, known: list[_Entries | None], may_begin: list[int], said_bits: int
) -> list[Candidate]:
    """Find the phrases that begin at these words of a sentence."""
    keys_of = _keys(language)
    said_marks = 0
    for entry in known:
        if entry is not None:
            said_marks |= entry.closes_marks
    places = [place for place, token in enumerate(sentence.tokens) if token.norm not in _QUOTES]
    words: list[tuple[str, ...]] = []
    found: list[Candidate] = []
    for index in may_begin:
        here = known[index]
        for phrase in here.phrases if here is not None else ():
            if not (phrase.last_bits & said_bits and phrase.last_marks & said_marks):
                continue
            words = words or [keys_of[sentence.tokens[place].norm] for place in places]
            end = match_phrase(phrase, words, bisect_left(places, index))
            if end is not None:
                needs_verb = _matches_as_verb(phrase, sentence.tokens[index].norm, language)
                found.append(Candidate(index, places[end - 1], phrase.sense, is_phrase=True, needs_verb=needs_verb))
    return found


@dataclass(frozen=True, slots=True)
class _Entries:
    """The senses of a word alone, the phrases that it may begin, and the words of which a phrase needs one.

    `closes_bits` and `closes_marks` are of those of its keys that some phrase needs.
    """

    senses: tuple[Sense, ...]
    phrases: tuple[Phrase, ...]
    last_bits: int
    closes_bits: int
    closes_marks: int
    begins: bool


@lru_cache(2)
def _entries(language: str) -> WordMemory[_Entries | None]:
    return WordMemory(lambda norm: _entries_of(norm, language))


def _entries_of(norm: str, language: str) -> _Entries | None:
    table = lexicon(language)
    forms = keys_in_phrases(norm, language)
    senses = [table.verbs[form] for form in forms if form in table.verbs]
    senses += [table.nouns[form] for form in singulars(norm, language) if form in table.nouns] if forms else []
    phrases = tuple(phrase for form in forms for phrase in table.phrases.get(form, ()))
    lasts = {word for phrase in phrases for word in phrase.last}
    closes = tuple(form for form in forms if form in _closers(language))
    begins = bool(senses or phrases)
    if norm in _QUOTES or not (begins or closes):
        return None
    return _Entries(tuple(senses), phrases, bits_of(lasts), bits_of(closes), marks_of(closes), begins)


@lru_cache(2)
def _closers(language: str) -> frozenset[str]:
    """Give the words of which some phrase needs one."""
    return frozenset(word for phrases in lexicon(language).phrases.values() for each in phrases for word in each.last)


@lru_cache(2)
def _keys(language: str) -> WordMemory[tuple[str, ...]]:
    return WordMemory(lambda norm: keys_in_phrases(norm, language))


def keys_in_phrases(norm: str, language: str) -> tuple[str, ...]:
    """Give what a token may be listed as; marks end a phrase, quotes and the apostrophe of a possessive do not."""
    if norm[0].isalnum():
        return keys(norm, language)
    return (norm,) if norm[0] in _PASSED_OVER else ()


_PASSED_OVER = frozenset("'\"“”«»")  # the gap of a phrase may hold them


def _matches_as_verb(phrase: Phrase, norm: str, language: str) -> bool:
    """Tell whether a word is in a phrase only by its infinitive: the "sitio" of "sitiar"."""
    first = cast("frozenset[str]", phrase.steps[0])
    return phrase.sense is not None and first.isdisjoint(singulars(norm, language))


def _longest(found: list[Candidate]) -> list[Candidate]:
    """Keep idioms before all that they touch, then longer entries before shorter ones, routine work last."""
    kept: list[Candidate] = []
    taken: set[int] = set()
    order = sorted(
        found, key=lambda c: (c.sense is not None, _has_doer(c), not c.is_phrase, c.first - c.last, _rank(c))
    )
    for candidate in order:
        span = range(candidate.first, candidate.last + 1)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(candidate)
    return sorted((c for c in kept if c.sense is not None), key=lambda c: c.first)


def _has_doer(candidate: Candidate) -> bool:
    return candidate.sense is not None and candidate.sense.doer is not None


def _rank(candidate: Candidate) -> int:
    return candidate.sense.rank if candidate.sense else 0


def triggers(found: Sequence[Candidate], parse: Parse, sentence: int, language: str) -> list[Trigger]:
    """Make triggers of the candidates that the parse bears out."""
    table = lexicon(language)
    made = []
    for candidate in (_as_it_stands(each, parse) for each in found):
        sense = cast("Sense", candidate.sense)
        word = _center(candidate, parse)
        is_verb = parse.words[word].tag is Tag.VERB
        if not candidate.is_phrase:
            sense_here = _single(parse, word, table, language, is_verb=is_verb)
            if sense_here is None:
                continue
            sense = sense_here
        if not _fits(sense, candidate, parse, word, table, is_verb=is_verb):
            continue
        start, end = parse.words[candidate.first].start, parse.words[candidate.last].end
        text = _text(parse, candidate)
        made.append(Trigger(start, end, text, sentence, word, candidate.last, sense.id, is_verb))
    return made


def _as_it_stands(candidate: Candidate, parse: Parse) -> Candidate:
    """Take a phrase of a verb for its first word alone where that is a noun: "una tranca en la autopista"."""
    if not candidate.needs_verb or parse.words[candidate.first].tag in (Tag.VERB, Tag.MODAL):
        return candidate
    return dataclasses.replace(candidate, last=candidate.first, is_phrase=False)


def _text(parse: Parse, candidate: Candidate) -> str:
    words = parse.words[candidate.first : candidate.last + 1]
    pieces = [words[0].text]
    for before, word in pairwise(words):
        pieces.append(" " * (word.start - before.end) + word.text)
    return "".join(pieces)


def _center(candidate: Candidate, parse: Parse) -> int:
    """Choose the word of a phrase that its clause is looked up by: its verb, else its first noun."""
    span = range(candidate.first, candidate.last + 1)
    verbs = [index for index in span if parse.words[index].tag is Tag.VERB]
    if len(verbs) > 1 and parse.words[candidate.first].tag is Tag.NOUN:
        # "Hombres armados llegaron y se llevaron a": the last that is a verb of its own
        verbs = [each.head for each in parse.verbs if each.is_finite and each.head in verbs][-1:] or verbs
    if verbs:
        return verbs[0]
    for index in span:
        if parse.words[index].tag is Tag.NOUN:
            return index
    return candidate.first


def _single(parse: Parse, word: int, table: Lexicon, language: str, *, is_verb: bool) -> Sense | None:
    here = parse.words[word]
    if is_verb:
        is_alone = here.lemma in table.reflexives and not _is_reflexive(parse, word)
        return None if is_alone else table.verbs.get(here.lemma)
    if here.tag not in (Tag.NOUN, Tag.ADJECTIVE):
        return None
    return next((table.nouns[key] for key in singulars(here.norm, language) if key in table.nouns), None)


def _is_reflexive(parse: Parse, word: int) -> bool:
    verb = parse.clauses[parse.clause_at[word]].verb
    return parse.words[word].norm.endswith(("se", "nos")) or verb is None or verb.is_reflexive


# ---------------------------------------------------------------- companions


def _fits(sense: Sense, candidate: Candidate, parse: Parse, word: int, table: Lexicon, *, is_verb: bool) -> bool:  # noqa: PLR0911 - a rule a line, the first that fits
    clause = parse.clauses[parse.clause_at[word]]
    near = _near(candidate, parse, clause, is_verb=is_verb)
    vetoed = [name for name in sense.veto if not table.classes[name].isdisjoint(near)]
    if vetoed and not (is_verb and is_said_of_workers(sense, vetoed, near, parse, clause, table)):
        return False
    if sense.need and not candidate.is_phrase:
        wide = near | words_of_groups(parse, clause.complements) | _named(parse, clause)
        if all(table.classes[name].isdisjoint(wide) for name in sense.need):
            return False
    doer = doer_of(sense, clause)
    has_class = sense.who is not None and sense.who != "any" and is_verb
    if has_class and doer is not None and not _is_one_of(sense.who or "", doer, parse, table):
        return False
    is_spared = is_verb and (_is_spared(sense, clause, table) or is_done_to_ideal(sense, clause, table))
    is_spared = is_spared or (is_verb and is_cry(sense, clause, parse))
    if is_spared or (is_verb and is_by_thing(sense, clause, parse, table)):
        return False
    is_left = not is_verb and sense.mode is Mode.RIOT and clause.subject is not None  # "the storm caused destruction"
    if is_left and clause.subject is not None and clause.subject.lemma in table.classes["nature"]:
        return False
    is_alone = is_verb and not candidate.is_phrase
    if sense.is_reflexive_other and is_alone and clause.verb is not None and clause.verb.is_reflexive:
        return False
    if sense.is_transitive and is_verb and not _has_object(parse, clause):
        return False
    return sense.who != "crowd" or is_verb or candidate.is_phrase


def _named(parse: Parse, clause: Clause) -> set[str]:
    """Give "=name" where the object is called by a name, as towns are: "paralizaron Oruro"."""
    is_named = clause.object is not None and parse.words[clause.object.head].text.istitle()
    return {"=name"} if is_named else set()


def _is_spared(sense: Sense, clause: Clause, table: Lexicon) -> bool:
    """Tell "the election was held on Monday" from "three men were held on Monday"."""
    if sense.spares is None or clause.subject is None:
        return False
    head = clause.subject.lemma
    return head in table.classes[sense.spares] or head.endswith(_NOBODY)


_NOBODY = ("tion", "sion", "ment", "ing", "ness", "ship", "ance", "ence", "ity", "drive", "drop", "-in", "-out")


def _is_one_of(name: str, subject: NounGroup, parse: Parse, table: Lexicon) -> bool:
    """Tell whether a subject is of a class; a crowd may be any trade in the plural, or a number alone."""
    words = words_of_groups(parse, (subject, *_groups_of(parse, subject)))
    words |= {f"{word.removesuffix('s')[:-1]}o" for word in words if word.endswith(("a", "as"))}  # "vecinas": "vecino"
    workers = table.classes.get("worker", frozenset()) if name == "crowd" else frozenset()
    if not table.classes[name].isdisjoint(words) or not workers.isdisjoint(words):
        return True
    if name != "crowd" or any(not table.classes[other].isdisjoint(words) for other in ("official", "title", "police")):
        return False
    head = parse.words[subject.head]
    return head.norm in _MANY or is_of_trade(head) or _is_of_nation(head)


def _is_of_nation(head: Word) -> bool:
    """Tell the people of a country, in the plural: "Zimbabweans", "nicaragüenses"."""
    return head.norm.endswith("s") and any(head.norm in demonym_countries(each) for each in ("en", "es"))


def is_of_trade(head: Word) -> bool:
    """Tell the plural of a trade, or of those who take part, by its ending: "barbers", "vendimiadores"."""
    return head.norm != head.lemma and head.norm.endswith(TRADES)


def _groups_of(parse: Parse, group: NounGroup) -> list[NounGroup]:
    """Give the group behind the "of" of another: "elementos de la policía"."""
    position = parse.nouns.index(group) if group in parse.nouns else len(parse.nouns)
    return [each for each in parse.nouns[position + 1 : position + 2] if each.preposition in _OF]


_MANY = frozenset({"hundred", "thousand", "dozen", "centenar", "millar", "cientos", "miles", "decenas", "docenas"})
# How the plurals of trades and of those who take part end, in both languages.
TRADES = ("ers", "ors", "ists", "ians", "ants", "istas", "dores", "doras", "eros", "eras", "antes", "entes")


def _has_object(parse: Parse, clause: Clause) -> bool:
    """Tell whether something is done to somebody: "desaparecieron a una mujer", "fue desaparecida"."""
    verb = clause.verb
    if verb is None:
        return False
    if verb.is_passive or verb.tense == Tense.PARTICIPLE:
        is_state = any(word.lemma in _STATES for word in parse.words[verb.first : verb.head])
        return (verb.is_passive or clause.agent is not None) and not is_state
    return clause.object is not None and parse.words[clause.object.head].tag is not Tag.TIME


_STATES = frozenset({"estar", "seguir", "permanecer", "continuar", "hallar", "encontrar"})  # "siguen desaparecidos"


def _near(candidate: Candidate, parse: Parse, clause: Clause, *, is_verb: bool) -> set[str]:
    """Give the words that may turn the sense of a trigger: its own group and "of" group, or subject and object."""
    if is_verb:
        groups = [group for group in (clause.subject, clause.object) if group is not None]
        return words_of_groups(parse, groups)
    words: set[str] = set()
    for position, group in enumerate(parse.nouns):
        if group.first <= candidate.last and candidate.first <= group.last:
            words |= words_of_groups(parse, (group,))
            following = parse.nouns[position + 1 : position + 2]
            words |= words_of_groups(parse, [g for g in following if g.preposition in _OF])
    own = {parse.words[index].norm for index in range(candidate.first, candidate.last + 1)}
    return words - own
