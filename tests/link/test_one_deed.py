"""What tells that two papers have one deed: force that killed, a plural of one town; and what tells two deeds."""

from constancia.link import link
from constancia.model import Actor, ReportPlace
from constancia.vocabulary import ActorPart, EventType, Feature, Form, Measure, Mode, PlacePrecision, Role, Status
from tests.link.samples import JUNIN, LORETA, PERU, appearance, claim, report, sets

FORCE = {"type": EventType.ASSAULT, "mode": Mode.FIREARMS, "form": None}
POLICE = (Actor(ActorPart.PERPETRATOR, Role.POLICE),)
FIRST = "Police opened fire on porters near the depot, and two were left dead, the clinic wrote."
LATER = "Of all that happened in those weeks nothing weighs so much as the third death after those shots."


def shooting(text_id, dead, **changes):
    fields = {**FORCE, "actors": POLICE, "claims": (claim(text_id, dead, Measure.KILLED),), **changes}
    return report(text_id, **fields)


def meet(one, two, **texts):
    told = (appearance(each.id, each, text=texts.get(each.id, each.quote)) for each in (one, two))
    return len(link(told).events) == 1


def test_force_that_killed_is_one_though_its_dead_became_more_and_one_paper_names_the_region():
    one = shooting("a", 2, quote=FIRST)
    assert meet(one, shooting("b", 3, quote=LATER, place=JUNIN))
    thieves = (Actor(ActorPart.PERPETRATOR, Role.GANG),)
    gang = {"actors": thieves, "quote": LATER, "place": JUNIN}
    assert not meet(shooting("a", 2, quote=FIRST, actors=thieves), shooting("b", 3, **gang))


def test_a_fire_and_shots_of_one_night_in_one_text_are_two_deeds():
    fire = report("a", at=200, **{**FORCE, "mode": Mode.DESTROY}, quote="A toll booth was burnt down.")
    assert len(link([appearance("a", shooting("a", 2), fire)]).events) == 2


def test_protests_of_a_town_may_be_its_one_protest_unless_they_are_counted():
    assert meet(report("a"), report("b", is_plural=True))
    assert not meet(report("a"), report("b", is_plural=True, plural_low=4))
    assert not meet(report("a"), report("b", is_plural=True, place=PERU))


def test_a_strike_that_names_no_town_is_of_its_country_and_not_of_the_next_square():
    square = ReportPlace("Plaza Ancas", Feature.SITE, PlacePrecision.SITE, -12.0, -75.0, "PE", "Junín")
    strike = report("a", at=200, form=Form.STRIKE, mode=Mode.STRIKE, place=PERU)
    found = link([appearance("a", report("a", place=square), strike)]).events
    assert {event.form: event.place.name for event in found}[Form.STRIKE] == "Peru"


def test_copies_of_one_side_leave_a_pair_as_good_as_it_was():
    other = "Hundreds came out by noon, a clerk wrote."
    one, two = report("a", place=LORETA), report("b", place=LORETA, quote=other)
    pages = [appearance("a", one), appearance("b", two, text=other)]
    copies = [appearance(f"c{n}", report(f"c{n}", place=LORETA), copy_of="a") for n in range(4)]
    assert len(sets(link(pages))) == len(sets(link([*pages, *copies]))) == 1


def test_a_day_of_strike_in_a_town_is_not_the_strike_of_the_country_beside_which_it_is_told():
    strike = {"form": Form.STRIKE, "mode": Mode.STRIKE}
    long = report("a", at=0, place=PERU, date="2031-02-20", status=Status.ONGOING, day_counter=13, **strike)
    here = report("a", at=200, **strike)
    assert len(link([appearance("a", long, here)]).events) == 2
    again = report("a", at=200, date=None, place=None, **strike)
    assert len(link([appearance("a", long, again)]).events) == 1
