"""Nouns of an invented record, for tests of the rooms that keep, join and publish them."""

import datetime as dt

from constancia import identity
from constancia.model import (
    Actor,
    ActorValue,
    Campaign,
    Claim,
    Coding,
    Copy,
    DateValue,
    Event,
    Judgement,
    Link,
    Linking,
    Mention,
    Page,
    Passage,
    Problem,
    Report,
    ReportDate,
    ReportPlace,
    Snapshot,
    Span,
    Speaker,
    Toll,
)
from constancia.store import PageWork, StoredReading
from constancia.vocabulary import (
    ActorPart,
    Anchor,
    Certainty,
    EventType,
    Feature,
    Form,
    Measure,
    Mode,
    Modifier,
    PageKind,
    PlacePrecision,
    Precision,
    Role,
    Scope,
    Status,
    TimexType,
    Verdict,
)

TEXT = "Bakers march\n\nOn Monday 40 bakers marched in Villa Rosal. Rosa Tilcara, 19, was hurt, a union said."
DAY = dt.date(2024, 5, 6)


def snapshot(number: int = 1) -> Snapshot:
    url = f"pages/bakers-{number}.html"
    sha256 = f"{number:064x}"
    return Snapshot(
        snapshot_id=identity.snapshot_id(url, sha256),
        url=url,
        fetched_at=dt.datetime(2024, 5, 7, 8, 30, tzinfo=dt.UTC),
        media_type="text/html",
        sha256=sha256,
        bytes=1234,
        warc="captures-000001.warc.gz",
        warc_offset=100 * number,
        chain=f"{number + 1:064x}",
    )


def page(number: int = 1, before: str = "") -> Page:
    """A page of one passage that stands behind `before`."""
    key = identity.page_id(snapshot(number).snapshot_id)
    start, end = len(before), len(before) + len(TEXT)
    passage = Passage(
        passage_id=identity.passage_id(key, start, end),
        page_id=key,
        start=start,
        end=end,
        title_end=start + len("Bakers march"),
        title="Bakers march",
    )
    return Page(
        page_id=key,
        snapshot_id=snapshot(number).snapshot_id,
        url=snapshot(number).url,
        kind=PageKind.ARTICLE,
        title="Bakers march",
        published=DAY,
        published_precision=Precision.DAY,
        published_how="meta",
        language="en",
        publisher="The Rosal Echo",
        publisher_domain="echo.example",
        text=before + TEXT,
        extractor="test",
        passages=(passage,),
    )


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def mentions() -> tuple[Mention, ...]:
    day, who = span("Monday"), span("Rosa Tilcara, 19")
    monday = DateValue(TimexType.DATE, "2024-05-06", DAY, DAY, Precision.DAY, Anchor.PUBLISHED)
    return (
        Mention(day.start, day.end, day.text, monday),
        Mention(who.start, who.end, who.text, ActorValue(Role.INDIVIDUAL, "Rosa Tilcara", is_private=True)),
    )


def claim(passage_id: str, report_id: str | None, words: str, measure: Measure, number: int) -> Claim:
    said = span(words)
    union = span("a union")
    return Claim(
        claim_id=identity.claim_id(passage_id, said.start, said.end, measure),
        report_id=report_id,
        measure=measure,
        text=said.text,
        noun=None,
        modifier=Modifier.EXACT,
        low=number,
        high=number,
        best=number,
        scope=Scope.INCIDENT if report_id else Scope.CUMULATIVE,
        since=None,
        as_of=DAY,
        place=None,
        category=None,
        perpetrator_role=None,
        according_to=Speaker(Role.UNION, None, union.text, union.start, union.end),
        via=None,
        certainty=Certainty.ASSERTED,
        part_of=None,
        start=said.start,
        end=said.end,
        quote=TEXT[TEXT.index("Rosa") :],
    )


def coding(passage_id: str) -> Coding:
    trigger, where, who = span("marched"), span("Villa Rosal"), span("Rosa Tilcara")
    report_id = identity.report_id(passage_id, trigger.start, trigger.end, EventType.PROTEST)
    report = Report(
        report_id=report_id,
        id=passage_id,
        start=TEXT.index("On Monday"),
        end=len(TEXT),
        quote=TEXT[TEXT.index("On Monday") :],
        trigger=trigger,
        type=EventType.PROTEST,
        mode=Mode.DEMO,
        form=Form.MARCH,
        acled_event_type=None,
        acled_sub_event_type=None,
        status=Status.OCCURRED,
        is_plural=False,
        plural_low=None,
        date=ReportDate(DAY, DAY, Precision.DAY, "Monday", span("Monday").start, span("Monday").end),
        place=ReportPlace(
            "Villa Rosal", Feature.CITY, PlacePrecision.CITY, -25.5, -57.1, "PY", "Central", None, None, *_flat(where)
        ),
        actors=(Actor(ActorPart.VICTIM, Role.INDIVIDUAL, "Rosa Tilcara", *_flat(who), is_private=True),),
        claims=(
            claim(passage_id, report_id, "40", Measure.PARTICIPANTS, 40),
            claim(passage_id, report_id, "Rosa Tilcara", Measure.INJURED, 1),
        ),
    )
    return Coding(passage_id, (report,), (claim(passage_id, None, "19", Measure.KILLED, 19),))


def _flat(found: Span) -> tuple[str, int, int]:
    return found.text, found.start, found.end


def work(number: int = 1, before: str = "") -> PageWork:
    one = page(number, before)
    passage_id = one.passages[0].passage_id
    reading = StoredReading(passage_id, "en", mentions())
    return PageWork(one.snapshot_id, "test", one, (reading,), (coding(passage_id),))


def linking(number: int = 1) -> Linking:
    passage_id = page(number).passages[0].passage_id
    report = coding(passage_id).reports[0]
    event_id = identity.event_id((report.report_id,))
    event = Event(
        event_id=event_id,
        type=report.type,
        mode=report.mode,
        form=report.form,
        acled_event_type=None,
        acled_sub_event_type=None,
        status=report.status,
        date=report.date,
        place=report.place,
        actors=report.actors,
        report_ids=(report.report_id,),
        n_passages=1,
        n_independent=1,
        n_speakers=1,
        first_reported=DAY,
    )
    return Linking(
        events=(event,),
        links=(Link(report.report_id, event_id, 1.0, (("date", 1.0),)),),
        campaigns=(Campaign(identity.campaign_id("Bread Strike"), "Bread Strike", "day", DAY, DAY, DAY, 1),),
        copies=(Copy("gcopy", passage_id, "exact", 1.0),),
    )


def toll(number: int = 1) -> Toll:
    claims = coding(page(number).passages[0].passage_id).toll_claims
    return Toll(
        toll_id=identity.toll_id("killed", "cumulative", None, None, None),
        measure=Measure.KILLED,
        scope=Scope.CUMULATIVE,
        place_name=None,
        since=None,
        category=None,
        claim_ids=tuple(one.claim_id for one in claims),
        lowest=19,
        highest=19,
        first_as_of=DAY,
        last_as_of=DAY,
        disputed=False,
    )


def judgement(key: str = "j1") -> Judgement:
    return Judgement(
        judgement_id=key,
        subjects=("r1", "r2"),
        verdict=Verdict.DIFFERENT,
        field=None,
        value=None,
        by="coder-a",
        at=dt.datetime(2024, 6, 1, 12, 0, tzinfo=dt.UTC),
        note="Rosa Tilcara was in the other march",
        anchors=(Span(0, 6, "Bakers"),),
    )


def problem(stage: str = "extract") -> Problem:
    return Problem(stage, "pages/blank.html", "no text")
