"""A tour past every kind of page of coaching: one of each is left in the plan of a demo, and then opened."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from bizplan.domain.clock import today
from bizplan.domain.coaching import About, Subject, ThreadKind
from bizplan.domain.coaching.appointments import Appointment, Way
from bizplan.domain.coaching.contacts import Contact, How
from bizplan.domain.coaching.gates import Condition
from bizplan.domain.coaching.reviews import State
from bizplan.domain.people import Role
from bizplan.domain.profile import Gate
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import (
    Transaction,
    appointments,
    contacts,
    gates,
    invitations,
    participants,
    people,
    plans,
    reviews,
    sessions,
    sittings,
    suggestions,
    threads,
    versions,
)
from bizplan.storage.plans import Change
from bizplan.storage.threads import Beginning
from tests.browser.tour import Tour

OF_ITS_OWNER = (
    "", "talk/", "talk/new?about=plan", "study/idea/need", "study/market/competitors",
    "suggestions", "review/", "review/idea", "check/idea",
    "gates/", "gates/figures", "competences/", "versions/", "versions/compare", "texts/", "texts/text/idea.need",
    "appointments", "appointments/new", "contacts", "paper", "paper/idea/enter", "paper/summary", "people",
    "people/invite", "together")
OF_ITS_COACH = (
    "", "talk/new?about=plan", "study/idea/need", "review/idea", "check/idea", "gates/figures", "contacts",
    "contacts/add", "people", "people/leave", "together", "archive", "study/market/competitors",
    "study/market/competitors/rows/another/suggest")
"""Of the pages that both can open, those on which a coach can do something else."""
WORDS = "Vraag het aan vijf buren."
FAR = 1_000_000
"""A base that comes after everything: nobody said anything meanwhile."""


@dataclass(frozen=True)
class Coached:
    """A plan in which something of everything was left, and who was added but never here."""

    tour: Tour
    ways: tuple[str, ...]
    contact: str
    newcomer: str
    link: str
    invitation: str
    organisation: str

    @classmethod
    def of(cls, tour: Tour) -> "Coached":
        """The tour, once all of it was left."""
        with tour.at.storage.writing() as tx:
            kept = plans.plan(tx, tour.plan)
            assert kept
            ways = (*_talked(tx, tour), _suggested(tx, tour, kept.sequence), _suggested_row(tx, tour), *_met(tx, tour),
                    f"versions/{versions.name(tx, tour.plan, tour.owner, kept.sequence, 'Voor de bank')}/rename",
                    f"versions/{kept.sequence - 1}/back")
            _judged(tx, tour, kept.sequence)
            held = contacts.write_down(tx, tour.plan, tour.coach, Contact(How.VISIT, today(), 60, WORDS))
            newcomer, link = _newcomer(tx, tour.coach)
            invitation = invitations.invite(tx, tour.plan, Role.COACH, tour.owner).token
            return cls(tour, ways, held, newcomer, link, invitation, str(kept.organisation))

    def of_the_owner(self) -> Iterator[str]:
        """The pages of the entrepreneur, without the language before them."""
        yield from (f"plan/{self.tour.plan}/{each}" for each in (
            *OF_ITS_OWNER, *self.ways, f"people/{self.tour.coach}/end"))
        yield from ("news/", "words", "me/come-back")

    def of_the_coach(self) -> Iterator[str]:
        """The pages of the coach."""
        yield from (f"plan/{self.tour.plan}/{each}" for each in (
            *OF_ITS_COACH, f"contacts/{self.contact}"))
        yield from ("coaching/desk", "coaching/desk?sort=deadline&q=b", "coaching/entrepreneurs/add", "news/",
                    f"coaching/entrepreneurs/{self.newcomer}/link", f"invitation/{self.invitation}")

    def of_the_manager(self) -> Iterator[str]:
        """The pages of a manager of the organisation."""
        ours = f"team/{self.organisation}"
        yield from ("team", f"{ours}/plan/{self.tour.plan}", f"{ours}/coach/{self.tour.coach}/replace",
                    f"{ours}/coach/{self.tour.coach}/leave")


def _talked(tx: Transaction, tour: Tour) -> Iterator[str]:
    """A question and a request, each in a thread."""
    for kind, subject in ((ThreadKind.COMMENT, Subject(About.ANSWER, "idea.need")),
                          (ThreadKind.REQUEST, Subject(About.PART, "idea"))):
        first = Beginning(kind, subject, WORDS, today() + timedelta(days=7))
        yield f"talk/{threads.begin(tx, tour.plan, tour.coach, first)}"


def _suggested(tx: Transaction, tour: Tour, base: int) -> str:
    said = Said.of("idea.need", WORDS, text=(WORDS,))
    made = suggestions.make(tx, tour.plan, tour.coach, Change(Deed.ANSWER, "idea.need", "", said, base=base), WORDS)
    return f"suggestions/{made}"


def _suggested_row(tx: Transaction, tour: Tour) -> str:
    """A competitor that was forgotten, as the entrepreneur changes it before it is used."""
    name = "market.competitors[].name"
    change = Change(Deed.ADD, "market.competitors", "rival")
    made = suggestions.make(tx, tour.plan, tour.coach, change, WORDS, {name: Said.of(name, "De bakker om de hoek")})
    return f"suggestions/{made}/change"


def _met(tx: Transaction, tour: Tour) -> Iterator[str]:
    """An appointment, and a sitting of which nothing was confirmed yet."""
    made = appointments.make(tx, tour.plan, tour.coach, Appointment(
        Way.PLACE, tx.now + timedelta(days=3), 45, "Kerkstraat 1, Genk", WORDS))
    yield from (f"appointments/{made}{each}" for each in ("", "/change", "/minutes"))
    at_desk = sessions.session(tx, sessions.start(tx, tour.coach, staff=True, own_device=False, strong=True))
    assert at_desk
    sat = sittings.begin(tx, tour.plan, tour.coach, at_desk.id)
    said = Said.of("idea.solved_now", WORDS, text=(WORDS,))
    plans.save(tx, tour.plan, tour.coach, Change(Deed.ANSWER, "idea.solved_now", "", said, base=FAR))
    sittings.end(replace(tx, now=tx.now + timedelta(minutes=1)), sat)
    yield f"together/{sat}"


def _judged(tx: Transaction, tour: Tour, sequence: int) -> None:
    """An approval with an answer that changed since, a part that was sent, and a decision on earlier answers."""
    reviews.give(tx, tour.plan, tour.coach, reviews.Given("idea", State.APPROVED, 1, WORDS))
    reviews.send(tx, tour.plan, tour.owner, reviews.Given("market", State.WITH_COACH, sequence, WORDS))
    gates.decide(tx, tour.plan, tour.coach, gates.Given(
        "figures", Gate.GO_IF, WORDS, (Condition(WORDS, today() + timedelta(days=30)),), 1))


def _newcomer(tx: Transaction, coach: str) -> tuple[str, str]:
    """Somebody whom the coach added and who was never here, and the token of their first link."""
    who = people.add_person(tx, "أمل", "ar")
    people.give_role(tx, who, Role.ENTREPRENEUR)
    plan = plans.make(tx, who, "ar")
    participants.let_in(tx, plan, coach, Role.COACH)
    return who, invitations.invite(tx, plan, Role.ENTREPRENEUR, coach).token
