"""Reports meet in one event when what they say agrees, and only then."""

import dataclasses
import datetime as dt
import random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from constancia.link import link
from constancia.link.gathering import gather
from constancia.link.parts import Comparison
from constancia.link.weights import PARTS
from constancia.model import Actor, ReportDate, ReportPlace
from constancia.vocabulary import ActorPart, EventType, Feature, Form, Mode, PlacePrecision, Precision, Role, Status
from tests.link.samples import ENGLISH, JUNIN, LORETA, PERU, SAN_BRUNO, SPANISH, appearance, claim, day, report, sets


def one_event(*reports):
    return sets(link([appearance(r.id, r) for r in reports])) == {frozenset(r.report_id for r in reports)}


def test_nothing_gives_nothing():
    linking = link([])
    assert (linking.events, linking.links, linking.campaigns, linking.problems) == ((), (), (), ())


def test_a_report_alone_is_an_event_of_its_own():
    (event,) = link([appearance("a", report("a"))]).events
    assert (event.n_passages, event.status, event.place.name) == (1, Status.OCCURRED, "Villa Loreta")


def test_two_papers_on_one_march_tell_of_one_event():
    assert one_event(report("a"), report("b"))


def test_an_english_and_a_spanish_report_of_one_march_meet():
    one, two = report("a"), report("b", quote=SPANISH)
    pages = [appearance("a", one), appearance("b", two, text=SPANISH, language="es")]
    assert sets(link(pages)) == {frozenset({one.report_id, two.report_id})}


def test_marches_of_two_towns_on_one_day_stay_apart():
    told = "In San Bruno some 200 members of the league marched against the dam as well."
    other = report("b", place=SAN_BRUNO, quote=told)
    assert len(sets(link([appearance("a", report("a")), appearance("b", other, text=told)]))) == 2


def test_a_march_and_a_strike_of_one_town_and_day_stay_apart():
    told = "Dock hands stopped work in Villa Loreta for a day over unpaid shifts."
    strike = report("b", form=Form.STRIKE, mode=Mode.STRIKE, quote=told)
    assert len(sets(link([appearance("a", report("a")), appearance("b", strike, text=told)]))) == 2


def test_reports_of_two_types_never_meet():
    assert not one_event(report("a"), report("b", type=EventType.ASSAULT, form=None, mode=Mode.FIREARMS))


def test_marches_of_one_town_two_weeks_apart_stay_apart():
    assert not one_event(report("a"), report("b", date="2031-03-18"))


def test_a_town_meets_its_region():
    assert one_event(report("a"), report("b", place=JUNIN))


def test_a_town_meets_its_country_when_the_words_agree():
    assert one_event(report("a"), report("b", place=PERU))


def test_two_reports_without_a_place_do_not_meet_for_that():
    far = "Nurses of the Hualca clinic walked out over unpaid shifts on Tuesday."
    one, two = report("a", place=None), report("b", place=None, quote=far)
    assert len(sets(link([appearance("a", one), appearance("b", two, text=far)]))) == 2


def test_a_march_of_no_known_day_is_not_the_plan_come_true():
    def is_carried_out(date, published):
        told, plan = report("a", date=date, place=PERU), report("b", date="2031-03-06", status=Status.PLANNED)
        facts = gather([appearance("a", told, published=published), appearance("b", plan)])
        return bool(Comparison(facts, np.array([0]), np.array([1])).parts()[0, PARTS.index("ahead")])

    assert is_carried_out("2031-03-06", None)
    assert is_carried_out(None, "2031-03-07")
    assert not is_carried_out(None, None)
    assert not is_carried_out("2031-03-05", None)


def test_a_planned_march_joins_the_march_that_happened():
    assert one_event(report("a", status=Status.PLANNED), report("b"))


def test_a_cancelled_march_is_not_the_march_that_happened():
    assert not one_event(report("a", status=Status.CANCELLED), report("b"))


def test_a_plan_that_was_called_off_is_one_event_and_called_off():
    one, two = report("a", status=Status.PLANNED), report("b", status=Status.CANCELLED)
    (event,) = link([appearance("a", one, published="2031-03-01"), appearance("b", two)]).events
    assert event.status is Status.CANCELLED


def test_two_editions_of_a_series_stay_apart():
    assert not one_event(report("a", campaign="Second Dam March"), report("b", campaign="Third Dam March"))


