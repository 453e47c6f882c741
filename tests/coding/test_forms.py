import pytest

from constancia.coding.clauses.forms import Shape, singular, singulars, verb_forms


@pytest.mark.parametrize(
    ("word", "lemma", "shape"),
    [
        ("marcharon", "marchar", Shape.PAST),
        ("detuvieron", "detener", Shape.PAST),
        ("siguio", "seguir", Shape.PAST),
        ("pidieron", "pedir", Shape.PAST),
        ("murieron", "morir", Shape.PAST),
        ("bloqueado", "bloquear", Shape.PARTICIPLE),
        ("manifestandose", "manifestar", Shape.GERUND),
        ("enfrentarse", "enfrentar", Shape.INFINITIVE),
        ("destruyeron", "destruir", Shape.PAST),
        ("sera", "ser", Shape.FUTURE),
        ("ser", "ser", Shape.INFINITIVE),
        ("confirmo", "confirmar", Shape.PAST),
        ("sumarse", "sumar", Shape.INFINITIVE),
    ],
)
def test_a_spanish_form_leads_back_to_its_verb(word, lemma, shape):
    assert any(form.lemma == lemma and form.shape is shape for form in verb_forms(word, "es"))


def test_weak_vowels_change_only_in_verbs_in_ir():
    assert {form.lemma for form in verb_forms("piso", "es")} == {"pisar"}
    assert {form.lemma for form in verb_forms("pidio", "es")} == {"pedir"}


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("pobladores", "poblador"), ("alcaldes", "alcalde"), ("marchas", "marcha"), ("paredes", "pared")],
)
def test_a_plural_has_one_likeliest_singular(word, lemma):
    assert singular(word, "es") == lemma


@pytest.mark.parametrize(
    ("word", "lemma", "shape"),
    [
        ("marched", "march", Shape.PAST),
        ("shot", "shoot", Shape.PARTICIPLE),
        ("banned", "ban", Shape.PAST),
        ("carrying", "carry", Shape.GERUND),
        ("tear-gassed", "tear-gas", Shape.PAST),
        ("broke", "break", Shape.PAST),
    ],
)
def test_an_english_form_leads_back_to_its_verb(word, lemma, shape):
    assert any(form.lemma == lemma and form.shape is shape for form in verb_forms(word, "en"))


@pytest.mark.parametrize("word", ["huelga", "gobierno", "xyzzy"])
def test_a_noun_is_no_form_of_a_verb(word):
    assert all(form.shape is not Shape.PAST for form in verb_forms(word, "es"))


def test_singulars_undo_the_plurals_of_both_languages():
    assert "voz" in singulars("voces", "es")
    assert "huelga" in singulars("huelgas", "es")
    assert "rally" in singulars("rallies", "en")
    assert "policeman" in singulars("policemen", "en")


def test_a_verb_made_of_an_irregular_one_has_its_past() -> None:
    assert [(form.lemma, form.shape) for form in verb_forms("intervino", "es")] == [("intervenir", Shape.PAST)]
    assert verb_forms("tradujo", "es")[0].shape is Shape.PAST
