"""ACLED's columns: one row an event, day and place, under ACLED's rules."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.publish.codebooks.invented import Row, actor, claim, event, figures, lost, report, written

OTHER = "e00000000000000b2"


def rows(*given_rows: Row) -> list[Row]:
    return written("acled", *given_rows)[0]["acled.csv"]


def test_a_march_is_one_row_with_its_place_actors_and_sources() -> None:
    (one,) = rows(event(**figures("killed", None)), report(), claim(text="some 400"))
    assert one["event_date"] == "2024-05-06"
    assert (one["event_type"], one["sub_event_type"]) == ("Protests", "Peaceful protest")
    assert (one["actor1"], one["inter1"], one["interaction"]) == (
        "Protesters (Paraguay)", "Protesters", "Protesters only")  # fmt: skip
    assert (one["iso"], one["region"], one["country"], one["admin1"]) == (600, "South America", "Paraguay", "Central")
    assert (one["time_precision"], one["geo_precision"], one["fatalities"]) == (1, 1, 0)
    assert one["source"] == "The Rosal Echo"
    assert one["tags"].startswith("crowd size=some 400")
    assert one["event_id_cnty"].startswith("PRY")


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"place_precision": "country"}, "no place below the country known"),
        ({"country": None}, "no country known"),
        ({"date_from": None, "date_to": None}, "no date within a month"),
        ({"date_to": "2024-09-01"}, "no date within a month"),
        ({"acled_event_type": None}, "no type of ACLED's: PROTEST"),
        ({"review_state": "rejected"}, "rejected by a reviewer"),
    ],
)
def test_what_acled_does_not_code_is_told_and_left_out(values: Row, reason: str) -> None:
    files, losses = written("acled", event(**values), report(date_precision="month"))
    assert files["acled.csv"] == []
    assert lost(losses, "event") == {reason: ["e00000000000000a1"]}


def test_a_planned_event_is_left_out_by_its_status() -> None:
    files, losses = written("acled", event(status="planned"), report())
    assert files["acled.csv"] == []
    assert lost(losses, "status") == {"planned": ["e00000000000000a1"]}


def test_a_place_known_as_a_region_gets_no_point() -> None:
    files, losses = written("acled", event(place_precision="admin1", lat=None, lon=None), report())
    (one,) = files["acled.csv"]
    assert (one["latitude"], one["longitude"], one["geo_precision"]) == (None, None, 3)
    assert lost(losses, "point") == {"admin1": ["e00000000000000a1"]}


@pytest.mark.parametrize(("last", "code"), [("2024-05-06", 1), ("2024-05-08", 2), ("2024-05-30", 3)])
def test_a_span_has_its_first_day_and_a_precision(last: str, code: int) -> None:
    (one,) = rows(event(date_to=last), report(date_precision="window"))
    assert (one["event_date"], one["time_precision"]) == ("2024-05-06", code)


@given(st.integers(0, 50), st.sets(st.integers(0, 6), min_size=2, max_size=6))
def test_deaths_over_several_reported_days_are_divided_and_none_is_lost(killed: int, offsets: set[int]) -> None:
    days = [dt.date(2024, 5, 6) + dt.timedelta(offset) for offset in sorted(offsets)]
    told = [report(f"r{day}", date_from=day.isoformat(), date_to=day.isoformat(), date_precision="day") for day in days]
    whole = event(date_from="2024-05-06", date_to="2024-05-12", **figures("killed", killed))
    made = rows(whole, *told)
    assert [one["event_date"] for one in made] == [day.isoformat() for day in days]
    assert sum(one["fatalities"] for one in made) == killed
    assert made[0]["fatalities"] == max(one["fatalities"] for one in made)
    assert len({one["event_id_cnty"] for one in made}) == len(days)


def test_what_police_did_to_a_march_stands_in_its_row() -> None:
    gas = event(
        OTHER, type="ASSAULT", mode="crowd-control", parent_id="e00000000000000a1",
        acled_event_type="Violence against civilians", acled_sub_event_type="Attack",
        actors=[actor(role="police"), actor("recipient")], **figures("injured", 3), **figures("killed", 2),
    )  # fmt: skip
    files, losses = written("acled", event(), report(), gas, report("r2", OTHER, type="ASSAULT"))
    (one,) = files["acled.csv"]
    assert one["sub_event_type"] == "Excessive force against protesters"
    assert (one["actor2"], one["interaction"]) == ("Police Forces of Paraguay", "Protesters - State forces")
    assert (one["fatalities"], one["civilian_targeting"]) == (2, "Civilian targeting")
    assert lost(losses, "merged") == {"what was done to a protest stands in the protest's row": [OTHER]}


def test_events_of_the_same_actors_place_and_day_are_one() -> None:
    files, losses = written("acled", event(), report(), event(OTHER), report("r2", OTHER))
    assert len(files["acled.csv"]) == 1
    assert lost(losses, "merged") == {"into e00000000000000a1: same actors, place and day": [OTHER]}


def test_other_actors_stay_apart() -> None:
    students = event(OTHER, actors=[actor(role="students")])
    assert len(rows(event(), report(), students, report("r2", OTHER))) == 2


def test_a_figure_with_bounds_and_a_part_are_told_as_lost() -> None:
    claims = [claim(low=300, high=500, best=None), claim("c2", low=20, part_of="c1"), claim("c3", "injured", 4)]
    _, losses = written("acled", event(**figures("participants", 300)), report(), *claims)
    assert lost(losses, "flattened") == {"participants": ["e00000000000000a1"]}
    assert lost(losses, "part") == {"participants": ["c2"]}
    assert lost(losses, "claim") == {"injured": ["c3"]}


def test_a_sum_of_events_told_one_by_one_is_not_counted_again() -> None:
    whole = event(OTHER, place_precision="admin1")
    part = event(parent_id=OTHER)
    files, losses = written("acled", whole, report("r2", OTHER, is_plural=True), part, report())
    assert len(files["acled.csv"]) == 1
    assert lost(losses, "event") == {"sums up events that are told one by one": [OTHER]}
