"""From a plan and its figures to ``dossier.pdf``: the pages in their order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from reportlab.platypus import Flowable, Spacer

import financial_models
from bizplan.documents.dossier import front, second_page
from bizplan.documents.dossier.boxes import Boxes
from bizplan.documents.dossier.case import Case
from bizplan.documents.dossier.flow import Title, settled
from bizplan.documents.dossier.foreign import foreign_in
from bizplan.documents.dossier.head import Head
from bizplan.documents.dossier.kinds import KINDS, Kind
from bizplan.documents.dossier.law import rates_used
from bizplan.documents.dossier.pages import Entry, Imprint, WholePage, write_pages
from bizplan.documents.dossier.review import Review
from bizplan.documents.dossier.summary import draw_summary, subtitle
from bizplan.documents.dossier.wording import Wording
from bizplan.domain.coaching.sign_off import SignOff
from bizplan.domain.fingerprint import shortened
from bizplan.domain.letterhead import Letterhead
from bizplan.domain.plan import Plan
from bizplan.domain.readiness import Readiness, readiness
from bizplan.domain.readiness.case import Calculated
from bizplan.domain.translated import printed
from financial_models import Values
from financial_models.readers.numerals import apart

CHAPTERS = 0.5  # of the work, before the pages are laid out


def write_dossier(study: Plan, engine: financial_models.Plan, values: Values, *, language: str, as_of: date,
                  ready: Readiness | None = None, sign_off: SignOff | None = None, kind: str = "dossier",
                  check_at: str = "", letterhead: Letterhead | None = None,
                  told: Callable[[float], None] | None = None) -> bytes:
    """A document about a plan as PDF: the dossier, or another of the ``KINDS``.

    ``engine`` and ``values`` are the plan as it was built and evaluated from ``study``, whose texts are printed in
    the language of the document where somebody wrote them so; ``as_of`` is the day
    that stands on it and by which the law is judged; ``ready`` how ready the plan is on that day, where that is
    known already; ``sign_off`` what its coaches approved and decided; ``check_at`` the page that knows the fingerprint
    of what was released; ``letterhead`` what stands at the head of every page instead of the mark of the product.
    The same of all give the same bytes.  ``told`` hears which part of the work is done, from 0 to 1.
    Raises ValueError for a language in which that kind is not made.
    """
    made = KINDS[kind]
    if language not in made.languages:
        raise ValueError(f"The document {kind!r} is written in {', '.join(made.languages)}, asked for {language!r}.")
    wording, original, study = Wording(language), study, printed(study, language)
    ready = ready or readiness(study, engine, values, as_of)
    known = ready.case if isinstance(ready.case, Calculated) else Calculated(study, as_of, engine, values)
    review = Review(known, ready, wording)
    case = Case(study, engine, values, wording, as_of, review, original, sign_off=sign_off,
                chapters=made.numbered, for_lender=made.for_lender, check_at=check_at)
    return write_pages(story(case, made, told or unheard), imprint(case, made, letterhead))


def imprint(case: Case, kind: Kind, letterhead: Letterhead | None) -> Imprint:
    """What stands at the head and foot of every page and in the document's properties."""
    _ = case.translate
    language, day = case.wording.language, case.wording.day(case.as_of)
    person = case.named("applicant.name", "idea.business_name")
    whose = _("Plan of {name}").format(name=apart(person, language)) if person else case.name
    foot = " · ".join([whose, day, _("amounts in euro"), *checked(case)])
    return Imprint(_(kind.title).format(name=case.name), person or case.name, language, foot, case.wording.direction,
                   shortened(case.fingerprint), Head(letterhead) if letterhead else None, foreign_in(case))


def checked(case: Case) -> list[str]:
    """Since when the figures of the law may have changed: the day on which the first of those used was read."""
    _, days = case.translate, [figure.checked_on for figure in rates_used(case)]
    return [_("law and rates read on {day}").format(day=case.wording.day(min(days)))] if days else []


def unheard(_done: float) -> None:
    """Nobody asks how far the work is."""


def story(case: Case, kind: Kind, told: Callable[[float], None] = unheard) -> list[Flowable]:
    """All pages, from the summary to the last chapter."""
    chapters: list[Flowable] = []
    for place, chapter in enumerate(kind.chapters.values()):
        told(CHAPTERS * place / len(kind.chapters))
        chapters += chapter(case)
    told(CHAPTERS)
    entries = [entry for part in chapters if isinstance(part, Title) for entry in part.entries]
    contents = front.contents(case, entries) if kind.has_contents else []
    return [*opening(case, kind, entries), *settled([*contents, *chapters]), Boxes(case)]


def opening(case: Case, kind: Kind, entries: list[Entry]) -> list[Flowable]:
    """What comes before the contents: the credit summary, or the title of a document without one."""
    _ = case.translate
    if not kind.has_summary:
        return [Title(case, [], case.name, _(kind.name), subtitle(case)), front.Contents(entries), Spacer(1, 10)]
    words = _("Credit summary") if kind.for_lender else _("The plan on one page")
    page = WholePage(Entry("summary", words, 0, words), lambda canvas: draw_summary(canvas, case))
    return [page, *(second_page.in_figures(case) if not kind.chapters else ())]
