"""Own profiles of lenders: all that an organisation ever said of its loans and limits; nothing is overwritten."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select

from bizplan.domain.lending.profiles import OWN, Change, Origin, OwnProfile
from bizplan.domain.plan import Value
from financial_models.law import Lender, Text

from . import people
from .columns import new_id
from .database import Transaction
from .tables import LENDER_PROFILES, ORGANISATIONS

"""The kind of organisation that lends."""
NAME_LENGTH = 16


@dataclass(frozen=True)
class Said:
    """What somebody says of a profile: values from a day on; ``id`` is that of the form, so that it is kept once."""

    since: date
    values: Mapping[str, Value | None]
    origins: Mapping[str, Origin] = field(default_factory=dict)
    id: str = ""


def new_name() -> str:
    """A name for a new profile, that nothing else has."""
    return OWN + new_id()[:NAME_LENGTH]


def say(tx: Transaction, organisation: str, name: str, author: str, said: Said) -> str:
    """Keeps what somebody says of a profile, once for its id; the answer is the name under which it is kept."""
    if said.id and (known := kept_under(tx, organisation, said.id)):
        return known
    change = new_id() if not said.id or _is_taken(tx, said.id) else said.id
    of_profile = LENDER_PROFILES.c.name == name
    newest = tx.execute(select(func.max(LENDER_PROFILES.c.number)).where(of_profile)).scalar() or 0
    tx.execute(LENDER_PROFILES.insert().values(
        id=change, organisation_id=organisation, name=name, number=newest + 1, author_id=author, made_at=tx.now,
        profile_sealed=tx.seal.sealed(_document(said), "lender_profiles", change)))
    return name


def kept_under(tx: Transaction, organisation: str, change: str) -> str:
    """The profile of an organisation of which something was kept under this id, "" where nothing was."""
    return tx.execute(select(LENDER_PROFILES.c.name).where(
        LENDER_PROFILES.c.id == change, LENDER_PROFILES.c.organisation_id == organisation)).scalar() or ""


def profiles_of(tx: Transaction, organisation: str) -> tuple[OwnProfile, ...]:
    """The profiles of an organisation, the oldest first, each with its whole history."""
    return _found(tx, LENDER_PROFILES.c.organisation_id == organisation)


def profiles_here(tx: Transaction) -> tuple[OwnProfile, ...]:
    """Those of every organisation of this installation that lends: a plan can be handed in to each of them."""
    return _found(tx, ORGANISATIONS.c.kind == people.LENDING)


def profile(tx: Transaction, organisation: str, name: str) -> OwnProfile | None:
    """One profile of an organisation."""
    return next(iter(_found(tx, LENDER_PROFILES.c.organisation_id == organisation, LENDER_PROFILES.c.name == name)),
                None)


def lender(tx: Transaction, name: str, on: date, at: datetime | None = None) -> Lender | None:
    """The lender of an own profile, with what holds on a day; None where there is none, or not yet.

    ``at`` leaves out what was said after a moment: what was handed in then is held against what was said by then.
    """
    own = next(iter(_found(tx, LENDER_PROFILES.c.name == name)), None)
    return (own if at is None else own.said_by(at)).lender(on) if own else None


def _is_taken(tx: Transaction, change: str) -> bool:
    """Whether something of another organisation is kept under an id, which can be no accident."""
    return tx.execute(select(LENDER_PROFILES.c.id).where(LENDER_PROFILES.c.id == change)).first() is not None


def _found(tx: Transaction, *conditions: ColumnElement[bool]) -> tuple[OwnProfile, ...]:
    rows = tx.execute(select(LENDER_PROFILES).join(
        ORGANISATIONS, ORGANISATIONS.c.id == LENDER_PROFILES.c.organisation_id).where(*conditions)
        .order_by(LENDER_PROFILES.c.made_at, LENDER_PROFILES.c.number, LENDER_PROFILES.c.id)).all()
    changes: dict[tuple[str, str], list[Change]] = {}
    for row in rows:
        changes.setdefault((row.organisation_id, row.name), []).append(_change(tx, row))
    names = {each: people.organisation_name(tx, each) for each in {organisation for organisation, _ in changes}}
    return tuple(OwnProfile(name, organisation, names[organisation], tuple(those))
                 for (organisation, name), those in changes.items())


def _change(tx: Transaction, row: Row[Any]) -> Change:
    kept = tx.seal.opened(row.profile_sealed, "lender_profiles", row.id)
    return Change(row.number, date.fromisoformat(kept["since"]),
                  {path: tuple(value) if isinstance(value, list) else value for path, value in kept["values"].items()},
                  row.made_at, row.author_id or "", {path: _origin(each) for path, each in kept["origins"].items()})


def _document(said: Said) -> dict[str, Any]:
    return {"since": said.since.isoformat(), "values": dict(said.values),
            "origins": {path: _written(each) for path, each in said.origins.items()}}


def _written(origin: Origin) -> dict[str, Any]:
    return {"title": _words(origin.title), "status": origin.status, "link": origin.link,
            "note": _words(origin.note) if origin.note else None, "checked_on": origin.checked_on.isoformat(),
            "recheck_after": origin.recheck_after.isoformat()}


def _origin(kept: dict[str, Any]) -> Origin:
    return Origin(Text(**kept["title"]), kept["status"], date.fromisoformat(kept["checked_on"]),
                  date.fromisoformat(kept["recheck_after"]), kept["link"],
                  Text(**kept["note"]) if kept["note"] else None)


def _words(text: Text) -> dict[str, str]:
    return {"en": text.en, "nl": text.nl, "fr": text.fr}
