"""Linked facts to the rows of the kept index, and rows of it back to what `link.joining` works on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import orjson

from constancia.codec import dumps, loads
from constancia.flow.copying import print_rows, printed_rows, repeat_row
from constancia.flow.tolling import toll_claim_rows
from constancia.link.campaigns import Sighting
from constancia.link.copies import Repeat
from constancia.link.facts import Facts
from constancia.link.joining import LIKED, POSTED, STANDING, Liked, number_of, standing_of
from constancia.link.judgements import NamedRuling
from constancia.link.linking import Linked, sightings
from constancia.link.months import Months
from constancia.link.prints import Prints
from constancia.link.rarity import Census, Yardstick
from constancia.tally import LedgerClaim

Row = dict[str, Any]
Array = npt.NDArray[np.void]

_AT_ONCE = 5_000
_CENSUSES = ("quotes", "stories", "names", "ages")
_FIELDS = tuple(STANDING.names or ())


def index_rows(
    linked: Linked, prints: Prints, repeats: Iterable[Repeat], tolls: Iterable[LedgerClaim]
) -> list[tuple[str, Iterable[list[Row]]]]:
    """Give the rows by which a page more can be linked to all that was linked, some at a time."""
    facts = linked.facts
    return [
        ("standing", _stretches(standing_rows(standing_of(facts)))),
        ("lookup", _stretches(_lookup_rows(facts))),
        ("islands", _stretches(_island_rows(linked))),
        ("sightings", _stretches(sighting_rows(sightings(facts)))),
        ("prints", _stretches(print_rows(prints))),
        ("printed", _stretches(printed_rows(prints))),
        ("repeats", _stretches(map(repeat_row, repeats))),
        ("toll_claims", _stretches(toll_claim_rows(tolls))),
        (
            "yardstick",
            iter([_yardstick_rows(facts.yardstick, Months.of(facts.passages.published)), [_ruling_row(linked)]]),
        ),
    ]


def _stretches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    stretch: list[Row] = []
    for row in rows:
        stretch.append(row)
        if len(stretch) == _AT_ONCE:
            yield stretch
            stretch = []
    yield stretch


def standing_rows(standing: Array) -> Iterator[Row]:
    """Write entries; the two that a report may have differ in their order."""
    seen: set[int] = set()
    for values in standing.tolist():
        row = dict(zip(_FIELDS, values, strict=True))
        row["entry"] = f"{row['report']}{'b' if row['report'] in seen else 'a'}"
        row["is_wide"] = int(row["is_wide"])
        seen.add(row["report"])
        yield row


def read_standing(rows: Iterable[Sequence[Any]]) -> Array:
    """Read entries."""
    return np.array([tuple(row) for row in rows], STANDING)


def _lookup_rows(facts: Facts) -> Iterator[Row]:
    """Write for each word the passages that are looked up by it; words of one text are kept for the next to come."""
    turned = facts.lookup.rarest().tocsc()
    passages = np.array([number_of(name) for name in facts.passages.ids()], np.int64)
    posted = np.zeros(turned.nnz, POSTED)
    posted["passage"], posted["weight"] = passages[turned.indices], turned.data
    for column, word in enumerate(facts.lookup.words().tolist()):
        mine = posted[turned.indptr[column] : turned.indptr[column + 1]]
        if len(mine):
            yield {"word": word, "body": mine.tobytes()}


def read_lists(bodies: Mapping[int, bytes]) -> dict[int, Array]:
    """Read the passages that are looked up by words."""
    return {word: np.frombuffer(body, POSTED) for word, body in bodies.items()}


def _island_rows(linked: Linked) -> Iterator[Row]:
    facts, likest = linked.facts, linked.likest
    numbers = np.array([number_of(name) for name in facts.passages.ids()], np.int64)
    liked = np.zeros(len(likest.one), LIKED)
    liked["passage"], liked["likeness"] = numbers[likest.other], likest.likeness
    edges = np.searchsorted(likest.one, np.arange(len(numbers) + 1)).tolist()
    for row in island_rows(linked):
        at = int(np.searchsorted(numbers, row["passage"]))
        yield row | {"likest": liked[edges[at] : edges[at + 1]].tobytes()}


def island_rows(linked: Linked) -> Iterator[Row]:
    """Write each passage's island and what ties it, but for those likest to it."""
    facts = linked.facts
    reports = np.bincount(facts.columns["passage"], minlength=len(facts.passages)).tolist()
    numbers = [number_of(name) for name in facts.passages.ids()]
    for at, passage in enumerate(facts.passages):
        yield {
            "passage": numbers[at],
            "island": numbers[int(linked.islands[at])],
            "n_reports": reports[at],
            "url": None if passage.linked_url else passage.url,
            "linked_url": passage.linked_url,
            "copy_of": number_of(passage.copy_of) if passage.copy_of else None,
        }


