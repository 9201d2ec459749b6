"""What was sent while nobody was signed in any more: shown, and sent again with one button."""

from flask import current_app, render_template, request
from flask_wtf import FlaskForm
from werkzeug.exceptions import HTTPException
from werkzeug.utils import redirect
from werkzeug.wrappers import Response
from wtforms import StringField

from bizplan.storage import parked as parked_forms

from .. import access, parking, signing
from ..access import Entry, enters
from .area import AREA


class DiscardForm(FlaskForm):
    """Which of the kept forms is no longer wanted."""

    parked = StringField()


@AREA.route("/kept", methods=["GET", "POST"])
@enters(Entry.PERSON, before_consent=True)
def parked() -> Response | str:
    """Each form that was kept for this person on this device: send it again, or throw it away."""
    form, who = DiscardForm(), access.person()
    if form.validate_on_submit():
        with access.writing() as tx:
            parked_forms.discard(tx, parking.device(), who.id, form.parked.data or "")
            return redirect(signing.next_page(tx, who))
    with access.reading() as tx:
        found = parked_forms.parked_by(tx, parking.device(), who.id)
    return render_template("account/kept.html", kept=[each for each in found if _is_taken(each.path)],
                           resent=parking.RESENT, going=signing.going())


@AREA.after_app_request
def discard_what_was_sent_again(response: Response) -> Response:
    """A kept form that was taken is no longer kept."""
    return parking.discard_resent(response)


def _is_taken(path: str) -> bool:
    """Whether the address still takes what is sent to it."""
    adapter = current_app.create_url_adapter(request)
    assert adapter is not None
    try:
        adapter.match(path.partition("?")[0], method="POST")
    except HTTPException:
        return False
    return True
