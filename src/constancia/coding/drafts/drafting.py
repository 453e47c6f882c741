"""A story in, its drafts out: one a trigger that names a deed, with status, date, place and actors, not yet merged."""

from __future__ import annotations

import re
from typing import cast

from constancia.coding.clauses.syntax import NounGroup, Parse, Tag
from constancia.coding.deeds.lexicon import Sense, lexicon
from constancia.coding.deeds.triggers import Candidate, triggers
from constancia.coding.drafts.barriers import settle_barrier
from constancia.coding.drafts.by_doer import breaks_away, is_masked, settle_by_doer
from constancia.coding.drafts.by_means import settle_by_means
from constancia.coding.drafts.by_subject import settle_by_subject, tells_only_who
from constancia.coding.drafts.collective import collective_act
from constancia.coding.drafts.failing import find_failure, is_denied
from constancia.coding.drafts.harm import comes_to_harm, counts_harm
from constancia.coding.drafts.no_doers import leave_out_owners, leave_out_those_held
from constancia.coding.drafts.policing import imply_doer, is_failure, is_undone_by, lay_to_police, open_act
from constancia.coding.status.decision import find_status
from constancia.coding.status.status_words import Finding
from constancia.coding.status.verb_status import NEGATED, PRESENT
from constancia.coding.story import Draft, Story, Trigger
from constancia.coding.when.counters import find_counter, is_counter_beside
from constancia.coding.when.dates import END_VERBS, find_date, is_presupposed, settle_by_date
from constancia.coding.when.narrative import tells_on
from constancia.coding.when.nearness import is_tied_to_another
from constancia.coding.when.settings import is_opposed
from constancia.coding.where.places import find_place
from constancia.coding.who.people import find_actors
from constancia.identity import report_id
from constancia.model import DateValue, PlaceValue, QuantityValue, SpeakerValue
from constancia.vocabulary import ActorPart, EventType, Form, Mode, Role, Status

_DEEDS = frozenset({EventType.PROTEST, EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE})
_LEAD = 2  # sentences, headline included, in which Spanish news tells in the present what has happened
_PLURAL_MODES = frozenset({Mode.DEMO, Mode.OBSTRUCT, Mode.STRIKE})


def make_drafts(story: Story, found: dict[int, list[Candidate]]) -> list[Draft]:
    """Make a draft of each trigger that asserts a deed; `found` are the candidates by sentence."""
    drafts = story.drafts = []
    for sentence, candidates in found.items():
        parse = story.parse(sentence)
        is_headline = story.reading.sentences[sentence].is_headline or is_item(story, sentence)
        for trigger in triggers(candidates, parse, sentence, story.reading.language):
            sense = lexicon(story.reading.language).senses[trigger.sense]
            finding = find_status(trigger, sense, parse, story.reading.language, is_headline=is_headline)
            if finding.status is None or (sense.doer is not None and _says_nothing(sense, finding)):
                continue
            if sense.status is Status.NOT_OCCURRED and _is_no_failure(story, trigger, finding):
                continue
            draft = _draft(story, trigger, finding, is_headline=is_headline)
            if sense.status is Status.NOT_OCCURRED and _is_private(draft):
                continue  # "a trader who failed to stop": it was no duty of his
            if sense.doer is None or _is_done_by(draft, sense.doer):
                _lean_on(draft, drafts)
                drafts.append(draft)
    _untie_days(story)
    _add_failures(story)
    _add_open_acts(story)
    _add_collective_acts(story)
    return story.drafts


def _untie_days(story: Story) -> None:
    """Look again for the day of what took one that is another deed's: "freed the six held at Friday's march"."""
    for draft in story.drafts:
        mention = draft.date_mention
        if mention is None or not draft.extent[0] <= mention.start < draft.extent[1]:
            continue
        parse = story.parse(draft.trigger.sentence)
        if parse.clause_at[parse.word_at(mention.start)] == parse.clause_at[draft.trigger.word]:
            continue  # "the six held at Friday's march"
        if is_tied_to_another(story, parse, mention, draft):
            draft.date = draft.date_mention = None
            find_date(story, draft)


