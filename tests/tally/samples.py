"""Toll claims of an invented crisis, for the tests of the ledger."""

import datetime as dt

from constancia.model import Claim, PlaceValue, Speaker
from constancia.tally import LedgerClaim
from constancia.vocabulary import Certainty, Feature, Measure, Modifier, Role, Scope

PERU = PlaceValue("Peru", Feature.COUNTRY, country="PE")
UNION = Speaker(Role.UNION, "Dockers' League")
MINISTRY = Speaker(Role.GOVERNMENT, "Ministry of Ports")


def claim(name, best=None, low=None, high=None, **changes):
    exact = best is not None and low is None and high is None and "modifier" not in changes
    fields = {
        "report_id": None,
        "measure": Measure.KILLED,
        "text": str(best or low or high),
        "noun": None,
        "modifier": Modifier.EXACT,
        "low": best if exact else low,
        "high": best if exact else high,
        "scope": Scope.CUMULATIVE,
        "since": "2031-02-01",
        "as_of": None,
        "place": PERU,
        "category": None,
        "perpetrator_role": None,
        "according_to": None,
        "via": None,
        "certainty": Certainty.ASSERTED,
        "part_of": None,
        "start": 0,
        "end": 1,
        "quote": "",
        **changes,
    }
    return Claim(claim_id=name, best=best, **fields)


def entry(name, best=None, day=1, *, is_copy=False, publisher="The Quay", text_id=None, **changes):
    as_of = dt.date(2031, 3, day)
    return LedgerClaim(claim(name, best, as_of=as_of, **changes), text_id or name, as_of, publisher, is_copy)
