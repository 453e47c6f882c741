"""What stands between a number and its verb in, how far off that verb stands out: parts, ages and names inserted."""

from __future__ import annotations

import re

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure


def without_parts(between: str) -> str:
    """Leave out the parts told between a number and its verb: "ten people, including an MP, died"."""
    return _INSERTED.sub(" ", between)


_INSERTED = re.compile(
    r",? (?:including|among them|among whom|most of them|mostly|many of them|some of them|incluid[oa]s?|"
    r"incluyendo|entre ell[oa]s|la mayoria|en su mayoria|muchos de ellos|algunos de ellos) [^,;:()]{2,60}, "
)


def is_in_a_name(figure: Figure, before: str, words: FigureWords) -> bool:
    """Tell "the march of the four corners" from "the march of the 300 teachers"."""
    if (
        not figure.noun
        or _OF_THE.search(before) is None
        or figure.text.isdecimal()
        or (figure.value.best or 0) > _MOST_IN_A_NAME
    ):
        return False
    kinds = (words.people, words.on_duty, words.strikers, *words.nouns.values(), *words.category.values())
    return not any(kind.match(figure.noun) for kind in kinds)


_OF_THE = re.compile(r"\b(?:of the|de l[oa]s)\s+$")
_MOST_IN_A_NAME = 12


def without_ages(zone: str) -> tuple[str, int]:
    """Blank the ages behind a number, "three men, aged 20, 30 and 31, died", and give where they end."""
    ages = _AGES.match(zone)
    if ages is None:
        return zone, 0
    return zone[: ages.start("ages")] + " " * len(ages["ages"]) + zone[ages.end("ages") :], ages.end()


_AGES = re.compile(
    r"(?=[a-z\s,-]*\d)"  # few zones have a number so near, and this is seen at once
    r"(?:\s+[a-z-]+){0,3}(?P<ages>,?\s+(?:aged(?: between| from)?|ages?|all aged|both aged|de|of|entre|"
    r"between|con edades de|edades)?\s*"
    r"(?:\d{1,2}(?:\s*,\s*|\s+(?:and|y|a|to)\s+|\s*)){1,6}(?:anos(?: de edad)?|years? old|years of age|"
    r"respectivamente|respectively)?,)(?=\s)"
)


def is_strength(figure: Figure, before: str, words: FigureWords) -> bool:
    """Tell "the police have 9,000 officers" and "50 police booths" from those who are sent out."""
    told = words.on_duty.search(figure.noun)
    if told is None:
        return False
    behind = figure.noun[told.end() :].strip()
    is_of_things = behind.endswith("s") and not words.on_duty.match(behind) and not words.people.match(behind)
    return is_of_things or _HAS.search(before) is not None


_HAS = re.compile(
    r"\b(?:has|have|employs?|numbers|fields|cuentan? con|tienen?|disponen? de)\s+"
    r"(?:about |some |only |nearly |almost |over |unos |unas |apenas )?$"
)


def is_to_death(after: str) -> bool:
    """Tell "beat and burned 13 men to death": what hurt those counted killed them."""
    return _TO_DEATH.match(after) is not None


_TO_DEATH = re.compile(r"(?:\s+[\w'-]+){0,5}?\s+(?:to death|a muerte|hasta (?:la muerte|matar(?:l[oa]s?)?))\b")
