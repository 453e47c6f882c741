"""A date in its sentence in, whether it is of what somebody says, or of the saying, rather than of the deed, out."""

from __future__ import annotations

import re

from constancia.coding.clauses.syntax import Clause, ClauseKind, Parse, Tense
from constancia.coding.status.status_words import status_words
from constancia.coding.story import Draft, Story
from constancia.coding.when.days import usable
from constancia.coding.word_sets import words_of
from constancia.model import Mention, Span, SpeakerValue
from constancia.vocabulary import EventType, Precision, Status
from constancia.words import fold

_THAT = frozenset({"que", "that"})


def is_of_content(parse: Parse, mention: Mention, clause: Clause, draft: Draft, language: str) -> bool:
    """Tell the day of what is said, "told the assembly that the decree holds from 1 May", from the assembly's."""
    home = parse.clauses[parse.clause_at[parse.word_at(mention.start)]]
    if home.marker not in _THAT or home.subject is None or home.subject.first < home.first:
        return False
    words = status_words(language)
    if any(words.is_verb(name, home.verb) for name in ("plan", "happen", "light")):
        return False  # "the rally that students had called for Friday"
    within: Clause | None = clause
    while within is not None and within.index != home.index:
        within = None if within.parent is None else parse.clauses[within.parent]
    return within is None and not home.subject.first <= draft.trigger.word <= home.subject.last


def is_of_the_call(draft: Draft, clause: Clause, parse: Parse, mention: Mention, language: str) -> bool:
    """Tell the day on which a plan was told ("on Friday the union called a strike") from the day planned."""
    verb = clause.verb
    if verb is None or verb.tense not in _TOLD or verb.head >= draft.trigger.word:
        return False
    deed = next((each for each in parse.nouns if each.first <= draft.trigger.word <= each.last), None)
    is_known = deed is not None and deed.is_definite  # "on Friday the union called off the march"
    is_dropped = draft.status is Status.CANCELLED and is_known and status_words(language).is_verb("cancel", verb)
    if not is_dropped and not (draft.status is Status.PLANNED and _is_called(draft, language)):
        return False
    at = parse.word_at(mention.start)
    is_opening = at < verb.first and not {word.norm for word in parse.words[max(at - 2, 0) : at]} & _FOR_WORDS
    is_behind = at == verb.last + 1 or (at == verb.last + 2 and parse.words[at - 1].norm in _ON_WORDS)
    after = parse.word_at(mention.end - 1) + 1
    return is_opening or (is_behind and after < len(parse.words) and parse.words[after].norm in _CALLS_TO)


def is_of_what_was_called(draft: Draft, clause: Clause, parse: Parse, mention: Mention, language: str) -> bool:
    """Tell the day of a plan told behind a deed: "marched to the gates and announced a strike from Friday"."""
    if draft.status not in _DONE:
        return False
    home = parse.clauses[parse.clause_at[parse.word_at(mention.start)]]
    verb = home.verb
    if home.index == clause.index or verb is None or verb.head <= draft.trigger.last_word:
        return False
    is_behind = parse.words[verb.last].end <= mention.start
    if draft.type is EventType.RETREAT and verb.lemma in _HOLDS and home.kind is ClauseKind.PARTICIPLE:
        return is_behind  # "freed the 20 pupils held on Monday"
    if not verb.is_finite:  # "banned the march called for Saturday": the march's day, and not the ban's
        at, called = parse.word_at(mention.start), home.subject
        is_for = not {word.norm for word in parse.words[max(at - 2, verb.last) : at]}.isdisjoint(_FOR_WORDS)
        is_its_own = called is None or called.first <= draft.trigger.last_word <= called.last
        return is_behind and is_for and home.kind is ClauseKind.PARTICIPLE and not is_its_own
    return is_behind and verb.lemma in status_words(language).verbs["call_for"]


_HOLDS = words_of("content", "holds")
_DONE = frozenset({Status.LEGAL, Status.OCCURRED, Status.ONGOING, Status.BACKGROUND})


def _is_called(draft: Draft, language: str) -> bool:
    """Tell whether a plan was found by a verb of calling for it."""
    calls = status_words(language).verbs["call_for"]
    found = (_PLAN.match(why) for why in draft.why)
    return any(match is not None and match[1] in calls for match in found)


_PLAN = re.compile(r"S3 ([\w-]+)")


def _is_told_as_before(clause: Clause) -> bool:
    """Tell what had been done before the time that a sentence tells of: "had blocked", "había cortado"."""
    verb = clause.verb
    return verb is not None and verb.is_perfect and verb.tense is Tense.PAST