def test_a_national_count_is_no_report_of_one_march():
    assert not one_event(report("a"), report("b", is_plural=True, plural_low=12))


def test_the_finest_and_most_given_values_stand_for_the_event():
    vague = ReportDate(day("2031-03-03"), day("2031-03-05"), Precision.WINDOW)
    pages = [appearance("a", report("a", place=JUNIN)), appearance("b", report("b")), appearance("c", report("c"))]
    pages.append(appearance("d", report("d", date="2031-03-04")))
    (event,) = link([*pages, appearance("e", report("e", date=None))]).events
    assert event.place == LORETA
    assert event.date.from_ == event.date.to == day("2031-03-04")
    assert vague.precision is not event.date.precision


def test_copies_count_once_as_independent_sources():
    copy = appearance("b", report("b"), copy_of="a", publisher="Another Paper")
    (event,) = link([appearance("a", report("a")), copy]).events
    assert (event.n_passages, event.n_independent) == (2, 1)


def test_every_link_says_why():
    linking = link([appearance("a", report("a")), appearance("b", report("b"))])
    for found in linking.links:
        names = dict(found.parts)
        assert names["same_day"] > 0
        assert names["same_place"] > 0
        assert 0.5 < found.score <= 1


def test_what_an_event_is_of_does_not_hang_on_counts_that_differ():
    assert one_event(report("a", claims=(claim("a", 400),)), report("b", claims=(claim("b", 900),)))


PLACES = st.sampled_from([LORETA, SAN_BRUNO, JUNIN, PERU, None])
DATES = st.sampled_from(["2031-03-04", "2031-03-05", "2031-03-11", None])
STATUSES = st.sampled_from([Status.OCCURRED, Status.PLANNED, Status.CANCELLED, Status.ONGOING])
FORMS = st.sampled_from([Form.MARCH, Form.STRIKE, None])
TEXTS = st.sampled_from([ENGLISH, SPANISH, "A crowd of teachers filled the Hualca road, Ana Quispe, 41, among them."])
RECORDS = st.lists(st.tuples(PLACES, DATES, STATUSES, FORMS, TEXTS), max_size=9)


def record(rows):
    return [
        appearance(f"t{n}", report(f"t{n}", date, place, status=status, form=form, quote=text), text=text)
        for n, (place, date, status, form, text) in enumerate(rows)
    ]


@settings(max_examples=60)
@given(RECORDS, st.randoms(use_true_random=False))
def test_the_order_of_pages_makes_no_difference(rows, rng: random.Random):
    pages = record(rows)
    shuffled = rng.sample(pages, len(pages))
    assert link(pages) == link(shuffled)


@settings(max_examples=60)
@given(RECORDS)
def test_every_report_is_in_one_event_and_has_one_link(rows):
    pages = record(rows)
    linking = link(pages)
    ids = sorted(r.report_id for page in pages for r in page.coding.reports)
    assert sorted(r for event in linking.events for r in event.report_ids) == ids
    assert sorted(found.report_id for found in linking.links) == ids


@settings(max_examples=40)
@given(RECORDS)
def test_giving_the_pages_twice_changes_nothing(rows):
    pages = record(rows)
    assert link(pages) == link(pages + pages)


@settings(max_examples=60)
@given(RECORDS)
def test_no_event_holds_reports_that_exclude_one_another(rows):
    pages = record(rows)
    statuses = {r.report_id: r.status for page in pages for r in page.coding.reports}
    for event in link(pages).events:
        told = {statuses[r] for r in event.report_ids}
        assert not (Status.CANCELLED in told and told & {Status.OCCURRED, Status.ONGOING})


def test_a_place_left_out_is_not_that_of_a_deed_of_another_day():
    days = [ReportDate(day(d), day(d), Precision.DAY, "that day", 0, 8) for d in ("2031-03-02", "2031-03-04")]
    first = dataclasses.replace(report("a", place=LORETA, at=0), date=days[0])
    told = "About 90 people held a vigil on Tuesday."
    second = dataclasses.replace(report("a", place=None, at=200, form=Form.VIGIL, quote=told), date=days[1])
    (vigil,) = [event for event in link([appearance("a", first, second)]).events if event.form is Form.VIGIL]
    assert vigil.place is None


