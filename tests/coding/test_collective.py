"""What a crowd does before an address, for a contested reason or with what protests carry, whatever the verb."""

import pytest

from constancia.coding.clauses.parser import parse
from constancia.coding.clauses.syntax import Parse
from constancia.coding.drafts.collective import collective_act
from constancia.coding.story import Story
from constancia.model import Text
from constancia.read import read_text
from tests.coding.telling import reports_of


def protests_in(text: str, language: str) -> list[str]:
    return [r.status for r in reports_of(text, language) if r.type == "PROTEST"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Beekeepers spilled honey on the prefecture's steps in Bern on Monday over import prices."),
        ("en", "About 40 cleaners taped mops to the doors of the ministry on Monday."),
        ("en", "Rope makers in Split coiled ropes around the mayor's car on Monday, calling for overdue wages."),
        ("en", "Dismissed constables pinned badges to the palace fence on Monday to demand their pensions."),
        (
            "en",
            "With candles and portraits, rope makers' widows honoured their men at the prefecture's gates on Monday.",
        ),
        ("en", "A flotilla of rafts circled the dredger on Monday to stop the works."),
        ("es", "Los cordeleros se encaramaron a los silos el lunes para impedir la obra."),
        ("es", "Los apicultores derramaron miel ante la prefectura el lunes por el precio."),
        ("es", "Unas 40 limpiadoras ataron escobas a las puertas del ministerio el lunes."),
        ("es", "Los cordeleros amarraron sogas al auto del alcalde el lunes en reclamo de jornales."),
        ("es", "Las viudas del ingenio mostraron zapatos vacíos el lunes para exigir justicia."),
    ],
)
def test_a_crowd_that_acts_for_a_reason_or_before_an_address_protests(language: str, text: str) -> None:
    assert protests_in(text, language) == ["occurred"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Beekeepers carried honey to the mayor's office on Monday for the town's birthday."),
        ("en", "Beekeepers sold their hives on Monday over low prices."),
        ("en", "Soldiers emptied sacks of sand before the ministry on Monday against the flood."),
        ("en", "A beekeeper emptied a jar at the ministry's gates on Monday over import prices."),
        ("en", "Beekeepers handed a petition to the ministry on Monday over import prices."),
        ("en", "Beekeepers painted their hives on Monday, and the mayor called for calm over import prices."),
        ("en", "Two beekeepers were surrounded by a crowd at the mine on Monday."),
        ("es", "Los apicultores llevaron miel a la alcaldía el lunes por el aniversario de la villa."),
        ("es", "Los apicultores vendieron sus colmenas el lunes por los precios bajos."),
        ("es", "Los turistas derramaron vino ante la bodega el lunes."),
        ("es", "Los apicultores presentaron un recurso contra la ley el lunes."),
    ],
)
def test_everyday_acts_trade_and_paper_are_no_protest(language: str, text: str) -> None:
    assert protests_in(text, language) == []


def test_what_a_crowd_will_do_is_planned() -> None:
    assert protests_in("Beekeepers will empty jars before the prefecture on Friday over prices.", "en") == ["planned"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Weavers marched in Bern on Monday over the deaths of 31 weavers in the raids."),
        ("en", "Weavers marched in Bern on Monday to demand the release of 31 detained weavers."),
        ("es", "Los tejedores marcharon el lunes por la muerte de 31 tejedores en los operativos."),
    ],
)
def test_those_for_whom_people_march_came_to_no_harm_at_the_march(language: str, text: str) -> None:
    (march,) = [r for r in reports_of(text, language) if r.type == "PROTEST"]

    assert [claim.measure for claim in march.claims if claim.measure in ("killed", "arrested")] == []


def test_the_dead_of_the_next_sentence_are_not_of_a_protest_without_a_word_for_it() -> None:
    text = "Weavers emptied baskets before the prefecture in Bern on Monday. The union says 31 people have died."
    (baskets,) = [r for r in reports_of(text, "en") if r.type == "PROTEST"]

    assert baskets.claims == ()


@pytest.mark.parametrize(
    ("text", "is_parsed"),
    [
        ("Two residents used the bridge.", False),
        ("Two residents used the bridge over unpaid wages.", True),
        ("Two residents used the bridge with banners.", True),
        ("The lake flooded the bridge over the highway with torches.", False),
        ("Two residents sat in the garden.", False),
        ("Two residents sat in the garden in protest.", True),
    ],
)
def test_a_sentence_whose_signs_cannot_be_enough_is_not_parsed(text: str, *, is_parsed: bool) -> None:
    parsed: list[int] = []

    def parse_sentence(sentence: int) -> Parse:
        parsed.append(sentence)
        return parse(reading.sentences[sentence].tokens, "en")

    reading = read_text(Text("t", text, "en"))
    collective_act(Story(reading, parse_sentence), 0, [])
    assert bool(parsed) is is_parsed
