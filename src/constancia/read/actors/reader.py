"""A document in, its actors out: people, bodies and offices by role, and persons by name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from constancia.model import ActorValue, Mention
from constancia.read.actors.bodies import BodyName, explained_acronyms
from constancia.read.actors.harmed import as_harmed_everywhere, is_harmed
from constancia.read.actors.kin import is_kin_before, is_kin_behind
from constancia.read.actors.lexicon import Entry, actor_lexicon
from constancia.read.actors.names import PersonName
from constancia.read.actors.offices_before import with_office_before, with_ranks_of_police
from constancia.read.actors.persons import Person, add_surnames, with_public_persons
from constancia.read.actors.phrases import Phrases, without_link
from constancia.read.document import Document
from constancia.vocabulary import Role
from constancia.words import Hit, fold
from constancia.words.memory import WordMemory

_ITS = re.compile(r"(?:\A|[\s,])(?:su|its|their) \Z")
_CAPITAL = r"[A-ZÁÉÍÓÚÑ][\w'’-]+"
_NAME_OF_BODY = re.compile(
    r"(?: (?:de|of) (?:los |las |the )?[a-zñáéíóúü]+)? "
    rf"((?!(?:El|La|Los|Las|The|In|On|En) ){_CAPITAL}(?: (?:(?:de|del|y|of|and|por|la|el) )?{_CAPITAL}){{0,4}})"
)
# Bodies that a bare name may follow; a name after "police" or "court" is a person's or a place's.
_NAMED_ROLES = frozenset(
    {
        Role.UNION,
        Role.PEASANTS,
        Role.INDIGENOUS,
        Role.STUDENTS,
        Role.WOMEN,
        Role.NGO,
        Role.OTHER,
        Role.PRESS,
        Role.HEALTH,
        Role.BUSINESS,
        Role.CLERGY,
        Role.PARTY,
        Role.PROTESTERS,
        Role.GANG,
    }
)
_UNSPECIFIC = frozenset({Role.INDIVIDUAL, Role.CIVILIANS})
_NAMED_WITH_NOUN = frozenset({Role.HEALTH, Role.PRESS, Role.CLERGY})
_APPOSITION = re.compile(
    r",? ?(?:\(|, )?(?:the |la |el |a |an |un |una |who is |quien es |then |former |el entonces |the group's |its |su "
    r"|with the |of the |from the |de la |del |y |and )*"
)
# "The alliance's local president" is no president of a state.
_HEADED = re.compile(
    r"\b(?P<body>alliance|association|federation|confederation|coalition|union|club|chamber|society|committee|movement"
    r"|front|guild|bar|board|league|syndicate|network|cooperative|congress|council|branch|chapter|ittehad|party)"
    r"(?:'s|’s|') (?:[a-z-]+ ){0,2}\Z"
)
# Behind a name these tell of somebody else.
_WHOSE = re.compile(r"(?:of |de )?(?:whose|cuy[oa]s?|who|which|que|quien)\b(?! (?:is|was|es|era|fue)\b)")
# An apposition names its office within this many letters.
_APPOSITION_REACH = 25


def find_actors(document: Document, places: Sequence[Mention] = ()) -> list[Mention]:
    """Find who is named in a text, in order of place; no two overlap, and none is one of its known `places`."""
    found = _Finder(Phrases(document, places=places)).find()
    explained = explained_acronyms(document.text.text, found)
    return _Finder(Phrases(document, explained, places)).find() if explained else found


@cache
def _posts(language: str) -> WordMemory[bool]:
    """Tell of a word whether it is a post."""
    matcher = actor_lexicon(language).matcher
    return WordMemory(lambda word: any(each.value.is_post for each in matcher.find_longest(word)))


class _Finder:
    """One pass over one document."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.text = phrases.text
        self.folded = phrases.folded
        self.lexicon = phrases.lexicon
        self.hits = phrases.hits
        self.starts = phrases.starts
        self.names = phrases.names
        self.posts = frozenset(hit.start for hit in self.hits if self._is_post(hit))
        self.found: list[Mention] = []
        self.people: list[Person] = []
        self.harmed: set[str] = set()
        self.end = 0

    def find(self) -> list[Mention]:
        name_starts = sorted(self.names)
        next_name = 0
        for index, hit in enumerate(self.hits):
            while next_name < len(name_starts) and name_starts[next_name] <= hit.start - (not self._begins_name(hit)):
                self._add_person(self.names[name_starts[next_name]])
                next_name += 1
            if hit.start >= self.end and not self._begins_name(hit):
                self._add_hit(index, hit)
        for start in name_starts[next_name:]:
            self._add_person(self.names[start])
        add_surnames(self.text, self.found, self.people)
        found = as_harmed_everywhere(with_public_persons(self.found, self.people), self.harmed)
        return with_ranks_of_police(found)

    def _is_post(self, hit: Hit[Entry]) -> bool:
        """Whether a phrase is a post, or a noun that opens with one: "director del hospital"."""
        if hit.value.is_post or hit.value.office is not None:
            return True
        first, _, rest = self.folded[hit.start : hit.end].partition(" ")
        return bool(rest) and _posts(self.phrases.language)[first]

    def _begins_name(self, hit: Hit[Entry]) -> bool:
        """Whether a noun is the first word of a person's name: "Marina Luque", not the navy."""
        name = self.names.get(hit.start)
        return name is not None and name.end > hit.end and not hit.value.is_title and hit.value.named is None

    # ------------------------------------------------------------ one hit

    def _add_hit(self, index: int, hit: Hit[Entry]) -> None:
        entry = hit.value
        if entry.acronym is not None and self.phrases.is_written_so(hit):
            self._add_body(index, BodyName(hit.start, hit.end, is_name=True), entry.acronym, "acronym")
            return
        if entry.named is not None:
            self._add_body(index, self.phrases.widened(index, hit, self.end), entry.named, "known body")
            return
        if entry.body is not None and self.text[hit.start].isupper() and not self.phrases.is_capitals(hit.start):
            body = self.phrases.widened(index, hit, self.end)
            if body.is_name:
                self._add_body(index, body, self.phrases.role_by_members(body, entry.body), "body noun")
                return
        if entry.body in _NAMED_ROLES and self.text[hit.start].islower() and self._add_named_body(hit, entry.body):
            return
        if entry.is_title and (self.phrases.is_town(hit.start) or self._add_title(index, hit)):
            return
        if entry.people is not None:
            self._add_people(index, hit, entry.people)

    def _add_body(self, index: int, body: BodyName, role: Role, why: str) -> None:
        """Add a body, or the holder of a post in it where the post follows: "Harbour Union president Ana Luz"."""
        name = self.hits[index].value.name or self.text[body.start : body.end]
        post = self.phrases.hit_at_gap(index, body.end)
        if post is not None and (post.value.is_post or post.value.office) and not post.value.is_honorific:
            self._add_holder(body.start, post, role, name)
            return
        self._add(body.start, body.end, ActorValue(role, name=name), why)

    def _add_named_body(self, hit: Hit[Entry], role: Role) -> bool:
        """Add a body whose name follows its noun: "el sindicato Rueda Grande", "the rights group Open Cells"."""
        match = _NAME_OF_BODY.match(self.text, hit.end)
        if match is None or fold(match.group(1).split(" ", 1)[0]) in self.lexicon.calendar:
            return False
        start, end = match.span(1)
        end = start + len(without_link(self.text[start:end]))
        body = BodyName(hit.start, end, is_name=True)
        name = self.text[hit.start : end] if role in _NAMED_WITH_NOUN else self.text[start:end]
        self._add(
            body.start,
            body.end,
            ActorValue(self.phrases.role_by_members(body, role), name=name),
            "body noun and its name",
        )
        return True

    def _add_people(self, index: int, hit: Hit[Entry], role: Role) -> None:
        post = self.phrases.hit_at_gap(index, hit.end)
        if post is not None and post.value.body and self.text[hit.start].isupper() and self.text[post.start].isupper():
            return
        if post is not None and post.value.is_post:
            self._add_holder(hit.start, post, role, None)
            return
        name = self.phrases.name_from(hit.end)
        is_name = name is not None and (
            name.start in self.names or (" " in name.text and self.text[hit.start].islower())
        )
        if name is not None and is_name and name.start == hit.end + 1:
            self._remember(hit.start, name, ActorValue(role, name=name.text, is_private=True), "noun before a name")
            return
        self._add(hit.start, hit.end, ActorValue(role), "noun")

    def _add_holder(self, start: int, post: Hit[Entry], role: Role, organisation: str | None) -> None:
        """Add the holder of a post whose body stands before it; a name may follow."""
        name = self.phrases.name_from(post.end)
        value = ActorValue(role, name.text if name else None, self._is_private(post.value, name), organisation)
        if name is None:
            self._add(start, post.end, value, "post in a body")
        else:
            self._remember(start, name, value, "post in a body, and a name")

    # ------------------------------------------------------------ titles

    def _add_title(self, index: int, hit: Hit[Entry]) -> bool:
        """Add an office or post, its body and its holder's name; False when the word is none here."""
        entry = hit.value
        role, organisation, end = self.phrases.of_body(index, hit)
        if (
            end > hit.end
            and entry.needs_name
            and (entry.office is Role.CLERGY or self.phrases.is_common_noun_next(index, hit))
        ):
            return False  # "the sister of Ana Ruiz" is her kin; "private schools", "major unions" have no rank
        name = self.phrases.name_from(end)
        if name is not None and (entry.needs_name or entry.is_post) and not self._is_surely_name(hit, name):
            name = None
        if name is not None and role is None and self._is_of_department(hit.end, end, name):
            end, name = name.end, None
        if name is None and end == hit.end and (entry.needs_name or entry.is_honorific):
            return False
        if name is None and role is None and entry.office is None:
            return False
        if role is None and entry.is_post and _ITS.search(self.folded, max(0, hit.start - 8), hit.start):
            role, organisation = self._last_body()
        role = role or self._role_of_owner(hit)
        told = self._told_after(name) if name is not None and role is None and entry.office is None else None
        if told is not None and entry.is_post:
            role, organisation = told.role, told.organisation
        if role in _UNSPECIFIC and entry.people is not None:
            role = entry.people
        given = role if role is not None and entry.is_post else entry.office or role or self.lexicon.alone
        value = ActorValue(given, name.text if name else None, self._is_private(entry, name), organisation)
        if name is None:
            self._add(hit.start, end, value, "office" if entry.office else "post in a body")
        else:
            self._remember(hit.start, name, value, "title and name")
        return True

    def _role_of_owner(self, hit: Hit[Entry]) -> Role | None:
        """Give the role of whoever has a president of its own: "the alliance's local president"."""
        if hit.value.office is not Role.GOVERNMENT:
            return None
        owned = _HEADED.search(self.folded, max(0, hit.start - 60), hit.start)
        if owned is None:
            return None
        last = self.found[-1] if self.found else None
        value = last.value if last is not None and last.end == owned.end("body") else None
        return value.role if isinstance(value, ActorValue) else Role.OTHER

    def _is_surely_name(self, hit: Hit[Entry], name: PersonName) -> bool:
        """Whether a word after one like "general" is a name also where all is in capitals: not "GENERAL OFFENSIVE"."""
        is_plain = name.start not in self.names and " " not in name.text and self.folded[hit.end - 1] != "."
        return not (is_plain and self.phrases.is_capitals(hit.start))

    def _is_of_department(self, start: int, end: int, name: PersonName) -> bool:
        """Tell the last word of "titular de Derechos Humanos", "head of Public Works" from its holder's name."""
        return end > start and name.start not in self.names and " " not in name.text and not name.is_told_private

    def _last_body(self) -> tuple[Role | None, str | None]:
        """Give the body named last, which "its president" is of."""
        for mention in reversed(self.found):
            value = mention.value
            if not isinstance(value, ActorValue):
                continue
            if value.organisation and value.name is None:
                return value.role, value.organisation
            if not value.name or value.organisation or value.is_private:
                continue
            if all(value.name != name.text for name, _ in self.people):
                return value.role, value.name
        return None, None

    def _is_private(self, entry: Entry, name: PersonName | None) -> bool:
        if name is None:
            return False
        if entry.office is not None:
            return False
        return entry.is_private_post or entry.is_honorific or not entry.is_post or name.is_told_private

    # ------------------------------------------------------------ persons

    def _add_person(self, name: PersonName) -> None:
        """Add a name that no title introduces; an office may follow it: "Ana Luz, mayor of Cobre"."""
        if name.start < self.end:
            return
        value = self._told_after(name) or ActorValue(Role.INDIVIDUAL, name=name.text, is_private=True)
        self._remember(name.start, name, value, "given name")

    def _told_after(self, name: PersonName) -> ActorValue | None:
        """Give what a phrase after the comma says of the person."""
        start = name.end
        if self.folded[start : start + 1] not in {",", " "} or self.folded[start : start + 2] == " (":
            return None
        gap = _APPOSITION.match(self.folded, start)
        begin = gap.end() if gap else start
        if self.folded[start] != "," or is_kin_behind(self.folded, start, self.phrases.language):
            return None
        index = bisect_left(self.starts, begin)
        if (
            index >= len(self.hits)
            or self.starts[index] - begin > _APPOSITION_REACH
            or "," in self.folded[begin : self.starts[index]]
            or _WHOSE.match(self.folded, begin, self.starts[index])
        ):
            return None
        hit = self.hits[index]
        entry = hit.value
        if not entry.is_title:
            before_post = self.phrases.hit_at_gap(index, hit.end)
            role = entry.people or entry.body or entry.named or entry.acronym
            if before_post is not None and before_post.value.is_post and role is not None:
                return ActorValue(role, name.text, before_post.value.is_private_post)
            return ActorValue(role, name.text, is_private=True) if role is not None else None
        role, organisation, _ = self.phrases.of_body(index, hit)
        if role is None and entry.is_post and _ITS.search(self.folded, max(0, hit.start - 8), hit.start):
            role, organisation = self._last_body()
        given = role if role is not None and entry.is_post else entry.office or role or self.lexicon.alone
        return ActorValue(given, name.text, entry.office is None and entry.is_private_post, organisation)

    def _remember(self, start: int, name: PersonName, value: ActorValue, why: str) -> None:
        value = with_office_before(self.text, start, value, self.found, self.posts)
        if not value.is_private and is_kin_before(self.folded, name.start, self.phrases.language):
            value = ActorValue(Role.INDIVIDUAL, name=value.name, is_private=True)
        if value.name is not None and is_harmed(self.folded, start, name, value, self.phrases.language):
            self.harmed.add(value.name)
        self.people.append((name, value))
        self._add(start, name.end, value, why)

    def _add(self, start: int, end: int, value: ActorValue, why: str) -> None:
        if start < self.end:
            return
        self.found.append(Mention(start, end, self.text[start:end], value, why))
        self.end = end
