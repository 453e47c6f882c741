"""What Spanish pages of many countries tell: who halts work, which bodies only speak, whom a title's holder is not."""

import pytest

from constancia.vocabulary import EVENT_STATUSES, ActorPart, EventType, Form, Measure, Mode, Role, Scope, Status
from tests.coding.telling import reports_of, reports_read


def _events(text, type_, language="es"):
    return [each for each in reports_of(text, language) if each.type is type_ and each.status in EVENT_STATUSES]


@pytest.mark.parametrize(
    "text",
    [
        "El gobernador suspendió las clases el lunes en Tacna.",
        "La rectora del colegio, Marta Sosa, suspendió las clases el lunes en Tacna.",
    ],
)
def test_those_in_charge_who_halt_work_do_not_strike(text):
    assert not _events(text, EventType.PROTEST)


def test_teachers_who_halt_work_strike():
    (strike,) = _events("Los maestros suspendieron las clases el lunes en Tacna.", EventType.PROTEST)
    assert strike.form is Form.STRIKE


def test_an_assembly_that_speaks_is_a_body():
    text = "La asamblea de vecinos de Tilcara denunció el lunes que el agua llega turbia."
    assert not _events(text, EventType.PROTEST)
    held = "Los vecinos de Tilcara hicieron una asamblea el lunes contra la mina."
    assert [each.form for each in _events(held, EventType.PROTEST)] == [Form.ASSEMBLY]


def test_bridges_to_a_rival_are_blown_up_in_words_only():
    assert not _events("El ministro dinamitó el lunes los puentes con los sindicatos en Quito.", EventType.ASSAULT)
    assert _events("La guerrilla dinamitó el lunes los puentes del Arauca.", EventType.ASSAULT)


def test_cargo_that_is_held_up_is_under_no_arrest():
    assert not _events("La huelga mantuvo detenidos los embarques el lunes en Callao.", EventType.COERCE)


def test_a_building_taken_in_protest_is_occupied():
    text = "Los alumnos se habían tomado el lunes el recinto en protesta por las goteras en Arica."
    assert [each.form for each in _events(text, EventType.PROTEST)] == [Form.OCCUPATION]


def test_who_speaks_with_an_office_behind_the_name_is_not_who_shot():
    text = (
        "Según el general Raúl Matta, jefe de zona de la Policía, al menos ocho individuos armados "
        "entraron el lunes al predio y realizaron disparos al aire en Contulmo."
    )
    (shots,) = _events(text, EventType.ASSAULT)
    assert [each.role for each in shots.actors if each.part is ActorPart.PERPETRATOR] == [Role.UNIDENTIFIED_ARMED]


def test_at_least_so_many_are_the_subject():
    (riot,) = _events("Por lo menos ocho hombres lanzaron piedras el lunes en Arica.", EventType.PROTEST)
    assert [each.text for each in riot.actors] == ["Por lo menos ocho hombres"]


def _claims(text, measure, language="es"):
    return [claim for report in reports_read(text, language) for claim in report.claims if claim.measure is measure]


def test_a_picket_of_police_blocks_nothing():
    text = "Un piquete de Fuerzas Especiales cerró el paso y lanzó gases lacrimógenos el lunes en Luque."
    assert not _events(text, EventType.PROTEST)
    (gas,) = _events(text, EventType.ASSAULT)
    assert (gas.mode, {each.role for each in gas.actors}) == (Mode.CROWD_CONTROL, {Role.POLICE})
    assert _events("Un piquete de obreros cerró el paso el lunes en Luque.", EventType.PROTEST)


def test_each_town_has_its_crowd_behind_a_connective():
    text = (
        "En Temuco, en tanto, otro centenar de personas hizo una sentada el lunes ante la gobernación, "
        "y en Osorno una veintena de jóvenes pintó consignas en el muro."
    )
    told = {report.place.name: [each.best for each in report.claims] for report in _events(text, EventType.PROTEST)}
    assert told == {"Temuco": [100], "Osorno": [20]}


def test_those_reinstated_are_no_crowd():
    text = "Mineros levantan el paro en Calama y logran el reintegro de 70 operarios."
    assert not _claims(text, Measure.PARTICIPANTS)


@pytest.mark.parametrize(
    "text",
    [
        "La misión visitó 14 comisarías y seis hospitales, y constató un total de 140 detenidos el lunes en Ica.",
        "Los heridos verificados llegan a 58 en Ica: 26 por perdigones y 32 por gases.",
    ],
)
def test_what_was_visited_or_counted_gives_no_figure(text):
    reports = reports_of(text, "es")
    claims = [claim for report in reports for claim in report.claims]
    assert claims
    assert all(claim.according_to is None for claim in claims)


