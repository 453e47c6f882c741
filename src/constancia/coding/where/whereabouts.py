"""A place in its text in, whether it only says where somebody spoke or stayed out: "on a visit to Kotor" (P1)."""

from __future__ import annotations

import re
from functools import lru_cache

from constancia.model import Mention
from constancia.words import fold, load_lexicon
from constancia.words.expressions import expression

_BEFORE, _BEHIND = 90, 70  # characters looked at on either side of the place
_SENTENCE_END = re.compile(r"[.!?][\"”»’]?\s|\n")
_PREPOSITION = re.compile(r"(?:\b(?:in|to|of|at|from|through|en|a|por|desde)|\bvisiting)\s+(?:the\s+|la\s+|el\s+)?$")


@lru_cache(2)
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Compile what shows that somebody spoke or lives there, stays told beside a verb of saying, and such verbs."""
    table = {name: "|".join(words) for name, words in load_lexicon(language, "places")["whereabouts"].items()}
    meeting = rf"(?:an?|the|una?|el|la|l[ao]s)\s+(?:[\w-]+\s+){{0,3}}(?:{table['meeting']})(?:\s+[\w-]+){{0,3}}"
    there = r"\s+(?:in|from|at|en|desde)\s+(?:the\s+|la\s+|el\s+)?$"
    spoke = expression(
        rf"\b(?:{table['spoke']})(?:\s+(?:(?:to|at|in|a|ante|en)\s+)?(?:{meeting}|{table['hearers']}))?{there}"
    )
    stay = expression(
        rf"\b(?:{table['stay']})(?:\s+[\w-]+){{0,2}}?\s+(?:in|to|of|at|through|a|en|por)\s+(?:the\s+|la\s+|el\s+)?$"
        rf"|\b(?:{table['at']})\s+(?:{meeting}{there}|$)|^(?:from|desde)\s+$"
    )
    said = expression(rf"\b(?:{table['said']})\b[^,;:]{{0,70}}$")
    says = expression(
        rf"(?:\s+(?:for|on|this|where|to|para|donde|por|este|esta|el)\b[^,;:]{{0,40}})?,\s+"
        rf"(?:(?!(?:was|were|is|fue|fueron|es)\b)[\w'-]+\s+){{0,8}}?(?:{table['said']})\b"
    )
    return spoke, stay, said, says


def is_whereabouts(text: str, mention: Mention, language: str | None) -> bool:
    """Tell the place where a speaker was: "speaking in Kotor", "the minister, on a visit to Kotor, said"."""
    before = text[max(0, mention.start - _BEFORE) : mention.start]
    return _is_so_told(before, text[mention.end : mention.end + _BEHIND], language or "en")


# "Los heridos fueron trasladados a Loja": where they were brought, not where they were hurt.
_MOVED = re.compile(
    r"\b(?:(?:traslad|evacu|deriv|remit|llev|conduc|transfer)\w*[ai]d[oa]s?(?: \w+)? a(?: la| el)?"
    r"|(?:airlifted|flown|rushed|transferred|evacuated|taken) to(?: the)?) $"
)


@lru_cache(256)  # a place is asked about for each deed, and for the country of its text
def _is_so_told(before: str, behind: str, language: str) -> bool:
    before = before.casefold()
    if not _PREPOSITION.search(before):  # so it is with many
        return False
    before = fold(_SENTENCE_END.split(before)[-1])
    spoke, stay, said, says = _patterns(language)
    if spoke.search(before) or _MOVED.search(before):
        return True
    match = stay.search(before)
    return match is not None and bool(said.search(before[: match.start()]) or says.match(fold(behind)))
