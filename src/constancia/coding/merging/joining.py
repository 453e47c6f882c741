"""Two drafts that tell of one deed in, the first out with what the later one adds (X1)."""

from __future__ import annotations

from constancia.coding.merging.another import is_adherence_to_plan
from constancia.coding.merging.beginnings import begin_with, is_its_beginning
from constancia.coding.status.noun_in_clause import VERBLESS
from constancia.coding.story import Draft, Story
from constancia.coding.what.details import put_instrument
from constancia.coding.what.things import put_thing
from constancia.coding.when.history import is_dated_history
from constancia.coding.who.people import is_same_person
from constancia.model import Actor, ReportDate, ReportPlace
from constancia.vocabulary import ActorPart, EventType, Feature, Form, Mode, Precision, Status

ANONYMOUS = frozenset({None, Mode.TARGETED, Mode.BEAT})
OPEN_FORMS = frozenset({None, Form.OTHER})


def join(story: Story, home: Draft, later: Draft) -> None:
    """Add what later words for a deed tell of it."""
    if _only_names_crowd(home, later):
        _tell_by(home, later)
    is_history, is_headed = is_dated_history(story, home), is_only_headed(home)
    home.echoes += [later.trigger, *later.echoes]
    home.told_in += [sentence for sentence in later.told_in if sentence not in home.told_in]
    is_told_by_mode = home.mode in ANONYMOUS and later.mode not in ANONYMOUS and not _is_weak_word(home, later)
    if (home.form in OPEN_FORMS and later.form is not None) or is_told_by_mode:
        home.mode, home.form = later.mode, later.form
    if later.status is Status.PLANNED and is_adherence_to_plan(home, later):
        home.status = later.status
    is_new_word = not later.is_bare and not (home.type is EventType.ASSAULT and later.status in _UNDONE)
    is_open = (is_headed and home.day_counter is None) or (home.is_bare and not is_history)
    if is_open and (is_new_word or (home.is_bare and _is_news_after_all(home, later))):
        home.status = later.status
    elif later.status is Status.ONGOING and home.status is Status.OCCURRED and not (later.is_bare or _runs_on(later)):
        home.status = Status.ONGOING
    home.is_bare = home.is_bare and later.is_bare
    home.is_weak = home.is_weak and later.is_weak
    if is_its_beginning(story, home, later):
        begin_with(story, home, later)
    elif not is_history:
        take_date(home, later)
        take_place(home, later)
    home.actors += [actor for actor in later.actors if not any(_is_known(known, actor) for known in home.actors)]
    home.is_plural = home.is_plural and later.is_plural
    _take_details(home, later)
    home.why.append(f"X1 also: {later.trigger.text}")


def _only_names_crowd(home: Draft, later: Draft) -> bool:
    """Tell "three protesters were hurt at Monday's march": it is the march that the sentence tells of."""
    is_crowd = home.is_weak and home.form in OPEN_FORMS and home.status is Status.BACKGROUND
    is_told = later.status in (Status.OCCURRED, Status.ONGOING) and not later.is_weak and later.form not in OPEN_FORMS
    is_here = home.trigger.sentence == later.trigger.sentence and not home.echoes
    return is_crowd and is_told and is_here and home.type is EventType.PROTEST


def _tell_by(home: Draft, later: Draft) -> None:
    """Let the later word name the deed, and the earlier one echo it."""
    home.trigger, later.trigger = later.trigger, home.trigger
    home.status, home.is_bare, home.is_weak = later.status, later.is_bare, later.is_weak
    home.is_plural = home.is_plural and later.is_plural


def _is_weak_word(home: Draft, later: Draft) -> bool:
    """Tell "the killings … the repression": a word for force of any kind makes no less of a killing."""
    return home.mode is Mode.TARGETED and later.mode is Mode.CROWD_CONTROL and later.is_weak


# What is only denied, feared or planned of an attack that the text names does not undo it.
_UNDONE = frozenset({Status.DENIED, Status.NOT_OCCURRED, Status.PLANNED, Status.THREATENED, Status.PREVENTED})


def is_only_headed(draft: Draft) -> bool:
    """Tell a deed that a headline only names, "Paro y movilización": whether it was, the story below says."""
    return VERBLESS in draft.why and not draft.echoes


def _is_known(known: Actor, actor: Actor) -> bool:
    if known.part is not actor.part:
        return False
    if actor.part is ActorPart.VICTIM:
        return is_same_person(known, actor)
    return known.role is actor.role and known.name == actor.name


def _take_details(home: Draft, later: Draft) -> None:
    for instrument in later.instruments:
        put_instrument(home.instruments, instrument)
    for thing in later.objects:
        put_thing(home.objects, thing)
    home.issue += [issue for issue in later.issue if issue not in home.issue]
    home.campaign = home.campaign or later.campaign
    home.day_counter = home.day_counter if home.day_counter is not None else later.day_counter
    home.target = home.target or later.target


def _runs_on(draft: Draft) -> bool:
    """Tell what was done to people again and again since a day, "has killed 42 women since 2022": no one deed's day."""
    date = draft.date
    return draft.type in _DONE_TO_PEOPLE and date is not None and date.from_ is not None and date.to is None


_DONE_TO_PEOPLE = frozenset({EventType.ASSAULT, EventType.COERCE})


def take_date(home: Draft, later: Draft) -> None:
    """Take over a day where there is none, or only a coarser one."""
    if later.date is None or (_runs_on(later) and home.status is Status.OCCURRED):
        return
    if (
        home.date is None
        or (home.date_mention is None and later.date_mention is not None)
        or (later.date_mention is not None and _is_finer(later.date, home.date))
    ):
        home.date, home.date_mention = later.date, later.date_mention


def _is_finer(new: ReportDate, old: ReportDate) -> bool:
    return new.precision is Precision.DAY and old.precision not in (Precision.DAY, Precision.WINDOW)


def take_place(home: Draft, later: Draft) -> None:
    """Take over a place where there is none, or only a wide one or the unit that it lies in."""
    if later.place is None:
        return
    if home.place is None or (is_wide(home) and not is_wide(later)) or _is_unit_of(home.place, later.place):
        home.place, home.place_mention = later.place, later.place_mention


def _is_unit_of(unit: ReportPlace, place: ReportPlace) -> bool:
    """Tell "Ohio" of a headline from "Columbus" of the story."""
    is_unit = unit.feature in (Feature.ADMIN1, Feature.ADMIN2) and unit.country == place.country
    is_finer = place.feature in (Feature.CITY, Feature.SITE) and place.lat is not None
    return is_unit and is_finer and unit.name in (place.admin1, place.admin2)


def is_wide(draft: Draft) -> bool:
    """Tell whether a deed is placed in no more than a country or region."""
    return draft.place is not None and draft.place.feature in ("country", "region")


def _is_news_after_all(home: Draft, later: Draft) -> bool:
    """Tell whether a headline only follows upon a deed of which the text below tells with a day of its own."""
    if home.status is not Status.BACKGROUND or later.status is not Status.OCCURRED or home.date is not None:
        return False
    day = later.date_mention
    return day is not None and later.extent[0] <= day.start < later.extent[1]
