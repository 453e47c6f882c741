"""A draft in its story in, its place out (codebook, section 8), and the lists of places that split it (X3)."""

from __future__ import annotations

import re
from typing import cast

from constancia.coding.clauses.site_names import is_street
from constancia.coding.clauses.syntax import Clause, Parse, Tag
from constancia.coding.story import Draft, Story
from constancia.coding.when.bygone import looks_back
from constancia.coding.when.narrative import tells_on, told_before
from constancia.coding.when.settings import beside, is_setting
from constancia.coding.where.attributes import is_agent, is_attribute
from constancia.coding.where.capital import named_capital
from constancia.coding.where.country import is_doubtful_abroad
from constancia.coding.where.dateline import is_dateline, is_kicker, is_told_everywhere, town_of_dateline
from constancia.coding.where.home import at_home, home_town
from constancia.coding.where.labels import by_label
from constancia.coding.where.nearness import cost_of, is_elsewhere, is_ward, words_beside
from constancia.coding.where.seats import named_seat, seat_of
from constancia.coding.where.unlisted import name_at
from constancia.coding.where.venues import JAILS
from constancia.coding.where.whereabouts import is_whereabouts
from constancia.model import Mention, PlaceValue, ReportPlace, SpeakerValue
from constancia.vocabulary import EventType, Feature, Mode, PlacePrecision, Role
from constancia.words import fold

_PRECISION = {
    Feature.SITE: PlacePrecision.SITE,
    Feature.CITY: PlacePrecision.CITY,
    Feature.ADMIN2: PlacePrecision.ADMIN2,
    Feature.ADMIN1: PlacePrecision.ADMIN1,
    Feature.REGION: PlacePrecision.REGION,
    Feature.COUNTRY: PlacePrecision.COUNTRY,
}


def find_place(story: Story, draft: Draft) -> None:
    """Set the place of a draft and the mention that gives it."""
    sentence = draft.trigger.sentence
    if is_setting(story, draft):
        mention = beside(story, draft, places_in(story, sentence))
        if mention is not None:
            set_place(draft, mention)
        return
    mention = in_sentence(story, draft)
    if mention is not None and (named := by_label(story, sentence, mention)) is not mention:
        set_place(draft, named)
        return
    mention = _capital_of_its_clause(story, draft, mention)
    if mention is not None and _is_of_others(story, draft, mention) and name_at(story, draft) is not None:
        mention = None  # "killing six in Kwaple, medics in Maiduguri said"; "struck at Kwaple, and in Jos"
    if mention is None or _is_unplaced(cast("PlaceValue", mention.value)) or _is_origin(story, sentence, mention):
        mention = (
            named_capital(story, sentence)
            or named_seat(story, sentence)
            or home_town(story, sentence)
            or _there_before(story, draft, mention)
        )
    name = name_at(story, draft) if mention is None else None
    if mention is None and name is None:
        mention = _in_sentence_before(story, draft) or _carried_place(story, sentence)
    mention = mention or _as_named(story, draft, name)
    if mention is not None:
        set_place(draft, mention)
        draft.place = at_home(story, draft.place)


def _carried_place(story: Story, sentence: int) -> Mention | None:
    """Give the place of the deed told last before a sentence that goes on from there."""
    told = told_before(story, sentence, opens=tells_on(story, sentence))
    return next((draft.place_mention for draft in told if draft.place_mention), None)


def _capital_of_its_clause(story: Story, draft: Draft, mention: Mention | None) -> Mention | None:
    """Give the capital that a deed's clause names, "… and a march in the capital", for the town of another clause."""
    sentence = draft.trigger.sentence
    if mention is None or "capital" not in story.folded(sentence):
        return mention
    parse = story.parse(sentence)
    own = parse.clause_at[draft.trigger.word]
    if parse.clause_at[parse.word_at(mention.start)] == own:
        return mention
    named = named_capital(story, sentence) or named_seat(story, sentence)
    return named if named is not None and parse.clause_at[parse.word_at(named.end - 1)] == own else mention


def _as_named(story: Story, draft: Draft, name: tuple[int, int] | None) -> Mention | None:
    """Give a village of no gazetteer, or else a quarter of which no town is told: by name alone, without a point."""
    parse = story.parse(draft.trigger.sentence)
    here = story.mentions_in(draft.trigger.sentence)
    wards = (m for m in here if isinstance(m.value, PlaceValue) and is_ward(parse, m) and _is_beside(parse, m, draft))
    start, end = name or next(((m.start, m.end) for m in wards), (0, 0))
    text = story.reading.text.text[start:end]
    return Mention(start, end, text, PlaceValue(text, Feature.OTHER), "no gazetteer") if text else None


