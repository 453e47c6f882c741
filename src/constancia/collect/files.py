"""Files and folders to the pages that they hold: sorted, recursive, told apart by bytes and not by names."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from constancia.collect.archives import wacz_items, warc_items
from constancia.collect.found import Errand, Item, items_of, problem
from constancia.collect.inflate import gunzip, gunzip_head, read_limited
from constancia.collect.sniff import HEAD_BYTES, Form, sniff
from constancia.errors import InputError
from constancia.model import Capture


def path_items(path: Path, errand: Errand) -> Iterator[Item]:
    """Give what a file or folder holds; a page's URL is its path within the folder, or the file's name."""
    if path.is_dir():
        yield from _folder_items(path, "", replace(errand, is_asked_for=False))
    else:
        yield from _file_items(path, _shown(path.name), errand)


def stream_items(url: str, file: BinaryIO, errand: Errand, draft: Capture) -> Iterator[Item]:
    """Give what the bytes of a file or of an answer hold: an archive's pages, a compressed page, or the page itself."""
    head, limit = file.read(HEAD_BYTES), errand.settings.max_bytes
    form = sniff(head)
    inner = sniff(gunzip_head(head, HEAD_BYTES)) if form is Form.GZIP else form
    file.seek(0)
    if inner is Form.WARC:
        yield from warc_items(url, file, errand)
    elif form is Form.ZIP:
        yield from wacz_items(url, file, errand)
    else:
        try:
            body = gunzip(file, limit) if form is Form.GZIP else read_limited(file, limit)
        except InputError as error:
            yield problem(url, error)
            return
        yield from items_of(replace(draft, body=body), errand, None if form is Form.GZIP else form)


def _folder_items(folder: Path, prefix: str, errand: Errand) -> Iterator[Item]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield problem(prefix or _shown(folder.name), "the folder cannot be read", error.strerror)
        return
    own_names = {path.name for path in errand.settings.own}
    for entry in entries:
        # Hidden files are the system's own (.DS_Store, .git), not pages that someone laid there.
        if entry.name.startswith("."):
            continue
        url = prefix + _shown(entry.name)
        if (entry.name in own_names or entry.is_symlink()) and Path(entry.path).resolve() in errand.settings.own:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _folder_items(Path(entry.path), url + "/", errand)
        else:
            yield from _file_items(entry, url, errand)


def _file_items(path: Path | os.DirEntry[str], url: str, errand: Errand) -> Iterator[Item]:
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            is_folder = stat.S_ISDIR(mode)  # one that was not gone into, since links can lead in a circle
            yield problem(url, "it is a link to a folder: give that folder by itself" if is_folder else "it is no file")
            return
        with open(path, "rb") as file:  # noqa: PTH123 - no path is made of what lies in a folder
            draft = Capture(url=url, fetched_at=errand.clock.now(), media_type="", body=b"")
            yield from stream_items(url, file, errand, draft)
    except OSError as error:
        yield problem(url, "the file cannot be read", error.strerror)


def _shown(name: str) -> str:
    """Give a file name as Unicode text; bytes of it that are none are written in hexadecimal."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
