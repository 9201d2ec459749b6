"""The head of every page: the organisation with its logo, or the mark of the product."""

from io import BytesIO

import pikepdf
import pytest

from bizplan import examples
from bizplan.documents.dossier import KINDS, write_dossier
from bizplan.documents.logo import plain_logo
from bizplan.documents.style import MARGIN, PAGE_WIDTH
from bizplan.domain.letterhead import Letterhead
from tests.bizplan.documents.dossier.conftest import AS_OF, HALF_FILLED, calculated
from tests.bizplan.documents.pictures import picture
from tests.pages import plain

LOGO = plain_logo(picture((300, 100)))
KADE = Letterhead("De Kade vzw", LOGO)
LONG = "Dienst voor de begeleiding van ondernemers met een vluchtverhaal in Gent en omstreken"


def made(letterhead, kind="summary", language="nl", text=HALF_FILLED):
    """A document under a letterhead."""
    return write_dossier(*calculated(text), language=language, as_of=AS_OF, kind=kind, letterhead=letterhead)


def pictures(pdf):
    """The pictures that are in a document, and for each page the places at which one is drawn, with their size."""
    with pikepdf.open(BytesIO(pdf)) as document:
        found = [each for each in document.objects
                 if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"]
        return len(found), [list(placed(page)) for page in document.pages]


def placed(page):
    """Where pictures are drawn on a page: as the transformation of a square of one point."""
    matrix, kept = pikepdf.Matrix(), []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "q":
                kept.append(matrix)
            case "Q":
                matrix = kept.pop()
            case "cm":
                matrix = pikepdf.Matrix(*map(float, operands)) @ matrix
            case "Do":
                yield matrix


@pytest.mark.parametrize(("kind", "language"), [
    *((kind, "nl") for kind in KINDS), ("own_plan", "ar"), ("summary", "fr")])
def test_the_name_stands_at_the_head_of_every_page_and_the_product_at_its_foot(kind, language, pages):
    found = pages(made(KADE, kind, language, examples.text("bakery")))
    assert len(found) > 1
    for page in found:
        lines = [line for line in page.splitlines() if line.strip()]
        assert "De Kade vzw" in lines[0] and "bizplan" not in lines[0]
        assert plain(lines[-1]) == "bizplan"


@pytest.mark.parametrize("letterhead", [None, Letterhead("De Kade vzw")])
def test_without_a_logo_there_is_no_picture(letterhead, pages):
    pdf = made(letterhead)
    assert pictures(pdf)[0] == 0
    assert all(page.splitlines()[0].split()[0] == ("De" if letterhead else "bizplan") for page in pages(pdf))


@pytest.mark.parametrize(("kind", "language"), [("summary", "nl"), ("own_plan", "ar")])
def test_the_logo_is_in_the_document_once_and_upright_on_every_page(kind, language):
    count, found = pictures(made(KADE, kind, language))
    assert count == 1 and {len(each) for each in found} == {1}
    for page in found:
        wide, _, _, high, x, _ = page[0].shorthand
        assert (wide, high) == pytest.approx((66, 22), abs=0.01), "not in a mirror"
        assert x == pytest.approx(MARGIN if language == "nl" else PAGE_WIDTH - MARGIN - 66, abs=0.01)


@pytest.mark.parametrize("size", [(600, 1), (1, 200), (1, 1), (600, 200)])
def test_a_logo_of_any_proportion_stays_in_its_room(size):
    _, found = pictures(made(Letterhead("De Kade", plain_logo(picture(size)))))
    wide, _, _, high, _, _ = found[0][0].shorthand
    assert wide <= 120.01 and high <= 22.01 and wide / high == pytest.approx(size[0] / size[1], rel=0.01)


def test_a_logo_that_is_transparent_is_seen_through():
    clear = Letterhead("De Kade", picture((30, 10), "RGBA", (0, 0, 0, 0)))
    assert pictures(made(clear))[0] == 2, "the picture and what of it is seen"


def test_the_same_letterhead_gives_the_same_bytes_and_another_gives_others():
    assert made(KADE) == made(Letterhead("De Kade vzw", LOGO))
    assert len({made(each) for each in (KADE, None, Letterhead("De Kade vzw"), Letterhead("Elders", LOGO))}) == 4


@pytest.mark.parametrize("logo", [None, LOGO])
def test_a_long_name_stands_on_two_lines(logo, pages):
    first, *more = pages(made(Letterhead(LONG, logo)))[1].splitlines()[:4]
    assert first.strip().startswith("Dienst voor de begeleiding") and "omstreken" not in first
    assert "omstreken" in " ".join(more)


@pytest.mark.parametrize("name", ["x" * 300, "مركز دعم رواد الأعمال", "<b>De & Kade</b>", "🙂", "\u202eedaK eD", "a\nb",
                                  "De Kade " * 40])
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_any_name_makes_a_sound_document(name, language):
    pdf = made(Letterhead(name, LOGO), "own_plan", language)
    with pikepdf.open(BytesIO(pdf)) as document:
        assert document.check_pdf_syntax() == []
