"""Dates: what the codebook's section 4 asks of them, in both languages."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constancia.model import DateValue, Mention, Text
from constancia.read import read_text
from constancia.vocabulary import Anchor, Precision, TimexType

THURSDAY = dt.date(2023, 7, 20)
DATES = frozenset({"date"})


def dates(words: str, language: str, published: dt.date | None = THURSDAY) -> list[Mention]:
    return list(read_text(Text("t", words, language, published), DATES).mentions)


def only(words: str, language: str, published: dt.date | None = THURSDAY) -> DateValue:
    found = dates(words, language, published)
    assert len(found) == 1, found
    assert isinstance(found[0].value, DateValue)
    return found[0].value


def days(words: str, language: str) -> tuple[str | None, str | None]:
    value = only(words, language)
    return (value.from_.isoformat() if value.from_ else None, value.to.isoformat() if value.to else None)


@pytest.mark.parametrize(
    ("language", "words", "day"),
    [
        ("en", "Nurses marched in Villa Alta on Wednesday.", "2023-07-19"),
        ("es", "Las enfermeras marcharon el miércoles en Villa Alta.", "2023-07-19"),
        ("en", "Nurses marched in Villa Alta on Thursday.", "2023-07-20"),
        ("es", "Las enfermeras entraron a las siete p. m. de este miércoles a Villa Alta.", "2023-07-19"),
        ("es", "Las enfermeras marcharon el jueves en Villa Alta.", "2023-07-20"),
        ("en", "Nurses will march on Saturday.", "2023-07-22"),
        ("es", "Las enfermeras marcharán el sábado.", "2023-07-22"),
        ("en", "Nurses will march on Thursday.", "2023-07-27"),
        ("en", "Thousands to march Saturday", "2023-07-22"),
        ("es", "El gremio convocó a una marcha para el sábado.", "2023-07-22"),
        ("en", "The march called for Saturday drew hundreds.", "2023-07-15"),
        ("en", "The march expected on Saturday in Tela never took place.", "2023-07-15"),
        ("en", "The rally planned for Saturday in Tela never happened.", "2023-07-15"),
        ("en", "The rally planned for Saturday in Tela was cancelled.", "2023-07-22"),
        ("en", "Unions called a strike for Saturday and met the minister.", "2023-07-22"),
        ("es", "El bloqueo anunciado para el sábado en Tela finalmente no se concretó.", "2023-07-15"),
        ("es", "La marcha convocada para el sábado en Tela fue suspendida.", "2023-07-22"),
        ("es", "La marcha anunciada para el sábado reunió a cientos.", "2023-07-15"),
        ("es", "LAS ENFERMERAS MARCHARAN EL SABADO.", "2023-07-22"),
        ("en", "Saturday's rally was broken up.", "2023-07-15"),
        ("en", "Two clerks are likely to be held on Friday.", "2023-07-21"),
        ("es", "La marcha que iba a realizarse el viernes no llegó a nada.", "2023-07-21"),
    ],
)
def test_a_bare_weekday_looks_the_way_of_its_verb(language: str, words: str, day: str) -> None:
    assert days(words, language) == (day, day)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "They met last Thursday."),
        ("es", "Se reunieron el jueves pasado."),
        ("es", "Se reunieron el pasado jueves."),
    ],
)
def test_last_thursday_is_strictly_before_publication(language: str, words: str) -> None:
    assert days(words, language) == ("2023-07-13", "2023-07-13")


@pytest.mark.parametrize(
    ("language", "words", "first", "last"),
    [
        ("en", "It began in December.", "2022-12-01", "2022-12-31"),
        ("es", "Empezó en diciembre.", "2022-12-01", "2022-12-31"),
        ("en", "It will end in December.", "2023-12-01", "2023-12-31"),
        ("es", "Terminará en diciembre.", "2023-12-01", "2023-12-31"),
        ("en", "Two were shot on 9 January.", "2023-01-09", "2023-01-09"),
        ("en", "Two were shot on January 9th.", "2023-01-09", "2023-01-09"),
        ("es", "Dos murieron el 9 de enero.", "2023-01-09", "2023-01-09"),
        ("es", "Dos murieron el 9 de noviembre.", "2022-11-09", "2022-11-09"),
        ("en", "The law of 3 August last year was repealed.", "2022-08-03", "2022-08-03"),
        ("es", "La ley del 3 de agosto del año pasado fue derogada.", "2022-08-03", "2022-08-03"),
        ("en", "Roads were cut yesterday.", "2023-07-19", "2023-07-19"),
        ("es", "Hubo cortes anteayer.", "2023-07-18", "2023-07-18"),
        ("es", "Hubo disparos anoche.", "2023-07-19", "2023-07-19"),
        ("en", "Shots rang out last night.", "2023-07-19", "2023-07-19"),
        ("en", "It happened two weeks ago.", "2023-07-03", "2023-07-09"),
        ("es", "Ocurrió hace dos semanas.", "2023-07-03", "2023-07-09"),
        ("en", "In early June the river rose.", "2023-06-01", "2023-06-15"),
        ("es", "A mediados de marzo creció el río.", "2023-03-10", "2023-03-20"),
        ("en", "In the 1990s the mine closed.", "1990-01-01", "1999-12-31"),
        ("es", "La mina cerró en la década de 1990.", "1990-01-01", "1999-12-31"),
        ("es", "La mina cerró en los años 90.", "1990-01-01", "1999-12-31"),
        ("en", "In 1987 the mine closed.", "1987-01-01", "1987-12-31"),
        ("en", "It was signed on 12/31/2019.", "2019-12-31", "2019-12-31"),
        ("es", "Se firmó el 05/08/2019.", "2019-08-05", "2019-08-05"),
        ("en", "It was signed on 2019-08-05.", "2019-08-05", "2019-08-05"),
        ("es", "Se firmó el primero de mayo de 1998.", "1998-05-01", "1998-05-01"),
        ("en", "The summer of 2020 was dry.", "2020-06-01", "2020-08-31"),
        ("en", "On Good Friday 2020 the church was shut.", "2020-04-10", "2020-04-10"),
        ("es", "El Viernes Santo de 2020 cerró la iglesia.", "2020-04-10", "2020-04-10"),
        ("en", "It was founded in the third quarter of 2019.", "2019-07-01", "2019-09-30"),
        ("en", "On July 6, 14 dockers were held.", "2023-07-06", "2023-07-06"),
        ("en", "On July 6, nine dockers were held.", "2023-07-06", "2023-07-06"),
        ("en", "Ten were held on July 18, four of them dockers.", "2023-07-18", "2023-07-18"),
        ("en", "Shops were shut on July 6 and two were looted.", "2023-07-06", "2023-07-06"),
    ],
)
def test_a_date_covers_the_days_that_it_tells(language: str, words: str, first: str, last: str) -> None:
    assert days(words, language) == (first, last)


@pytest.mark.parametrize(
    ("language", "words", "first", "last"),
    [
        ("en", "Shops were shut on 1 and 2 July.", "2023-07-01", "2023-07-02"),
        ("es", "Las tiendas cerraron los días 1 y 2 de julio.", "2023-07-01", "2023-07-02"),
        ("en", "They met on the 27th, 28th, and 29th of May.", "2023-05-27", "2023-05-29"),
        ("en", "Shops were shut on July 6, 7 and 8.", "2023-07-06", "2023-07-08"),
        ("en", "Shops were shut on Wednesday and Thursday.", "2023-07-19", "2023-07-20"),
        ("es", "Las tiendas cerraron el miércoles y el jueves.", "2023-07-19", "2023-07-20"),
        ("en", "Shops were shut between Tuesday and Thursday.", "2023-07-18", "2023-07-20"),
        ("es", "Las tiendas cerraron del 6 al 9 de julio.", "2023-07-06", "2023-07-09"),
        ("en", "Shops were shut from 27 June to 3 July.", "2023-06-27", "2023-07-03"),
        ("en", "Shops were shut May 5-7.", "2023-05-05", "2023-05-07"),
        ("es", "La noche del sábado al domingo cerraron el puente.", "2023-07-15", "2023-07-16"),
        ("es", "Hubo marchas el fin de semana en Tela.", "2023-07-15", "2023-07-16"),
        ("es", "Este fin de semana marcharon cientos.", "2023-07-15", "2023-07-16"),
        ("es", "Los docentes pararán el fin de semana en Tela.", "2023-07-22", "2023-07-23"),
        ("es", "Hubo paro a fin de la semana.", "2023-07-20", "2023-07-23"),
    ],
)
def test_days_told_as_one_are_a_window(language: str, words: str, first: str, last: str) -> None:
    value = only(words, language)
    assert (str(value.from_), str(value.to), value.precision) == (first, last, Precision.WINDOW)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Roads blocked since 4 January."), ("es", "Vías bloqueadas desde el 4 de enero.")]
)
def test_since_leaves_the_end_open(language: str, words: str) -> None:
    assert days(words, language) == ("2023-01-04", None)


def test_days_apart_stay_two_dates() -> None:
    assert [m.text for m in dates("They marched on 3 July, and again on 9 July.", "en")] == ["3 July", "9 July"]


@pytest.mark.parametrize(
    ("language", "words", "type_", "timex"),
    [
        ("en", "After seven months of talks.", TimexType.DURATION, "P7M"),
        ("es", "Tras siete meses de diálogo.", TimexType.DURATION, "P7M"),
        ("en", "A 48-hour strike.", TimexType.DURATION, "PT48H"),
        ("es", "Un paro de 48 horas.", TimexType.DURATION, "PT48H"),
        ("en", "They meet every Monday.", TimexType.SET, "XXXX-WXX-1"),
        ("es", "Se reúnen todos los días.", TimexType.SET, "P1D"),
    ],
)
def test_durations_and_sets_have_no_days(language: str, words: str, type_: TimexType, timex: str) -> None:
    value = only(words, language)
    assert (value.type, value.timex, value.from_, value.to) == (type_, timex, None, None)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Day 196 of the strike, on the 14th floor."),
        ("es", "En el décimo día de paro."),
        ("en", "The 46th anniversary was quiet."),
        ("en", "You may march if you want; may they march?"),
        ("en", "Some 2000 people and 1,987 dogs."),
        ("es", "La plaza Dos de Mayo y la avenida 9 de Julio."),
        ("es", "Julio Paredes y Domingo Rojas declararon."),
        ("en", "Rosa M., a 45-year-old, is 19 years old no more."),
        ("en", "Call 555-0147 or see order 217-05-06-2019."),
        ("es", "El mar está picado."),
    ],
)
def test_what_only_looks_like_a_date_is_none(language: str, words: str) -> None:
    assert dates(words, language) == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "They marched yesterday."),
        ("en", "They marched on Monday."),
        ("es", "Marcharon el 9 de enero."),
        ("es", "Marcharon la semana pasada."),
    ],
)
def test_without_a_day_of_publication_nothing_is_guessed(language: str, words: str) -> None:
    value = only(words, language, None)
    assert (value.from_, value.to, value.anchor) == (None, None, Anchor.NONE)


def test_an_explicit_date_needs_no_publication() -> None:
    value = only("On 5 May 2019 they marched.", "en", None)
    assert (value.from_, value.anchor) == (dt.date(2019, 5, 5), Anchor.EXPLICIT)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The guard fired on 9 January 2023. The next day, crowds came."),
        ("es", "La guardia disparó el 9 de enero de 2023. Al día siguiente llegó la gente."),
    ],
)
def test_the_next_day_is_counted_from_the_text(language: str, words: str) -> None:
    value = dates(words, language)[1].value
    assert isinstance(value, DateValue)
    assert (value.from_, value.anchor) == (dt.date(2023, 1, 10), Anchor.TEXT)


def test_every_date_tells_the_rule_behind_it() -> None:
    assert all(mention.why for mention in dates("On Monday, 5 May 2019, for two weeks, every day.", "en"))


PIECES = [
    *("①", "²", "٣", "½", "9" * 30),
    *(
        "el",
        "lunes",
        "3",
        "de",
        "julio",
        "desde",
        "al",
        "pasado",
        "5/7",
        "2019",
        "1.º",
        "décimo",
        "siglo",
        "XXI",
        "mañana",
    ),
    *(
        "on",
        "Monday",
        "July",
        "4th",
        "last",
        "three",
        "weeks",
        "ago",
        "from",
        "to",
        "-",
        "the",
        "1990",
        "s",
        "half",
        "a",
        "31",
        "99",
    ),
    *(
        "between",
        "and",
        "year",
        "February",
        "29",
        "30",
        "hace",
        "dos",
        "años",
        "next",
        "3000",
        "0",
        "century",
        "trimestre",
        "10:35",
        "p.m.",
    ),
]
SENTENCES = st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join)


@settings(max_examples=300)
@given(SENTENCES | st.text(max_size=60), st.sampled_from(["en", "es"]), st.dates() | st.none())
def test_any_text_is_read_and_every_mention_holds_its_words(
    words: str, language: str, published: dt.date | None
) -> None:
    for mention in dates(words, language, published):
        assert words[mention.start : mention.end] == mention.text != ""
        value = mention.value
        assert isinstance(value, DateValue)
        assert value.from_ is None or value.to is None or value.from_ <= value.to


@given(SENTENCES, st.sampled_from(["en", "es"]), st.integers(1, 40))
def test_shifting_the_text_shifts_every_date(words: str, language: str, size: int) -> None:
    before = dates(words, language)
    after = dates("\n" * size + words, language)
    assert [(m.start + size, m.end + size, m.value) for m in before] == [(m.start, m.end, m.value) for m in after]


@given(SENTENCES, st.sampled_from(["en", "es"]))
def test_a_sentence_after_changes_no_date_before(words: str, language: str) -> None:
    before = dates(f"{words}.\n\n", language)
    after = dates(f"{words}.\n\nIt ended on 1 May 1998.", language)
    assert after[: len(before)] == before


@pytest.mark.parametrize("published", [dt.date.min, dt.date.max])
def test_a_day_at_the_end_of_the_calendar_breaks_nothing(published: dt.date) -> None:
    assert dates("Yesterday, last century and in three decades; the week before 1 January.", "en", published)


@pytest.mark.parametrize("words", ["July 4, ", "lunes, ", "one hundred and ", "de ", "1990s ", "1-"])
def test_a_long_run_of_the_same_words_is_read_in_the_end(words: str) -> None:
    reading = read_text(Text("t", words * 1500, "es" if words == "lunes, " else "en", THURSDAY), DATES)
    assert len(reading.mentions) < 2000


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Over the past three weeks the river rose."), ("es", "En las últimas tres semanas creció el río.")],
)
def test_a_span_up_to_publication_is_a_window(language: str, words: str) -> None:
    value = only(words, language)
    assert (value.type, value.timex) == (TimexType.DATE, "P3W")
    assert (str(value.from_), str(value.to)) == ("2023-06-29", "2023-07-19")


@pytest.mark.parametrize(
    ("language", "words", "span"),
    [
        ("en", "The pass was closed from April until the end of June.", ("2023-04-01", "2023-06-30")),
        ("es", "El paso estuvo cerrado desde marzo hasta fines de mayo.", ("2023-03-01", "2023-05-31")),
        ("es", "El paso estuvo cerrado de abril a mediados de 2021.", ("2021-04-01", "2021-08-31")),
        ("en", "The pass was closed from November to the middle of 2021.", ("2020-11-01", "2021-08-31")),
        ("es", "El paso estuvo cerrado de ene. a mar. de 2022.", ("2022-01-01", "2022-03-31")),
    ],
)
def test_a_span_ends_within_a_year_of_the_month_in_which_it_begins(
    language: str, words: str, span: tuple[str, str]
) -> None:
    assert days(words, language) == span


@pytest.mark.parametrize(
    ("language", "words", "day"),
    [
        ("es", "El gremio anunció que hoy jueves marchará.", "2023-07-20"),
        ("es", "Ayer, miércoles, marcharon.", "2023-07-19"),
        ("en", "The union will march tomorrow, Friday.", "2023-07-21"),
    ],
)
def test_a_weekday_beside_today_is_that_day(language: str, words: str, day: str) -> None:
    assert days(words, language) == (day, day)


@pytest.mark.parametrize(
    ("language", "words", "first"),
    [
        ("en", "On August 8 drivers marched.", "2022-08-08"),
        ("es", "El 8 de agosto, choferes de Ica pararon tres días.", "2022-08-08"),
        ("en", "In August, drivers marched.", "2022-08-01"),
        ("es", "El 8 de agosto, dijeron, marcharán.", "2023-08-08"),
        ("en", "The union said drivers would march on August 8.", "2023-08-08"),
    ],
)
def test_a_day_that_opens_a_sentence_in_the_past_is_past(language: str, words: str, first: str) -> None:
    found = [mention.value for mention in dates(words, language) if isinstance(mention.value, DateValue)]
    assert str(found[0].from_) == first


@pytest.mark.parametrize(
    ("language", "words", "day"),
    [
        ("en", "The miners' strike of 2011 is remembered. A boy was shot on June 6 of that year.", "2011-06-06"),
        ("es", "Se recuerda la huelga minera de 2011. El 6 de junio de ese año murió un joven.", "2011-06-06"),
        ("en", "The strike of 2011 began on March 2. On March 14 the governor gave in.", "2011-03-14"),
        ("es", "La huelga de 2011 comenzó el 2 de marzo. El 14 de marzo cedió el gobernador.", "2011-03-14"),
        ("en", "On Tuesday the clerks, who had sat there since Friday, left. That night nurses came.", "2023-07-18"),
        ("es", "El martes salieron los que estaban allí desde el viernes. Esa noche llegaron otros.", "2023-07-18"),
        ("en", "On Monday the clerks left. That Wednesday the nurses came.", "2023-07-19"),
        ("es", "El lunes 10, salieron los empleados. Ese mismo jueves llegaron las enfermeras.", "2023-07-13"),
    ],
)
def test_a_date_goes_on_from_the_one_told_before(language, words, day):
    value = dates(words, language)[-1].value
    assert isinstance(value, DateValue)
    assert (value.from_, value.to) == (dt.date.fromisoformat(day),) * 2


@pytest.mark.parametrize(
    ("language", "words", "day"),
    [
        ("en", "In 2011 the mine was sold. On 14 June the miners marched.", "2023-06-14"),
        ("en", "On 9 January 2022 the road was cut.\n\nOn 14 February the miners marched.", "2023-02-14"),
        ("en", "Roads have been cut since Monday. That day the miners marched.", "2023-07-17"),
    ],
)
def test_a_date_far_from_the_one_told_before_is_of_the_year_of_the_page(language, words, day):
    value = dates(words, language)[-1].value
    assert isinstance(value, DateValue)
    assert value.from_ == dt.date.fromisoformat(day)


def test_the_counted_day_of_a_strike_is_no_day_of_the_month():
    assert dates("En el día 12 de la huelga marcharon otra vez.", "es") == []
    assert days("Marcharon el día 12.", "es") == ("2023-07-12",) * 2


@pytest.mark.parametrize(
    ("language", "words", "day"),
    [
        ("es", "Los mineros llegaron a las 5:40 horas de este miércoles a Tela.", "2023-07-19"),
        ("es", "Los mineros llegarán a las 5:40 horas de este miércoles a Tela.", "2023-07-26"),
        ("en", "Miners arrived at 5:40 this Wednesday in Leeds.", "2023-07-19"),
        ("en", "Miners will arrive at 5:40 this Wednesday in Leeds.", "2023-07-26"),
    ],
)
def test_the_mark_within_an_hour_parts_no_verb_from_its_day(language: str, words: str, day: str) -> None:
    values = [mention.value for mention in dates(words, language)]
    assert day in {value.from_.isoformat() for value in values if isinstance(value, DateValue) and value.from_}


def test_the_last_day_is_read_where_a_language_has_no_word_for_the_one_before() -> None:
    reading = read_text(Text("t", "What happened on the last day?", "en", dt.date(2023, 7, 20)))
    assert [mention.text for mention in reading.mentions if isinstance(mention.value, DateValue)] == ["the last day"]
