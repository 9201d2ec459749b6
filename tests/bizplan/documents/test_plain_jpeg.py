"""What stands beside a picture in a JPEG goes; the picture does not change by a byte."""

from io import BytesIO

import pytest
from PIL import Image

from bizplan.documents.plain_jpeg import without_remarks
from tests.bizplan.documents.pictures import picture


def test_comments_and_what_cameras_write_go_and_the_picture_stays():
    told = Image.Exif()
    told[0x010E] = "taken at home"
    for more in ({}, {"progressive": True}, {"quality": 100, "restart_marker_rows": 1}):
        sent = picture((64, 48), kind="JPEG", exif=told, comment=b"made by Amal", icc_profile=b"profile", **more)
        kept = without_remarks(sent + b"more behind its end")
        assert not [word for word in (b"home", b"Amal", b"profile", b"behind") if word in kept]
        assert Image.open(BytesIO(kept)).tobytes() == Image.open(BytesIO(sent)).tobytes()
        assert without_remarks(kept) == kept


def test_how_colours_are_meant_stays():
    sent = picture((20, 20), "CMYK", (0, 255, 255, 0), "JPEG")
    assert b"Adobe" in sent and b"Adobe" in without_remarks(sent)


@pytest.mark.parametrize("sent", [b"", b"\xff\xd8", b"no picture", picture()[:50], picture(kind="JPEG")[:-2],
                                  b"\xff\xd8\xff\xe1\x00\x00" * 3])
def test_what_is_not_built_as_a_jpeg_is_refused(sent):
    with pytest.raises(ValueError, match="JPEG"):
        without_remarks(sent)
