"""Find the report that a figure belongs to: by clause, place, kind of deed and nearness (codebook, X7 and N6)."""

from __future__ import annotations

import re

from constancia.coding.claims.line import HARM, Figure, Line
from constancia.coding.claims.reach.elsewhere import is_told_of_another_town
from constancia.coding.clauses.syntax import ClauseKind
from constancia.coding.drafts.by_doer import breaks_away
from constancia.coding.drafts.collective import is_told_by_signs
from constancia.coding.story import Draft, Story
from constancia.coding.what.reasons import counted_in_reason, is_of_crowd_in_peace
from constancia.coding.when.bygone import looks_back
from constancia.coding.where.shares import takes_on
from constancia.model import DateValue, Mention, PlaceValue
from constancia.vocabulary import (
    EVENT_STATUSES,
    EventType,
    Feature,
    Form,
    Measure,
    Mode,
    PlacePrecision,
    Precision,
    Status,
)
from constancia.words import fold

# How well a kind of deed suits a measure: X7 hangs casualties on what caused them, else on the protest; 0 is unfit.
_FITNESS: dict[Measure, dict[EventType, float]] = {
    Measure.PARTICIPANTS: {EventType.PROTEST: 3.0, EventType.REQUEST: 0.5, EventType.CONSULT: 0.5},
    Measure.BLOCKADES: {EventType.PROTEST: 3.0},
    Measure.ARRESTED: {EventType.COERCE: 3.0, EventType.PROTEST: 2.0, EventType.ASSAULT: 1.5},
    Measure.KILLED: {EventType.ASSAULT: 3.0, EventType.PROTEST: 2.0, EventType.COERCE: 1.0, EventType.MOBILIZE: 0.5},
    Measure.INJURED: {EventType.ASSAULT: 3.0, EventType.PROTEST: 2.0, EventType.COERCE: 1.0, EventType.MOBILIZE: 0.5},
    Measure.MISSING: {EventType.ASSAULT: 3.0, EventType.PROTEST: 2.0, EventType.COERCE: 1.0},
    Measure.DEPLOYED: {EventType.MOBILIZE: 3.0, EventType.PROTEST: 1.5, EventType.COERCE: 1.0, EventType.ASSAULT: 1.0},
    Measure.PROPERTY: {EventType.PROTEST: 3.0, EventType.ASSAULT: 2.5, EventType.COERCE: 0.5},
    Measure.DISPLACED: {EventType.COERCE: 2.0, EventType.ASSAULT: 2.0, EventType.PROTEST: 1.0},
}
_HURT = frozenset({Measure.KILLED, Measure.INJURED})
_CLEARING = 2.5
_IN_RIOT = 0.5
_RESPECTIVELY = "respectiv"
_IN_ORDER = re.compile(r"\brespectiv(?:ely|amente)\b")
_SAME_SENTENCE = 6.0
_SAME_TRIGGER = 4.0
# "Fifty people left the march and looted a shop": the deed of the verb, not of the noun.
_OWN_VERB = 1.5
_BESIDE_ARREST = 0.0
_RIGHT_PLACE = 4.0
_WRONG_PLACE = -5.0
_NEAR_SENTENCE = 3.0
_PER_SENTENCE_AWAY = 0.7
_NEXT_PARAGRAPH = -0.7
_HAPPENED = 1.0
_LEAD = 0.6
_FAR = 4
_PER_CHARACTER = 0.004


def find_home(story: Story, line: Line, figure: Figure, among: list[Draft] | None = None) -> Draft | None:
    """Give the draft, of all or of some, that a figure most likely belongs to, or None when none fits its measure."""
    fitness = _FITNESS.get(figure.measure) if figure.measure else None
    if not fitness:
        return None
    scored = [
        (_score(story, line, figure, draft) + _fitness(fitness, figure, draft), -order, draft)
        for order, draft in enumerate(story.drafts if among is None else among)
        if _is_fit(draft, figure, fitness) and not _is_out_of_reach(story, line, figure, draft)
    ]
    crowds = [entry for entry in scored if entry[2].type is EventType.PROTEST and figure.sentence in entry[2].told_in]
    if figure.measure is Measure.PARTICIPANTS and crowds:
        scored = crowds
    return max(scored, key=lambda entry: entry[:2])[2] if scored else None


