"""Files made to deceive, to exhaust or to be run, and names made to steer: all built in code.

`FILES` says of each one what it should be kept as (`expect`, a kind of `dossier.files.kinds`, or
"refused" for a file of no byte). `python -m tests.files.hostile` prints them and their weight.
"""

import base64
import io
import struct
import sys
import time
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PIL import Image
from pypdf import PdfWriter

MEGA = 1 << 20
SCRIPT = b"<script>alert(document.domain)</script>"
PAGE = b"<!doctype html><html><body>" + SCRIPT + b"</body></html>"
GPS = {1: "N", 2: (47.0, 12.0, 49.0), 3: "E", 4: (1.0, 5.0, 3.0)}


@dataclass(frozen=True)
class Hostile:
    """A file as a browser would send it, why it is here, and what it should be kept as."""

    name: str
    data: Callable[[], bytes]
    why: str
    expect: str


# ------------------------------------------------------------------ images


def image(kind: str = "JPEG", size: tuple[int, int] = (64, 48), **more: object) -> bytes:
    """Return a small image."""
    file = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(file, kind, **more)
    return file.getvalue()


def noted_jpeg() -> bytes:
    """Return a photograph taken on its side, with its place and its owner."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112], exif[0x013B] = "Téléphone de Samira", 6, "Samira"
    exif.get_ifd(0x8825).update(GPS)
    exif[0x8825] = GPS
    return image(exif=exif)


def jpeg_with_comment() -> bytes:
    """Return a JPEG whose comment is a page."""
    whole = image()
    return whole[:2] + b"\xff\xfe" + struct.pack(">H", len(PAGE) + 2) + PAGE + whole[2:]


def lying_jpeg() -> bytes:
    """Return a JPEG of 64 by 48 that says 60000 by 60000."""
    whole = bytearray(image())
    frame = whole.index(b"\xff\xc0")
    whole[frame + 5 : frame + 9] = struct.pack(">HH", 60_000, 60_000)
    return bytes(whole)


def gif_and_script() -> bytes:
    """Return a GIF 10799 wide that is a script too: GIF89a/*...*/=1;alert()."""
    comment = b"!\xfe\x10*/=1;alert(1);/*\x00"
    head = b"GIF89a/*" + struct.pack("<HBBB", 1, 0x80, 0, 0) + bytes(3) + b"\xff\xff\xff"
    frame = b",\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
    return head + comment + frame + b"*/"


def gif_of_frames(count: int) -> bytes:
    """Return a GIF of `count` pictures of one pixel."""
    head = b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + bytes(3) + b"\xff\xff\xff"
    frame = b"!\xf9\x04\x00\x01\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02"
    return (
        head
        + b"".join(frame + (b"D" if n % 2 else b"L") + b"\x01\x00" for n in range(count))
        + b";"
    )


def png_chunk(name: bytes, content: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return (
        struct.pack(">I", len(content))
        + name
        + content
        + struct.pack(">I", zlib.crc32(name + content))
    )


def zeros(size: int) -> bytes:
    """Return `size` zeros as a zlib stream, without holding them."""
    block, tail = _flushed(bytes(MEGA)), size % MEGA
    stream = zlib.compressobj(9, zlib.DEFLATED, -15)
    end = stream.compress(bytes(tail)) + stream.flush()
    checksum = struct.pack(">I", (size % 65521) << 16 | 1)
    return b"\x78\xda" + block * (size // MEGA) + end + checksum


def _flushed(content: bytes) -> bytes:
    """Return content as raw deflate blocks that may be repeated."""
    stream = zlib.compressobj(9, zlib.DEFLATED, -15)
    return stream.compress(content) + stream.flush(zlib.Z_FULL_FLUSH)


def png(width: int, height: int, pixels: bytes, *, before: bytes = b"") -> bytes:
    """Return a PNG of one bit a pixel around `pixels`, already compressed."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", head) + before
        + png_chunk(b"IDAT", pixels) + png_chunk(b"IEND", b"")
    )  # fmt: skip


