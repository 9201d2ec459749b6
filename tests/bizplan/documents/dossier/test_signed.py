"""The dossier carries what coaches approved and decided; without that it stays as it is."""

import re
from dataclasses import replace
from datetime import date

import pytest

from bizplan import examples
from bizplan.documents.dossier import write_dossier
from bizplan.domain.coaching.gates import GATES
from bizplan.domain.coaching.sign_off import Signature, SignedCondition, SignedGate, SignedPart, SignOff
from bizplan.domain.course import PARTS
from bizplan.domain.profile import Gate
from tests.bizplan.documents.dossier.conftest import AS_OF, HALF_FILLED, calculated, changed, dossier
from tests.bizplan.documents.dossier.test_dossier import plain

LIEN = Signature("Lien Verstraeten", "De Kade", date(2026, 11, 20))
WHOLE = SignOff(
    tuple(SignedPart(part.title, LIEN) for part in PARTS.values()),
    tuple(SignedGate(gate.title, Gate.GO, LIEN, "De prijs is getest.") for gate in GATES.values()))
FIGURES = next(place for place, gate in enumerate(GATES) if gate == "figures")


def signed(sign_off, language="en", text=""):
    return write_dossier(*calculated(text or examples.text("bakery")), language=language, as_of=AS_OF,
                         sign_off=sign_off)


def words_of(pages, sign_off, language="en"):
    found = [plain(page) for page in pages(signed(sign_off, language))]
    return found, " ".join(found)


def test_it_names_coach_organisation_day_outcome_and_reasons(pages):
    found, words = words_of(pages, WHOLE)
    for each in ("Approved: 15 of 15 parts, 20 November 2026", "The four decisions", "De prijs is getest.",
                 "Lien Verstraeten, De Kade, 20 November 2026", "Approved by the coach"):
        assert each in words
    assert "Approved: 15 of 15 parts, 20 November 2026" in found[0]
    assert "changed since the approval" not in words


def test_conditions_stand_with_their_days_and_old_decisions_say_so(pages):
    gates = list(WHOLE.gates)
    gates[FIGURES] = replace(
        gates[FIGURES], outcome=Gate.GO_IF, is_on_earlier_answers=True, reasons="De huur is hoog.",
        conditions=(SignedCondition("Huurcontract in de hand", date(2027, 2, 1)),
                    SignedCondition("Verzekering", date(2027, 1, 3), replace(LIEN, on=date(2026, 12, 24)))))
    words = words_of(pages, replace(WHOLE, gates=tuple(gates)))[1]
    for each in ("yes, if", "De huur is hoog.", "Huurcontract in de hand", "by 1 February 2027", "earlier answers",
                 "met Lien Verstraeten, De Kade, 24 December 2026"):
        assert each in words
    assert "3 January 2027" not in words


def test_parts_that_changed_or_were_not_approved_are_told_as_they_are(pages):
    first, second, *rest = WHOLE.parts
    parts = (replace(first, is_changed=True), replace(second, approved=None), *rest)
    words = words_of(pages, replace(WHOLE, parts=parts))[1]
    assert "Approved: 13 of 15 parts" in words
    assert "changed since the approval" in words and "not approved" in words


def test_a_coach_whose_account_is_gone_is_not_named(pages):
    nobody = replace(LIEN, name="", organisation="")
    words = words_of(pages, replace(WHOLE, parts=tuple(replace(each, approved=nobody) for each in WHOLE.parts)))[1]
    assert "a coach who left, 20 November 2026" in words


@pytest.mark.parametrize(("name", "language"), [("bakery", "nl"), ("grocery", "fr"), ("food_truck", "en")])
def test_the_summary_stays_one_page_in_every_language(name, language, pages):
    found = pages(signed(WHOLE, language, examples.text(name)))
    assert len(found) - len(pages(dossier(examples.text(name), language))) in (0, 1, 2)
    first, second = plain(found[0]), plain(found[1])
    assert first.rstrip().endswith(f"1 / {len(found)}") and second.rstrip().endswith(f"2 / {len(found)}")
    assert "15" in first and WHOLE.gates[0].reasons not in first


def test_a_plan_with_hardly_an_answer_can_carry_a_decision_too(pages):
    gates = (SignedGate(GATES["profile"].title, Gate.NOT_YET, LIEN, "Eerst de taal."), *WHOLE.gates[1:])
    bare = SignOff(tuple(SignedPart(part.title) for part in PARTS.values()),
                   (gates[0], *(SignedGate(gate.title) for gate in gates[1:])))
    found = [plain(page) for page in pages(signed(bare, text=HALF_FILLED))]
    assert "Approved: 0 of 15 parts" in found[0]
    assert "Eerst de taal." in " ".join(found) and "not decided yet" in " ".join(found)


def test_without_a_sign_off_nothing_of_it_is_printed(pages):
    assert signed(None) == dossier(examples.text("bakery"), "en")
    assert "The four decisions" not in " ".join(pages(dossier(examples.text("bakery"), "en")))


def test_ratings_of_the_coach_stand_in_it_once_both_rated_the_competence(pages):
    def half(document):
        del document["competences"]["entrecomp"]["vision"]["second"]

    rated = re.compile(r"in three years\.\s+(\S+)\s+(\S+)")
    for text, coachs in ((examples.text("bakery"), "[1-5]"), (changed("bakery", half), "–")):
        own, coach = rated.search("".join(pages(dossier(text, "en")))).groups()
        assert re.fullmatch("[1-5]", own) and re.fullmatch(coachs, coach)