def _fitness(fitness: dict[EventType, float], figure: Figure, draft: Draft) -> float:
    """Give how well a deed suits a figure: who died while police cleared a road was killed in the clearing.

    Of a march and the riot at its end, people were hurt and held in the riot.
    """
    if draft.mode is Mode.RIOT and figure.measure in HARM and draft.status in EVENT_STATUSES:
        return fitness[draft.type] + _IN_RIOT
    is_clearing = draft.type is EventType.COERCE and draft.mode is Mode.RESTRICT and draft.status in EVENT_STATUSES
    is_harm_of_it = is_clearing and figure.measure in _HURT and draft.is_named_in(figure.sentence)
    return _CLEARING if is_harm_of_it else fitness[draft.type]


def _is_fit(draft: Draft, figure: Figure, fitness: dict[EventType, float]) -> bool:
    if draft.type not in fitness or draft.is_counted_only:
        return False
    if (
        figure.measure is Measure.PARTICIPANTS
        and draft.type is not EventType.PROTEST
        and not _is_by_counted(draft, figure)
    ):
        return False
    if _is_setting(draft, figure) or (figure.measure in HARM and _harmed_nobody(draft)):
        return False
    if figure.measure in HARM and is_told_by_signs(draft) and figure.sentence not in draft.told_in:
        return False  # who lays wreaths before a ministry tells next of the dead of the months before
    if figure.measure is Measure.BLOCKADES:
        return draft.mode is Mode.OBSTRUCT and draft.form is not Form.OCCUPATION
    return figure.measure is not Measure.ARRESTED or draft.type is not EventType.COERCE or draft.mode in _TAKES_PEOPLE


def _is_by_counted(draft: Draft, figure: Figure) -> bool:
    """Tell "1,500 people signed a petition", "forty residents met the mayor": who is counted right before did it."""
    if draft.trigger.sentence != figure.sentence or not draft.trigger.is_verb:
        return False
    is_before = 0 <= draft.trigger.start - figure.end <= _BESIDE_DEED
    if draft.type is EventType.CONSULT:  # "the minister received a delegation of 25 workers"
        return is_before or 0 <= figure.start - draft.trigger.end <= _BESIDE_DEED
    return is_before and draft.form is Form.PETITION and _HANDS_IN.match(fold(draft.trigger.text)) is not None


# "Reclamaron" alone is a demand; a petition is brought or signed by those who are counted.
_HANDS_IN = re.compile(r"entreg|present|elev|firm|suscrib|acerc|hand|deliver|sign|submit|present|brought")


_BESIDE_DEED = 60  # characters


def _is_out_of_reach(story: Story, line: Line, figure: Figure, draft: Draft) -> bool:
    """Tell whether harm is of long before a deed, stands too far before it, or, in a text of many, too far behind."""
    is_bygone = figure.measure in HARM and _is_bygone(story, line, draft)
    if is_bygone or (figure.measure in _OF_REASONS and is_of_its_reason(story, line, figure, draft)):
        return True
    if is_told_of_another_town(story, line, figure, draft) or _is_what_lasts_since(story, line, figure, draft):
        return True
    if figure.measure is Measure.PARTICIPANTS and not draft.trigger.is_verb and draft.trigger.sentence == line.index:
        return breaks_away(line.words(figure.end, draft.trigger.end))  # who left a march are not its size
    if figure.measure not in HARM or draft.type is not EventType.ASSAULT or line.is_headline:
        return False
    told = {*draft.told_in, *(trigger.sentence for trigger in draft.echoes)}
    if min(told) - line.index > _BEFORE:
        return line.index >= _BEFORE  # leads may count what is told further on
    return min(abs(line.index - sentence) for sentence in told) > _BEHIND and _are_several(story)


