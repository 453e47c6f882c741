"""Pages are fetched politely: by robots.txt, with pauses, retries and limits, and every redirect on record."""

import datetime as dt
import gzip
import http.server
import threading

import httpx2
import pytest

from constancia.collect import CollectSettings, collect
from constancia.collect.clock import SystemClock
from constancia.collect.fake_web import FakeAnswer
from constancia.collect.polite_web import PoliteWeb
from constancia.collect.validator_file import ValidatorFile
from constancia.collect.web import Validator
from constancia.model import Capture, Redirect
from tests.collect.pages import NOON, OTHER, PAGE, Net, gz, html, warc_record

A, B = "https://norte.example/a", "https://norte.example/b"
ROBOTS = "https://norte.example/robots.txt"


def robots(text: str, **rest) -> FakeAnswer:
    return FakeAnswer(text.encode(), headers={"Content-Type": "text/plain"}, **rest)


def test_a_page_is_captured_with_what_the_server_said_of_it():
    captures, problems = Net({A: html(headers={"ETag": '"1"'})}).collect(A)
    page = captures[0]
    assert not problems
    assert (page.url, page.body, page.http_status, page.charset) == (A, PAGE, 200, "utf-8")
    assert (page.media_type, page.final_url, page.fetched_at) == ("text/html", None, NOON + dt.timedelta(seconds=1))
    assert ("etag", '"1"') in [(name.lower(), value) for name, value in page.http_headers]


# ---------------------------------------------------------------- manners


def test_robots_is_asked_once_a_host_and_before_the_pages():
    net = Net({A: html(), B: html(), "https://sur.example/c": html()})
    net.collect("-", lines=[A, B, "https://sur.example/c"])
    assert net.asked() == [ROBOTS, A, B, "https://sur.example/robots.txt", "https://sur.example/c"]


def test_what_robots_forbids_is_not_fetched():
    net = Net(
        {ROBOTS: robots("User-agent: *\nDisallow: /*/priv*\n"), A: html(), "https://norte.example/x/private": html()}
    )
    captures, problems = net.collect("-", lines=[A, "https://norte.example/x/private"])
    assert [page.url for page in captures] == [A]
    assert [(found.subject, found.reason) for found in problems] == [
        ("https://norte.example/x/private", "the host's robots.txt does not allow it")
    ]
    assert "https://norte.example/x/private" not in net.asked()


def test_rules_for_us_by_name_go_before_rules_for_all():
    net = Net({ROBOTS: robots("User-agent: constancia\nDisallow: /\n\nUser-agent: *\nAllow: /\n"), A: html()})
    assert net.collect(A)[0] == []


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_host_without_robots_allows_everything(status):
    assert len(Net({ROBOTS: robots("no", status=status), A: html()}).collect(A)[0]) == 1


def test_a_host_whose_robots_fails_is_left_alone():
    net = Net({ROBOTS: robots("", status=503), A: html()})
    captures, problems = net.collect(A)
    assert not captures
    assert "left alone" in problems[0].reason
    assert A not in net.asked()


def test_requests_to_one_host_are_apart_and_hosts_do_not_wait_for_each_other():
    sur = "https://sur.example/c"
    net = Net({A: html(), B: html(), sur: html()}, delay_s=5.0)
    net.collect("-", lines=[A, sur, B])
    at = {request.url: request.at for request in net.transport.requests}
    assert at[A] - at[ROBOTS] == 5.0
    assert at[B] - at[A] >= 5.0
    assert at["https://sur.example/robots.txt"] == at[A]


def test_a_crawl_delay_is_kept_up_to_a_limit():
    for asked, kept in ((7, 7.0), (9999, 120.0)):
        net = Net({ROBOTS: robots(f"User-agent: *\nCrawl-delay: {asked}\n"), A: html(), B: html()})
        net.collect("-", lines=[A, B])
        at = {request.url: request.at for request in net.transport.requests}
        assert at[B] - at[A] == kept


# ---------------------------------------------------------------- trouble


def test_trouble_that_passes_is_waited_out_longer_each_time():
    refused = FakeAnswer(error=httpx2.ConnectError("refused"))
    net = Net({A: [refused, FakeAnswer(status=503), html()]})
    captures, problems = net.collect(A)
    assert len(captures) == 1
    assert not problems
    times = [request.at for request in net.transport.requests if request.url == A]
    assert times[1] - times[0] == 2.0
    assert times[2] - times[1] == 4.0


