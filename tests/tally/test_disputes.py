"""A row is disputed as if every two of its figures were held against one another."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from constancia.tally.checks import is_disputed
from constancia.tally.entries import Entry, entry_of, same_speaker
from constancia.tally.rows import sort_key
from tests.tally.samples import MINISTRY, UNION, entry


def excludes(one: Entry, two: Entry) -> bool:
    return one.most is not None and two.least is not None and one.most < two.least


def is_corrected(earlier: Entry, later: Entry, whole: list[Entry]) -> bool:
    return earlier.as_of != later.as_of and any(
        earlier.as_of < other.as_of <= later.as_of and same_speaker(earlier, other) and not excludes(later, other)
        for other in whole
    )


def every_two(entries: list[Entry]) -> bool:
    whole = sorted(entries, key=sort_key)
    return any(
        (excludes(later, earlier) or (earlier.as_of == later.as_of and excludes(earlier, later)))
        and not is_corrected(earlier, later, whole)
        for earlier, later in combinations(whole, 2)
    )


said = st.tuples(
    st.one_of(
        st.builds(lambda n: {"best": n}, st.integers(0, 9)),
        st.builds(lambda n: {"low": n, "high": None}, st.integers(0, 9)),
        st.builds(lambda n: {"low": None, "high": n}, st.integers(0, 9)),
    ),
    st.integers(1, 5),
    st.sampled_from([None, UNION, MINISTRY]),
    st.sampled_from(["The Quay", "El Muelle"]),
)


@given(st.lists(said, max_size=9))
@settings(max_examples=300)
def test_a_row_is_disputed_where_any_two_of_its_figures_exclude_one_another(rows: list) -> None:
    entries = [
        entry_of(entry(f"c{number}", day=day, according_to=speaker, publisher=publisher, **figure))
        for number, (figure, day, speaker, publisher) in enumerate(rows)
    ]
    assert is_disputed(entries) == every_two(entries)


def test_thousands_of_falling_figures_of_one_outlet_take_no_time() -> None:
    entries = [entry_of(entry(f"c{number:05}", best=5000 - number, day=1 + number % 28)) for number in range(5000)]
    assert is_disputed(entries)
    corrected = [entry_of(entry(f"c{day}", best=90 - day, day=day)) for day in range(1, 29)] * 200
    assert not is_disputed(corrected)
