"""What is kept of a photo or a PDF shows the same and holds nothing else; anything else is refused in a sentence."""

import random
import time
import zipfile
from io import BytesIO

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageStat, PngImagePlugin

from bizplan.documents import plain_pdf, scans
from bizplan.documents.pictures import MOST_SCANS
from bizplan.documents.scans import LARGEST, REASONS, Fault, NotTaken, plain_scan
from tests.bizplan.documents import pictures, sent_pdfs
from tests.bizplan.documents.pictures import chunk, picture, png
from tests.bizplan.documents.sent_pdfs import PHOTO, opened, pages, saved

A_BREATH = 0.1
"""Seconds within which a file is refused whose first bytes say enough."""


def with_place(kind: str) -> bytes:
    """A photo that says where it was taken, by whom, and how it was held."""
    told = Image.Exif()
    told[0x010E], told[0x0112] = "taken at home", 6
    place = told.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (51.0, 3.0, 11.6), "E", (3.0, 43.0, 2.5)
    more = {"pnginfo": PngImagePlugin.PngInfo()} if kind == "PNG" else {"comment": b"made by Amal"}
    if kind == "PNG":
        more["pnginfo"].add_text("Comment", "made by Amal")
    return picture((300, 100), kind=kind, exif=told, icc_profile=b"profile of Amal", **more)


