"""Pictures that somebody might send as a logo, good and bad."""

import struct
import zlib
from io import BytesIO

from PIL import Image


def picture(size: tuple[int, int] = (300, 100), mode: str = "RGB", colour: object = "navy", kind: str = "PNG",
            **more: object) -> bytes:
    """A picture of one colour."""
    target = BytesIO()
    Image.new(mode, size, colour).save(target, kind, **more)     # type: ignore[arg-type]
    return target.getvalue()


def chunk(name: bytes, content: bytes) -> bytes:
    """A part of a PNG file (PNG, 5.3)."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(width: int, height: int, content: bytes, *before: bytes, depth: int = 8, colours: int = 0) -> bytes:
    """A PNG file as its header says, whatever its content is."""
    header = struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + b"".join(before) + chunk(
        b"IDAT", zlib.compress(content)) + chunk(b"IEND", b"")


def animated() -> bytes:
    """A PNG that moves: first red, then blue."""
    target = BytesIO()
    Image.new("RGB", (40, 20), "red").save(target, "PNG", save_all=True,
                                           append_images=[Image.new("RGB", (40, 20), "blue")])
    return target.getvalue()


PNG_HEAD = b"\x89PNG\r\n\x1a\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"
GIF = picture(kind="GIF")
HOSTILE = {
    "svg": SVG, "html": HTML, "gif": GIF, "a tiff": picture(kind="TIFF"), "nothing": b"", "zeros": bytes(5_000),
    "half a png": picture()[:-40], "half a jpeg": picture(kind="JPEG")[:400],
    "a header only": picture()[:33], "html behind the first bytes of a png": b"\x89PNG\r\n\x1a\n" + HTML,
    "30,000 x 30,000 pixels": png(30_000, 30_000, b""), "10,000 x 10,000 pixels": png(10_000, 10_000, b""),
    "4,001 pixels long": picture((4_001, 1)), "no pixels": png(0, 0, b""),
    "text that unpacks to 300 MB": png(1, 1, b"\0\0", chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(300_000_000), 9))),
    "more than 1 MB": picture() + bytes(1_000_000),
    "fewer pixels than it says": png(100, 100, b"\0"),
}
