"""What plain sentences of newsrooms tell, mostly in Spanish: who, whom, when, and what is of something else."""

import datetime as dt

import pytest

from constancia.vocabulary import ActorPart, EventType, Form, Measure, Mode, Role, Status
from tests.coding.telling import reports_of


def _of(text, language, type_):
    return [report for report in reports_of(text, language) if report.type is type_]


def _actors(report, part):
    return [actor.text for actor in report.actors if actor.part is part]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Cientos de docentes marcharon ayer en Tarija.", "docentes"),
        ("Decenas de camioneros bloquearon ayer la ruta en Tarija.", "camioneros"),
        ("Miles de enfermeras se concentraron ayer en Tarija.", "enfermeras"),
        ("Un puñado de jubilados protestó ayer en Tarija.", "jubilados"),
    ],
)
def test_a_crowd_is_called_by_who_is_counted_and_not_by_the_count(text, who):
    (report,) = _of(text, "es", EventType.PROTEST)
    assert _actors(report, ActorPart.ACTOR) == [who]


@pytest.mark.parametrize(
    ("text", "mode", "victim"),
    [
        ("El gremio repudió el ataque a dos reporteros en Ilo.", None, "reporteros"),
        ("El gremio denunció la agresión a un camarógrafo en Ilo.", None, "camarógrafo"),
        ("El gremio condenó la golpiza a un maestro en Ilo.", Mode.BEAT, "maestro"),
        ("El colectivo condenó la tortura a doce detenidos en Ilo.", Mode.TORTURE, "detenidos"),
    ],
)
def test_whom_an_attack_was_on_stands_behind_its_noun_and_a(text, mode, victim):
    (report,) = _of(text, "es", EventType.ASSAULT)
    assert report.mode is mode
    assert _actors(report, ActorPart.VICTIM) == [victim]
    assert _of(text, "es", EventType.COERCE) == []


def test_a_station_named_after_its_town_was_not_tortured():
    (report,) = _of(
        "Denuncian torturas en la comisaría de Puerto Cortés contra cuatro jóvenes.", "es", EventType.ASSAULT
    )
    assert _actors(report, ActorPart.VICTIM) == ["jóvenes"]


def test_detained_before_a_number_is_no_noun_in_a_headline():
    arrests = _of("Detenidos 14 huelguistas en Tacna durante protesta", "es", EventType.COERCE)
    assert [actor.role for report in arrests for actor in report.actors] == [Role.PROTESTERS]
    protests = _of("Detenidos 14 huelguistas en Tacna durante protesta", "es", EventType.PROTEST)
    assert all(actor.role is not Role.PRISONERS for report in protests for actor in report.actors)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Tras la muerte de un recluso, sus parientes cortaron la ruta en Ilo."),
        ("es", "Los mineros protestaron en Ilo por la muerte de dos compañeros."),
        ("en", "Hundreds marched in Leeds over the death of a pupil."),
    ],
)
def test_whose_death_people_protest_over_did_not_die_at_the_protest(language, text):
    reports = reports_of(text, language)
    assert EventType.PROTEST in {report.type for report in reports}
    assert [claim for report in reports for claim in report.claims if claim.measure is Measure.KILLED] == []


def test_who_died_at_a_march_did():
    (report,) = _of("La marcha terminó con la muerte de un estudiante en Ilo.", "es", EventType.PROTEST)
    assert [claim.measure for claim in report.claims] == [Measure.KILLED]


def test_the_dead_told_first_are_no_crowd():
    reports = reports_of("Muertos dos comuneros en bloqueo de Ilave", "es")
    assert [(c.measure, c.best) for report in reports for c in report.claims] == [(Measure.KILLED, 2)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La alcaldía prohibió la marcha convocada para el sábado en Ilo."),
        ("en", "The council banned the march called for Saturday in Leeds."),
    ],
)
def test_a_march_banned_two_days_ahead_has_a_day_to_come_and_the_ban_has_not(language, text):
    (march,) = _of(text, language, EventType.PROTEST)
    (ban,) = _of(text, language, EventType.COERCE)
    assert march.status is Status.PREVENTED
    assert march.date.from_ == dt.date(2023, 7, 22)
    assert ban.date.from_ < dt.date(2023, 7, 21)
    assert ban.date.to < dt.date(2023, 7, 21)


