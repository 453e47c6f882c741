"""Towns that a text without its country's name tells of, put there by its other words and towns."""

from constancia.model import Text
from constancia.read import read_text


def countries_of(text: str, language: str) -> list[str | None]:
    reading = read_text(Text("t", text, language=language), frozenset({"place"}))
    return [mention.value.country for mention in reading.mentions]


def test_a_namesake_abroad_that_nothing_speaks_for_gives_way_to_the_town_at_home():
    panama = "Los panaderos cerraron la vía en David. El Suntracs marchó en Santiago y en Colón hubo seis detenidos."
    assert countries_of(panama, "es") == ["PA", "PA", "PA"]
    chile = "El Suntracs protestó en David por los obreros de Valparaíso, Concepción y Santiago."
    assert countries_of(chile, "es")[1:] == ["CL", "CL", "CL"]


def test_words_that_a_few_countries_share_speak_for_each_of_them():
    assert countries_of("La PNC detuvo a seis panaderos en La Libertad, y el FMLN protestó en Santa Ana.", "es") == [
        "SV",
        "SV",
    ]
    assert countries_of("Residents in Newcastle marched. CFMEU members met in Perth.", "en") == ["AU", "AU"]
