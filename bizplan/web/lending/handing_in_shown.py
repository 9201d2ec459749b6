"""Applications as pages show them: where each stands, who has to do what next, and what changed since."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import g, render_template, url_for
from markupsafe import Markup

from bizplan.domain.coaching.differences import difference
from bizplan.domain.lending.applications import Application, Submission
from bizplan.domain.lending.handing_in import Stage, Standing, last_submitted, standing, unsigned
from bizplan.domain.people import Role
from bizplan.domain.revisions import Record
from bizplan.storage import Transaction, applications, jobs, participants, people, plans, submissions
from bizplan.storage.jobs import Job
from bizplan.storage.plans import Kept

from ..access import kept, reading
from ..calculated import RECORDS
from ..display import fill
from ..languages import N_
from ..languages import say as _
from ..study import is_coach
from . import lenders_shown

WORDS = {
    Stage.BEGUN: ("none", N_("Nothing ready yet")), Stage.READY: ("talk", N_("Waits for a signature")),
    Stage.BEING_MADE: ("busy", N_("Being made")), Stage.FAILED: ("warn", N_("Could not be made")),
    Stage.READ: ("ok", N_("Can be read")), Stage.TAKEN_BACK: ("none", N_("Taken back")),
    Stage.ENDED: ("none", N_("Ended")),
}
SIGNS = {
    frozenset({Role.COACH, Role.ENTREPRENEUR}): N_("Nobody has signed yet."),
    frozenset({Role.COACH}): N_("The business owner has signed. The coach has not."),
    frozenset({Role.ENTREPRENEUR}): N_("The coach has signed. The business owner has not."),
    frozenset[Role](): N_("It cannot be signed any more: the coach has left the plan. Make it ready again."),
}
"""What is said of a version by who has to sign it yet; of a plan without coaches only its owner."""
OWNER_ALONE = N_("The business owner has not signed yet.")


@dataclass(frozen=True)
class Shown:
    """An application on a page; ``read`` is the version that the lender reads now, if any."""

    application: Application
    lender: str
    standing: Standing
    coached: bool
    coach: str
    job: Job | None
    changed: int = 0

    @property
    def read(self) -> Submission | None:
        """The version that the lender reads now."""
        return self.application.newest

    @property
    def tag(self) -> tuple[str, str]:
        """Where it stands, as a colour and a word."""
        look, word = WORDS[self.standing.stage]
        return look, _(word)

    @property
    def signed(self) -> str:
        """Who signed the version that is made ready."""
        if self.standing.stage is not Stage.READY or self.standing.submission is None:
            return ""
        waits = unsigned(self.standing.submission, coached=self.coached)
        return _(OWNER_ALONE if waits == {Role.ENTREPRENEUR} and not self.coached else SIGNS[waits])

    @property
    def waits_for_me(self) -> bool:
        """Whether its next step is the signature of whoever reads the page."""
        return self.standing.waits_for(g.role, coached=self.coached)

    @property
    def versions(self) -> tuple[Submission, ...]:
        """The versions that were handed in or are being made ready, the newest first."""
        shown = [each for each in self.application.submissions if each.submitted_at or each.withdrawn_at is None]
        return tuple(sorted(shown, key=lambda each: each.number, reverse=True))


@dataclass(frozen=True)
class Next:
    """The one next step on the overview."""

    title: str
    text: Markup | str
    label: str
    url: str


def shown(tx: Transaction, found: Application, record: Record) -> Shown:
    """One application as its pages show it."""
    coached = bool(participants.coaches_of(tx, found.plan))
    job = job_of(tx, found)
    stands = standing(found, failed=job is None or job.state == jobs.FAILED)
    signer = people.person(tx, stands.submission.coach) if stands.submission and stands.submission.coach else None
    seen = found.newest
    return Shown(found, lenders_shown.lender_name(tx, found), stands, coached, signer.name if signer else "", job,
                 changed_since(tx, kept(), seen, record) if seen else 0)


def job_of(tx: Transaction, found: Application) -> Job | None:
    """The job that freezes the version handed in last, or froze it, as long as it is remembered."""
    last = last_submitted(found)
    return next((each for each in jobs.jobs_of(tx, found.plan)
                 if each.kind == submissions.JOB and last is not None and each.subject == last.id), None)


def changed_since(tx: Transaction, now: Kept, version: Submission, record: Record) -> int:
    """How many answers changed since a version was made ready, as far as this reader is asked them."""
    if version.sequence >= record.sequence:
        return 0
    return sum(each.count for each in difference(plans.record(tx, now, version.sequence), record, coach=is_coach()))


def next_step(every: list[Shown]) -> Next | None:
    """What this reader does next: sign, look at what failed, make a version ready, or choose a lender."""
    if kept().archived_at is not None:
        return None
    return next(chain_of_steps(every), None) if every else Next(
        _("Ask for a credit"), _("Choose a lender. Then you and your coach hand in your plan together."),
        _("Choose a lender"), url_for("handing_in.begin", plan=kept().id))


def chain_of_steps(every: list[Shown]) -> Iterator[Next]:
    """The steps that are open in these applications, the most pressing first."""
    for each in every:
        if each.waits_for_me:
            yield Next(fill(_("Read and sign: {lender}"), lender=each.lender), each.signed,
                       _("See what they will read"), _version_url(each))
    for each in every:
        if each.standing.stage in (Stage.FAILED, Stage.BEGUN):
            text = _("It could not be made. Make it ready again.") if each.standing.stage is Stage.FAILED else _(
                "Make a version of your plan ready.")
            yield Next(fill(_("Make it ready: {lender}"), lender=each.lender), text, _("Make a version ready"),
                       _url("handing_in.ready", each))
    for each in every:
        if each.changed and each.standing.stage is Stage.READ:
            text = fill(_("Answers that changed since the lender's version: {count}. Hand in a new version if they "
                          "matter."), count=each.changed)
            yield Next(fill(_("Your plan has changed: {lender}"), lender=each.lender), text, _("See where it stands"),
                       _url("handing_in.one", each))


def above_tasks() -> Markup | str:
    """Above the tasks of a plan: which versions wait for the signature of whoever reads the page."""
    with reading() as tx:
        found = [each for each in applications.applications_of(tx, kept().id) if each.prepared]
        if not found:
            return ""
        record = RECORDS.of(tx, kept())
        waiting = [each for each in (shown(tx, one, record) for one in found) if each.waits_for_me]
    if not waiting:
        return ""
    return Markup(render_template("lending/handing_in_above.html", waiting=waiting, plan=kept().id))    # noqa: S704


def _version_url(each: Shown) -> str:
    assert each.standing.submission is not None
    return url_for("handing_in.version", plan=kept().id, application=each.application.id,
                   submission=each.standing.submission.id)


def _url(endpoint: str, each: Shown) -> str:
    return url_for(endpoint, plan=kept().id, application=each.application.id)
