"""The source of a module in, the same with its constants told to be final out: what mypyc is given.

A name of a module that may be set again is looked up in a dictionary each time it is used, and a member of an
enumeration by its class besides; together a tenth of the time of reading and coding. A final name is a place in memory.
So each name that a module sets once is told to be final, and each member of `constancia.vocabulary` that its functions
name has a final name of its own. Lines keep their numbers.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator

_FUTURE = "from __future__ import annotations"
_VOCABULARY = "constancia.vocabulary"
_TYPES = ("TypeVar", "ParamSpec", "NewType", "NamedTuple", "TypedDict")
Edit = tuple[int, int, int, str]  # line (from 0), first and last byte, what stands there instead


def with_statics(source: str) -> str:
    """Give the source with final constants; one without the import of annotations is left as it is."""
    lines = source.split("\n")
    if _FUTURE not in lines:
        return source
    tree = ast.parse(source)
    found = list(_members(tree))
    edits = [*_finals(tree), *(edit for _, edit in found)]
    if found:
        behind = max((each for each in tree.body if isinstance(each, ast.Import | ast.ImportFrom)), key=_end)
        made = "".join(f"; {_static(name)}: Final = {name}" for name in sorted({name for name, _ in found}))
        edits.append((_end(behind)[0] - 1, *[_end(behind)[1]] * 2, made))
    for line, first, last, text in sorted(edits, reverse=True):
        written = lines[line].encode()
        lines[line] = (written[:first] + text.encode() + written[last:]).decode()
    if edits:
        lines[lines.index(_FUTURE)] += "; from typing import Final"
    return "\n".join(lines)


def _end(node: ast.stmt) -> tuple[int, int]:
    return node.end_lineno or 0, node.end_col_offset or 0


def _static(member: str) -> str:
    return f"_STATIC_{member.replace('.', '_')}"


def _finals(tree: ast.Module) -> Iterator[Edit]:
    """Give the edits that tell names of the module to be final which it sets once, by a value that tells their type."""
    named = Counter(
        each.id for each in ast.walk(tree) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    )
    for entry in tree.body:
        if not isinstance(entry, ast.Assign) or len(entry.targets) != 1:
            continue
        target = entry.targets[0]
        if isinstance(target, ast.Name) and target.id.isupper() and named[target.id] == 1 and _tells_type(entry.value):
            line, behind = target.lineno - 1, target.end_col_offset or 0
            yield line, behind, behind, ": Final"


def _tells_type(value: ast.expr) -> bool:
    """Tell what is surely no type and no empty container, of which a type cannot be told."""
    if isinstance(value, ast.Dict | ast.List | ast.Set | ast.Tuple):
        return bool(value.keys if isinstance(value, ast.Dict) else value.elts)
    if isinstance(value, ast.Call):
        return not ast.unparse(value.func).endswith(_TYPES)
    return isinstance(value, ast.Constant | ast.BinOp | ast.JoinedStr | ast.SetComp | ast.DictComp)


def _members(tree: ast.Module) -> Iterator[tuple[str, Edit]]:
    """Give the members of the vocabulary that functions name, each with the edit that names its static in its place."""
    known = {
        alias.asname or alias.name
        for each in tree.body
        if isinstance(each, ast.ImportFrom) and each.module == _VOCABULARY
        for alias in each.names
    }
    for function in _functions(tree):
        for each in (part for entry in function.body for part in _parts(entry)):
            is_member = isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name) and each.attr.isupper()
            if is_member and each.value.id in known and each.lineno == each.end_lineno:
                name = f"{each.value.id}.{each.attr}"
                yield name, (each.lineno - 1, each.col_offset, each.end_col_offset or 0, _static(name))


def _functions(node: ast.AST) -> Iterator[ast.FunctionDef]:
    """Give the functions of a module and of its classes; those within functions are a part of them."""
    for entry in getattr(node, "body", ()):
        if isinstance(entry, ast.FunctionDef):
            yield entry
        elif isinstance(entry, ast.ClassDef):
            yield from _functions(entry)


def _parts(node: ast.AST) -> Iterator[ast.AST]:
    """Give a node and those in it, but for patterns and for what stands in a written text, whose place is not told."""
    if isinstance(node, ast.MatchValue | ast.JoinedStr):
        return
    yield node
    for child in ast.iter_child_nodes(node):
        yield from _parts(child)
