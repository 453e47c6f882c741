"""A reading and its coding in; a card for each report and each toll claim, with a reason for every field, out.

Reasons are the coder's own (`why` of a report) and the readers' (`why` of the mention that a value was taken from); a
field for which neither keeps one shows the codebook's rule for its value.
"""

from __future__ import annotations

from collections.abc import Iterator

from constancia.model import Actor, Claim, Coding, Instrument, Mention, Reading, Report, Speaker, Thing
from constancia.publish.explanation.cards import Card, Explained, Field, Kind
from constancia.publish.explanation.mentions import KINDS
from constancia.publish.explanation.rules import rule_for, told
from constancia.publish.explanation.values import bounds, days, place, role

_SEPARATOR = "; "


def explain_coding(reading: Reading, coding: Coding) -> Explained:
    """Explain each report of a text, and each of its tolls."""
    readers = _Readers(reading)
    cards = [_report_card(number, report, readers) for number, report in enumerate(coding.reports, start=1)]
    for claim in coding.toll_claims:
        title = f"{str(claim.measure).capitalize()} {bounds(claim)}"
        cards.append(Card(len(cards) + 1, title, "toll", tuple(_claim_fields(claim, readers))))
    text = reading.text
    return Explained(text.id, text.text, reading.language, text.published, text.title_end, tuple(cards))


class _Readers:
    """Finds the reader's reason for words."""

    def __init__(self, reading: Reading) -> None:
        self._mentions = reading.mentions

    def why(self, kind: Kind, start: int | None, end: int | None) -> str | None:
        """Give the reason of the mention of a kind that overlaps the words most."""
        if start is None or end is None:
            return None
        of_kind = [one for one in self._mentions if KINDS[one.kind] is kind and one.start < end and one.end > start]
        found = max(of_kind, key=lambda one: _shared(one, start, end)).why if of_kind else None
        return f"{kind} reader: {found}" if found else None


def _shared(mention: Mention, start: int, end: int) -> tuple[int, int]:
    return min(mention.end, end) - max(mention.start, start), mention.start - mention.end


class _Why:
    """The parts of a report's `why`, each given to the field that it is about."""

    def __init__(self, why: str | None) -> None:
        parts = [part for part in (why or "").split(_SEPARATOR) if part]
        self.type = parts[0] if parts else "the coder keeps no reason"
        self.place = _taken(parts, "place: ")
        self.date = _taken(parts, "date: ")
        self.status = [part for part in parts[1:] if part[:1] == "S" and part[1:2].isdigit()]
        used = {self.type, *self.status, f"place: {self.place}", f"date: {self.date}"}
        self.others = [part for part in parts if part not in used]
        if not self.status and self.others:
            self.status = [self.others.pop(0)]


def _taken(parts: list[str], name: str) -> str | None:
    """Give what the last part of a name says: later steps overrule earlier ones."""
    return next((part.removeprefix(name) for part in reversed(parts) if part.startswith(name)), None)


def _report_card(number: int, report: Report, readers: _Readers) -> Card:
    why = _Why(report.why)
    kind = report.form or report.mode
    title = f"{report.type}" + (f" · {str(kind).replace('-', ' ')}" if kind else "")
    fields = [_type_field(report, why), _status_field(report, why)]
    fields += [_date_field(report, why, readers), _place_field(report, why, readers)]
    fields += [_actor_field(actor, readers) for actor in report.actors]
    fields += _detail_fields(report)
    for claim in report.claims:
        fields += _claim_fields(claim, readers)
    if why.others:
        fields.append(Field("steps", f"{len(why.others)} more of the coder's", _joined(why.others)))
    return Card(number, title, "report", tuple(fields))


def _joined(reasons: list[str]) -> str:
    return _SEPARATOR.join(map(told, reasons))


def _type_field(report: Report, why: _Why) -> Field:
    parts = [report.mode, report.form, report.acled_sub_event_type]
    value = ", ".join([str(report.type), *(str(part) for part in parts if part)])
    words = report.trigger
    return Field("type", value, f"lexicon entry {why.type}", Kind.TRIGGER, words.text, words.start, words.end)


def _status_field(report: Report, why: _Why) -> Field:
    plural = f", told of many ({report.plural_low or 'no number'})" if report.is_plural else ""
    return Field("status", f"{report.status}{plural}", _joined(why.status) or "the coder keeps no reason")


