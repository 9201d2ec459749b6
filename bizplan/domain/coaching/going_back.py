"""A plan made as it was at an earlier moment, by new revisions: what came after stays in the history.

Answers, their versions in other languages, and rows go back.  That somebody went past a page stays, as do the answers
in rows that did not stand then: they come back with their row.  A version that was out of date then does not come
back: it would pass for one of the text as it stands.  One that comes back with its text wants looking at again.
"""

from collections.abc import Iterator

from ..answers import is_same
from ..questions import GROUPS, QUESTIONS, fields
from ..revisions import Deed, Record, Revision
from ..translated import read_key
from .differences import moved


def backwards(now: Record, then: Record, *, coach: bool) -> tuple[Revision, ...]:
    """The revisions that make a plan say again what it said then; what only coaches are asked, only for coaches."""
    rows = (each for group in GROUPS if coach or _is_everybodys(group) for each in _rows(group, now, then))
    return (*rows, *_answers(now, then, coach=coach))


def _rows(group: str, now: Record, then: Record) -> Iterator[Revision]:
    """The rows that came since go, those that went come back, and all stand in their old order."""
    stands, wanted = now.rows.get(group, ()), then.rows.get(group, ())
    for row in stands:
        if row not in wanted:
            yield Revision(Deed.REMOVE, group, row)
    elsewhere, after = moved(stands, wanted), ""
    for row in wanted:
        if row not in stands:
            yield Revision(Deed.ADD, group, row, after=after)
        if row in elsewhere or (row not in stands and not after):
            yield Revision(Deed.MOVE, group, row, after=after)      # a row is added behind another, or last
        after = row


def _is_everybodys(group: str) -> bool:
    """Whether its rows are not those of coaches alone."""
    return any(not each.coach for each in fields(group))


def _answers(now: Record, then: Record, *, coach: bool) -> Iterator[Revision]:
    for place in dict.fromkeys((*then.answers, *now.answers)):
        key, row = place
        asked = QUESTIONS.get(key.partition("/")[0])            # the mark of a page begins with its part
        stood = asked is not None and (not asked.group or row in then.rows.get(asked.group, ()))
        if asked and stood and (coach or not asked.coach) and not _was_out_of_date(then, key, row) \
                and not is_same(now.said(key, row), then.said(key, row)):
            yield Revision(Deed.ANSWER, key, row, then.said(key, row))


def _was_out_of_date(then: Record, key: str, row: str) -> bool:
    """Whether a key is that of a version of a text that had changed since, then."""
    question, language = read_key(key) or ("", "")
    version = then.plan.translations.get((question, row, language))
    return version is not None and version.stale
