"""Which names a page tells of whom, and rows without the private ones."""

from constancia.model import ActorValue, Coding, Extent, Mention, PlaceValue, Span, SpeakerValue
from constancia.publish import tables
from constancia.publish.bundle import PageBundle
from constancia.publish.masking import masked_row, private_names, public_names
from constancia.publish.privacy import Mask
from constancia.publish.rows import Row, claim_rows
from constancia.vocabulary import Feature, QuotationKind, Role
from tests import record_nouns as nouns


def bundle(*values: ActorValue | PlaceValue | SpeakerValue) -> PageBundle:
    page = nouns.page()
    passage_id = page.passages[0].passage_id
    mentions = tuple(Mention(0, 6, "Bakers", value) for value in values)
    coding: Coding = nouns.coding(passage_id)
    return PageBundle(page, {passage_id: mentions}, {passage_id: coding}, {}, {}, {})


def test_private_people_are_told_by_mentions_and_by_actors_of_reports() -> None:
    one = bundle(ActorValue(Role.INDIVIDUAL, "Julia Lima", is_private=True), ActorValue(Role.POLICE))
    assert sorted(private_names(one)) == ["Julia Lima", "Rosa Tilcara"]


def test_office_holders_organisations_and_places_are_public() -> None:
    minister = ActorValue(Role.GOVERNMENT, "Julio Benavente", organisation="Flour Ministry")
    assert set(public_names(bundle(minister, PlaceValue("Villa Rosal", Feature.CITY)))) == {
        "Julio Benavente",
        "Flour Ministry",
        "Bakers",
    }


def test_a_surname_alone_is_not_made_public_by_being_quoted() -> None:
    speaker = SpeakerValue(Span(0, 7, "Tilcara"), None, Extent(8, 9), QuotationKind.DIRECT, None, "Tilcara")
    page = bundle(speaker, ActorValue(Role.UNION, "Tilcara"))
    mask = Mask.of(private_names(page)).for_page(private_names(page), public_names(page))
    assert mask.text("Tilcara spoke for the bakers") == "███████ spoke for the bakers"


def test_a_row_without_private_names_is_the_same_row() -> None:
    row: Row = next(iter(claim_rows(bundle())))
    assert masked_row(row, tables.CLAIMS, Mask.of(["Julia Lima"])) is row


def test_ids_and_hashes_are_never_masked() -> None:
    row: Row = dict.fromkeys(tables.SNAPSHOTS.names()) | {"sha256": "Julia Lima", "url": "a/julia-lima.html"}
    masked = masked_row(row, tables.SNAPSHOTS, Mask.of(["Julia Lima"]))
    assert masked["sha256"] == "Julia Lima"
    assert masked["url"] == "a/██████████.html"


def test_a_single_name_marked_private_is_masked_in_lists_of_actors() -> None:
    row: Row = dict.fromkeys(tables.EVENTS.names()) | {
        "actors": [{"name": "Pedrito", "is_private": True}, {"name": "Pedrito", "is_private": False}]
    }
    masked = masked_row(row, tables.EVENTS, Mask.of(["Pedrito"]))
    assert [actor["name"] for actor in masked["actors"]] == ["███████", "Pedrito"]
