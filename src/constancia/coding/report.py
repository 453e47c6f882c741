"""Readings in, codings out: the steps of coding in their order."""

from __future__ import annotations

from constancia.coding.claims.claiming import claim_figures
from constancia.coding.deeds.candidates import find_candidates
from constancia.coding.deeds.known_words import MentionsByPlace, parse_sentence
from constancia.coding.deeds.names import (
    without_places_in_names,
)
from constancia.coding.drafts.drafting import make_drafts
from constancia.coding.events.answered import set_back_answered
from constancia.coding.events.deadly import take_as_attack
from constancia.coding.events.everyday import without_everyday
from constancia.coding.events.held_people import without_held_people
from constancia.coding.events.passing import without_aimless, without_passing, without_unpinned
from constancia.coding.events.routine import take_as_deployed, without_routine
from constancia.coding.events.sayings import without_contents
from constancia.coding.events.topic import without_loose_words
from constancia.coding.merging.attacks_retold import join_retold
from constancia.coding.merging.beside import take_from_beside
from constancia.coding.merging.by_body import tell_by_body
from constancia.coding.merging.merge import bring_status_together, merge
from constancia.coding.merging.splitting import split
from constancia.coding.story import Story
from constancia.coding.what.damage import find_damage
from constancia.coding.what.details import find_details
from constancia.coding.when.ended import end_what_lasted
from constancia.coding.where.country import fill_places
from constancia.coding.where.story_town import place_in_story_town
from constancia.coding.where.unlisted import find_unlisted
from constancia.coding.where.venues import find_venues
from constancia.coding.who.casualties import find_casualties
from constancia.coding.who.organisations import find_organisations
from constancia.coding.who.responsibility import find_responsibility
from constancia.coding.who.suspects import find_suspects
from constancia.coding.writing import write_report
from constancia.model import (
    Coding,
    Reading,
)

_CODED = ("en", "es")


def code_reading(reading: Reading) -> Coding:
    """Code one text: its reports with their claims, and the toll claims that belong to no event."""
    if reading.language not in _CODED:
        return Coding(reading.text.id, (), ())
    reading = without_places_in_names(reading)
    found = find_candidates(reading)
    beside = MentionsByPlace(reading.mentions)
    story = Story(reading, lambda index: parse_sentence(reading, index, found.get(index, []), beside))
    made = make_drafts(story, found)
    for draft in made:
        find_details(story, draft)
    set_back_answered(story, made)
    told = without_passing(story, without_everyday(story, without_contents(story, without_held_people(story, made))))
    story.drafts = join_retold(story, split(story, merge(story, told)))
    bring_status_together(story.drafts)
    end_what_lasted(story)
    take_from_beside(story)
    find_casualties(story)
    find_damage(story)
    find_responsibility(story)
    find_suspects(story)
    find_organisations(story)
    find_venues(story)
    find_unlisted(story)
    place_in_story_town(story)
    fill_places(story)
    tell_by_body(story)
    figures = claim_figures(story)
    told = without_aimless(without_unpinned(without_loose_words(story, figures), figures), figures)
    take_as_deployed(told, figures)
    take_as_attack(told, figures)
    told = without_routine(story, told, figures)
    drafts = [draft for draft in told if not draft.is_counted_only]
    reports = tuple(write_report(story, draft, figures.by_report.get(draft.report_id, ())) for draft in drafts)
    return Coding(reading.text.id, reports, figures.tolls)