@pytest.mark.parametrize(
    ("wanted", "waited"), [("30", 30.0), ("Sun, 04 May 2031 12:00:31 GMT", 30.0), ("99999", 120.0), ("soon", 2.0)]
)
def test_a_server_says_when_to_come_back(wanted, waited):
    net = Net({A: [FakeAnswer(status=429, headers={"Retry-After": wanted}), html()]})
    assert len(net.collect(A)[0]) == 1
    times = [request.at for request in net.transport.requests if request.url == A]
    assert times[1] - times[0] == waited


@pytest.mark.parametrize(
    ("answer", "reason", "times"),
    [
        (FakeAnswer(error=httpx2.ConnectTimeout("timed out")), "no answer from norte.example: timed out", 4),
        (FakeAnswer(status=502), "the server answers 502", 4),
        (FakeAnswer(status=404), "the server answers 404", 1),
        (FakeAnswer(status=301), "without saying where", 1),
        (html(b""), "it is empty", 1),
        (html(bytes(5000)), "its bytes are no text, though declared as text/html", 1),
        (html(b"<p>" + b"0" * 2_000_000), "limit of 1,000,000 bytes", 1),
        (html(gzip.compress(b"0" * 9_000_000), headers={"Content-Encoding": "gzip"}), "limit of 1,000,000 bytes", 1),
        (html(gzip.compress(PAGE)[:30], headers={"Content-Encoding": "gzip"}), "cut off", 1),
        (html(PAGE, headers={"Content-Encoding": "secret"}), "'secret' is not known", 1),
        (html(PAGE, chunks=40, chunk_s=9.0), "longer than 120 seconds", 1),
        (FakeAnswer(status=302, headers={"Location": "file:///etc/passwd"}), "no address of a web page", 1),
        (FakeAnswer(status=302, headers={"Location": A}), "more than 10 redirects", 11),
        (FakeAnswer(b"%PDF-1.7", headers={"Content-Type": "application/pdf"}), "application/pdf", 1),
    ],
)
def test_what_cannot_be_fetched_is_a_problem_and_the_run_goes_on(answer, reason, times):
    net = Net({A: answer, B: html(OTHER)}, max_bytes=1_000_000)
    captures, problems = net.collect("-", lines=[A, B])
    assert [page.body for page in captures] == [OTHER]
    assert [found.subject for found in problems] == [A]
    assert reason in problems[0].reason
    assert net.asked().count(A) == times


@pytest.mark.parametrize("address", ["http://", "https://[half", "http://a b c/"])
def test_what_is_no_address_is_a_problem(address):
    captures, problems = Net({}).collect(address)
    assert not captures
    assert len(problems) == 1


# ---------------------------------------------------------------- redirects, encodings, conditions


def test_redirects_are_recorded_and_robots_of_the_new_host_is_heard():
    sur = "https://sur.example/nueva"
    net = Net(
        {
            A: FakeAnswer(status=301, headers={"Location": "/b"}),
            B: FakeAnswer(status=302, headers={"Location": sur}),
            sur: html(),
        }
    )
    page = net.collect(A)[0][0]
    assert (page.url, page.final_url) == (A, sur)
    assert page.redirects == (Redirect(301, A), Redirect(302, B))
    assert "https://sur.example/robots.txt" in net.asked()


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "deflate"])
def test_a_compressed_answer_is_kept_as_the_page(encoding):
    import zlib

    body = zlib.compress(PAGE) if encoding == "deflate" else gzip.compress(PAGE)
    assert Net({A: html(body, headers={"Content-Encoding": encoding})}).collect(A)[0][0].body == PAGE


def test_a_page_that_has_not_changed_is_not_fetched_again():
    given = {"ETag": '"v1"', "Last-Modified": "Sat, 03 May 2031 10:00:00 GMT"}
    net = Net({A: [html(headers=given), FakeAnswer(status=304)]})
    assert len(net.collect(A)[0]) == 1
    assert net.collect(A) == ([], [])
    headers = net.transport.requests[-1].headers
    assert headers["if-none-match"] == '"v1"'
    assert headers["if-modified-since"] == given["Last-Modified"]


