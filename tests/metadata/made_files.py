"""Documents and pictures as programs make them, with a name in each place that may hold one."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, NumberObject, TextStringObject

DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
CORE = f'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" {DC}'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    f'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" {DC}'
)


def xmp(name: str) -> bytes:
    return (
        '<?xpacket begin="\ufeff"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f"<rdf:Description {DC}><dc:creator><rdf:Seq><rdf:li>{name}</rdf:li></rdf:Seq></dc:creator>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()


def pdf(info: Mapping[str, str] | None = None, packet: bytes = b"", remark: str = "") -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(72, 72)
    writer.add_metadata({f"/{key}": value for key, value in (info or {}).items()})
    if packet:
        stream = DecodedStreamObject()
        stream.set_data(packet)
        writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)
    if remark:
        note = {"/Subtype": NameObject("/Text"), "/T": TextStringObject(remark), "/F": NumberObject(0)}
        writer.add_annotation(0, DictionaryObject({NameObject(key): value for key, value in note.items()}))
        assert page is not None
    return written(writer)


def locked_pdf(author: str) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(72, 72)
    writer.add_metadata({"/Author": author})
    writer.encrypt("a password", algorithm="RC4-128")
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def docx(creator: str = "", editor: str = "", remark: str = "", change: str = "") -> bytes:
    return packed(
        {
            "docProps/core.xml": f"<cp:coreProperties {CORE}><dc:creator>{creator}</dc:creator>"
            f"<cp:lastModifiedBy>{editor}</cp:lastModifiedBy></cp:coreProperties>",
            "word/comments.xml": f'<w:comments {W}><w:comment w:author="{remark}"/></w:comments>',
            "word/document.xml": f'<w:document {W}><w:ins w:author="{change}"/></w:document>',
        }
    )


def xlsx(remark: str, person: str) -> bytes:
    return packed(
        {
            "xl/comments1.xml": f"<comments><authors><author>{remark}</author></authors></comments>",
            "xl/persons/person.xml": f'<personList><person displayName="{person}"/></personList>',
        }
    )


def pptx(remark: str) -> bytes:
    return packed({"ppt/commentAuthors.xml": f'<l><cmAuthor name="{remark}" initials="X"/></l>'})


def odt(first: str = "", last: str = "", remark: str = "") -> bytes:
    return packed(
        {
            "meta.xml": f"<office:document-meta {ODF}><office:meta>"
            f"<meta:initial-creator>{first}</meta:initial-creator><dc:creator>{last}</dc:creator>"
            "</office:meta></office:document-meta>",
            "content.xml": f"<office:document-content {ODF}><office:annotation>"
            f"<dc:creator>{remark}</dc:creator></office:annotation></office:document-content>",
        }
    )


def picture(form: str, artist: str = "", owner: str = "", comment: str = "") -> bytes:
    file, exif = BytesIO(), Image.Exif()
    exif[0x013B] = artist
    if owner:
        exif.get_ifd(0x8769)[0xA430] = owner
    Image.new("RGB", (8, 8)).save(file, form, exif=exif, **({"comment": comment} if comment else {}))
    return file.getvalue()


def png(author: str = "", packet: bytes = b"") -> bytes:
    file, texts = BytesIO(), PngInfo()
    if author:
        texts.add_text("Author", author)
    if packet:
        texts.add_itxt("XML:com.adobe.xmp", packet.decode())
    Image.new("RGB", (8, 8)).save(file, "PNG", pnginfo=texts)
    return file.getvalue()


def jpeg_with_iptc(name: str) -> bytes:
    """IPTC-IIM 4.2 record 2, dataset 80, in a Photoshop resource 0x0404 of segment APP13."""
    dataset = b"\x1c\x02\x50" + len(name.encode()).to_bytes(2) + name.encode()
    padding = b"\x00" * (len(dataset) % 2)
    resource = b"8BIM\x04\x04\x00\x00" + len(dataset).to_bytes(4) + dataset + padding
    segment = b"Photoshop 3.0\x00" + resource
    plain = picture("JPEG")
    return plain[:2] + b"\xff\xed" + (len(segment) + 2).to_bytes(2) + segment + plain[2:]
