"""The persons that a text names in, every later use of their names out, and who of them is a public person."""

from __future__ import annotations

from bisect import bisect_left

from constancia.model import ActorValue, Mention
from constancia.read.actors.names import PersonName, surname_mentions

Person = tuple[PersonName, ActorValue]


def add_surnames(text: str, found: list[Mention], people: list[Person]) -> None:
    """Add each later use of a person's surname; one that a private person shares is held to be that person's."""
    by_surname: dict[str, int] = {}
    for index, (name, value) in enumerate(people):
        for surname in name.surnames or (name.text,):
            known = by_surname.get(surname)
            if known is None or (value.is_private and not people[known][1].is_private):
                by_surname[surname] = index
    for start, end, index in surname_mentions(text, by_surname):
        _insert(found, Mention(start, end, text[start:end], people[index][1], "surname of a person named before"))


def _insert(found: list[Mention], mention: Mention) -> None:
    position = bisect_left(found, mention.start, key=lambda other: other.start)
    if position and found[position - 1].end > mention.start:
        return
    if position < len(found) and found[position].start < mention.end:
        return
    found.insert(position, mention)


def with_public_persons(found: list[Mention], people: list[Person]) -> list[Mention]:
    """Give the actors; who holds an office anywhere in the text is public everywhere in it."""
    public = {value.name: value for _, value in people if value.name and not value.is_private}
    if not public:
        return found
    private = [value.name for _, value in people if value.name and value.is_private]
    shared = {name.rsplit(" ", 1)[-1] for name in private if " " in name and name not in public}
    return [_as_public(mention, public, shared) for mention in found]


def _as_public(mention: Mention, public: dict[str, ActorValue], shared: set[str]) -> Mention:
    value = mention.value
    if not isinstance(value, ActorValue) or not value.is_private or value.name is None:
        return mention
    is_lone = " " not in value.name and value.name not in shared
    known = public.get(value.name) or next(
        (
            each
            for name, each in public.items()
            if _is_same(name, value.name) or (is_lone and name.endswith(f" {value.name}"))
        ),
        None,
    )
    if known is None:
        return mention
    told = ActorValue(known.role, value.name, organisation=known.organisation)
    return Mention(mention.start, mention.end, mention.text, told, mention.why)


def _is_same(public: str, name: str) -> bool:
    """Whether a name is a public person's, said shorter or longer: the last word and, of longer names, the first."""
    ours, theirs = name.split(), public.split()
    if len(ours) < 2 or ours[-1] != theirs[-1]:
        return False
    return len(theirs) == 1 or ours[0] == theirs[0]
