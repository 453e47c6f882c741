"""Each codebook's own rules for numbers, days, places and merging."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constancia.publish.codebooks import CODEBOOKS
from constancia.publish.codebooks.book import load_book
from tests.publish.codebooks.invented import actor, claim, event, figures, lost, page, report, toll, written

ONE, OTHER = "e00000000000000a1", "e00000000000000b2"
CATEGORIES = [None, "police", "military", "protesters", "civilians", "press", "minors"]

killed_claims = st.lists(st.tuples(st.integers(0, 90), st.sampled_from(CATEGORIES), st.booleans()), max_size=6)


@given(st.integers(0, 60), st.integers(0, 60), st.integers(1, 60), killed_claims, st.sampled_from(["police", "gang"]))
def test_deaths_by_side_always_add_up_to_best(best: int, low: int, high: int, claims: list, role: str) -> None:
    told = [
        claim(f"c{at}", "killed", number, category=category, part_of="c0" if is_part else None)
        for at, (number, category, is_part) in enumerate(claims)
    ]
    values = figures("killed", min(low, best), max(high, best, 1), best)
    violent = event(type="ASSAULT", mode="firearms", actors=[actor(role=role), actor("victim", "civilians")], **values)
    (one,) = written("ucdp", violent, report(type="ASSAULT"), *told)[0]["ged.csv"]
    parts = [one[name] for name in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")]
    assert sum(parts) == one["best"]
    assert all(part >= 0 for part in parts)
    assert one["low"] <= one["best"] <= one["high"]


def test_ucdp_takes_the_state_against_people_without_arms_as_one_sided() -> None:
    shot = event(type="ASSAULT", mode="firearms", actors=[actor(role="police"), actor("victim", "protesters")],
                 **figures("killed", 3))  # fmt: skip
    killed = claim("c1", "killed", 3, category="protesters")
    (one,) = written("ucdp", shot, report(type="ASSAULT"), killed)[0]["ged.csv"]
    assert (one["type_of_violence"], one["side_a"], one["side_b"]) == (3, "Government of Paraguay", "Civilians")
    assert (one["deaths_civilians"], one["deaths_unknown"], one["gwnoa"]) == (3, 0, 150)
    assert (one["where_prec"], one["date_prec"], one["country_id"]) == (1, 1, 150)
    assert one["priogrid_gid"] == 129 * 720 + 245 + 1


def test_ucdp_leaves_out_what_killed_nobody() -> None:
    files, losses = written("ucdp", event(), report())
    assert files["ged.csv"] == []
    assert lost(losses, "event") == {"nobody is said to have died": [ONE]}


@pytest.mark.parametrize(("last", "code"), [("06", 1), ("07", 2), ("11", 2), ("12", 3), ("13", 4)])
def test_ucdp_codes_the_days_that_a_date_leaves_open(last: str, code: int) -> None:
    shot = event(actors=[actor(role="police")], date_to=f"2024-05-{last}", **figures("killed", 1))
    (one,) = written("ucdp", shot, report(date_precision="window"))[0]["ged.csv"]
    assert one["date_prec"] == code


def test_ccc_keeps_a_low_a_high_and_their_mean_and_the_words() -> None:
    values = figures("participants", 250, 400, 325)
    claims = [claim(low=250, text="250"), claim("c2", low=400, text="some 400")]
    (one,) = written("ccc", event(**values), report(), *claims)[0]["ccc.csv"]
    assert (one["size_low"], one["size_high"], one["size_mean"], one["size_cat"]) == (250, 400, 325, 2)
    assert one["size_text"] == "250; some 400"
    assert (one["arrests_any"], one["participant_deaths"], one["source_1"]) == (0, None, "https://echo.example/bakers")


def test_ccc_tells_arrests_and_force_in_the_protest_row() -> None:
    arrest = event(OTHER, type="COERCE", mode="arrest", parent_id=ONE, actors=[actor(role="police")])
    taken = claim("c2", "arrested", 11, event_id=OTHER, report_id="r2", text="eleven")
    gas = report("r2", OTHER, type="COERCE", instruments=[{"text": "gas", "kind": "tear-gas", "start": 0, "end": 3}])
    files, _ = written("ccc", event(), report(), arrest, gas, taken)
    (one,) = files["ccc.csv"]
    assert (one["arrests"], one["arrests_any"], one["chemical_agents"]) == ("eleven", 1, 1)
    assert one["police_measures"] == "arrest; tear-gas"


@pytest.mark.parametrize(
    ("size", "category"),
    [(50, "50-99"), (100, "100-999"), (5000, "5000-10000"), (10000, "5000-10000"), (10001, ">10000")],
)
def test_mass_mobilization_puts_a_crowd_in_its_category(size: int, category: str) -> None:
    (one,) = written("mm", event(**figures("participants", size)), report())[0]["mm.csv"]
    assert one["participants_category"] == category


def test_mass_mobilization_wants_fifty_people_and_fills_empty_cells_with_points() -> None:
    files, losses = written("mm", event(**figures("participants", 49)), report(), event(OTHER), report("r2", OTHER))
    assert files["mm.csv"] == []
    assert lost(losses, "event") == {"fewer than fifty people": [ONE], "nobody said how many": [OTHER]}
    (one,) = written("mm", event(**figures("participants", 60)), report())[0]["mm.csv"]
    assert [one[f"protesterdemand{at}"] for at in (1, 2)] == ["price increases, tax policy", "."]
    assert [one[f"stateresponse{at}"] for at in range(1, 8)] == ["."] * 7


def test_mass_mobilization_numbers_the_protests_of_a_country_and_year_by_day() -> None:
    later = event(**figures("participants", 60))
    earlier = event(OTHER, date_from="2024-02-01", date_to="2024-02-01", **figures("participants", 70))
    rows = written("mm", later, report(), earlier, report("r2", OTHER))[0]["mm.csv"]
    assert [(one["id"], one["startmonth"]) for one in rows] == [("1502024001", 2), ("1502024002", 5)]


def test_mmad_keeps_every_report_and_counts_them_by_city_and_day() -> None:
    second = report("r2", page_id="p1", passage_id="g2")
    claims = [claim(), claim("c2", low=200, report_id="r2")]
    files, _ = written("mmad", event(n_reports=2), report(), second, *claims)
    assert [one["avg_numparticipants"] for one in files["reports.csv"]] == [400, 200]
    (one,) = files["events.csv"]
    assert (one["numreports"], one["mean_avg_numparticipants"], one["cowcode"]) == (2, 300, 150)


def test_plover_names_no_private_person_and_gives_the_sizes_it_knows() -> None:
    people = [actor(), actor("victim", "individual", name="█████", is_private=True)]
    (one,) = written("plover", event(actors=people, **figures("injured", 1)), report())[0]["plover.jsonl"]
    assert one["recipient"] == [{"code": "PRY", "sector": "CVL", "entity_text": "individual"}]
    assert one["event"] == [{"code": "PROTEST", "size": {"injured": 1}}]
    assert (one["mode"], one["quad_code"], one["event_loc"]["resolution"]) == (["demo"], 4, 4)


def test_gdelt_gives_a_mention_for_each_report_and_no_middle_of_an_area() -> None:
    wide = event(place_precision="admin1", lat=None, lon=None)
    files, _ = written("gdelt", wide, report(), report("r2"))
    (one,) = files["events.tab"]
    assert (one["EventCode"], one["EventRootCode"], one["QuadClass"], one["GoldsteinScale"]) == ("141", "14", 4, -6.5)
    assert (one["ActionGeo_Type"], one["ActionGeo_Lat"], one["SQLDATE"]) == (5, None, "20240506")
    assert [m["globaleventid"] for m in files["mentions.tab"]] == [one["GLOBALEVENTID"]] * 2


def test_every_cameo_code_has_a_weight() -> None:
    lists = load_book("gdelt").lists
    assert all(code in lists["goldstein"] or code[:3] in lists["goldstein"] for code in lists["cameo"].values())


def test_count_love_tells_planned_events_as_future() -> None:
    files, _ = written("countlove", event(status="planned", **figures("participants", None)), report())
    (told,) = [one["events"] for one in files["countlove.json"] if "events" in one]
    (article,) = [one["articles"] for one in files["countlove.json"] if "articles" in one]
    assert told["event_attendees"] is None
    assert article["events"] == [{"event_id": told["event_id"], "future": True}]
    assert told["articles"][0]["article_id"] == article["article_id"]
    assert set(told) == set(load_book("countlove").lists["records"]["events"])
    assert set(article) == set(load_book("countlove").lists["records"]["articles"])


def test_timemap_gives_text_alone_and_sources_that_are_there() -> None:
    files, _ = written("timemap", event(lat=None, lon=None, **figures("killed", 1, 3)), report())
    (one,) = files["events.json"]
    assert all(isinstance(one[name], str) for name in one if name not in ("associations", "sources"))
    assert (one["latitude"], one["comments"]) == ("", "killed: 1 to 3")
    assert one["sources"] == [source["id"] for source in files["sources.json"]]
    assert set(one["associations"]) == {word["id"] for word in files["associations.json"]}


def test_a_statement_has_an_id_of_its_own_and_one_for_its_entity() -> None:
    union = actor("organiser", "union", name="Bakers of Rosal")
    rows = written("ftm", event(actors=[union]), report())[0]["statements.csv"]
    assert len({one["id"] for one in rows}) == len(rows)
    assert {one["schema"] for one in rows} == {"Event", "Organization"}
    involved = next(one["value"] for one in rows if one["prop"] == "involved")
    assert {"Bakers of Rosal", involved} == {one["value"] for one in rows if one["entity_id"] == involved}


@pytest.mark.parametrize("codebook", sorted(CODEBOOKS))
def test_columns_written_are_columns_listed(codebook: str) -> None:
    shot = event(OTHER, type="ASSAULT", actors=[actor(role="police")], **figures("killed", 2))
    rows = [event(**figures("participants", 400)), report(), claim(), shot, report("r2", OTHER), toll(), page()]
    files, _ = written(codebook, *rows)
    assert any(files.values())
    for name, made in files.items():
        assert all(set(one) <= set(load_book(codebook).files[name]) for one in made)


@pytest.mark.parametrize("codebook", sorted(CODEBOOKS))
@pytest.mark.parametrize("status", ["denied", "background", "threatened", "cancelled", "legal"])
def test_what_did_not_happen_is_in_no_export_and_is_told(codebook: str, status: str) -> None:
    files, losses = written(codebook, event(status=status), report())
    assert not any(files.values())
    assert lost(losses, "status") == {status: [ONE]}


def test_the_dead_of_a_protest_and_of_what_was_done_to_it_are_counted_once() -> None:
    march = event(actors=[actor(), actor("recipient", "police")], **figures("killed", 3))
    shot = event(OTHER, type="ASSAULT", parent_id=ONE, actors=[actor(role="police")], **figures("killed", 2, 5, 3))
    rows = [march, report(), shot, report("r2", OTHER, type="ASSAULT")]
    files, losses = written("ucdp", *rows)
    assert [one["best"] for one in files["ged.csv"]] == [3]
    assert lost(losses, "merged") == {f"into {ONE}: same dyad, place and day": [OTHER]}
    assert [one["participant_deaths"] for one in written("ccc", *rows)[0]["ccc.csv"]] == [3]
    assert [one["fatalities"] for one in written("acled", *rows)[0]["acled.csv"]] == [3]


def test_deaths_in_other_places_or_on_other_days_stay_apart() -> None:
    told = [event(actors=[actor(role="police")], **figures("killed", 3)), report()]
    for key, values in {OTHER: {"place_name": "Itá"}, "e00000000000000c3": {"date_from": "2024-05-05"}}.items():
        told += [event(key, actors=[actor(role="police")], **values, **figures("killed", 1)), report("r" + key, key)]
    assert sorted(one["best"] for one in written("ucdp", *told)[0]["ged.csv"]) == [1, 1, 3]
