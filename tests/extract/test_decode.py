import pytest

from constancia.errors import DecodeError, TooLargeError
from constancia.extract.decode import MAX_BYTES, decode

SPANISH = "La señora Ñusta pidió «más agua» en Güepsa."


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_and_without_a_byte_order_mark(charset):
    assert decode(SPANISH.encode(charset)) == SPANISH


@pytest.mark.parametrize("charset", ["latin-1", "cp1252"])
def test_western_bytes_are_read_without_any_declaration(charset):
    assert decode(SPANISH.encode(charset)) == SPANISH


def test_a_declared_utf8_that_the_bytes_contradict_is_not_believed():
    body = ('<meta charset="utf-8"><p>' + SPANISH).encode("latin-1")
    assert SPANISH in decode(body, "utf-8")


def test_a_declared_latin1_over_utf8_bytes_is_not_believed():
    assert decode(('<meta charset="iso-8859-1">' + SPANISH).encode(), "iso-8859-1").endswith(SPANISH)


def test_another_declared_charset_is_used():
    assert "площади" in decode('<meta charset="windows-1251"> на площади'.encode("cp1251"))
    assert decode("на площади".encode("koi8-r"), "koi8-r") == "на площади"


def test_an_unknown_charset_name_falls_back_on_the_bytes():
    assert decode(SPANISH.encode("cp1252"), "x-made-up") == SPANISH


def test_curly_quotes_of_windows_in_a_page_called_latin1_are_read():
    assert decode("“sí”".encode("cp1252"), "iso-8859-1") == "“sí”"


def test_a_page_cut_in_the_middle_of_a_character_stays_utf8():
    assert decode((SPANISH + "ñ").encode()[:-1]).startswith(SPANISH)


@pytest.mark.parametrize("body", [b"", b"  \n\t ", b"\xef\xbb\xbf", b"\x00\x00"])
def test_an_empty_page_is_refused_in_words(body):
    with pytest.raises(DecodeError, match="empty"):
        decode(body)


@pytest.mark.parametrize("body", [b"\x89PNG\r\n\x1a\n" + bytes(50), bytes(range(256)) * 40, b"%PDF-1.7 words words"])
def test_binary_data_is_refused_in_words(body):
    with pytest.raises(DecodeError, match="binary"):
        decode(body)


def test_a_page_above_the_limit_is_refused_in_words():
    with pytest.raises(TooLargeError, match="limit"):
        decode(b"a" * (MAX_BYTES + 1))
