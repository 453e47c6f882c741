"""What people decided is obeyed by every rebuild, and what no longer fits is said."""

import datetime as dt
from dataclasses import replace

from constancia.identity import event_id
from constancia.link import link
from constancia.model import Judgement, Span
from constancia.vocabulary import ReviewState, Verdict
from tests.link.samples import SAN_BRUNO, appearance, report, sets

AT = dt.datetime(2031, 4, 1, tzinfo=dt.UTC)
ONE, TWO = report("a"), report("b")
FAR = report("c", place=SAN_BRUNO, quote="Teachers of San Bruno sat down before the school.")
PAGES = [appearance("a", ONE), appearance("b", TWO), appearance("c", FAR, text=FAR.quote)]
TOGETHER = frozenset({ONE.report_id, TWO.report_id})


def judge(verdict, *subjects, number=1, by="coder-1", **more):
    at = AT + dt.timedelta(hours=number)
    return Judgement(f"j{number}", tuple(subjects), verdict, None, None, by, at, **more)


def test_without_judgements_the_two_marches_are_one_event():
    assert TOGETHER in sets(link(PAGES))


def test_different_holds_two_reports_apart():
    found = sets(link(PAGES, [judge(Verdict.DIFFERENT, ONE.report_id, TWO.report_id)]))
    assert found == {frozenset({r.report_id}) for r in (ONE, TWO, FAR)}


def test_same_brings_two_reports_together_and_the_link_says_by_whom():
    linking = link(PAGES, [judge(Verdict.SAME, ONE.report_id, FAR.report_id)])
    assert sets(linking) == {TOGETHER | {FAR.report_id}}
    assert {found.report_id: found.by for found in linking.links} == {
        ONE.report_id: "coder-1",
        FAR.report_id: "coder-1",
        TWO.report_id: "machine",
    }


def test_an_event_is_named_by_its_first_report_also_when_it_has_grown():
    old = event_id((FAR.report_id,))
    assert sets(link(PAGES, [judge(Verdict.SAME, ONE.report_id, old)])) == {TOGETHER | {FAR.report_id}}


def test_a_rejected_report_leaves_its_event():
    linking = link(PAGES, [judge(Verdict.REJECT, TWO.report_id)])
    states = {event.report_ids: event.review_state for event in linking.events}
    assert states[TWO.report_id,] is ReviewState.REJECTED
    assert states[ONE.report_id,] is ReviewState.UNREVIEWED


def test_an_accepted_event_says_so():
    event = next(e for e in link(PAGES).events if len(e.report_ids) == 2)
    again = link(PAGES, [judge(Verdict.ACCEPT, event.event_id)])
    assert next(e for e in again.events if len(e.report_ids) == 2).review_state is ReviewState.ACCEPTED


def test_after_a_recode_the_quoted_words_lead_to_the_new_report():
    gone = judge(
        Verdict.SAME,
        "r0000000000000000",
        ONE.report_id,
        anchors=(Span(FAR.start, FAR.end, FAR.quote), Span(ONE.start, ONE.end, ONE.quote)),
    )
    linking = link(PAGES, [gone])
    assert frozenset({ONE.report_id, TWO.report_id, FAR.report_id}) in sets(linking)
    assert linking.problems == ()


def test_a_judgement_that_no_longer_fits_is_listed():
    linking = link(PAGES, [judge(Verdict.SAME, "r0000000000000000", ONE.report_id)])
    (problem,) = linking.problems
    assert problem.subject == "j1"
    assert "no longer fits" in problem.reason
    assert problem.detail == "r0000000000000000"


def test_two_coders_who_contradict_one_another_are_listed_and_neither_is_obeyed():
    same = judge(Verdict.SAME, ONE.report_id, FAR.report_id, number=1)
    other = judge(Verdict.DIFFERENT, ONE.report_id, FAR.report_id, number=2, by="coder-2")
    linking = link(PAGES, [same, other])
    assert sets(linking) == sets(link(PAGES))
    assert "contradict" in linking.problems[0].reason
    assert linking.problems[0].subject == "j1, j2"


def test_the_last_word_of_one_coder_holds():
    first = judge(Verdict.DIFFERENT, ONE.report_id, TWO.report_id, number=1)
    last = judge(Verdict.SAME, ONE.report_id, TWO.report_id, number=2)
    linking = link(PAGES, [last, first])
    assert TOGETHER in sets(linking)
    assert linking.problems == ()


def test_a_chain_of_same_does_not_join_what_is_held_apart():
    judgements = [
        judge(Verdict.DIFFERENT, TWO.report_id, FAR.report_id, number=1),
        judge(Verdict.SAME, ONE.report_id, TWO.report_id, number=2),
        judge(Verdict.SAME, ONE.report_id, FAR.report_id, number=3),
    ]
    linking = link(PAGES, judgements)
    assert TOGETHER in sets(linking)
    assert linking.problems[0].subject == "j3"


def test_a_judgement_of_a_claim_is_no_matter_of_linking():
    linking = link(PAGES, [judge(Verdict.ACCEPT, "c0000000000000000")])
    assert linking.problems == ()


def test_judgements_in_any_order_give_one_linking():
    judgements = [
        judge(Verdict.SAME, ONE.report_id, FAR.report_id, number=1),
        judge(Verdict.DIFFERENT, ONE.report_id, TWO.report_id, number=2),
        replace(judge(Verdict.ACCEPT, FAR.report_id, number=3)),
    ]
    assert link(PAGES, judgements) == link(PAGES[::-1], judgements[::-1])