def _date_field(report: Report, why: _Why, readers: _Readers) -> Field:
    date = report.date
    if date is None:
        return Field("date", "none", "no words give it a day")
    value = days(date.from_, date.to) + (f", {date.precision}" if date.precision else "")
    reasons = [told(why.date) if why.date and date.text is None else None]  # a headline's D6 yields to the body's day
    reasons.append(readers.why(Kind.DATE, date.start, date.end))
    return Field("date", value, _all(reasons, "from its words"), Kind.DATE, date.text, date.start, date.end)


def _place_field(report: Report, why: _Why, readers: _Readers) -> Field:
    found = report.place
    if found is None:
        return Field("place", "none", "no words give it a place")
    reasons = [why.place if why.place and why.place != found.text else None]
    reasons.append(readers.why(Kind.PLACE, found.start, found.end))
    value = place(found)
    return Field("place", value, _all(reasons, "from its words"), Kind.PLACE, found.text, found.start, found.end)


def _actor_field(actor: Actor, readers: _Readers) -> Field:
    facts = [role(actor.role, actor.name), actor.organisation, actor.nation, actor.effect]
    value = ", ".join(str(fact) for fact in facts if fact) + (", private" if actor.is_private else "")
    reason = readers.why(Kind.ACTOR, actor.start, actor.end) or "a role's own noun in the clause of the trigger"
    if actor.start is None:
        reason = "no words name it"
    return Field(str(actor.part), value, reason, Kind.ACTOR, actor.text, actor.start, actor.end)


def _detail_fields(report: Report) -> Iterator[Field]:
    if report.issue:
        yield Field("issue", ", ".join(report.issue), "words of the text that the lexicon of issues has")
    if report.target is not None:
        yield Field("target", role(report.target.role, report.target.name), "whoever it is said against",
                    None, report.target.text)  # fmt: skip
    if report.campaign or report.day_counter:
        counted = f"day {report.day_counter}" if report.day_counter else ""
        yield Field("campaign", " ".join(filter(None, (report.campaign, counted))), "a named or numbered series")
    for tool in report.instruments:
        yield _thing_field("instrument", tool.kind, tool)
    for thing in report.objects:
        yield _thing_field(
            "object", ", ".join(str(fact) for fact in (thing.kind, thing.number, thing.effect) if fact), thing
        )


def _thing_field(name: str, value: str, words: Instrument | Thing) -> Field:
    reason = f"an entry of the lexicon of {name}s"
    return Field(name, value, reason, Kind.THING, words.text, words.start, words.end)


def _claim_fields(claim: Claim, readers: _Readers) -> Iterator[Field]:
    """Explain a figure: its number and, below it, how far it reaches, who says it and how surely."""
    why = readers.why(Kind.FIGURE, claim.start, claim.end) or told("N1")
    value = f"{bounds(claim)} ({claim.modifier})" + (f" · {claim.category}" if claim.category else "")
    yield Field(str(claim.measure), value, why, Kind.FIGURE, claim.text, claim.start, claim.end)
    since = f" since {claim.since}" if claim.since else ""
    as_of = f", as of {claim.as_of}" if claim.as_of else ""
    yield Field("  scope", f"{claim.scope}{since}{as_of}", rule_for("scope", claim.scope))
    yield _speaker_field("  according to", claim.according_to, "speaker", readers)
    if claim.via is not None:
        yield _speaker_field("  via", claim.via, "via", readers)
    yield Field("  certainty", claim.certainty, rule_for("certainty", claim.certainty))
    if claim.perpetrator_role is not None:
        yield Field("  perpetrator", claim.perpetrator_role, rule_for("perpetrator", None))
    if claim.part_of is not None:
        yield Field("  part of", "a larger figure", rule_for("part_of", claim.part_of))


def _speaker_field(name: str, speaker: Speaker | None, field: str, readers: _Readers) -> Field:
    if speaker is None:
        return Field(name, "the outlet itself", rule_for(field, None))
    found = readers.why(Kind.SPEAKER, speaker.start, speaker.end)
    reason = found or "the speaker of the words around it"
    value = role(speaker.role, speaker.name)
    return Field(name, value, reason, Kind.SPEAKER, speaker.text, speaker.start, speaker.end)


def _all(reasons: list[str | None], otherwise: str) -> str:
    return _SEPARATOR.join(reason for reason in reasons if reason) or otherwise