def test_a_hunger_strike_declared_is_no_strike():
    (report,) = _of("Cinco presas se declararon en huelga de hambre por sus hijos en Ilo.", "es", EventType.PROTEST)
    assert report.form is Form.HUNGER_STRIKE


def test_a_block_that_was_lifted_is_over():
    text = "Los colonos levantaron el bloqueo que mantenían desde el martes en Yapacaní."
    (report,) = _of(text, "es", EventType.PROTEST)
    assert report.status is Status.OCCURRED
    assert (report.date.from_, report.date.to) == (dt.date(2023, 7, 18), dt.date(2023, 7, 20))


@pytest.mark.parametrize(
    "text",
    [
        "Miles de personas que exigían la renuncia de la ministra marcharon en Ilo.",
        "Los portuarios que pedían un bono rodearon el ministerio en Ilo.",
    ],
)
def test_what_those_who_march_demand_is_no_deed_of_its_own(text):
    assert [report.type for report in reports_of(text, "es")] == [EventType.PROTEST]


def test_a_left_out_verb_has_its_own_doer_and_town():
    text = "La policía detuvo a cinco maestros en Quito y los militares, a tres en Cuenca."
    reports = _of(text, "es", EventType.COERCE)
    who = {report.place.name: [a.role for a in report.actors if a.part is ActorPart.ACTOR] for report in reports}
    assert who == {"Quito": [Role.POLICE], "Cuenca": [Role.MILITARY]}
    (first, second) = _of("Los maestros marcharon en Lima y los médicos, en Cusco.", "es", EventType.PROTEST)
    assert [_actors(each, ActorPart.ACTOR) for each in (first, second)] == [["maestros"], ["médicos"]]


def test_objects_of_one_verb_are_no_doers():
    (report,) = _of("Sicarios mataron a un taxista y un campesino, en Ilo.", "es", EventType.ASSAULT)
    assert len(_actors(report, ActorPart.VICTIM)) == 2


def test_the_hurt_are_of_the_eviction_and_not_of_what_tells_who_was_evicted():
    text = "La policía desalojó a los colonos que ocupaban un predio en Ilo; hubo siete heridos."
    (report,) = _of(text, "es", EventType.COERCE)
    assert [claim.measure for claim in report.claims] == [Measure.INJURED]


def test_an_order_given_during_a_protest_plans_no_protest():
    text = "El gobierno ordenó cerrar la radio local durante las protestas de Ilo."
    assert [report.status for report in _of(text, "es", EventType.PROTEST)] == [Status.OCCURRED]


def test_a_verdict_is_not_of_the_year_of_what_was_judged():
    text = "Un tribunal de Sucre condenó a cinco años de cárcel a dos agentes por torturar a un peón en 2019."
    (verdict,) = _of(text, "es", EventType.COERCE)
    assert verdict.date is None


def test_a_border_with_a_country_is_not_in_it():
    (report,) = _of("El ministerio envió 800 soldados a la frontera con Haití.", "es", EventType.MOBILIZE)
    assert report.place is None


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("Reos toman como rehenes a seis guardias en el penal de Ilo.", EventType.PROTEST, Mode.RIOT),
        ("Los comuneros expulsaron a dos funcionarios el lunes en Ilave.", EventType.PROTEST, Mode.RIOT),
        ("Una turba quemó vivo a un taxista el lunes en Ilave.", EventType.ASSAULT, Mode.TARGETED),
        ("Dos soldados murieron al explotar una mina en Ilave.", EventType.ASSAULT, Mode.EXPLOSIVES),
        ("La policía hizo disparos al aire en Ilave.", EventType.ASSAULT, Mode.FIREARMS),
    ],
)
def test_deeds_told_in_other_common_words(text, type_, mode):
    assert [(report.type, report.mode) for report in reports_of(text, "es")] == [(type_, mode)]


