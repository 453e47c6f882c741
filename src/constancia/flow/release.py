"""Store -> tally's policies -> publish: the record as an export sees it, its figures drawn under a policy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from constancia.errors import UsageError
from constancia.flow.bundles import bundles
from constancia.model import Campaign, Claim, Event, Judgement, Link, Snapshot, Toll
from constancia.publish.bundle import Figure, PageBundle, Record
from constancia.publish.export import ExportOptions, tagged_rows
from constancia.publish.policy_columns import FIGURE_MEASURES
from constancia.publish.privacy import person_key
from constancia.publish.rows import Row
from constancia.publish.tables import TABLES
from constancia.store import Store
from constancia.tally.policies import event_value
from constancia.vocabulary import Policy


def policy_of(name: str) -> Policy:
    """Give the policy of a name.

    Raises UsageError when there is none.
    """
    if name not in set(Policy):
        raise UsageError(f"no policy {name!r}: choose one of {', '.join(Policy)}")
    return Policy(name)


def public_tables(record: Record) -> dict[str, list[Row]]:
    """Give the public rows of every table with the pages' texts: for a page that shows them all."""
    tables: dict[str, list[Row]] = {spec.name: [] for spec in TABLES}
    for spec, public, _ in tagged_rows(record, ExportOptions(has_texts=True)):
        tables[spec.name].append(public)
    return tables


class StoredRecord:
    """A store as `publish` wants it (its protocol `Record`)."""

    def __init__(self, store: Store, policy: Policy) -> None:
        self._store = store
        self._policy = policy
        self._tolls = {claim_id: toll.toll_id for toll in store.tolls() for claim_id in toll.claim_ids}
        self._claims: dict[str, list[Claim]] | None = None

    def snapshots(self) -> Iterator[Snapshot]:
        """Give every snapshot."""
        return iter(sorted(self._store.snapshots(), key=lambda one: one.snapshot_id))

    def bundles(self) -> Iterator[PageBundle]:
        """Give every page with all that was made of it; the claims of events are kept for their figures."""
        claims: dict[str, list[Claim]] = defaultdict(list)
        for bundle in bundles(self._store, self._tolls, is_full=True):
            for event_id, claim in _event_claims(bundle):
                claims[event_id].append(claim)
            yield bundle
        self._claims = claims

    def private_names(self) -> Iterator[str]:
        """Give the names of private people; whoever holds an office in one text is public in all of them."""
        private, public = self._store.people()
        keys = set(map(person_key, public))
        return iter(sorted(name for name in private if person_key(name) not in keys))

    def events(self) -> Iterator[Event]:
        """Give every event."""
        return self._store.events()

    def figures(self, event: Event) -> Mapping[str, Figure]:
        """Give an event's figures by measure under the policy of the export."""
        claims = self.claims_by_event().get(event.event_id, ())
        figures: dict[str, Figure] = {}
        for measure in FIGURE_MEASURES:
            value = event_value((claim for claim in claims if claim.measure == measure), self._policy)
            figures[measure] = Figure(value.low, value.high, value.best)
        return figures

    def claims_by_event(self) -> Mapping[str, list[Claim]]:
        """Give the claims that each event's figures are drawn from; it goes over the pages once."""
        if self._claims is None:  # an export of events alone does not go over the pages first
            for _ in self.bundles():
                pass
        return self._claims or {}

    def links(self) -> Iterator[Link]:
        """Give every link."""
        return self._store.links()

    def tolls(self) -> Iterator[Toll]:
        """Give every row of the ledger."""
        return self._store.tolls()

    def campaigns(self) -> Iterator[Campaign]:
        """Give every campaign."""
        return self._store.campaigns()

    def judgements(self) -> Iterator[Judgement]:
        """Give every judgement."""
        return iter(sorted(self._store.judgements(), key=lambda one: one.judgement_id))


def _event_claims(bundle: PageBundle) -> Iterator[tuple[str, Claim]]:
    """Give the claims that an event's figures are drawn from; a copy adds none."""
    for passage in bundle.page.passages:
        coding = bundle.codings.get(passage.passage_id)
        copy = bundle.copies.get(passage.passage_id)
        if coding is None or (copy is not None and copy.kind != "updated"):
            continue
        for report in coding.reports:
            event_id = bundle.events.get(report.report_id)
            if event_id is not None:
                yield from ((event_id, claim) for claim in report.claims if claim.measure in FIGURE_MEASURES)
