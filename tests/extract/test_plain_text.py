import datetime as dt
import textwrap

from constancia.extract.plain_text import PlainPage, read_plain_text
from constancia.extract.written_dates import ANY_ORDER

TITLE = "Depot gate blocked again by residents"
FIRST = (
    "Residents of Marlow Flats blocked the depot gate on Monday and asked for a meeting with the mayor, who was away."
)
SECOND = (
    "About 200 people took part, according to the organisers; police put the number at 90 and said nobody was held."
)
THIRD = "The gate was blocked once before, in 2021, when the depot changed hands and forty drivers lost their jobs."


def name(number: int) -> str:
    return f"Story number {number} about the harbour works"


def wall(number: int) -> str:
    return f"Crews will work nights on section {number} of the harbour wall until the end of the month, the port said."


def read(*lines: str, between: str = "\n\n") -> PlainPage:
    return read_plain_text(between.join(lines), ANY_ORDER)


def told(page: PlainPage) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(story.title, story.paragraphs) for story in page.stories]


def test_a_title_over_paragraphs_is_an_article_with_blank_lines_or_without():
    for between in ("\n\n", "\n"):
        page = read("Skip to content", TITLE, FIRST, SECOND, THIRD, between=between)
        assert (page.kind, page.title) == ("article", TITLE)
        assert told(page) == [(TITLE, (FIRST, SECOND, THIRD))]


def test_a_text_without_a_title_has_none():
    page = read(FIRST, SECOND)
    assert (page.kind, page.title, told(page)) == ("article", None, [(None, (FIRST, SECOND))])


def test_menus_bylines_dates_and_what_follows_the_story_are_left_out():
    page = read("Home", "News", TITLE, "Ann Lee", "12 May 2024", FIRST, SECOND, "Related stories", name(1), name(2))
    assert told(page) == [(TITLE, (FIRST, SECOND))]


def test_subheadings_and_short_questions_stay_in_an_article():
    page = read(TITLE, FIRST, SECOND, "Strike, day 12", THIRD, SECOND, "What next?", FIRST, THIRD)
    assert page.kind == "article"
    assert told(page) == [(TITLE, (FIRST, SECOND, "Strike, day 12", THIRD, SECOND, "What next?", FIRST, THIRD))]


def test_headings_over_one_paragraph_each_are_teasers_and_the_line_above_them_the_title():
    page = read("Harbour", *(line for number in range(4) for line in (name(number), wall(number))), "Older posts")
    assert (page.kind, page.title) == ("listing", "Harbour")
    assert told(page) == [(name(number), (wall(number),)) for number in range(4)]


def test_teasers_that_break_off_stay_teasers():
    lines = [line for number in range(4) for line in (name(number), f"{wall(number)[:90]} [...]", "Read more")]
    assert [story.title for story in read(*lines).stories] == [name(number) for number in range(4)]


def test_a_date_over_or_under_a_teaser_title_is_its_own():
    days = [dt.date(2024, 5, number + 1) for number in range(4)]
    over = [line for n in range(4) for line in (f"{n + 1} de mayo de 2024", name(n), wall(n))]
    under = [line for n in range(4) for line in (name(n), f"By Ann Lee | May {n + 1}, 2024", wall(n))]
    for lines in (over, under):
        page = read("Puerto", *lines)
        assert [story.published for story in page.stories] == days
        assert [story.paragraphs for story in page.stories] == [(wall(number),) for number in range(4)]


def test_a_digest_is_known_by_its_title():
    page = read("The week in brief", "3 May 2024", "Harbour", wall(1), "Depot", FIRST, "Schools", THIRD)
    assert page.kind == "roundup"
    assert [story.title for story in page.stories] == ["Harbour", "Depot", "Schools"]


def test_lines_wrapped_at_a_width_are_one_paragraph():
    wrapped = textwrap.fill(f"{FIRST} {SECOND}", 72)
    assert told(read(TITLE, wrapped, THIRD)) == [(TITLE, (f"{FIRST} {SECOND}", THIRD))]


def test_columns_of_a_report_are_joined_and_words_parted_at_a_lines_end_made_whole():
    lines = textwrap.wrap(FIRST, 44)
    page = read(TITLE, "\n".join(["Summary", *lines, "The self-governed crews of the old har-", "bour wall stayed."]))
    assert told(page) == [(TITLE, (f"{FIRST} The self-governed crews of the old harbour wall stayed.",))]


def test_items_of_a_list_stand_alone_however_long_they_are():
    page = read(TITLE, FIRST, f"❗ {SECOND}\n❗ {THIRD}")
    assert told(page) == [(TITLE, (FIRST, f"❗ {SECOND}", f"❗ {THIRD}"))]


def test_parts_of_a_report_under_short_headings_are_no_teasers():
    page = read(TITLE, *(line for part in ("Summary", "Response", "Outlook") for line in (part, FIRST)))
    assert page.kind == "article"


def test_the_day_below_a_dispatch_is_a_line_of_its_own_near_the_title():
    paragraphs = [f"{FIRST} {number}." for number in range(14)]
    page = read(TITLE, *paragraphs, "(Reporting by the Marlow bureau; editing by A. Roca)\nMarch 3, 2025")
    assert page.near_title[-1].text == "March 3, 2025"
