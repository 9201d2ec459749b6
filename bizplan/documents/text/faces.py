"""The typefaces of the dossier, found in the installed font packages, and which one has a character.

Noto Sans sets Latin, Cyrillic and Greek, IBM Plex Sans Arabic sets Arabic, Dari and Pashto. Plex,
because it draws each letter as one glyph: Noto's Arabic is made of skeletons and dots, in which no
viewer finds a word again. All further scripts of the Noto package are opened when first met.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

import uharfbuzz as hb

NOTO, PLEX = "manimgx_fonts", "fontpkg_ibm_plex_sans_arabic"
REGULAR, BOLD = 400, 700
FIRST = ("NotoSans[wght].ttf", "NotoSansEthiopic[wght].ttf")
PICTURES = ("NotoSansSymbols[wght].ttf", "NotoEmoji[wght].ttf")
LAST = ("NotoSansArabic[wght].ttf", *PICTURES)
LAST_LATIN = 0xFF
UNUSED = ("NotoSans-Italic[wght].ttf",)


class FontsMissing(Exception):
    """A package with typefaces of the dossier is not installed."""


@dataclass(frozen=True, eq=False)
class Face:
    """One typeface in one weight, ready to shape with."""

    name: str  # the PostScript name
    weight: int
    source: hb.Face
    font: hb.Font = field(repr=False)
    characters: frozenset[int] = field(repr=False)

    @property
    def units(self) -> int:
        """Units to the em, in which the face measures."""
        return int(self.source.upem)

    def has(self, character: str) -> bool:
        return ord(character) in self.characters


class FontFile(NamedTuple):
    """A font file of an installed package."""

    package: str
    name: str


def folder(package: str) -> Traversable:
    """Where an installed font package keeps its files."""
    try:
        return files(package)
    except ModuleNotFoundError as error:
        distribution = package.replace("_", "-")
        raise FontsMissing(f"The dossier's typefaces are not installed: pip install {distribution}") from error


@cache
def source(file: FontFile) -> tuple[hb.Face, frozenset[int]]:
    """A font file, and the characters that it is used for: of pictures neither the letters nor the wide spaces."""
    opened = hb.Face((folder(file.package) / file.name).read_bytes())
    least = LAST_LATIN if file.name in PICTURES else 0
    return opened, frozenset(point for point in opened.unicodes if point > least)


@cache
def face(file: FontFile, bold: bool) -> Face:
    """A font file in regular or bold, cut from the variable font where it is one."""
    opened, characters = source(file)
    font, weight = hb.Font(opened), BOLD if bold else REGULAR
    name = opened.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME)
    if opened.axis_infos:
        font.set_variations({"wght": weight})
        name = f"{name.split('-')[0]}-{'Bold' if bold else 'Regular'}"
    return Face(name, weight, opened, font, characters)


@cache
def font_files(bold: bool) -> tuple[FontFile, ...]:
    """The font files in the order in which they are asked for a character."""
    noto = {file.name for file in folder(NOTO).iterdir() if file.name.endswith(".ttf")}
    arabic = FontFile(PLEX, f"files/IBMPlexSansArabic-{'Bold' if bold else 'Regular'}.ttf")
    between = sorted(noto - {*FIRST, *LAST, *UNUSED})
    latin, *others = (FontFile(NOTO, name) for name in (*FIRST, *between, *LAST) if name in noto)
    return latin, arabic, *others


def faces(bold: bool) -> Iterator[Face]:
    """The typefaces in the order of preference; each is opened when the ones before it did not do."""
    return (face(file, bold) for file in font_files(bold))


def main_face(bold: bool) -> Face:
    """The typeface of Latin text, which also draws the box for a character that no face has."""
    return next(faces(bold))


@cache
def face_with(character: str, bold: bool) -> Face | None:
    """The first typeface that can draw a character; none where no installed face can."""
    return next((one for one in faces(bold) if one.has(character)), None)
