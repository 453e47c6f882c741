"""Files and folders become captures; what is wrong with one of them becomes a problem, and the rest goes on."""

import gzip
import os
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.collect.pages import NOON, OTHER, PAGE, collected


def test_a_folder_is_read_recursively_in_sorted_order_under_relative_names(tmp_path):
    for name in ("b.html", "a/z.html", "a/b/c.html", "c.html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(PAGE)
    captures, problems = collected(tmp_path)
    assert [page.url for page in captures] == ["a/b/c.html", "a/z.html", "b.html", "c.html"]
    assert not problems
    assert {page.fetched_at for page in captures} == {NOON}
    assert not any(str(tmp_path) in repr(page) for page in captures)


def test_a_single_file_bears_its_name(tmp_path):
    (tmp_path / "uno.html").write_bytes(PAGE)
    (captures, _) = collected(tmp_path / "uno.html")
    assert [(page.url, page.body, page.media_type) for page in captures] == [("uno.html", PAGE, "text/html")]


@pytest.mark.parametrize(
    ("name", "body", "media_type"),
    [
        ("a.txt", PAGE, "text/html"),
        ("a.html", b"Marcha en Valdoro\n\nUnas 300 personas.", "text/plain"),
        ("a", b"\xef\xbb\xbf  <HTML><p>hola", "text/html"),
        ("a.bin", "Marcha en Valdoro, año nuevo".encode("utf-16"), "text/plain"),
        ("a.txt", "Marcha en Valdoro".encode("utf-16-le"), "text/plain"),
        ("a.txt", "Año de paro".encode("latin-1"), "text/plain"),
        ("a.html", "<html><p>Año</p></html>".encode("utf-16"), "text/html"),
        ("a.xml", b'<?xml version="1.0"?><note><p>Marcha</p></note>', "application/xml"),
        ("a.xml", b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html><p>x</p></html>', "text/html"),
        (
            "a.txt",
            b'<?xml version="1.0"?><!-- x --><rss version="2.0"><channel></channel></rss>',
            "application/rss+xml",
        ),
        ("a.txt", b'<feed xmlns="http://www.w3.org/2005/Atom"></feed>', "application/atom+xml"),
        ("a.txt", b"Sin cabeza: <p>uno</p><p>dos</p><p>tres</p>", "text/html"),
        ("a.txt", b"We want <b>bread</b>, they said: 3 < 5 and 7 > 2.", "text/plain"),
    ],
)
def test_the_bytes_and_not_the_name_tell_what_a_file_is(tmp_path, name, body, media_type):
    (tmp_path / name).write_bytes(body)
    captures, problems = collected(tmp_path)
    assert [(page.media_type, page.body) for page in captures] == [(media_type, body)]
    assert not problems


BAD = {
    "empty.html": (b"", "empty"),
    "blank.html": (b"\xef\xbb\xbf \r\n\t ", "empty"),
    "binary.html": (bytes(range(256)) * 40, "no text"),
    "zeros.txt": (b"\0" * 5000, "no text"),
    "picture.html": (b"\x89PNG\r\n\x1a\n" + bytes(90), "image"),
    "paper.pdf": (b"%PDF-1.7 \xff\xff", "application/pdf"),
    "rows.csv": (b"place,killed\nValdoro,3\n", "program or table"),
    "data.json": (b'{"killed": 3}', "application/json"),
    "torn.html.gz": (gzip.compress(PAGE * 20)[:-20], "cut off"),
    "damaged.html.gz": (gzip.compress(PAGE * 20)[:30] + b"\xff" * 300, "damaged"),
    "rows.zip": (b"PK\x03\x04" + b"x" * 50, "ZIP"),
    "bomb.html.gz": (gzip.compress(b"0" * 5_000_000), "limit of 1,000,000"),
    "big.txt": (b"Marcha. " * 200_000, "limit of 1,000,000"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_a_problem_with_its_reason_and_the_run_goes_on(tmp_path, name):
    body, reason = BAD[name]
    (tmp_path / name).write_bytes(body)
    (tmp_path / "z.html").write_bytes(PAGE)
    captures, problems = collected(tmp_path, max_bytes=1_000_000)
    assert [page.url for page in captures] == ["z.html"]
    assert [found.subject for found in problems] == [name]
    assert reason in problems[0].reason
    assert str(tmp_path) not in repr(problems)


def test_a_file_of_200_mb_is_refused_without_being_read_into_memory(tmp_path):
    with (tmp_path / "big.txt").open("wb") as file:
        file.write(b"Marcha en Valdoro. " * 1000)
        file.truncate(200_000_000)
    captures, problems = collected(tmp_path / "big.txt")
    assert not captures
    assert "limit of 50,000,000 bytes" in problems[0].reason


def test_a_page_of_one_line_of_5_mb_is_kept(tmp_path):
    body = b"<p>" + b"Marcharon en Valdoro. " * 230_000 + b"</p>"
    (tmp_path / "line.html").write_bytes(body)
    captures, _ = collected(tmp_path)
    assert captures[0].body == body


def test_a_compressed_page_is_kept_as_the_page(tmp_path):
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(PAGE) + gzip.compress(OTHER))
    captures, _ = collected(tmp_path)
    assert (captures[0].url, captures[0].body) == ("a.html.gz", PAGE + OTHER)


def test_names_with_newlines_and_quotes_are_kept(tmp_path):
    name = "una\nmarcha \"en\" 'Valdoro'\t.html"
    (tmp_path / name).write_bytes(PAGE)
    captures, _ = collected(tmp_path)
    assert captures[0].url == name


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such a name")
def test_a_name_that_is_no_unicode_becomes_one(tmp_path):
    (tmp_path / os.fsdecode(b"a\xf1o.html")).write_bytes(PAGE)
    captures, _ = collected(tmp_path)
    assert captures[0].url == "a\\xf1o.html"


def test_what_cannot_be_opened_is_a_problem(tmp_path):
    (tmp_path / "gone.html").symlink_to(tmp_path / "nowhere.html")
    os.mkfifo(tmp_path / "pipe.html")
    (tmp_path / "z.html").write_bytes(PAGE)
    captures, problems = collected(tmp_path, tmp_path / "missing.html")
    assert [page.url for page in captures] == ["z.html"]
    assert [(found.subject, found.reason, found.detail) for found in problems] == [
        ("gone.html", "the file cannot be read", "No such file or directory"),
        ("pipe.html", "it is no file", None),
        ("missing.html", "the file cannot be read", "No such file or directory"),
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_a_problem(tmp_path):
    (tmp_path / "a.html").write_bytes(PAGE)
    (tmp_path / "a.html").chmod(0)
    assert collected(tmp_path)[1][0].detail == "Permission denied"


def test_a_link_in_a_circle_ends(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a" / "x.html").write_bytes(PAGE)
    captures, problems = collected(tmp_path)
    assert [page.url for page in captures] == ["a/x.html"]
    assert [(found.subject, found.reason) for found in problems] == [
        ("a/loop", "it is a link to a folder: give that folder by itself")
    ]


def test_what_a_browser_saves_beside_a_page_is_passed_over(tmp_path):
    for name, body in {"p.html": PAGE, "p_files/a.js": b"var a = 1;", "p_files/b.css": b"p {}"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(body)
    (tmp_path / "p_files" / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(90))
    captures, problems = collected(tmp_path)
    assert [page.url for page in captures] == ["p.html"]
    assert not problems


def test_a_list_on_standard_input_names_inputs(tmp_path):
    (tmp_path / "a.html").write_bytes(PAGE)
    captures, problems = collected("-", lines=[f"{tmp_path}/a.html\n", "\n", "# a comment\n", "nowhere.html\n"])
    assert [page.url for page in captures] == ["a.html"]
    assert [found.subject for found in problems] == ["nowhere.html"]


def test_a_folder_is_streamed(tmp_path):
    from constancia.collect import collect

    for number in range(3):
        (tmp_path / f"{number}.html").write_bytes(PAGE)
    pages = collect([str(tmp_path)])
    first = next(pages)
    (tmp_path / "1.html").write_bytes(OTHER)
    assert first.url == "0.html"
    assert next(pages).body == OTHER


@settings(max_examples=150)
@given(body=st.binary(max_size=3000))
def test_any_bytes_are_a_capture_or_a_problem(tmp_path_factory, body):
    path = tmp_path_factory.mktemp("any") / "x"
    path.write_bytes(body)
    captures, problems = collected(path, max_bytes=2000)
    assert len(captures) + len(problems) == 1
    assert all(page.body == body for page in captures)
