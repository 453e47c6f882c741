"""Arrests, dispersals and bans belong to the protest that they answer; a joint count is one event."""

from dataclasses import replace

from constancia.link import link
from constancia.model import ReportPlace
from constancia.vocabulary import EventType, Feature, Form, Measure, Mode, PlacePrecision, Status
from tests.link.samples import LORETA, SAN_BRUNO, appearance, claim, report, sets

PUNO = ReportPlace("Puno", Feature.ADMIN1, PlacePrecision.ADMIN1, country="PE", admin1="Puno")
TACNA = ReportPlace("Tacna", Feature.ADMIN1, PlacePrecision.ADMIN1, country="PE", admin1="Tacna")


def arrest(text_id, **changes):
    fields = {"type": EventType.COERCE, "mode": Mode.ARREST, "form": None, "at": 200, **changes}
    return report(text_id, **fields)


def answered(march, answer):
    """Whether a march and what the state did to it, told in one text, are one event."""
    linking = link([appearance("a", march, answer)])
    return sets(linking) == {frozenset({march.report_id, answer.report_id})}


def test_arrests_at_a_march_belong_to_the_march():
    march, taken = report("a"), arrest("a", claims=(claim("a", 14, Measure.ARRESTED, at=210),))
    linking = link([appearance("a", march, taken)])
    (event,) = linking.events
    assert (event.type, event.mode, event.form) == (EventType.PROTEST, Mode.DEMO, Form.MARCH)
    followed = next(found for found in linking.links if found.report_id == taken.report_id)
    assert ("belongs", 1.0) in followed.parts


def test_arrests_without_a_day_or_place_belong_to_the_march_told_just_before():
    assert answered(report("a"), arrest("a", date=None, place=None))


def test_arrests_without_a_day_told_before_the_march_stand_alone():
    assert not answered(report("a", at=300), arrest("a", date=None, place=None, at=0))


def test_arrests_in_another_town_or_on_another_day_stand_alone():
    assert not answered(report("a"), arrest("a", place=SAN_BRUNO))
    assert not answered(report("a"), arrest("a", date="2031-03-01"))


def test_a_raid_is_no_answer_to_the_rally_told_beside_it():
    assert not answered(report("a"), arrest("a", mode=Mode.SEIZE))


def test_a_deadly_dispersal_is_an_event_of_its_own():
    gas = {"type": EventType.ASSAULT, "mode": Mode.CROWD_CONTROL}
    assert answered(report("a"), arrest("a", **gas))
    assert not answered(report("a"), arrest("a", **gas, claims=(claim("a", 3, Measure.KILLED, at=210),)))


def test_a_ban_belongs_to_the_march_that_it_prevents():
    march, ban = report("a", status=Status.PREVENTED), arrest("a", mode=Mode.RESTRICT)
    (event,) = link([appearance("a", march, ban)]).events
    assert event.status is Status.PREVENTED


def test_arrests_do_not_belong_to_a_march_that_was_cancelled():
    assert not answered(report("a", status=Status.CANCELLED), arrest("a"))


def test_a_strike_without_a_town_takes_no_arrests():
    strike = {"mode": Mode.STRIKE, "form": Form.STRIKE}
    assert answered(report("a", **strike), arrest("a"))
    assert not answered(report("a", place=None, **strike), arrest("a", place=None))


def test_police_sent_to_a_shooting_belong_to_it():
    shooting = report("a", type=EventType.ASSAULT, mode=Mode.FIREARMS, form=None)
    (event,) = link([appearance("a", shooting, arrest("a", type=EventType.MOBILIZE, mode=None))]).events
    assert (event.type, event.mode) == (EventType.ASSAULT, Mode.FIREARMS)


def test_suspects_of_a_shooting_told_after_a_march_are_not_arrested_at_the_march():
    shooting = report("a", type=EventType.ASSAULT, mode=Mode.FIREARMS, form=None, at=150)
    linking = link([appearance("a", report("a"), shooting, arrest("a"))])
    assert len(linking.events) == 3


def joint(text_id, place, count, **changes):
    fields = {"mode": Mode.OBSTRUCT, "form": Form.BLOCKADE, "is_plural": True, "plural_low": count, **changes}
    made = report(text_id, place=place, **fields)
    # The areas of one count share its trigger, and differ in nothing but place and id.
    return replace(made, report_id=f"r{place.name}")


def test_a_count_over_two_regions_is_one_event():
    one, two = joint("a", PUNO, 17), joint("a", TACNA, 17)
    assert sets(link([appearance("a", one, two)])) == {frozenset({"rPuno", "rTacna"})}


def test_two_rallies_in_two_regions_are_two_events():
    assert len(sets(link([appearance("a", joint("a", PUNO, 2), joint("a", TACNA, 2))]))) == 2


def test_a_strike_named_without_a_town_is_the_strike_that_goes_on():
    strike = {"mode": Mode.STRIKE, "form": Form.STRIKE, "status": Status.ONGOING, "quote": "The strike goes on."}
    here = report("a", place=LORETA, at=400)
    begun = report("a", place=None, date="2031-02-20", **strike)
    later = report("b", place=None, date=None, **strike)
    pages = [appearance("a", begun, here), appearance("b", later, report("b", place=LORETA, at=400))]
    assert frozenset({begun.report_id, later.report_id}) in sets(link(pages))


def test_a_copy_follows_the_page_that_has_the_whole_text():
    square = ReportPlace("Plaza Sur", Feature.SITE, PlacePrecision.SITE)
    whole, teaser = report("a"), report("b", place=square)
    linking = link([appearance("a", whole), appearance("b", teaser, copy_of="a")])
    assert sets(linking) == {frozenset({whole.report_id, teaser.report_id})}


def test_arrests_told_again_by_a_court_story_and_a_digest_stay_with_the_march():
    figures = {"claims": (claim("x", 14, Measure.ARRESTED, at=210),)}
    march = report("a")
    pages = [
        appearance("a", march, arrest("a", **figures)),
        appearance("b", arrest("b", **figures)),
        appearance("c", arrest("c", **figures)),
    ]
    (event,) = link(pages).events
    assert march.report_id in event.report_ids
    assert len(event.report_ids) == 4


def test_of_a_march_and_the_riot_at_its_end_the_arrests_were_made_in_the_riot():
    march = report("a")
    riot = report("b", mode=Mode.RIOT, form=Form.RIOT, quote="Hooded boys burnt a kiosk.")
    figures = {"claims": (claim("x", 14, Measure.ARRESTED, at=210),)}
    first, second = arrest("a", **figures), arrest("b", **figures)
    linking = link([appearance("a", march, first), appearance("b", riot, second, text="Hooded boys burnt a kiosk.")])
    assert frozenset({riot.report_id, first.report_id, second.report_id}) in sets(linking)


def test_arrests_in_a_town_on_a_day_are_not_of_protests_up_and_down_the_country():
    country = ReportPlace("Peru", Feature.COUNTRY, PlacePrecision.COUNTRY, country="PE")
    blocks = {"place": country, "is_plural": True, "plural_low": 22}
    assert not answered(report("a", **blocks), arrest("a"))
    assert not answered(report("a", place=country), arrest("a"))
    assert answered(report("a", place=country), arrest("a", date=None, place=None))
