"""Aids that count: a form, and beside it the slip that shows how the number was found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import render_template, request
from werkzeug.wrappers import Response

from bizplan.domain.aids import DoesNotFit, Slip
from bizplan.domain.questions import Question
from bizplan.storage.columns import new_id

from ..languages import N_
from .asking import Lines, Values
from .opened import Opened, address, home, name_of_row, rows
from .sheet import Sheet, prefilled, sent, wants_more
from .taking_over import Typed, new_row, offered, stands_already, take_over
from .told import lines, remarks

NOTHING_MORE: Mapping[str, object] = {"opened_out": (), "compared": ()}
"""What may stand beside a slip: lines under a heading of their own, and facts of two loans."""


def nothing_known(_opened: Opened) -> Values:
    """An aid of which the plan knows nothing yet."""
    return {}


def nothing_more(_opened: Opened, _sheet: Sheet, _slip: Slip | None) -> Mapping[str, object]:
    """A page with nothing beside form and slip."""
    return NOTHING_MORE


def as_proposed(_opened: Opened, _values: Values) -> Typed:
    """What is taken over was typed nowhere else."""
    return {}


@dataclass(frozen=True)
class Counted:
    """An aid that counts: its fields and lists, what the plan knows of them, and how it comes to its slip.

    ``more`` is what its own template shows beside; ``typed`` what was typed where the proposal adds to it; ``adds`` is
    what a new row is called where the aid was opened without one; ``in_words`` says that its lines are no sum.
    """

    key: str
    title: str
    intro: str
    fields: tuple[Question, ...]
    count: Callable[[Opened, Values], Slip]
    group: str = ""
    lists: tuple[Lines, ...] = ()
    known: Callable[[Opened], Values] = nothing_known
    more: Callable[[Opened, Sheet, Slip | None], Mapping[str, object]] = nothing_more
    typed: Callable[[Opened, Values], Typed] = as_proposed
    template: str = "aids/form.html"
    adds: str = ""
    heading: str = N_("This is how we count")
    button: str = N_("Count it")
    again: str = N_("Count again")
    in_words: bool = False

    def page(self, opened: Opened) -> str:
        """The form with what the plan knows; with the slip once it was sent."""
        if request.method == "GET":
            return self._shown(opened, prefilled(opened, self.fields, self.lists, self.known(opened)))
        return self._shown(opened, *self._reckoned(opened))

    def used(self, opened: Opened) -> Response | str:
        """Counts again from the same fields, and keeps what comes of it."""
        sheet, slip = self._reckoned(opened)
        if slip is None:
            return self._shown(opened, sheet)
        rows = new_row(self, slip, self.adds) if self.adds and not opened.row else ()
        return take_over(self, opened, offered(self, opened, slip, self.typed(opened, sheet.values)), rows)

    def _reckoned(self, opened: Opened) -> tuple[Sheet, Slip | None]:
        sheet = sent(opened, self.fields, self.lists)
        if sheet.problems or wants_more():
            return sheet, None
        try:
            return sheet, self.count(opened, sheet.values)
        except DoesNotFit as error:
            return sheet.refusing(error), None

    def _shown(self, opened: Opened, sheet: Sheet, slip: Slip | None = None) -> str:
        return render_template(
            self.template, aid=self, sheet=sheet, slip=slip, record=opened.record, rows=rows(self, opened),
            row_name=name_of_row(self, opened), here=address(self, opened), use=address(self, opened, "aids.use"),
            home=home(self, opened), **self._found(opened, slip or Slip()),
            **{**NOTHING_MORE, **self.more(opened, sheet, slip)})

    def _found(self, opened: Opened, slip: Slip) -> dict[str, object]:
        """The slip in words, and what taking it over would change."""
        changes, already = offered(self, opened, slip), stands_already(self, opened, slip)
        adds_row = bool(self.adds and not opened.row and slip.proposes)
        return {
            "lines": lines(slip.steps), "remarks": remarks(slip), "offered": changes, "adds_row": adds_row,
            "new": new_id() if adds_row else "", "already": already is True and not changes,
            "unused": already is False and not changes,
        }
