"""The name and the logo of an organisation, as they stand on its documents: its manager chooses the logo.

The picture itself is seen by those who manage or coach there; for everybody else it is not here.
"""

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from bizplan.documents.logo import LARGEST, NotALogo, plain_logo, size_within
from bizplan.domain.people import Role
from bizplan.storage import Transaction, letterheads, people

from ..access import Entry, enters, person, reading, writing
from ..languages import say as _

AREA = Blueprint("letterhead", __name__, url_prefix="/<language>/team/<organisation>/letterhead")
ROOM = (240, 80)
"""How large a logo is shown on its page, in pixels of a screen."""


@AREA.route("", methods=["GET", "POST"])
@enters(Entry.MANAGER)
def change(organisation: str) -> AnyResponse | str | tuple[str, int]:
    """The letterhead as it is, and another logo for it."""
    if request.method != "POST":
        return _shown(organisation)
    with reading() as tx:
        _check(tx, organisation, Role.MANAGER)
    try:
        logo = plain_logo(_sent())
    except NotALogo as error:
        return _shown(organisation, _(str(error))), 422
    _keep(organisation, logo)
    flash(_("The new logo stands on documents that are made from now on."), "ok")
    return redirect(url_for("letterhead.change", organisation=organisation))


@AREA.post("/logo/remove")
@enters(Entry.MANAGER)
def remove(organisation: str) -> AnyResponse:
    """No logo any more; the name stays."""
    _keep(organisation, None)
    flash(_("The logo is gone. Documents that are made from now on show the name only."), "ok")
    return redirect(url_for("letterhead.change", organisation=organisation))


@AREA.get("/logo.png")
@enters(Entry.STAFF)
def logo(organisation: str) -> Response:
    """The logo as a picture."""
    with reading() as tx:
        _check(tx, organisation, Role.MANAGER, Role.COACH)
        found = letterheads.letterhead(tx, organisation).logo
    if found is None:
        abort(404)
    return Response(found, mimetype="image/png")


def _check(tx: Transaction, organisation: str, *roles: Role) -> None:
    """An organisation in which the person has none of these roles is not here."""
    if not any(each.organisation == organisation and each.role in roles for each in people.roles_of(tx, person().id)):
        abort(404)


def _sent() -> bytes:
    """The picture that was sent, no further than it can be taken."""
    file = request.files.get("logo")
    return file.stream.read(LARGEST + 1) if file else b""


def _keep(organisation: str, logo: bytes | None) -> None:
    with writing() as tx:
        _check(tx, organisation, Role.MANAGER)
        letterheads.set_logo(tx, organisation, logo)


def _shown(organisation: str, problem: str = "") -> str:
    with reading() as tx:
        _check(tx, organisation, Role.MANAGER)
        found = letterheads.letterhead(tx, organisation)
    size = [max(round(side), 1) for side in size_within(found.logo, *ROOM)] if found.logo else []
    return render_template("coaching/letterhead.html", organisation=organisation, name=found.name, size=size,
                           problems={"logo": problem} if problem else {})