def test_what_was_fetched_is_remembered_from_run_to_run(tmp_path):
    page = html(headers={"ETag": '"v1"'})
    for answer, n_pages in ((page, 1), (FakeAnswer(status=304), 0)):
        net = Net({A: answer})
        memory = ValidatorFile(tmp_path / "record" / "validators.jsonl")
        web = PoliteWeb(net.settings, clock=net.clock, transport=net.transport, validators=memory)
        assert len(list(collect([A], net.settings, web=web, clock=net.clock))) == n_pages


def test_a_memory_cut_off_by_a_killed_run_is_used_as_far_as_it_goes(tmp_path):
    path = tmp_path / "validators.jsonl"
    ValidatorFile(path).put(A, Validator('"1"'))
    ValidatorFile(path).put(A, Validator('"2"', "Sat, 03 May 2031 10:00:00 GMT"))
    with path.open("a") as file:
        file.write('{"url": "https://nor')
    assert ValidatorFile(path).get(A) == Validator('"2"', "Sat, 03 May 2031 10:00:00 GMT")
    assert ValidatorFile(path).get(B) is None


def test_a_page_behind_a_redirect_is_asked_for_in_the_same_way():
    moved = FakeAnswer(status=301, headers={"Location": "/b"})
    net = Net({A: moved, B: [html(headers={"ETag": '"v1"'}), FakeAnswer(status=304)]})
    assert len(net.collect(A)[0]) == 1
    assert net.collect(A) == ([], [])
    assert ["if-none-match" in request.headers for request in net.transport.requests] == [False] * 4 + [True]


def test_a_page_counts_as_fetched_only_once_its_consumer_asks_for_more():
    net = Net({A: html(headers={"ETag": '"v1"'})})
    pages = collect([A], net.settings, web=net.web, clock=net.clock)
    next(pages)
    assert net.validators.get(A) is None
    assert list(pages) == []
    assert net.validators.get(A).etag == '"v1"'


def test_changed_content_of_one_url_is_captured_again():
    net = Net({A: [html(PAGE), html(OTHER)]})
    assert [net.collect(A)[0][0].body for _ in range(2)] == [PAGE, OTHER]


def test_an_archive_at_a_url_gives_its_pages():
    archive = FakeAnswer(gz(warc_record("https://este.example/x", PAGE)), headers={"Content-Type": "application/gzip"})
    captures, _ = Net({A: archive}).collect(A)
    assert [page.url for page in captures] == ["https://este.example/x"]


# ---------------------------------------------------------------- feeds and sitemaps

FEED = b"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Diario Norte</title>
<item><title>Marcha</title><link>https://norte.example/a</link><pubDate>Sat, 03 May 2031 23:30:00 -0500</pubDate></item>
<item><title>Paro</title><link>https://norte.example/b</link></item>
<item><title>Paro, otra vez</title><link>https://norte.example/b</link></item>
</channel></rss>"""
FEED_URL = "https://norte.example/feed"


def feed(body: bytes = FEED) -> FakeAnswer:
    return FakeAnswer(body, headers={"Content-Type": "application/rss+xml"})


def test_a_feed_is_a_capture_and_its_items_are_fetched_when_asked_for():
    answers = {FEED_URL: feed(), A: html(PAGE), B: html(OTHER)}
    assert [page.media_type for page in Net(answers).collect(FEED_URL)[0]] == ["application/rss+xml"]
    captures, problems = Net(answers, follow=True).collect(FEED_URL)
    assert not problems
    assert [(page.url, page.published) for page in captures] == [(FEED_URL, None), (A, dt.date(2031, 5, 3)), (B, None)]


def test_an_atom_feed_is_followed_too():
    atom = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Sur</title><entry><title>x</title>
    <link href="/a"/><published>2031-05-02T22:00:00-05:00</published></entry></feed>"""
    captures, _ = Net({FEED_URL: feed(atom), A: html()}, follow=True).collect(FEED_URL)
    assert [(page.url, page.published) for page in captures[1:]] == [(A, dt.date(2031, 5, 2))]


def test_a_feed_whose_items_cannot_be_read_is_still_a_capture():
    broken = FEED.replace(b"Diario", b"Diario &#99999999;")
    captures, problems = Net({FEED_URL: feed(broken)}, follow=True).collect(FEED_URL)
    assert [page.body for page in captures] == [broken]
    assert [found.subject for found in problems] == [FEED_URL]