def packed(*names: str) -> bytes:
    """A file of an office program."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as book:
        for name in names:
            book.writestr(name, "<x/>")
    return target.getvalue()


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(500)
REFUSED = {
    "nothing": (b"", Fault.EMPTY), "larger than 10 MB": (bytes(LARGEST + 1), Fault.TOO_LARGE),
    "a photo larger than 10 MB": (PHOTO + bytes(LARGEST), Fault.TOO_LARGE),
    "zeros": (bytes(5_000), Fault.OTHER), "text": ("خطة".encode(), Fault.OTHER), "html": (pictures.HTML, Fault.OTHER),
    "a program": (b"MZ" + bytes(500), Fault.OTHER), "gif": (pictures.GIF, Fault.OTHER),
    "tiff": (picture(kind="TIFF"), Fault.OTHER), "webp": (picture(kind="WEBP"), Fault.OTHER),
    "heic": (HEIC, Fault.HEIC), "svg": (pictures.SVG, Fault.DRAWING),
    "svg with a head": (b"\xef\xbb\xbf<?xml version='1.0'?>\n" + pictures.SVG, Fault.DRAWING),
    "word": (packed("[Content_Types].xml", "word/document.xml"), Fault.OFFICE), "zip": (packed("a.jpg"), Fault.OFFICE),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), Fault.OFFICE), "rtf": (b"{\\rtf1 }", Fault.OFFICE),
    "30,000 x 30,000 pixels": (png(30_000, 30_000, b""), Fault.TOO_MANY_PIXELS),
    "20 million pixels and some": (png(5_000, 4_001, b""), Fault.TOO_MANY_PIXELS),
    "a long strip": (png(1, 25_000_000, b""), Fault.TOO_MANY_PIXELS),
    "half a png": (picture()[:-40], Fault.BROKEN_PICTURE), "half a jpeg": (PHOTO[:400], Fault.BROKEN_PICTURE),
    "no pixels": (png(0, 0, b""), Fault.BROKEN_PICTURE), "fewer pixels than it says": (
        png(100, 100, b"\0"), Fault.BROKEN_PICTURE),
    "html behind the first bytes of a png": (pictures.PNG_HEAD + pictures.HTML, Fault.BROKEN_PICTURE),
    "a jpeg that draws itself over": (PHOTO + b"\xff\xda" * MOST_SCANS, Fault.BROKEN_PICTURE),
    "text in a png that unpacks to 300 MB": (pictures.HOSTILE["text that unpacks to 300 MB"], Fault.BROKEN_PICTURE),
}
"""What the first bytes show."""
REFUSED_PDF = {
    "a password": (sent_pdfs.locked(), Fault.LOCKED),
    "only printing is forbidden": (sent_pdfs.locked(""), Fault.LOCKED),
    "half": (saved(pages(3))[:-300], Fault.BROKEN_PDF), "a name only": (b"%PDF-1.7\njunk", Fault.BROKEN_PDF),
    "no pages": (saved(pikepdf.Pdf.new()), Fault.BROKEN_PDF), "61 pages": (saved(pages(61)), Fault.TOO_MANY_PAGES),
    "a bomb": (sent_pdfs.bomb(), Fault.BROKEN_PDF),
    "a photograph that is none": (sent_pdfs.with_photograph(b"\xff\xd8\xff no"), Fault.BROKEN_PDF),
}


def refusal(sent: bytes) -> Fault:
    with pytest.raises(NotTaken) as refused:
        plain_scan(sent)
    return refused.value.fault


@pytest.mark.parametrize(("sent", "fault"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_photo_and_no_pdf_is_refused_for_what_it_is_and_at_once(sent, fault):
    begun = time.process_time()
    assert refusal(sent) is fault
    assert time.process_time() - begun < A_BREATH


@pytest.mark.parametrize(("sent", "fault"), REFUSED_PDF.values(), ids=REFUSED_PDF)
def test_a_pdf_that_cannot_be_written_anew_is_refused(sent, fault):
    assert refusal(sent) is fault


def test_every_refusal_has_a_sentence_that_says_what_to_do():
    assert set(REASONS) == set(Fault) == {fault for _, fault in [*REFUSED.values(), *REFUSED_PDF.values()]}
    for words in REASONS.values():
        assert words.endswith(".") and any(verb in words for verb in ("Choose", "Take", "Save", "Open", "Send", "save"))


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_of_a_photo_only_what_is_seen_is_kept(kind):
    sent = with_place(kind) + pictures.HTML
    assert b"taken at home" in sent and b"Amal" in sent
    kept = plain_scan(sent)
    assert not [word for word in (b"home", b"Amal", b"Exif", b"eXIf", b"ICC_PROFILE", b"iCCP", b"tEXt", b"script")
                if word in kept.content]
    found = Image.open(BytesIO(kept.content))
    assert dict(found.getexif()) == {} and not found.getexif().get_ifd(0x8825)
    assert found.size == (100, 300), "it stands upright"


def test_a_photo_shows_the_same():
    sent = Image.effect_noise((400, 300), 30).convert("RGB")
    target = BytesIO()
    sent.save(target, "JPEG", quality=95)
    kept = Image.open(BytesIO(plain_scan(target.getvalue()).content))
    assert max(ImageStat.Stat(ImageChops.difference(kept, sent)).mean) < 6


@pytest.mark.parametrize(("size", "kept"), [
    ((5_000, 4_000), (3_000, 2_400)), ((3_000, 3_000), (3_000, 3_000)), ((20_000, 1_000), (3_000, 150)),
    ((40, 20), (40, 20))])
def test_a_large_photo_is_made_smaller_in_its_proportions(size, kept):
    assert Image.open(BytesIO(plain_scan(picture(size, kind="JPEG")).content)).size == kept


def test_a_screen_stays_sharp_and_a_photo_is_no_png():
    assert (plain_scan(picture()).kind, plain_scan(PHOTO).kind) == ("png", "jpeg")
    target = BytesIO()
    Image.effect_noise((600, 400), 90).convert("RGB").save(target, "PNG")
    assert plain_scan(target.getvalue()).kind == "jpeg"


def test_a_moving_picture_stands_still_and_colours_of_print_are_seen():
    assert getattr(Image.open(BytesIO(plain_scan(pictures.animated()).content)), "n_frames", 1) == 1
    assert plain_scan(picture(mode="CMYK", colour=(0, 255, 255, 0), kind="JPEG")).kind == "jpeg"


def test_whatever_is_damaged_is_taken_or_refused_as_a_picture():
    chance, outcomes = random.Random(11), set()
    for good in (picture((60, 20)), PHOTO, pictures.animated()):
        for _ in range(60):
            sent = bytearray(good)
            for _ in range(chance.randint(1, 6)):
                sent[chance.randrange(12, len(sent))] = chance.randrange(256)
            try:
                outcomes.add(plain_scan(bytes(sent)).kind)
            except NotTaken as error:
                outcomes.add(error.fault)
    assert {"png", "jpeg", Fault.BROKEN_PICTURE} <= outcomes
    assert outcomes <= {"png", "jpeg", Fault.BROKEN_PICTURE, Fault.TOO_MANY_PIXELS}


def test_a_pdf_comes_out_without_scripts_files_and_words_about_its_maker():
    sent = sent_pdfs.acting()
    kept = plain_scan(sent)
    assert (kept.kind, kept.pages) == ("pdf", 1)
    pdf = opened(kept.content)
    assert set(pdf.Root.keys()) == {"/Type", "/Pages"} and len(pdf.attachments) == 0 and "/Info" not in pdf.trailer
    assert set(pdf.pages[0].obj.keys()) <= plain_pdf.OF_PAGES
    for word in (b"JavaScript", b"app.alert", b"Amal", b"tracking", sent_pdfs.SECRET, b"thumbnail", b"loan.txt"):
        assert word in unpacked(sent), word
        assert word not in unpacked(kept.content), word
    assert sent_pdfs.WORDS in unpacked(kept.content)


def test_what_was_filled_in_on_a_form_is_still_seen_and_the_form_is_gone():
    kept = plain_scan(sent_pdfs.filled_in())
    assert b"Typed by hand" in unpacked(kept.content)
    assert not [word for word in (b"AcroForm", b"Widget", b"XFA", b"app.alert", b"xdp")
                if word in unpacked(kept.content)]


def test_a_photograph_in_a_pdf_loses_what_its_camera_wrote_and_stays_the_same_to_the_pixel():
    sent = with_place("JPEG")
    pdf = opened(plain_scan(sent_pdfs.with_photograph(sent)).content)
    inside = pdf.pages[0].obj.Resources.XObject.Im0.read_raw_bytes()
    assert not [word for word in (b"home", b"Amal", b"Exif") if word in inside]
    assert Image.open(BytesIO(inside)).tobytes() == Image.open(BytesIO(sent)).tobytes()


def test_layers_that_were_hidden_stay_hidden():
    pdf = pages()
    layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="draft"))
    pdf.pages[0].obj.Resources.Properties = pikepdf.Dictionary(L=layer)
    pdf.Root.OCProperties = pikepdf.Dictionary(
        OCGs=pikepdf.Array([layer]), D=pikepdf.Dictionary(OFF=pikepdf.Array([layer])), Told=pikepdf.String("by Amal"))
    found = opened(plain_scan(saved(pdf)).content)
    assert found.Root.OCProperties.D.OFF[0].objgen == found.pages[0].obj.Resources.Properties.L.objgen
    assert "/Told" not in found.Root.OCProperties


def test_a_file_that_is_two_things_at_once_becomes_one():
    both = saved(pages()).replace(b"%PDF-", b"<html><script>alert(1)</script>\n%PDF-", 1)
    assert b"script" not in plain_scan(both).content
    photo = plain_scan(PHOTO + saved(pages()) + packed("word/document.xml"))
    assert photo.kind == "jpeg" and b"%PDF" not in photo.content and b"PK" not in photo.content
    hidden = png(1, 1, b"\0\0", chunk(b"prVt", pictures.HTML))
    assert b"script" not in plain_scan(hidden).content


def test_sixty_pages_are_taken():
    assert plain_scan(saved(pages(60))).pages == 60


def test_a_page_keeps_what_it_has_from_the_pages_above_it():
    pdf = pages()
    page, above = pdf.pages[0].obj, pdf.Root.Pages
    above.MediaBox, above.Resources, above.Rotate = page.MediaBox, page.Resources, 90
    del page.MediaBox, page.Resources
    made = opened(plain_scan(saved(pdf)).content)
    found = made.pages[0].obj
    assert ([int(each) for each in found.MediaBox], found.Rotate, "/F1" in found.Resources.Font) == (
        [0, 0, 595, 842], 90, True)


def test_the_process_that_reads_a_pdf_knows_no_setting_of_the_house(monkeypatch):
    told = {}
    monkeypatch.setenv("BIZPLAN_KEY", "5c" * 32)
    monkeypatch.setattr(plain_pdf.subprocess, "run", lambda *_args, env, **_more: told.update(env) or done(b"1\n%PDF"))
    assert plain_scan(b"%PDF-1.7").content == b"%PDF"
    assert told and not [name for name in told if name.startswith("BIZPLAN")]


def done(out: bytes, code: int = 0):
    """What a process leaves behind."""
    return plain_pdf.subprocess.CompletedProcess([], code, out)


@pytest.mark.parametrize("left", [done(b"", -9), done(b"1\n%PDF", 1), done(b"Killed")])
def test_a_process_that_ends_badly_or_takes_too_long_is_a_pdf_that_cannot_be_read(monkeypatch, left):
    monkeypatch.setattr(plain_pdf.subprocess, "run", lambda *_args, **_more: left)
    assert refusal(b"%PDF-1.7") is Fault.BROKEN_PDF

    def late(*_args, **_more):
        raise plain_pdf.subprocess.TimeoutExpired("python", 1)
    monkeypatch.setattr(plain_pdf.subprocess, "run", late)
    assert refusal(b"%PDF-1.7") is Fault.BROKEN_PDF


def test_what_is_kept_is_no_larger_than_what_may_be_sent(monkeypatch):
    monkeypatch.setattr(scans, "LARGEST", 600)
    monkeypatch.setattr(plain_pdf, "plain_pdf", lambda _sent: (bytes(601), 1))
    assert refusal(b"%PDF-1.7") is Fault.TOO_LARGE


def unpacked(document: bytes) -> bytes:
    """All that a document says, with its streams unpacked."""
    pdf, target = opened(document), BytesIO()
    pdf.save(target, stream_decode_level=pikepdf.StreamDecodeLevel.generalized, compress_streams=False,
             object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return target.getvalue()
