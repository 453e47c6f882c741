"""Plain sentences with figures: who passes a figure on, whom others hold, kin of the counted, towns of short crises."""

import pytest

from constancia.vocabulary import ActorPart, Certainty, EventType, Form, Measure, Mode, Scope
from tests.coding.telling import reports_of, told
from tests.coding.test_givers import claims_of, givers_of


@pytest.mark.parametrize(
    ("text", "count", "giver"),
    [
        (
            "Más de 400 personas, según la policía, y 1.200, según los sindicatos, marcharon en Loja.",
            1200,
            "sindicatos",
        ),
        ("Hubo 16 detenidos en Loja, informó la jefatura, aunque abogados hablan de 25.", 25, "abogados"),
        ("Hubo 3 muertos, dijo el ministro; «son por lo menos 8», replicó la dirigente Ana Chuy.", 3, "el ministro"),
        (
            "El alcalde cifró en 2.000 los asistentes a la marcha, mientras que la organización los elevó a 5.000.",
            5000,
            "organización",
        ),
    ],
)
def test_who_contradicts_a_figure_passes_it_on_to_nobody(text: str, count: int, giver: str) -> None:
    (claim,) = [claim for claim in claims_of(text, "es") if count in (claim.best, claim.low)]
    assert claim.according_to is not None
    assert claim.according_to.text == giver
    assert claim.via is None


def test_who_repeats_a_figure_passes_it_on() -> None:
    text = "The union says police admit six arrests at the march in Jos."
    (claim,) = [claim for claim in claims_of(text, "en") if claim.best == 6]
    assert claim.via is not None


@pytest.mark.parametrize(
    ("language", "text", "counts"),
    [
        # Whom others hold were sent nowhere.
        ("es", "Los reclusos retienen a 14 guardias en la cárcel de Machala.", {}),
        ("es", "El gobierno desplegó a 200 soldados en Loja.", {200: Measure.DEPLOYED}),
        # Whom a force lost were killed.
        (
            "es",
            "El ejército perdió a tres soldados y abatió a nueve rebeldes en Arauca.",
            {3: Measure.KILLED, 9: Measure.KILLED},
        ),
        (
            "en",
            "The army lost three soldiers and killed nine fighters in Goma.",
            {3: Measure.KILLED, 9: Measure.KILLED},
        ),
        # Kin of the counted march, and not they.
        (
            "es",
            "Familiares de los 43 estudiantes marcharon ayer en Loja; participaron 600 personas.",
            {600: Measure.PARTICIPANTS},
        ),
        ("en", "Relatives of the 43 students marched in Gulu on Tuesday.", {}),
        # Who goes free is not taken, and a share is no crowd.
        (
            "es",
            "Veinte obreros fueron secuestrados el lunes en Tibú; 17 ya recuperaron la libertad.",
            {20: Measure.MISSING},
        ),
        ("es", "Seis de cada diez obreros pararon en Loja, según el gremio; el gobierno dijo que fueron dos.", {}),
        # The wounded who died were killed.
        (
            "es",
            "La cifra de muertos en Loja aumentó de 5 a 8 tras la muerte de tres heridos.",
            {8: Measure.KILLED, 3: Measure.KILLED},
        ),
    ],
)
def test_what_plain_counts_are_of(language: str, text: str, counts: dict[int, Measure]) -> None:
    assert {claim.best: claim.measure for claim in claims_of(text, language)} == counts


def test_whom_a_force_lost_it_did_not_kill() -> None:
    text = "The army lost three soldiers and killed nine fighters in Goma."
    (lost,) = [claim for claim in claims_of(text, "en") if claim.best == 3]
    assert lost.perpetrator_role is None


@pytest.mark.parametrize(
    ("language", "text", "scope"),
    [
        ("es", "Hubo 12 heridos en los disturbios en Posadas.", Scope.INCIDENT),
        ("en", "There were 12 injured in the riots in Kisumu.", Scope.INCIDENT),
        ("es", "Hubo 12 heridos durante los disturbios.", Scope.CUMULATIVE),
        ("es", "Desde enero hubo 12 heridos en los disturbios en Posadas.", Scope.CUMULATIVE),
    ],
)
def test_riots_of_one_town_are_no_crisis(language: str, text: str, scope: Scope) -> None:
    assert {claim.scope for claim in claims_of(text, language) if claim.best == 12} == {scope}


