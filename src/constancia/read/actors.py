"""A document in, its actors out: people, bodies and offices by role, and persons by name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

from constancia.model import ActorValue, Mention
from constancia.read.actor_lexicon import ActorLexicon, Entry, actor_lexicon
from constancia.read.bodies import BodyName, explained_acronyms, widen, with_acronyms
from constancia.read.document import Document
from constancia.read.names import PersonName, find_names, name_after_title, surname_mentions
from constancia.vocabulary import Role
from constancia.words import Hit, fold

_AND = re.compile(r" (?:y|e|and|&) (?:(?:la|el|los|las|the) )?\Z|, \Z")
_DE = re.compile(r" (?:de|del|de la|of|the) \Z")
_TRAILING = re.compile(r"(?:[ ,]+(?:y|e|and|of|for|&|de|del|la|las|los|el|para|por|the))*[ ,]*\Z")
_ITS = re.compile(r"(?:\A|[\s,])(?:su|its|their) \Z")
_NAME_OF_BODY = re.compile(
    r"(?: (?:de|of) (?:los |las |the )?[a-zñáéíóúü]+)? ((?!(?:El|La|Los|Las|The|In|On|En) )[A-ZÁÉÍÓÚÑ][\w'’-]+(?: (?:(?:de|del|y|of|and|por|la|el) )?[A-ZÁÉÍÓÚÑ][\w'’-]+){0,4})"
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
_NAMED_WITH_NOUN = frozenset({Role.HEALTH, Role.PRESS, Role.CLERGY})
_MEMBER_ROLES = frozenset(
    {
        Role.UNION,
        Role.PEASANTS,
        Role.INDIGENOUS,
        Role.STUDENTS,
        Role.WOMEN,
        Role.PRESS,
        Role.BUSINESS,
        Role.MIGRANTS,
        Role.CLERGY,
    }
)
_OF = re.compile(
    r" (?:de la|de las|de los|del|de|of the|of|for the|for|at the|at|en|with|with the|from the|at|ante|para|por) \Z|(?:'s|'|s') \Z| \Z"
)
_TO_NAME = re.compile(r",? (?:\(e\) )?")
_APPOSITION = re.compile(
    r",? ?(?:\(|, )?(?:the |la |el |a |an |un |una |who is |quien es |then |former |el entonces |the group's |its |su |y |and )*"
)
_COMMA_REACH = 60
_DEPARTMENT = re.compile(
    r" (?:de|del|of|for) (?:la |las |los |the )?(?:[A-ZÁÉÍÓÚÑ][\w-]+)(?:(?:,| y| e| and| de| del| de la| of) [A-ZÁÉÍÓÚÑ][\w-]+){0,4}"
)


def find_actors(document: Document) -> list[Mention]:
    """Find who is named in a text, in order of place; no two overlap."""
    finder = _Finder(document)
    found = finder.find()
    explained = explained_acronyms(finder.text, found)
    return _Finder(document, explained).find() if explained else found


class _Finder:
    """One pass over one document."""

    def __init__(self, document: Document, explained: Mapping[str, ActorValue] | None = None) -> None:
        self.text = document.text.text
        self.folded = document.folded
        self.lexicon: ActorLexicon = actor_lexicon(document.language)
        self.language = document.language
        self.is_capitals = self.text[:2000].isupper()
        hits = [hit for hit in self.lexicon.matcher.find_longest(self.folded) if self._stands(hit)]
        self.hits: list[Hit[Entry]] = with_acronyms(self.text, hits, explained) if explained else hits
        self.starts = [hit.start for hit in self.hits]
        self.names = (
            {} if self.is_capitals else {name.start: name for name in find_names(self.text, self.folded, self.lexicon)}
        )
        self.found: list[Mention] = []
        self.people: list[tuple[PersonName, ActorValue]] = []
        self.end = 0

    def find(self) -> list[Mention]:
        name_starts = sorted(self.names)
        next_name = 0
        for index, hit in enumerate(self.hits):
            while next_name < len(name_starts) and name_starts[next_name] < hit.start:
                self._add_person(self.names[name_starts[next_name]])
                next_name += 1
            if hit.start >= self.end:
                self._add_hit(index, hit)
        for start in name_starts[next_name:]:
            self._add_person(self.names[start])
        self._add_surnames()
        return self._published()

    def _stands(self, hit: Hit[Entry]) -> bool:
        """Whether an acronym is written as one."""
        entry = hit.value
        if entry.acronym is None:
            return True
        if self.text[hit.start : hit.end] == entry.written:
            return True
        return entry.people is not None or entry.body is not None or entry.is_title

    # ------------------------------------------------------------ one hit

    def _add_hit(self, index: int, hit: Hit[Entry]) -> None:
        entry = hit.value
        if entry.acronym is not None and self.text[hit.start : hit.end] == entry.written:
            self._add_body(index, BodyName(hit.start, hit.end, is_name=True), entry.acronym, "acronym")
            return
        if entry.named is not None:
            self._add_body(index, self._widened(index, hit), entry.named, "known body")
            return
        if entry.body is not None and self.text[hit.start].isupper() and not self.is_capitals:
            body = self._widened(index, hit)
            if body.is_name:
                self._add_body(index, body, self._role_by_members(body, entry.body), "body noun")
                return
        if (
            entry.body in _NAMED_ROLES
            and self.text[hit.start].islower()
            and self._add_named_body(index, hit, entry.body)
        ):
            return
        if entry.is_title and self._add_title(index, hit):
            return
        if entry.people is not None:
            self._add_people(index, hit, entry.people)

    def _add_body(self, index: int, body: BodyName, role: Role, why: str) -> None:
        """Add a body, or the holder of a post in it where the post follows: "Harbour Union president Ana Luz"."""
        name = self.hits[index].value.name or self.text[body.start : body.end]
        post = self._hit_at_gap(index, body.end)
        if post is not None and (post.value.is_post or post.value.office) and not post.value.is_honorific:
            self._add_holder(body.start, post, role, name)
            return
        self._add(body.start, body.end, ActorValue(role, name=name), why)

    def _add_named_body(self, index: int, hit: Hit[Entry], role: Role) -> bool:
        """Add a body whose name follows its noun: "el sindicato Rueda Grande", "the rights group Open Cells"."""
        match = _NAME_OF_BODY.match(self.text, hit.end)
        if match is None or fold(match.group(1).split(" ", 1)[0]) in self.lexicon.calendar:
            return False
        start, end = match.span(1)
        end = start + len(_TRAILING.sub("", self.text[start:end]))
        body = BodyName(hit.start, end, is_name=True)
        name = self.text[hit.start : end] if role in _NAMED_WITH_NOUN else self.text[start:end]
        self._add(
            body.start, body.end, ActorValue(self._role_by_members(body, role), name=name), "body noun and its name"
        )
        return True

    def _widened(self, index: int, hit: Hit[Entry]) -> BodyName:
        """The whole name of a body, up to where the next body or a person begins."""
        is_named = hit.value.named is not None
        if self.is_capitals or (is_named and (self.language == "en" or not self.text[hit.start].isupper())):
            return BodyName(hit.start, hit.end, is_name=is_named)
        body = widen(self.text, hit.start, hit.end, self.end, self.language)
        end = self._cut(index, hit.end, body.end)
        return BodyName(body.start, end, is_named or (body.start, end) != (hit.start, hit.end))

    def _cut(self, index: int, start: int, end: int) -> int:
        """Where a name that capitals ran on with ends: before "and the next body", before a person."""
        for hit in self.hits[index + 1 : bisect_left(self.starts, end)]:
            if _AND.search(self.folded, start - 1, hit.start) and (
                hit.value.body or hit.value.named or hit.value.is_title
            ):
                end = hit.start
                break
        for begin in range(start + 1, end):
            if begin in self.names and not _DE.search(self.folded, start - 1, begin):
                end = begin
                break
        return start + len(_TRAILING.sub("", self.text[start:end]))

    def _role_by_members(self, body: BodyName, role: Role) -> Role:
        """The role of those who make up a federation, front or association, when its name says who they are."""
        if role not in {Role.OTHER, Role.NGO}:
            return role
        for hit in self.hits[bisect_left(self.starts, body.start) : bisect_left(self.starts, body.end)]:
            told = hit.value.members or hit.value.people
            if told in _MEMBER_ROLES:
                return told
        return role

    def _add_people(self, index: int, hit: Hit[Entry], role: Role) -> None:
        post = self._hit_at_gap(index, hit.end)
        if post is not None and post.value.body and self.text[hit.start].isupper() and self.text[post.start].isupper():
            return
        if post is not None and post.value.is_post:
            self._add_holder(hit.start, post, role, None)
            return
        name = self._name_from(hit.end)
        if name is not None and hit.end - hit.start > 2 and name.start == hit.end + 1:
            self._remember(hit.start, name, ActorValue(role, name=name.text, is_private=True), "noun before a name")
            return
        self._add(hit.start, hit.end, ActorValue(role), "noun")

    def _hit_at_gap(self, index: int, end: int) -> Hit[Entry] | None:
        """The next phrase, where nothing but a space or a possessive lies between."""
        position = bisect_left(self.starts, end, index)
        if position < len(self.hits) and self.folded[end : self.starts[position]] in {" ", "'s ", "' "}:
            return self.hits[position]
        return None

    def _add_holder(self, start: int, post: Hit[Entry], role: Role, organisation: str | None) -> None:
        """Add the holder of a post whose body stands before it; a name may follow."""
        name = self._name_from(post.end)
        value = ActorValue(role, name.text if name else None, self._is_private(post.value, name), organisation)
        if name is None:
            self._add(start, post.end, value, "post in a body")
        else:
            self._remember(start, name, value, "post in a body, and a name")

    # ------------------------------------------------------------ titles

    def _add_title(self, index: int, hit: Hit[Entry]) -> bool:
        """Add an office or post, its body and its holder's name; False when the word is none here."""
        entry = hit.value
        role, organisation, end = self._of_body(index, hit)
        name = self._name_from(end)
        if name is None and end == hit.end and (entry.needs_name or entry.is_honorific):
            return False
        if name is None and role is None and entry.office is None:
            return False
        if role is None and entry.is_post and _ITS.search(self.folded, max(0, hit.start - 8), hit.start):
            role, organisation = self._last_body()
        given = role if role is not None and entry.is_post else entry.office or role or self.lexicon.alone
        value = ActorValue(given, name.text if name else None, self._is_private(entry, name), organisation)
        if name is None:
            self._add(hit.start, end, value, "office" if entry.office else "post in a body")
        else:
            self._remember(hit.start, name, value, "title and name")
        return True

    def _last_body(self) -> tuple[Role | None, str | None]:
        """The body named last, which "its president" is of."""
        for mention in reversed(self.found):
            value = mention.value
            if isinstance(value, ActorValue) and value.name and value.organisation is None and not value.is_private:
                if all(value.name != name.text for name, _ in self.people):
                    return value.role, value.name
        return None, None

    def _of_body(self, index: int, hit: Hit[Entry]) -> tuple[Role | None, str | None, int]:
        """The body that a title is of: its role, its name and where the whole phrase ends."""
        following = self.hits[index + 1] if index + 1 < len(self.hits) else None
        if following is not None and _OF.fullmatch(self.folded, hit.end, following.start):
            role = following.value.acronym or following.value.named or following.value.people or following.value.body
            if role is not None:
                return self._body_after(following, role)
        if following is not None and following.value.adjective and self.folded[hit.end : following.start] == " ":
            return following.value.adjective, None, following.end
        department = _DEPARTMENT.match(self.text, hit.end) if not self.is_capitals else None
        if department is not None and not hit.value.is_honorific:
            return None, None, self._department_end(hit.end, department.end())
        return None, None, hit.end

    def _body_after(self, hit: Hit[Entry], role: Role) -> tuple[Role, str | None, int]:
        if hit.value.named is not None or hit.value.acronym is not None:
            body = self._widened(bisect_left(self.starts, hit.start), hit) if hit.value.named else hit
            return role, hit.value.name or self.text[body.start : body.end], body.end
        if self.text[hit.start].isupper() and not self.is_capitals:
            index = bisect_left(self.starts, hit.start)
            right = widen(self.text, hit.start, hit.end, hit.start, self.language)
            body = BodyName(hit.start, self._cut(index, hit.end, right.end), right.is_name)
            if body.end > hit.end:
                role = self._role_by_members(body, hit.value.body or role)
                return role, self.text[body.start : body.end], body.end
        return role, None, hit.end

    def _department_end(self, start: int, end: int) -> int:
        """Where "of Health" ends: before a person's name that the capitals ran into."""
        inside = [begin for begin in self.names if start < begin < end]
        return len(self.text[: min(inside)].rstrip(" ,")) if inside else end

    def _name_from(self, end: int) -> PersonName | None:
        """The name that a title introduces at `end`."""
        if self.is_capitals:
            return None
        gap = _TO_NAME.match(self.folded, end)
        start = gap.end() if gap else end
        known = self.names.get(start)
        if known is not None or self.folded[end : end + 1] != " " or start != end + 1:
            return known
        hit_after = bisect_left(self.starts, start)
        if hit_after < len(self.starts) and self.starts[hit_after] == start:
            return None
        return name_after_title(self.text, self.folded, start, self.lexicon)

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
        """What a phrase after the comma says of the person."""
        start = name.end
        if self.folded[start : start + 1] not in {",", " "} or self.folded[start : start + 2] == " (":
            return None
        gap = _APPOSITION.match(self.folded, start)
        begin = gap.end() if gap else start
        if self.folded[start] != ",":
            return None
        index = bisect_left(self.starts, begin)
        if index >= len(self.hits) or self.starts[index] - begin > 25 or "," in self.folded[begin : self.starts[index]]:
            return None
        hit = self.hits[index]
        entry = hit.value
        if not entry.is_title:
            before_post = self._hit_at_gap(index, hit.end)
            role = entry.people or entry.body or entry.named or entry.acronym
            if before_post is not None and before_post.value.is_post and role is not None:
                return ActorValue(role, name.text, before_post.value.is_private_post)
            return ActorValue(role, name.text, is_private=True) if role is not None else None
        role, organisation, _ = self._of_body(index, hit)
        given = role if role is not None and entry.is_post else entry.office or role or self.lexicon.alone
        return ActorValue(given, name.text, entry.office is None and entry.is_private_post, organisation)

    def _remember(self, start: int, name: PersonName, value: ActorValue, why: str) -> None:
        self.people.append((name, value))
        self._add(start, name.end, value, why)

    def _add(self, start: int, end: int, value: ActorValue, why: str) -> None:
        if start < self.end:
            return
        self.found.append(Mention(start, end, self.text[start:end], value, why))
        self.end = end

    # ------------------------------------------------------------ said again

    def _add_surnames(self) -> None:
        """Add each later use of a person's surname."""
        people: dict[str, int] = {}
        for index, (name, _) in enumerate(self.people):
            for surname in name.surnames or (name.text,):
                people.setdefault(surname, index)
        for start, end, index in surname_mentions(self.text, people):
            self._insert(start, end, self.people[index][1], "surname of a person named before")

    def _insert(self, start: int, end: int, value: ActorValue, why: str) -> None:
        position = bisect_left(self.found, start, key=lambda mention: mention.start)
        if position and self.found[position - 1].end > start:
            return
        if position < len(self.found) and self.found[position].start < end:
            return
        self.found.insert(position, Mention(start, end, self.text[start:end], value, why))

    def _published(self) -> list[Mention]:
        """Give the actors; who holds an office anywhere in the text is public everywhere in it."""
        public = {value.name: value for _, value in self.people if value.name and not value.is_private}
        by_surname = {name.surnames[-1]: value for name, value in self.people if not value.is_private and name.surnames}
        return [self._as_public(mention, public, by_surname) for mention in self.found]

    def _as_public(self, mention: Mention, public: dict[str, ActorValue], by_surname: dict[str, ActorValue]) -> Mention:
        value = mention.value
        if not isinstance(value, ActorValue) or not value.is_private or value.name is None:
            return mention
        known = public.get(value.name) or (
            by_surname.get(value.name.rsplit(" ", 1)[-1]) if len(value.name.split()) > 1 else None
        )
        if known is None or (
            known.name and len(known.name.split()) > 1 and known.name.split()[0] != value.name.split()[0]
        ):
            return mention
        told = ActorValue(known.role, value.name, False, known.organisation)
        return Mention(mention.start, mention.end, mention.text, told, mention.why)
