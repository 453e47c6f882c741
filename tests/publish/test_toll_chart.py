"""The toll chart: what a claim says stands whole within the picture, or is cut with a mark."""

import re

from hypothesis import given
from hypothesis import strategies as st

from constancia.publish.toll_chart import WIDTH, Bar, draw

NUMBERS = st.one_of(st.none(), st.integers(0, 9_999))


@given(st.lists(st.tuples(NUMBERS, NUMBERS, st.text("abc de", min_size=1, max_size=60)), min_size=1, max_size=5))
def test_the_words_of_a_claim_stay_within_the_picture(claims: list[tuple[int | None, int | None, str]]) -> None:
    bars = [Bar(f"c{at}", low, high, None, None, "the union", words) for at, (low, high, words) in enumerate(claims)]
    values = re.findall(r'class="value" x="([\d.]+)" y="[\d.]+">([^<]*)<', draw(bars, "Killed"))
    assert all(float(x) + 7 * len(words) <= WIDTH for x, words in values)


def test_a_short_word_is_written_whole_beside_a_bar_that_fills_the_picture() -> None:
    bars = [Bar("c1", 2_000, 9_999, None, None, "the union", "thousands")]
    assert ">thousands</text>" in draw(bars, "Injured")