def _is_what_lasts_since(story: Story, line: Line, figure: Figure, draft: Draft) -> bool:
    """Tell "two died on Thursday, bringing to 31 the dead since protests began": the two have their own day."""
    trigger = draft.trigger
    if figure.measure not in HARM or trigger.sentence != line.index or trigger.start < figure.end or draft.echoes:
        return False
    since = _SINCE.search(line.words(figure.end, trigger.start))
    if since is None:
        return False
    end = figure.end + since.start()
    days = [each.value for each in story.dates_in(line.index) if figure.end <= each.start and each.end <= end]
    return any(
        isinstance(day, DateValue) and day.precision is Precision.DAY and day.from_ != draft.first_day for day in days
    )


_SINCE = re.compile(r"\b(?:since|desde(?: que)?)\b[^.;:]{0,40}$")


def is_of_its_reason(story: Story, line: Line, figure: Figure, draft: Draft) -> bool:
    """Tell the dead over whom people march, and the held whose families gather, from harm and crowds at the march."""
    if not is_of_crowd_in_peace(draft):
        return False
    if all(each.sentence != line.index for each in (draft.trigger, *draft.echoes)):
        return False
    return bool(counted_in_reason(story.reading.language).search(line.before(figure)))


_OF_REASONS = HARM | {Measure.PARTICIPANTS}  # "walked behind the coffins of the two farmers"


def _is_bygone(story: Story, line: Line, draft: Draft) -> bool:
    """Tell the toll of years before, which a text recalls behind a deed, from the deed's own."""
    return not draft.is_named_in(line.index) and looks_back(story, line.index, draft.first_day)


def _are_several(story: Story) -> bool:
    """Tell whether a text tells of attacks of other days or places."""
    attacks = [each for each in story.drafts if each.type is EventType.ASSAULT and each.status in EVENT_STATUSES]
    days = {each.date.from_ for each in attacks if each.date is not None and each.date_mention is not None}
    places = {each.place.name for each in attacks if each.place is not None and each.place_mention is not None}
    return len(days) > 1 or len(places) > 1


_BEFORE, _BEHIND = 2, 3  # sentences


def _is_setting(draft: Draft, figure: Figure) -> bool:
    """Tell a protest that is only mentioned in another sentence: no figure is of it."""
    is_mentioned = draft.type is EventType.PROTEST and draft.status is Status.BACKGROUND
    return is_mentioned and draft.trigger.sentence != figure.sentence


def _harmed_nobody(draft: Draft) -> bool:
    """Tell what is yet to come, and what the state did not do: neither has hurt anybody."""
    return draft.status in _TO_COME or (draft.type is EventType.COERCE and draft.status in _NOT_DONE)


_TO_COME = frozenset({Status.PLANNED, Status.THREATENED})
_NOT_DONE = frozenset({Status.NOT_OCCURRED, Status.PREVENTED, Status.CANCELLED})
_TAKES_PEOPLE = frozenset({Mode.ARREST, Mode.SEIZE, None})


def _score(story: Story, line: Line, figure: Figure, draft: Draft) -> float:
    score = _HAPPENED if draft.status in EVENT_STATUSES else 0.0
    score += _nearness(story, line, figure, draft)
    score -= _ONLY_WHO if figure.measure in HARM and _tells_who(story, draft) else 0.0
    if _is_told_of_it(line, figure, draft):
        score += _ANTECEDENT
    is_behind = draft.trigger.is_verb and draft.trigger.sentence == line.index and draft.trigger.start >= figure.end
    if is_behind and ";" not in line.words(figure.end, draft.trigger.start):
        score += _OWN_VERB
    if figure.governor and draft.trigger.start < figure.governor[1] and figure.governor[0] < draft.trigger.end:
        return (
            score
            + _SAME_TRIGGER
            + (_RIGHT_PLACE if _is_of_one_place(draft, figure) else _place_score(story, line, figure, draft))
        )
    return score + _place_score(story, line, figure, draft)


