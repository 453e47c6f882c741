"""A strike in its story in, whether it is only the setting of another deed out, and then its own day and place.

"Thousands rode across Cali on Saturday to back the strike", "as the growers' strike drags on": the Saturday and Cali
are the ride's. A setting has the day and the place that stand right beside its word.
"""

from __future__ import annotations

import re

from constancia.coding.clauses.syntax import Clause, ClauseKind, NounGroup, Parse
from constancia.coding.story import Draft, Story
from constancia.coding.word_sets import word_set
from constancia.model import Mention
from constancia.vocabulary import EventType, Mode

_DEFINITE = word_set("the this that el la los las al del este esta ese esa su sus their its his her our")
_BESIDE = re.compile(
    r"\s*(?:[\w'-]+\s+){0,2}?(?:(?:in|across|throughout|of|on|from|en|de|del|por)\s+(?:the\s+|all\s+|la\s+|el\s+|todo\s+|toda\s+)*)?\Z"
)
_OWNS = re.compile(r"(?:'s?|’s?)?(?:\s+[\w'-]+){0,1}\s*\Z")


def is_setting(story: Story, draft: Draft) -> bool:
    """Tell a strike taken as known, which another deed is done for, in or since, from one that a text tells of."""
    if draft.mode is not Mode.STRIKE or draft.trigger.is_verb or draft.day_counter is not None:
        return False
    if _heads_live_page(story, draft):
        return True
    parse = story.parse(draft.trigger.sentence)
    group = next((each for each in parse.nouns if each.first <= draft.trigger.word <= each.last), None)
    if group is None or not _is_known(parse, group):
        return False
    return _is_aside(parse, group, parse.clauses[parse.clause_at[draft.trigger.word]])


def _heads_live_page(story: Story, draft: Draft) -> bool:
    """Tell what a page of entries is about, "Growers' strike, live: Sunday 16 March", from news of that day."""
    sentence = story.reading.sentences[draft.trigger.sentence]
    return sentence.is_headline and bool(_LIVE.search(story.folded(draft.trigger.sentence)))


_LIVE = re.compile(
    r"\b(?:minuto a minuto|en vivo|en directo|ultima hora|lo ultimo|cronologia|linea de tiempo|paso a paso|resumen"
    r"|live updates?|live ?blog|live:|- live|as it happened|timeline|round-?up|recap|latest updates?|at a glance)\b"
)


def is_opposed(story: Story, draft: Draft) -> bool:
    """Tell the protest whose end a crowd asks for, "salieron a pedir el fin de los bloqueos", from one that is told."""
    if draft.type is not EventType.PROTEST or draft.trigger.is_verb:
        return False
    parse = story.parse(draft.trigger.sentence)
    first = parse.word_at(draft.trigger.start)
    before = " ".join(word.norm for word in parse.words[max(first - _REACH, 0) : first])
    return bool(_ITS_END.search(before))


_ITS_END = re.compile(
    r"\b(?:(?:ask|call|demand|plead|push)\w* (?:for )?an end to"
    r"|(?:ped|exig|reclam|demand|solicit|inst)\w* (?:a )?(?:el|al) (?:fin|cese|levantamiento|termino) del?)"
    r"(?: (?:the|la|el|los|las|their|su|sus))?$"
)


def _is_known(parse: Parse, group: NounGroup) -> bool:
    opening = {word.norm for word in parse.words[max(group.first - 1, 0) : group.last + 1]}
    return bool(opening & _DEFINITE) or any(
        word.text.endswith(("'s", "’s", "s'", "s’")) or word.norm in ("'s", "'")
        for word in parse.words[group.first : group.last + 1]
    )


def _is_aside(parse: Parse, group: NounGroup, clause: Clause) -> bool:
    """Tell whether a noun stands behind "since", "in support of", or in a clause of its own beside the main one."""
    before = " ".join(word.norm for word in parse.words[max(group.first - _REACH, 0) : group.first])
    if _IN_VIEW_OF.search(before):
        return group.first > _OPENING
    is_aside = clause.kind is ClauseKind.SUBORDINATE and clause.marker in _MARKERS
    return is_aside and any(each.kind is ClauseKind.MAIN and each.verb is not None for each in parse.clauses)


_REACH = 6  # words
_OPENING = 2  # words: "In the strike, …" is told of
_MARKERS = frozenset({"as", "while", "since", "desde", "mientras", "que", "amid"})
_IN_VIEW_OF = re.compile(
    r"\b(?:since|desde|amid|in support of|in solidarity with|in favou?r of|to (?:back|support|join|demand|end)|against"
    r"|despite|days into|weeks into|en (?:apoyo|respaldo|rechazo) (?:al?|del?)|en solidaridad con|(?:en|a) favor del?"
    r"|(?:en )?contra(?: del?)?|en el marco del?|en medio del?|a pesar del?|pese al?|por|para apoyar|para respaldar"
    r"|en adhesion al?|(?:el )?fin del?)(?: (?:the|la|el|los|las|their|su))*$"
)


def beside(story: Story, draft: Draft, mentions: list[Mention]) -> Mention | None:
    """Give the one of some mentions that stands right beside the word for a strike: "the strike in Ica"."""
    text = story.reading.text.text
    for mention in mentions:
        if mention.start >= draft.trigger.end and _BESIDE.match(text[draft.trigger.end : mention.start]):
            return mention
        if mention.end <= draft.trigger.start and _OWNS.match(text[mention.end : draft.trigger.start]):
            return mention
    return None


def is_of_setting(story: Story, draft: Draft, mention: Mention) -> bool:
    """Tell whether a day is the setting's: beside its word, or in its clause ("since the strike began on Monday")."""
    if beside(story, draft, [mention]) is not None:
        return True
    parse = story.parse(draft.trigger.sentence)
    clause = parse.clauses[parse.clause_at[draft.trigger.word]]
    return clause.kind is ClauseKind.SUBORDINATE and parse.clause_at[parse.word_at(mention.start)] == clause.index
