"""Pictures to scan with a phone, drawn by attributes only, dark on light in every theme."""

import segno
from markupsafe import Markup


def picture(text: str, title: str) -> Markup:
    """A text (an address) as a QR code in SVG."""
    drawn = segno.make(text, error="m").svg_inline(scale=4, border=4, dark="#000", light="#fff", svgclass="qr",
                                                   lineclass=None, title=title)
    return Markup(drawn)                                    # noqa: S704 (segno escapes the title; the rest is drawn)
