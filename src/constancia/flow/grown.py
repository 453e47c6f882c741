"""Store with a few new pages -> the same record that linking all of it anew would make, by look-ups."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from constancia.codec import dumps, loads
from constancia.flow.appearances import appearances_of, passages_again
from constancia.flow.copying import Copying
from constancia.flow.counts import read_counts
from constancia.flow.growing import Joining, belongs_to_sample
from constancia.flow.kept_index import read_months, read_ruling, read_yardstick
from constancia.flow.page_tasks import VERSION
from constancia.flow.tolling import grow_tolls
from constancia.link.facts import NO_DAY
from constancia.model import Appearance, Coding, Event, Page
from constancia.store import Store
from constancia.store.kept import Growth

FEW_PAGES = 64
"""Pages up to which it is cheaper to look up what each is near than to link all anew."""


def grow(store: Store) -> bool:
    """Make anew what the pages that came touch, where that is enough; tell whether it was."""
    with store.reading():
        grown = _grown(store)
    if grown is None:
        return False
    growth, counts = grown
    store.grow_ledger(growth, VERSION, counts)
    return True


def _grown(store: Store) -> tuple[Growth, str | None] | None:
    """Find what the pages that came change, and the counts with it; None where all has to be linked anew."""
    index = store.index()
    pages = index.fresh_pages()
    if store.index_version() != VERSION or not 0 < len(pages) <= FEW_PAGES:
        return None
    fresh = list(store.pages_of(page_ids=pages))
    names = [passage.passage_id for page in fresh for passage in page.passages]
    codings = store.codings_of(names)
    coded = sorted(codings)
    kept = index.yardstick()
    months = read_months(kept)
    if months is None:
        return None
    yardstick, days = read_yardstick(kept), _days(fresh, codings)
    months = months.with_days(days.values())
    if belongs_to_sample(yardstick, months, days):
        return None
    growth = Growth()
    again = partial(passages_again, store)
    texts = again(names)
    found = Copying(index, again).growth([texts[name] for name in names], growth)
    before = store.copies_of(sorted(found))
    changed = sorted(name for name, copy in found.items() if copy != before.get(name))

    def read(wanted: list[str]) -> list[Appearance]:
        return appearances_of(store, wanted, found)[0]

    rest = [name for name in changed if name not in coded]
    Joining(store, yardstick, read_ruling(kept), months, read(coded), read(rest), read).growth(growth)
    touched = sorted({*changed, *coded})
    grow_tolls(index, touched, appearances_of(store, touched, found)[1], growth)
    growth.gone["fresh_pages"] = pages
    growth.gone["copies"] = [name for name in changed if name in before]
    growth.rows["copies"] = [
        {"passage_id": name, "body": dumps(copy)} for name in changed if (copy := found[name]) is not None
    ]
    return growth, _counts(store, fresh, codings, growth)


def _days(pages: list[Page], codings: Mapping[str, Coding]) -> dict[str, int]:
    """Give the days on which the coded passages of pages were published, as ordinals or NO_DAY."""
    told = ((passage, passage.published or page.published) for page in pages for passage in page.passages)
    return {
        passage.passage_id: day.toordinal() if day else NO_DAY for passage, day in told if passage.passage_id in codings
    }


def _counts(store: Store, fresh: list[Page], codings: Mapping[str, Coding], growth: Growth) -> str | None:
    """Give the kept counts with what the fresh pages changed; None where they have to be counted anew."""
    kept = store.counts()
    if kept is None:
        return None
    counts = read_counts(kept)
    for page in fresh:
        counts.add_page(page, codings)
    counts.copies += len(growth.rows["copies"]) - len(growth.gone["copies"])
    gone = store.events_of(growth.gone["events"]).values()
    new = (loads(Event, row["body"]) for row in growth.rows["events"])
    return counts.written() if counts.change_events(gone, new) else None
