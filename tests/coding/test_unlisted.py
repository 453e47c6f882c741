"""Villages that no gazetteer has keep their names, without a point."""

import pytest

from tests.coding.telling import reports_of


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Bakers staged a sit-in at Maitiprak on Monday.", "Maitiprak"),
        ("en", "Youths burnt tyres in Ogbolomati on Monday.", "Ogbolomati"),
        ("es", "Campesinos marcharon en Ñuñapaca de los Bueyes el martes.", "Ñuñapaca de los Bueyes"),
        ("en", "Bakers chanted in Arabic on Monday as they marched.", None),
        ("es", "Los panaderos marcharon en Navidad.", None),
        ("en", "Bakers marched in March.", None),
    ],
)
def test_a_name_behind_a_preposition_of_place_is_where_a_deed_was(language, text, name):
    (report,) = reports_of(text, language)
    assert (report.place.name if report.place else None) == name
    if report.place:
        assert (report.place.lat, report.place.text) == (None, name)


def test_a_village_of_no_gazetteer_lies_in_the_country_of_its_text():
    (report,) = reports_of(
        "Ministers of Jamaica met in Kingston, Jamaica.\n\nBakers staged a sit-in at Maitiprak on Monday.", "en"
    )
    assert (report.place.name, report.place.country) == ("Maitiprak", "JM")


def test_people_from_one_town_who_march_in_another_marched_in_the_other():
    (report,) = reports_of("Some 700 victims of loans from Ilave entered Lima on Monday and staged a sit-in.", "en")
    assert report.place.name == "Lima"


def test_the_town_of_the_story_is_finer_than_the_state_of_the_headline():
    title = "Students occupy Ohio library"
    (report,) = reports_of(f"{title}\n\nStudents occupied a library in Columbus, Ohio, on Monday.", "en", len(title))
    assert report.place.name == "Columbus"


def test_a_name_with_an_article_is_no_road_block():
    reports = reports_of("Vecinos del caserío Las Trancas, en Chota, marcharon el lunes.", "es")
    assert [report.trigger.text for report in reports] == ["marcharon"]


def test_the_state_of_a_dateline_is_not_where_the_deed_was():
    text = "COLUMBUS, Ohio — About thirty students occupied a university library in Dayton for five hours on Monday."
    (report,) = reports_of(text, "en")
    assert report.place.name == "Dayton"


def test_a_village_whose_only_namesake_is_abroad_does_not_unsettle_the_country():
    text = "Los panaderos pararon el lunes en Potosí.\n\nEl martes marcharon hasta San Clemente.\n\nBloquearon rutas."
    assert reports_of(text, "es")[-1].place.country == "BO"
