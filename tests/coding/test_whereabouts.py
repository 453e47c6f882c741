"""Where a speaker was is not where it happened."""

import pytest

from constancia.vocabulary import EventType
from tests.coding.telling import reports_of


def places(text, language="en"):
    told = [each for each in reports_of(text, language) if each.type in (EventType.ASSAULT, EventType.PROTEST)]
    assert told
    return {each.place.name for each in told if each.place is not None}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Raiders set fire to a bakery on Monday. The minister, on a visit to Oslo, condemned the attack."),
        ("en", "Guards shot dead two bakers on Monday. Speaking in Oslo, an envoy deplored the killings."),
        ("en", "Guards shot dead two bakers on Monday. From exile in Oslo, the guild's head condemned the killings."),
        ("en", "The guild's head told a conference in Oslo that guards had shot dead two bakers on Monday."),
        (
            "en",
            "Bakers marched on Monday. The miller, who is attending a summit in Oslo, said the march was small.",
        ),
        ("es", "La guardia mató a dos panaderos el lunes. El ministro, de visita en Oslo, condenó los asesinatos."),
        ("es", "Desde Oslo, el gremio condenó el asesinato de dos panaderos el lunes."),
    ],
)
def test_a_speakers_whereabouts_place_no_deed(language, text):
    assert not places(text, language) & {"Oslo", "Norway", "Noruega"}


@pytest.mark.parametrize(
    ("language", "text", "town"),
    [
        ("en", "Bakers protested against the minister on Monday during his visit to Gulu.", "Gulu"),
        ("en", "The minister, on a visit to Gulu, was pelted with stones by bakers on Monday.", "Gulu"),
        ("en", "The miller told a rally in Gulu on Monday that flour was dear.", "Gulu"),
        ("es", "Panaderos protestaron el lunes durante la visita del ministro a Cusco.", "Cusco"),
        ("es", "Desde Cusco, cientos de panaderos marcharon el lunes.", "Cusco"),
    ],
)
def test_a_visit_that_a_crowd_met_is_where_it_was(language, text, town):
    assert town in places(text, language)
