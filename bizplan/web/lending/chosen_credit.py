"""A credit that fits is put into the plan: first what it changes, side by side, and then by choice."""

from dataclasses import dataclass

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from bizplan.domain.clock import today
from bizplan.domain.lending.chosen import Credit, compared, loans_asked
from bizplan.domain.lending.compared import GROUP
from bizplan.domain.lending.fit import Offer, Verdict, counted_on
from bizplan.domain.lending.fit.terms import RATE_UNKNOWN
from bizplan.domain.readiness.case import Case
from bizplan.domain.revisions import Record
from bizplan.domain.written_values import ROW_ID
from bizplan.storage import Transaction, plans
from bizplan.storage.columns import new_id
from bizplan.translations import translator
from financial_models.law import ANY_LENDER, Product

from ..access import Entry, enters, kept, writing
from ..calculated import RECORDS
from ..course_shown import row_name
from ..downloads import own_language
from ..languages import N_
from ..languages import say as _
from ..places import question_address
from ..study import is_coach, stored
from . import taking_over
from .fit import fit_of
from .fit_shown import WORDS, title_of
from .lenders_shown import known_lenders, own_profiles
from .taking_over import MEANWHILE, Outcome, Words

AREA = Blueprint("chosen_credit", __name__, url_prefix="/<language>/plan/<plan>/credit/<lender>/<product>")
REASON = N_("This credit may fit: {credit}.")
DOES_NOT_FIT = N_("This credit does not fit your plan as it stands now, so nothing was taken over. Look at the "
                  "reasons.")


@dataclass(frozen=True)
class Chosen:
    """A credit as somebody chose it: the offer with its reasons, and what it would say in the plan."""

    offer: Offer
    credit: Credit

    @property
    def title(self) -> str:
        """What it is called."""
        return title_of(self.offer.lender, self.offer.product)

    @property
    def fits(self) -> bool:
        """Whether it can be put into the plan: it fits, or fits if."""
        return self.offer.verdict is not Verdict.DOES_NOT_FIT


@AREA.get("")
@enters(Entry.PARTICIPANT)
def beside(plan: str, lender: str, product: str) -> Response | str:
    """The loan of the plan beside the credit, and what it does to the figures."""
    record = stored()
    found = _chosen(record, lender, product)
    if found is None:
        return redirect(url_for("credit.which", plan=plan))
    rows = loans_asked(record)
    row = request.args.get("loan", "") if len(rows) > 1 else rows[0] if rows else new_id()
    shown = taking_over.shown(record, compared(record, found.credit, row)) if row in rows or not rows else None
    state, word = WORDS[found.offer.verdict]
    return render_template(
        "lending/chosen_credit.html", plan=plan, title=found.title, stands=(state, _(word)), fits=found.fits,
        told=shown, is_new=not rows, ask=_(RATE_UNKNOWN) if _asks(found.offer.product) else "", coach=is_coach(),
        loans=[(row_name(record, GROUP, each), record.plan.value("loans[].amount", each),
                _address(found, plan, each)) for each in rows],
        loan=question_address("loans[].rate", row, plan) if row in rows else "",
        url=url_for("chosen_credit.take_over", plan=plan, lender=lender, product=product)
        if found.fits and kept().archived_at is None else "")


@AREA.post("/take-over")
@enters(Entry.PARTICIPANT)
def take_over(plan: str, lender: str, product: str) -> Response:
    """The credit comes into the plan as it was shown, or is suggested by a coach who may not write."""
    found = _chosen(stored(), lender, product)
    if found is None:
        return redirect(url_for("credit.which", plan=plan))
    row = request.form.get("loan", "")
    with writing() as tx:
        now = plans.plan(tx, plan)
        assert now is not None
        record = RECORDS.of(tx, now)
        outcome = _taken(tx, record, found, row)
        several = len(loans_asked(record)) > 1
    flash(*taking_over.words(outcome, Words(
        _("The plan has this credit now. Look at your figures."),
        _("You suggested this credit. The business owner decides."), _("The plan had this credit already."))))
    return redirect(_address(found, plan, row if several else None))


def _taken(tx: Transaction, record: Record, found: Chosen, row: str) -> Outcome:
    if not found.fits:
        return Outcome(refused=_(DOES_NOT_FIT))
    if not _may_become(record, row):
        return Outcome(refused=_(MEANWHILE))
    reason = translator(found.credit.language)(REASON).format(credit=found.title)
    return taking_over.take_over(tx, record, compared(record, found.credit, row), reason)


def _may_become(record: Record, row: str) -> bool:
    """Whether a loan can become the credit: one that is asked for, and where there is none a new one."""
    rows = loans_asked(record)
    if rows:
        return row in rows
    stood = any(place == row for key, place in record.answers if key.startswith(f"{GROUP}[]."))
    return bool(ROW_ID.fullmatch(row)) and not stood and row not in record.rows.get(GROUP, ())


def _chosen(record: Record, lender: str, product: str) -> Chosen | None:
    """The credit of the address; None where nobody can say yet which credit fits."""
    on = counted_on(Case(record.plan, today()))
    known = [(each.name, one.name) for each in known_lenders(on) for one in each.products if each.name != ANY_LENDER]
    if (lender, product) not in known:
        abort(404)
    told = fit_of(record)
    if told is None:
        return None
    offer = next(each for each in told.offers if (each.lender.name, each.product.name) == (lender, product))
    itself = (own.said_itself(product, on) for own in own_profiles() if own.name == lender)
    return Chosen(offer, Credit(
        offer.lender, offer.product, told.need, Case(record.plan, today()).start, own_language(record.plan),
        next(itself, frozenset())))


def _address(found: Chosen, plan: str, row: str | None) -> str:
    return url_for("chosen_credit.beside", plan=plan, lender=found.offer.lender.name,
                   product=found.offer.product.name, loan=row)


def _asks(product: Product) -> bool:
    """Whether the interest has to be asked."""
    return product.term("rate") is None and product.term("rate_min") is None
