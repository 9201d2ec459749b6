"""Rules on the person's right to do this: residence, professional card, debts of the past, the test phase.

They name what the law that was read says; the verdict is for the office that gives the card.
"""

from datetime import date

from financial_models.law import Rate

from ..case import Case
from ..lending import asked_loans
from ..rule import BLOCKER, WARNING, Found, Noticed, on_answers
from ..sentences import N_, Count, Day, Month, Several, Term, Words, several

STATUS, CARD = "applicant.residence.status", "applicant.residence.professional_card"
UNTIL, RENEWAL = "applicant.residence.until", "applicant.residence.renewal"
FREE = ("belgian", "eea_or_swiss")


@on_answers(
    BLOCKER, "competences",
    found=N_("Who is still waiting for a decision on asylum may not be self-employed."),
    means=N_("No lender can pay out before the decision."),
    mend=N_("Prepare the plan, work as an employee where that is allowed, and begin after the decision."),
)
def status_without_self_employment(case: Case) -> Found:
    """The status of residence allows self-employment."""
    if case.value(STATUS) == "asylum_seeker":
        allowed = case.law("residence.asylum_seeker.may_be_self_employed")
        if not allowed:
            yield Noticed({}, (case.place(STATUS),), (), allowed)


@on_answers(
    BLOCKER, "competences",
    found=N_("With this card a professional card is needed, and it is not held yet."),
    means=N_("The business may not begin without it."),
    mend=N_("Ask for the card first: count months, and costs for the application."),
)
def professional_card_lacking(case: Case) -> Found:
    """Who needs a professional card has it; one that is asked for may still come in time."""
    needed = card_needed(case)
    held = case.value(CARD)
    if needed is not None and needed and held != "held":
        places = (case.place(CARD), case.place("applicant.residence.card"))
        yield Noticed({}, places, (), needed, WARNING if held == "asked" else BLOCKER)


def card_needed(case: Case) -> Rate | None:
    """The figure of law that says whether a professional card is needed; None where the status is not known."""
    status, card = str(case.value(STATUS)), str(case.value("applicant.residence.card"))
    if status == "subsidiary_protection":
        return case.law("residence.subsidiary_protection_a_card.card_needed") if card == "a" else None
    if status in ("recognised_refugee", "temporary_protection", "family_of_belgian", "eea_or_swiss"):
        return case.law(f"residence.{status}.card_needed")
    return case.law(f"residence.{card}_card.card_needed") if card in ("b", "c", "d") else None


@on_answers(
    WARNING, "competences",
    found=N_("Whether a professional card is needed is not known."),
    means=N_("For some cards it is, and it takes months."),
    mend=N_("Ask the enterprise counter, with the card in your hand."),
)
def professional_card_unknown(case: Case) -> Found:
    """It is known whether a professional card is needed."""
    answered = case.value(STATUS) not in (None, *FREE, "asylum_seeker")
    if answered and card_needed(case) is None and case.value(CARD) in (None, "unknown", "needed", "asked"):
        yield Noticed({}, (case.place(CARD),))


@on_answers(
    BLOCKER, "competences",
    found=N_("The residence document ended on {until}."),
    means=N_("Without a valid document no contract can be signed."),
    mend=N_("Enter the new card, or the proof that it was asked for."),
)
def residence_expired(case: Case) -> Found:
    """The residence document is valid today; one whose renewal was asked for is still a question."""
    until = case.day(UNTIL)
    if until and until < case.today and case.value(RENEWAL) != "unlimited":
        severity = WARNING if case.value(RENEWAL) == "asked" else BLOCKER
        yield Noticed({"until": Day(until)}, (case.place(UNTIL), case.place(RENEWAL)), severity=severity)


@on_answers(
    WARNING, "competences",
    found=N_("The residence document ends on {until}; the last instalment is in {last}."),
    means=N_("The lender asks who pays if the right to stay ends."),
    mend=N_("Show that renewal is usual, find a guarantor, or repay sooner."),
)
def residence_ends_before_loan(case: Case) -> Found:
    """The right to stay reaches past the last instalment."""
    until, last = case.day(UNTIL), last_instalment(case)
    if until and last and until >= case.today and case.value(RENEWAL) != "unlimited":
        margin = case.threshold("residence_margin")
        months = last.first_day.year * 12 + last.first_day.month - (until.year * 12 + until.month) + margin
        if months > 0 or (months == 0 and until.day == 1):
            places = (case.place(UNTIL), case.place("financing.guarantor_found"))
            yield Noticed({"until": Day(until), "last": last}, places, (), margin)


@on_answers(
    WARNING, "competences",
    found=N_("The professional card ends on {until}; the last instalment is in {last}."),
    means=N_("Each renewal asks what the business has brought."),
    mend=N_("Plan the renewal with its cost and its date."),
)
def professional_card_ends_before_loan(case: Case) -> Found:
    """The professional card reaches past the last instalment."""
    until, last = case.day("applicant.residence.professional_card_until"), last_instalment(case)
    if until and last and until < last.first_day:
        places = (case.place("applicant.residence.professional_card_until"),)
        yield Noticed({"until": Day(until), "last": last}, places)


