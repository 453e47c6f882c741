"""A story in, what police failed to do out: the words of a sentence that tell it, and which police it is laid to.

Failing is told by structure more than by words: "did not" and a duty, a duty refused, a duty done to nobody, being
there while it happened, coming late, not being there at all. The structures and their words are in `policing.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from constancia.coding.clauses.syntax import Clause, ClauseKind, NounGroup, Parse, Tag, Tense
from constancia.coding.story import Draft, Story, Trigger, are_police
from constancia.coding.word_sets import word_set
from constancia.model import ActorValue
from constancia.vocabulary import EventType, Mode
from constancia.words import fold, load_lexicon
from constancia.words.expressions import expression

_POLICE = "%"  # stands for the police in the patterns
_ENDS = frozenset({".", ";", ":", "!", "?"})
_LOOSE = frozenset({Tense.INFINITIVE, Tense.GERUND, Tense.PARTICIPLE})
# Clauses that say how it would be, ought to be, or is feared to be.
_IF = word_set("if unless whether lest should would will shall must may might si")
_UNMET = frozenset({Tense.FUTURE, Tense.CONDITIONAL})


@dataclass(frozen=True, slots=True)
class _Line:
    """Words as they are searched for, each with a space behind it; the word that each letter is of; which they are."""

    text: str
    words: tuple[int, ...]
    said: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Structures:
    """Structures, each with the words of which it needs one, and the words of all: few lines hold any."""

    rows: tuple[tuple[frozenset[str], re.Pattern[str]], ...]
    needed: frozenset[str]

    def search(self, line: _Line) -> re.Match[str] | None:
        """Give what begins first; of two that begin at one word, that of the structure listed first."""
        if self.needed.isdisjoint(line.said):
            return None
        first: re.Match[str] | None = None
        for needed, pattern in self.rows:
            found = None if needed.isdisjoint(line.said) else pattern.search(line.text)
            if found is not None and (first is None or found.start() < first.start()):
                first = found
        return first


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Compiled structures: of what police do (`done`), of what stands around them, and what is no failure."""

    done: _Structures
    beside_violence: _Structures
    around: _Structures
    around_violence: _Structures
    denied: _Structures
    also: frozenset[str]  # words that are police where a text names police


@lru_cache(2)
def _patterns(language: str) -> _Patterns:
    table = load_lexicon(language, "policing")["failing"]
    classes = {name: _any_of(fold(words)) for name, words in table["class"].items()}

    def read(name: str) -> _Structures:
        return _compiled(table[name], classes)

    also = frozenset(fold(table["also"]).split())
    violence = read("beside_violence"), read("around_violence")
    return _Patterns(read("done"), violence[0], read("around"), violence[1], read("denied"), also)


def _any_of(words: str) -> str:
    return "|".join(re.escape(word).replace("_", " ") for word in words.split())


def _compiled(rows: list[str], classes: dict[str, str]) -> _Structures:
    folded = [fold(row) for row in rows]
    found = tuple((_needed(row, classes), expression(_pattern(row, classes))) for row in folded)
    return _Structures(found, frozenset(word for needed, _ in found for word in needed))


def _needed(row: str, classes: dict[str, str]) -> frozenset[str]:
    """Give the first words of the step of a structure that says most: long words, few of them."""
    steps = []
    for step in (step for step in row.split() if step[0] not in "~!"):
        choices = [classes[choice[1:]] if choice.startswith("@") else _any_of(choice) for choice in step.split("|")]
        words = "|".join(choices).replace("\\", "").split("|")
        steps.append({word.split(" ")[0] for word in words})
    said_most = max(steps, key=lambda words: min(map(len, words)) * 10 - len(words))
    return frozenset(said_most)


def _pattern(row: str, classes: dict[str, str]) -> str:
    """Compile one structure: `@name` a class, `!name` no word of it, `~3` up to three words, `a|b` a choice."""
    steps = []
    for step in row.split():
        if step.startswith("~"):
            steps.append(rf"(?:[^ ,]+ ){{0,{step[1:]}}}")
        elif step.startswith("!"):
            steps.append(rf"(?!(?:{classes[step[1:]]}) )")
        else:
            choices = (classes[choice[1:]] if choice.startswith("@") else _any_of(choice) for choice in step.split("|"))
            steps.append(f"(?:{'|'.join(choices)}) ")
    return r"(?<![^ ])" + "".join(steps)


@dataclass(frozen=True, slots=True)
class Police:
    """Where a text names police: a reader's mention, or one of the words that mean police beside it."""

    start: int
    end: int


def _police_in(story: Story, sentence: int) -> list[Police]:
    """Give where a sentence names police; "the officers" are police only in a text that tells of some."""
    if not story.names_police():
        return []
    mentions = story.mentions_in(sentence)
    found = [Police(each.start, each.end) for each in mentions if are_police(each)]
    taken = [each for each in mentions if isinstance(each.value, ActorValue)]
    also = _patterns(story.reading.language).also
    found += [
        Police(token.start, token.end)
        for token in story.reading.sentences[sentence].tokens
        if token.norm in also and not any(each.start <= token.start < each.end for each in taken)
    ]
    return sorted(found, key=lambda each: each.start) if len(found) > 1 else found


