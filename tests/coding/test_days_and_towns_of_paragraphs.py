"""Between paragraphs a deed's day and town are those that a reader goes on with, and not what another one named."""

import pytest

from tests.coding.telling import reports_of


def of_mode(text, language, mode):
    found = [report for report in reports_of(text, language) if report.mode == mode]
    assert len(found) == 1, found
    day = str(found[0].date.from_) if found[0].date and found[0].date.from_ else None
    return day, found[0].place.name if found[0].place else None


def test_days_and_towns_that_are_only_quoted_do_not_part_a_march_from_what_came_of_it():
    text = (
        "In Jinja, bakers marched on Tuesday to the council.\n\n"
        '"On Friday they promised flour. On Saturday they said the flour was in Gulu," said the union.\n\n'
        "The procession was calm until the gate, where police fired tear gas."
    )
    assert of_mode(text, "en", "crowd-control") == ("2023-07-18", "Jinja")


def test_what_a_killing_set_off_has_not_its_day():
    text = (
        "Two growers were shot dead in Lira on Sunday evening.\n\n"
        "The killings sparked anger elsewhere. Students in Gulu burned tyres on the highway."
    )
    assert of_mode(text, "en", "obstruct") == (None, "Gulu")


def test_arrests_are_not_of_the_day_that_the_next_paragraph_names():
    text = (
        "Un peón murió el sábado por un disparo en Ilave, cuando la policía despejaba la vía.\n\n"
        "Otros seis manifestantes quedaron heridos y nueve fueron detenidos.\n\n"
        "La protesta empezó el miércoles en Juliaca."
    )
    assert of_mode(text, "es", "arrest") == ("2023-07-15", "Ilave")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "En la víspera, los panaderos cortaron la vía.\n\nEn Ilo, la jornada cerró con una marcha."),
        ("en", "Bakers blocked the road two days earlier.\n\nIn Jinja, the day ended with a march to the council."),
    ],
)
def test_a_day_counted_back_is_not_that_of_the_next_town(language, text):
    text = f"{'El jueves hubo paro.' if language == 'es' else 'Shops were shut on Thursday.'}\n\n{text}"
    (march,) = (report for report in reports_of(text, language) if report.form == "march")
    assert march.status == "occurred"
    assert march.date is None


@pytest.mark.parametrize(
    ("language", "text", "town"),
    [
        ("en", "Bakers in Yendi shut the market on Monday. On Tuesday they marched in the regional capital.", "Tamale"),
        ("en", "Bakers rallied in the Volta capital on Tuesday.", "Ho"),
        ("es", "Los panaderos de Ilave pararon el lunes. El martes marcharon en la capital de la región.", "Puno"),
        ("es", "Los panaderos marcharon el martes en la capital de Jalisco.", "Guadalajara"),
        ("es", "Los panaderos marcharon el martes en Guadalajara.", "Guadalajara"),
    ],
)
def test_the_seat_of_a_unit_is_a_town(language, text, town):
    places = [report.place.name for report in reports_of(text, language) if report.mode == "demo" and report.place]
    assert places == [town]


@pytest.mark.parametrize(
    ("language", "text", "town"),
    [
        ("en", "MBALE, July 20 (Wire) - Bakers blocked the main road on Tuesday.", "Mbale"),
        ("es", "JULIACA.- Los panaderos bloquearon el martes la carretera a Ilave.", "Juliaca"),
        ("es", "LIMA.- Los panaderos bloquearon el martes la carretera.", "Peru"),
        ("es", "JULIACA.- Los panaderos bloquearon el martes una calle en Ilave.", "Ilave"),
    ],
)
def test_the_town_of_a_dateline_is_that_of_a_lead_without_one_unless_it_is_a_capital(language, text, town):
    (block,) = (report for report in reports_of(text, language) if report.mode == "obstruct")
    assert block.place.name == town


@pytest.mark.parametrize(
    ("language", "text", "day", "town"),
    [
        (
            "es",
            "La fiscalía imputó el martes a dos guardias por el asesinato de un panadero ocurrido el 3 de mayo en Ilo.",
            "2023-05-03",
            "Ilo",
        ),
        (
            "en",
            "Prosecutors on Monday charged a man with the stabbing of a baker committed on 1 June in Mbale.",
            "2023-06-01",
            "Mbale",
        ),
    ],
)
def test_what_is_judged_was_when_and_where_its_own_clause_tells(language, text, day, town):
    (deed,) = (report for report in reports_of(text, language) if report.type == "ASSAULT")
    assert (deed.status, str(deed.date.from_), deed.place.name) == ("legal", day, town)


def test_a_deed_of_a_marked_day_is_not_told_again_in_a_paragraph_of_another_town():
    text = (
        "En Ilo, los panaderos cortaron la vía el martes. La policía lanzó gases.\n\n"
        "En Puno hubo una marcha el jueves. Luego atacaron la aduana."
    )
    assert of_mode(text, "es", "crowd-control") == ("2023-07-18", "Ilo")


def test_unions_that_plan_a_march_do_so_on_a_day_to_come():
    text = "Bakers' unions plan a march in Jinja on Tuesday."
    (march,) = reports_of(text, "en")
    assert (march.status, str(march.date.from_)) == ("planned", "2023-07-25")


