"""The logo of an organisation: a picture that somebody sends, drawn anew, so that nothing else of the file stays."""

from io import BytesIO

from PIL import Image

from bizplan.domain.readiness.sentences import N_

from .pictures import Fault, NotDrawn, drawn

LARGEST = 1_000_000
"""Bytes of a picture that is sent."""
LONGEST_SIDE = 4_000
KEPT_WITHIN = (600, 200)
"""Pixels: enough for print at the size of a letterhead."""
EMPTY = N_("Choose a picture first.")
TOO_LARGE = N_("This picture is larger than 1 MB. Make it smaller and send it again.")
TOO_LONG = N_("This picture is longer or higher than 4,000 pixels. Make it smaller and send it again.")
NOT_A_PICTURE = N_("This is not a PNG or JPEG picture. Save your logo as PNG or JPEG and send it again.")
BROKEN = N_("This picture is damaged or not complete. Save it again and send it again.")
REASONS = {Fault.TOO_LARGE: TOO_LONG, Fault.NO_PICTURE: NOT_A_PICTURE, Fault.BROKEN: BROKEN}


class NotALogo(ValueError):
    """A picture cannot be taken; the text says why, to whoever sent it."""


def plain_logo(sent: bytes) -> bytes:
    """A PNG or JPEG picture as a small PNG on white, without anything that is not seen; raises NotALogo.

    The same picture gives the same bytes.
    """
    if not sent:
        raise NotALogo(EMPTY)
    if len(sent) > LARGEST:
        raise NotALogo(TOO_LARGE)
    try:
        seen = drawn(sent, lambda size: max(size) <= LONGEST_SIDE)
    except NotDrawn as error:
        raise NotALogo(REASONS[error.fault]) from error
    seen.thumbnail(KEPT_WITHIN, Image.Resampling.LANCZOS)
    target = BytesIO()
    seen.save(target, "PNG", optimize=True)
    return target.getvalue()


def size_within(logo: bytes, width: float, height: float) -> tuple[float, float]:
    """How wide and how high a logo is in a room that it fills, in its own proportions."""
    with Image.open(BytesIO(logo)) as picture:
        return scaled(picture.size, width, height)


def scaled(size: tuple[int, int], width: float, height: float) -> tuple[float, float]:
    """The same for a picture of so many pixels."""
    by = min(width / size[0], height / size[1])
    return size[0] * by, size[1] * by
