"""The manager chooses the logo of the organisation; whoever works elsewhere does not find it."""

from io import BytesIO

import pytest
from PIL import Image
from werkzeug.datastructures import FileStorage
from werkzeug.test import stream_encode_multipart

from bizplan.domain.people import Role
from bizplan.storage import letterheads, people
from tests.bizplan.documents.pictures import HOSTILE, picture
from tests.bizplan.web.conftest import TOKEN, signed_in
from tests.bizplan.web.opened import opened, shown


@pytest.fixture
def kade(storage, lien):
    """The organisation of Lien."""
    with storage.reading() as tx:
        return people.roles_of(tx, lien)[0].organisation


@pytest.fixture
def page(kade):
    """The address of its letterhead."""
    return f"/en/team/{kade}/letterhead"


def added(app, storage, role, organisation):
    """The browser of somebody who works for an organisation."""
    with storage.writing() as tx:
        person = people.add_person(tx, role.value, "nl")
        people.give_role(tx, person, role, organisation)
    return signed_in(app, storage, person)


@pytest.fixture
def milas(app, storage, kade):
    """The browser of its manager."""
    return added(app, storage, Role.MANAGER, kade)


@pytest.fixture
def elsewhere(storage):
    """Another organisation, with a logo."""
    with storage.writing() as tx:
        made = people.add_organisation(tx, "coaching", "Elsewhere")
        letterheads.set_logo(tx, made, picture())
    return made


def send(browser, page, sent, name="logo.png", form=""):
    """Sends a picture with the form of a page."""
    token = TOKEN.search(browser.get(form or page).text)[1]
    fields = {"csrf_token": token, "logo": FileStorage(BytesIO(sent), name)}
    body, _, boundary = stream_encode_multipart(fields, use_tempfile=False)
    return browser.client.post(page, data=body.read(), content_type=f"multipart/form-data; boundary={boundary}")


def logo(storage, organisation):
    """The logo that is kept."""
    with storage.reading() as tx:
        return letterheads.letterhead(tx, organisation).logo


def test_the_manager_finds_the_page_from_the_team_and_sees_that_there_is_no_logo_yet(milas, page):
    assert page in opened(milas, "/en/team").of("//main//@href")
    found = opened(milas, page)
    assert found.heading == "Name and logo on documents"
    assert milas.client.head(page).status_code == 200
    assert "There is no logo yet. The name stands alone." in found.text and found.of("//main//img") == []


def test_a_logo_is_kept_shown_with_a_name_and_taken_away(milas, storage, kade, page):
    answer = send(milas, page, picture((900, 300)))
    assert answer.headers["Location"] == page
    found = opened(milas, page)
    image, = found.tree.xpath("//main//img")
    assert (image.get("alt"), image.get("width"), image.get("height")) == ("Logo of De Kade", "240", "80")
    assert "The new logo stands on documents that are made from now on." in found.text
    shown_logo = milas.get(image.get("src"))
    assert shown_logo.get_data() == logo(storage, kade)
    assert Image.open(BytesIO(shown_logo.get_data())).size == (600, 200)
    headers = shown_logo.headers
    assert (headers["Content-Type"], headers["Cache-Control"]) == ("image/png", "no-store")
    assert headers["X-Content-Type-Options"] == "nosniff" and "img-src 'self'" in headers["Content-Security-Policy"]
    assert found.press("/logo/remove").headers["Location"] == page
    assert "The logo is gone." in opened(milas, page).text
    assert logo(storage, kade) is None and milas.get(f"{page}/logo.png").status_code == 404


def test_another_logo_takes_the_place_of_the_first(milas, storage, kade, page):
    send(milas, page, picture())
    first = logo(storage, kade)
    send(milas, page, picture(colour="red", kind="JPEG"), "../../logo.html")
    assert logo(storage, kade) not in (None, first)


@pytest.mark.parametrize("sent", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_logo_is_refused_beside_the_field_and_nothing_changes(milas, storage, kade, page, sent):
    send(milas, page, picture())
    before = logo(storage, kade)
    found = shown(milas, send(milas, page, sent), 422)
    assert found.beside("logo")[0].endswith(".") and logo(storage, kade) == before


def test_a_form_without_a_picture_asks_for_one(milas, storage, kade, page):
    for answer in (milas.post(page), milas.post(page, {"logo": "text"}), send(milas, page, b"", "")):
        assert shown(milas, answer, 422).beside("logo") == ["Choose a picture first."]
    assert logo(storage, kade) is None


def test_what_is_larger_than_any_request_is_refused_as_everywhere(milas, storage, kade, page):
    assert send(milas, page, bytes(3_000_000)).status_code == 413 and logo(storage, kade) is None


def test_the_logo_is_seen_by_its_managers_and_coaches_only(app, milas, liens, amals, browser, storage, kade, page):
    send(milas, page, picture())
    assert liens.get(f"{page}/logo.png").status_code == 200
    officer = added(app, storage, Role.OFFICER, kade)
    with storage.writing() as tx:
        others = people.add_organisation(tx, "coaching", "Elders")
    strangers = [added(app, storage, role, others) for role in (Role.MANAGER, Role.COACH)]
    for each in (amals, officer, *strangers):
        assert each.get(f"{page}/logo.png").status_code == 404
    assert browser.get(f"{page}/logo.png").headers["Location"] == "/en/sign-in"


def test_only_the_manager_of_the_organisation_changes_it(milas, liens, amals, storage, kade, page, elsewhere):
    send(milas, page, picture())
    before, other = logo(storage, kade), f"/en/team/{elsewhere}/letterhead"
    for who, address in ((liens, page), (amals, page), (milas, other), (milas, f"/en/team/{'0' * 32}/letterhead")):
        assert who.get(address).status_code == 404
        for sent in (picture(colour="red"), b"no picture"):
            assert send(who, address, sent, form="/en/me").status_code == 404
        assert who.post(f"{address}/logo/remove", form="/en/me").status_code == 404
    assert logo(storage, kade) == before and logo(storage, elsewhere) == picture()
    assert milas.get(f"{other}/logo.png").status_code == 404


def test_whoever_no_longer_works_there_sees_it_no_more(milas, liens, storage, lien, page):
    send(milas, page, picture())
    with storage.writing() as tx:
        people.take_role(tx, people.roles_of(tx, lien)[0])
    assert liens.get(f"{page}/logo.png").headers["Location"] == "/en/sign-in"


@pytest.mark.parametrize("language", ["nl", "fr", "ar"])
def test_the_page_keeps_the_rules_in_every_language(milas, storage, kade, language):
    address = f"/{language}/team/{kade}/letterhead"
    assert opened(milas, address).status == 200
    send(milas, address, picture((4000, 1)))
    image, = opened(milas, address).tree.xpath("//main//img")
    assert (image.get("width"), image.get("height")) == ("240", "1")
    shown(milas, send(milas, address, b"no picture"), 422)


def test_a_name_with_marks_in_it_is_a_name(app, storage):
    with storage.writing() as tx:
        organisation = people.add_organisation(tx, "coaching", 'مركز "><script>alert(1)</script> & زن')
    theirs = added(app, storage, Role.MANAGER, organisation)
    send(theirs, f"/en/team/{organisation}/letterhead", picture())
    image, = opened(theirs, f"/en/team/{organisation}/letterhead").tree.xpath("//main//img")
    assert 'مركز "><script>alert(1)</script> & زن' in image.get("alt")