def _is_beside(parse: Parse, mention: Mention, draft: Draft) -> bool:
    return parse.clause_at[parse.word_at(mention.start)] == parse.clause_at[draft.trigger.word]


def _is_of_others(story: Story, draft: Draft, mention: Mention) -> bool:
    parse = story.parse(draft.trigger.sentence)
    is_behind = parse.clause_of(mention.start).index > parse.clause_at[draft.trigger.word]
    return is_behind or _is_of_speaker(story, draft, mention)


def _is_of_speaker(story: Story, draft: Draft, mention: Mention) -> bool:
    """Tell the town of who tells of a deed, "medics in Maiduguri said", from that of people who did it."""
    sources = (m.value.source for m in story.mentions_in(draft.trigger.sentence) if isinstance(m.value, SpeakerValue))
    return any(
        each.start <= mention.start < each.end and not each.start <= draft.trigger.start < each.end for each in sources
    )


def _there_before(story: Story, draft: Draft, mention: Mention | None) -> Mention | None:
    """Give the town of the sentence before in place of one that a road only leads to."""
    sentence = draft.trigger.sentence
    parse = story.parse(sentence)
    if mention is None or not is_elsewhere(parse, mention):
        return mention
    if name_at(story, draft) is not None:
        return None  # "the Lagos-Ibadan expressway was blocked near Ogere"
    told = _town_told_before(story, sentence) or _in_sentence_before(story, draft)
    if told is not None or town_of_dateline(story) is not None:
        return told
    return next((each for each in _own_places(story, draft) if not is_elsewhere(parse, each)), mention)


def _town_told_before(story: Story, sentence: int) -> Mention | None:
    """Give the town of the deed told last in the sentences before, of the same paragraph."""
    sentences = story.reading.sentences
    for draft in reversed(story.drafts):
        at = draft.trigger.sentence
        is_near = 0 < sentence - at <= _SENTENCES_BACK and sentences[at].paragraph == sentences[sentence].paragraph
        if is_near and draft.place_mention is not None and _is_within_country(draft.place_mention):
            return draft.place_mention
    return None


_SENTENCES_BACK = 2


def _is_origin(story: Story, sentence: int, mention: Mention) -> bool:
    """Tell where people come from or a road leads to, which is where a deed was only if no other place is told."""
    parse = story.parse(sentence)
    at = parse.word_at(mention.start)
    if is_elsewhere(parse, mention):
        return True
    is_from = at > 1 and parse.words[at - 1].norm in ("from", "de", "del", "desde")
    return is_from and parse.words[at - 2].tag is Tag.NOUN and parse.words[at - 2].norm.endswith("s")


def _is_unplaced(value: PlaceValue) -> bool:
    return value.lat is None and value.feature in (Feature.SITE, Feature.OTHER)


def set_place(draft: Draft, mention: Mention) -> None:
    """Put a place on a draft."""
    value = cast("PlaceValue", mention.value)
    draft.place_mention = mention
    draft.place = ReportPlace(
        name=value.name,
        feature=value.feature,
        precision=_PRECISION.get(value.feature),
        lat=value.lat,
        lon=value.lon,
        country=value.country,
        admin1=value.admin1,
        admin2=value.admin2,
        gazetteer_id=value.gazetteer_id,
        text=mention.text,
        start=mention.start,
        end=mention.end,
    )
    draft.why.append(f"place: {mention.text}")


def places_in(story: Story, sentence: int) -> list[Mention]:
    """Give the places of a sentence that may be where something happened; a dateline is not."""
    places = [mention for mention in story.mentions_in(sentence) if isinstance(mention.value, PlaceValue)]
    if places and is_kicker(story, sentence, places[0]):
        return _told_here(story, sentence, places[1:]) or ([] if is_told_everywhere(story, sentence) else places[:1])
    return _told_here(story, sentence, places)


def _told_here(story: Story, sentence: int, places: list[Mention]) -> list[Mention]:
    return [
        mention
        for mention in places
        if not is_dateline(story, sentence, mention)
        and (mention.value.feature is Feature.SITE or not _is_street(story, sentence, mention))  # type: ignore[union-attr]
        and not is_ward(story.parse(sentence), mention)
        and not _is_acronym(story, sentence, mention)
        and not is_doubtful_abroad(story, mention)
        and not is_attribute(story.reading.text.text, mention)
        and not is_agent(story.reading.text.text, mention)
        and not is_whereabouts(story.reading.text.text, mention, story.reading.language)
    ]


def _is_acronym(story: Story, sentence: int, mention: Mention) -> bool:
    """Tell a body's letters ("ATE") from a town, in a sentence that is not all in capitals."""
    is_town = mention.value.feature in (Feature.CITY, Feature.OTHER)  # type: ignore[union-attr]
    is_short = mention.text.isupper() and len(mention.text) <= _ACRONYM
    if not (is_town and is_short):
        return False
    return any(word.text.islower() for word in story.parse(sentence).words) or _is_body(story, mention)