def test_who_dies_as_a_mine_goes_off_did_not_lay_it():
    (report,) = _of("Dos soldados murieron al explotar una mina en Ilave.", "es", EventType.ASSAULT)
    assert {actor.part for actor in report.actors} == {ActorPart.VICTIM}


@pytest.mark.parametrize(
    "text",
    [
        "El rector expulsó a dos funcionarios de la facultad por plagio.",
        "La alcaldesa tomó como ejemplo a los docentes de Ilo.",
        "Los bomberos encontraron vivo a un minero en Ilo.",
    ],
)
def test_everyday_uses_of_the_same_words_are_no_deeds(text):
    assert [r for r in reports_of(text, "es") if r.type in (EventType.PROTEST, EventType.ASSAULT)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Tras la muerte del dirigente, miles marcharon en Ilo.",
        "Por el asesinato del alcalde, miles marcharon en Ilo.",
    ],
)
def test_thousands_who_march_after_a_death_did_not_die(text):
    (march,) = _of(text, "es", EventType.PROTEST)
    assert [(claim.measure, claim.low, claim.according_to) for claim in march.claims] == [
        (Measure.PARTICIPANTS, 2000, None)
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El ataque contra el cuartel en Ilo dejó un soldado muerto y tres heridos."),
        ("en", "The attack in Leeds left a soldier dead and three wounded."),
    ],
)
def test_one_left_dead_beside_the_hurt_was_not_hurt(language, text):
    claims = [(claim.measure, claim.best) for report in reports_of(text, language) for claim in report.claims]
    assert claims == [(Measure.KILLED, 1), (Measure.INJURED, 3)]


def test_arms_said_not_to_have_been_used_are_denied():
    text = "El gobierno negó que la policía hubiera usado armas de fuego contra los campesinos en Ilo."
    assert [report.status for report in _of(text, "es", EventType.ASSAULT)] == [Status.DENIED]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La jueza ordenó la captura de dos coroneles por la desaparición de siete jóvenes en 1989."),
        ("en", "A judge ordered the arrest of two colonels over the disappearance of seven youths in 1989."),
    ],
)
def test_an_arrest_that_is_only_ordered_holds_nobody_and_is_not_of_the_year_of_the_crime(language, text):
    reports = _of(text, language, EventType.COERCE)
    assert {report.status for report in reports} == {Status.LEGAL}
    assert [report.date for report in reports if report.date is not None] == []
    assert [claim for report in reports for claim in report.claims] == []


def test_threats_are_made_by_the_armed_behind_de_and_not_to_them():
    (threat,) = _of("Los comuneros denunciaron amenazas de paramilitares en Ilo.", "es", EventType.THREATEN)
    assert _actors(threat, ActorPart.ACTOR) == ["paramilitares"]


def test_who_receives_threats_makes_none():
    text = "Una maestra recibió amenazas de muerte el lunes en Ilo."
    (threat,) = _of(text, "es", EventType.THREATEN)
    assert _actors(threat, ActorPart.RECIPIENT) == ["maestra"]


def test_those_freed_are_a_release_and_the_march_at_which_they_were_held_has_its_day():
    text = "Liberan a los seis estudiantes detenidos en la marcha del martes en Ilo."
    days = {report.type: report.date.from_ for report in reports_of(text, "es")}
    assert days[EventType.PROTEST] == days[EventType.COERCE] == dt.date(2023, 7, 18)
    assert days[EventType.RETREAT] == dt.date(2023, 7, 19)


def test_what_is_left_behind_stands_before_the_verb_too():
    (eviction,) = [
        report
        for report in reports_of("Tres heridos y 20 detenidos dejó el desalojo de una toma en Ilo.", "es")
        if report.mode is Mode.RESTRICT
    ]
    assert eviction.actors == ()


@pytest.mark.parametrize("verb", ["prorrogó por 60 días", "amplió", "implantó", "renovó"])
def test_a_state_of_emergency_that_is_extended_is_in_force(verb):
    (report,) = _of(f"El presidente {verb} el estado de excepción en Puno.", "es", EventType.COERCE)
    assert (report.mode, report.status) == (Mode.MARTIAL_LAW, Status.OCCURRED)