def is_of_saying(story: Story, draft: Draft, mention: Mention) -> bool:
    """Tell the day on which somebody told of a deed from its own.

    Before it that is told of what had been done ("the union said on Friday that police had …"), behind it of all.
    """
    parse = story.parse(draft.trigger.sentence)
    had_been = _is_told_as_before(parse.clauses[parse.clause_at[draft.trigger.word]])
    for each in story.mentions_in(draft.trigger.sentence):
        value = each.value
        if not isinstance(value, SpeakerValue) or value.cue is None or value.content is None:
            continue
        first, content = min(value.source.start, value.cue.start), value.content
        if not content.start <= draft.trigger.start < content.end:
            continue
        if had_been and value.cue.end <= content.start and first <= mention.start < content.start:
            return True
        if draft.trigger.end <= first and first <= mention.start and _is_beside(story, value.cue, mention):
            return True
    return False


def _is_beside(story: Story, cue: Span, mention: Mention) -> bool:
    """Tell whether a day stands by a verb of saying: "on Sunday said", "said in a statement on Sunday"."""
    if mention.start < cue.start:
        return True
    between = fold(story.reading.text.text[cue.end : mention.start]).split() if mention.start >= cue.end else ["."]
    return len(between) <= _IN_A_STATEMENT and all(word in _BETWEEN for word in between)


_IN_A_STATEMENT = 5  # words: "in a written statement on"
_BETWEEN = words_of("content", "statements")


def is_of_who_tells(story: Story, parse: Parse, mention: Mention, draft: Draft) -> bool:
    """Tell the Monday of "370 are held since the murder of a baker, police said on Monday" from the murder's."""
    if draft.trigger.is_verb:
        return False
    group = next((each for each in parse.nouns if each.first <= draft.trigger.word <= each.last), None)
    if group is None or group.preposition not in _UPON:
        return False
    cues = (
        each.value.cue for each in story.mentions_in(draft.trigger.sentence) if isinstance(each.value, SpeakerValue)
    )
    return any(
        cue is not None and draft.trigger.end <= cue.start and 0 <= mention.start - cue.end <= _ON for cue in cues
    )


def is_of_aftermath(parse: Parse, mention: Mention, clause: Clause, draft: Draft, language: str) -> bool:
    """Tell the Tuesday of "officers who were kidnapped in Lira were freed on Tuesday" from the kidnapping's."""
    home = parse.clauses[parse.clause_at[parse.word_at(mention.start)]]
    if 0 <= draft.trigger.start - mention.end <= _BEFORE_ITS_NOUN:
        return False  # "charged over the 6 March shooting"
    is_later = status_words(language).is_verb("aftermath", home.verb) or _goes_free(parse, home)
    if not (is_later or _goes_to_court(parse, home, language)):
        return False
    if home.index == clause.index:
        return _is_whom_it_befell(parse, draft)
    behind = [word.norm for word in parse.words[max(clause.first - 2, 0) : draft.trigger.word]]
    is_before = clause.kind is ClauseKind.RELATIVE or clause.kind is ClauseKind.PARTICIPLE
    return is_before or any(word in _UPON or word in _AFTER for word in behind)


def _goes_free(parse: Parse, clause: Clause) -> bool:
    """Read "recuperaron ayer la libertad", "quedó en libertad", "walked free" of a clause's verb."""
    if clause.verb is None:
        return False
    behind = parse.words[clause.verb.last + 1 : clause.verb.last + 1 + _FREE_WITHIN]
    return any(word.norm in _FREEDOM for word in behind)


def _goes_to_court(parse: Parse, clause: Clause, language: str) -> bool:
    """Read "fueron presentados el sábado ante un tribunal", "were brought on Monday before a magistrate"."""
    if clause.verb is None:
        return False
    behind = [word.norm for word in parse.words[clause.verb.last + 1 : clause.verb.last + 1 + _TO_COURT]]
    at = next((index for index, norm in enumerate(behind) if norm in _FACING), None)
    return at is not None and not status_words(language).nouns["court"].isdisjoint(behind[at + 1 : at + 1 + _COURT])


_TO_COURT, _COURT = 10, 5  # words from a verb to "before", from there to "court"
_FACING = frozenset({"ante", "before", "disposicion"})


def _is_whom_it_befell(parse: Parse, draft: Draft) -> bool:
    """Tell "los detenidos en Loja fueron liberados el martes" from "la marcha fue suspendida"."""
    if draft.trigger.is_verb or draft.type not in (EventType.ASSAULT, EventType.COERCE):
        return False
    return _HARMED.fullmatch(parse.words[draft.trigger.word].norm) is not None


