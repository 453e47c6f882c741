"""Lexicons in, one matcher out: every word and name that says who somebody is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from constancia.vocabulary import Role
from constancia.words import PhraseMatcher, fold, load_lexicon
from constancia.words.forms import expand_all

_LANGUAGES = ("en", "es")


@dataclass(slots=True)
class Entry:
    """What a phrase can be: a noun for people or for a body, a body's own name, an office, a post or an address."""

    people: Role | None = None
    body: Role | None = None
    named: Role | None = None
    acronym: Role | None = None
    written: str | None = None
    name: str | None = None
    members: Role | None = None
    adjective: Role | None = None
    office: Role | None = None
    is_post: bool = False
    is_private_post: bool = False
    is_honorific: bool = False
    needs_name: bool = False

    @property
    def is_title(self) -> bool:
        """Whether a person's name may follow it."""
        return self.is_post or self.is_honorific or self.office is not None


@dataclass(frozen=True, slots=True)
class ActorLexicon:
    """The words of one language, and the proper names of all."""

    language: str
    matcher: PhraseMatcher[Entry]
    nouns: frozenset[str]
    alone: Role
    given: frozenset[str]
    rare_given: frozenset[str]
    particles: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str]
    calendar: frozenset[str]
    introducers: tuple[str, ...]
    small_words: frozenset[str]


@cache
def actor_lexicon(language: str) -> ActorLexicon:
    """Compile the lexicons `roles`, `titles`, `bodies` and `names` for one language."""
    entries: dict[str, Entry] = {}
    _add_roles(entries, load_lexicon(language, "roles"))
    titles = load_lexicon(language, "titles")
    _add_titles(entries, titles)
    for each in _LANGUAGES:
        _add_bodies(entries, load_lexicon(each, "bodies"))
    names = load_lexicon("any", "names")
    return ActorLexicon(
        language=language,
        matcher=PhraseMatcher(entries.items()),
        nouns=frozenset(phrase for phrase in entries if " " not in phrase),
        alone=Role(titles["of_body"]["alone"]),
        given=frozenset(fold(names["given"]).split()),
        rare_given=_rare_given(entries, names),
        particles=frozenset(names["particles"]),
        not_before=frozenset(map(fold, names["not_before"])),
        not_after=frozenset(map(fold, names["not_after"])),
        calendar=frozenset(map(fold, names["never"])),
        small_words=_small_words(),
        introducers=tuple(f"{fold(words)} " for words in names["introducers"]),
    )


def _rare_given(entries: dict[str, Entry], names: dict[str, Any]) -> frozenset[str]:
    """Load the wide list of given names, without words that are places, titles or nouns of the lexicons too."""
    path = files("constancia.data").joinpath("gazetteer", "given_names.txt")
    wide = set(path.read_text(encoding="utf-8").split())
    known = set(entries) | _small_words() | set(map(fold, [*names["not_before"], *names["not_after"], *names["never"]]))
    return frozenset(wide - known - set(map(fold, names["not_given"])))


def _small_words() -> frozenset[str]:
    lists = [words for language in _LANGUAGES for words in load_lexicon(language, "closed_class").values()]
    return frozenset(fold(word) for words in lists for word in words)


def _entry(entries: dict[str, Entry], phrase: str) -> Entry:
    return entries.setdefault(fold(phrase), Entry())


def _add_roles(entries: dict[str, Entry], lexicon: dict[str, Any]) -> None:
    for name, lists in lexicon.items():
        role = Role(name)
        for phrase in expand_all(lists.get("people", ())):
            _entry(entries, phrase).people = role
        for phrase in expand_all(lists.get("bodies", ())):
            _entry(entries, phrase).body = role
        for phrase in expand_all(lists.get("members", ())):
            _entry(entries, phrase).members = role
        for phrase in expand_all(lists.get("adjectives", ())):
            _entry(entries, phrase).adjective = role
    for phrase, entry in entries.items():
        _name_as_body(entries, phrase, entry)


def _name_as_body(entries: dict[str, Entry], phrase: str, entry: Entry) -> None:
    """Let a longer noun that ends in the noun of a body be one: "drivers' union" as "union"."""
    if entry.people is not None and entry.body is None and " " in phrase:
        last = entries.get(phrase.rsplit(" ", 1)[1])
        if last is not None and last.body is not None:
            entry.body = entry.people


def _add_titles(entries: dict[str, Entry], lexicon: dict[str, Any]) -> None:
    for phrase in lexicon["honorifics"]["words"]:
        _entry(entries, phrase).is_honorific = True
    for phrase in expand_all(lexicon["of_body"]["titles"]):
        _entry(entries, phrase).is_post = True
    for phrase in lexicon["of_body"]["private"]:
        _entry(entries, phrase).is_private_post = True
    for name, phrases in lexicon["offices"].items():
        for phrase in expand_all(phrases):
            _entry(entries, phrase).office = Role(name)
    for phrase in lexicon["needs_name"]["words"]:
        _entry(entries, phrase).needs_name = True


def _add_bodies(entries: dict[str, Entry], lexicon: dict[str, Any]) -> None:
    for phrase, key, role in _bodies(lexicon):
        entry = _entry(entries, phrase)
        if key == "acronyms":
            entry.acronym, entry.written = role, phrase
        else:
            entry.named = role


def _bodies(lexicon: dict[str, Any]) -> Iterator[tuple[str, str, Role]]:
    for body in lexicon["body"]:
        for key in ("names", "acronyms"):
            for phrase in body.get(key, ()):
                yield phrase, key, Role(body["role"])
