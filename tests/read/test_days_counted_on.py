"""Days that are counted from what a text told last, and those that are not."""

import pytest

from tests.read.test_dates import dates


@pytest.mark.parametrize(
    ("language", "words", "last"),
    [
        ("en", "The law is of 2012. That year, in June, six died.", ("2012-06-01", "2012-06-30")),
        ("es", "La ley es de 2012. Ese mismo año, el 15 de junio, hubo seis muertos.", ("2012-06-15", "2012-06-15")),
        ("es", "Los cortes crecieron en mayo. El 23 de ese mes hubo un choque.", ("2023-05-23", "2023-05-23")),
        ("en", "The cuts began in May. By the end of that month six had died.", ("2023-05-16", "2023-05-31")),
        ("en", "Bakers met on Tuesday. A picket two days before drew twenty.", ("2023-07-16", "2023-07-16")),
        ("en", "Bakers met on 3 July. Two days after that, guards came.", ("2023-07-05", "2023-07-05")),
        ("es", "Se reunieron el martes. El día previo hubo un choque.", ("2023-07-17", "2023-07-17")),
        ("es", "Se reunieron el lunes. Al otro día hubo un choque.", ("2023-07-18", "2023-07-18")),
        ("es", "Se reunieron el 3 de julio. A los dos días hubo un choque.", ("2023-07-05", "2023-07-05")),
        ("en", "The cuts began in May. Three days later guards came.", (None, None)),
        ("es", "Al otro día se fueron.", (None, None)),
        ("en", "In 2018 bakers marched to Colombo in December.", ("2018-12-01", "2018-12-31")),
        ("es", "En 2019 los panaderos pararon el 3 de noviembre.", ("2019-11-03", "2019-11-03")),
        ("en", "The law of 2018 was changed in October.", ("2022-10-01", "2022-10-31")),
        ("es", "Se reunieron el martes. La víspera hubo un choque.", ("2023-07-17", "2023-07-17")),
        ("en", "Bakers met on Tuesday. The day before, guards had come.", ("2023-07-17", "2023-07-17")),
        ("es", "Hubo otro en la segunda quincena de marzo.", ("2023-03-16", "2023-03-31")),
    ],
)
def test_days_are_counted_from_what_the_text_told_last(language, words, last):
    value = dates(words, language)[-1].value
    assert tuple(day and day.isoformat() for day in (value.from_, value.to)) == last


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Two days before the vote guards came."),
        ("en", "Two days after bakers had met guards came."),
        ("es", "A los dos días de huelga llegaron los guardias."),
        ("es", "A los 19 años fue panadero."),
        ("es", "La víspera de la marcha llegaron los guardias."),
        ("en", "The day before the march guards came."),
    ],
)
def test_days_counted_from_a_noun_or_an_age_are_no_day(language, words):
    assert all(mention.value.from_ is None for mention in dates(words, language))
