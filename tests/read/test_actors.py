"""Who is named: roles, names, offices, private persons; English and Spanish."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constancia.model import ActorValue, Mention, Text
from constancia.read import document_of, read_text
from constancia.read.actors.reader import find_actors
from constancia.vocabulary import Role


def actors(text: str, language: str) -> list[Mention]:
    return find_actors(document_of(Text("t", text, language)))


def told(text: str, language: str) -> list[tuple[str, str, str | None]]:
    found = []
    for mention in actors(text, language):
        assert isinstance(mention.value, ActorValue)
        found.append((mention.text, mention.value.role.value, mention.value.name))
    return found


def value_of(text: str, language: str, words: str) -> ActorValue:
    value = next(mention.value for mention in actors(text, language) if mention.text == words)
    assert isinstance(value, ActorValue)
    return value


ROLES = [
    ("en", "Riot police watched the marchers.", ["police", "protesters"]),
    ("en", "Men in uniform opened fire on farmers.", ["unidentified-armed", "peasants"]),
    ("en", "Soldiers and masked gunmen searched the nurses' union.", ["military", "unidentified-armed", "union"]),
    ("en", "Organisers met the bishop and the health ministry.", ["protesters", "clergy", "government"]),
    ("en", "The court freed two students and a journalist.", ["judiciary", "students", "press"]),
    ("en", "Villagers and migrants fled the cartel.", ["civilians", "migrants", "gang"]),
    ("es", "Los antimotines rodearon a los manifestantes.", ["police", "protesters"]),
    ("es", "Hombres uniformados dispararon contra campesinos.", ["unidentified-armed", "peasants"]),
    ("es", "Soldados y ronderos llegaron con un párroco.", ["military", "peasants", "clergy"]),
    ("es", "La fiscalía citó a los organizadores y al alcalde.", ["judiciary", "protesters", "government"]),
    ("es", "El hospital regional atendió a dos maestras y a un periodista.", ["health", "civilians", "press"]),
    ("es", "El sindicato azucarero y la guardia indígena pidieron garantías.", ["union", "indigenous"]),
]


@pytest.mark.parametrize(("language", "text", "roles"), ROLES)
def test_common_nouns_give_the_roles_of_the_codebook(language: str, text: str, roles: list[str]) -> None:
    assert [role for _, role, _ in told(text, language)] == roles


BODIES = [
    ("en", "The Orchard Pickers Union struck.", "union", "Orchard Pickers Union"),
    ("en", "The Ministry of Tides and Harbours apologised.", "government", "Ministry of Tides and Harbours"),
    ("en", "The Upper Ilse Farmers Federation met.", "peasants", "Upper Ilse Farmers Federation"),
    ("en", "The rights group Open Cells disagreed.", "ngo", "Open Cells"),
    ("es", "El Sindicato de Panaderos de la Ribera paró.", "union", "Sindicato de Panaderos de la Ribera"),
    ("es", "Habló el Ministerio de Mareas y Puertos Libres.", "government", "Ministerio de Mareas y Puertos Libres"),
    ("es", "La Federación de Campesinos de Ocralla marchó.", "peasants", "Federación de Campesinos de Ocralla"),
    ("es", "La Defensoría del Pueblo verificó las celdas.", "other", "Defensoría del Pueblo"),
    ("es", "El sindicato Rueda Grande bloqueó la ruta.", "union", "Rueda Grande"),
    ("es", "La red de abogados Tierra Clara pidió su libertad.", "ngo", "Tierra Clara"),
]


@pytest.mark.parametrize(("language", "text", "role", "name"), BODIES)
def test_a_body_is_read_with_its_whole_name(language: str, text: str, role: str, name: str) -> None:
    assert (role, name) in [(found_role, found_name) for _, found_role, found_name in told(text, language)]


def test_an_explained_acronym_stands_for_its_body() -> None:
    text = "La Coordinadora de Ferias del Río (CFR) marchó. La CFR pidió diálogo."
    assert [name for words, _, name in told(text, "es") if words == "CFR"] == ["Coordinadora de Ferias del Río"] * 2


def test_initials_of_a_named_body_stand_for_it() -> None:
    text = "The Harbour Porters Association struck. On Monday the HPA called for talks."
    assert ("HPA", "union", "Harbour Porters Association") in told(text, "en")


def test_known_acronyms_are_found_only_in_capitals() -> None:
    assert told("The ice melted while he ate.", "en") == []
    assert told("Agents of ICE came.", "en")[-1] == ("ICE", "police", "ICE")


OFFICES = [
    ("en", "Mayor Ellen Osgood spoke.", "Mayor Ellen Osgood", Role.GOVERNMENT, "Ellen Osgood"),
    ("en", "Police Chief Walter Prunt spoke.", "Police Chief Walter Prunt", Role.POLICE, "Walter Prunt"),
    ("en", "The union's president, Martha Kell, spoke.", "union's president, Martha Kell", Role.UNION, "Martha Kell"),
    ("es", "La ministra de Mar, Nora Quinta, habló.", "ministra de Mar, Nora Quinta", Role.GOVERNMENT, "Nora Quinta"),
    (
        "es",
        "La defensora del Pueblo, Nora Quinta, fue.",
        "defensora del Pueblo, Nora Quinta",
        Role.OTHER,
        "Nora Quinta",
    ),
    ("en", "A judge in Tarn, Amina Yates, ruled.", "judge in Tarn, Amina Yates", Role.JUDICIARY, "Amina Yates"),
    ("es", "El vocero policial Juan Rojales habló.", "vocero policial Juan Rojales", Role.POLICE, "Juan Rojales"),
    ("es", "El general Rufo Almada habló.", "general Rufo Almada", Role.MILITARY, "Rufo Almada"),
]


@pytest.mark.parametrize(("language", "text", "words", "role", "name"), OFFICES)
def test_an_office_makes_its_holder_public(language: str, text: str, words: str, role: Role, name: str) -> None:
    value = value_of(text, language, words)
    assert (value.role, value.name, value.is_private) == (role, name, False)


def test_the_holder_of_a_post_is_of_its_body() -> None:
    text = "Habló el secretario general de la Federación de Mineros del Norte, Hilario Choquel."
    value = value_of(text, "es", text[9:-1])
    assert (value.role, value.organisation) == (Role.UNION, "Federación de Mineros del Norte")


PRIVATE = [
    ("en", 'Ruth P., 34, said: "They fired."', "Ruth P."),
    ("en", "Daniel Orrick, a baker, was hurt.", "Daniel Orrick"),
    ("en", "Among the dead was Amina Yates.", "Amina Yates"),
    ("es", "Murió Edwin Choquel Mamal, de 19 años.", "Edwin Choquel Mamal"),
    ("en", "A bullet hit Janell Farrowby near the depot.", "Janell Farrowby"),
    ("en", "They saw Ruth Farrowby's brother.", "Ruth Farrowby"),
    ("es", "Murió Xilo Tutal Quil en el hospital.", "Xilo Tutal Quil"),
    ("es", "La víctima, Wayral Illan, de 20 años, cayó.", "Wayral Illan"),
    ("en", "The dead man was identified as Zed Yarrowby Poll.", "Zed Yarrowby Poll"),
    ("es", "Mario Condoril, vecino de la zona, cayó.", "Mario Condoril"),
    ("es", "El periodista Raúl Tapiano fue golpeado.", "periodista Raúl Tapiano"),
]


@pytest.mark.parametrize(("language", "text", "words"), PRIVATE)
def test_a_person_who_holds_no_office_is_private(language: str, text: str, words: str) -> None:
    assert value_of(text, language, words).is_private


def test_a_surname_said_again_is_the_same_person() -> None:
    text = "La ministra Nora Quintaval llegó. Según Quintaval, hay calma."
    value = value_of(text, "es", "Quintaval")
    assert (value.name, value.role, value.is_private) == ("Nora Quintaval", Role.GOVERNMENT, False)


def test_an_office_told_later_makes_the_whole_text_public() -> None:
    text = "Ellen Osgood went home. Mayor Ellen Osgood had resigned."
    assert not value_of(text, "en", "Ellen Osgood").is_private


def test_a_surname_that_a_private_person_shares_stays_private() -> None:
    text = "El alcalde Julio Tapiano habló. Murió Rosa Tapiano, de 20 años. Tapiano era estudiante."
    assert value_of(text, "es", "Tapiano").is_private


def test_names_in_capitals_are_found_and_shielded() -> None:
    text = "MUERE JUAN QUISPAL MAMAL EN PROTESTA CONTRA EL MINISTRO LUCIO MARANAL."
    assert value_of(text, "es", "JUAN QUISPAL MAMAL").is_private
    assert not value_of(text, "es", "MINISTRO LUCIO MARANAL").is_private
    assert [words for words, _, name in told("THE GENERAL OFFENSIVE AND PRIVATE ENTERPRISE.", "en") if name] == []


def test_a_form_of_address_and_a_public_surname_are_the_public_person() -> None:
    text = "President Lucio Maranal spoke. Mr Maranal left."
    assert not value_of(text, "en", "Mr Maranal").is_private


def test_a_body_that_begins_with_a_given_name_is_no_person() -> None:
    assert [name for _, role, name in told("The Hudson County Hospital closed.", "en") if role == "individual"] == []


def test_streets_and_schools_are_no_persons() -> None:
    assert told("Marcharon por la avenida José Luis Prado hasta la plaza Juan Bautista.", "es") == []


def test_words_that_are_offices_only_before_a_name_are_left_alone() -> None:
    assert told("La huelga general fue la mayor del año.", "es") == []
    assert told("A general strike and a major road block.", "en") == []


SENTENCES = [
    "La policía detuvo a Rosa M., de 20 años.",
    "El alcalde Julio Tapiano habló con la Unión de Arrieros del Sur (UAS).",
    "Hombres uniformados dispararon.",
    "Mayor Ellen Osgood met the Orchard Pickers Union.",
    "“Nada”, dijo Tapiano a la UAS.",
    "¡¡ … (((",
    "EL SINDICATO MARCHÓ.",
]
TEXTS = st.lists(st.sampled_from(SENTENCES), max_size=6).map(" ".join)


@given(TEXTS, st.sampled_from(["en", "es"]))
def test_spans_hold_their_words_and_never_overlap(text: str, language: str) -> None:
    end = 0
    for mention in actors(text, language):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= end
        end = mention.end


@given(TEXTS, st.sampled_from(["\n\n", "  ", "Llovió. \n\n"]))
def test_text_put_before_shifts_every_span(text: str, before: str) -> None:
    alone = [(mention.start + len(before), mention.text, mention.value) for mention in actors(text, "es")]
    assert [(mention.start, mention.text, mention.value) for mention in actors(before + text, "es")] == alone


@given(st.text(max_size=200), st.sampled_from(["en", "es"]))
def test_any_text_can_be_read(text: str, language: str) -> None:
    for mention in actors(text, language):
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    ("text", "language", "people"),
    [
        ("Hubo 20 detenciones en Santiago de Cuba.", "es", []),
        ("Routes in Metro Manila were paralysed.", "en", []),
        ("En Santa Rosa de Copán, estudiantes cerraron la vía.", "es", []),
        ("Miguel Auza, de 20 años, fue detenido en Zacatecas.", "es", ["Miguel Auza"]),
        ("La familia de Miguel Auza pide justicia.", "es", ["Miguel Auza"]),
    ],
)
def test_a_place_that_is_called_like_a_person_is_none(text: str, language: str, people: list[str]) -> None:
    values = [mention.value for mention in read_text(Text("t", text, language)).mentions]
    assert [value.name for value in values if isinstance(value, ActorValue) and value.is_private] == people


def test_a_month_and_its_day_are_no_name_and_age():
    text = "Since March 10, more than 300 people have been held. On Saturday, March 22, they sang."
    assert not [mention for mention in actors(text, "en") if mention.value.name]


@pytest.mark.parametrize(
    ("text", "language", "name", "role"),
    [
        ("The director of Nakuru Hospital, Dr Atieno Odera, said so.", "en", "Atieno Odera", Role.HEALTH),
        ("Police spokesperson Captain Sipho Maseko said so.", "en", "Sipho Maseko", Role.POLICE),
        ("El director del Hospital Regional, doctor Luis Paz, lo dijo.", "es", "Luis Paz", Role.HEALTH),
        ("El comandante de la Policía Departamental, coronel Jaime Luna, lo dijo.", "es", "Jaime Luna", Role.POLICE),
        ("Carabineros llegó. El general Raúl Cid Soto lo confirmó.", "es", "Raúl Cid Soto", Role.POLICE),
        ("El Ejército y Carabineros llegaron. El general Raúl Cid Soto habló.", "es", "Raúl Cid Soto", Role.MILITARY),
    ],
)
def test_the_office_before_a_name_is_that_of_its_bearer(text: str, language: str, name: str, role: Role) -> None:
    values = [mention.value for mention in actors(text, language) if isinstance(mention.value, ActorValue)]
    (value,) = [value for value in values if value.name == name]
    assert (value.role, value.is_private) == (role, False)


def test_a_person_beside_a_nameless_soldier_keeps_to_themselves() -> None:
    value = value_of("The nurse, Ana Luz, saw a soldier, Juan Rey, 19, fall.", "en", "Juan Rey")
    assert value.is_private


def test_a_capitalised_headline_has_no_names_of_common_words():
    text = "Protests Mark One Year Of The Military Coup In Tela\n\nThe coup was a year ago, said Mark Tello Ruiz."
    names = [mention.value.name for mention in actors(text, "en") if mention.value.is_private]
    assert names == ["Mark Tello Ruiz"]
    assert told("Former dictator Ramiro Sol was tried.", "en")[0][1:] == ("government", "Ramiro Sol")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "St John Ambulance treated 46 people."),
        ("en", "A nurse of the St. John Ambulance treated 46 people."),
        ("es", "La titular de Derechos Humanos dijo que hubo seis heridos."),
        ("es", "El encargado de Relaciones Institucionales dijo que no."),
    ],
)
def test_saints_and_departments_are_nobodys_names(language, text):
    values = [mention.value for mention in read_text(Text("t", text, language)).mentions]
    assert not [value.name for value in values if isinstance(value, ActorValue) and value.is_private and value.name]


@pytest.mark.parametrize(
    ("text", "language", "words", "role"),
    [
        ("La Red Chortí por los Derechos Humanos marchó.", "es", "Red Chortí por los Derechos Humanos", Role.NGO),
        ("The Pokot Human Dignity Network marched.", "en", "Pokot Human Dignity Network", Role.NGO),
        (
            "La Comisión Estatal de Derechos Humanos marchó.",
            "es",
            "Comisión Estatal de Derechos Humanos",
            Role.OTHER,
        ),
    ],
)
def test_who_cares_for_rights_is_an_ngo_unless_it_is_of_the_state(
    text: str, language: str, words: str, role: Role
) -> None:
    assert value_of(text, language, words).role is role


def test_a_long_acronym_is_written_as_a_name_too():
    found = told("La Conaie y el Cenidh lo negaron, y la Anp también.", "es")
    assert [(text, role) for text, role, _ in found] == [("Conaie", "indigenous"), ("Cenidh", "ngo")]


HARMED = [
    ("es", "Detuvieron a cinco miembros del Sindicato de Torneros, entre ellos Nora Quinta, su presidenta."),
    ("es", "La policía se llevó a siete, entre ellos la secretaria general, Nora Quinta."),
    ("es", "La captura de Nora Quinta, presidenta del Sindicato de Torneros, causó asombro."),
    ("es", "Fue detenida Nora Quinta. Nora Quinta, presidenta del Sindicato de Torneros, es madre."),
    ("en", "Police arrested four people, including union president Nora Quinta, at the gate."),
    ("en", "Nora Quinta, president of the Turners Union, was wounded on Monday."),
]
UNHARMED = [
    ("es", "La secretaria general del Sindicato de Torneros, Nora Quinta, pidió calma a los detenidos."),
    ("es", "Nora Quinta, alcaldesa de Ocralla, fue detenida el lunes."),
    ("en", "Nora Quinta, president of the Turners Union, said four people were wounded."),
]


def is_private(text: str, language: str, name: str) -> set[bool]:
    values = [each.value for each in actors(text, language)]
    return {value.is_private for value in values if isinstance(value, ActorValue) and value.name == name}


@pytest.mark.parametrize(("language", "text"), HARMED)
def test_who_leads_a_union_is_private_among_the_arrested_and_the_hurt(language: str, text: str) -> None:
    assert is_private(text, language, "Nora Quinta") == {True}


@pytest.mark.parametrize(("language", "text"), UNHARMED)
def test_who_speaks_of_the_hurt_or_holds_an_office_is_public(language: str, text: str) -> None:
    assert is_private(text, language, "Nora Quinta") == {False}


def test_a_name_that_no_list_has_is_read_between_a_title_and_the_next_mark() -> None:
    assert value_of("El dirigente, Ilvre Tarnat, habló.", "es", "dirigente, Ilvre Tarnat").name == "Ilvre Tarnat"
    assert all(mention.text != "Ocralla" for mention in actors("La sede del dirigente, Ocralla, ardió.", "es"))


@pytest.mark.parametrize(
    ("language", "text", "papers"),
    [
        ("es", "La tercera marcha de la semana reunió en el país, en poco tiempo, a la nación.", []),
        ("es", "Lo publicó La Tercera y lo desmintió El País.", ["La Tercera", "El País"]),
        ("en", "The president spoke to the nation.", []),
    ],
)
def test_a_paper_is_written_with_its_capital(language: str, text: str, papers: list[str]) -> None:
    assert [name for _, role, name in told(text, language) if role == "press" and name] == papers


def test_a_school_is_not_the_person_whose_name_it_bears() -> None:
    assert actors("Los alumnos dejaron el liceo Marta Oyarzo.", "es")[1:] == []
    assert value_of("La alumna Marta Oyarzo dejó el liceo.", "es", "alumna Marta Oyarzo").is_private


def test_an_officer_s_rank_within_a_town_s_name_is_nobody() -> None:
    cut = Text("t", "Hubo cortes en General Roca y en Coronel Oviedo.", "es")
    assert [each.text for each in read_text(cut, frozenset({"actor"})).mentions] == []
    assert value_of("El coronel Oviedo habló en Roca.", "es", "coronel Oviedo").role is Role.MILITARY


def test_a_town_called_like_a_person_is_none_where_it_stands_as_a_town() -> None:
    cut = Text("t", "Hubo un bloqueo a la altura de Matías Romero. La calma volvió a Matías Romero.", "es")
    assert all(each.value.name is None for each in read_text(cut, frozenset({"actor"})).mentions)
    told = Text("t", "El alumno Matías Romero habló.", "es")
    assert [each.value.name for each in read_text(told, frozenset({"actor"})).mentions] == ["Matías Romero"]
