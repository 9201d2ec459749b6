"""Who wrote what: one name, or two where entrepreneur and coach did it together; every page asks here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask import g
from markupsafe import Markup

from bizplan.domain.coaching.own_answers import is_coachs
from bizplan.domain.coaching.suggestions import State
from bizplan.domain.revisions import Revision
from bizplan.storage import Transaction, participants, people, sittings, suggestions
from bizplan.storage.participants import Known
from bizplan.storage.plans import Kept
from bizplan.storage.sittings import Sitting
from bizplan.storage.suggestions import Suggestion

from .access import kept, reading
from .display import apart, fill
from .languages import N_
from .languages import say as _

BECAME = {
    State.OPEN: N_("suggested, nobody decided yet"), State.ACCEPTED: N_("suggested, and taken over"),
    State.CHANGED: N_("suggested, and used with changes"), State.DECLINED: N_("suggested, the other answer stayed"),
    State.WITHDRAWN: N_("suggested, and taken back by the coach"),
}


@dataclass(frozen=True)
class Authors:
    """Who wrote some revisions of a plan; ``theirs`` are suggestions, ``led_to`` the suggestions they came from."""

    names: Mapping[str, Known]
    owner: str
    sittings: tuple[Sitting, ...]
    confirmed: frozenset[int]
    theirs: Mapping[int, Suggestion]
    led_to: Mapping[int, Suggestion]

    def name(self, person: str) -> Markup:
        """What somebody is called."""
        return name_shown(self.names.get(person))

    def who(self, revision: Revision, you: str = "") -> Markup:
        """Who wrote a revision, in words; whoever ``you`` is hears "you"."""
        name = fill(_("you")) if revision.author and revision.author == you else self.name(revision.author)
        if revision.sequence in self.confirmed:
            return fill(_("{name} together with {other}"), name=name, other=self.name(self.owner))
        came_from = self.led_to.get(revision.sequence)
        if came_from is None:
            return name
        words = _("{name}, as {other} suggested") if came_from.state is State.ACCEPTED else \
            _("{name}, after a suggestion of {other}")
        return fill(words, name=name, other=self.name(came_from.author))

    def remark(self, revision: Revision) -> str:
        """What else is to be known of it: that it was suggested, or is not confirmed yet; "" where nothing is."""
        if revision.sequence in self.theirs:
            return _(BECAME[self.theirs[revision.sequence].state])
        if revision.proposal:
            return _("two people answered, and this one did not stay")
        of = self._sitting(revision)
        if of is None or revision.sequence in self.confirmed:
            return ""
        return _("written together, not confirmed yet") if of.confirmed_at is None else _("not confirmed")

    def kind(self, revision: Revision) -> tuple[str, str]:
        """What has to be alike for two revisions to be told as one step."""
        return str(self.who(revision)), self.remark(revision)

    def _sitting(self, revision: Revision) -> Sitting | None:
        if revision.at is None or is_coachs(revision.question):
            return None
        return next((each for each in self.sittings
                     if each.coach == revision.author and each.holds(revision.at)), None)


def authors_of(tx: Transaction, plan: Kept, revisions: Iterable[Revision]) -> Authors:
    """Who wrote these revisions of a plan."""
    those = tuple(revisions)
    sequences = tuple(each.sequence for each in those)
    about = suggestions.about(tx, plan.id, {*sequences, *(each.base for each in those if each.row)})
    return Authors(participants.known_in(tx, plan.id), plan.owner, sittings.sittings_of(tx, plan.id),
                   sittings.confirmed(tx, plan.id, sequences),
                   {each.sequence: of for each in those for of in about if of.holds(each)},
                   {each.sequence: of for each in those for of in about if of.led_to(each)})


def name_shown(known: Known | None) -> Markup:
    """What somebody is called beside what they wrote in a plan; whoever was erased has no name any more."""
    if known is None:
        return apart(_("somebody who has left"))
    return fill(_("{name} (former coach)"), name=known.name) if known.former else apart(known.name)


def name_of(tx: Transaction, person: str) -> str:
    """What somebody is called, "" where they are gone."""
    found = people.person(tx, person) if person else None
    return found.name if found else ""


def coaches_now() -> Mapping[str, str]:
    """Who coaches the plan of the page now, by id, with what they are called; asked once for a page."""
    found: Mapping[str, str] | None = g.get("coaches")
    if found is None:
        with reading() as tx:
            named = participants.names(tx, kept().id)
            found = g.coaches = {each: named[each] for each in participants.coaches_of(tx, kept().id) if each in named}
    return found
