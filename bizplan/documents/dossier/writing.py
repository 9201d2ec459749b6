"""From a plan and its figures to ``dossier.pdf``: the pages in their order."""

from __future__ import annotations

from datetime import date

from reportlab.platypus import Flowable

import financial_models
from bizplan.documents.dossier import (
    applicant,
    checking,
    ending,
    figures,
    front,
    grounds,
    household,
    money,
    originals,
    project,
    repayment,
    signed,
)
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.flow import Title, settled
from bizplan.documents.dossier.law import rates_used
from bizplan.documents.dossier.pages import Entry, Imprint, WholePage, write_pages
from bizplan.documents.dossier.review import Review
from bizplan.documents.dossier.summary import draw_summary
from bizplan.documents.dossier.wording import Wording
from bizplan.domain.coaching.sign_off import SignOff
from bizplan.domain.fingerprint import shortened
from bizplan.domain.plan import Plan
from bizplan.domain.readiness import Readiness, readiness
from bizplan.domain.readiness.case import Calculated
from bizplan.domain.translated import printed
from financial_models import Values
from financial_models.readers.numerals import apart

CHAPTERS = (
    applicant.applicant_chapter,
    applicant.person_chapter,
    project.project_chapter,
    money.money_chapter,
    household.household_chapter,
    figures.figures_chapter,
    repayment.repayment_chapter,
    ending.risks_chapter,
    ending.follow_up_chapter,
    signed.sign_off_part,
    ending.papers_chapter,
    grounds.grounds_chapter,
    originals.originals_chapter,
    checking.checking_part,
)


def write_dossier(study: Plan, engine: financial_models.Plan, values: Values, *, language: str, as_of: date,
                  ready: Readiness | None = None, sign_off: SignOff | None = None, check_at: str = "") -> bytes:
    """The dossier of a plan as a PDF document, in Dutch ("nl"), French ("fr") or English ("en").

    ``engine`` and ``values`` are the plan as it was built and evaluated from ``study``, whose texts are printed in
    the language of the dossier where somebody wrote them so; ``as_of`` is the day
    that stands on it and by which the law is judged; ``ready`` how ready the plan is on that day, where that is
    known already; ``sign_off`` what its coaches approved and decided; ``check_at`` the page that knows the fingerprint
    of what was released.  The same of all give the same bytes.
    """
    wording, original, study = Wording(language), study, printed(study, language)
    ready = ready or readiness(study, engine, values, as_of)
    known = ready.case if isinstance(ready.case, Calculated) else Calculated(study, as_of, engine, values)
    review = Review(known, ready, wording)
    case = Case(study, engine, values, wording, as_of, review, original, sign_off=sign_off,
                check_at=check_at)
    return write_pages(story(case), imprint(case))


def imprint(case: Case) -> Imprint:
    """What stands at the foot of every page and in the document's properties."""
    _ = case.translate
    language, day = case.wording.language, case.wording.day(case.as_of)
    person = str(case.study.value("applicant.name") or case.study.value("idea.business_name") or "")
    whose = _("Plan of {name}").format(name=apart(person, language)) if person else case.name
    foot = " · ".join([whose, day, _("amounts in euro"), *checked(case)])
    title = _("Credit dossier: {name}").format(name=case.name)
    return Imprint(title, person or case.name, language, foot, shortened(case.fingerprint))


def checked(case: Case) -> list[str]:
    """Since when the figures of the law may have changed: the day on which the first of those used was read."""
    _, days = case.translate, [figure.checked_on for figure in rates_used(case)]
    return [_("law and rates read on {day}").format(day=case.wording.day(min(days)))] if days else []


def story(case: Case) -> list[Flowable]:
    """All pages, from the summary to the sources."""
    _ = case.translate
    summary = Entry("summary", _("Credit summary"), 0, _("Credit summary"))
    chapters = [part for chapter in CHAPTERS for part in chapter(case)]
    entries = [entry for part in chapters if isinstance(part, Title) for entry in part.entries]
    return [
        WholePage(summary, lambda canvas: draw_summary(canvas, case)),
        *settled([*front.contents(case, entries), *chapters]),
    ]
