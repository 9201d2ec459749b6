"""What the tests of plans say: short answers, saved by somebody from a base."""

from collections.abc import Iterator

from bizplan.domain.revisions import Deed, Record, Revision, Said
from bizplan.storage import Storage, plans
from bizplan.storage.plans import Change, Clash, Taken

NEED, NAME, PRICE, PRODUCTS = "idea.need", "idea.business_name", "products[].price", "products"


def said(text: str) -> Said:
    """A text as somebody typed it."""
    return Said((text,), text)


def answer(question: str, text: str, base: int = 0, key: str = "", row: str = "") -> Change:
    """An answer, made from what stood at a sequence."""
    return Change(Deed.ANSWER, question, row, said(text), base=base, key=key)


def saved(storage: Storage, plan: str, author: str, *changes: Change) -> list[Taken | Clash]:
    """What became of changes, each in a transaction of its own."""
    def each() -> Iterator[Taken | Clash]:
        for change in changes:
            with storage.writing() as tx:
                yield plans.save(tx, plan, author, change)
    return list(each())


def record(storage: Storage, plan: str, until: int | None = None) -> Record:
    """The plan as it stands, or stood."""
    with storage.reading() as tx:
        kept = plans.plan(tx, plan)
        assert kept
        return plans.record(tx, kept, until)


def history(storage: Storage, plan: str, question: str, row: str = "") -> tuple[Revision, ...]:
    """All that was ever said to a question, the newest first."""
    with storage.reading() as tx:
        return plans.history(tx, plan, question, row)


def everything(storage: Storage, plan: str) -> tuple[Revision, ...]:
    """All that was ever said in a plan, the oldest first, however much it is."""
    found: list[Revision] = []
    with storage.reading() as tx:
        while more := plans.since(tx, plan, found[-1].sequence if found else 0):
            found += more
    return tuple(found)


def texts(revisions: tuple[Revision, ...]) -> list[str]:
    """What was typed in each."""
    return [each.said.text[0] for each in revisions]
