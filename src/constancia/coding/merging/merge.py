"""Drafts in, one draft a deed out: later words for a deed are joined (X1)."""

from __future__ import annotations

from constancia.coding.clauses.syntax import ClauseKind, NounGroup, Parse
from constancia.coding.deeds.lexicon import lexicon
from constancia.coding.drafts.by_doer import take_for_riot
from constancia.coding.drafts.by_subject import is_aim_of, is_way_of_protest
from constancia.coding.drafts.policing import (
    is_arrest_by_police,
    is_done_by_police,
    is_failure,
    is_police_word,
    names_police,
)
from constancia.coding.merging.another import (
    is_added,
    is_adherence_to_plan,
    is_called_another,
    is_counter,
    is_to_be_repeated,
    is_told_apart_from_before,
)
from constancia.coding.merging.around import is_set_apart
from constancia.coding.merging.beginnings import is_its_beginning
from constancia.coding.merging.joining import OPEN_FORMS, is_only_headed, is_wide, join, take_date, take_place
from constancia.coding.merging.kin import CROWD_FORMS, are_kin, is_outlasted
from constancia.coding.merging.spoken import is_said_by_someone, is_said_on_a_day
from constancia.coding.story import Draft, Story
from constancia.coding.when.history import date_by_history, is_dated_history, is_history_told_on
from constancia.coding.who.people import is_same_person
from constancia.coding.who.victims import is_named_victim, is_told_apart
from constancia.coding.word_sets import words_of
from constancia.model import Mention
from constancia.vocabulary import ActorPart, EventType, Form, Mode, Role, Status

_HAPPENED = frozenset({Status.OCCURRED, Status.ONGOING})
OTHER = words_of("merge", "other")
IN_GENERAL = "E1 told of in general"  # in a draft's `why`: nothing pins its bare noun down


def merge(story: Story, drafts: list[Draft]) -> list[Draft]:
    """Join the drafts that tell of one deed; what stays bare tells of nothing in particular."""
    kept: list[Draft] = []
    for draft in drafts:
        take_for_riot(draft, kept)
        home = _likeliest(draft, [other for other in reversed(kept) if _is_same(story, other, draft)])
        if home is None:
            kept.append(draft)
        else:
            join(story, home, draft)
    date_by_history(story, kept)
    kept = _without_means(story, kept)
    kept = [draft for draft in kept if _is_pinned_down(draft) and not _is_mere_word(story, draft, kept)]
    for draft in kept:
        if draft.is_bare and draft.status in _HAPPENED and not (_pins(draft) or draft.leaves_harm):
            draft.status = Status.BACKGROUND
            draft.why.append(IN_GENERAL)
    kept = [
        draft
        for draft in kept
        if draft.type not in _SAYINGS
        or draft.status is not Status.BACKGROUND
        or _is_threat_to_someone(draft)
        or is_done_by_police(draft)
    ]
    for draft in kept:
        if draft.type in _SAYINGS and draft.status in _HAPPENED and not is_said_on_a_day(story, draft):
            draft.status = Status.BACKGROUND
            draft.why.append("E1 said at no day")
    return kept


def _likeliest(later: Draft, same: list[Draft]) -> Draft | None:
    """Give the draft that goes best with a later word; "the marchers" are of the march rather than of the strike."""

    def affinity(earlier: Draft) -> int:
        if earlier.form == later.form:
            return 2
        return 1 if later.form in OPEN_FORMS and earlier.form in CROWD_FORMS else 0

    return max(same, key=affinity, default=None)


def _without_means(story: Story, drafts: list[Draft]) -> list[Draft]:
    """Join "broke up the road block" with the gas that it was broken up with: one deed of one hand (X1)."""
    kept = []
    for draft in drafts:
        force = None
        if draft.type is EventType.COERCE and draft.mode is Mode.RESTRICT and not is_failure(draft):
            force = next((other for other in drafts if _is_force_of(story, other, draft)), None)
        if force is None:
            kept.append(draft)
        else:
            take_date(force, draft)
            take_place(force, draft)
            force.echoes.append(draft.trigger)
    return kept


def _is_force_of(story: Story, other: Draft, draft: Draft) -> bool:
    """Tell the force that a crowd was driven off with: in the same sentence, or in the lead under its headline."""
    if other.type is not EventType.ASSAULT or other.status not in _HAPPENED:
        return False
    if other.trigger.sentence == draft.trigger.sentence:
        return bool(hands(draft)) and hands(draft) == (hands(other) or hands(draft))
    lead = story.lead_sentences()
    is_headed = story.reading.sentences[draft.trigger.sentence].is_headline and other.trigger.sentence in lead
    is_kin = other.mode in _FORCE and (not hands(draft) or hands(draft) == (hands(other) or hands(draft)))
    return is_headed and is_kin and not are_places_apart(other, draft)


