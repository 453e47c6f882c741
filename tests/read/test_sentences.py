"""Sentences and tokens survive the text of news pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constancia.model import Text
from constancia.read import document_of, read_text
from constancia.words import fold


def split(words: str, language: str | None = None, title_end: int = 0) -> list[str]:
    reading = read_text(Text("t", words, language, title_end=title_end))
    return [words[sentence.start : sentence.end] for sentence in reading.sentences]


def tokens(words: str) -> list[str]:
    return [token.text for sentence in read_text(Text("t", words, "en")).sentences for token in sentence.tokens]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Mr. J. P. Arnaz met Sen. Oduya in Washington, D.C. on Friday.", "They left."]),
        ("en", ["The U.S. Embassy closed at 5 p.m. Friday.", "It will reopen."]),
        ("en", ["He arrived from the U.S.", "The crowd cheered."]),
        ("en", ["LIMEPORT, Fla. - A crowd blocked the gate.", "It left at noon."]),
        ("en", ["U.S. AND OTHER TROOPS WERE SENT.", "THEY LEFT."]),
        ("en", ['"Stop!" she cried.', "Nobody stopped."]),
        ("en", ["“We will march.”", "The union said no more."]),
        ("en", ["Turnout was 3.5 times higher, No. 1 in years.", "Police agreed."]),
        ("en", ["They waited... and waited.", "Then it rained."]),
        ("en", ["Police fired tear gas.", "Two people fell."]),
        ("en", ["THE SQUARE WAS FULL.", "THE U.S. CONSULATE WAS SHUT."]),
        ("es", ["El Sr. Quispe viajó a EE.UU. el lunes.", "Volvió ayer."]),
        ("es", ["La Av. Grau y el Jr. Ica quedaron cerrados.", "¿Quién responde?", "Nadie."]),
        ("es", ["Según el art. 5 de la ley, es delito.", "No hubo heridos."]),
        ("es", ["Marcharon 3.500 personas.", "Hubo 2 detenidos."]),
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(language: str, words: list[str]) -> None:
    assert split(" ".join(words), language) == words


def test_a_text_in_small_letters_has_sentences_too() -> None:
    words = [
        "From March 4, 2015",
        "ambleton: bakers closed the bridge. police came at noon.",
        "nobody was hurt. the mayor asked for calm, an aide of mr. toll said. âll was quiet at night.",
    ]
    assert split("\n\n".join(words), "en") == [
        "From March 4, 2015",
        "ambleton: bakers closed the bridge.",
        "police came at noon.",
        "nobody was hurt.",
        "the mayor asked for calm, an aide of mr. toll said.",
        "âll was quiet at night.",
    ]


def test_a_small_letter_goes_on_in_a_text_with_capitals() -> None:
    words = "Bakers of Ambleton Co. in Ica marched. Police came at noon. The fin. de siècle hall of Lima was shut."
    assert len(split(words, "en")) == 3


def test_hard_wrapped_lines_are_one_sentence() -> None:
    wrapped = (
        "THE FARMERS' LEAGUE OF THE NORTH HAS REPORTED THAT ABOUT FORTY OF ITS\n"
        "MEMBERS WERE HELD FOR TWO DAYS.  THE PREFECT DENIED IT AND ASKED FOR A\nLIST OF NAMES."
    )
    assert len(split(wrapped)) == 2


def test_a_wrapped_phrase_is_found_as_if_it_were_not() -> None:
    wrapped = "The league said that it would hold a new and longer march at\nleast once a week until then.\n\nEnd."
    assert "at least once" in document_of(Text("t", wrapped, "en")).folded


def test_list_items_stand_alone() -> None:
    assert split("Demands:\n- Water for all\n- Fair prices\n", "en") == ["Demands:", "- Water for all", "- Fair prices"]


def test_the_title_is_a_headline_and_the_body_is_not() -> None:
    words = "Miners march on capital\nHundreds of miners set out on Monday. They want talks."
    reading = read_text(Text("t", words, "en", title_end=23))
    assert [sentence.is_headline for sentence in reading.sentences] == [True, False, False]


def test_a_first_line_without_a_stop_is_a_headline() -> None:
    words = "Mineros marchan a la capital\n\nCientos de mineros salieron el lunes."
    assert [s.is_headline for s in read_text(Text("t", words, "es")).sentences] == [True, False]


def test_a_dateline_is_no_headline() -> None:
    assert not read_text(Text("t", "VILLA NUEVA, Ruritania (WIRE) _\n\nNurses marched.")).sentences[0].is_headline


def test_numbers_keep_their_separators_and_marks_stand_alone() -> None:
    assert tokens("The union's 3,500 anti-riot (don't) 1.5 21st!") == [
        *("The", "union", "'s", "3,500", "anti-riot", "(", "don't", ")", "1.5", "21st", "!"),
    ]


@pytest.mark.parametrize(
    ("words", "language"),
    [("The nurses marched to the gates.", "en"), ("Las enfermeras marcharon hasta las puertas.", "es")],
)
def test_the_language_is_told_by_its_words(words: str, language: str) -> None:
    assert read_text(Text("t", words)).language == language


def test_a_declared_variety_is_its_language() -> None:
    assert read_text(Text("t", "Paro", "es-PE")).language == "es"


@given(st.text(alphabet=st.sampled_from("aÁñ. !?\n\"'“-123,;:()U S"), max_size=80) | st.text(max_size=80))
def test_every_letter_stands_in_one_sentence_and_one_token(words: str) -> None:
    reading = read_text(Text("t", words))
    covered = [i for s in reading.sentences for token in s.tokens for i in range(token.start, token.end)]
    assert len(covered) == len(set(covered))
    assert {i for i, letter in enumerate(words) if letter.isalnum()} <= set(covered)
    for sentence in reading.sentences:
        for token in sentence.tokens:
            assert words[token.start : token.end] == token.text
            assert fold(words)[token.start : token.end] == token.norm


def test_a_title_on_the_line_of_the_body_is_its_own_sentence() -> None:
    assert split("Miners march Hundreds set out.", "en", title_end=12) == ["Miners march", "Hundreds set out."]