def _add_failures(story: Story) -> None:
    """Make a draft of what police failed to do where its sentence tells of it by no entry of the lexicon."""
    for index in range(len(story.reading.sentences)):
        if any(is_failure(draft) for draft in story.drafts if draft.trigger.sentence == index):
            continue
        found = find_failure(story, index, story.drafts)
        if found is None or is_denied(story, index):
            continue
        trigger, police = found
        finding = Finding(Status.NOT_OCCURRED, "S7 a duty not done")
        draft = _draft(story, trigger, finding, is_headline=story.reading.sentences[index].is_headline)
        lay_to_police(draft, police.start, police.end, story.reading.text.text[police.start : police.end])
        story.drafts = [each for each in story.drafts if not is_undone_by(each, draft)]
        story.drafts.append(draft)
    story.drafts.sort(key=lambda draft: draft.trigger.start)


def _add_open_acts(story: Story) -> None:
    """Make a draft of what police are told to do where no entry of the lexicon has it."""
    senses = lexicon(story.reading.language).senses
    for index, sentence in enumerate(story.reading.sentences):
        trigger = open_act(story, index, story.drafts)
        if trigger is None:
            continue
        parse = story.parse(index)
        sense = senses[trigger.sense]
        finding = find_status(trigger, sense, parse, story.reading.language, is_headline=sentence.is_headline)
        if finding.status is None or finding.status in _NOT_YET | _NOT_DONE:
            continue
        draft = _draft(story, trigger, finding, is_headline=sentence.is_headline)
        if _is_done_by(draft, Role.POLICE):
            story.drafts.append(draft)
    story.drafts.sort(key=lambda draft: draft.trigger.start)


def _add_collective_acts(story: Story) -> None:
    """Make a draft of what a crowd is told to do to be heard where no entry of the lexicon has it."""
    senses = lexicon(story.reading.language).senses
    for index, sentence in enumerate(story.reading.sentences):
        trigger = collective_act(story, index, story.drafts)
        if trigger is None:
            continue
        is_headline = sentence.is_headline or is_item(story, index)
        sense, parse = senses[trigger.sense], story.parse(index)
        finding = find_status(trigger, sense, parse, story.reading.language, is_headline=is_headline)
        if finding.status is not None and not finding.is_general:
            story.drafts.append(_draft(story, trigger, finding, is_headline=is_headline))
    story.drafts.sort(key=lambda draft: draft.trigger.start)


def _lean_on(draft: Draft, drafts: list[Draft]) -> None:
    """Take a weak word in earnest behind a strong one of its sentence: "3,000 marched; in Ica hundreds gathered"."""
    strong = (each for each in drafts if each.trigger.sentence == draft.trigger.sentence and each.type is draft.type)
    if draft.is_weak and draft.trigger.is_verb and any(not each.is_bare for each in strong):
        draft.is_weak = draft.is_bare = False


_LONGEST_LABEL = 60
_LABEL = re.compile(rf"[^.:;!?]{{3,{_LONGEST_LABEL}}}:\s")


def is_item(story: Story, sentence: int) -> bool:
    """Tell an item of a digest, which names its place or day and tells as headlines do: "Tela, lunes 3: cierran"."""
    bounds = story.reading.sentences[sentence]
    text = story.reading.text.text
    if text.find(":", bounds.start, min(bounds.end, bounds.start + _LONGEST_LABEL + 1)) < 0:  # so it is with most
        return False
    label = _LABEL.match(text, bounds.start, bounds.end)
    if label is None:
        return False
    inside = [m for m in story.mentions_in(sentence) if m.start < label.end() - 1]
    opens = any(isinstance(m.value, PlaceValue | DateValue) and m.start - bounds.start <= _ARTICLE for m in inside)
    return opens and not any(isinstance(m.value, SpeakerValue) for m in inside)


_ARTICLE = 4  # characters: "the", "el"


def _says_nothing(sense: Sense, finding: Finding) -> bool:
    """Tell whether routine work is only planned or feared, or not done by those whose duty it is not."""
    return finding.status in _NOT_YET or (finding.status in _NOT_DONE and not sense.is_duty)


def _is_no_failure(story: Story, trigger: Trigger, finding: Finding) -> bool:
    """Tell "had not been inactive" and what is denied or only feared from a failure; "did not lift a finger" is one."""
    if finding.status in _NOT_YET or is_denied(story, trigger.sentence):
        return True
    return finding.why == NEGATED and not _NEEDS_NOT.match(trigger.text)