def _is_of_one_place(draft: Draft, figure: Figure) -> bool:
    """Tell the word by which all take part from the one of "in Ica 90 sat down, and in Puno 20 painted a wall"."""
    is_behind = figure.measure is Measure.PARTICIPANTS and draft.trigger.end <= figure.start
    return draft.split_group is None and not is_behind


def _tells_who(story: Story, draft: Draft) -> bool:
    """Tell "drove off (shot at) the farmers who occupied a field", where the field only tells who, from a deed."""
    if draft.type is not EventType.PROTEST or not draft.trigger.is_verb:
        return False
    if any(echo.sentence != draft.trigger.sentence for echo in draft.echoes):
        return False
    parse = story.parse(draft.trigger.sentence)
    clause = parse.clauses[parse.clause_at[draft.trigger.word]]
    above = parse.clauses[clause.parent] if clause.parent is not None else None
    is_who = clause.kind is ClauseKind.RELATIVE and above is not None and above.verb is not None
    if not is_who:
        return False
    beside = [other for other in story.drafts if other.trigger.sentence == draft.trigger.sentence]
    return any(
        (other.type is EventType.ASSAULT and other.trigger.is_verb and other.trigger.start < draft.trigger.start)
        or (
            other.type is EventType.COERCE
            and other.mode is Mode.RESTRICT
            and parse.clause_at[other.trigger.word] == (above.index if above is not None else -1)
        )
        for other in beside
    )


_ONLY_WHO = 2.0


def _is_told_of_it(line: Line, figure: Figure, draft: Draft) -> bool:
    """Tell whether "which left 63 dead" stands right behind a deed: the 63 are its dead."""
    for trigger in (draft.trigger, *draft.echoes):
        if trigger.sentence == line.index and trigger.end <= figure.start:
            between = line.words(trigger.end, figure.start)
            if _WHICH_LEFT.match(between) and not any(
                trigger.end < other.start < figure.start for other in line.figures
            ):
                return True
    first = line.figures[0] if line.figures else figure
    return (
        first is not figure and first.measure in HARM and figure.measure in HARM and _is_told_of_it(line, first, draft)
    )


_ANTECEDENT = 4.0
_WHICH_LEFT = re.compile(
    r",?\s+(?:which|that|que)\s+(?:[\w-]+ )?(?:left|killed|kills|claimed|injured|wounded|hurt|caused|cost|resulted in|"
    r"dejo|dejaron|causo|causaron|provoco|provocaron|mato|mataron|cobro|cobraron)\b[^,;:]{0,40}$"
)


def _place_score(story: Story, line: Line, figure: Figure, draft: Draft) -> float:
    place = place_beside(story, line, figure)
    if place is None or draft.place_mention is None:
        return 0.0
    if _same_place(place, draft.place_mention) or _holds(place, draft):
        return _RIGHT_PLACE
    return _WRONG_PLACE


def _nearness(story: Story, line: Line, figure: Figure, draft: Draft) -> float:
    triggers = [draft.trigger, *draft.echoes]
    here = [trigger for trigger in triggers if trigger.sentence == line.index]
    if here and draft.mode is Mode.ARREST and draft.trigger.is_verb and figure.measure in _HURT:
        return _BESIDE_ARREST  # "eleven were hurt and 40 arrested": not by being arrested
    if here:
        away = min(abs(trigger.start - figure.start) for trigger in here)
        return _SAME_SENTENCE - _PER_CHARACTER * away
    if line.index in draft.told_in:
        return _NEAR_SENTENCE
    told = {*draft.told_in, *(trigger.sentence for trigger in triggers)}
    earlier = [line.index - sentence for sentence in told if sentence < line.index]
    later = [sentence - line.index for sentence in told if sentence > line.index]
    away = min([*earlier, *(steps + 1 for steps in later)], default=_FAR)
    lead = _LEAD if min(told, default=_FAR) <= 1 else 0.0
    if away > _FAR:
        return lead
    sentences = story.reading.sentences
    nearest = min(told, key=lambda sentence: abs(sentence - line.index))
    crossing = _NEXT_PARAGRAPH if sentences[nearest].paragraph != line.paragraph else 0.0
    return max(_NEAR_SENTENCE - _PER_SENTENCE_AWAY * away + crossing, lead)


