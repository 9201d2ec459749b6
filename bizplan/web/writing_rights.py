"""Who may write the answers of a plan: its entrepreneur; a coach where they were let, or while both sit together.

Questions that only coaches are asked a coach always answers.  Whatever else a coach would say is suggested.
"""

from flask import Flask, g
from werkzeug.exceptions import Conflict

from bizplan.domain.coaching.own_answers import is_coachs
from bizplan.domain.people import Role
from bizplan.storage import sittings
from bizplan.storage.sittings import Sitting

from .access import kept, reading
from .languages import N_


class OnlySuggests(Conflict):
    """A coach tried to write where they only suggest."""

    words = (
        N_("In this plan you suggest answers"),
        N_("Nothing was changed. Open the question and suggest another answer, or begin to write together. "
           "The business owner can also let you write."),
    )


def may_write(key: str = "") -> bool:
    """Whether the reader may answer a question, or move the rows of a group; without a key, any of them."""
    if g.role is Role.ENTREPRENEUR:
        return True
    return bool(g.role is Role.COACH and (is_coachs(key) or kept().coach_writes or sitting() is not None))


def check(*keys: str) -> None:
    """Goes on where the reader may write all of these; raises OnlySuggests."""
    if not all(map(may_write, keys or ("",))):
        raise OnlySuggests


def sitting() -> Sitting | None:
    """The sitting that goes on in this session, over this plan."""
    if g.role is not Role.COACH:
        return None
    if "sitting" not in g:
        with reading() as tx:
            g.sitting = sittings.open_at(tx, kept().id, g.session.id)
    found: Sitting | None = g.sitting
    return found


def furnish(app: Flask) -> None:
    """Lets the templates leave out what the reader cannot do."""
    app.jinja_env.globals["may_write"] = may_write
