"""A logo is a small picture on white and nothing else, whatever was sent."""

import random
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from bizplan.documents.logo import BROKEN, NOT_A_PICTURE, TOO_LONG, NotALogo, plain_logo, size_within
from tests.bizplan.documents.pictures import HOSTILE, HTML, animated, chunk, picture, png


def opened(sent: bytes) -> Image.Image:
    """What a picture became."""
    found = Image.open(BytesIO(plain_logo(sent)))
    found.load()
    return found


@pytest.mark.parametrize(("size", "kept"), [
    ((300, 100), (300, 100)), ((1200, 200), (600, 100)), ((400, 4000), (20, 200)), ((4000, 1), (600, 1)),
    ((1, 1), (1, 1))])
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_becomes_a_png_of_at_most_600_by_200_pixels_in_its_proportions(size, kept, kind):
    found = opened(picture(size, kind=kind))
    assert (found.format, found.mode, found.size) == ("PNG", "RGB", kept)


@pytest.mark.parametrize(("mode", "colour", "kind", "seen"), [
    ("RGB", (200, 40, 40), "PNG", (200, 40, 40)), ("RGBA", (200, 40, 40, 0), "PNG", (255, 255, 255)),
    ("RGBA", (0, 0, 0, 128), "PNG", (127, 127, 127)), ("LA", (0, 0), "PNG", (255, 255, 255)),
    ("L", 90, "PNG", (90, 90, 90)), ("1", 1, "PNG", (255, 255, 255)), ("I;16", 257 * 90, "PNG", (90, 90, 90)),
    ("P", 0, "PNG", (0, 0, 0)), ("CMYK", (0, 255, 255, 0), "JPEG", (255, 0, 0)), ("L", 90, "JPEG", (90, 90, 90))])
def test_every_way_to_write_colours_is_seen_as_on_white_paper(mode, colour, kind, seen):
    assert opened(picture((30, 10), mode, colour, kind)).getpixel((15, 5)) == seen


def test_a_colour_of_a_palette_may_be_transparent():
    assert opened(picture((30, 10), "P", 0, transparency=0)).getpixel((15, 5)) == (255, 255, 255)


def test_grey_of_16_bits_with_a_transparent_grey_is_taken():
    sent = png(1, 1, b"\0\x5a\x5a", chunk(b"tRNS", b"\x5a\x5a"), depth=16)
    assert opened(sent).getpixel((0, 0)) == (90, 90, 90)


def test_a_moving_picture_stands_still():
    found = opened(animated())
    assert getattr(found, "n_frames", 1) == 1 and found.getpixel((5, 5)) == (255, 0, 0)


def test_nothing_but_the_picture_stays():
    place, told = Image.Exif(), PngImagePlugin.PngInfo()
    place[0x010E] = "taken at home"
    place.get_ifd(0x8825)[1] = "N"
    told.add_text("Comment", "made by Amal")
    for sent in (picture(kind="JPEG", exif=place), picture(exif=place, pnginfo=told, icc_profile=b"profile of Amal"),
                 picture() + HTML):
        kept = plain_logo(sent)
        assert not [word for word in (b"home", b"Amal", b"script", b"Exif", b"eXIf", b"iCCP") if word in kept]
        assert not Image.open(BytesIO(kept)).info


def test_a_photo_taken_with_a_turned_camera_stands_upright():
    turned = Image.Exif()
    turned[0x0112] = 6
    assert opened(picture((300, 100), kind="JPEG", exif=turned)).size == (67, 200)


@pytest.mark.parametrize("sent", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_logo_is_refused_with_a_sentence(sent):
    with pytest.raises(NotALogo, match=r"^[A-Z][^<>]+\.$"):
        plain_logo(sent)


def test_whatever_is_damaged_is_taken_or_refused():
    chance, taken, refused = random.Random(7), 0, set()
    for good in (picture((60, 20)), picture((60, 20), "P", 3), picture((60, 20), kind="JPEG"), animated()):
        for _ in range(150):
            sent = bytearray(good)
            for _ in range(chance.randint(1, 6)):
                sent[chance.randrange(len(sent))] = chance.randrange(256)
            try:
                taken += plain_logo(bytes(sent)).startswith(b"\x89PNG")
            except NotALogo as error:
                refused.add(str(error))
    assert taken > 20 and refused == {NOT_A_PICTURE, BROKEN, TOO_LONG}


def test_the_same_picture_gives_the_same_bytes_and_a_logo_stays_what_it_is():
    kept = plain_logo(picture())
    assert kept == plain_logo(picture()) == plain_logo(kept)


def test_a_logo_fills_its_room_in_its_proportions():
    assert size_within(plain_logo(picture((300, 100))), 120, 22) == pytest.approx((66, 22))
    assert size_within(plain_logo(picture((1000, 100))), 120, 22) == pytest.approx((120, 12))