def place_beside(story: Story, line: Line, figure: Figure) -> Mention | None:
    """Give the place that goes with a figure: the first after it and before the next figure, in its clause."""
    paired = _respectively(story, line, figure)
    if paired is not None:
        return paired
    places = [mention for mention in story.mentions_in(line.index) if isinstance(mention.value, PlaceValue)]
    before = [each for each in places if each.end <= figure.start]
    if len(before) > 1 and takes_on(story.parse(line.index), before[-2], before[-1]):
        return before[-1]
    later = [other.start for other in line.figures if other.start >= figure.end and not other.is_single]
    limit = min(later, default=line.end)
    behind = next((each for each in places if figure.end <= each.start < limit), None)
    if behind is not None and before and takes_on(story.parse(line.index), before[-1], behind):
        return before[-1]  # "in Leeds 300 marched, in York 80"
    if behind is not None and not (later and _opens_for(line, behind, limit)):
        return None if ";" in line.words(figure.end, behind.start) else behind
    earlier = max((other.end for other in line.figures if other.end <= figure.start), default=line.start)
    opens = next((each for each in reversed(before) if earlier <= each.start), None)
    return opens if opens is not None and _opens_for(line, opens, figure.start) else None


def _opens_for(line: Line, place: Mention, start: int) -> bool:
    """Tell "…, en Arica marcharon 300", "y en Arica, 300": the place opens a clause right before its number.

    `start` is where the number stands.
    """
    before, between = line.words(line.start, place.start), line.words(place.end, start)
    return _OPENS_CLAUSE.search(before) is not None and _TO_NUMBER.fullmatch(between) is not None


_OPENS_CLAUSE = re.compile(
    r"(?:^|[,;:(]\s*|\b(?:y|e|and|while|but|pero|mientras(?: que)?)\s+)(?:en|in|at)(?: el| la| los| las| the)?\s+$"
)
_TO_NUMBER = re.compile(
    r"(?:, (?:en tanto|mientras tanto|entretanto|por su parte|a su vez|en cambio|asimismo|tambien|ademas|meanwhile|too|"
    r"also|however|by contrast),)?(?:[^,;:.()]{0,40}|\s*[,:]\s[^,;:.()]{0,24})"
)


def _respectively(story: Story, line: Line, figure: Figure) -> Mention | None:
    """Pair figures and places in order where the sentence says "respectively" (codebook, N6)."""
    if _RESPECTIVELY not in line.folded or not _IN_ORDER.search(line.folded):
        return None
    alike = [other for other in line.figures if other.measure is figure.measure]
    places = [mention for mention in story.mentions_in(line.index) if isinstance(mention.value, PlaceValue)]
    return places[alike.index(figure)] if len(alike) == len(places) else None


def _same_place(one: Mention, other: Mention) -> bool:
    if one.start == other.start:
        return True
    return (
        isinstance(one.value, PlaceValue) and isinstance(other.value, PlaceValue) and one.value.name == other.value.name
    )


def _holds(place: Mention, draft: Draft) -> bool:
    """Tell "in eastern Uganda" and "in Cauca" of a deed in a town there, which the next sentence names."""
    wide, value = place.value, draft.place
    if not isinstance(wide, PlaceValue) or value is None or wide.country is None or wide.country != value.country:
        return False
    if wide.feature is Feature.REGION:
        return value.precision in _FINE
    return wide.feature is Feature.ADMIN1 and value.precision in _FINE and wide.name == value.admin1


_FINE = frozenset({PlacePrecision.SITE, PlacePrecision.CITY, PlacePrecision.ADMIN2})
