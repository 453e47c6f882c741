"""Words for whoever gives a figure in, their role out, where no reader knew them: "the coalition", "la portuaria"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from constancia.coding.claims.lexicon import FigureWords
from constancia.coding.claims.line import Figure, Line
from constancia.coding.claims.word_kinds import SPEAKER
from constancia.coding.clauses.forms import singulars
from constancia.coding.deeds.lexicon import lexicon
from constancia.coding.story import Story
from constancia.coding.word_patterns import any_of
from constancia.coding.word_sets import words_of
from constancia.model import ActorValue, Mention, Speaker
from constancia.vocabulary import Role
from constancia.words import fold

_NOBODY = re.compile(
    r"(?:the |el |la )?(?:our|my|nuestr[oa]s?|"
    r"se|les?|lo|hay|hubo|there|"
    r"who|whom|nobody|no one|nadie|ningun[oa]?|that|which|he|she|it|they|we|you|him|her|them|his|one|some|others?|"
    r"many|reports?|"
    r"also|later|then|earlier|separately|however|meanwhile|still|but|and|yet|so|now|today|yesterday|"
    r"que|quien|quienes|ellos|ellas|ella|esto|eso|ese|esa|este|esta|algun[oa]s|otr[oa]s|vari[oa]s|"
    r"segun|tambien|ademas|asimismo|igualmente|luego|despues|finalmente|posteriormente|incluso|ayer|hoy|anoche|"
    r"asi|pero|y|ahora|entonces|mientras)"
)
_NAMED = re.compile(
    r"(?:(?i:the|an?|el|la|los|las|un|una)\s+)?[\w’'-]+"
    r"(?:\s+(?:(?:de|del|de la|of|for|the|y|and)\s+)*[A-ZÁÉÍÓÚÑ0-9][\w’'-]*)*"
)
_SURNAME = 4  # letters
_UNION = re.compile(r"(?:el |la |los )?(?:sin?tra|sutra|sitram|fentra|fesitra|fetra|fenatra|sutep|sindic)\w*")
_MANNER = re.compile(r"\s*(?:(?:now|already|only|still|also|later|itself|ya|solo|apenas|tambien|luego|hoy|ayer)\s+)*")
# "Para el Gobierno son tres."
_IN_EYES = re.compile(
    r"(?:pero |y |en cambio,? )?para\s+(?P<who>(?:el|la|los|las)\s+[\w ]{3,40}?),?"
    r"\s+(?:son|eran|fueron|serian|hay|hubo|van)\s*(?:solo |apenas |unos |unas )?$"
)


def role_of_words(story: Story, text: str, words: FigureWords) -> Role | None:
    """Give the role of a source that no reader knew: by its noun, by whoever was named before, else `other`.

    None for words that name nobody.
    """
    folded = fold(text).strip()
    if not folded or _NOBODY.fullmatch(folded):
        return None
    if _UNION.fullmatch(folded):
        return Role.UNION
    if folded in _MINISTRIES:
        return Role.GOVERNMENT
    if _OF_CARE.fullmatch(folded) and _CARES.search(fold(story.reading.text.text)):
        return Role.HEALTH
    found = ((match.start(), role) for role, pattern in words.speakers.items() if (match := pattern.search(folded)))
    first = min(found, default=None)
    return first[1] if first else _role_of_namesake(story, text) or _role_of_fuller(story, folded) or Role.OTHER


# "Informó el recinto": the hospital told of before.
_OF_CARE = re.compile(
    r"(?:el |la |the )?(?:mism[oa] |same |propi[oa] |said |citad[oa] |dich[oa] )?"
    rf"{any_of('bodies', 'premises')}(?: {any_of('bodies', 'of_care')})?"
)
_CARES = re.compile(rf"\b{any_of('bodies', 'cares')}\b")
_MINISTRIES = words_of("bodies", "ministries")  # "Interior reconoce dos"


def _role_of_fuller(story: Story, folded: str) -> Role | None:
    """Give the role of the body that a text named in full before: "the association" of "the teachers' association"."""
    short = _SHORT_NAME.fullmatch(folded)
    for mention in story.reading.mentions if short else ():
        value = mention.value
        if (
            short
            and isinstance(value, ActorValue)
            and short["body"] in fold(mention.text).split()[1:] + _first(mention)
        ):
            return value.role
    return None


def _first(mention: Mention) -> list[str]:
    return fold(mention.text).split()[:1] if len(mention.text.split()) > 1 else []


_SHORT_NAME = re.compile(rf"(?:the |el |la |los |las |its? |su )?(?P<body>{any_of('bodies', 'short')})")


def _role_of_namesake(story: Story, text: str) -> Role | None:
    """Give the role of the person of a text whose surname the words are."""
    for mention in story.reading.mentions:
        value = mention.value
        if not isinstance(value, ActorValue) or value.name is None or len(text) < _SURNAME:
            continue
        if text in value.name.split()[1:]:
            return value.role
    return None


def bodies_in(story: Story, line: Line, start: int, end: int, words: FigureWords) -> Iterator[Speaker]:
    """Give the bodies between two offsets of a sentence that no reader knew, in order."""
    zone = line.words(start, end)
    if not line.opens & SPEAKER or not words.any_speaker.search(zone):  # so it is with most
        return
    known = [m for m in story.mentions_in(line.index) if isinstance(m.value, ActorValue)]
    found = sorted(
        (match.start(), match.end(), role)
        for role, pattern in words.speakers.items()
        for match in pattern.finditer(zone)
    )
    for first, last, role in found:
        if _heads_body(known, line, start + first, start + last):
            continue  # "police management"
        if not _is_known(known, start + first, start + last):
            text = story.reading.text.text[start + first : start + last]
            yield Speaker(role, None, text, start + first, start + last)


def _heads_body(known: list[Mention], line: Line, start: int, end: int) -> bool:
    """Tell who only leads a body that a reader knew: "police | management", "the union's leadership"."""
    if line.words(start, end) not in _LEADS:
        return False
    return any(mention.end <= start and line.words(mention.end, start) in (" ", "'s ", "’s ") for mention in known)


_LEADS = words_of("bodies", "leads")


def _is_known(known: list[Mention], start: int, end: int) -> bool:
    return any(mention.start < end and start < mention.end for mention in known)


def named_at(story: Story, line: Line, at: int, words: FigureWords) -> Speaker | None:
    """Give whoever the words at an offset name: "according to | the coalition"."""
    text = story.reading.text.text
    while at < line.end and text[at].isspace():
        at += 1
    match = _NAMED.match(text, at, line.end)
    if match is None:
        return None
    for mention in story.mentions_in(line.index):
        if isinstance(mention.value, ActorValue) and match.start() <= mention.start < match.end():
            return Speaker(mention.value.role, mention.value.name, mention.text, mention.start, mention.end)
    role = role_of_words(story, match.group(), words)
    return Speaker(role, None, match.group(), match.start(), match.end()) if role else None


_ARTICLES = frozenset({"la", "el", "los", "las", "una", "un", "su", "sus", "the", "a", "its", "their"})


_HAS = re.compile(r"\s*c(?:uent|ont)\w+ con\b")  # "La marcha contó con 120 músicos"


def _is_deed(story: Story, words: str) -> bool:
    """Tell "La marcha", "El paro" from a body's name of several capitals."""
    article, _, noun = words.partition(" ")
    language = story.reading.language or "en"
    is_low = noun.islower() and fold(article) in _ARTICLES
    return is_low and any(key in lexicon(language).nouns for key in singulars(fold(noun), language))


