"""The right to be self-employed: asks, explains, warns, and leaves the verdict to the office."""

from datetime import date

import pytest

from bizplan.domain.aids.right_to_work import OFFICE, Residence, Standing, residence_of, right_to_work
from bizplan.domain.plan import Answer, Plan
from bizplan.domain.questions import QUESTIONS
from tests.bizplan.domain.aids.spoken import is_whole, remarked, said

TODAY = date(2026, 12, 1)
STATUSES = [option.key for option in QUESTIONS["applicant.residence.status"].options]
CARDS = ["", *(option.key for option in QUESTIONS["applicant.residence.card"].options)]
EXEMPT = "exempt"


# Agii and the Flemish government on exemptions; CGRS on subsidiary protection.
@pytest.mark.parametrize(("status", "card", "standing"), [
    ("recognised_refugee", "b", Standing.NOTHING_FOUND), ("temporary_protection", "a", Standing.NOTHING_FOUND),
    ("eea_or_swiss", "e", Standing.NOTHING_FOUND), ("belgian", "", Standing.NOTHING_FOUND),
    ("subsidiary_protection", "a", Standing.CARD_FIRST), ("subsidiary_protection", "", Standing.ASK),
    ("asylum_seeker", "certificate", Standing.WAIT), ("other", "a", Standing.ASK),
    ("other", "c", Standing.NOTHING_FOUND),
    ("", "", Standing.UNANSWERED)])
def test_what_was_read_about_a_status(status, card, standing):
    assert right_to_work(Residence(status, card), TODAY).standing is standing


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("card", CARDS)
def test_the_office_always_has_the_last_word_and_no_exemption_is_proposed(status, card):
    found = right_to_work(Residence(status, card), TODAY)
    assert found.remarks[-1].text == OFFICE
    assert EXEMPT not in found.proposes.values()
    assert is_whole(found)


def test_the_figures_say_where_they_were_read():
    found = right_to_work(Residence("subsidiary_protection", "a"), TODAY)
    assert [figure.status for figure in found.figures] == ["official", "official"]
    assert said(found)[-1] == ("Subsidiary protection, limited stay (A card): needs a professional card", "Yes")
    assert dict(found.proposes) == {"applicant.residence.professional_card": "needed"}
    assert ("“Subsidiary protection, limited stay (A card): needs a professional card”: Yes. "
            "Read at the authority itself.") in remarked(found)


def test_a_card_that_is_held_or_asked_for_is_not_asked_again():
    assert right_to_work(Residence("subsidiary_protection", "a", professional_card="held"), TODAY).standing \
        is Standing.NOTHING_FOUND
    asked = right_to_work(Residence("subsidiary_protection", "a", professional_card="asked"), TODAY)
    assert (asked.standing, dict(asked.proposes)) == (Standing.ASK, {})


def test_the_sentences_are_those_of_the_findings():
    lines = remarked(right_to_work(Residence("asylum_seeker", "certificate"), TODAY))
    assert "Prepare the plan, work as an employee where that is allowed, and begin after the decision." in lines


def test_a_document_that_has_ended_is_said():
    found = right_to_work(Residence("recognised_refugee", "b", until=date(2026, 1, 31)), TODAY)
    assert found.standing is Standing.ASK
    assert "The residence document ended on 31 January 2026." in remarked(found)


def test_a_plan_is_not_asked_again():
    plan = Plan("nl", {("applicant.residence.status", ""): Answer("recognised_refugee"),
                       ("applicant.residence.until", ""): Answer(date(2033, 1, 31))})
    assert residence_of(plan) == Residence("recognised_refugee", until=date(2033, 1, 31))
    assert residence_of(Plan("nl")) == Residence()


def test_a_status_that_is_no_choice_is_refused():
    with pytest.raises(LookupError, match="'alien'; there are belgian"):
        Residence("alien")