def liked_bytes(liked: Sequence[Liked]) -> bytes:
    """Write the likest of a passage."""
    return np.array([(one.passage, one.likeness) for one in liked], LIKED).tobytes()


def read_liked(body: bytes) -> list[Liked]:
    """Read the likest of a passage."""
    return [Liked(passage, likeness) for passage, likeness in np.frombuffer(body, LIKED).tolist()]


def sighting_rows(found: Iterable[Sighting]) -> Iterator[Row]:
    """Write what reports say of series."""
    return ({"report_id": one.report_id, "body": dumps(one)} for one in found)


def read_sightings(bodies: Iterable[str]) -> list[Sighting]:
    """Read what reports say of series."""
    return [loads(Sighting, body) for body in bodies]


def _yardstick_rows(yardstick: Yardstick, months: Months) -> list[Row]:
    """Write a yardstick, and how many passages of each month the record has that it stands for."""
    parts = {name: getattr(yardstick, name) for name in _CENSUSES}
    head = {
        "texts": [part.texts for part in parts.values()],
        "limit": yardstick.limit,
        "newest": yardstick.newest,
        "scale": yardstick.scale,
        "until": yardstick.until,
    }
    rows = [{"name": name, "body": part.numbers.tobytes() + part.seen.tobytes()} for name, part in parts.items()]
    return [*rows, {"name": "head", "body": orjson.dumps(head)}, months_row(months)]


def _ruling_row(linked: Linked) -> Row:
    """Write what people decided of the reports that were linked."""
    return {"name": "ruling", "body": dumps(linked.ruling.named(linked.facts)).encode()}


def read_ruling(bodies: Mapping[str, bytes]) -> NamedRuling:
    """Read what people decided; nothing, where the index was kept before any of it could be."""
    body = bodies.get("ruling")
    return loads(NamedRuling, body.decode()) if body else NamedRuling()


def months_row(months: Months) -> Row:
    """Write how many passages of each month the record has."""
    return {"name": "months", "body": orjson.dumps(sorted(months.passages.items()))}


def read_months(bodies: Mapping[str, bytes]) -> Months | None:
    """Read how many passages of each month the record has; None, where the index was kept before it told."""
    body = bodies.get("months")
    return Months(dict(orjson.loads(body))) if body else None


def read_yardstick(bodies: Mapping[str, bytes]) -> Yardstick:
    """Read a yardstick."""
    head = orjson.loads(bodies["head"])
    censuses = []
    for texts, name in zip(head["texts"], _CENSUSES, strict=True):
        both = np.frombuffer(bodies[name], np.int32)
        censuses.append(Census(texts, both[: len(both) // 2], both[len(both) // 2 :]))
    newest = (int(head["newest"][0]), str(head["newest"][1])) if head["newest"] else None
    quotes, stories, names, ages = censuses
    return Yardstick(quotes, stories, names, ages, int(head["limit"]), newest, int(head["scale"]), head["until"])
