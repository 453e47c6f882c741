"""Reports told in passing go with the deed they fit best, and part nothing."""

from constancia.link import link
from constancia.vocabulary import EventType, Mode, Status
from tests.link.samples import LORETA, SAN_BRUNO, appearance, report, sets

ARREST = {"type": EventType.COERCE, "mode": Mode.ARREST, "form": None}
TAKEN = "Eleven members of the Quellay water league were taken from their hall in Villa Loreta."
LED = "Guards led people away by dawn, a clerk wrote."
ECHO = {**ARREST, "date": None, "place": None, "status": Status.BACKGROUND, "quote": "Nobody explained the detentions."}


def test_what_names_neither_day_nor_place_goes_along_and_parts_nothing():
    first, second = report("a", quote=TAKEN, **ARREST), report("b", quote=LED, **ARREST)
    passing = [report("a", at=at, **ECHO) for at in (200, 400, 600)]
    pages = [appearance("a", first, *passing, text=TAKEN), appearance("b", second, text=LED)]
    (event,) = link(pages).events
    assert len(event.report_ids) == 5


def test_it_joins_no_two_deeds():
    here = report("a", quote=TAKEN, place=LORETA, **ARREST)
    there = report("a", at=200, date="2031-03-01", place=SAN_BRUNO, quote="Four were held at the bridge.", **ARREST)
    apart = sets(link([appearance("a", here, there)]))
    with_echo = sets(link([appearance("a", here, there, report("a", at=400, **ECHO))]))
    assert len(apart) == len(with_echo) == 2