def test_a_town_and_a_site_of_no_known_point_in_one_text_are_two_protests():
    square = ReportPlace("Plaza Ancas", Feature.SITE, PlacePrecision.SITE, country="PE")
    one, two = report("a", place=LORETA), report("a", place=square, at=200)
    assert len(link([appearance("a", one, two)]).events) == 2


def test_force_of_two_days_in_one_text_is_two_events_though_a_third_mention_has_no_day():
    kind = {"type": EventType.ASSAULT, "mode": Mode.CROWD_CONTROL, "form": None}
    days = ("2031-03-01", "2031-03-04", None)
    first, last, undated = (report("a", date=date, at=at * 200, **kind) for at, date in enumerate(days))
    events = sets(link([appearance("a", first, last, undated)]))
    assert not any({first.report_id, last.report_id} <= event for event in events)


def test_protests_of_following_days_in_one_text_may_be_one():
    night = [report("a", date=date, at=at) for date, at in (("2031-03-04", 0), ("2031-03-05", 200))]
    assert len(link([appearance("a", *night)]).events) == 1


def block(text_id, since, status, published, **changes):
    held = ReportDate(since, None if status is Status.ONGOING else since, Precision.DAY, "", 0, 1)
    changes = {"form": Form.BLOCKADE, "mode": Mode.OBSTRUCT, "quote": BLOCKED, **changes}
    one = dataclasses.replace(report(text_id, **changes), status=status, date=held)
    return appearance(text_id, one, text=BLOCKED, published=published)


BLOCKED = "Quarry hands hold the bridge of Villa Loreta with tree trunks and let nobody cross it."


def test_a_block_that_goes_on_is_the_one_told_of_a_week_later():
    early = block("a", dt.date(2031, 3, 3), Status.ONGOING, "2031-03-05")
    ended = block("a", dt.date(2031, 3, 5), Status.OCCURRED, "2031-03-05")
    late = block("b", dt.date(2031, 3, 12), Status.OCCURRED, "2031-03-13")
    assert [len(sets(link([one, late]))) for one in (early, ended)] == [1, 2]


def test_blocks_of_two_towns_begun_on_one_day_stay_apart():
    here = block("a", dt.date(2031, 3, 3), Status.ONGOING, "2031-03-05")
    there = block("b", dt.date(2031, 3, 3), Status.ONGOING, "2031-03-05", place=SAN_BRUNO)
    assert len(sets(link([here, there]))) == 2


def test_who_made_the_arrests_at_a_march_did_not_march():
    text = "Students marched through Villa Loreta. Police arrested nine workers there."
    students, police, workers = (
        Actor(part, role, start=start, end=start + 4)
        for part, role, start in (
            (ActorPart.ACTOR, Role.STUDENTS, 0),
            (ActorPart.ACTOR, Role.POLICE, 40),
            (ActorPart.RECIPIENT, Role.CIVILIANS, 60),
        )
    )
    march = report("a", actors=(students,))
    arrests = report("a", at=40, type=EventType.COERCE, form=None, mode=Mode.ARREST, actors=(police, workers))
    (event,) = link([appearance("a", march, arrests, text=text)]).events
    assert {(each.part, each.role) for each in event.actors} == {
        (ActorPart.ACTOR, Role.STUDENTS),
        (ActorPart.PERPETRATOR, Role.POLICE),
        (ActorPart.VICTIM, Role.CIVILIANS),
    }


def test_a_strike_that_most_tell_of_a_country_is_not_of_the_town_that_one_names():
    strike = {"form": Form.STRIKE, "mode": Mode.STRIKE}
    told = [report(name, place=PERU, **strike) for name in "abc"] + [report("d", place=LORETA, **strike)]
    events = link([appearance(each.id, each) for each in told]).events
    assert [event.place.name for event in events if len(event.report_ids) > 1] == ["Peru"]


def test_a_strike_that_names_no_town_is_of_none_told_beside_it():
    text = "The strike goes on. In San Bruno nurses sat down on the road."
    strike = report("a", place=PERU, form=Form.STRIKE, mode=Mode.STRIKE)
    march = report("a", at=20, place=SAN_BRUNO)
    events = link([appearance("a", strike, march, text=text)]).events
    assert {event.form: event.place.name for event in events} == {Form.STRIKE: "Peru", Form.MARCH: "San Bruno"}