def test_each_of_several_towns_has_its_dead() -> None:
    text = "El sábado hubo 7 muertos en Buenaventura, 3 en Tumaco y 2 en Quibdó, según el instituto forense."
    places = {claim.best: claim.place and claim.place.name for claim in claims_of(text, "es")}
    assert places == {7: "Buenaventura", 3: "Tumaco", 2: "Quibdó"}


def test_a_body_called_assembly_is_no_meeting() -> None:
    text = "La Asamblea de Vecinos denunció 23 arrestos en Tigre."
    assert "PROTEST" not in {kind for kind, _ in told(text, "es")}
    assert givers_of(text, "es") == {23: "Asamblea de Vecinos"}
    assert ("PROTEST", "occurred") in told("Una asamblea de vecinos tuvo lugar el lunes en Tigre.", "es")


def test_where_the_hurt_were_brought_is_not_where_they_were_hurt() -> None:
    text = "La policía hirió a dos jornaleros, que fueron trasladados a Tapachula."
    (report,) = [each for each in reports_of(text, "es") if each.type is EventType.ASSAULT]
    assert report.place is None or report.place.name != "Tapachula"


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        # The noun stands behind its number with its article.
        (
            "La policía dijo que fueron 400 los manifestantes y 12 los detenidos en la protesta de Loja.",
            {400: Measure.PARTICIPANTS, 12: Measure.ARRESTED},
        ),
        ("Son ya nueve los muertos y 40 los heridos en Loja.", {9: Measure.KILLED, 40: Measure.INJURED}),
        # Schools that a strike closes are not damaged, and whom a lorry carried hold no protest.
        ("El paro afectó a 120.000 alumnos de 300 escuelas en Chaco.", {}),
        ("El accidente de un camión que llevaba a 25 manifestantes dejó tres muertos.", {}),
    ],
)
def test_what_plain_spanish_counts_are_of(text: str, counts: dict[int, Measure]) -> None:
    assert {claim.best: claim.measure for claim in claims_of(text, "es")} == counts


def test_a_charge_is_no_saying() -> None:
    text = "El fiscal Hugo Arce imputó a 16 personas por los saqueos en Loja, donde hubo 45 detenidos."
    assert givers_of(text, "es") == {45: None}


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Los agentes abatieron a 6 presuntos sicarios en Loja.", Certainty.ASSERTED),
        ("Presuntamente murieron 6 sicarios en Loja.", Certainty.UNCONFIRMED),
    ],
)
def test_doubt_of_who_they_were_is_none_of_how_many(text: str, certainty: Certainty) -> None:
    assert {claim.certainty for claim in claims_of(text, "es")} == {certainty}


@pytest.mark.parametrize(
    ("language", "text", "bounds"),
    [
        ("es", "Entre 12 y 15 mil personas marcharon en Salta.", (12_000, 15_000)),
        ("en", "Between 12 and 15 thousand people marched in Leeds.", (12_000, 15_000)),
        ("es", "Entre 800 y 2 mil personas marcharon en Salta.", (800, 2_000)),
    ],
)
def test_the_thousands_of_a_range_are_of_both_ends(language: str, text: str, bounds: tuple[int, int]) -> None:
    assert [(claim.low, claim.high) for claim in claims_of(text, language)] == [bounds]


@pytest.mark.parametrize(
    ("language", "text", "doers"),
    [
        ("es", "La policía impidió que 200 obreros llegaran a la plaza de Oruro y arrestó a nueve.", {"police"}),
        (
            "es",
            "La Guardia Nacional rescató a 63 choferes secuestrados en Reynosa y detuvo a cinco gatilleros.",
            {"military"},
        ),
        ("en", "Police freed 12 traders kidnapped in Jos and arrested two gunmen.", {"police"}),
        # What the relative goes on with is theirs of whom it is told.
        ("es", "Los soldados dispersaron a los vecinos que cortaron la vía en Loja y quemaron llantas.", set()),
    ],
)
def test_a_verb_joined_behind_what_tells_of_somebody_is_the_main_subjects(
    language: str, text: str, doers: set[str]
) -> None:
    arrests = [each for each in reports_of(text, language) if each.mode is Mode.ARREST]
    found = {a.role.value for each in arrests for a in each.actors if a.part is ActorPart.ACTOR and a.role is not None}
    assert found == doers


