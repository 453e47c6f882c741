"""Ids come from content and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from constancia import identity


@given(st.lists(st.text(alphabet=st.characters(exclude_characters="\x1f\x00")), min_size=1, max_size=4))
def test_parts_do_not_run_together(parts):
    assert identity.digest(*parts) != identity.digest(*parts, "")
    assert identity.digest("".join(parts), "x") != identity.digest(*parts, "x", "y")


def test_nothing_and_the_empty_word_are_two_values():
    assert identity.digest(None) != identity.digest("")


def test_an_event_keeps_its_id_when_a_later_report_joins():
    assert identity.event_id(("r1", "r2")) == identity.event_id(("r2", "r1", "r3"))
