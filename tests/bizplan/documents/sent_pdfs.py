"""PDF documents that somebody might send as a paper, good and bad."""

import zlib
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Encryption, Name, Pdf, Stream, String

from tests.bizplan.documents.pictures import picture

WORDS = b"BT /F1 24 Tf 40 700 Td (Rent: 650 euro) Tj ET"
SECRET = b"secret file inside"


def pages(count: int = 1) -> Pdf:
    """A document with a line of text on each page."""
    pdf = Pdf.new()
    for _ in range(count):
        page = pdf.add_blank_page(page_size=(595, 842))
        page.obj.Resources = Dictionary(Font=Dictionary(F1=Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)))
        page.obj.Contents = Stream(pdf, WORDS)
    return pdf


def saved(pdf: Pdf, **more: object) -> bytes:
    """The document as a file."""
    target = BytesIO()
    pdf.save(target, **more)                                    # type: ignore[arg-type]
    return target.getvalue()


def locked(user: str = "7391") -> bytes:
    """One that asks for a password, or only forbids something where that is empty."""
    return saved(pages(), encryption=Encryption(owner="owner", user=user))


def acting() -> bytes:
    """One that runs scripts in every way, holds a file, and says who made it."""
    pdf = pages()
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    pdf.Root.OpenAction = script
    pdf.Root.AA = Dictionary(WC=script)
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("one"), pdf.make_indirect(script)])))
    page = pdf.pages[0].obj
    page.AA = Dictionary(O=script)
    page.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=Dictionary(
        S=Name.URI, URI=String("http://tracking.example/1")))])
    page.Thumb = Stream(pdf, b"thumbnail")
    page.PieceInfo = Dictionary(Editor=Dictionary(Private=String("made by Amal")))
    pdf.attachments["loan.txt"] = SECRET
    pdf.docinfo[Name.Author] = "Amal Haddad"
    with pdf.open_metadata() as told:
        told["dc:creator"] = ["Amal Haddad"]
    return saved(pdf, compress_streams=False)


def filled_in() -> bytes:
    """A form with one field in which something was typed, and a script on it."""
    pdf = pages()
    look = Stream(pdf, b"BT /F1 12 Tf 2 2 Td (Typed by hand) Tj ET")
    look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 20])
    look.Resources = pdf.pages[0].obj.Resources
    field = pdf.make_indirect(Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("income"), V=String("Typed by hand"), F=4,
        Rect=[40, 600, 240, 620], AP=Dictionary(N=look), AA=Dictionary(K=Dictionary(
            S=Name.JavaScript, JS=String("app.alert(2)")))))
    pdf.pages[0].obj.Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]), XFA=Stream(pdf, b"<xdp>script</xdp>"))
    return saved(pdf, compress_streams=False)


def with_photograph(sent: bytes) -> bytes:
    """A JPEG on a page, as programs put it there: byte for byte."""
    pdf = pages()
    shown = Stream(pdf, sent)
    shown.Type, shown.Subtype, shown.Width, shown.Height = Name.XObject, Name.Image, 60, 20
    shown.ColorSpace, shown.BitsPerComponent, shown.Filter = Name.DeviceRGB, 8, Name.DCTDecode
    pdf.pages[0].obj.Resources.XObject = Dictionary(Im0=shown)
    pdf.pages[0].obj.Contents = Stream(pdf, b"q 300 0 0 100 50 600 cm /Im0 Do Q")
    return saved(pdf)


def bomb() -> bytes:
    """A megabyte of which the table of contents unpacks to a thousand."""
    packing = zlib.compressobj(9)
    packed = b"".join(packing.compress(bytes(2**24)) for _ in range(64)) + packing.flush()
    head = b"%PDF-1.7\n"
    table = (b"1 0 obj\n<< /Type /XRef /Size 2 /W [1 2 1] /Root 2 0 R /Filter /FlateDecode /Length %d >>\nstream\n"
             % len(packed))
    return head + table + packed + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF" % len(head)


def opened(content: bytes) -> Pdf:
    """A document to look at."""
    return pikepdf.open(BytesIO(content))


PHOTO = picture((60, 20), kind="JPEG")
