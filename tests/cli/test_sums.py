"""Whoever adds up the events of the sample counts each of the dead, the hurt and the held once."""

import itertools
import shutil
from pathlib import Path

import pytest

from tests.sample_pages import constancia, exported

PAGES = Path(__file__).parents[2] / "examples" / "pages"


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sums")
    shutil.copytree(PAGES, folder / "pages")
    done = constancia("run", "pages", cwd=folder)
    assert done.returncode == 0, done.stderr
    return exported(folder / "record.db", folder / "out")


@pytest.mark.parametrize("measure", ["killed", "injured", "arrested"])
def test_the_harm_of_a_place_and_day_is_counted_in_one_event(tables, measure):
    counted = [event for event in tables["events"] if event["date_from"] and event[f"{measure}_low"]]
    assert counted
    by_place = sorted(counted, key=lambda event: (event["place_name"] or "", event["date_from"]))
    for where, group in itertools.groupby(by_place, key=lambda event: (event["place_name"], event["date_from"])):
        events = [(event["type"], event[f"{measure}_low"], event[f"{measure}_high"]) for event in group]
        assert len(events) == 1, (where, events)