def test_what_was_done_days_before_is_another_deed_and_leaves_its_day_to_no_other_town():
    text = (
        "En Ilo, encapuchados dispersaron a tiros el jueves a los panaderos.\n\n"
        "En Moquegua, guardias golpearon a dos panaderos. Dos días antes, en la misma plaza, agredieron a tres"
        " periodistas.\n\nTranquila fue la tarde en Tacna. Allí los jubilados realizaron una marcha."
    )
    reports = reports_of(text, "es")
    beaten = [report for report in reports if report.place and report.place.name == "Moquegua"]
    assert [str(each.date.from_) if each.date else None for each in beaten][-1] == "2023-07-18"
    assert len(beaten) == 2
    (march,) = (report for report in reports if report.form == "march")
    assert march.date is None


def test_a_similar_attack_is_another():
    text = "Un panadero recibió un disparo en Ilo.\n\nEl martes, en Tacna, ocurrió un ataque similar contra un cuartel."
    attacks = [report for report in reports_of(text, "es") if report.type == "ASSAULT"]
    assert [report.place.name for report in attacks] == ["Ilo", "Tacna"]


def test_what_follows_an_eviction_named_again_has_its_day_and_not_that_of_the_march_between():
    text = (
        "La policía desalojó este lunes el acampe de Ilo.\n\nEl viernes los panaderos marcharon en Ilo.\n\n"
        "Tras el desalojo, los gremios cortaron el puente."
    )
    assert of_mode(text, "es", "obstruct") == ("2023-07-17", "Ilo")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Seis detenidos en Ilo fueron presentados el martes ante un tribunal."),
        ("en", "Six men arrested in Jinja were brought on Tuesday before a magistrate."),
    ],
)
def test_the_day_in_court_is_not_that_of_the_arrest(language, text):
    arrests = [report for report in reports_of(text, language) if report.mode == "arrest"]
    assert arrests
    assert all(report.date is None for report in arrests)


@pytest.mark.parametrize(
    ("language", "text", "towns"),
    [
        (
            "en",
            "Nurses in Jinja will strike on Tuesday, and unions have called a rally in the capital for Friday.",
            {"Jinja", "Kampala"},
        ),
        ("es", "En Machala hubo paro. En la capital azuaya, panaderos marcharon el martes.", {"Machala", "Cuenca"}),
        (
            "es",
            "Al paro se sumaron Ilave y Juliaca. En esta última ciudad los panaderos cortaron la vía.",
            {"Ilave", "Juliaca"},
        ),
        ("en", "In Rusape bakers stayed at home on Tuesday. They barricaded the Harare road.", {"Rusape"}),
    ],
)
def test_capitals_the_latter_and_roads_are_where_a_reader_takes_them(language, text, towns):
    assert {report.place.name for report in reports_of(text, language) if report.place} <= towns
    blocked = [report for report in reports_of(text, language) if report.type == "PROTEST"]
    assert blocked[-1].place.name in towns - {"Ilave", "Machala", "Jinja"}


def test_who_turned_up_for_a_march_was_at_it():
    (march,) = reports_of("A handful of people turned up for a march called by bakers in Jinja on Tuesday.", "en")
    assert (march.status, str(march.date.from_)) == ("occurred", "2023-07-18")


def test_a_march_that_set_off_is_still_of_the_day_told():
    text = (
        "Thousands marched in Jinja on Saturday. Police counted 700.\n\n"
        "The march set off at ten and was calm. Then officers used water cannon."
    )
    assert of_mode(text, "en", "crowd-control") == ("2023-07-15", "Jinja")


@pytest.mark.parametrize(
    ("language", "text", "towns"),
    [
        (
            "es",
            (
                "El lunes hubo paro en Puno. Un día después, los panaderos tomaron el puerto, mientras que en Ilave los"
                " aimaras marcharon."
            ),
            {"Puno", "Ilave"},
        ),
        (
            "es",
            "Con el aeropuerto de Juliaca cerrado, hubo enfrentamientos el lunes en la salida a Cusco.",
            {"Juliaca"},
        ),
        (
            "es",
            (
                "Los panaderos de Ilave pararon el lunes en Juliaca. Un juez de Arequipa los multó.\n\n"
                "El viernes marcharán en la capital de la región."
            ),
            {"Juliaca", "Puno", "Arequipa"},
        ),
    ],
)
def test_a_deed_is_not_in_the_town_of_a_clause_beside_nor_where_a_road_leads(language, text, towns):
    protests = [report for report in reports_of(text, language) if report.type == "PROTEST" and report.place]
    assert {report.place.name for report in protests} == towns - {"Arequipa"}


def test_what_was_done_meanwhile_is_not_of_the_next_day_that_another_town_had():
    text = (
        "Hawkers clashed with guards in Jinja on Sunday. The next day they marched to the council.\n\n"
        "Meanwhile in Gulu, students burned tyres."
    )
    burned = [report for report in reports_of(text, "en") if report.place and report.place.name == "Gulu"]
    assert [report.date for report in burned] == [None]


def test_residents_of_a_place_that_plan_a_vigil_do_so_on_a_day_to_come():
    (vigil,) = reports_of("Residents of Kampala plan a vigil on Friday night.", "en")
    assert (vigil.status, str(vigil.date.from_)) == ("planned", "2023-07-21")


@pytest.mark.parametrize(
    ("text", "mode", "day"),
    [
        (
            "Bakers rallied in Jinja on Tuesday. Police broke up the rally, but a few stayed overnight.",
            "restrict",
            "18",
        ),
        ("Students occupied the hall in Jinja overnight on Monday.", "obstruct", "17"),
        ("Six men were arrested in Jinja overnight.", "arrest", "20"),
    ],
)
def test_a_night_is_of_its_own_clause_and_gives_way_to_a_day(text, mode, day):
    assert of_mode(text, "en", mode) == (f"2023-07-{day}", "Jinja")