_FORCE = frozenset({Mode.CROWD_CONTROL, Mode.FIREARMS})


def _is_mere_word(story: Story, draft: Draft, drafts: list[Draft]) -> bool:
    """Tell whether a demand or talk is only named, or is the demand of a protest told beside it (E3)."""
    is_legal = draft.status is Status.LEGAL and draft.type is EventType.COERCE
    if (draft.type not in _SAYINGS and not is_legal) or is_done_by_police(draft):
        return False
    if draft.is_bare and not draft.trigger.is_verb:
        return draft.type is not EventType.THREATEN or not draft.actors
    if draft.type in _SAYINGS and not is_said_by_someone(story, draft):
        return True
    parse = story.parse(draft.trigger.sentence)
    clause = parse.clauses[parse.clause_at[draft.trigger.word]]
    if clause.kind not in (ClauseKind.INFINITIVE, ClauseKind.PARTICIPLE):
        return False
    beside = {sentence for other in drafts if other.type is EventType.PROTEST for sentence in other.told_in}
    return draft.is_bare and (draft.trigger.sentence in beside or draft.type is not EventType.REQUEST)


def _pins(draft: Draft) -> int:
    """Count what pins a deed down: a day, a place, a victim by name (E6); for a bare noun they must stand beside it."""
    is_of_someone = draft.type is EventType.ASSAULT and any(is_told_apart(actor) for actor in draft.actors)
    is_of_many = draft.type is EventType.PROTEST or draft.mode is Mode.ARREST
    is_of_someone |= is_of_many and any((actor.number or 0) > 1 for actor in draft.actors)
    return sum(_pins_down(draft, mention) for mention in (draft.date_mention, draft.place_mention)) + is_of_someone


_BESIDE = (12, 60)  # characters before and after a bare noun within which a date or place is taken to be its own


def _pins_down(draft: Draft, mention: Mention | None) -> bool:
    if mention is None or not draft.is_bare:
        return mention is not None
    trigger = draft.trigger
    if draft.type is EventType.PROTEST and draft.actors and "S1 infinitive" in draft.why and _has_own(draft, mention):
        return True  # "Farmers rode to the governor's gate to protest"
    return trigger.start - _BESIDE[0] <= mention.end and mention.start <= trigger.end + _BESIDE[1]


def _is_threat_to_someone(draft: Draft) -> bool:
    return draft.type is EventType.THREATEN and any(actor.part in _UNDERWENT for actor in draft.actors)


def _is_pinned_down(draft: Draft) -> bool:
    """Tell whether an attack is told of as one that was: on someone or something, or at a day and place (E1)."""
    if draft.type is not EventType.ASSAULT or (draft.mode is Mode.CROWD_CONTROL and not _is_mere_noun(draft)):
        return True
    if is_done_by_police(draft) and (draft.trigger.is_verb or is_police_word(draft)):
        return True
    if draft.tells_harm:
        return True
    is_named = bool(draft.objects) or any(actor.part in _UNDERWENT for actor in draft.actors)
    is_done_to = is_named or draft.is_on_somebody
    has_doer = any(actor.part is ActorPart.PERPETRATOR for actor in draft.actors)
    if draft.is_weak and not (_has_own(draft, draft.date_mention) and (has_doer or draft.place_mention is not None)):
        return False
    if draft.is_bare and draft.status is not Status.BACKGROUND:
        return _pins(draft) > 1 or (is_done_to and (has_doer or _pins(draft) > 0))
    is_blast = draft.mode is Mode.EXPLOSIVES and draft.trigger.is_verb and draft.status in _HAPPENED
    is_felt = draft.leaves_harm and _pins(draft) > 0
    return is_done_to or has_doer or _pins(draft) > 1 or is_blast or is_felt


def _is_mere_noun(draft: Draft) -> bool:
    """Tell "the repression" and "a crackdown", which may be of years, from force that was used."""
    return draft.is_weak and not draft.trigger.is_verb and not draft.leaves_harm


_UNDERWENT = frozenset({ActorPart.VICTIM, ActorPart.RECIPIENT})


# ---------------------------------------------------------------- is it the same deed?


