"""What a document says about itself: its title, who made it and its language (XMP).

It does not claim to conform to PDF/UA-1: that wants a validator of all its rules, and a person who listens.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFName, PDFStream

VERSION = (1, 7)
PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{tool}</xmp:CreatorTool>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def describe(document: PDFDocument, language: str) -> None:
    """Lets the file say what it is, in the version of PDF on which PDF/UA-1 builds."""
    info = document.info
    packet = PACKET.format(title=xml(info.title), author=xml(info.author), language=xml(language),
                           producer=xml(info.producer), tool=xml(info.creator))
    stream = PDFStream(content=packet.encode("utf-8", "replace"))
    stream.dictionary["Type"], stream.dictionary["Subtype"] = PDFName("Metadata"), PDFName("XML")
    document.Catalog.Metadata = stream
    document._pdfVersion = max(tuple(document._pdfVersion), VERSION)


def xml(text: str) -> str:
    """Text that stands in XML: without the characters that no XML may hold."""
    return escape("".join(each for each in str(text) if each >= " " and each not in "\ufffe\uffff"))
