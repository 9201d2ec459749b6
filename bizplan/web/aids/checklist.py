"""Aids that are lists: what is usual in a trade, and the lines that somebody chooses become rows of the plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from flask import render_template, request
from werkzeug.wrappers import Response

from bizplan.domain.aids import Row, Slip
from bizplan.domain.aids.permits import Usual
from bizplan.domain.typed import Given

from ..languages import N_
from ..languages import say as _
from .asking import like
from .opened import Opened, address, home
from .sheet import Sheet, prefilled, sent
from .taking_over import is_there, take_over
from .told import Rest, remarks

SECTOR = like("sector", "idea.sector", required=True)
CHOSEN = "chosen"
NONE_CHOSEN = N_("Choose at least one line.")


class Named(Protocol):
    """Whatever stands on a list of a trade."""

    @property
    def key(self) -> str:
        """Its short name."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def usual(self) -> Usual:
        """How often it is asked or needed."""


@dataclass(frozen=True)
class Entry:
    """A line of the list: its row for the plan (None where the plan asks it elsewhere), and what to know about it.

    ``often`` says in words how often it is asked or needed.
    """

    key: str
    name: str
    usual: Usual
    often: str
    texts: tuple[str, ...]
    row: Row | None
    rests: tuple[Rest, ...] = ()
    there: bool = False


@dataclass(frozen=True)
class Listed:
    """An aid that is a list: how it is made for a trade, and the words beside its button."""

    key: str
    title: str
    intro: str
    made: Callable[[Opened, str], tuple[Slip, tuple[Entry, ...]]]
    add: str
    group: str = ""

    def page(self, opened: Opened) -> str:
        """The list of the trade that the plan names, or that somebody chose here."""
        if request.method == "POST":
            return self._shown(opened, sent(opened, (SECTOR,)))
        sector = opened.value("idea.sector")
        return self._shown(opened, prefilled(opened, (SECTOR,), (), {SECTOR.key: str(sector)} if sector else {}))

    def used(self, opened: Opened) -> Response | str:
        """Adds the chosen lines as rows; those that are there already stay alone."""
        sheet = sent(opened, (SECTOR,))
        chosen = set(request.form.getlist(CHOSEN))
        rows = [each.row for each in self._entries(opened, sheet) if each.row and each.key in chosen]
        if not rows:
            return self._shown(opened, sheet, _(NONE_CHOSEN))
        return take_over(self, opened, (), rows)

    def _entries(self, opened: Opened, sheet: Sheet) -> tuple[Entry, ...]:
        read = sheet.asked[SECTOR.key].read
        return self.made(opened, str(read.value))[1] if isinstance(read, Given) else ()

    def _shown(self, opened: Opened, sheet: Sheet, problem: str = "") -> str:
        read = sheet.asked[SECTOR.key].read
        slip, entries = self.made(opened, str(read.value)) if isinstance(read, Given) else (None, ())
        return render_template(
            "aids/list.html", aid=self, sheet=sheet, entries=entries, remarks=remarks(slip) if slip else [],
            chosen=request.form.getlist(CHOSEN), problem=problem, record=opened.record, here=address(self, opened),
            use=address(self, opened, "aids.use"), home=home(self, opened))


def entry(opened: Opened, named: Named, texts: tuple[str, ...], row: Row | None, often: str,
          rests: tuple[Rest, ...] = ()) -> Entry:
    """A line of the list, which knows whether the plan has it already."""
    return Entry(named.key, named.name, named.usual, often, tuple(each for each in texts if each), row, rests,
                 row is not None and is_there(opened, row))