def _is_same(story: Story, earlier: Draft, later: Draft) -> bool:  # noqa: C901, PLR0911, PLR0912 - a rule a line, the first that fits
    if earlier.type is not later.type or is_failure(earlier) != is_failure(later):
        return False
    if earlier.type in _SAYINGS:
        if is_done_by_police(later) and later.trigger.sentence not in earlier.told_in:
            return False
        return earlier.status is later.status and _is_same_speaker(earlier, later)
    if not are_kin(earlier, later) or _is_verdict(story, earlier) != _is_verdict(story, later):
        return False
    if is_outlasted(story, earlier, later):
        return False
    if _are_doers_apart(earlier, later) or is_counter(earlier) != is_counter(later) or is_to_be_repeated(story, later):
        return False
    if is_history_told_on(story, earlier, later) or is_its_beginning(story, earlier, later):
        return True
    if is_dated_history(story, later) and earlier.status in _HAPPENED:
        return False
    if later.trigger.sentence in earlier.told_in and is_way_of_protest(story, later):
        return True
    if is_aim_of(story, earlier, later):
        return True
    if not _is_same_status(story, earlier, later) or are_apart(earlier, later):
        return False
    if earlier.trigger.sentence == later.trigger.sentence:
        return _is_same_in_sentence(story, earlier, later)
    if not may_be_of_same_people(earlier, later) or (later.type is EventType.ASSAULT and is_added(story, later)):
        return False
    if later.type is EventType.PROTEST and is_told_apart_from_before(story, earlier, later):
        return False
    if later.type is not EventType.PROTEST and (names_police(later) or is_arrest_by_police(later)):
        return False  # police may do the same again: each sentence tells of a deed of its own (X6)
    return _refers_back(story, earlier, later) and not is_set_apart(story, earlier, later)


_SAYINGS = frozenset(EventType) - {
    EventType.PROTEST,
    EventType.ASSAULT,
    EventType.COERCE,
    EventType.MOBILIZE,
    EventType.SANCTION,
}


def _is_same_speaker(earlier: Draft, later: Draft) -> bool:
    """Tell whether two demands, accusations or talks of one text are by the same party, or by nobody named."""
    one = {(actor.role, actor.name) for actor in earlier.actors if actor.part is ActorPart.ACTOR}
    two = {(actor.role, actor.name) for actor in later.actors if actor.part is ActorPart.ACTOR}
    return not one or not two or bool(one & two)


def _is_verdict(story: Story, draft: Draft) -> bool:
    """Tell a trial or a charge from the arrest before it (S10)."""
    return draft.type is EventType.COERCE and lexicon(story.reading.language).senses[draft.trigger.sense].is_legal


def _is_same_status(story: Story, earlier: Draft, later: Draft) -> bool:
    statuses = {earlier.status, later.status}
    if len(statuses) == 1 or statuses <= _HAPPENED:
        return True
    if earlier.status in _HAPPENED and later.status is Status.PLANNED and not _has_own(later, later.date_mention):
        return earlier.type is EventType.PROTEST and _is_definite(story, later)  # "the march had been called by"
    if is_adherence_to_plan(earlier, later):
        return True
    if is_only_headed(earlier) and (later.trigger.sentence in story.lead_sentences() or _is_plan_of(earlier, later)):
        return True
    if later.status is Status.LEGAL and later.type is EventType.ASSAULT and earlier.status in _HAPPENED:
        return _is_definite(story, later)  # "accused of the murders"
    return later.is_bare or earlier.is_bare


def _is_plan_of(headed: Draft, later: Draft) -> bool:
    """Tell whether what a headline names at no day, "Paro y movilización", is only planned in the story below."""
    return later.status is Status.PLANNED and headed.date_mention is None and headed.form is later.form


def _is_definite(story: Story, draft: Draft) -> bool:
    """Tell whether a noun speaks of a deed as known: "the march", "their murder"."""
    group = _group_of(story.parse(draft.trigger.sentence), draft)
    return group is not None and group.is_definite and not draft.trigger.is_verb


def _group_of(parse: Parse, draft: Draft) -> NounGroup | None:
    return next((g for g in parse.nouns if g.first <= draft.trigger.word <= g.last), None)


def _are_doers_apart(earlier: Draft, later: Draft) -> bool:
    """Tell whether two deeds of force are by different hands: police here, rioters there (X4)."""
    if earlier.type is EventType.PROTEST:
        return False
    one, two = hands(earlier), hands(later)
    return bool(one) and bool(two) and one.isdisjoint(two)


def hands(draft: Draft) -> set[Role]:
    """Give the roles of those who did a deed, as far as they say who it was."""
    doers = {actor.role for actor in draft.actors if actor.part in (ActorPart.ACTOR, ActorPart.PERPETRATOR)}
    return doers - _UNSPECIFIC


_UNSPECIFIC = frozenset({Role.OTHER, Role.CIVILIANS, Role.INDIVIDUAL, Role.UNIDENTIFIED_ARMED})


def are_apart(earlier: Draft, later: Draft) -> bool:
    """Tell whether two deeds were on other days or in other places."""
    return _are_dates_apart(earlier, later) or are_places_apart(earlier, later)