def find_failure(story: Story, sentence: int, drafts: list[Draft]) -> tuple[Trigger, Police] | None:
    """Give the words of a sentence that tell of a failure of police to act, and the police whose failure it was."""
    police = _police_in(story, sentence)
    if not police:
        return None
    parse = story.parse(sentence)
    if parse.words[-1].norm == "?":
        return None
    patterns = _patterns(story.reading.language)
    here = [draft for draft in drafts if draft.trigger.sentence == sentence]
    is_violent = any(map(_is_violence, here))
    for clause, mention in _clauses_of(parse, police):
        found = _in_clause(parse, clause, patterns, is_violent=is_violent)
        if found is not None:
            return _trigger(story, parse, sentence, *found), mention
    line = _line(parse, range(len(parse.words)), police)
    match = patterns.around.search(line) or (patterns.around_violence.search(line) if is_violent else None)
    if match is None:
        return None
    first, last = line.words[match.start()], line.words[match.end() - 1]
    near = min(police, key=lambda each: abs(each.start - parse.words[first].start))
    return _trigger(story, parse, sentence, first, last), near


def is_denied(story: Story, sentence: int) -> bool:
    """Tell whether a sentence denies a failure of police: "rejected claims that officers stood by"."""
    parse, police = story.parse(sentence), _police_in(story, sentence)
    line = _line(parse, range(len(parse.words)), police)
    return _patterns(story.reading.language).denied.search(line) is not None


def _is_violence(draft: Draft) -> bool:
    """Tell what police ought to have stopped: an attack, a riot, things burnt or broken."""
    return draft.type is EventType.ASSAULT or draft.mode in (Mode.RIOT, Mode.VANDALIZE)


def _clauses_of(parse: Parse, police: list[Police]) -> Iterator[tuple[Clause, Police]]:
    """Give the clauses of which police are the subject."""
    for clause in parse.clauses:
        if clause.subject is None or clause.verb is None:
            continue
        mention = _within(clause.subject, parse, police)
        if mention is not None:
            yield clause, mention


def _within(group: NounGroup, parse: Parse, police: list[Police]) -> Police | None:
    start, end = parse.words[group.first].start, parse.words[group.last].end
    return next((mention for mention in police if mention.start < end and start < mention.end), None)


def _in_clause(parse: Parse, clause: Clause, patterns: _Patterns, *, is_violent: bool) -> tuple[int, int] | None:
    """Give the verb of a clause of the police that tells of a failure."""
    verb = clause.verb
    if verb is None or (verb.tense in _UNMET and verb.modal not in _COULD):
        return None
    words = _told(parse, clause)
    if not words or any(parse.words[at].norm in _IF for at in words[:_OPENING]) or clause.marker in _IF:
        return None
    line = _line(parse, words, [])
    told = patterns.done.search(line) or (patterns.beside_violence.search(line) if is_violent else None)
    if told is None or parse.clause_at[line.words[told.start()]] != clause.index:
        return None
    head = max(verb.head, line.words[told.start()])
    return head, head


_BEYOND = 2  # words of the next clause: "only after", "so far"
_OPENING = 3  # words of a predicate among which its modal stands
_COULD = frozenset({"could", "can", "poder"})


def _told(parse: Parse, clause: Clause) -> list[int]:
    """Give the words behind the subject of a clause, with those of the infinitives and participles that hang on it."""
    subject = clause.subject
    after = subject.last + 1 if subject is not None and subject.first >= clause.first else clause.first
    kin = {clause.index}
    for other in parse.clauses:
        is_loose = other.verb is not None and other.verb.tense in _LOOSE
        if other.parent in kin and (other.kind is ClauseKind.INFINITIVE or is_loose):
            kin.add(other.index)
    words = [at for at in range(after, len(parse.words)) if parse.clause_at[at] in kin]
    last = words[-1] if words else after
    words += range(last + 1, min(last + 1 + _BEYOND, len(parse.words)))
    for place, at in enumerate(words):
        if parse.words[at].norm in _ENDS:
            return words[:place]
    return words


def _line(parse: Parse, words: range | list[int], police: list[Police]) -> _Line:
    """Write words by their dictionary forms, a space behind each; police are one sign."""
    text: list[str] = []
    places: list[int] = []
    known: Police | None = None
    for at in words:
        word = parse.words[at]
        mention = next((each for each in police if each.start <= word.start < each.end), None)
        if mention is not None and mention is known:
            continue
        known = mention
        norm = _POLICE if mention is not None else _written(parse, at)
        text.append(norm)
        places += [at] * (len(norm) + 1)
    return _Line("".join(f"{norm} " for norm in text), tuple(places), frozenset(text))


def _written(parse: Parse, at: int) -> str:
    word = parse.words[at]
    if word.norm.endswith("n't") or word.norm == "cannot":
        return "not"
    is_inflected = word.tag in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL)
    return (word.lemma if is_inflected else word.norm).replace(" ", "")


def _trigger(story: Story, parse: Parse, sentence: int, first: int, last: int) -> Trigger:
    start, end = parse.words[first].start, parse.words[last].end
    sense = load_lexicon(story.reading.language, "policing")["failing"]["sense"]
    text = story.reading.text.text[start:end]
    return Trigger(start, end, text, sentence, first, last, sense, is_verb=parse.words[first].tag is Tag.VERB)