def _is_body(story: Story, mention: Mention) -> bool:
    """Tell letters that the text spells out, or has in brackets behind a name: "ELN [Army of …", "(ELN)"."""
    for match in re.finditer(rf"(?<![A-Z]){re.escape(mention.text)}(?![A-Z])", story.reading.text.text):
        before, after = story.reading.text.text[: match.start()][-1:], story.reading.text.text[match.end() :][:2]
        if after in (" [", " (") or (before in ("(", "[") and after[:1] in (")", "]")):
            return True
    return False


_ACRONYM = 5  # letters


def _is_street(story: Story, sentence: int, mention: Mention) -> bool:
    return is_street(story.parse(sentence), story.reading.language, mention.start, mention.end)


def _own_places(story: Story, draft: Draft) -> list[Mention]:
    """Give the places of a draft's sentence without those of its speakers (P1) and of a headline's other part."""
    sentence = draft.trigger.sentence
    here = story.mentions_in(sentence)
    speakers = [m.value for m in here if isinstance(m.value, SpeakerValue) and _is_apart(m.value, draft)]
    spoken = [span for value in speakers for span in _said_at(story, value)]
    is_headline = story.reading.sentences[sentence].is_headline
    text = story.reading.text.text
    found = [
        mention
        for mention in places_in(story, sentence)
        if not any(start <= mention.start < end for start, end in spoken)
        and not (is_headline and ";" in _stretch(text, mention, draft))
        and not (is_headline and draft.day_counter is not None and ":" in _stretch(text, mention, draft))
    ]
    if draft.type not in _DEEDS:
        return found  # what is said is where it is said
    return [mention for mention in found if not _is_of_speaker(story, draft, mention)] or found


_DEEDS = frozenset({EventType.PROTEST, EventType.ASSAULT, EventType.COERCE})


def _is_apart(value: SpeakerValue, draft: Draft) -> bool:
    """Tell an office that speaks of a deed from people who did it ("teachers of Tacna resolved to strike")."""
    parts = [value.source, *([value.cue] if value.cue is not None else [])]
    inside = any(part.start <= draft.trigger.start < part.end for part in parts)
    return (value.speaker_role in _OFFICES or bool(_SEAT.search(fold(value.source.text)))) and not inside


_OFFICES = frozenset(
    {Role.POLICE, Role.MILITARY, Role.GOVERNMENT, Role.LEGISLATURE, Role.JUDICIARY, Role.HEALTH, Role.NGO, Role.IGO}
)


def _stretch(text: str, mention: Mention, draft: Draft) -> str:
    trigger = draft.trigger
    return text[trigger.end : mention.start] if mention.start >= trigger.end else text[mention.end : trigger.start]


def _said_at(story: Story, value: SpeakerValue) -> list[tuple[int, int]]:
    """Give the words in which a place is the speaker's: "police headquarters in Lima", "said in Lima" (P1).

    The "police in Lima" speak of what happened in Lima; headquarters and ministries speak of the whole country.
    """
    inside = _SAID_IN.search(value.source.text) if _SEAT.search(fold(value.source.text)) else None
    spans = [(value.source.start + inside.start(), value.source.end)] if inside else []
    if inside is None and _SEAT.search(fold(value.source.text)):
        behind = _SAID_IN.match(story.reading.text.text[value.source.end : value.source.end + _SEAT_REACH])
        if behind is not None:  # "según la Defensoría en Bogotá"
            spans.append((value.source.end, value.source.end + behind.end() + 1))
    if value.cue is not None:
        after = _SAID_IN.match(story.reading.text.text[value.cue.end : value.cue.end + 12])
        if after is not None:
            spans.append((value.cue.end, value.cue.end + after.end() + 1))
    return spans


_SEAT = re.compile(
    r"\b(?:headquarters|hq|ministry|ministries|minister|ministerio|ministro|ministra|comandancia|cuartel general|sede"
    r"|jefatura|embassy|embajada|secretaria|defensoria|ombudsman|general staff|estado mayor|government|gobierno)\b"
)
_SEAT_REACH = 12  # characters: " en ", " from "
_SAID_IN = re.compile(r"\s+(?:in|from|en|desde)\s+")