def test_police_who_drive_protesters_off_a_road_restrict_them():
    (report,) = _of("La policía retiró a los huelguistas de la vía en Ilo.", "es", EventType.COERCE)
    assert (report.mode, report.status) == (Mode.RESTRICT, Status.OCCURRED)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "«No vamos a levantar el bloqueo», dijo una dirigente en Ilo."),
        ("es", "Los colonos se niegan a levantar el bloqueo en Ilo."),
        ("es", "Los maestros no levantarán el paro en Ilo."),
        ("en", '"We will not lift the blockade," a union leader said in Leeds.'),
        ("en", "Teachers refused to call off the strike in Leeds."),
    ],
)
def test_what_those_who_hold_it_will_not_end_goes_on(language, text):
    assert [report.status for report in _of(text, language, EventType.PROTEST)] == [Status.ONGOING]


@pytest.mark.parametrize(
    ("text", "type_", "place", "who"),
    [
        ("Asesinados en Nariño dos sindicalistas", EventType.ASSAULT, "Nariño", "sindicalistas"),
        ("Detenidos en Managua tres estudiantes", EventType.COERCE, "Managua", "estudiantes"),
    ],
)
def test_a_town_between_a_participle_and_a_number_is_no_part_of_whom_it_counts(text, type_, place, who):
    (report,) = _of(text, "es", type_)
    assert report.place.name == place
    assert [a.text for a in report.actors if a.part in (ActorPart.VICTIM, ActorPart.RECIPIENT)] == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Hombres en una camioneta se llevaron a la maestra en Ilo.", "Hombres"),
        ("Hombres armados llegaron al pueblo y se llevaron a dos campesinos en Ilo.", "Hombres armados"),
    ],
)
def test_men_whom_nobody_knows_abduct_whom_they_take_away(text, who):
    (report,) = _of(text, "es", EventType.ASSAULT)
    assert report.mode is Mode.ABDUCT
    assert _actors(report, ActorPart.PERPETRATOR) == [who]
    assert {claim.measure for claim in report.claims} <= {Measure.MISSING}


def test_soldiers_who_take_someone_away_arrest_him():
    (report,) = _of("Soldados se llevaron a su hijo en Matagalpa.", "es", EventType.COERCE)
    assert report.mode is Mode.ARREST


@pytest.mark.parametrize("thing", ["banderas y un bombo", "30 pancartas", "un megáfono"])
def test_things_are_seized_and_not_kidnapped(thing):
    text = f"La gendarmería secuestró {thing} el lunes en Salta."
    assert [(report.type, report.mode) for report in reports_of(text, "es")] == [(EventType.COERCE, Mode.SEIZE)]


def test_classes_suspended_for_a_march_cancel_no_march():
    text = "Suspenden clases en Ilo por la marcha de los mineros."
    marches = [report for report in _of(text, "es", EventType.PROTEST) if report.form is Form.MARCH]
    assert [report.status for report in marches] == [Status.OCCURRED]


def test_why_they_strike_is_not_who_strikes():
    (report,) = _of("Los jueces acatan un paro de 48 horas por falta de seguridad en Ilo.", "es", EventType.PROTEST)
    assert _actors(report, ActorPart.ACTOR) == ["jueces"]


def test_who_tells_it_stands_behind_the_verb_of_telling():
    text = "Desaparecen tres estudiantes de un colegio de Ilo, denuncian sus padres."
    (report,) = _of(text, "es", EventType.ACCUSE)
    assert _actors(report, ActorPart.ACTOR) == ["sus padres"]


def test_guards_held_as_hostages_are_missing_and_not_sent_out():
    text = "Fueron liberados los dos guardias que los presos mantenían como rehenes en Ilo."
    claims = [claim.measure for report in reports_of(text, "es") for claim in report.claims]
    assert claims == [Measure.MISSING]
    assert EventType.RETREAT in {report.type for report in reports_of(text, "es")}


