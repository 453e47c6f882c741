"""Snapshot and bytes -> extract -> [gate] -> read -> code: all that is made of one page, as the rows that keep it."""

from __future__ import annotations

from dataclasses import replace

from constancia.coding import LANGUAGES, tells_of_deed
from constancia.errors import InputError
from constancia.extract import extract
from constancia.flow.coder_choice import RULES, CoderChoice
from constancia.flow.coding import code_text
from constancia.flow.page_tasks import VERSION, PageTask, failed_page
from constancia.model import Coding, Page, Passage, Problem, Text
from constancia.store import PageRows, PageWork, StoredReading, page_rows
from constancia.vocabulary import Feature, PageKind
from constancia.words.gazetteer import default_gazetteer, name_key


def work_page(task: PageTask, choice: CoderChoice = RULES) -> PageRows:
    """Make all that is made of one page; what cannot be made becomes a problem among the rows."""
    snapshot = task.snapshot
    try:
        page = extract(snapshot, task.body, _may_tell_of_deed)
    except InputError as error:
        return failed_page(snapshot, Problem("extract", snapshot.url, str(error)))
    readings: list[StoredReading] = []
    codings: list[Coding] = []
    problems: list[Problem] = []
    for text in _worth_reading(page):
        try:
            done = code_text(text, choice)
        except Exception as error:  # noqa: BLE001 - the edge of one passage: it becomes an issue, its page goes on
            problems.append(Problem("code", snapshot.url, f"{type(error).__name__}: {error}", text.id))
            continue
        if done is not None:
            readings.append(StoredReading(text.id, done.reading.language, done.reading.mentions))
            codings.append(done.coding)
            problems += (replace(one, subject=snapshot.url, detail=f"{text.id}: {one.detail}") for one in done.problems)
    return page_rows(PageWork(snapshot.snapshot_id, VERSION, page, tuple(readings), tuple(codings), tuple(problems)))


def _may_tell_of_deed(text: str) -> bool:
    """Tell whether a page is worth the search for its story: of any other, the layout is enough."""
    return any(tells_of_deed(text, language) for language in LANGUAGES)


def _worth_reading(page: Page) -> list[Text]:
    """Give the passages of a page that tells of some deed in a language that is coded; else none of them.

    Most pages of an archive tell of none: they are kept, and cost no more than their extraction.
    """
    languages = [page.language] if page.language else list(LANGUAGES)
    texts = [text_of(page, passage) for passage in page.passages]
    coded = [language for language in languages if language in LANGUAGES]
    return texts if any(tells_of_deed(text.text, language) for text in texts for language in coded) else []


def load_words() -> None:
    """Load lexicons and gazetteer, by coding a sentence in each language."""
    for language, sentence in _SENTENCES:
        code_text(Text(language, sentence, language))


_SENTENCES = (
    ("en", "On Monday some 300 people marched in Lima, and three were injured, police said."),
    ("es", "El lunes unas 300 personas marcharon en Lima, y hubo tres heridos, según la policía."),
)


def text_of(page: Page, passage: Passage) -> Text:
    """Give a passage as a text to be read; its offsets count from the passage's start."""
    return Text(
        id=passage.passage_id,
        text=page.text[passage.start : passage.end],
        language=page.language,
        published=passage.published or page.published,
        place=page.place or _topic(page),
        url=passage.linked_url or page.url,
        publisher=page.publisher,
        title_end=max(0, passage.title_end - passage.start),
        kind=page.kind,
    )


def _topic(page: Page) -> str | None:
    """Give the country that a list of stories is headed by ("Honduras", "Tag: Honduras"): its teasers seldom say it."""
    if page.kind is not PageKind.LISTING or not page.title:
        return None
    heading = page.title.rpartition(":")[2].strip()
    candidates = default_gazetteer().find(name_key(heading))
    return heading if candidates and candidates[0].feature is Feature.COUNTRY else None