def test_a_sum_over_a_year_is_no_event_and_dates_nothing_behind_it():
    text = (
        "Un grupo quemó un bus el martes en Tacna. En lo que va del año se han registrado 21 quemas de buses. "
        "A pocas cuadras, unos padres marcharon por la falta de agua."
    )
    march = [each for each in _events(text, EventType.PROTEST) if each.form is Form.MARCH]
    assert [each.date.from_.isoformat() for each in march] == ["2023-07-18"]
    assert not [each for each in _events(text, EventType.PROTEST) if each.date.from_.isoformat() == "2023-01-01"]


def test_who_marches_after_an_eviction_was_not_evicted():
    text = "Tras el desalojo, unas 200 personas, entre padres y maestros, marcharon el lunes en Luque."
    assert not _claims(text, Measure.DISPLACED)
    assert [claim.best for claim in _claims(text, Measure.PARTICIPANTS)] == [200]


@pytest.mark.parametrize(
    "text",
    [
        "Un carabinero terminó con un esguince en la marcha del lunes en Talca.",
        "Un joven de 16 años resultó con una fractura de muñeca en la marcha del lunes en Talca.",
        "A una alumna le fracturaron el brazo en la marcha del lunes en Talca.",
    ],
)
def test_wounds_told_by_their_name_hurt_somebody(text):
    assert [claim.low for claim in _claims(text, Measure.INJURED)] == [1]


def test_those_among_prisoners_who_fast_take_part():
    text = "Piden soltar a los presos, cinco de los cuales mantienen una huelga de hambre en Angol desde el lunes."
    assert [claim.low for claim in _claims(text, Measure.PARTICIPANTS)] == [5]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Fueron cinco, y no dos, los obreros heridos en la marcha del lunes en Lima.", "es"),
        ("Five workers, not two, were hurt at Monday's rally in Leeds.", "en"),
    ],
)
def test_a_figure_taken_back_in_the_same_breath_is_none(text, language):
    assert [claim.low for claim in _claims(text, Measure.INJURED, language)] == [5]


def test_the_dead_whom_a_march_takes_leave_of_are_not_its_dead():
    (march,) = _events("Despidieron con una marcha a los tres muertos el lunes en Lima.", EventType.PROTEST)
    assert not [claim for claim in march.claims if claim.measure is Measure.KILLED]


def test_the_dead_of_a_rumour_are_no_crowd():
    text = "Habrían muerto tres personas en la marcha del lunes en Lima."
    assert [claim.low for claim in _claims(text, Measure.KILLED)] == [3]
    assert not _claims(text, Measure.PARTICIPANTS)


def test_pots_that_are_beaten_are_nobody():
    assert not _events("Las vecinas sacaron sus ollas y las golpearon el lunes en Lima.", EventType.ASSAULT)
    assert _events("Los agentes entraron a la sede y las golpearon el lunes en Lima.", EventType.ASSAULT)


def test_who_is_held_took_the_bridge_and_not_who_held_them():
    told = reports_of("La policía detuvo a quienes mantenían tomado el puente el lunes en Lima.", "es")
    assert [each.type for each in told if each.status is Status.OCCURRED] == [EventType.COERCE]
    assert EventType.MOBILIZE not in {each.type for each in told}


def test_those_who_attend_share_no_arrest():
    text = "La marcha del lunes en Puebla reunió a 8 mil asistentes, 14 detenidos hubo al final."
    assert [claim.low for claim in _claims(text, Measure.ARRESTED)] == [14]


@pytest.mark.parametrize(
    "text",
    [
        "Catorce personas fueron remitidas al Ministerio Público tras la marcha del lunes en Puebla.",
        "La Secretaría reportó catorce personas aseguradas en la marcha del lunes en Puebla.",
    ],
)
def test_who_is_handed_to_prosecutors_is_arrested(text):
    assert [claim.low for claim in _claims(text, Measure.ARRESTED)] == [14]


def test_who_goes_free_behind_an_insertion_takes_no_part():
    text = "Las otras cinco, incluidos los tres menores, salieron libres tras la marcha del lunes en Puebla."
    assert not _claims(text, Measure.PARTICIPANTS)


def test_those_deprived_of_life_are_dead():
    text = "Tres personas fueron privadas de la vida el lunes en Puebla durante una protesta."
    assert [claim.low for claim in _claims(text, Measure.KILLED)] == [3]


def test_some_of_the_buses_are_no_arrests():
    text = (
        "Con ocho buses que habían retenido el sábado bloquearon la vía el lunes en Tixtla, y cruzaron tres de ellos."
    )
    assert not _claims(text, Measure.ARRESTED)