BOMB = b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "body",
    [
        BOMB + b"<rss version='2.0'><channel><title>&b;</title></channel></rss>",
        BOMB + b"<urlset><url><loc>&b;</loc></url></urlset>",
        (BOMB + b"<rss version='2.0'><channel><title>&b;</title></channel></rss>").decode().encode("utf-16"),
    ],
)
def test_entities_that_can_grow_without_end_are_refused(body, tmp_path):
    captures, problems = Net({FEED_URL: feed(body)}).collect(FEED_URL)
    assert not captures
    assert "entities of its own" in problems[0].reason


def test_a_sitemap_index_leads_to_sitemaps_and_these_to_pages():
    root = "https://norte.example/sitemap.xml"
    index = b"""<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <sitemap><loc>https://norte.example/1.xml.gz</loc></sitemap><sitemap><loc>https://norte.example/2.xml</loc></sitemap>
    </sitemapindex>"""
    first = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
    xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc> https://norte.example/a </loc>
    <lastmod>2031-04-01</lastmod><news:news><news:publication_date>2031-03-31T10:00:00Z</news:publication_date>
    </news:news></url></urlset>"""
    second = b"<urlset><url><loc>https://norte.example/b</loc><lastmod>2031-04-02</lastmod></url>"
    net = Net(
        {
            root: FakeAnswer(index),
            "https://norte.example/1.xml.gz": FakeAnswer(gzip.compress(first)),
            "https://norte.example/2.xml": FakeAnswer(second),
            A: html(PAGE),
            B: html(OTHER),
        }
    )
    captures, problems = net.collect(root)
    assert [(page.url, page.published) for page in captures] == [(A, dt.date(2031, 3, 31)), (B, None)]
    assert [(found.subject, found.reason.partition(":")[0]) for found in problems] == [
        ("https://norte.example/2.xml", "the sitemap breaks off")
    ]


def test_a_sitemap_among_files_is_not_followed_unasked(tmp_path):
    (tmp_path / "sitemap.xml").write_bytes(b"<urlset><url><loc>https://norte.example/a</loc></url></urlset>")
    net = Net({A: html()})
    captures, problems = net.collect(str(tmp_path))
    assert not captures
    assert "sitemap" in problems[0].reason
    assert [page.url for page in net.collect(str(tmp_path / "sitemap.xml"))[0]] == [A]


def test_no_more_pages_are_fetched_than_the_limit_and_it_says_so():
    links = b"".join(b"<url><loc>https://norte.example/%d</loc></url>" % number for number in range(9))
    answers = {f"https://norte.example/{number}": html() for number in range(9)}
    net = Net({A: FakeAnswer(b"<urlset>" + links + b"</urlset>"), **answers}, max_pages=4)
    captures, problems = net.collect(A)
    assert len(captures) == 3
    assert len(problems) == 1
    assert "limit of 4 pages" in problems[0].reason


def test_feeds_that_lead_to_each_other_end():
    other = "https://norte.example/feed2"
    back = feed(FEED.replace(b"/a<", b"/feed<"))
    captures, _ = Net({FEED_URL: feed(FEED.replace(b"/a<", b"/feed2<")), other: back, B: html()}, follow=True).collect(
        FEED_URL
    )
    assert [page.url for page in captures] == [FEED_URL, other, B]


# ---------------------------------------------------------------- a real server


class _Server(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        kind, body, status = {
            "/robots.txt": ("text/plain", b"User-agent: *\nDisallow: /no\n", 200),
            "/viejo": ("text/html", b"", 301),
            "/pagina": ("text/html; charset=utf-8", gzip.compress(PAGE), 200),
        }.get(self.path, ("text/plain", b"nothing", 404))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if self.path == "/viejo":
            self.send_header("Location", "/pagina")
        if self.path == "/pagina":
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args) -> None:
        pass


@pytest.fixture
def server():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Server) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()
        thread.join()


def test_a_real_server_is_visited_the_same_way(server):
    settings = CollectSettings(delay_s=0.0)
    web = PoliteWeb(settings, clock=SystemClock())
    found = list(collect(["-"], settings, web=web, lines=[f"{server}/viejo", f"{server}/no/x", f"{server}/gone"]))
    web.close()
    page = found[0]
    assert isinstance(page, Capture)
    assert (page.url, page.final_url, page.body) == (f"{server}/viejo", f"{server}/pagina", PAGE)
    assert [found[1].reason, found[2].reason] == [
        "the host's robots.txt does not allow it",
        "the server answers 404: check the address, or try later",
    ]
