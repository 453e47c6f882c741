"""The source of a module in, the same with a constructor written out in each dataclass out: what mypyc is given.

The constructor that `dataclass` makes is Python that sets one attribute after another by name, compiled class or not:
a tenth of the time of reading. One that stands in the class is compiled with it. The types of the fields and
the docstring are told at the end once more, since mypyc forgets them, and `codec.py` and the schema ask for them. Lines
keep their numbers.

What is frozen holds only what was there before it, so that no circle runs through it: the collector of garbage need
not know of it, which makes it smaller, and sooner made and freed.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator


def with_constructors(source: str, *, is_kept: bool = False) -> str:
    """Give the source with a constructor in each dataclass that has none, on the line behind its last field.

    Nouns that are kept as JSON (`is_kept`) lay out their values too, where no method stands on the next line.
    """
    lines = source.split("\n")
    is_any_frozen = False
    for made in ast.walk(ast.parse(source)):
        if isinstance(made, ast.ClassDef) and _wants_one(made):
            fields = [entry for entry in made.body if isinstance(entry, ast.AnnAssign)]
            behind = max(entry.end_lineno or 0 for entry in fields)
            lines[behind : behind + 1] = [_constructor(fields), *lines[behind : behind + 1][1:]]
            if is_kept and lines[behind + 1 : behind + 2] == [""]:
                lines[behind + 1] = _values_by_name(fields)
            lines.append(_types_of(made, fields))
            lines.append(f"setattr({made.name}, '__doc__', {ast.get_docstring(made, clean=False)!r})")
            above = made.decorator_list[0].lineno - 2
            if _is_frozen(made) and not lines[above]:
                lines[above] = _ACYCLIC
                is_any_frozen = True
    if is_any_frozen:
        lines += ["from typing import TYPE_CHECKING", "if TYPE_CHECKING: from mypy_extensions import mypyc_attr"]
    return "\n".join(lines)


_ACYCLIC = "@mypyc_attr(acyclic=True)  # type: ignore[used-before-def,unused-ignore]"


def _is_frozen(made: ast.ClassDef) -> bool:
    return any("frozen=True" in ast.unparse(decorator) for decorator in made.decorator_list)


def _wants_one(made: ast.ClassDef) -> bool:
    is_dataclass = any("dataclass" in ast.unparse(decorator) for decorator in made.decorator_list)
    has_one = any(isinstance(entry, ast.FunctionDef) and entry.name == "__init__" for entry in made.body)
    return (
        is_dataclass and not made.bases and not has_one and any(isinstance(each, ast.AnnAssign) for each in made.body)
    )


def _types_of(made: ast.ClassDef, fields: list[ast.AnnAssign]) -> str:
    types = {ast.unparse(entry.target): ast.unparse(entry.annotation) for entry in fields}
    return f"vars({made.name})['__annotations__'].update({types!r})"


def _constructor(fields: list[ast.AnnAssign]) -> str:
    parameters = ", ".join(map(_parameter, fields))
    body = "; ".join(_assignments(fields))
    return f"    def __init__(self, {parameters}) -> None: {body}  # type: ignore[misc,unused-ignore]"


def _values_by_name(fields: list[ast.AnnAssign]) -> str:
    """Write what `codec.py` else makes for a noun: its fields by their names in JSON, the values as they are."""
    names = [ast.unparse(entry.target) for entry in fields]
    values = ", ".join(f"{name.rstrip('_')!r}: self.{name}" for name in names)
    return f"    def _values_by_name(self) -> dict[str, object]: return {{{values}}}"


def _parameter(entry: ast.AnnAssign) -> str:
    name, kind = ast.unparse(entry.target), ast.unparse(entry.annotation)
    if entry.value is None:
        return f"{name}: {kind}"
    if _factory(entry) is not None:
        return f"{name}: {kind} | None = None"
    return f"{name}: {kind} = {ast.unparse(entry.value)}"


def _assignments(fields: list[ast.AnnAssign]) -> Iterator[str]:
    for entry in fields:
        name, factory = ast.unparse(entry.target), _factory(entry)
        yield f"self.{name} = {name}" if factory is None else f"self.{name} = {factory}() if {name} is None else {name}"


def _factory(entry: ast.AnnAssign) -> str | None:
    """Give what makes the value of a field that is left out, where something does."""
    call = entry.value
    if not isinstance(call, ast.Call) or ast.unparse(call.func) != "field":
        return None
    return next(ast.unparse(each.value) for each in call.keywords if each.arg == "default_factory")
