"""Source files of the rooms that take most of the time in, an extension module beside each out: `make compile`.

    tools/compile.py              compile, unless what is there is fresh
    tools/compile.py --possible   tell by the exit code whether there is a C compiler with Python's headers
    tools/compile.py --clean      take away what was compiled

mypyc turns the typed sources into C; nothing in them is written for it. Needs `requirements/compile.txt`.
"""

from __future__ import annotations

import contextlib
import io
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from constructors import with_constructors
from statics import with_statics

from constancia import compiled

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src"
PACKAGE = SOURCES / "constancia"
BUILD = Path("build", "compiled")
MIRROR = BUILD / "mirror"
LIBRARY = "constancia"
EXPRESSIONS = "expressions.bin"  # those of the lexicons, found again instead of compiled (words/expressions.py)

ROOMS = ("words", "read", "coding", "extract")
# The nouns that reading and coding make by the thousand.
NOUNS = ("model/reading.py", "model/coding.py")
# A module named after its only function hides that function where both are compiled; the sources and the building of
# the gazetteer are no part of reading.
LEFT_PLAIN = (
    *("words/gazetteer/sources.py", "words/gazetteer/build.py"),
    "extract/html_tree.py",  # its properties are worked out once, which mypyc does not know
)
# The compiled rooms take the types of these at their word, so they are compiled anew when one of them changes.
LEANED_ON = ("model", "vocabulary", "data", "errors.py", "identity.py", "codec.py")

# A frozen set less the keys of a dictionary is a set at run time, whatever the types say: either will do.
EITHER_SET = BUILD / "either_set.h"
EITHER_SET_TEXT = """#define PY_SSIZE_T_CLEAN
#include <Python.h>
#undef PyFrozenSet_Check
#define PyFrozenSet_Check(value) PyAnySet_Check(value)
"""

OPTIMISATION = "1"  # -O2 and -O3 take two and three times as long to compile, and gain nothing that can be measured
# The library calls itself directly, not through a table in which another library could stand in for a function of it.
OWN_CALLS = ("-fvisibility=hidden",)
OWN_CALLS_LINKED = ("-Wl,-Bsymbolic",) if sys.platform == "linux" else ()


def main(arguments: Sequence[str]) -> int:
    """Do what is asked; give the exit code."""
    os.chdir(ROOT)
    if "--possible" in arguments:
        return 0 if _can_compile() else 1
    if "--clean" in arguments:
        _clean([])
        return 0
    if not os.environ.get(compiled.PLAIN_SETTING) and compiled.is_there() and compiled.why_plain() is None:
        _keep_expressions()
        return 0
    started = time.monotonic()
    modules = _modules()
    print(
        f"Compiling {len(modules)} modules of {', '.join(ROOMS)} (about a minute; without it they run as plain Python)"
    )
    # Taken down before: a source that is edited while it is compiled has then changed since.
    manifest = "".join(compiled.entry(str(path.relative_to(PACKAGE))) for path in _watched(modules))
    units = _to_c(modules)
    if units is None:
        return 1
    _install(units, _build(units), manifest)
    print(f"Compiled in {time.monotonic() - started:.0f} s")
    _keep_expressions()
    return 0


def _keep_expressions() -> None:
    """Have the expressions of the lexicons kept beside the modules, unless they are newer than all that makes them.

    Where that fails, every start compiles them for itself.
    """
    kept = PACKAGE / EXPRESSIONS
    sources = [*(PACKAGE / "data" / "lexicons").rglob("*.toml"), Path(compiled.MANIFEST)]
    if kept.exists() and kept.stat().st_mtime > max(file.stat().st_mtime for file in sources):
        return
    subprocess.run([sys.executable, str(ROOT / "tools" / "keep_expressions.py")], check=False)


@dataclass(frozen=True, slots=True)
class _Unit:
    """One extension module: its name, its C files, and how they are to be compiled."""

    name: str
    sources: tuple[str, ...]
    include: tuple[str, ...]
    flags: tuple[str, ...]


def _can_compile() -> bool:
    command = _command("LDSHARED")
    return (
        os.name == "posix"
        and bool(command)
        and shutil.which(command[0]) is not None
        and Path(sysconfig.get_path("include"), "Python.h").is_file()
    )


def _command(name: str) -> list[str]:
    return shlex.split(sysconfig.get_config_var(name) or "")


def _modules() -> list[Path]:
    left = {PACKAGE / path for path in LEFT_PLAIN}
    rooms = [path for room in ROOMS for path in sorted((PACKAGE / room).rglob("*.py")) if path not in left]
    return [*rooms, *(PACKAGE / noun for noun in NOUNS)]


def _watched(modules: Sequence[Path]) -> list[Path]:
    """Give all files that what is compiled depends on."""
    places = [PACKAGE / name for name in LEANED_ON]
    leaned_on = [file for place in places for file in ([place] if place.is_file() else place.rglob("*.py"))]
    return sorted({*modules, *leaned_on, *(PACKAGE / path for path in LEFT_PLAIN)})


