"""What is taken over from a workbook becomes revisions of whoever sent it, or suggestions where they only suggest."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bizplan.domain.clock import today
from bizplan.domain.coaching import News
from bizplan.domain.returned import Line
from bizplan.domain.revisions import Deed, Said
from bizplan.storage import Transaction, notices, plans, suggestions
from bizplan.storage.plans import Change, Clash
from bizplan.translations import translator
from financial_models.assumptions import Grade
from financial_models.readers import numerals

from .access import kept, person
from .languages import N_
from .writing_rights import may_write

FROM_WORKBOOK = N_("From the Excel model, sent back on {day}.")


@dataclass
class Outcome:
    """What became of the lines that were chosen: taken over, suggested, or kept beside what somebody said meanwhile."""

    taken: list[Line] = field(default_factory=list)
    suggested: list[Line] = field(default_factory=list)
    clashes: list[tuple[Line, int]] = field(default_factory=list)


def take_over(tx: Transaction, returned: str, chosen: Iterable[Line], base: int, evidence: str) -> Outcome:
    """Keeps the chosen lines as answers or suggestions, on one footing that whoever sent the workbook named."""
    outcome = Outcome()
    note = _note()
    for each in chosen:
        change = _change(each, returned, base, _grade(evidence), note)
        if may_write(each.changed.question.key):
            kept_as = plans.save(tx, kept().id, person().id, change)
            if isinstance(kept_as, Clash):
                outcome.clashes.append((each, kept_as.mine.sequence))
            else:
                outcome.taken.append(each)
        else:
            made = suggestions.make(tx, kept().id, person().id, change, note)
            notices.tell(tx, News.SUGGESTION, kept().id, person().id, [kept().owner], made)
            outcome.suggested.append(each)
    return outcome


def _change(line: Line, returned: str, base: int, grade: Grade, note: str) -> Change:
    changed = line.changed
    said = Said.of(changed.question.key, changed.told, grade, note)
    return Change(Deed.ANSWER, changed.question.key, changed.row, said, base=base, key=f"{returned}-{line.number}")


def _grade(evidence: str) -> Grade:
    """What the new numbers rest on; a guess where nobody says better."""
    return next((grade for grade in Grade if str(int(grade)) == evidence), Grade.GUESS)


def _note() -> str:
    """Where the new numbers come from, in the language of the plan."""
    language = kept().language
    return translator(language)(FROM_WORKBOOK).format(day=numerals.day(today(), language))
