"""What every page holds around its own content: language, way home, who is signed in, the demo bar."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask, g, get_flashed_messages, request, url_for
from flask_wtf.csrf import generate_csrf
from jinja2 import StrictUndefined
from markupsafe import Markup

from bizplan import demonstration
from bizplan.domain.people import Person, Role
from bizplan.storage import threads

from . import access, display, languages, places
from .languages import N_
from .languages import say as _

ROLE_NAMES = {
    Role.ENTREPRENEUR: N_("entrepreneur"), Role.COACH: N_("coach"), Role.OFFICER: N_("officer"),
    Role.MANAGER: N_("manager"), Role.ADMINISTRATOR: N_("administrator"),
}
PLANNING = ("study", "groups", "history", "translating", "bilingual", "reviews", "gates", "competences", "versions",
            "company", "paper", "contacts", "appointments", "sittings", "suggestions",
            "suggested_rows", "lender_asks", "lender_answer",
            "withdrawing")
"""The areas in which a plan is made."""
HANDED_IN = (
    (N_("Summary"), "reading.summary", ("reading.summary", "reading.what_if")),
    (N_("Answers"), "reading.answers", ("reading.answers", "reading.part")),
    (N_("Figures"), "reading.figures", ("reading.figures", "reading.table", "reading.why")),
    (N_("Documents"), "reading.documents", ("reading.documents", "reading.compare")),
    (N_("Questions"), "lender_questions.every", ("lender_questions.every",)),
)
"""What its readers open of what was handed in: each with the pages under it."""
NOT_READ = N_("Nobody who speaks this language from birth has read these texts yet. Tell us what sounds strange.")


@dataclass(frozen=True)
class Entry:
    """An entry of the menu, or at the foot of a page."""

    label: str
    url: str
    current: bool = False
    count: int = 0


@dataclass(frozen=True)
class Reader:
    """Who is signed in, as the head of a page says it."""

    name: str
    role: str


@dataclass(frozen=True)
class Persona:
    """Somebody as whom one can look around in a demo."""

    key: str
    label: str
    current: bool


@dataclass(frozen=True)
class DemoBar:
    """The bar of a demo: where a choice is posted, and who can be chosen."""

    url: str
    personas: tuple[Persona, ...]


def furnish(app: Flask) -> None:
    """Gives the templates their words, drawings and figures, and every page its surroundings."""
    display.furnish(app.jinja_env)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True

    @app.context_processor
    def surroundings() -> dict[str, object]:
        return {**_around(), "flashes": get_flashed_messages(with_categories=True)}


def _around() -> dict[str, object]:
    """What stands around a page, made once for each reader that a request knows: small templates ask for it too."""
    reader = (g.language, g.get("person"), g.get("role"), g.kept.id if g.get("kept") else None)
    if g.get("around_whom") != reader:
        g.around, g.around_whom = _made_around(), reader
    made: dict[str, object] = g.around
    return made


def _made_around() -> dict[str, object]:
    person = g.get("person")
    return {
        "_": _, "language": g.language, "direction": languages.direction(g.language),
        "languages": languages.choices(), "nav": _menu(), "foot": _foot(person), "person": _reader(person),
        "sign_out_url": url_for("account.sign_out") if person else None, "home_url": url_for("start.home"),
        "news_url": url_for("news.list") if person else None,
        "plan": g.kept.id if g.get("kept") else None, "demo": _demo(person), "csrf": hidden_token,
        "unread_notice": _(NOT_READ) if g.language in languages.NOT_READ_BY_A_NATIVE else "",
    }


def hidden_token() -> Markup:
    """The hidden field against forms that are sent from elsewhere."""
    return Markup('<input type="hidden" name="csrf_token" value="{}">').format(generate_csrf())


def _menu() -> list[Entry]:
    """The menu of the plan that a page is about, or of what was handed in of it, else of the work of whoever reads it.

    Whoever takes no part in the plan sees none.
    """
    here = (request.endpoint or "").partition(".")[0]
    if places.is_handed_in():
        desk = [Entry(_("Applications"), url_for("lending.desk"))] if g.get("visit") is None else []
        return [*desk, *(Entry(_(label), url_for(endpoint, application=g.application.id), request.endpoint in pages)
                         for label, endpoint, pages in HANDED_IN if _opens(endpoint))]
    if g.get("kept") is None or g.get("role") is None:
        return [Entry(label, url_for(endpoint), here in areas) for label, endpoint, areas in _work()]
    entries = (
        (_("Plan"), "study.tasks", PLANNING, 0),
        (_("Figures"), "figures.overview", ("figures", "explanations"), 0),
        (_("Dossier"), "downloads.shelf", ("downloads", "handing_in", "papers"), 0),
        (_("Questions"), "threads.talk", ("threads",), _waiting()),
    )
    desk = [Entry(_("Desk"), url_for("desk.overview"))] if g.role is Role.COACH else []
    return [*desk, *(Entry(label, url_for(endpoint, plan=g.kept.id), here in areas, count)
                     for label, endpoint, areas, count in entries)]


def _opens(endpoint: str) -> bool:
    """Whether it can be read: what was taken back is gone."""
    return g.application.newest is not None or not endpoint.startswith("reading.")


def _waiting() -> int:
    """In how many open threads of the plan somebody waits for this reader; asked once for a page."""
    if "waiting" not in g:
        g.waiting = 0                                       # a page that says that nothing can be read counts nothing
        with access.reading() as tx:
            g.waiting = threads.waiting(tx, g.kept.id, g.person.id, coach=g.role is Role.COACH)
    return int(g.waiting)


def _work() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Where coaches, officers and managers do their work."""
    roles = g.person.roles if g.get("person") else ()
    if Role.COACH in roles:
        yield _("Desk"), "desk.overview", ("desk",)
    if Role.MANAGER in roles:
        yield _("Team"), "team.overview", ("team",)
    if Role.OFFICER in roles:
        yield _("Applications"), "lending.desk", ("lending", "lender_questions", "verdicts")


def _foot(person: Person | None) -> list[Entry]:
    if person is None:
        return []
    return [Entry(_("Who sees my data?"), url_for("account.me")), Entry(_("My plans"), url_for("plans.mine", all=1)),
            Entry(_("What words mean"), url_for("words.glossary"))]


def _reader(person: Person | None) -> Reader | None:
    return None if person is None else Reader(person.name, _(ROLE_NAMES[g.get("role") or person.role]))


def _demo(person: Person | None) -> DemoBar | None:
    if not access.config().demo:
        return None
    now = person.role if person else None
    open_doors = demonstration.doors(access.config().folder)
    return DemoBar(url_for("demo.enter"), tuple(
        Persona(role.value, _(ROLE_NAMES[role]), role is now) for role in Role if role.value in open_doors))
