"""Words are found on a stored page whatever its charset and markup, and only where a reader sees them."""

import pytest

from constancia.verify.page_words import PageWords


@pytest.mark.parametrize(
    ("body", "declared"),
    [
        ("<p>El año pasado, <b>si</b>ete   muertos</p>".encode(), None),
        (b"<p>El a&ntilde;o pasado, siete&nbsp;muertos</p>", None),
        ("<p>El año pasado,<br>siete muertos</p>".encode("latin-1"), None),
        ("<p>El año pasado, siete muertos</p>".encode("utf-16"), None),
        ("<p>El año pasado, siete muertos</p>".encode("utf-16-le"), None),
        ("<p>El año pasado, siete muertos</p>".encode(), "latin-1"),
        ("El año pasado, siete\nmuertos".encode("cp850"), "cp850"),
        ("<p>El an\u0303o pasa\u00addo, siete muertos</p>".encode(), None),
        ("<rss><item>&lt;p&gt;El año pasado, siete muertos&lt;/p&gt;</item></rss>".encode(), None),
        ("<rss><item><![CDATA[<p>El año pasado, <i>siete</i> muertos</p>]]></item></rss>".encode(), None),
    ],
)
def test_words_are_found_however_they_are_written(body, declared):
    words = PageWords(body, declared)
    assert words.holds("El año pasado, siete muertos")
    assert not words.holds("El año pasado, ocho muertos")


@pytest.mark.parametrize(
    "body",
    [
        b"<script>'siete muertos'</script><p>nada</p>",
        b"<style>siete muertos</style>",
        b"<!-- siete muertos -->",
        b"<img alt='siete muertos'>",
        b"<script>siete muertos",
    ],
)
def test_what_a_reader_does_not_see_is_not_on_the_page(body):
    assert not PageWords(body).holds("siete muertos")


def test_what_a_page_says_of_itself_counts_for_its_title():
    assert PageWords(b'<meta property="og:title" content="Marcha &amp; paro">').tells("Marcha & paro")
    assert PageWords(b'<script type="application/ld+json">{"headline": "A\\u00f1o de paro"}</script>').tells(
        "Año de paro"
    )


def test_a_counted_noun_is_found_in_whatever_case():
    assert PageWords("<p>SIETE JÓVENES HERIDOS</p>".encode()).holds_folded("jóvenes heridos")
    assert not PageWords(b"<p>SIETE HERIDOS</p>").holds_folded("muertos")


def test_a_sign_for_less_in_plain_text_is_no_tag():
    assert PageWords(b"If a<b and c>d, they said.").holds("a<b and c>d")


@pytest.mark.parametrize("piece", ["<div>", "<!--", "<script>", "<a '", '<a "', "<", "</p", "&", "<style>a</style>"])
def test_a_broken_page_takes_no_more_than_its_length(piece):
    assert not PageWords(piece.encode() * 20_000).holds("siete muertos")


def test_a_word_parted_at_a_lines_end_is_found_whole_and_one_with_a_hyphen_is_not_changed():
    words = PageWords(b"seven mar-\n  chers of the depot-gate crew")
    assert words.holds("seven marchers")
    assert words.holds("depot-gate")
    assert not words.holds("depotgate")
