"""A picture that somebody sends, drawn anew as it is seen on white paper, so that nothing else of its file stays."""

from collections.abc import Callable
from enum import Enum
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
"""How the files begin that are read as pictures."""
MOST_SCANS = 60
"""How often a JPEG may draw itself over, finer each time: cameras need ten; a thousand would hold up a processor."""
_SCAN = b"\xff\xda"

Size = tuple[int, int]


class Fault(Enum):
    """Why a picture is not drawn."""

    TOO_LARGE = "too large"
    NO_PICTURE = "no picture"
    BROKEN = "broken"


class NotDrawn(ValueError):
    """A picture that is not drawn, and why."""

    def __init__(self, fault: Fault):
        super().__init__(fault.value)
        self.fault = fault


def drawn(sent: bytes, fits: Callable[[Size], bool], within: Size | None = None) -> Image.Image:
    """A PNG or JPEG picture as it is seen; raises NotDrawn, and where its size does not fit before it is unpacked.

    It is made no larger than ``within``; without that it keeps its size.
    """
    try:
        with Image.open(BytesIO(sent), formats=("PNG", "JPEG")) as picture:
            if not fits(picture.size):
                raise NotDrawn(Fault.TOO_LARGE)
            if sent.startswith(JPEG) and sent.count(_SCAN) > MOST_SCANS:
                raise NotDrawn(Fault.BROKEN)
            if within:
                picture.draft("RGB", within)            # a JPEG can be read coarser, which spares memory
            seen = on_white(picture)
    except NotDrawn:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise NotDrawn(Fault.TOO_LARGE) from error
    except UnidentifiedImageError as error:
        raise NotDrawn(Fault.NO_PICTURE) from error
    except Exception as error:          # what reads pictures fails in as many ways as a picture can be damaged
        raise NotDrawn(Fault.BROKEN) from error
    if within:
        seen.thumbnail(within, Image.Resampling.LANCZOS)
    return seen


def on_white(picture: Image.Image) -> Image.Image:
    """The first or only picture of a file as it is seen on paper, turned as its camera was held."""
    picture.load()
    turned = ImageOps.exif_transpose(picture)
    if turned.mode.startswith("I"):     # 65,536 greys, of which paper shows 256
        turned.info.pop("transparency", None)
        turned = turned.point(lambda grey: grey / 257).convert("L")
    if not turned.has_transparency_data:
        seen = turned.convert("RGB")
        seen.info = {}                  # the palette of colours, the camera, the place: not seen on paper
        return seen
    layers = turned.convert("RGBA")
    paper = Image.new("RGB", layers.size, "white")
    paper.paste(layers, mask=layers.getchannel("A"))
    return paper
