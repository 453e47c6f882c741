import datetime as dt
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constancia.extract import extract
from constancia.link.copies import find_copies
from constancia.model import PassageText
from tests.extract.pages import snapshot_of
from tests.shared_data import shared_path

TITLE = "Tejedoras de Ancopata cierran el mercado"
LEAD = "Unas ochenta tejedoras de Ancopata cerraron el miércoles el mercado mayor en protesta por el alza del alquiler."
BODY = (
    f"{LEAD} La alcaldía dijo que el reajuste rige desde marzo y que nadie será desalojado. "
    "Las dirigentes respondieron que doce puestos ya fueron precintados y que seguirán turnándose en la puerta. "
    "Una comisión del concejo las recibirá el lunes por la mañana en el salón de actos."
)


def passage(name: str, body: str, title: str = TITLE, day: int | None = None) -> PassageText:
    published = None if day is None else dt.date(2024, 6, day)
    return PassageText(name, f"{title}\n\n{body}" if title else body, len(title), published)


def told(*passages: PassageText) -> set[tuple[str, str, str]]:
    return {(copy.passage_id, copy.copy_of, copy.kind) for copy in find_copies(passages)}


def test_the_later_of_two_equal_passages_is_the_copy():
    assert told(passage("a", BODY, day=5), passage("b", BODY, day=4)) == {("a", "b", "exact")}


def test_a_text_under_another_headline_is_retitled():
    other = passage("b", BODY, "Conflicto por los puestos llega al concejo", day=6)
    assert told(passage("a", BODY, day=5), other) == {("b", "a", "retitled")}


def test_a_teaser_of_the_lead_or_of_the_middle_is_a_truncated_copy_even_if_it_came_first():
    middle = BODY[BODY.index("La alcaldía") : BODY.index("turnándose") + 4] + "…"
    teasers = passage("t", LEAD, day=1), passage("m", middle, "Otro título", day=1)
    assert told(passage("a", BODY, day=5), *teasers) == {("t", "a", "truncated"), ("m", "a", "truncated")}


def test_a_headline_alone_repeats_the_story_that_bears_it():
    assert told(passage("a", BODY, day=5), passage("h", "")) == {("h", "a", "truncated")}


def test_a_copy_with_a_new_figure_is_an_update_of_the_earlier():
    changed = BODY.replace("doce puestos", "quince puestos")
    assert told(passage("a", BODY, day=5), passage("b", changed, day=6)) == {("b", "a", "updated")}
    assert told(passage("a", BODY, day=7), passage("b", changed, day=6)) == {("a", "b", "updated")}


def test_a_copy_with_a_new_sentence_is_an_update():
    longer = BODY.replace(
        "Una comisión", "Por la noche la policía retiró los carteles de la entrada principal. Una comisión"
    )
    assert told(passage("a", BODY, day=5), passage("b", longer, day=6)) == {("b", "a", "updated")}


def test_another_dateline_and_byline_make_no_update():
    syndicated = passage("b", f"Ancopata, 6 jun (Agencia Kolla).- {BODY}", day=6)
    assert told(passage("a", BODY, day=5), syndicated) == {("b", "a", "exact")}


def test_a_copy_of_a_copy_is_told_as_a_copy_of_the_original():
    cut = BODY[: BODY.index("Una comisión")]
    three = [passage("a", BODY, day=5), passage("b", cut, "Cierran mercado", day=6), passage("c", LEAD, day=7)]
    assert {copy.copy_of for copy in find_copies(three)} == {"a"}


def test_two_stories_of_one_event_are_no_copies():
    other = (
        "Vendedoras y tejedoras bloquearon la puerta del mercado mayor de Ancopata. El alquiler de los puestos sube un "
        "tercio. El concejo municipal recibirá a una comisión a comienzos de la semana que viene, según su presidente."
    )
    assert told(passage("a", BODY, day=5), passage("b", other, "Protesta en el mercado", day=5)) == set()


def test_the_order_of_the_passages_does_not_matter():
    passages = [passage("a", BODY, day=5), passage("b", BODY, day=6), passage("t", LEAD), passage("u", LEAD, "Otra")]
    expected = find_copies(passages)
    for seed in range(6):
        random.Random(seed).shuffle(passages)
        assert find_copies(passages) == expected


def test_no_passages_and_passages_without_words_give_no_copies():
    assert find_copies([]) == []
    assert find_copies([PassageText("a", ""), PassageText("b", ""), PassageText("c", "… — …")]) == []


@settings(max_examples=60)
@given(st.lists(st.text(max_size=120), max_size=8))
def test_a_copy_is_never_its_own_original_and_points_to_one_of_the_passages(texts):
    passages = [PassageText(f"g{number}", text) for number, text in enumerate(texts)]
    names = {each.passage_id for each in passages}
    for copy in find_copies(passages):
        assert copy.copy_of in names - {copy.passage_id}


def _invented(count: int) -> tuple[list[PassageText], dict[str, str]]:
    """Passages of random words, a quarter of them copies with noise, cuts or new heads; and which repeats which."""
    chance = random.Random(11)
    words = ["".join(chance.choice("bdglmnrst") + chance.choice("aeiou") for _ in range(3)) for _ in range(4000)]
    stories: list[tuple[str, list[str]]] = []
    passages, original = [], {}
    for number in range(count):
        name = f"g{number}"
        if stories and chance.random() < 0.25:
            source, text = chance.choice(stories)
            cut = [text, text[: len(text) // 4], text[len(text) // 3 :]][chance.randrange(3)]
            noisy = [word if chance.random() > 0.04 else chance.choice(words) for word in cut]
            original[name] = source
            passages.append(PassageText(name, " ".join(noisy)))
        else:
            story = [chance.choice(words) for _ in range(chance.randint(80, 400))]
            stories.append((name, story))
            passages.append(PassageText(name, " ".join(story)))
    return passages, original


def test_noisy_and_cut_copies_are_found_with_few_missed_and_hardly_one_wrong():
    passages, original = _invented(1500)
    family = {each.passage_id: original.get(each.passage_id, each.passage_id) for each in passages}
    copies = find_copies(passages)
    right = sum(family[copy.passage_id] == family[copy.copy_of] for copy in copies)
    assert right >= 0.99 * len(copies)
    assert right >= 0.95 * len(original)


@pytest.mark.shared
def test_on_the_plain_text_pages_teasers_repeat_their_articles_and_each_other():
    passages = []
    for path in sorted(shared_path("seeds").glob("*.txt")):
        body = path.read_bytes()
        page = extract(snapshot_of(body, path.name, media_type="text/plain"), body)
        for each in page.passages:
            text = page.text[each.start : each.end]
            passages.append(PassageText(each.passage_id, text, each.title_end - each.start, page.published))
    titles: dict[str, int] = {}
    for each in passages:
        title = each.text[: each.title_end]
        titles[title] = titles.get(title, 0) + 1
    assert len(find_copies(passages)) == sum(count - 1 for count in titles.values())


def test_texts_asked_for_anew_give_the_same_copies_as_texts_held():
    passages = [passage(f"p{number}", BODY if number % 3 else f"{LEAD} {number} {BODY[200:]}") for number in range(40)]
    by_id = {one.passage_id: one for one in passages}
    asked: list[str] = []

    def again(names):
        asked.extend(names)
        return {name: by_id[name] for name in names}

    assert find_copies(iter(passages), again) == find_copies(passages) != []
    assert set(asked) <= set(by_id)