def png_bomb() -> bytes:
    """Return a whole PNG of 30000 by 30000: 112 MB in 110 kB."""
    return png(30_000, 30_000, zeros(30_000 * (30_000 // 8 + 1)))


def png_with_long_words() -> bytes:
    """Return a PNG of 8 by 8 with 300 MB of compressed words."""
    words = png_chunk(b"zTXt", b"Comment\x00\x00" + zeros(300 * MEGA))
    return png(8, 8, zeros(16), before=words)


def bmp_bomb() -> bytes:
    """Return a BMP header of 60000 by 60000 and nothing after it."""
    info = struct.pack("<IiiHHIIiiII", 40, 60_000, 60_000, 1, 24, 0, 0, 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 54, 0, 0, 54) + info


def looping_tiff() -> bytes:
    """Return a TIFF of 8 by 8 whose directory is followed by itself."""
    fields = (
        (256, 3, 1, 8), (257, 3, 1, 8), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1),
        (273, 4, 1, 8), (277, 3, 1, 1), (278, 3, 1, 8), (279, 4, 1, 64),
    )  # fmt: skip
    directory = struct.pack("<H", len(fields)) + b"".join(
        struct.pack("<HHII", *field) for field in fields
    )
    return b"II*\x00" + struct.pack("<I", 72) + bytes(range(64)) + directory + struct.pack("<I", 72)


def svg() -> bytes:
    """Return a drawing that runs a script."""
    return (
        b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">'
        b'<script>alert(1)</script><image href="http://127.0.0.1/x"/></svg>'
    )


# ------------------------------------------------------------------ PDF


def pdf(*bodies: bytes, root: int = 1, more: bytes = b"") -> bytes:
    """Return a PDF of these objects, numbered from 1."""
    file, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(bodies, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    file += b"".join(b"%010d 00000 n \n" % place for place in places)
    file += b"trailer\n<</Size %d/Root %d 0 R%s>>\n" % (len(bodies) + 1, root, more)
    return bytes(file + b"startxref\n%d\n%%%%EOF\n" % start)


LEAF = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<<>>>>"
TREE = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"


def stream(content: bytes, more: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(content), more, content)


def pdf_with_script() -> bytes:
    """Return a PDF that runs a script, opens a page and starts a program when it is opened."""
    act = (
        b"<</S/JavaScript/JS(app.alert\\(1\\))/Next[<</S/URI/URI(http://127.0.0.1/)>>"
        b"<</S/Launch/F(cmd.exe)>>]>>"
    )
    names = b"/Names<</JavaScript<</Names[(a) %s]>>>>" % act
    catalog = b"<</Type/Catalog/Pages 2 0 R/OpenAction %s%s>>" % (act, names)
    return pdf(catalog, TREE, LEAF, stream(b"BT ET"))


def encrypted_pdf() -> bytes:
    """Return a PDF that asks for a password."""
    writer, file = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(file)
    return file.getvalue()


def looping_pdf() -> bytes:
    """Return a PDF whose pages hold themselves."""
    return pdf(CATALOG, b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9/Parent 3 0 R>>",
               b"<</Type/Pages/Kids[2 0 R]/Count 9/Parent 2 0 R>>")  # fmt: skip


def doubling_pdf(levels: int) -> bytes:
    """Return a PDF where each level of pages holds the next one twice."""
    nodes = [
        b"<</Type/Pages/Count %d/Kids[%d 0 R %d 0 R]>>" % (2 ** (levels - n), n + 3, n + 3)
        for n in range(levels)
    ]
    return pdf(CATALOG, *nodes, b"<</Type/Page/MediaBox[0 0 9 9]/Resources<<>>>>")


def pdf_bomb() -> bytes:
    """Return a PDF whose only page is 200 MB of nothing."""
    return pdf(CATALOG, TREE, LEAF, stream(zeros(200 * MEGA), b"/Filter/FlateDecode"))


def deep_pdf() -> bytes:
    """Return a PDF with a table in a table, a hundred thousand times."""
    return pdf(CATALOG, TREE, LEAF, stream(b"[" * 100_000 + b"]" * 100_000), b"[" * 100_000)


# ------------------------------------------------------------------ ZIP and office files


def pack(*parts: tuple[str, bytes | str]) -> bytes:
    """Return a ZIP of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as kept:
        for name, content in parts:
            kept.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def heavy_pack(name: str, before: bytes, filler: bytes, times: int, after: bytes) -> bytes:
    """Return a ZIP of one part made of `filler` (a megabyte) `times` over, without holding it."""
    last = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = _flushed(before) + _flushed(filler) * times + last.compress(after) + last.flush()
    # The checksum of one more block is affine (over bits) in the checksum so far.
    base = zlib.crc32(filler, 0)
    columns = [zlib.crc32(filler, 1 << bit) ^ base for bit in range(32)]
    checksum = zlib.crc32(before)
    for _ in range(times):
        following = base
        for bit, column in enumerate(columns):
            if checksum >> bit & 1:
                following ^= column
        checksum = following
    checksum = zlib.crc32(after, checksum)
    size = len(before) + len(filler) * times + len(after)
    told = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, checksum, len(content), size, len(name), 0)
    local = b"PK\x03\x04" + told + name.encode() + content
    central = b"PK\x01\x02\x14\x00" + told + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name.encode()
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end


def nested_bomb() -> bytes:
    """Return a ZIP in a ZIP in a ZIP, ten of each, of 100 MB."""
    inner = heavy_pack("0.dat", b"", bytes(MEGA), 100, b"")
    for _ in range(3):
        inner = pack(*((f"{number}.zip", inner) for number in range(10)))
    return inner


WORD = '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>'
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def docx(document: str | bytes = "", *more: tuple[str, bytes | str]) -> bytes:
    """Return a Word file around its main part."""
    return pack(
        ("[Content_Types].xml", TYPES),
        ("word/document.xml", document or WORD.format("Bonjour.")),
        *more,
    )


def docx_bomb() -> bytes:
    """Return a Word file whose words are a gigabyte of spaces."""
    before, after = WORD.encode().split(b"{}")
    return heavy_pack("word/document.xml", before, b" " * MEGA, 1024, after)


def laughing_docx() -> bytes:
    """Return a Word file whose entities double ten by ten."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return docx(f'<!DOCTYPE d [<!ENTITY l0 "ha">{entities}]>' + WORD.format("&l9;"))


def reading_docx() -> bytes:
    """Return a Word file that asks for a file of the machine."""
    return docx(
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">'
        '<!ENTITY % y SYSTEM "http://127.0.0.1/y.dtd"> %y;]>' + WORD.format("&x;")
    )


def calling_docx() -> bytes:
    """Return a Word file whose template is elsewhere."""
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/attachedTemplate" Target="http://127.0.0.1/x.dotm" TargetMode="External"/>'
        "</Relationships>"
    )
    return docx("", ("word/_rels/settings.xml.rels", relation))


def odt_with_macros() -> bytes:
    """Return an ODT that runs a macro when it is opened."""
    content = (
        '<office:document-content xmlns:office="o" xmlns:text="t" xmlns:script="s">'
        '<office:scripts><script:event-listener script:event-name="dom:load" '
        'script:href="vnd.sun.star.script:Standard.M.Main?language=Basic"/></office:scripts>'
        "<office:body><text:p>Bonjour.</text:p></office:body></office:document-content>"
    )
    return pack(
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", content),
        ("Basic/Standard/M.xml", 'Sub Main\nShell("calc")\nEnd Sub'),
    )


def xlsx() -> bytes:
    """Return an Excel file with one cell, a formula that asks for the network."""
    return pack(
        ("[Content_Types].xml", TYPES),
        ("xl/workbook.xml", "<workbook/>"),
        ("xl/sharedStrings.xml", '<sst><si><t>=WEBSERVICE("http://127.0.0.1")</t></si></sst>'),
    )


def climbing_zip() -> bytes:
    """Return a ZIP whose parts would be written elsewhere."""
    return pack(("../../etc/cron.d/x", "* * * * * root id"), ("/etc/passwd", "root"))


def crowded_zip() -> bytes:
    """Return a ZIP of 10000 parts of no byte."""
    return pack(*((f"{number}", b"") for number in range(10_000)))


# ------------------------------------------------------------------ sounds and films


def atom(name: bytes, *parts: bytes) -> bytes:
    """Return a box of an MP4."""
    content = b"".join(parts)
    return struct.pack(">I4s", 8 + len(content), name) + content


def film(brand: bytes = b"isom", track: bytes = b"vide") -> bytes:
    """Return a film, or a sound, that says where it was made."""
    words = b"+47.2137+001.0842/"
    place = atom(b"udta", atom(b"\xa9xyz", struct.pack(">HH", len(words), 0x15C7), words))
    handler = atom(b"hdlr", bytes(8), track, bytes(12))
    return b"".join(
        [
            atom(b"ftyp", brand, bytes(4), b"mp42"),
            atom(b"moov", atom(b"mvhd", bytes(100)), atom(b"trak", atom(b"mdia", handler)), place),
            atom(b"mdat", bytes(400)),
        ]
    )


def film_of_boxes() -> bytes:
    """Return a film of 200000 empty boxes, then its place."""
    return atom(b"ftyp", b"isom", bytes(4)) + atom(b"free") * 200_000 + film()


def film_in_films() -> bytes:
    """Return a film in a film, 3000 times."""
    inner = film()
    sizes = [len(inner) + 8 * (number + 1) for number in range(3000)]
    heads = b"".join(struct.pack(">I4s", size, b"moov") for size in reversed(sizes))
    return atom(b"ftyp", b"isom", bytes(4)) + heads + inner


def mp3_with_page() -> bytes:
    """Return an MP3 whose notes hold a page."""
    words = b"\x03" + PAGE
    frame = b"TIT2" + struct.pack(">IH", len(words), 0) + words
    size = bytes(len(frame) >> shift & 127 for shift in (21, 14, 7, 0))
    return b"ID3\x03\x00\x00" + size + frame + b"\xff\xfb\x90\x00" + bytes(413)


def ogg() -> bytes:
    """Return the first page of an Opus sound."""
    head = b"OpusHead\x01\x01\x00\x00\x80\xbb\x00\x00\x00\x00\x00"
    return b"OggS\x00\x02" + bytes(8) + b"LAVO" + bytes(8) + b"\x01" + bytes([len(head)]) + head


def webm(codec: bytes, kind: int) -> bytes:
    """Return the head of a WebM with one track."""
    doctype = b"\x42\x82\x84webm"
    entry = b"\xd7\x81\x01\x83\x81" + bytes([kind]) + b"\x86" + bytes([0x80 | len(codec)]) + codec
    entry = b"\xae" + bytes([0x80 | len(entry)]) + entry
    tracks = b"\x16\x54\xae\x6b" + bytes([0x80 | len(entry)]) + entry
    return (
        b"\x1aE\xdf\xa3" + bytes([0x80 | len(doctype)]) + doctype
        + b"\x18\x53\x80\x67" + bytes([0x80 | len(tracks)]) + tracks
    )  # fmt: skip


def absurd_wav() -> bytes:
    """Return a WAV of a few bytes that says it has four gigabytes, at 4 GHz."""
    form = struct.pack("<HHIIHH", 1, 65_535, 0xFFFFFFFF, 0xFFFFFFFF, 65_535, 65_535)
    fmt = b"fmt " + struct.pack("<I", 16) + form
    return b"RIFF\xff\xff\xff\xffWAVE" + fmt + b"data\xff\xff\xff\xff" + bytes(40)


# ------------------------------------------------------------------ the rest


def gzipped(content: bytes) -> bytes:
    """Return a GZIP, the same each time."""
    stream = zlib.compressobj(9, zlib.DEFLATED, 31)
    return stream.compress(content) + stream.flush()


def as_is(content: bytes) -> Callable[[], bytes]:
    """Return what builds `content`."""
    return lambda: content


def small_png() -> bytes:
    """Return a PNG without any trick, for names that have some."""
    return image("PNG", (16, 16))


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
URL = b"[InternetShortcut]\r\nURL=file://127.0.0.1/share/x.exe\r\nIconFile=\\\\127.0.0.1\\x.ico\r\n"
DESKTOP = b"[Desktop Entry]\nType=Application\nName=Photo\nExec=sh -c 'id > /tmp/x'\nIcon=image\n"
RTF = (
    b"{\\rtf1\\ansi{\\object\\objemb\\objupdate{\\*\\objclass Package}{\\*\\objdata 0105}}Bonjour.}"
)
MHT = b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n" + PAGE
EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(%pipe%id) (w) file closefile\n%%EOF\n"
WASM = b"\x00asm\x01\x00\x00\x00"
LNK = b"L\x00\x00\x00\x01\x14\x02\x00\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00F" + bytes(80)
JAR = (("META-INF/MANIFEST.MF", "Main-Class: X\n"), ("X.class", b"\xca\xfe\xba\xbe"))
DATA_PAGE = b"data:text/html;base64," + base64.b64encode(PAGE)

CONTENTS: Sequence[Hostile] = (
    Hostile("dessin.svg", svg, "SVG with a script", "text"),
    Hostile("dessin.svgz", lambda: gzipped(svg()), "SVG with a script, in a GZIP", "other"),
    Hostile("photo.jpg", as_is(PAGE), "HTML named as a photo", "text"),
    Hostile("page.html", as_is(b"\xef\xbb\xbf" + PAGE), "HTML behind a byte order mark", "text"),
    Hostile("page.txt", as_is(b" \n\t" * 9000 + PAGE), "HTML after 27 kB of blanks", "text"),
    Hostile("page.xhtml", as_is(b'<?xml version="1.0"?>' + PAGE), "XHTML", "text"),
    Hostile("page.mht", as_is(MHT), "a page in a message", "text"),
    Hostile("lien.txt", as_is(DATA_PAGE), "a page in an address", "text"),
    Hostile("page7.txt", as_is(b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-"), "UTF-7", "text"),
    Hostile("a.jpg", lambda: image() + PAGE, "JPEG, then a page", "image"),
    Hostile("b.jpg", jpeg_with_comment, "JPEG with a page in its comment", "image"),
    Hostile("c.jpg", lambda: image() + pack(("x", b"x")), "JPEG, then a ZIP", "image"),
    Hostile("d.gif", gif_and_script, "GIF that is a script too", "image"),
    Hostile("e.gif", as_is(b"GIF89a/*" + SCRIPT + b"*/=1;alert(1)"), "GIF in name only", "other"),
    Hostile("IMG_1.jpg", noted_jpeg, "orientation 6, GPS, the owner's name", "image"),
    Hostile("coupe.jpg", lambda: image(size=(900, 700))[:2000], "JPEG cut short", "other"),
    Hostile("menteur.jpg", lying_jpeg, "JPEG that says 60000x60000", "other"),
    Hostile("bombe.png", png_bomb, "PNG of 30000x30000", "other"),
    Hostile("bavard.png", png_with_long_words, "PNG with 300 MB of zTXt", "other"),
    Hostile("bombe.bmp", bmp_bomb, "BMP header of 60000x60000", "other"),
    Hostile("long.gif", lambda: gif_of_frames(5000), "GIF of 5000 pictures", "other"),
    Hostile("casse.webp", lambda: image("WEBP")[:20] + b"\xff" * 60, "WebP broken", "other"),
    Hostile("boucle.tiff", looping_tiff, "TIFF whose directory follows itself", "image"),
    Hostile("x.ico", lambda: image("ICO", (16, 16)), "ICO, which nobody photographs", "other"),
    Hostile("x.heic", as_is(atom(b"ftyp", b"heic", bytes(4)) + b"\xff" * 500), "no HEIC", "other"),
    Hostile("x.avif", as_is(atom(b"ftyp", b"avif", bytes(4)) + b"\x00" * 99), "no AVIF", "other"),
    Hostile("x.eps", as_is(EPS), "PostScript, which is a program", "text"),
    Hostile("script.pdf", pdf_with_script, "PDF: JavaScript, OpenAction, Launch", "pdf"),
    Hostile("coupe.pdf", lambda: pdf_with_script()[:150], "PDF cut short", "pdf"),
    Hostile("vide.pdf", as_is(b"%PDF-"), "PDF of five bytes", "pdf"),
    Hostile("secret.pdf", encrypted_pdf, "PDF with a password", "pdf"),
    Hostile("boucle.pdf", looping_pdf, "PDF whose pages hold themselves", "pdf"),
    Hostile("double.pdf", lambda: doubling_pdf(24), "PDF of 16 million pages in 2 kB", "pdf"),
    Hostile("bombe.pdf", pdf_bomb, "PDF with a stream of 200 MB", "pdf"),
    Hostile("profond.pdf", deep_pdf, "PDF with 100000 tables one in another", "pdf"),
    Hostile("tard.pdf", lambda: PAGE + pdf_with_script(), "a page, then a PDF", "text"),
    Hostile(
        "bombe.zip", lambda: heavy_pack("0", b"", bytes(MEGA), 1024, b""), "ZIP: 1 GB", "other"
    ),
    Hostile("poupees.zip", nested_bomb, "ZIP in ZIP in ZIP, 100 GB", "other"),
    Hostile("monte.zip", climbing_zip, "ZIP with parts elsewhere", "other"),
    Hostile("foule.zip", crowded_zip, "ZIP of 10000 parts", "other"),
    Hostile("x.jar", lambda: pack(*JAR), "a Java program", "other"),
    Hostile("bombe.docx", docx_bomb, "docx with 1 GB of spaces", "office"),
    Hostile("rire.docx", laughing_docx, "docx: a billion laughs", "office"),
    Hostile("xxe.docx", reading_docx, "docx that asks for /etc/passwd", "office"),
    Hostile("appel.docx", calling_docx, "docx with a template elsewhere", "office"),
    Hostile("macro.docm", lambda: docx("", ("word/vbaProject.bin", OLE)), "docm, macros", "office"),
    Hostile("casse.docx", lambda: docx("<w:document"), "docx with broken XML", "office"),
    Hostile("zip.docx", lambda: pack(("a.txt", "a")), "ZIP named as a docx", "other"),
    Hostile("coupe.docx", lambda: docx()[:-30], "docx cut short", "other"),
    Hostile("macro.odt", odt_with_macros, "ODT with macros", "office"),
    Hostile("x.xlsx", xlsx, "xlsx with a formula that calls", "office"),
    Hostile("x.doc", as_is(OLE), "an old Word file, or anything old", "office"),
    Hostile("objet.rtf", as_is(RTF), "RTF with an object", "office"),
    Hostile("x.exe", as_is(b"MZ\x90\x00\x03" + bytes(200)), "a Windows program", "other"),
    Hostile("photo.jpg.exe", as_is(b"MZ\x90\x00\x03" + bytes(200)), "two endings", "other"),
    Hostile("x.png", as_is(b"\x7fELF\x02\x01\x01" + bytes(200)), "a Linux program", "other"),
    Hostile("x.sh", as_is(b"#!/bin/sh\nrm -rf ~\n"), "a shell script", "text"),
    Hostile("x.url", as_is(URL), "a Windows shortcut to a share", "text"),
    Hostile("x.lnk", as_is(LNK), "a Windows shortcut", "other"),
    Hostile("Photo.desktop", as_is(DESKTOP), "a Linux shortcut", "text"),
    Hostile("x.js", as_is(b"fetch('/').then(r=>r.text()).then(alert)\n"), "a script", "text"),
    Hostile("x.wasm", as_is(WASM), "a WebAssembly program", "other"),
    Hostile("x.swf", as_is(b"FWS\x09" + bytes(60)), "a Flash program", "other"),
    Hostile("formules.csv", as_is(b"nom,mot\n=cmd|'/c calc'!A1,a\n"), "formulas", "text"),
    Hostile("VID_1.mp4", film, "MP4 with its place", "video"),
    Hostile("IMG_2.MOV", lambda: film(b"qt  "), "MOV with its place", "video"),
    Hostile("note.m4a", lambda: film(b"M4A ", b"soun"), "sound with its place", "sound"),
    Hostile("boites.mp4", film_of_boxes, "MP4 of 200000 boxes", "video"),
    Hostile("profond.mp4", film_in_films, "MP4 of 3000 boxes one in another", "video"),
    Hostile("menteur.mp4", lambda: film()[:24] + b"\xff" * 60, "MP4, boxes of 4 GB", "video"),
    Hostile("chanson.mp3", mp3_with_page, "MP3 with a page in its title", "sound"),
    Hostile("voix.ogg", ogg, "Opus of one page: nothing to hear", "other"),
    Hostile("voix.webm", lambda: webm(b"A_OPUS", 2), "WebM, sound", "sound"),
    Hostile("voix-hasard.webm", lambda: webm(b"A_OPUS", 2) + b"V_AV\x86V_", "WebM, sound", "sound"),
    Hostile("film.webm", lambda: webm(b"V_VP8", 1), "WebM, pictures", "video"),
    Hostile("absurde.wav", absurd_wav, "WAV that says 4 GB", "sound"),
    Hostile("vide.txt", as_is(b""), "no byte", "refused"),
    Hostile("un.txt", as_is(b"a"), "one letter", "text"),
    Hostile("nul.txt", as_is(b"\x00"), "one byte that is no letter", "other"),
    Hostile("long.txt", lambda: b"a " * 2_500_000, "a line of 5 MB", "text"),
    Hostile("utf16.txt", as_is("Élan\r\n".encode("utf-16")), "UTF-16", "other"),
    Hostile("latin.txt", as_is("Élan, été\r\n".encode("cp1252")), "an old Windows text", "other"),
    Hostile("bidi.txt", as_is("Dû\u202e: 01 \u2066€".encode()), "text that turns", "text"),
    Hostile("bm.txt", as_is(b"BM, c'est Bernard M. Il passe mardi.\n"), "text like a BMP", "text"),
    Hostile("id3.txt", as_is(b"ID3 : troisieme piece d'identite.\n"), "text like an MP3", "text"),
)

NAMES = (
    ("../../etc/passwd", "a path that climbs"),
    ("C:\\Windows\\x.png", "a path of Windows"),
    ("\\\\127.0.0.1\\part\\x.png", "a path of a network"),
    ("file:///etc/x.png", "an address"),
    ("a\x00b\x07\x1b[31m.png", "signs that steer a terminal"),
    ("photo\u202egnp.exe", "reads photoexe.png"),
    ("\u200b\u2060\ufeff.png", "signs one does not see"),
    ("x" * 300 + ".png", "300 signs"),
    ("é" * 254 + ".png", "508 bytes"),
    ("e\u0301" * 80 + ".png", "accents apart"),
    ("con.png", "a name that Windows keeps for itself"),
    ("AUX", "another one, without ending"),
    ("com1.tar.gz", "another one, two endings"),
    ("", "no name"),
    (".", "here"),
    ("..", "above"),
    ("...png", "dots"),
    (".htaccess", "hidden, and read by servers"),
    ("   .png", "blanks"),
    ("photo.png. . ", "blanks and dots that Windows drops"),
    ("x.png::$DATA", "a stream of Windows"),
    ('a.png"\r\nSet-Cookie: a=b\r\n\r\n<script>', "lines in a header"),
    ('a"; filename="b.html', "another name in the name"),
    ("a'b;c,d=e%2f..%2f.png", "quotes, semicolons, per cents"),
    ("<img src=x onerror=alert(1)>.png", "a page in the name"),
    ("{{ 7*7 }}{% debug %}.png", "a template in the name"),
    ("-rf.png", "looks like an option"),
    ("$(id)`id`|id.png", "looks like a command"),
    ("🎉👩🏽‍🦽 fête.png", "emoji, several signs for one"),
    ("نور.png", "from right to left"),
    ("Z\u0351\u0363\u0310a\u0357\u0301l\u0304\u030ag\u0342o\u0308.png", "accents piled up"),
)

FILES: list[Hostile] = [
    *CONTENTS,
    *(Hostile(name, small_png, f"name: {why}", "image") for name, why in NAMES),
]


def main() -> None:
    """Print each file: its weight, the time it takes to build, what it should be kept as."""
    for one in FILES:
        start = time.perf_counter()
        size = len(one.data())
        spent = time.perf_counter() - start
        sys.stdout.write(f"{size:>9} {spent:6.3f} s {one.expect:8} {one.name[:60]!r}: {one.why}\n")
    sys.stdout.write(f"{len(FILES)} files\n")


if __name__ == "__main__":
    main()
