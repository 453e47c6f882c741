"""A deed in its clause in, told by what the subject of its verb is out: states protest by words, missiles destroy."""

from __future__ import annotations

import re

from constancia.coding.clauses.syntax import Clause, ClauseKind, Parse
from constancia.coding.deeds.lexicon import lexicon
from constancia.coding.story import Draft, Story
from constancia.model import PlaceValue
from constancia.vocabulary import EventType, Feature, Mode
from constancia.words import fold

_PROTESTING = re.compile(r"protest(?!er|ant)|(?:en|in|as a) (?:\w+ )*protest")
_IN = ("en ", "in ", "as ")


def settle_by_subject(story: Story, draft: Draft) -> None:
    """Tell words of a state from a protest of people (codebook, section 10), what a missile destroys from a riot."""
    if draft.type is EventType.PROTEST and draft.mode is Mode.RIOT and draft.trigger.is_verb:
        _settle_by_weapon(story, draft)
    else:
        _settle_by_state(story, draft)


def _settle_by_weapon(story: Story, draft: Draft) -> None:
    parse = story.parse(draft.trigger.sentence)
    subject = parse.clauses[parse.clause_at[draft.trigger.word]].subject
    if subject is None:
        return
    classes = lexicon(story.reading.language).classes
    if subject.lemma in classes["blast"] or subject.lemma in classes["weapon"]:
        draft.type, draft.mode, draft.form = EventType.ASSAULT, Mode.DESTROY, None
        draft.why.append("destroyed by a weapon")


def _settle_by_state(story: Story, draft: Draft) -> None:
    """Tell "Chile cancelled the visit to protest …", "the army protested …": nobody stood in a street."""
    is_plain = draft.type is EventType.PROTEST and draft.mode is Mode.DEMO and draft.form is None
    if not is_plain or not _PROTESTING.match(fold(draft.trigger.text)):
        return
    if (
        not draft.trigger.is_verb
        and not draft.trigger.text[:3].lower().startswith(_IN)
        and not is_way_of_protest(story, draft)
    ):
        return
    parse = story.parse(draft.trigger.sentence)
    clause = _told_by(parse, parse.clauses[parse.clause_at[draft.trigger.word]])
    own = clause.subject
    if own is None or (not draft.trigger.is_verb and own.first <= draft.trigger.word <= own.last):
        return
    head = parse.words[own.head]
    is_body = head.lemma in lexicon(story.reading.language).classes["state_body"] and head.norm == head.lemma
    if is_body or _is_state(story, draft, head.start):
        draft.type, draft.mode = EventType.ACCUSE, None
        draft.why.append("a state protests by words")


def _told_by(parse: Parse, clause: Clause) -> Clause:
    """Climb from "to protest" to the clause that has a subject."""
    while clause.subject is None and clause.parent is not None and clause.kind is not ClauseKind.MAIN:
        clause = parse.clauses[clause.parent]
    return clause


def _is_state(story: Story, draft: Draft, start: int) -> bool:
    return any(
        isinstance(mention.value, PlaceValue)
        and mention.value.feature is Feature.COUNTRY
        and mention.start <= start < mention.end
        for mention in story.mentions_in(draft.trigger.sentence)
    )


def is_way_of_protest(story: Story, draft: Draft) -> bool:
    """Tell "en protesta", "in protest" beside a deed: the deed's own aim, wherever it was."""
    parse, word = story.parse(draft.trigger.sentence), draft.trigger.word
    group = next((each for each in parse.nouns if each.first <= word <= each.last), None)
    return (
        draft.type is EventType.PROTEST
        and draft.form is None
        and not draft.trigger.is_verb
        and group is not None
        and group.preposition in ("en", "in")
        and group.first == group.head
    )


def is_aim_of(story: Story, earlier: Draft, later: Draft) -> bool:
    """Tell "marched in Gweru to protest against the arrest of nurses in Harare": one deed, wherever the arrest was."""
    if later.type is not EventType.PROTEST or later.form is not None or not later.trigger.is_verb:
        return False
    parse = story.parse(later.trigger.sentence)
    clause = parse.clauses[parse.clause_at[later.trigger.word]]
    if clause.kind is not ClauseKind.INFINITIVE or clause.parent is None:
        return False
    is_of_clause = earlier.trigger.sentence == later.trigger.sentence and earlier.trigger.word < later.trigger.word
    return is_of_clause and parse.clause_at[earlier.trigger.word] == clause.parent


def tells_only_who(story: Story, draft: Draft) -> bool:
    """Tell what only says whom something befell, "disparó contra quienes mantenían tomado el puente", from news."""
    parse = story.parse(draft.trigger.sentence)
    clause = parse.clauses[parse.clause_at[draft.trigger.word]]
    is_free = clause.kind is ClauseKind.RELATIVE and clause.subject is None and clause.marker in _WHOEVER
    return is_free and draft.trigger.is_verb


_WHOEVER = frozenset({"quien", "quienes"})
