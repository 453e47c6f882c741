"""Quantities: the bounds of the codebook's section 5, and what numbers count."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constancia.model import Mention, QuantityValue, Text
from constancia.read import read_text
from constancia.vocabulary import Measure, Modifier

QUANTITIES = frozenset({"quantity"})


def quantities(words: str, language: str) -> list[Mention]:
    return list(read_text(Text("t", words, language), QUANTITIES).mentions)


def values(words: str, language: str) -> list[QuantityValue]:
    return [mention.value for mention in quantities(words, language) if isinstance(mention.value, QuantityValue)]


def bounds(words: str, language: str) -> tuple[int | None, int | None, int | None, Modifier]:
    found = values(words, language)
    assert len(found) == 1, found
    return found[0].low, found[0].high, found[0].best, found[0].modifier


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", "12 people", (12, 12, 12, Modifier.EXACT)),
        ("en", "an estimated 30,000 people", (None, None, 30_000, Modifier.ABOUT)),
        ("es", "unas 3.500 personas", (None, None, 3_500, Modifier.ABOUT)),
        ("es", "unas 3,500 personas", (None, None, 3_500, Modifier.ABOUT)),
        ("es", "cerca de 80 personas", (None, None, 80, Modifier.ABOUT)),
        ("en", "over seventy people", (71, None, None, Modifier.OVER)),
        ("es", "más de 80 personas", (81, None, None, Modifier.OVER)),
        ("en", "no fewer than 15 people", (15, None, None, Modifier.AT_LEAST)),
        ("es", "al menos 15 personas", (15, None, None, Modifier.AT_LEAST)),
        ("es", "15 personas como mínimo", (15, 15, 15, Modifier.EXACT)),
        ("en", "fewer than 50 people", (None, 49, None, Modifier.UNDER)),
        ("es", "menos de 50 personas", (None, 49, None, Modifier.UNDER)),
        ("en", "up to 500 people", (None, 500, None, Modifier.AT_MOST)),
        ("es", "hasta 500 personas", (None, 500, None, Modifier.AT_MOST)),
        ("en", "nearly 100 people", (None, 99, 100, Modifier.ALMOST)),
        ("es", "casi 100 personas", (None, 99, 100, Modifier.ALMOST)),
        ("en", "between 800 and 1,000 nurses", (800, 1_000, None, Modifier.BETWEEN)),
        ("es", "de 300 a 400 personas", (300, 400, None, Modifier.BETWEEN)),
        ("en", "some 300-400 people", (300, 400, None, Modifier.BETWEEN)),
        ("en", "a record 40,000 people", (40_000, 40_000, 40_000, Modifier.EXACT)),
        ("en", "40+ people", (40, None, None, Modifier.AT_LEAST)),
        ("en", "a dozen nurses", (None, None, 12, Modifier.ABOUT)),
        ("es", "medio centenar de jubilados", (None, None, 50, Modifier.ABOUT)),
        ("es", "una veintena de familiares", (None, None, 20, Modifier.ABOUT)),
        ("es", "más de un millar de comuneros", (1_001, None, None, Modifier.OVER)),
        ("en", "a hundred and twenty nurses", (120, 120, 120, Modifier.EXACT)),
        ("en", "a couple hundred nurses", (None, None, 200, Modifier.ABOUT)),
        ("es", "un par de docenas de personas", (None, None, 24, Modifier.ABOUT)),
        ("en", "one hundred nurses", (100, 100, 100, Modifier.EXACT)),
        ("en", "a hundred nurses", (None, None, 100, Modifier.ABOUT)),
        ("en", "dozens of nurses", (24, 99, None, Modifier.VAGUE)),
        ("en", "hundreds of nurses", (200, 999, None, Modifier.VAGUE)),
        ("es", "cientos de enfermeras", (200, 999, None, Modifier.VAGUE)),
        ("en", "tens of thousands of people", (20_000, 99_999, None, Modifier.VAGUE)),
        ("es", "decenas de miles de personas", (20_000, 99_999, None, Modifier.VAGUE)),
        ("en", "several hundred people", (200, 999, None, Modifier.VAGUE)),
        ("en", "at least dozens of people", (24, None, None, Modifier.AT_LEAST)),
        ("es", "3 mil personas", (3_000, 3_000, 3_000, Modifier.EXACT)),
        ("es", "3 mil 500 personas", (3_500, 3_500, 3_500, Modifier.EXACT)),
        ("es", "mil doscientas personas", (1_200, 1_200, 1_200, Modifier.EXACT)),
        ("es", "1,5 millones de personas", (1_500_000, 1_500_000, 1_500_000, Modifier.EXACT)),
        ("en", "1.5 million people", (1_500_000, 1_500_000, 1_500_000, Modifier.EXACT)),
        ("en", "fifteen hundred people", (1_500, 1_500, 1_500, Modifier.EXACT)),
        ("en", "twenty-five people", (25, 25, 25, Modifier.EXACT)),
        ("es", "treinta y cinco personas", (35, 35, 35, Modifier.EXACT)),
        ("en", "a 2,000-strong march", (2_000, 2_000, 2_000, Modifier.EXACT)),
    ],
)
def test_a_number_has_the_bounds_of_its_words(
    language: str, words: str, expected: tuple[int | None, int | None, int | None, Modifier]
) -> None:
    assert bounds(words, language) == expected


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", "12 dead and 30 injured", [(12, Measure.KILLED), (30, Measure.INJURED)]),
        ("es", "12 muertos y 30 heridos", [(12, Measure.KILLED), (30, Measure.INJURED)]),
        ("en", "Two officers and three neighbours died on the bridge.", [(2, Measure.KILLED), (3, Measure.KILLED)]),
        ("es", "Murieron 6 civiles y 3 policías.", [(6, Measure.KILLED), (3, Measure.KILLED)]),
        ("en", "Police arrested 14 people; ten were released.", [(14, Measure.ARRESTED), (10, Measure.ARRESTED)]),
        ("es", "La guardia detuvo a 14 personas.", [(14, Measure.ARRESTED)]),
        (
            "en",
            "1,200 nurses marched, 300 of them in Villa Alta.",
            [(1_200, Measure.PARTICIPANTS), (300, Measure.PARTICIPANTS)],
        ),
        ("es", "Hubo 22 bloqueos en el norte y nueve en el sur.", [(22, Measure.BLOCKADES), (9, Measure.BLOCKADES)]),
        ("es", "Sube a 31 la cifra de muertos.", [(31, Measure.KILLED)]),
        ("en", "Two and five people were injured.", [(2, Measure.INJURED), (5, Measure.INJURED)]),
        ("en", "A thousand officers were deployed.", [(1_000, Measure.DEPLOYED)]),
        ("en", "Some 41,000 women were sterilised.", [(41_000, Measure.STERILIZED)]),
    ],
)
def test_a_number_counts_what_its_noun_or_verb_tells(
    language: str, words: str, expected: list[tuple[int, Measure]]
) -> None:
    assert [(value.best, value.measure) for value in values(words, language)] == expected


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", "Guards arrested a group of 12 near the mill.", [(12, 12)]),
        ("en", "Guards arrested a group of about 12 near the mill.", [(None, None)]),
        ("en", "Guards arrested a group of bakers near the mill.", [(2, None)]),
        ("es", "La guardia detuvo a un grupo de 12 junto al molino.", [(12, 12)]),
        ("es", "La guardia detuvo a un grupo de al menos 12 junto al molino.", [(12, None)]),
        ("es", "La guardia detuvo a un grupo de panaderos junto al molino.", [(2, None)]),
    ],
)
def test_a_group_counts_by_its_number_or_is_some(
    language: str, words: str, expected: list[tuple[int | None, int | None]]
) -> None:
    found = [value for value in values(words, language) if value.measure is Measure.ARRESTED]
    assert [(value.low, value.high) for value in found] == expected


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("es", "entre 34 y 41 panaderos", [(34, 41)]),
        ("es", "de 34 a 41 panaderos", [(34, 41)]),
        ("es", "de 34 y 41 panaderos", [(34, 34), (41, 41)]),
        ("en", "between 34 and 41 bakers", [(34, 41)]),
        ("en", "from 34 to 41 bakers", [(34, 41)]),
    ],
)
def test_a_range_is_opened_by_the_word_that_its_middle_wants(
    language: str, words: str, expected: list[tuple[int, int]]
) -> None:
    assert [(value.low, value.high) for value in values(words, language)] == expected


@pytest.mark.parametrize(
    ("language", "words", "measures"),
    [
        ("en", "No injuries or arrests were reported.", [Measure.INJURED, Measure.ARRESTED]),
        ("es", "La marcha terminó sin heridos ni detenidos.", [Measure.INJURED, Measure.ARRESTED]),
        ("es", "No se reportaron heridos.", [Measure.INJURED]),
        ("es", "No hubo ningún herido.", [Measure.INJURED]),
        ("en", "Nobody was arrested.", [Measure.ARRESTED]),
    ],
)
def test_a_denial_is_a_zero(language: str, words: str, measures: list[Measure]) -> None:
    found = values(words, language)
    assert [value.measure for value in found] == measures
    assert all((value.low, value.high, value.best) == (0, 0, 0) for value in found)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "They asked for $20,000 and a rise of 15%."),
        ("es", "Pidieron S/ 20.000 y un alza del 15 por ciento."),
        ("en", "Rosa M., 19, spoke for five minutes at Gate 4."),
        ("es", "Rosa M., de 19 años, habló en la sala 4 del km 12."),
        ("en", "The team won 2-1 at 10:30 p.m. on 5 May 2019."),
        ("en", "Article 12 of Law 20112 says so; call 555-0199."),
        ("en", "On the 14th day, the fifth march set out."),
        ("en", "The score was read out in quarantine."),
        ("es", "La cuarentena y la quincena se alargaron."),
    ],
)
def test_money_shares_ages_and_names_count_nothing(language: str, words: str) -> None:
    assert [value for value in values(words, language) if value.measure is not None] == []


PIECES = [
    *("①", "²", "٣", "½", "9" * 30),
    *(
        "12",
        "3.500",
        "3,500",
        "mil",
        "dos",
        "y",
        "de",
        "a",
        "hasta",
        "medio",
        "centenar",
        "más",
        "casi",
        "entre",
        "personas",
        "muertos",
    ),
    *(
        "dozens",
        "of",
        "thousands",
        "and",
        "half",
        "million",
        "or",
        "more",
        "than",
        "between",
        "up",
        "to",
        "-",
        "people",
        "killed",
        "no",
    ),
    *(
        "sin",
        "heridos",
        "ni",
        "several",
        "hundred",
        "one",
        "un",
        "%",
        "$",
        "0",
        "999999999999",
        "1/2",
        "fifths",
        "y medio",
        "+",
    ),
]
SENTENCES = st.lists(st.sampled_from(PIECES), max_size=10).map(" ".join)
LANGUAGES = st.sampled_from(["en", "es"])


@settings(max_examples=300)
@given(SENTENCES | st.text(max_size=60), LANGUAGES)
def test_low_is_never_above_high_and_spans_hold_their_words(words: str, language: str) -> None:
    for mention in quantities(words, language):
        value = mention.value
        assert isinstance(value, QuantityValue)
        assert words[mention.start : mention.end] == mention.text != ""
        assert value.low is None or value.high is None or value.low <= value.high
        assert value.best is None or value.best >= 0


@given(SENTENCES, LANGUAGES, st.integers(1, 40))
def test_shifting_the_text_shifts_every_quantity(words: str, language: str, size: int) -> None:
    before, after = quantities(words, language), quantities("\n" * size + words, language)
    assert [(m.start + size, m.end + size, m.value) for m in before] == [(m.start, m.end, m.value) for m in after]


@given(SENTENCES, LANGUAGES)
def test_a_sentence_after_changes_no_quantity_before(words: str, language: str) -> None:
    before = quantities(f"{words}.\n\n", language)
    assert quantities(f"{words}.\n\nIn all, 700 people came.", language)[: len(before)] == before