def _to_c(modules: Sequence[Path]) -> list[_Unit] | None:
    """Write the C of the modules; None, and why on standard error, where mypyc refuses them."""
    from mypyc.build import mypycify

    _mirror(modules)
    os.environ["MYPYPATH"] = "src"
    said = io.StringIO()
    paths = [str(path.relative_to(ROOT)) for path in modules]
    up = os.path.relpath(ROOT, MIRROR)
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said), contextlib.chdir(MIRROR):
            extensions = mypycify(
                [f"--config-file={up}/pyproject.toml", f"--cache-dir={up}/{BUILD / 'mypy'}", *paths],
                opt_level=OPTIMISATION,
                debug_level="0",
                multi_file=True,
                group_name=LIBRARY,
                target_dir=f"{up}/{BUILD}",
            )
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever mypyc stumbles over: nothing is compiled then
        told = [line for line in said.getvalue().splitlines() if ": warning:" not in line]
        print("\n".join((*told, f"mypyc cannot compile this: {error!r}")), file=sys.stderr)
        return None
    return [
        _Unit(each.name, _from_root(each.sources), _from_root(each.include_dirs), tuple(each.extra_compile_args))
        for each in extensions
    ]


def _mirror(modules: Sequence[Path]) -> None:
    """Keep a second tree of the sources, in which those to be compiled have written constructors, final constants."""
    wanted = {path.relative_to(ROOT): path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}
    for path in modules:
        source = with_statics(wanted[path.relative_to(ROOT)])
        wanted[path.relative_to(ROOT)] = with_constructors(source, is_kept=path.parent.name == "model")
    for known in (MIRROR / "src").rglob("*.py"):
        if known.relative_to(MIRROR) not in wanted:
            known.unlink()
    for path, source in wanted.items():
        file = MIRROR / path
        if not file.exists() or file.read_text(encoding="utf-8") != source:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(source, encoding="utf-8")


def _from_root(paths: Sequence[str]) -> tuple[str, ...]:
    return tuple(os.path.relpath(MIRROR / path) for path in paths)


def _build(units: Sequence[_Unit]) -> dict[str, Path]:
    """Compile and link, as many files at a time as there are cores; give each unit's library."""
    sources = {source: unit for unit in units for source in unit.sources}
    objects = {source: BUILD / "objects" / f"{source.replace('/', '_')}.o" for source in sources}
    libraries = {unit.name: BUILD / "libraries" / f"{unit.name}{_suffix()}" for unit in units}
    for folder in ("objects", "libraries"):
        (BUILD / folder).mkdir(exist_ok=True)
    if not EITHER_SET.exists() or EITHER_SET.read_text() != EITHER_SET_TEXT:
        EITHER_SET.write_text(EITHER_SET_TEXT)

    headers = max((path.stat().st_mtime for path in BUILD.rglob("*.h")), default=0.0)

    def compile_one(source: str) -> None:
        target, unit = objects[source], sources[source]
        if target.exists() and target.stat().st_mtime > max(headers, Path(source).stat().st_mtime):
            return
        include = [f"-I{folder}" for folder in (*unit.include, sysconfig.get_path("include"))]
        flags = [*_command("CCSHARED"), *unit.flags, f"-O{OPTIMISATION}", "-DNDEBUG", "-w", *OWN_CALLS]
        flags += ["-include", str(EITHER_SET)] if Path(source).name.startswith("__native") else []
        subprocess.run([*_command("CC"), *flags, *include, "-c", source, "-o", str(target)], check=True)

    def link_one(unit: _Unit) -> None:
        parts = [str(objects[source]) for source in unit.sources]
        command = [*_command("LDSHARED"), *OWN_CALLS_LINKED, *parts, "-o", str(libraries[unit.name])]
        subprocess.run(command, check=True)

    # The longest first, so that no core waits for one that began late.
    by_length = sorted(sources, key=lambda source: -Path(source).stat().st_size)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(compile_one, by_length))
        list(pool.map(link_one, units))
    return libraries


def _install(units: Sequence[_Unit], libraries: dict[str, Path], manifest: str) -> None:
    """Put the libraries beside their sources; until all are there, no manifest says that they are to be taken."""
    Path(compiled.MANIFEST).unlink(missing_ok=True)
    wanted = {unit.name: SOURCES / f"{unit.name.replace('.', '/')}{_suffix()}" for unit in units}
    for name, target in wanted.items():
        fresh = target.with_name(f"{target.name}.new")
        shutil.copy2(libraries[name], fresh)
        fresh.replace(target)  # a process that has the old one loaded keeps it
    _clean(list(wanted.values()))
    Path(compiled.MANIFEST).write_text(manifest, encoding="utf-8")


def _clean(keep: Sequence[Path]) -> None:
    """Take away what was compiled, but for the libraries to keep."""
    for path in (*SOURCES.glob(f"*{_suffix()}"), *PACKAGE.rglob(f"*{_suffix()}")):
        if path not in keep:
            path.unlink()
    if not keep:
        Path(compiled.MANIFEST).unlink(missing_ok=True)
        (PACKAGE / EXPRESSIONS).unlink(missing_ok=True)


def _suffix() -> str:
    return str(sysconfig.get_config_var("EXT_SUFFIX"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
