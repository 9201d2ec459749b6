"""A reader of the structure of a PDF document that forgives nothing: what is not said, or said twice, is a fault."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf

PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"', "Do", "sh", "INLINE IMAGE"}
SHOWING = {"Tj", "TJ", "'", '"'}
CODES = re.compile(r"<([0-9A-F]{4})> <([0-9A-F]*)>")
SPACES = re.compile(r"[\s\u00a0\u202f]+")
CONTROLS = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))

Key = tuple[int, int]  # a page, and the number of a piece of its content


@dataclass
class Node:
    """An element as the file has it."""

    role: str
    language: str
    alt: str
    words: str | None
    attributes: dict[str, object]
    parent: "Node | None" = None
    kids: "list[Node | Key | str]" = field(default_factory=list)
    number: tuple[int, int] = (0, 0)

    def nodes(self) -> "Iterator[Node]":
        """It and all below it, in the order in which they are read."""
        yield self
        for kid in self.elements:
            yield from kid.nodes()

    @property
    def elements(self) -> "list[Node]":
        """The elements that it holds."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    @property
    def columns(self) -> int:
        """How many columns of its table it takes."""
        return int(self.attributes.get("ColSpan", 1))  # type: ignore[call-overload, no-any-return]


def plain(words: str) -> str:
    """Words as they are compared: one space between them, no marks of direction."""
    return SPACES.sub(" ", words.translate(CONTROLS)).strip()


class Reading:
    """A document, read along its structure."""

    def __init__(self, pdf: bytes) -> None:
        self.document = pikepdf.open(BytesIO(pdf))
        self.faults: list[str] = []
        self.pages = {page.objgen: number for number, page in enumerate(self.document.pages)}
        self.readings: dict[tuple[int, int], dict[str, str]] = {}
        self.content: dict[Key, tuple[str, str]] = {}  # the tag of each piece, and the words in it
        for number, page in enumerate(self.document.pages):
            self.read_content(number, page)
        self.owners: dict[Key, list[Node]] = {}
        self.linked: dict[tuple[int, int], Node] = {}
        self.root = self.node(self.document.Root.StructTreeRoot.K, None)

    def reading(self, font: pikepdf.Object) -> dict[str, str]:
        """What each code of a font stands for."""
        if font.objgen not in self.readings:
            rows = CODES.findall(font.ToUnicode.read_bytes().decode("ascii"))
            self.readings[font.objgen] = {code: bytes.fromhex(said).decode("utf-16-be") for code, said in rows}
        return self.readings[font.objgen]

    def read_content(self, number: int, page: pikepdf.Page) -> None:
        """The pieces of one page; what is painted outside all of them is a fault."""
        fonts, open_pieces, reading = page.Resources.get("/Font", {}), list[Key | None](), dict[str, str]()
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                if open_pieces:
                    self.faults.append(f"page {number}: a piece of content inside another")
                open_pieces.append(self.begun(number, operands))
            elif name == "EMC":
                open_pieces.pop()
            elif name == "Tf":
                reading = self.reading(fonts[str(operands[0])])
            elif name in PAINTING and not open_pieces:
                self.faults.append(f"page {number}: {name} outside of the structure")
            if name in SHOWING and open_pieces and open_pieces[-1] is not None:
                tag, words = self.content[open_pieces[-1]]
                self.content[open_pieces[-1]] = tag, words + shown(operands, reading)
        if open_pieces:
            self.faults.append(f"page {number}: a piece of content does not end")

    def begun(self, page: int, operands: list[pikepdf.Object]) -> Key | None:
        """Notes a piece of content; None for what is not read."""
        tag = str(operands[0]).removeprefix("/")
        if tag == "Artifact":
            return None
        key = page, int(operands[1].MCID)
        if key in self.content:
            self.faults.append(f"page {page}: two pieces are called {key[1]}")
        self.content[key] = tag, ""
        return key

    def node(self, thing: pikepdf.Object, parent: Node | None) -> Node:
        """An element with all that it holds."""
        given = thing.get("/A", {})
        attributes = {str(name).removeprefix("/"): given[name] for name in given}
        said = str(thing.ActualText) if "/ActualText" in thing else None
        node = Node(str(thing.S).removeprefix("/"), str(thing.get("/Lang", "")), str(thing.get("/Alt", "")), said,
                    attributes, parent, number=thing.objgen)
        kids = thing.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            node.kids.append(self.kid(kid, thing, node))
        return node

    def kid(self, kid: object, thing: pikepdf.Object, node: Node) -> Node | Key | str:
        """One thing that an element holds."""
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
            self.linked[kid.Obj.objgen] = node
            return "annotation"
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") != "/MCR":
            if kid.P.objgen != thing.objgen:
                self.faults.append(f"{kid.S} does not know its parent {node.role}")
            return self.node(kid, node)
        page, number = (kid.Pg, int(kid.MCID)) if isinstance(kid, pikepdf.Dictionary) else (thing.Pg, int(str(kid)))
        key = self.pages[page.objgen], number
        self.owners.setdefault(key, []).append(node)
        return key

    def language(self, node: Node | None) -> str:
        """The language in which an element is read."""
        while node is not None and not node.language:
            node = node.parent
        return node.language if node else str(self.document.Root.Lang)

    def words(self, node: Node) -> str:
        """What is read of an element, in order."""
        if node.alt:
            return node.alt
        if node.words is not None:
            return node.words
        return "".join(self.words(kid) if isinstance(kid, Node) else self.content[kid][1]
                       for kid in node.kids if not isinstance(kid, str))

    def of(self, *roles: str) -> list[Node]:
        """All elements of some roles."""
        return [node for node in self.root.nodes() if node.role in roles]


def shown(operands: list[pikepdf.Object], reading: dict[str, str]) -> str:
    """The words of one operator."""
    parts = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
    codes = "".join(bytes(part).hex().upper() for part in parts if isinstance(part, pikepdf.String))
    return "".join(reading[codes[place:place + 4]] for place in range(0, len(codes), 4))
