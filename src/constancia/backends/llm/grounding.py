"""An answer to a coding: every value is found in the text and read by our own readers, or refused with its reason."""

from __future__ import annotations

from typing import Any

from constancia import identity
from constancia.backends.llm.quotes import Place, QuoteFinder
from constancia.model import (
    Claim,
    DateValue,
    PlaceValue,
    QuantityValue,
    Reading,
    Report,
    ReportDate,
    ReportPlace,
    Span,
    Speaker,
)
from constancia.vocabulary import (
    Certainty,
    EventType,
    Feature,
    Form,
    Measure,
    Mode,
    PlacePrecision,
    Role,
    Scope,
    Status,
)

_PRECISION = {
    Feature.COUNTRY: PlacePrecision.COUNTRY,
    Feature.ADMIN1: PlacePrecision.ADMIN1,
    Feature.ADMIN2: PlacePrecision.ADMIN2,
    Feature.CITY: PlacePrecision.CITY,
    Feature.SITE: PlacePrecision.SITE,
    Feature.REGION: PlacePrecision.REGION,
}


class Refused(ValueError):  # noqa: N818 - it is a decision, not a fault
    """A value that the text does not bear out."""


class Grounding:
    """Turns the parts of one answer into nouns of the record; `refusals` says what was not believed."""

    def __init__(self, reading: Reading, model: str) -> None:
        self._reading = reading
        self._model = model
        self._quotes = QuoteFinder(reading.text.text)
        self.refusals: list[str] = []

    def reports(self, answer: dict[str, Any]) -> tuple[Report, ...]:
        """Give the reports of an answer that hold."""
        return tuple(filter(None, (self._tried(self._report, row) for row in _rows(answer, "reports"))))

    def tolls(self, answer: dict[str, Any]) -> tuple[Claim, ...]:
        """Give the toll claims of an answer that hold."""
        return self._claims(_rows(answer, "tolls"), None)

    def _tried(self, make: Any, row: Any, *more: Any) -> Any:
        try:
            return make(row, *more)
        except (Refused, KeyError, TypeError, ValueError) as error:
            self.refusals.append(f"{type(error).__name__}: {error}")
            return None

    def _report(self, row: dict[str, Any]) -> Report:
        sentence = self._found(row["sentence_quote"], "sentence")
        trigger = self._found(row["trigger_quote"], "trigger", within=sentence)
        event_type = EventType(row["type"])
        report_id = identity.report_id(self._reading.text.id, trigger.start, trigger.end, event_type)
        return Report(
            report_id=report_id,
            id=self._reading.text.id,
            start=sentence.start,
            end=sentence.end,
            quote=self._text(sentence),
            trigger=Span(trigger.start, trigger.end, self._text(trigger)),
            type=event_type,
            mode=Mode(row["mode"]) if row.get("mode") else None,
            form=Form(row["form"]) if row.get("form") else None,
            acled_event_type=None,
            acled_sub_event_type=None,
            status=Status(row["status"]),
            is_plural=False,
            plural_low=None,
            date=self._tried(self._date, row.get("date_quote")),
            place=self._tried(self._place, row.get("place_quote")),
            claims=self._claims(_rows(row, "claims"), report_id),
            coder=f"llm:{self._model}",
            why=f"model {self._model}",
        )

    def _date(self, quote: str | None) -> ReportDate | None:
        if quote is None:
            return None
        place = self._found(quote, "date")
        for mention in self._reading.mentions:
            value = mention.value
            if isinstance(value, DateValue) and place.touches(mention.start, mention.end):
                return ReportDate(value.from_, value.to, value.precision, mention.text, mention.start, mention.end)
        raise Refused(f"no date is read in “{quote}”")

    def _place(self, quote: str | None) -> ReportPlace | None:
        if quote is None:
            return None
        found = self._found(quote, "place")
        for mention in self._reading.mentions:
            place = mention.value
            if isinstance(place, PlaceValue) and found.touches(mention.start, mention.end):
                return ReportPlace(
                    place.name, place.feature, _PRECISION.get(place.feature), place.lat, place.lon, place.country,
                    place.admin1, place.admin2, place.gazetteer_id, mention.text, mention.start, mention.end,
                )  # fmt: skip
        raise Refused(f"no place is read in “{quote}”")

    def _claims(self, rows: list[Any], report_id: str | None) -> tuple[Claim, ...]:
        return tuple(filter(None, (self._tried(self._claim, row, report_id) for row in rows)))

    def _claim(self, row: dict[str, Any], report_id: str | None) -> Claim:
        sentence = self._found(row["sentence_quote"], "sentence")
        figure = self._found(row["figure_quote"], "figure", within=sentence)
        words, value = self._figure(figure)
        measure, scope = Measure(row["measure"]), Scope(row["scope"])
        if report_id is not None and scope is Scope.CUMULATIVE:
            raise Refused(f"“{self._text(figure)}” is cumulative and belongs to no report")
        since = self._tried(self._date, row.get("since_quote"))
        return Claim(
            claim_id=identity.claim_id(self._reading.text.id, words.start, words.end, measure),
            report_id=report_id,
            measure=measure,
            text=self._text(words),
            noun=value.noun,
            modifier=value.modifier,
            low=value.low,
            high=value.high,
            best=value.best,
            scope=scope,
            since=since.from_.isoformat() if since is not None and since.from_ else None,
            as_of=self._reading.text.published,
            place=None,
            category=None,
            perpetrator_role=None,
            according_to=self._tried(self._speaker, row),
            via=None,
            certainty=Certainty(row["certainty"]),
            part_of=None,
            start=words.start,
            end=words.end,
            quote=self._text(sentence),
        )

    def _figure(self, figure: Place) -> tuple[Place, QuantityValue]:
        """Give the number as our own reader understands its words; the model's arithmetic counts for nothing."""
        for mention in self._reading.mentions:
            value = mention.value
            if isinstance(value, QuantityValue) and figure.touches(mention.start, mention.end):
                return Place(mention.start, mention.end), value
        raise Refused(f"no number is read in “{self._text(figure)}”")

    def _speaker(self, row: dict[str, Any]) -> Speaker | None:
        if not row.get("speaker_quote"):
            return None
        found = self._found(row["speaker_quote"], "speaker")
        role = Role(row["speaker_role"]) if row.get("speaker_role") else None
        return Speaker(role, None, self._text(found), found.start, found.end)

    def _found(self, quote: Any, what: str, within: Place | None = None) -> Place:
        place = self._quotes.find(quote, within) if isinstance(quote, str) else None
        if place is None:
            raise Refused(f"the {what} “{str(quote)[:80]}” is not in the text")
        return place

    def _text(self, place: Place) -> str:
        return self._reading.text.text[place.start : place.end]


def _rows(answer: dict[str, Any], name: str) -> list[Any]:
    rows = answer.get(name)
    return rows if isinstance(rows, list) else []