_ARTICLES = frozenset({"the", "a", "an", "el", "la", "los", "las", "un", "una"})


def counter_of(story: Story, line: Line, figure: Figure, words: FigureWords) -> Speaker | None:
    """Give those of no name who count for a living, before a verb of giving: "statisticians on a roof came up with"."""
    parse = story.parse(line.index)
    clause = parse.clause_of(figure.start)
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or not subject.last < verb.first or not subject.last - subject.first <= _LONG:
        return None
    start = parse.words[verb.first].start
    if start >= figure.start or not words.giving.search(line.words(start, figure.start)):
        return None
    group = subject
    if group.lemma in _RECKONINGS:  # "un conteo de un laboratorio arrojó"
        behind = (each for each in clause.complements if each.first > subject.last and each.last < verb.first)
        group = next((each for each in behind if each.lemma in _COUNTERS), subject)
    if group.lemma not in _COUNTERS:
        return None
    first, last = parse.words[group.first].start, parse.words[group.last].end
    text = story.reading.text.text[first:last]
    return Speaker(role_of_words(story, text, words), None, text, first, last)


_LONG = 6  # words of a subject
_COUNTERS = words_of("bodies", "counters")
_RECKONINGS = words_of("bodies", "reckonings")


# "Los heridos verificados llegan a 58": those counted, and no body that verifies.
HARMED = re.compile(
    r"(?:l[oa]s )?"
    r"(?:herid|lesionad|detenid|muert|fallecid|victim|afectad|arrestad|desaparecid|caso|dato|cifra|hecho)\w*"
)


def subject_of(story: Story, line: Line, figure: Figure, words: FigureWords) -> Speaker | None:
    """Give the name that opens a figure's clause right before a verb of giving: "Conadeh now counts nine"."""
    whole = line.words(line.start, figure.start)
    start = line.start + max((whole.rfind(mark) for mark in ";:"), default=-1) + 1
    while start < figure.start and not line.words(start, start + 1).strip():
        start += 1
    eyes = _IN_EYES.match(line.words(start, figure.start))
    if eyes is not None:
        return named_at(story, line, start + eyes.start("who"), words)
    match = _NAMED.match(story.reading.text.text, start, figure.start)
    if match is None or not any(letter.isupper() for letter in match.group()[1:] + match.group()[:1]):
        return None
    if fold(match.group().strip()) in _ARTICLES:  # "La cifra de muertos subió": a count, and no verb
        return None
    behind = line.words(match.end(), figure.start)
    name = match[0]
    if _HAS.match(behind) or _is_deed(story, name) or HARMED.fullmatch(fold(name.strip())):
        return None
    manner = _MANNER.match(behind)
    gives = words.giving.match(behind, manner.end() if manner else 0)
    return named_at(story, line, start, words) if gives else None
