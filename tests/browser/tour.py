"""A tour past every kind of page: the addresses that somebody can open in a demo, and in which role."""

from collections.abc import Iterator
from dataclasses import dataclass

from bizplan.demonstration import doors
from bizplan.domain import course
from bizplan.domain.questions import Kind, Page
from bizplan.domain.revisions import Deed, Record, Said
from bizplan.storage import jobs, plans
from bizplan.storage.plans import Change, Clash, Kept
from tests.browser.installation import Installation

FIGURES = ("", "verdict", "profit", "profit/1", "balance/1", "cash/1")
BEFORE_SIGNING_IN = ("", "sign-in", "sign-in/code", "card", "card/ABCD2345", "sign-in/password", "erased",
                     "check/", "check/KM64QQ9R3RTHTGDNVFZC0TDRPW4Y0Z")
OF_A_PERSON = ("plans?all=1", "me", "me/readers", "me/erase", "consent")
OF_STAFF = ("plans?all=1", "me", "me/password", "coaching/cards", "sign-in/code-app", "sign-in/passkey")
NOT_THERE = ("nothing", "sign-in/link/gone")


@dataclass(frozen=True)
class Tour:
    """The bakery of a demo, its entrepreneur and its coach; in its plan two people said two things."""

    at: Installation
    plan: str
    owner: str
    coach: str

    @classmethod
    def of(cls, demo: Installation) -> "Tour":
        """The tour of a demo."""
        found = doors(demo.config.folder)
        owner, coach = found["entrepreneur"], found["coach"]
        return cls(demo, owner.values["plan"], owner.person, coach.person)

    def of_the_plan(self) -> Iterator[str]:
        """The pages of the plan, without the language before them."""
        record = self._record()
        yield from (f"plan/{self.plan}/{each}" for each in (
            "", "stops", "changes", "evidence/", "dossier/", "credit/", "credit/startlening/loan",
            *self._questions(record),
            *(f"figures/{each}" for each in FIGURES), *(f"check/{each}" for each in course.PARTS),
            "why/bank.cash/3", "why/bank.cash/year-1", "history/idea.need", f"clash/{self._clash()}",
            *(f"dossier/{each}" for each in self._jobs())))

    def _record(self) -> Record:
        with self.at.storage.reading() as tx:
            return plans.record(tx, self._kept(tx))

    def _kept(self, tx) -> Kept:
        found = plans.plan(tx, self.plan)
        assert found
        return found

    def _questions(self, record: Record) -> Iterator[str]:
        """Pages on which each kind of question is asked, alone and among others; a page of rows, full and empty."""
        seen: set[tuple[Kind, bool]] = set()
        for part, page in course.pages():
            row = record.rows[page.group][0] if record.rows.get(page.group) else ""
            asked = course.asked(record, page, row) if row or not page.group else ()
            new = {(each.kind, len(asked) == 1) for each in asked} - seen
            if new:
                seen |= new
                yield f"study/{part.key}/{page.key}" + (f"/{row}" if row else "")
        yield from (f"study/{part}/{page}" for part, page in _of_rows(record))

    def _clash(self) -> int:
        """Two people said two things of one answer."""
        with self.at.storage.writing() as tx:
            plans.save(tx, self.plan, self.owner, Change(Deed.ANSWER, "idea.need", "", _said("Brood"),
                                                         base=self._kept(tx).sequence))
            taken = plans.save(tx, self.plan, self.coach, Change(Deed.ANSWER, "idea.need", "", _said("Warm brood")))
        assert isinstance(taken, Clash)
        return taken.mine.sequence

    def _jobs(self) -> list[str]:
        """A document that waits to be made: nobody tells the worker."""
        with self.at.storage.writing() as tx:
            return [jobs.ask(tx, "workbook", self.plan, self.owner, "nl", self._kept(tx).sequence)]


def _of_rows(record: Record) -> list[tuple[str, str]]:
    """The first page of rows that has some, and the first that has none."""
    pages: list[tuple[str, Page]] = [(part.key, page) for part, page in course.pages() if page.group]
    full = next((part, page.key) for part, page in pages if record.rows.get(page.group))
    empty = [(part, page.key) for part, page in pages if not record.rows.get(page.group)]
    return [full, *empty[:1]]


def _said(text: str) -> Said:
    return Said.of("idea.need", text, text=(text,))
