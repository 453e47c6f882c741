"""Who is named in what is kept: private, harmed, or public by a post or an office."""

import pytest

from constancia.store.rows import Standing, people_in


def actor(**changes: object) -> dict[str, object]:
    return {"name": "Nora Quinta", "role": "union", "is_private": False, **changes}


@pytest.mark.parametrize(
    ("value", "standings"),
    [
        (actor(), {Standing.POST}),
        (actor(role="government"), {Standing.OFFICE}),
        (actor(role="other"), {Standing.OFFICE}),
        (actor(role="other", organisation="Torneros"), {Standing.POST}),
        (actor(is_private=True), {Standing.PRIVATE}),
        (
            {"type": "COERCE", "actors": [actor(is_private=True, part="recipient")]},
            {Standing.PRIVATE, Standing.HARMED},
        ),
        ({"type": "PROTEST", "actors": [actor(is_private=True, part="actor")]}, {Standing.PRIVATE}),
        ({"type": "COERCE", "actors": [actor(role="government", part="recipient")]}, {Standing.OFFICE}),
    ],
)
def test_a_person_is_told_as_the_record_has_them(value: dict[str, object], standings: set[Standing]) -> None:
    assert set(people_in([{"mentions": value}])) == {("Nora Quinta", standing) for standing in standings}
