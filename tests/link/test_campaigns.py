"""Named and numbered series are found, and day 1 is solved only where dated pages agree."""

import pytest

from constancia.link import link
from constancia.link.campaigns import series_of
from tests.link.samples import PERU, appearance, day, report


@pytest.mark.parametrize(
    ("campaign", "name", "edition"),
    [
        ("Third March for Rain", "march for rain", 3),
        ("Tercera Marcha por la Lluvia", "marcha por lluvia", 3),
        ("IV Marcha por la Lluvia", "marcha por lluvia", 4),
        ("5ª Marcha por la Lluvia", "marcha por lluvia", 5),
        ("12th Vigil of the Lamps", "vigil of lamps", 12),
        ("the National Strike", "national strike", None),
    ],
)
def test_a_campaign_is_read_as_name_and_edition(campaign, name, edition):
    series = series_of(campaign, None)
    assert (series.name, series.edition) == (name, edition)


def strike(text_id, published, counter, campaign="Lamp Strike", **more):
    told = report(text_id, "2031-03-01", PERU, campaign=campaign, day_counter=counter, at=len(text_id))
    return appearance(text_id, told, published=published, **more)


def test_day_one_is_solved_when_two_dated_pages_agree():
    linking = link([strike("a", "2031-03-05", 5), strike("b", "2031-03-09", 9)])
    (campaign,) = linking.campaigns
    assert (campaign.name, campaign.counter_unit, campaign.counter_epoch) == ("Lamp Strike", "day", day("2031-03-01"))


def test_day_one_stays_open_for_one_page_and_for_pages_that_disagree():
    assert link([strike("a", "2031-03-05", 5)]).campaigns[0].counter_epoch is None
    disagreeing = link([strike("a", "2031-03-05", 5), strike("b", "2031-03-09", 30)])
    assert disagreeing.campaigns[0].counter_epoch is None


def test_two_copies_of_one_page_do_not_agree_with_one_another():
    linking = link([strike("a", "2031-03-05", 5), strike("b", "2031-03-05", 5)])
    assert linking.campaigns[0].counter_epoch is None


def test_a_strike_named_in_two_languages_is_one_campaign_by_its_day_one():
    pages = [strike("a", "2031-03-05", 5), strike("b", "2031-03-09", 9)]
    pages += [
        strike(name, date, counter, "Paro de las Lámparas", language="es")
        for name, date, counter in (("c", "2031-03-06", 6), ("d", "2031-03-11", 11))
    ]
    (campaign,) = link(pages).campaigns
    assert campaign.counter_epoch == day("2031-03-01")
    assert campaign.n_events == 1


def test_events_name_their_campaign():
    linking = link([strike("a", "2031-03-05", 5), strike("b", "2031-03-09", 9)])
    assert {event.campaign_id for event in linking.events} == {linking.campaigns[0].campaign_id}


def test_counters_of_nameless_reports_linked_to_the_strike_tell_day_one():
    named = strike("a", "2031-03-05", 5)
    nameless = strike("b", "2031-03-09", 9, campaign=None)
    (campaign,) = link([named, nameless]).campaigns
    assert campaign.counter_epoch == day("2031-03-01")
