"""Names of private people are blacked out, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constancia.publish.privacy import BLACK, Mask

HERE = Mask.of(["Rosa Tilcara Benavente"]).for_page(["Rosa Tilcara Benavente"], ["Plaza Tilcara", "Julio Benavente"])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Rosa Tilcara Benavente was hurt", "██████████████████████ was hurt"),
        ("ROSA TILCARA BENAVENTE", "██████████████████████"),
        ("Rosa Tilcara, 19", "████████████, 19"),
        ("Rosa\nTilcara", "████████████"),
        ("Rósa Tilcará", "████████████"),
        ("Ms Tilcara spoke", "Ms ███████ spoke"),
        ("Rosa spoke", "████ spoke"),
        ("a rosa in bloom", "a rosa in bloom"),
        ("Rosario marched", "Rosario marched"),
        ("in Plaza Tilcara", "in Plaza Tilcara"),
        ("minister Julio Benavente said", "minister Julio Benavente said"),
        ("40 bakers marched", "40 bakers marched"),
    ],
)
def test_on_a_page_that_names_a_person_the_name_and_its_parts_are_masked(text: str, shown: str) -> None:
    assert HERE.text(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Rosa Tilcara Benavente", "██████████████████████"),
        ("Rosa Benavente left", "██████████████ left"),
        ("Rosa marched in Tilcara", "Rosa marched in Tilcara"),
    ],
)
def test_on_other_pages_only_whole_names_are_masked(text: str, shown: str) -> None:
    assert Mask.of(["Rosa Tilcara Benavente"]).for_page([], []).text(text) == shown


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://echo.example/2024/rosa-tilcara-hurt", "https://echo.example/2024/████████████-hurt"),
        ("https://echo.example/ros%C3%A1_tilcara", "https://echo.example/████████████"),
        ("https://echo.example/plaza", "https://echo.example/plaza"),
        ("https://echo.example/caf%C3%A9", "https://echo.example/caf%C3%A9"),
    ],
)
def test_names_are_masked_in_addresses(url: str, shown: str) -> None:
    assert HERE.address(url) == shown


def test_a_part_of_a_name_that_is_a_place_of_the_page_stays() -> None:
    mask = Mask.of(["Julia Lima"]).for_page(["Julia Lima"], ["Lima"])
    assert mask.text("Julia Lima marched in Lima") == "██████████ marched in Lima"


def test_who_is_no_private_person_of_the_record_is_shown_though_a_page_takes_them_for_one() -> None:
    assert Mask.of(["Rosa Tilcara"]).for_page(["Julio Benavente"], []).text("Benavente left") == "Benavente left"


def test_a_possessive_is_no_part_of_a_name() -> None:
    mask = Mask.of(["Rosa Tilcara’s"])
    assert mask.is_private("Rosa Tilcara")
    assert mask.text("Rosa Tilcara left") == "████████████ left"


def test_every_string_of_a_json_value_is_masked() -> None:
    value = {"name": "Rosa Tilcara", "who": [{"text": "Rosa Tilcara, 19"}], "number": 1, "none": None}
    shown = {"name": BLACK * 12, "who": [{"text": BLACK * 12 + ", 19"}], "number": 1, "none": None}
    assert HERE.value(value) == shown


@given(st.text(max_size=200))
def test_masking_keeps_the_length(text: str) -> None:
    assert len(HERE.text(text)) == len(text)


@given(st.text(alphabet="RosaTilcr Benvt\n-█", max_size=80))
def test_masking_twice_is_masking_once(text: str) -> None:
    assert HERE.text(HERE.text(text)) == HERE.text(text)


def test_a_record_without_private_names_is_left_alone() -> None:
    assert Mask.of([]).for_page([], ["Julio Benavente"]).text("Julio Benavente") == "Julio Benavente"