_NEEDS_NOT = re.compile(r"lift|bother|\w*\W*not\b|\w*n't\b|no\b|nunca|jam[aá]s|never", re.IGNORECASE)
_NOT_YET = frozenset({Status.PLANNED, Status.THREATENED, Status.CANCELLED, Status.DENIED})
_NOT_DONE = frozenset({Status.NOT_OCCURRED})


def _is_done_by(draft: Draft, role: Role) -> bool:
    return any(actor.role is role and actor.part in _DOERS for actor in draft.actors)


def _is_private(draft: Draft) -> bool:
    """Tell whether all who are told to have done, or not done, it hold no office."""
    roles = [actor.role for actor in draft.actors if actor.part in _DOERS]
    return bool(roles) and all(role in _PRIVATE for role in roles)


_DOERS = frozenset({ActorPart.ACTOR, ActorPart.PERPETRATOR})
_PRIVATE = frozenset(
    {
        Role.CIVILIANS,
        Role.PROTESTERS,
        Role.PEASANTS,
        Role.STUDENTS,
        Role.CROWD,
        Role.INDIVIDUAL,
        Role.BUSINESS,
        Role.WOMEN,
    }
)


def _draft(story: Story, trigger: Trigger, finding: Finding, *, is_headline: bool) -> Draft:
    sense = lexicon(story.reading.language).senses[trigger.sense]
    draft = _by_sense(story, trigger, sense, finding)
    if draft.form is Form.STRIKE or (draft.form in _LASTING and is_counter_beside(story, draft)):
        find_counter(story, draft)
    if draft.day_counter is not None and _goes_on(story, draft):
        draft.status, draft.is_bare = Status.ONGOING, False
        draft.why.append("S2 a counted day")
    if is_opposed(story, draft):
        draft.status, draft.is_bare = Status.BACKGROUND, True
        draft.why.append("E3 whose end is asked for")
    else:
        find_place(story, draft)
        find_date(story, draft)
    settle_by_date(story, draft)
    _find_plural(story, draft)
    _settle_sum(story, draft)
    find_actors(story, draft)
    leave_out_owners(draft)
    leave_out_those_held(story, draft)
    imply_doer(story, draft, sense)
    draft.is_bare = draft.is_bare and not is_failure(draft)
    settle_by_subject(story, draft)
    settle_by_means(story, draft)
    before = story.reading.text.text[draft.extent[0] : trigger.start]
    is_masked_crowd = is_masked(draft, before) and tells_on(story, trigger.sentence)
    settle_by_doer(draft, is_splinter=is_masked_crowd or breaks_away(before))
    if draft.status is Status.OCCURRED and tells_only_who(story, draft):
        draft.status, draft.is_bare, draft.date, draft.date_mention = Status.BACKGROUND, True, None, None
    settle_barrier(story, draft)
    draft.tells_harm = any(map(counts_harm, story.mentions_in(trigger.sentence)))
    _settle_by_standing(story, draft, finding, is_headline=is_headline)
    return draft


def _by_sense(story: Story, trigger: Trigger, sense: Sense, finding: Finding) -> Draft:
    """Begin a draft with what the lexicon says of its trigger, and its words of the status."""
    leaves_harm = not trigger.is_verb and comes_to_harm(story, trigger, sense)
    return Draft(
        report_id=report_id(story.reading.text.id, trigger.start, trigger.end, sense.type),
        trigger=trigger,
        type=sense.type,
        mode=sense.mode,
        form=sense.form,
        status=_status(sense, finding, leaves_harm=leaves_harm),
        extent=_extent(story, trigger),
        told_in=[trigger.sentence],
        is_bare=finding.is_bare or sense.is_weak,
        is_weak=sense.is_weak,
        leaves_harm=leaves_harm,
        why=[f"{sense.id}: {trigger.text}", finding.why],
    )


def _settle_by_standing(story: Story, draft: Draft, finding: Finding, *, is_headline: bool) -> None:
    """Take what a headline or the lead tells in earnest, and what a headline's news follows upon for known."""
    if finding.why == PRESENT and draft.trigger.sentence < _LEAD and draft.actors and story.reading.language == "es":
        draft.is_bare = draft.is_weak
    if is_headline and not finding.is_general and draft.type in _DEEDS:
        draft.is_bare = draft.is_weak
    if draft.status is Status.OCCURRED and draft.date is None and is_presupposed(story, draft):
        draft.status, draft.is_bare = Status.BACKGROUND, True
        draft.why.append("S9 what the headline's news follows upon")