_FREE_WITHIN = 4  # words
_FREEDOM = frozenset({"libertad", "libre", "libres", "free", "freedom"})
_HARMED = re.compile(r"\w{3,}[ai]d[oa]s?|detainees?|captives?|hostages?|presos?|presas?|rehenes?")


def is_told_by_aftermath(story: Story, draft: Draft) -> bool:
    """Tell whether the only days of a deed's sentence are those of what was done long after it."""
    dates = [mention for mention in story.dates_in(draft.trigger.sentence) if usable(mention)]
    if not dates:
        return False
    parse, language = story.parse(draft.trigger.sentence), story.reading.language
    clause = parse.clauses[parse.clause_at[draft.trigger.word]]
    return all(is_of_aftermath(parse, each, clause, draft, language) for each in dates)


_AFTER = frozenset({"once", "despues", "luego"})
_UPON = frozenset({"after", "since", "following", "tras", "desde"})
_BEFORE_ITS_NOUN = 2  # characters: a space, and what may be joined to it
_ON = 5  # characters between "said" and its day: " on ", " el "
_TOLD = (Tense.PAST, Tense.PARTICIPLE)
_FOR_WORDS = frozenset({"for", "para"})
_CALLS_TO = frozenset({"for", "a", "al"})  # "called on Thursday for a march"
_ON_WORDS = frozenset({"on", "el", "last"})


def is_of_what_is_judged(parse: Parse, mention: Mention, draft: Draft) -> bool:
    """Tell the year of "condenó a tres policías por torturar a un campesino en 2019" from that of the verdict."""
    if draft.status is not Status.LEGAL or draft.type is not EventType.COERCE:
        return False
    at = parse.word_at(mention.start)
    clause = parse.clauses[parse.clause_at[at]]
    if draft.trigger.last_word < at and _is_bygone(mention) and _stands_behind_cause(parse, draft, at):
        return True
    is_act = clause.kind in (ClauseKind.INFINITIVE, ClauseKind.PARTICIPLE) and clause.marker in _FOR_DEEDS
    return is_act and draft.trigger.last_word < clause.first


def _stands_behind_cause(parse: Parse, draft: Draft, at: int) -> bool:
    """Tell whether "por la desaparición de siete jóvenes en" stands between a verdict and a year."""
    return any(
        group.preposition in _FOR_DEEDS - {"de", "of"} and draft.trigger.last_word < group.first < at
        for group in parse.nouns
    )


def _is_bygone(mention: Mention) -> bool:
    """Tell a month or a year from a day, on which somebody may be tried."""
    return getattr(mention.value, "precision", None) in (Precision.YEAR, Precision.MONTH, Precision.DECADE)


_FOR_DEEDS = frozenset({"por", "de", "for", "of", "over"})


def is_since_of_another(parse: Parse, mention: Mention, draft: Draft) -> bool:
    """Tell the beginning of "the eviction of a camp that nurses had held since 3 May": it is the camp's."""
    at = parse.word_at(mention.start)
    if draft.type not in _DONE_AT_ONCE or _SINCE.isdisjoint(word.norm for word in parse.words[max(at - 3, 0) : at + 1]):
        return False
    clause = parse.clauses[parse.clause_at[at]]
    is_opened = clause.kind is ClauseKind.RELATIVE or clause.marker in _THAT
    return is_opened and draft.trigger.last_word < clause.first - 1


_SINCE = frozenset({"since", "desde"})
_DONE_AT_ONCE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.CONCEDE, EventType.RETREAT, EventType.AGREE})


def is_of_the_harmed(story: Story, draft: Draft, mention: Mention) -> bool:
    """Tell the Thursday of "candles for the dead of Thursday", on which they died, from the day of the candles."""
    text = story.reading.text.text
    if mention.start <= draft.trigger.end and draft.trigger.start <= mention.end:
        return False
    before = fold(text[max(mention.start - _OF_HARMED, 0) : mention.start])
    found = _HARMED_OF.search(before)
    if found is not None:  # "the wounded of Sunday's clash": the clash has a day of its own
        return draft.trigger.start != max(mention.start - _OF_HARMED, 0) + found.start(1)
    return bool(_HIS_HARMED.match(fold(text[mention.end : mention.end + _OF_HARMED])))


_OF_HARMED = 30  # characters
_OF_WHOM = "|".join(sorted(words_of("content", "harmed")))
_HARMED_OF = re.compile(
    rf"\b({_OF_WHOM}) (?:of|from|de|del)(?: (?:el|la|last|this|este|esta|pasado|pasada|early|late))* $"
)
_HIS_HARMED = re.compile(rf"['’]s? (?:{_OF_WHOM})\b")
