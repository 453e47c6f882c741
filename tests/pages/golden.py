"""Golden pages: what extraction makes of a sample page, as plain JSON; run as a command, it writes one to be read.

python -m tests.pages.golden NAME URL
"""

import json
import sys
from pathlib import Path

from constancia.extract import extract
from constancia.model import Page
from tests.extract.pages import snapshot_of

FOLDER = Path(__file__).parent
_MEDIA_TYPES = {".html": "text/html", ".xml": "application/xml", ".txt": "text/plain"}


def sample_pages() -> list[Path]:
    return sorted(path for path in FOLDER.iterdir() if path.suffix in _MEDIA_TYPES)


def expected_path(page: Path) -> Path:
    return page.with_suffix(".expected.json")


def read_sample(path: Path, url: str) -> Page:
    body = path.read_bytes()
    return extract(snapshot_of(body, url, media_type=_MEDIA_TYPES[path.suffix]), body)


def as_json(page: Page) -> dict[str, object]:
    fields = ("url", "kind", "title", "published", "published_how", "language", "publisher", "place")
    said = {name: None if getattr(page, name) is None else str(getattr(page, name)) for name in fields}
    said["passages"] = [
        {
            "title": passage.title,
            "linked_url": passage.linked_url,
            "published": passage.published and str(passage.published),
            "lines": [line for line in page.text[passage.title_end : passage.end].split("\n\n") if line],
        }
        for passage in page.passages
    ]
    return said


def main() -> None:
    name, url = sys.argv[1:]
    path = next(page for page in sample_pages() if page.stem == name)
    said = json.dumps(as_json(read_sample(path, url)), ensure_ascii=False, indent=1)
    expected_path(path).write_text(said + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
