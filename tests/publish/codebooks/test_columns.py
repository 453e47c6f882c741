"""The columns of every codebook are those that its project publishes; every format is whole, masked and repeatable."""

import csv
import json
import re
from pathlib import Path

import pytest

from constancia.errors import UsageError
from constancia.flow.release import StoredRecord
from constancia.publish.codebooks import CODEBOOKS, export_codebook, policy_name
from constancia.publish.codebooks.book import country, country_named, load_book, roles
from constancia.store import Store, page_rows
from constancia.vocabulary import EventType, Mode, PlacePrecision, Policy, Role
from tests import record_nouns as nouns
from tests.shared_data import shared_path

# file of ours, and how its list begins in the published column lists
PUBLISHED = {
    ("acled", "acled.csv"): "**ACLED**",
    ("ccc", "ccc.csv"): "**CCC**",
    ("ucdp", "ged.csv"): "**UCDP GED**",
    ("mm", "mm.csv"): "**Mass Mobilization**",
    ("mmad", "reports.csv"): "**MMAD reports.csv**",
    ("polecat", "polecat.tsv"): "**POLECAT TSV**",
    ("plover", "plover.jsonl"): "**PLOVER JSON(L)**",
    ("ftm", "statements.csv"): "**FtM statement**",
    ("gdelt", "mentions.tab"): "Mentions (16)",
}
COUNTS = {
    ("acled", "acled.csv"): 31, ("ucdp", "ged.csv"): 49, ("mm", "mm.csv"): 31, ("polecat", "polecat.tsv"): 40,
    ("gdelt", "events.tab"): 61, ("gdelt", "mentions.tab"): 16, ("mmad", "reports.csv"): 17,
    ("ftm", "statements.csv"): 13,
}  # fmt: skip


def published(start: str) -> list[str]:
    """Read a list of columns: what stands behind the colon up to the full stop, with ranges written out."""
    text = shared_path("peers.md").read_text(encoding="utf-8")
    listed = (
        re.sub(r"\([^)]*\)", "", text[text.index(start) + len(start) :]).split(":", 1)[1].lstrip().split("\n", 1)[0]
    )
    listed = re.split(r"\.(?:\s|$)", listed.replace("...", ""))[0]
    names: list[str] = []
    for name in (part.strip(" *[]").removesuffix("[]").rstrip("*") for part in listed.split(",")):
        numbered = re.fullmatch(r"(\w+?)(\d)-(\d)", name)
        names += [f"{numbered[1]}{at}" for at in range(1, int(numbered[3]) + 1)] if numbered else [name]
    return names


@pytest.mark.shared
@pytest.mark.parametrize(("codebook", "file"), sorted(PUBLISHED))
def test_columns_are_the_published_ones_in_their_order(codebook: str, file: str) -> None:
    ours = list(load_book(codebook).files[file])
    theirs = published(PUBLISHED[codebook, file])
    if codebook == "ccc":  # source_1..source_n is as many as there are
        ours = [name for name in ours if not name.startswith("source_")]
        theirs = [name for name in theirs if not name.startswith("source_")]
    assert ours == [re.sub(r"\[\]|\*", "", name) for name in theirs]


@pytest.mark.parametrize(("key", "count"), sorted(COUNTS.items()))
def test_the_number_of_columns_is_the_published_one(key: tuple[str, str], count: int) -> None:
    columns = load_book(key[0]).files[key[1]]
    assert len(columns) == len(set(columns)) == count


def test_gdelt_tells_each_of_three_places_by_the_same_eight_columns() -> None:
    columns = load_book("gdelt").files["events.tab"]
    for who in ("Actor1", "Actor2", "Action"):
        parts = [name.removeprefix(f"{who}Geo_") for name in columns if name.startswith(f"{who}Geo_")]
        assert parts == ["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"]


@pytest.mark.parametrize("codebook", sorted(CODEBOOKS))
def test_every_codebook_names_a_policy_and_what_it_never_holds(codebook: str) -> None:
    assert Policy(policy_name(codebook))
    assert load_book(codebook).not_held


def test_every_word_of_ours_has_one_of_theirs() -> None:
    assert set(roles()) == set(Role)
    assert set(load_book("plover").lists["quad_code"]) == set(EventType)
    assert set(load_book("gdelt").lists["cameo"]) >= set(EventType)
    assert set(load_book("gdelt").lists["cameo"]) <= {*EventType, *Mode}
    assert set(load_book("ucdp").lists["where_prec"]) == set(PlacePrecision)


def test_a_country_is_found_by_code_and_by_name() -> None:
    peru = country("PE")
    assert peru is not None
    assert (peru.iso3, peru.iso_numeric, peru.fips, peru.cow, peru.acled_region) == (
        "PER",
        604,
        "PE",
        135,
        "South America",
    )
    assert country_named("peru") is peru
    assert country(None) is None


@pytest.fixture
def store(tmp_path: Path):
    with Store(str(tmp_path / "record.db")) as opened:
        opened.add_snapshots([nouns.snapshot(1)])
        opened.add_pages([page_rows(nouns.work(1))])
        opened.put_ledger(nouns.linking(1), [nouns.toll(1)], "test")
        yield opened


@pytest.mark.parametrize("codebook", sorted(CODEBOOKS))
def test_an_export_is_masked_repeatable_and_tells_its_losses(store: Store, tmp_path: Path, codebook: str) -> None:
    policy = Policy(policy_name(codebook))
    for name in ("one", "two", "two"):  # the last takes the place of the one before
        export_codebook(StoredRecord(store, policy), tmp_path / name, codebook, policy)
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two
    assert set(one) == {*load_book(codebook).files, "lossiness.json", "lossiness.md"}
    assert b"Tilcara" not in b"".join(one.values())
    report = json.loads(one["lossiness.json"])
    assert report["policy"] == policy
    assert [loss["ids"] for loss in report["losses"] if loss["kind"] == "toll"] == [[nouns.toll(1).toll_id]]
    assert all(loss["count"] == len(loss["ids"]) for loss in report["losses"])


def test_a_csv_comes_back_as_it_was_written(store: Store, tmp_path: Path) -> None:
    export_codebook(StoredRecord(store, Policy.CCC), tmp_path / "out", "ccc", "ccc")
    with (tmp_path / "out" / "ccc.csv").open(encoding="utf-8", newline="") as file:
        (one,) = csv.DictReader(file)
    assert tuple(one) == load_book("ccc").files["ccc.csv"]
    assert (one["date"], one["locality"], one["size_mean"], one["size_cat"]) == ("2024-05-06", "Villa Rosal", "40", "1")


def test_a_folder_of_other_files_is_left_alone(store: Store, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "thesis.txt").write_text("mine")
    with pytest.raises(UsageError, match="no such export"):
        export_codebook(StoredRecord(store, Policy.CCC), tmp_path / "own", "ccc", "ccc")
    assert [path.name for path in (tmp_path / "own").iterdir()] == ["thesis.txt"]