def test_who_shoots_at_marchers_kills_and_not_who_marches() -> None:
    text = "Los soldados dispararon contra los obreros que marchaban en Loja y mataron a dos."
    (attack,) = [each for each in reports_of(text, "es") if each.type is EventType.ASSAULT]
    assert {a.text for a in attack.actors if a.part is ActorPart.PERPETRATOR} == {"soldados"}


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        (
            "Otras dos personas murieron el lunes en Loja, con lo que van 6 desde el sábado.",
            {2: Scope.INCIDENT, 6: Scope.CUMULATIVE},
        ),
        # Families thrown out are not hurt, and an amount of unknown size counts nobody.
        (
            "La policía desalojó un predio en Loja: 160 familias a la calle y tres vecinos lesionados.",
            {3: Scope.INCIDENT},
        ),
        ("Los soldados mataron a 14 jóvenes e hirieron a un número indeterminado de vecinos.", {14: Scope.INCIDENT}),
        # Those mourned hold no vigil.
        ("A la vigilia por los 9 caídos asistieron 300 personas en Loja.", {300: Scope.INCIDENT}),
    ],
)
def test_how_far_plain_counts_reach(text: str, scopes: dict[int, Scope]) -> None:
    assert {claim.best: claim.scope for claim in claims_of(text, "es")} == scopes


def test_a_count_is_no_verb_of_giving() -> None:
    text = "Había 26 detenidos y la cifra de lesionados superaba el centenar en Loja."
    assert set(givers_of(text, "es").values()) == {None}
    assert givers_of("El gobierno cifra en 6 los muertos en Loja.", "es") == {6: "gobierno"}


def test_weapons_before_a_colon_say_nothing() -> None:
    assert givers_of("Gases lacrimógenos y bastonazos: 22 estudiantes heridos en Loja.", "es") == {22: None}


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        # A second verb says nothing of what befell the first.
        ("La policía arrestó a 31 taxistas en Managua e impuso multas a otros 50.", {31: Measure.ARRESTED}),
        (
            "La policía arrestó a 12 en Loja y el sindicato elevó la cifra a 30.",
            {12: Measure.ARRESTED, 30: Measure.ARRESTED},
        ),
        # Beatings are not people, and soldiers whom others hold were not deployed.
        ("La comisión registró 9 detenciones y 4 golpizas en La Matanza.", {9: Measure.ARRESTED}),
        ("Los rebeldes liberaron a 6 de los 11 militares que retenían en Arauca.", {}),
    ],
)
def test_what_a_second_verb_or_noun_leaves_open(text: str, counts: dict[int, Measure]) -> None:
    assert {claim.best: claim.measure for claim in claims_of(text, "es")} == counts


def test_a_march_that_has_musicians_says_nothing() -> None:
    found = givers_of("La marcha contó con 120 músicos y unas 4.000 personas en San Juan.", "es")
    assert found == {120: None, 4000: None}
    assert givers_of("El Conadeh contó nueve muertos en Tela.", "es") == {9: "Conadeh"}


@pytest.mark.parametrize("verb", ["dispersó", "disolvió con balines", "reprimió"])
def test_who_breaks_up_a_vigil_does_not_hold_it(verb: str) -> None:
    (vigil,) = [each for each in reports_of(f"La policía {verb} una vigilia en Loja.", "es") if each.form is Form.VIGIL]
    assert not [actor for actor in vigil.actors if actor.part is ActorPart.ACTOR]


def test_who_holds_a_march_is_in_it() -> None:
    (march,) = reports_of("La policía realizó una marcha el lunes en Loja.", "es")
    assert [actor.text for actor in march.actors if actor.part is ActorPart.ACTOR] == ["policía"]