def test_a_deputy_in_his_seat_sits_in_nowhere():
    assert not _events("La oposición se atrincheró en sus curules el martes en Lima.", EventType.PROTEST)


def test_police_who_take_away_a_block_do_something():
    (cleared,) = _events("La policía retiró el lunes el bloqueo de los comuneros en Puno.", EventType.COERCE)
    assert (cleared.mode, cleared.status) == (Mode.RESTRICT, Status.OCCURRED)


def test_road_blocks_are_counted_on_themselves_and_not_on_the_building_taken_beside_them():
    text = "Los maestros instalaron el lunes 37 bloqueos carreteros y tomaron la sede de la empresa en Puebla."
    told = {report.form: len(report.claims) for report in _events(text, EventType.PROTEST)}
    assert told == {Form.BLOCKADE: 1, Form.OCCUPATION: 0}


def test_tomorrow_by_its_name_lies_ahead():
    (vigil,) = reports_of("Los padres convocaron a una vigilia mañana viernes en Puebla.", "es")
    assert vigil.date.from_.isoformat() == "2023-07-21"


def test_the_dead_of_a_day_amid_protests_that_go_on_are_of_that_day():
    text = (
        "Un joven murió y otras cinco personas resultaron heridas la noche del lunes en Tacna durante las protestas "
        "que se registran desde el sábado por los apagones."
    )
    told = [
        (claim.low, claim.scope) for measure in (Measure.KILLED, Measure.INJURED) for claim in _claims(text, measure)
    ]
    assert told == [(1, Scope.INCIDENT), (5, Scope.INCIDENT)]


def test_water_cannon_that_stand_guard_are_no_force():
    text = "Agentes antimotines con carros hidrantes custodiaron el lunes ambos puntos en Luque."
    assert not _events(text, EventType.ASSAULT)
    assert _events("Los carros hidrantes dispersaron el lunes a los manifestantes en Luque.", EventType.ASSAULT)


def test_police_who_charge_so_many_times_use_force():
    (charge,) = _events("La Policía Nacional cargó hasta en tres ocasiones el miércoles en Cádiz.", EventType.ASSAULT)
    assert charge.mode is Mode.CROWD_CONTROL
    assert not _events("El operario cargó el camión en tres ocasiones el miércoles en Cádiz.", EventType.ASSAULT)


def test_a_building_that_squatters_take_is_occupied():
    (taken,) = _events("Un grupo de jóvenes okupó el sábado un hotel vacío en Barcelona.", EventType.PROTEST)
    assert taken.form is Form.OCCUPATION


def test_officers_who_took_a_blow_were_not_deployed():
    text = "La Policía informó que tres efectivos recibieron machetazos en el desalojo del lunes en Luque."
    assert not _claims(text, Measure.DEPLOYED)
    assert [claim.low for claim in _claims(text, Measure.INJURED)] == [3]


@pytest.mark.parametrize(
    "when",
    [
        "a partir de las 6:00 de la mañana del lunes 24",
        "desde la madrugada del lunes 24",
        "a las 6 del lunes 24 de julio",
    ],
)
def test_an_hour_before_a_numbered_weekday_leaves_it_its_number(when):
    (strike,) = _events_of_any_status(f"El gremio llamó a una huelga en Tacna {when}.", EventType.PROTEST)
    assert strike.date.from_.isoformat() == "2023-07-24"


def _events_of_any_status(text, type_):
    return [each for each in reports_of(text, "es") if each.type is type_]


def test_a_strike_call_taken_back_is_cancelled():
    told = reports_of("Los sindicatos desconvocaron los paros previstos para mañana en Cádiz.", "es")
    assert [each.status for each in told if each.type is EventType.PROTEST] == [Status.CANCELLED]


def test_shots_hours_later_are_not_those_that_killed():
    text = (
        "Un comunero murió el lunes tras recibir un disparo en la ruta a Tirúa. "
        "Horas después, decenas de personas dispararon contra un retén en Contulmo."
    )
    dead, post = _events(text, EventType.ASSAULT)
    assert not [each for each in dead.actors if each.part is ActorPart.PERPETRATOR]
    assert [each.text for each in post.actors if each.part is ActorPart.PERPETRATOR] == ["personas"]


def test_cameras_that_a_crowd_smashes_are_no_censorship():
    (smashed,) = reports_of("Los jóvenes rompieron el lunes las cámaras de vigilancia de la caseta en Taxco.", "es")
    assert (smashed.type, smashed.mode) == (EventType.PROTEST, Mode.VANDALIZE)
