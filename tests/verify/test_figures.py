"""Figures follow from their words by the codebook's rules, in English and Spanish."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constancia.verify.figures import Figure, unexplained
from constancia.verify.numerals import numbers_in, vague_bounds


@pytest.mark.parametrize(
    ("language", "words", "numbers"),
    [
        ("en", "over seventy", {70}),
        ("en", "an estimated 30,000", {30_000}),
        ("en", "1.5 million", {1_500_000}),
        ("en", "fifteen hundred", {1500}),
        ("en", "one hundred and fifty-two", {152}),
        ("en", "half a million", {500_000}),
        ("en", "two and a half million", {2_500_000}),
        ("en", "between 800 and 1,000", {800, 1000}),
        ("en", "two to three thousand", {2, 2000, 3000}),
        ("en", "a dozen", {12}),
        ("en", "three lakh crore", {3_000_000_000_000}),
        ("en", "three or four", {3, 4}),
        ("es", "más de 80", {80}),
        ("es", "3.500", {3500}),
        ("es", "1,5 millones", {1_500_000}),
        ("es", "3 mil", {3000}),
        ("es", "mil doscientos", {1200}),
        ("es", "medio centenar", {50}),
        ("es", "un centenar y medio", {150}),
        ("es", "treinta y un mil quinientos", {31_500}),
        ("es", "entre cien y mil", {100, 1000}),
        ("es", "dos docenas", {24}),
        ("es", "mil 373 millones", {1_373_000_000}),
        ("es", "dos mil quinientos millones", {2_500_000_000}),
        ("es", "3 millones 500 mil", {3_500_000}),
        ("es", "veintiún", {21}),
        ("es", "de 300 a 400", {300, 400}),
        (None, "siete", {7}),
        ("en", "the marchers", set()),
    ],
)
def test_words_say_their_numbers(language, words, numbers):
    assert numbers_in(words, language) == numbers


@pytest.mark.parametrize(
    ("language", "words", "bounds"),
    [
        ("en", "dozens", (24, 99)),
        ("en", "tens of thousands", (20_000, 99_999)),
        ("en", "several hundred", (200, 999)),
        ("es", "decenas de miles", (20_000, 99_999)),
        ("es", "centenares", (200, 999)),
    ],
)
def test_vague_words_have_their_bounds(language, words, bounds):
    assert bounds in vague_bounds(words, language)


HONEST = [
    ("exact", 12, 12, 12, "12 people"),
    ("about", None, None, 30_000, "an estimated 30,000"),
    ("over", 81, None, None, "more than 80"),
    ("at_least", 15, None, None, "no fewer than 15"),
    ("under", None, 49, None, "fewer than 50"),
    ("at_most", None, 500, None, "up to 500"),
    ("almost", None, 99, 100, "almost 100"),
    ("between", 800, 1000, None, "between 800 and 1,000"),
    ("between", 101, 299, None, "greater than 100 and smaller than 300"),
    ("exact", 0, 0, 0, "No one"),
    ("exact", 1, 1, 1, "a 45-year-old miner"),
    ("exact", 1, 1, 1, "the sister"),
    ("exact", 2, 2, 2, "Ilda Roca and Bruno Paz"),
    ("vague", 24, 99, None, "dozens"),
    ("over", 2_000_001, None, None, "over millions"),
    ("under", None, 0, None, "below 0"),
    ("vague", 2, None, None, "several"),
]


def _figure(modifier, low, high, best, words):
    return Figure(modifier, low, high, best, words, f"{words} in Valdoro.")


@pytest.mark.parametrize("honest", HONEST)
def test_an_honest_figure_follows_from_its_words(honest):
    assert unexplained(_figure(*honest), "en") is None


@pytest.mark.parametrize("honest", HONEST[:9] + HONEST[13:14])
@given(data=st.data())
def test_any_other_bound_does_not_follow(honest, data):
    modifier, low, high, best, words = honest
    bounds = {"low": low, "high": high, "best": best}
    name = data.draw(st.sampled_from(sorted(bounds)))
    bounds[name] = data.draw(st.one_of(st.none(), st.integers(0, 40_000)).filter(lambda value: value != bounds[name]))
    is_another_range = modifier == "between" and {bounds["low"], bounds["high"]} <= {800, 1000, 100, 101, 299, 300}
    figure = _figure(modifier, *bounds.values(), words)
    assert is_another_range or bounds == {"low": 2, "high": None, "best": None} or unexplained(figure, "en")
