"""A reading in, the words out, by sentence, that may name a deed in a text like this one."""

from __future__ import annotations

from constancia.coding.deeds.lexicon import Sense
from constancia.coding.deeds.names import is_body_called, is_called_so, is_full_name, is_in_name
from constancia.coding.deeds.page_subjects import subjects_of
from constancia.coding.deeds.triggers import Candidate, candidates
from constancia.model import ActorValue, Reading
from constancia.vocabulary import Mode, Role


def find_candidates(reading: Reading) -> dict[int, list[Candidate]]:
    """Give the words of each sentence that may name a deed; those that need a doer only where a text names one."""
    found: dict[int, list[Candidate]] = {}
    named = [m for m in reading.mentions if isinstance(m.value, ActorValue) and m.value.name is not None]
    names = [(m.start, m.end) for m in named if is_full_name(m) or is_body_called(m)]
    roles = {mention.value.role for mention in reading.mentions if isinstance(mention.value, ActorValue)}
    for index, sentence in enumerate(reading.sentences):
        here = [
            each
            for each in candidates(sentence, reading.language)
            if not is_in_name(each, sentence, names)
            and not is_called_so(each, sentence)
            and _has_doer_here(each, roles)
        ]
        if here:
            found[index] = here
    subjects = subjects_of(reading) if found else frozenset()
    return {index: _in_earnest(here, subjects) for index, here in found.items()} if subjects else found


def _in_earnest(found: list[Candidate], subjects: frozenset[str]) -> list[Candidate]:
    """Leave out what is a figure of speech on a page of sport or of markets: "rallied", "se enfrentó a"."""
    return [each for each in found if each.sense is None or not _is_figurative(each.sense, subjects)]


def _is_figurative(sense: Sense, subjects: frozenset[str]) -> bool:
    return sense.mode is Mode.OBSTRUCT or not subjects.isdisjoint(sense.veto)


def _has_doer_here(candidate: Candidate, roles: set[Role]) -> bool:
    """Tell whether a text names the doer that a word wants, if it wants one."""
    return candidate.sense is None or candidate.sense.doer is None or candidate.sense.doer in roles