@pytest.mark.parametrize(
    "text",
    [
        "La policía reprimió la marcha y detuvo a un dirigente en Ilo.",
        "Policía dispersa protesta y captura a tres en Ilo",
    ],
)
def test_police_who_put_a_march_down_were_not_in_it(text):
    assert [actor for report in _of(text, "es", EventType.PROTEST) for actor in report.actors] == []


def test_a_second_present_of_a_headline_is_a_verb():
    (arrest,) = _of("Policía reprime marcha y detiene a dirigente en Ilo", "es", EventType.COERCE)
    assert (arrest.mode, _actors(arrest, ActorPart.RECIPIENT)) == (Mode.ARREST, ["dirigente"])


@pytest.mark.parametrize(
    "text",
    [
        "Exigen la liberación de los siete presos en Ilo.",
        "Unos vecinos piden la liberación de tres maestros en Ilo.",
    ],
)
def test_whose_release_is_asked_for_is_not_free(text):
    assert _of(text, "es", EventType.RETREAT) == []


def test_officers_who_are_investigated_are_not_sent_out_and_whose_death_it_is_over_marches_nowhere():
    text = "El Ministerio Público investiga a 11 policías por la muerte de tres manifestantes en Ilo."
    reports = reports_of(text, "es")
    assert [claim for report in reports for claim in report.claims if claim.measure is Measure.DEPLOYED] == []
    assert Status.OCCURRED not in {report.status for report in reports if report.type is EventType.PROTEST}


def test_going_free_is_not_on_the_day_of_the_arrest():
    text = "El juez dejó en libertad a los 20 estudiantes capturados el lunes en Ilo."
    days = {report.type: report.date.from_ for report in reports_of(text, "es")}
    assert days == {EventType.RETREAT: dt.date(2023, 7, 19), EventType.COERCE: dt.date(2023, 7, 17)}


def test_who_lost_an_eye_did_not_shoot():
    text = "Un joven perdió un ojo por un balín disparado por carabineros en Valparaíso."
    doers = [name for report in reports_of(text, "es") for name in _actors(report, ActorPart.PERPETRATOR)]
    assert "joven" not in doers


def test_two_protests_held_by_one_verb_have_its_subject():
    text = "Los trabajadores realizaron ayer un paro de actividades y una concentración en Ilo."
    reports = _of(text, "es", EventType.PROTEST)
    assert [(each.form, each.status) for each in reports] == [
        (Form.STRIKE, Status.OCCURRED),
        (Form.RALLY, Status.OCCURRED),
    ]
    assert [_actors(each, ActorPart.ACTOR) for each in reports] == [["trabajadores"], ["trabajadores"]]


def test_what_is_done_in_reprisal_is_told_once():
    text = "En represalia por el robo, unos comuneros azotaron a un joven en Ilo."
    assert [report.type for report in reports_of(text, "es")] == [EventType.ASSAULT]


def test_an_order_of_bygone_years_plans_nothing():
    (report,) = _of("El dictador ordenó disparar contra los estudiantes en 1979.", "es", EventType.ASSAULT)
    assert report.status is Status.BACKGROUND


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("es", "Cuatro integrantes de una familia fueron masacrados en Ilo.", 4),
        ("es", "Tres personas de una comunidad fueron asesinadas el lunes en Ilo.", 3),
        ("en", "Four members of a family were murdered on Monday in Leeds.", 4),
    ],
)
def test_those_of_a_family_are_counted_and_not_the_family(language, text, number):
    claims = [(claim.measure, claim.best) for report in reports_of(text, language) for claim in report.claims]
    assert claims == [(Measure.KILLED, number)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Los docentes decidieron continuar el paro en Ilo."),
        ("es", "Los portuarios mantendrán el bloqueo en Ilo."),
        ("en", "Dockers voted to continue the strike in Leeds."),
    ],
)
def test_what_is_to_be_kept_up_had_begun(language, text):
    strikes = [r for r in _of(text, language, EventType.PROTEST) if r.mode in (Mode.STRIKE, Mode.OBSTRUCT)]
    assert [report.status for report in strikes] == [Status.ONGOING]