def last_instalment(case: Case) -> Month | None:
    """The month in which the last of the credits that are asked for is paid."""
    months = [
        int(case.number("loans[].month", row) or 1) + int(case.number("loans[].months", row))
        for row in asked_loans(case.plan) if case.is_answered("loans[].months", row)
    ]
    return case.month(max(months)) if months else None


@on_answers(
    BLOCKER, "competences",
    found=N_("There is a collective debt settlement."),
    means=N_("No lender may lend while it runs, and the judge must agree with a business."),
    mend=N_("Talk with the debt mediator first."),
)
def collective_debt_settlement(case: Case) -> Found:
    """Nobody lends during a collective debt settlement."""
    if case.value("applicant.debts.collective_settlement") is True:
        yield Noticed({}, (case.place("applicant.debts.collective_settlement"),))


@on_answers(
    WARNING, "competences",
    found=N_("There is a trace of earlier debts: {traces}."),
    means=N_("It is no exclusion, but the lender sees it and wants to know."),
    mend=N_("Tell what happened and how it was solved."),
)
def debts_of_the_past(case: Case) -> Found:
    """Debt mediation, a negative listing or a bankruptcy is explained."""
    traces = {
        "applicant.debts.mediation": N_("debt mediation"),
        "applicant.debts.listed": N_("a listing of unpaid credits"),
        "applicant.debts.bankruptcy": N_("a bankruptcy"),
    }
    found = [key for key in traces if case.value(key) is True]
    if found and not case.is_answered("applicant.debts.story"):
        places = (*map(case.place, found), case.place("applicant.debts.story"))
        yield Noticed({"traces": Several(tuple(Term(traces[key]) for key in found))}, places)


@on_answers(
    BLOCKER, "test_phase",
    found=N_("The test phase takes {months} months; {limit} is the most."),
    means=N_("After that the cooperative must stop it."),
    mend=N_("Shorten the test phase."),
)
def test_phase_too_long(case: Case) -> Found:
    """A test phase is no longer than the law allows."""
    months, limit = case.number("test_phase.months"), case.law("test_phase.months")
    if months > limit:
        yield Noticed({"months": Count(months), "limit": Count(limit)}, (case.place("test_phase.months"),), (), limit)


@on_answers(
    WARNING, "test_phase",
    found=N_("{things}: paid in the test phase, before the own start in {start}."),
    means=N_("There is no own VAT number yet: the VAT does not come back, and the cooperative owns nothing."),
    mend=N_("Move it to the own start, or borrow or rent it for the trial."),
)
def bought_in_test_phase(case: Case) -> Found:
    """Things are bought by the own business, not during the trial."""
    months = int(case.number("test_phase.months"))
    early = [
        (group, row) for group in ("equipment", "leases") for row in case.rows(group)
        if (case.number(f"{group}[].month", row) or 1) <= months
        and not (group == "equipment" and case.value("equipment[].in_kind", row) is True)
    ]
    if early:
        yield Noticed(
            {"things": several([case.name(group, row) for group, row in early]), "start": case.month(months + 1)},
            tuple(case.place(f"{group}[].month", row) for group, row in early),
        )


@on_answers(
    WARNING, "rules",
    found=N_("This is a regulated profession, and no qualification is given."),
    means=N_("The enterprise counter refuses the registration without it."),
    mend=N_("Show a diploma, years of work, or somebody in the business who has it."),
)
def qualification_lacking(case: Case) -> Found:
    """Who works in a regulated profession shows a qualification."""
    if case.value("rules.regulated_profession") is True and not case.is_answered("rules.qualification"):
        yield Noticed({}, (case.place("rules.qualification"),))


@on_answers(
    WARNING, "rules",
    found=N_("Nothing is said about permits."),
    means=N_("Selling without a permit can close the business in a day."),
    mend=N_("Ask the enterprise counter which ones are needed; write down those that are not."),
)
def no_permits(case: Case) -> Found:
    """The permits were looked at."""
    if not case.rows("rules.permits"):
        yield Noticed({}, (case.place("rules.permits"),))


@on_answers(
    WARNING, "rules",
    found=N_("Not in hand yet: {permits}."),
    means=N_("The loan is paid out when the business may begin."),
    mend=N_("Ask now, and write down when the answer comes."),
)
def permits_open(case: Case) -> Found:
    """The permits are in hand, or asked for long before the start."""
    rows = [row for row in case.rows("rules.permits") if case.value("rules.permits[].status", row) in (None, "to_ask")]
    if rows:
        names = several([case.name("rules.permits", row) for row in rows])
        yield Noticed({"permits": names}, tuple(case.place("rules.permits[].status", row) for row in rows))


@on_answers(
    WARNING, "rules",
    found=N_("{permit} ends on {until}, before the business begins."),
    mend=N_("Renew it before the start."),
)
def permit_expired(case: Case) -> Found:
    """A permit is valid on the first day."""
    for row in case.rows("rules.permits"):
        until = case.day("rules.permits[].until", row)
        if until and until < max(case.start, date(case.today.year, case.today.month, 1)):
            yield Noticed(
                {"permit": Words(case.name("rules.permits", row)), "until": Day(until)},
                (case.place("rules.permits[].until", row),),
            )
