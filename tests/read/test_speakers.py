"""Who says what: sources, cues, contents, roles; English and Spanish."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constancia.model import SpeakerValue, Text
from constancia.read import read_text
from constancia.read.speakers.lines import COLON, DASH, closed_class
from constancia.read.speakers.quotations import FACETS
from constancia.read.speakers.reporting import reporting_lexicon
from constancia.vocabulary import QuotationKind
from constancia.words import fold
from tests.read.marked import exact_scores, marked_lines
from tests.shared_data import shared_path

SPANISH = Path(__file__).parent / "quotations_es.txt"
# What the Spanish sentences reached, less two points for chance; they only go up.
FLOORS = {"source": 0.85, "cue": 0.86, "content": 0.83}


def speeches(text: str, language: str) -> list[SpeakerValue]:
    mentions = read_text(Text("t", text, language), frozenset({"speaker"})).mentions
    values = [mention.value for mention in mentions if isinstance(mention.value, SpeakerValue)]
    assert len(values) == len(mentions)
    return values


def told(text: str, language: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (
            value.source.text.strip(" ,"),
            value.cue and value.cue.text,
            value.content and text[value.content.start : value.content.end].strip(' ",“”«»'),
        )
        for value in speeches(text, language)
    ]


def test_spanish_sentences_are_read_as_well_as_before() -> None:
    scores = exact_scores(list(marked_lines(SPANISH)), "es")
    assert all(scores[kind] >= floor for kind, floor in FLOORS.items()), scores


CASES = [
    ("en", "Police said nine people were held.", ("Police", "said", "nine people were held")),
    ("en", "Nine people were held, police said.", ("police", "said", "Nine people were held")),
    ("en", '"We will stay," said Ruth P., a baker.', ("Ruth P., a baker", "said", "We will stay")),
    ("en", "The mayor denied that shots were fired.", ("The mayor", "denied", "that shots were fired")),
    ("en", "According to the ombudsman, 47 people died.", ("the ombudsman", "According to", "47 people died")),
    ("en", "Police put the crowd at 4,000.", ("Police", "put", "the crowd at 4,000")),
    ("es", "La policía dijo que hubo nueve detenidos.", ("La policía", "dijo", "que hubo nueve detenidos")),
    ("es", "Hubo nueve detenidos, dijo la policía.", ("la policía", "dijo", "Hubo nueve detenidos")),
    ("es", "“Nos quedamos”, dijo Rosa M., panadera.", ("Rosa M., panadera", "dijo", "Nos quedamos")),
    ("es", "El alcalde negó que hubiera disparos.", ("El alcalde", "negó", "que hubiera disparos")),
    ("es", "Según la Defensoría, murieron 47 personas.", ("la Defensoría", "Según", "murieron 47 personas")),
    ("es", "La Defensoría cifró en 60 los fallecidos.", ("La Defensoría", "cifró", "en 60 los fallecidos")),
    ("es", "Hubo nueve detenidos, según informó la policía.", ("la policía", "según informó", "Hubo nueve detenidos")),
]


@pytest.mark.parametrize(("language", "text", "speech"), CASES)
def test_source_cue_and_content_are_found(language: str, text: str, speech: tuple[str, str, str]) -> None:
    assert speech in told(text, language)


def test_two_speakers_of_one_sentence_are_kept_apart() -> None:
    values = speeches("La policía calculó en 900 los asistentes; los organizadores hablaron de 4.000.", "es")
    assert [value.speaker_role for value in values] == ["police", "protesters"]


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        (
            "en",
            "Some 400 people, according to police, and 900, according to the organisers, marched in Kelso.",
            [("police", "Some 400 people"), ("the organisers", "900")],
        ),
        (
            "es",
            "Cerca de 400 personas, según la Policía, y más de 900, según los convocantes, marcharon en Ocralla.",
            [("la Policía", "Cerca de 400 personas"), ("los convocantes", "más de 900")],
        ),
    ],
)
def test_each_of_two_sources_has_its_own_figure(language: str, text: str, parts: list[tuple[str, str]]) -> None:
    given = [(source, content) for source, _, content in told(text, language) if content and "00" in content]
    assert given == parts


def test_a_figure_whose_verb_is_left_out_has_its_speaker() -> None:
    text = "La Policía contó 12.000 personas; el Frente de Lucha del Norte, 45.000."
    assert ("el Frente de Lucha del Norte", None, "45.000") in told(text, "es")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The sugar union reported on the march. Seven people were injured, it added."),
        ("es", "El sindicato azucarero informó sobre la marcha. Hubo siete heridos, añadió."),
        ("es", "La marcha, dijo el sindicato azucarero, fue pacífica. Hubo siete heridos, añadió."),
    ],
)
def test_a_speaker_carries_over_to_the_next_sentence(language: str, text: str) -> None:
    assert speeches(text, language)[-1].speaker_role == "union"


def test_quoted_sentences_go_on_with_the_last_speaker() -> None:
    text = "“No nos iremos”, dijo el dirigente minero Abel Cusi. “Aquí estaremos hasta el lunes.”"
    last = speeches(text, "es")[-1]
    assert (last.name, last.kind) == ("Abel Cusi", QuotationKind.DIRECT)
    assert last.content is not None
    assert text[last.content.start : last.content.end] == "“Aquí estaremos hasta el lunes.”"


def test_second_hand_speech_gives_both_speakers() -> None:
    roles = [value.speaker_role for value in speeches("The nurses' union says police admit six arrests.", "en")]
    assert roles == ["union", "police"]


def test_a_body_said_again_takes_its_role_and_name() -> None:
    text = "Entraron al local de la Central Campesina del Yaro. Hay 22 detenidos, según la organización."
    last = speeches(text, "es")[-1]
    assert (last.source.text, last.speaker_role, last.name) == (
        "la organización",
        "peasants",
        "Central Campesina del Yaro",
    )


def test_the_outlet_speaking_of_itself_is_no_speaker() -> None:
    assert speeches("Unas 3.000 personas marcharon, según el cálculo de este diario.", "es") == []


def test_a_passive_without_an_agent_has_no_speaker() -> None:
    assert speeches("No injuries were reported.", "en") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“Nadie disparó”, dijo el coronel.", QuotationKind.DIRECT),
        ("El coronel dijo que nadie disparó.", QuotationKind.INDIRECT),
        ("El coronel dijo que fue “una emboscada” de los vecinos.", QuotationKind.MIXED),
    ],
)
def test_the_kind_of_quotation_is_told_by_its_marks(text: str, kind: QuotationKind) -> None:
    assert speeches(text, "es")[-1].kind is kind


def test_text_without_speech_has_no_speakers() -> None:
    assert speeches("Los camioneros bloquearon la ruta y quemaron llantas.", "es") == []
    assert speeches("Truckers blocked the road and burned tyres for six hours.", "en") == []


SENTENCES = [
    "“Nadie nos avisó”, dijo Rosa M.",
    "Según la fiscalía, hubo seis detenidos.",
    "Hubo siete heridos, añadió.",
    '"We stay," she said. "Come what may, we stay here."',
    "Police: nine.",
    "”)) — “",
    "El general negó todo; el obispo, no.",
]
TEXTS = st.lists(st.sampled_from(SENTENCES), max_size=6).map(" ".join)


@given(TEXTS, st.sampled_from(["en", "es"]))
def test_spans_hold_their_words(text: str, language: str) -> None:
    for mention in read_text(Text("t", text, language), frozenset({"speaker"})).mentions:
        value = mention.value
        assert isinstance(value, SpeakerValue)
        for span in (value.source, value.cue):
            assert span is None or text[span.start : span.end] == span.text
        assert value.content is None or 0 <= value.content.start < value.content.end <= len(text)
        assert mention.why


@given(TEXTS, st.sampled_from(["\n\n", "Llovió toda la noche.\n\n"]))
def test_text_put_before_shifts_every_span(text: str, before: str) -> None:
    alone = [
        (value.source.start + len(before), value.source.text, value.speaker_role) for value in speeches(text, "es")
    ]
    moved = [(value.source.start, value.source.text, value.speaker_role) for value in speeches(before + text, "es")]
    assert moved == alone


@given(TEXTS)
def test_an_unrelated_paragraph_changes_nothing_before_it(text: str) -> None:
    assert told(text + "\n\nLlovió toda la noche.", "es") == told(text, "es")


@given(st.text(max_size=200), st.sampled_from(["en", "es"]))
def test_any_text_can_be_read(text: str, language: str) -> None:
    for value in speeches(text, language):
        assert text[value.source.start : value.source.end] == value.source.text


@pytest.mark.parametrize("language", ["en", "es"])
def test_weights_hold_no_words_but_those_of_the_lexicons(language: str) -> None:
    weights = json.loads(files("constancia.data").joinpath("quotations", f"{language}.json").read_text("utf-8"))
    assert weights.keys() == FACETS.keys()
    reporting = reporting_lexicon(language)
    known = {fold(word.lemma) for word in reporting.words.values()}
    known |= (
        {fold(word) for word in closed_class(language)} | {fold(word) for word in closed_class("en")} | {COLON, DASH}
    )
    for decision in ("cue", "particle"):
        fields = {
            f"{name}:{feature}": feature.split("+")
            for name, facet in FACETS[decision].items()
            for feature, _ in facet.combinations
        }
        for feature in weights[decision]:
            name, _, values = feature.partition("=")
            for field, value in zip(fields[name], values.split("+"), strict=True):
                assert field not in {"lemma", "word", "next"} or value in known, feature


@pytest.mark.shared
def test_the_speakers_of_the_hard_sentences_have_their_roles() -> None:
    rows = [json.loads(line) for line in shared_path("patterns/cases.jsonl").read_text("utf-8").splitlines()]
    wanted = found = 0
    for row in rows:
        text = row["input"]
        roles = {value.speaker_role for value in speeches(text["text"], text["language"])}
        for role in _speaker_roles(row["expect"]):
            wanted += 1
            found += bool(roles & set(role))
    assert wanted >= 25
    assert found / wanted >= 0.9


def _speaker_roles(expect: object) -> list[list[str]]:
    if isinstance(expect, list):
        return [roles for each in expect for roles in _speaker_roles(each)]
    if not isinstance(expect, dict):
        return []
    told = [expect[key]["role"] for key in ("according_to", "via") if isinstance(expect.get(key), dict)]
    roles = [role["any"] if isinstance(role, dict) else [role] for role in told]
    return roles + [
        each
        for key, value in expect.items()
        if key not in {"according_to", "via", "not_claims"}
        for each in _speaker_roles(value)
    ]


def test_half_of_a_name_is_not_who_speaks() -> None:
    (value,) = speeches("“We shall be back on Monday,” said a Keep Police Horses Here supporter.", "en")
    assert value.speaker_role == "individual"
