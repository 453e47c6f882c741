"""A few pages more to what they change in a linked record: the same, byte for byte, as if all were linked anew.

What a new page is near is looked up; the islands that it touches are linked again, and nothing else. Where that would
not be enough (the page belongs to the sample that words are weighed by) None is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from constancia.codec import dumps
from constancia.flow import kept_index
from constancia.link.blocking import alike_passages
from constancia.link.campaigns import find_campaigns
from constancia.link.facts import Facts
from constancia.link.gathering import gather
from constancia.link.islands import islands_of
from constancia.link.joining import (
    POSTED,
    Liked,
    likest_to,
    met,
    named,
    neighbours,
    number_of,
    standing_of,
    with_liked,
    words_of,
)
from constancia.link.judgements import NamedRuling
from constancia.link.keys import NO_KEY, ORDERS, WINDOW_DAYS
from constancia.link.linking import Linked, link_facts, score_pairs, sightings
from constancia.link.months import Months, is_early
from constancia.link.rarity import SAMPLED_PASSAGES, Yardstick, mark_of, scale_of
from constancia.link.weights import load_weights
from constancia.model import Appearance, Event
from constancia.store import Store
from constancia.store.kept import Growth, KeptIndex

Array = npt.NDArray[np.void]
Read = Callable[[list[str]], Iterable[Appearance]]

_LONG_AGO, _FAR_OFF = -(2**31), 2**31 - 1


def belongs_to_sample(yardstick: Yardstick, months: Months, new: Mapping[str, int]) -> bool:
    """Tell whether new passages, each with its day, change how rare words are held to be.

    `months` are those of all passages of the record, the new ones among them.
    """
    newest, until = yardstick.newest, yardstick.until
    if newest is None or scale_of(len(months)) != yardstick.scale or months.until(SAMPLED_PASSAGES) != until:
        return True
    return any((mark_of(name), name) < newest and is_early(day, until) for name, day in new.items())


@dataclass(slots=True)
class Joining:
    """New passages on their way into a linked record.

    `new` came, `changed` repeat another passage than before or none; `read` gives passages by their ids. `months` are
    those of all passages of the record, the new ones among them.
    """

    store: Store
    yardstick: Yardstick
    ruling: NamedRuling
    months: Months
    new: Sequence[Appearance]
    changed: Sequence[Appearance]
    read: Read
    index: KeptIndex = field(init=False)
    liked: dict[int, list[Liked]] = field(default_factory=dict)
    lists: dict[int, Array] = field(default_factory=dict)
    rows: dict[int, Mapping[str, Any]] = field(default_factory=dict)
    parted: set[tuple[int, int]] = field(default_factory=set)
    known: dict[str, Appearance] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.index = self.store.index()

    def growth(self, growth: Growth) -> None:
        """Note the rows of all that changes."""
        fresh = gather([*self.new, *self.changed], self.yardstick, keeps_words=True)
        added = {number_of(one.passage_id) for one in self.new}
        self._place(fresh, added)
        zones = self._zones(fresh, added)
        touched = self._touched(fresh, added, zones)
        linked = self._linked(touched, fresh, added)
        self._write(linked, fresh, added, growth)

    # ------------------------------------------------------------ passages alike

    def _place(self, fresh: Facts, added: set[int]) -> None:
        """Find the passages likest to each new one, and put it among theirs."""
        numbers = [number_of(name) for name in fresh.passages.ids()]
        told = {number: words for number, words in zip(numbers, words_of(fresh), strict=True) if number in added}
        wanted = [word for words, _ in told.values() for word in words.tolist()]
        self.lists = kept_index.read_lists(self.index.lists(wanted))
        for number, (words, weights) in told.items():
            found = likest_to(words, weights, self.lists)
            self._load([one.passage for one in found])
            self.liked[number] = []
            for one in found:
                self.liked[number], _ = with_liked(self.liked[number], one)
                theirs, gone = with_liked(self.liked[one.passage], Liked(number, one.likeness))
                self.liked[one.passage] = theirs
                self.parted.update((one.passage, loser.passage) for loser in gone if loser.passage != number)
            for word, weight in zip(words.tolist(), weights, strict=True):
                posted = np.array([(number, weight)], POSTED)
                before = self.lists.get(word)
                self.lists[word] = posted if before is None else np.sort(np.concatenate([before, posted]))

    def _load(self, passages: Iterable[int]) -> None:
        """Read the kept rows of some passages."""
        self.rows.update(self.index.islands_of([one for one in passages if one not in self.rows]))
        for number, row in self.rows.items():
            if number not in self.liked:
                self.liked[number] = kept_index.read_liked(row["likest"])

    # ------------------------------------------------------------ reports near

    def _zones(self, fresh: Facts, added: set[int]) -> dict[str, Array]:
        """Give, by order, the entries around those of the fresh passages, with theirs among them."""
        mine = standing_of(fresh)
        zones = {}
        for order in ORDERS:
            kept = self._zone(order, mine[mine[order] != NO_KEY])
            own = mine[np.isin(mine["passage"], list(added))]
            zones[order] = np.concatenate([kept, own])
            self.parted |= self._passages(met(order, kept) - met(order, zones[order]), kept)
        return zones

    @staticmethod
    def _passages(pairs: set[tuple[int, int]], entries: Array) -> set[tuple[int, int]]:
        home = dict(zip(entries["report"].tolist(), entries["passage"].tolist(), strict=True))
        return {(home[one], home[two]) for one, two in pairs}

    def _zone(self, order: str, entries: Array) -> Array:
        """Give the kept entries within a week of some entries, in their order; of a counter, all."""
        days: dict[int, list[int]] = {}
        for key, day in zip(entries[order].tolist(), entries["day"].tolist(), strict=True):
            days.setdefault(key, []).append(day)
        spans = []
        for key, found in days.items():
            if order == "counter":
                spans.append((key, _LONG_AGO, _FAR_OFF))
                continue
            first = last = min(found)
            for day in sorted(found):
                if day - last > 2 * WINDOW_DAYS + 1:
                    spans.append((key, first - WINDOW_DAYS, last + WINDOW_DAYS))
                    first = day
                last = day
            spans.append((key, first - WINDOW_DAYS, last + WINDOW_DAYS))
        return kept_index.read_standing(self.index.zone(order, spans))

    # ------------------------------------------------------------ islands

    def _touched(self, fresh: Facts, added: set[int], zones: Mapping[str, Array]) -> set[int]:
        """Give the islands that the fresh passages touch, or in which they part what stood together."""
        near = self._ties(fresh)
        mine = {number_of(name) for name in fresh.passages.ids()}
        for order, zone in zones.items():
            pairs = self._passages(met(order, zone), zone)
            near.update(other for pair in pairs if not mine.isdisjoint(pair) for other in pair)
        for number in added:
            near.update(one.passage for one in self.liked[number])
            near.update(passage for passage, liked in self.liked.items() if any(o.passage == number for o in liked))
        self._load({*near, *(one for pair in self.parted for one in pair)} - added)
        reached = self._reached(near | mine, mine, zones)
        touched = {self.rows[number]["island"] for number in reached | mine if number in self.rows}
        for one, two in self.parted:
            homes = {self.rows[number]["island"] for number in (one, two) if number in self.rows}
            if len(homes) == 1 or any(self.rows[n]["n_reports"] > 1 for n in (one, two) if n in self.rows):
                touched |= homes
        return touched

    def _ties(self, fresh: Facts) -> set[int]:
        """Give the passages that fresh ones link to or repeat, or that link to them or repeat them or the same."""
        urls = [one.linked_url for one in fresh.passages if one.linked_url]
        own = [one.url for one in fresh.passages if one.url and not one.linked_url]
        originals = [number_of(one.copy_of) for one in fresh.passages if one.copy_of]
        numbers = [number_of(name) for name in fresh.passages.ids()]
        ties = self.index.tied(urls, own, [*originals, *numbers])
        self.rows.update(ties)
        self._load(())
        return set(ties)

    def _reached(self, near: set[int], mine: set[int], zones: Mapping[str, Array]) -> set[int]:
        """Give the passages among those near that hang together with one of mine."""
        facts = self._facts(near)
        found = neighbours(facts, zones, self.liked)
        alike = alike_passages(facts, found.likest)
        pairs, told = score_pairs(facts, load_weights("reports"), alike, iter(found.near))
        islands = islands_of(facts, pairs, told.good)
        numbers = [number_of(name) for name in facts.passages.ids()]
        own = {int(islands[at]) for at, number in enumerate(numbers) if number in mine}
        return {number for at, number in enumerate(numbers) if int(islands[at]) in own}

    def _facts(self, passages: Iterable[int]) -> Facts:
        if not self.known:
            self.known.update((one.passage_id, one) for one in (*self.new, *self.changed))
        names = [named("g", number) for number in passages]
        read = self.read([name for name in names if name not in self.known])
        self.known.update((one.passage_id, one) for one in read)
        return gather([self.known[name] for name in names], self.yardstick)

    # ------------------------------------------------------------ what is made of them

    def _linked(self, touched: set[int], fresh: Facts, added: set[int]) -> Linked:
        """Link the touched islands and the new passages, and nothing else."""
        members = self.index.members(sorted(touched))
        self.rows.update(members)
        self._load(())
        numbers = {*members, *(number_of(name) for name in fresh.passages.ids())}
        facts = self._facts(numbers)
        entries = standing_of(facts)
        zones = {}
        for order in ORDERS:
            mine = entries[entries[order] != NO_KEY]
            if order == "country":  # only reports of a whole country are compared by it
                mine = mine[mine["is_wide"]]
            own = entries[np.isin(entries["passage"], list(added))]
            zones[order] = np.concatenate([self._zone(order, mine), own])
        return link_facts(facts, self.ruling.over(facts), neighbours(facts, zones, self.liked))

    def _write(self, linked: Linked, fresh: Facts, added: set[int], growth: Growth) -> None:
        old = self.store.links_of([link.report_id for link in linked.links])
        growth.gone["events"] = sorted({link.event_id for link in old.values()})
        growth.gone["links"] = sorted(old)
        growth.rows["links"] = [{"report_id": one.report_id, "body": dumps(one)} for one in linked.links]
        events = {event.event_id: event for event in linked.events.values()}
        self._campaigns(linked, events, growth, fresh)
        growth.rows["events"] = [{"event_id": one.event_id, "body": dumps(one)} for one in events.values()]
        islands = [row | {"likest": self._liked(row["passage"])} for row in kept_index.island_rows(linked)]
        here = {row["passage"] for row in islands}
        for number, row in self.rows.items():
            if number not in here and (body := self._liked(number)) != row["likest"]:
                islands.append({**row, "likest": body})
        growth.gone["islands"] = [row["passage"] for row in islands]
        growth.rows["islands"] = islands
        growth.gone["lookup"] = list(self.lists)
        growth.rows["lookup"] = [{"word": word, "body": posted.tobytes()} for word, posted in self.lists.items()]
        own = standing_of(fresh)
        growth.rows["standing"] = list(kept_index.standing_rows(own[np.isin(own["passage"], list(added))]))
        growth.gone["yardstick"] = ["months"]
        growth.rows["yardstick"] = [kept_index.months_row(self.months)]

    def _liked(self, number: int) -> bytes:
        return kept_index.liked_bytes(self.liked[number])

    def _campaigns(self, linked: Linked, events: dict[str, Event], growth: Growth, fresh: Facts) -> None:
        """Find the campaigns anew where a report that names one was linked, and tell their events."""
        known = {one.report_id: one for one in kept_index.read_sightings(self.index.sightings())}
        mine = {link.report_id: link.event_id for link in linked.links}
        own = sightings(fresh)
        if not own and known.keys().isdisjoint(mine):
            return
        added = [one for one in own if one.report_id not in known]
        growth.rows["sightings"] = list(kept_index.sighting_rows(added))
        known |= {one.report_id: one for one in own}
        home = {name: link.event_id for name, link in self.store.links_of(list(known)).items()} | mine
        gone = set(growth.gone["events"])
        wanted = sorted({home[name] for name in known} - set(events))
        others = self.store.events_of([name for name in wanted if name not in gone])
        all_events = [replace(one, campaign_id=None) for one in (*others.values(), *events.values())]
        campaigns, placed = find_campaigns(known.values(), all_events)
        for event in placed:
            if event.event_id in events or event != others[event.event_id]:
                growth.gone["events"] += [] if event.event_id in events else [event.event_id]
                events[event.event_id] = event
        growth.gone["campaigns"] = [one.campaign_id for one in self.store.campaigns()]
        growth.rows["campaigns"] = [{"campaign_id": one.campaign_id, "body": dumps(one)} for one in campaigns]