def _status(sense: Sense, finding: Finding, *, leaves_harm: bool) -> Status:
    """Give the status that the words found, unless the trigger itself says it: a verdict, a failure to act.

    Police work in which people come to harm is no routine.
    """
    status = cast("Status", finding.status)
    if leaves_harm and sense.status is Status.BACKGROUND:
        return status
    if sense.is_legal and status is Status.PLANNED:
        return Status.LEGAL
    if status in (Status.OCCURRED, Status.ONGOING, Status.BACKGROUND) or (sense.doer and status is Status.PREVENTED):
        if sense.status is not None:
            return sense.status
        if sense.is_legal:
            return Status.LEGAL
    return status


def _goes_on(story: Story, draft: Draft) -> bool:
    """Tell whether a strike whose day is counted goes on: it is on day 12, unless it ended there or is yet to come."""
    parse = story.parse(draft.trigger.sentence)
    verb = parse.clauses[parse.clause_at[draft.trigger.word]].verb
    has_ended = verb is not None and verb.lemma in END_VERBS
    is_mood = "S3 subjunctive" in draft.why  # "suma" and "cumpla" are told apart by their subject alone
    is_named = draft.status is Status.BACKGROUND and is_counter_beside(story, draft)
    return not has_ended and (draft.status is Status.OCCURRED or is_named or is_mood)


# What is kept up from day to day, and counted so: "Acampada, jornada 58".
_LASTING = frozenset({Form.OCCUPATION, Form.SIT_IN, Form.HUNGER_STRIKE, Form.VIGIL})


def _extent(story: Story, trigger: Trigger) -> tuple[int, int]:
    sentence = story.reading.sentences[trigger.sentence]
    return sentence.start, sentence.end


# ---------------------------------------------------------------- plurals


def _find_plural(story: Story, draft: Draft) -> None:
    """Read "at least 12 road blocks": many deeds told as one (L1)."""
    if draft.type is not EventType.PROTEST or draft.mode not in _PLURAL_MODES or draft.form is Form.OCCUPATION:
        return
    parse = story.parse(draft.trigger.sentence)
    group = next((g for g in parse.nouns if g.first <= draft.trigger.word <= g.last), None)
    first = parse.words[parse.word_at(draft.trigger.start)]
    if group is None or draft.trigger.is_verb or first.tag is Tag.PREPOSITION:  # "con velas" is one vigil
        return
    if not _is_plural_noun(parse, group, draft) or draft.trigger.sense in _THOSE_WHO_PROTEST:
        return
    draft.is_plural = True
    count = count_before(story, draft, parse.words[group.first].start, draft.trigger.end)
    if count is not None:
        draft.plural_low = count.low if count.low is not None else count.best


def _settle_sum(story: Story, draft: Draft) -> None:
    """Tell "21 bus burnings so far this year", "14 bloqueos este año", which sum up many deeds, from one (L8)."""
    date = draft.date
    if (
        draft.status is not Status.OCCURRED
        or draft.trigger.is_verb
        or date is None
        or date.from_ is None
        or date.to is None
    ):
        return
    if (date.to - date.from_).days < _LONG_TIME:
        return
    if draft.is_plural or count_before(story, draft, draft.trigger.start - _BESIDE_NOUN, draft.trigger.end) is not None:
        draft.status, draft.is_bare = Status.BACKGROUND, True
        draft.why.append("L8 a sum over a long time")


_LONG_TIME = 45  # days, as what is of long ago is told by
_BESIDE_NOUN = 4  # characters between a number and the noun that it counts
_THOSE_WHO_PROTEST = frozenset({"protesters", "manifestantes"})  # "500 demonstrators" are at one protest


def _is_plural_noun(parse: Parse, group: NounGroup, draft: Draft) -> bool:
    last = parse.words[max(group.head, draft.trigger.word)]
    return last.norm.endswith("s") and last.lemma != last.norm


def count_before(story: Story, draft: Draft, start: int, end: int) -> QuantityValue | None:
    """Give the number that stands between two offsets."""
    for mention in story.mentions_in(draft.trigger.sentence):
        if isinstance(mention.value, QuantityValue) and mention.start < end and start <= mention.end:
            return mention.value
    return None