def may_be_of_same_people(earlier: Draft, later: Draft) -> bool:
    """Tell whether no two persons are named as victims of whom none is the other."""
    one, two = ([actor for actor in draft.actors if is_named_victim(actor)] for draft in (earlier, later))
    return not one or not two or any(is_same_person(first, second) for first in one for second in two)


def _are_dates_apart(earlier: Draft, later: Draft) -> bool:
    one, two = earlier.date, later.date
    if earlier.date_mention is None or later.date_mention is None or one is None or two is None:
        return False
    if earlier.date_mention == later.date_mention:
        return False
    if one.from_ is None or two.from_ is None:
        return False
    one_to, two_to = one.to or one.from_, two.to or two.from_
    if earlier.status is Status.ONGOING or later.status is Status.ONGOING:
        return False
    return one_to < two.from_ or two_to < one.from_


def are_places_apart(earlier: Draft, later: Draft) -> bool:
    """Tell whether two deeds are told to have been in two places, neither of which holds the other."""
    one, two = earlier.place, later.place
    if one is None or two is None or earlier.place_mention == later.place_mention:
        return False
    names = {one.name, one.admin1, one.admin2}, {two.name, two.admin1, two.admin2}
    if one.name in names[1] or two.name in names[0]:
        return False
    if one.country is not None and one.country == two.country:
        return not (is_wide(earlier) or is_wide(later) or _is_site(earlier) or _is_site(later))
    return not (one.country is None or two.country is None)


def _is_site(draft: Draft) -> bool:
    return draft.place is not None and draft.place.feature in ("site", "other")


def _is_same_in_sentence(story: Story, earlier: Draft, later: Draft) -> bool:
    parse = story.parse(later.trigger.sentence)
    if opener_of(parse, later) & OTHER or is_called_another(story, parse, later):
        return False
    if parse.words[later.trigger.word].norm.startswith(("counter-", "contra")):
        return False
    between = [word.norm for word in parse.words if earlier.trigger.end <= word.start < later.trigger.start]
    return ";" not in between or earlier.trigger.sense == later.trigger.sense


def _refers_back(story: Story, earlier: Draft, later: Draft) -> bool:
    """Tell whether a later sentence speaks of the same deed: "the march", or a lead after its headline."""
    parse = story.parse(later.trigger.sentence)
    opener = opener_of(parse, later)
    lead = story.lead_sentences()
    is_lead = earlier.trigger.sentence in lead and later.trigger.sentence in lead
    is_headed = is_lead and story.reading.sentences[earlier.trigger.sentence].is_headline and not later.trigger.is_verb
    is_other = later.type is EventType.ASSAULT and is_called_another(story, parse, later)
    if not is_headed and (is_other or opener & OTHER - opener_of(story.parse(earlier.trigger.sentence), earlier)):
        return False
    is_of_one = earlier.form is later.form and earlier.form in _ONE_A_TEXT
    if is_lead or is_of_one or _is_definite(story, later):
        return True
    far = earlier.type is EventType.PROTEST and _paragraph(story, earlier) != _paragraph(story, later)
    if not far and not _has_own(later, later.date_mention) and not _has_own(later, later.place_mention):
        return later.trigger.sentence - earlier.told_in[-1] <= _NEAR
    is_same_day = (
        later.date is not None and earlier.date is not None and later.date.from_ == earlier.date.from_ is not None
    )
    is_same_place = later.place is not None and earlier.place is not None and later.place.name == earlier.place.name
    if is_same_day and is_same_place:
        return True
    return (is_same_day and later.place is None) or (is_same_place and later.date is None)


# What a text that names it again, with no other day or town, speaks of again.
_ONE_A_TEXT = frozenset({Form.ASSEMBLY, Form.STRIKE})
_NEAR = 2  # sentences over which an undated, unplaced word still speaks of the deed before it


def _has_own(draft: Draft, mention: Mention | None) -> bool:
    """Tell whether a date or place stands in the draft's own sentence."""
    return mention is not None and draft.extent[0] <= mention.start < draft.extent[1]


def opener_of(parse: Parse, draft: Draft) -> set[str]:
    """Give the words of a noun before its deed's word: "another", "the second"."""
    group = _group_of(parse, draft)
    if group is None:
        return set()
    return {word.norm for word in parse.words[group.first : draft.trigger.word]}


def bring_status_together(drafts: list[Draft]) -> None:
    """Drop the plan where the same text tells that the deed then happened."""
    for draft in list(drafts):
        if draft.status is not Status.PLANNED:
            continue
        for other in drafts:
            is_kin = other.type is draft.type and other.form is draft.form and other.status in _HAPPENED
            if is_kin and other.date is not None and draft.date is not None and other.date.from_ == draft.date.from_:
                drafts.remove(draft)
                break


def _paragraph(story: Story, draft: Draft) -> int:
    return story.reading.sentences[draft.told_in[-1]].paragraph