def in_sentence(story: Story, draft: Draft) -> Mention | None:
    """Give the place that a draft's own sentence gives to its deed."""
    places = _own_places(story, draft)
    if not places:
        return None
    parse = story.parse(draft.trigger.sentence)
    if draft.mode is Mode.ARREST:
        places = [mention for mention in places if not words_beside(parse, parse.word_at(mention.start)) & JAILS]
    if _only_dates(parse, draft):
        clause = parse.clause_at[draft.trigger.word]
        places = [mention for mention in places if parse.clause_at[parse.word_at(mention.start)] == clause]
    own = parse.clauses[parse.clause_at[draft.trigger.word]]
    places = [mention for mention in places if not _is_meanwhile(parse, own, mention)]
    if not places:
        return None
    scored = sorted(places, key=lambda mention: cost_of(mention, draft, parse))
    best = _finer(scored[0], scored[1:], parse)
    return seat_of(story, draft.trigger.sentence, best)


def _is_meanwhile(parse: Parse, own: Clause, mention: Mention) -> bool:
    """Tell the town of a clause beside that tells of another deed: "…, while in Ilave bakers closed the bridge"."""
    home = parse.clause_of(mention.start)
    return home.index > own.index and home.marker in _MEANWHILE and home.verb is not None


_MEANWHILE = frozenset({"while", "whereas", "mientras"})


def _only_dates(parse: Parse, draft: Draft) -> bool:
    """Tell whether a deed is named to date another ("seven died since the strike began"): its place is its own."""
    words = parse.words[max(draft.trigger.word - _SINCE_REACH, 0) : draft.trigger.word]
    return draft.mode is Mode.STRIKE and any(word.norm in ("since", "desde") for word in words)


_SINCE_REACH = 5


def _finer(best: Mention, others: list[Mention], parse: Parse) -> Mention:
    """Prefer the town to the square in it that has no point, and the town to its country."""
    value = cast("PlaceValue", best.value)
    clause = parse.clause_at[parse.word_at(best.start)]
    for other in others:
        found = cast("PlaceValue", other.value)
        home = parse.clause_at[parse.word_at(other.start)]
        if home != clause and not _tells_share(parse, parse.clauses[home]):
            continue
        is_unplaced = _is_unplaced(value) and found.country is not None
        is_wider = value.feature is Feature.COUNTRY and found.country == value.country and found.feature is Feature.CITY
        if is_unplaced or is_wider:
            return other
    return best


def _tells_share(parse: Parse, clause: Clause) -> bool:
    """Tell "of whom 900 did so in Tamale", "900 lo hicieron en Choluteca": how many of a country's were there."""
    verb = clause.verb
    is_short = verb is not None and verb.lemma in _STANDS_FOR and not verb.is_negated
    words = parse.words[max(clause.first - 1, 0) : clause.last + 1]
    return is_short and any(word.tag is Tag.NUMBER for word in words)


_STANDS_FOR = frozenset({"do", "be", "include", "hacer", "ser", "estar", "incluir"})


def _in_sentence_before(story: Story, draft: Draft) -> Mention | None:
    if draft.day_counter is not None:
        return None  # "the strike, now on day 28" is of a whole country or trade unless it is said where
    sentences = story.reading.sentences
    at = draft.trigger.sentence
    if looks_back(story, at, story.reading.text.published):
        return None
    for index in range(at - 1, max(at - 3, -1), -1):
        if sentences[index].paragraph != sentences[at].paragraph or sentences[index].is_headline:
            return None
        places = [
            mention
            for mention in places_in(story, index)
            if _is_within_country(mention) and not is_elsewhere(story.parse(index), mention)
        ]
        told = [other.place_mention for other in story.drafts if other.trigger.sentence == index]
        seat = next((each for each in reversed(told) if each is not None and each not in story.reading.mentions), None)
        if places or seat is not None:
            latter = places[-1] if places and _LATTER.search(story.folded(at)) else None
            return latter or seat or _place_told(story, index, places) or places[0]
        if any(other.trigger.sentence == index and name_at(story, other) for other in story.drafts):
            return None  # it was in a village that no gazetteer has
    return None


# "In the latter town", "en esta última localidad": the one told last of several.
_LATTER = re.compile(r"\b(?:in the latter|(?:en |a )?est[ae] ultim[ao])\b(?! (?:dia|semana|mes|ano|hora|jornada|vez))")


def _place_told(story: Story, sentence: int, places: list[Mention]) -> Mention | None:
    """Give the place of the deed that a sentence tells, rather than another one in it."""
    told = [other.place_mention for other in story.drafts if other.trigger.sentence == sentence]
    return next((mention for mention in reversed(told) if mention in places), None)


def _is_within_country(mention: Mention) -> bool:
    """Tell a town or province from a country, and from what lies in many ("the Andes")."""
    value = cast("PlaceValue", mention.value)
    is_of_many = value.feature is Feature.REGION and value.country is None
    return value.feature is not Feature.COUNTRY and not is_of_many
