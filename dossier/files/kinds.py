"""What a file is, told from its first bytes and never from its name: a closed list.

What may be shown or played in a page is named here; all the rest is kept as it came and only
ever handed over as a download.
"""

import re
import unicodedata
from typing import NamedTuple

IMAGE, SOUND, VIDEO, PDF, OFFICE, TEXT, OTHER = (
    "image", "sound", "video", "pdf", "office", "text", "other",
)  # fmt: skip
SEALED = "sealed"  # what the house sealed itself, never joined nor shown
SIDES = {"content": 4096, "large": 1600, "small": 480}  # pixels of an image's longest side
LOOKED_AT = 262_144  # bytes read to tell
MAX_NAME = 150


class Told(NamedTuple):
    """What a file is: its kind, the type it is served as, and the endings its name may have."""

    kind: str
    mime: str
    endings: tuple[str, ...]


OPAQUE = Told(OTHER, "application/octet-stream", ())
PLAIN = Told(TEXT, "text/plain; charset=utf-8", ("txt", "csv", "md", "vcf", "ics"))
JPEG = Told(IMAGE, "image/jpeg", ("jpg", "jpeg"))
PNG = Told(IMAGE, "image/png", ("png",))
GIF = Told(IMAGE, "image/gif", ("gif",))
WAV = Told(SOUND, "audio/wav", ("wav",))
MP3 = Told(SOUND, "audio/mpeg", ("mp3",))
OGG = Told(SOUND, "audio/ogg", ("ogg", "oga", "opus"))
FLAC = Told(SOUND, "audio/flac", ("flac",))
M4A = Told(SOUND, "audio/mp4", ("m4a", "mp4"))
MP4 = Told(VIDEO, "video/mp4", ("mp4", "m4v", "mov"))
WEBM_SOUND = Told(SOUND, "audio/webm", ("webm", "weba"))
WEBM = Told(VIDEO, "video/webm", ("webm", "mkv"))
WEBP = Told(IMAGE, "image/webp", ("webp",))
PDF_FILE = Told(PDF, "application/pdf", ("pdf",))
RTF = Told(OFFICE, "application/rtf", ("rtf",))
OLD_OFFICE = Told(OFFICE, "application/octet-stream", ("doc", "xls", "ppt"))
HEADS = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"II*\x00", Told(IMAGE, "image/tiff", ("tif", "tiff"))),
    (b"MM\x00*", Told(IMAGE, "image/tiff", ("tif", "tiff"))),
    (b"BM", Told(IMAGE, "image/bmp", ("bmp",))),
    (b"OggS", OGG),
    (b"fLaC", FLAC),
    (b"ID3", MP3),
    (b"\xff\xfb", MP3),
    (b"\xff\xf3", MP3),
    (b"\xff\xf2", MP3),
    (b"%PDF-", PDF_FILE),
    (b"{\\rtf", RTF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_OFFICE),
)
ALSO_WORDS = {b"BM", b"ID3", b"OggS", b"fLaC"}  # a text may begin so: "BM, c'est Bernard"
STILL_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"mif1", b"avif"}
ODF = "application/vnd.oasis.opendocument."
OOXML = "application/vnd.openxmlformats-officedocument."
OFFICES = {
    "odt": Told(OFFICE, f"{ODF}text", ("odt",)),
    "ods": Told(OFFICE, f"{ODF}spreadsheet", ("ods",)),
    "odp": Told(OFFICE, f"{ODF}presentation", ("odp",)),
    "docx": Told(OFFICE, f"{OOXML}wordprocessingml.document", ("docx",)),
    "xlsx": Told(OFFICE, f"{OOXML}spreadsheetml.sheet", ("xlsx",)),
    "pptx": Told(OFFICE, f"{OOXML}presentationml.presentation", ("pptx",)),
}
STILL = Told(IMAGE, "image/heic", ("heic", "heif", "avif"))
KNOWN = [told for _, told in HEADS] + [*OFFICES.values(), PLAIN, STILL, WAV, M4A, MP4]
KNOWN += [WEBM, WEBM_SOUND, WEBP]
# Endings on which a computer runs what it is given; a file that is not what they say loses them.
RUNS = {
    "apk", "app", "appimage", "bat", "bin", "cmd", "com", "cpl", "desktop", "dll", "exe",
    "gadget", "hta", "htm", "html", "inf", "jar", "js", "jse", "lnk", "mht", "mhtml", "msi",
    "msp", "pif", "ps1", "reg", "scf", "scr", "sh", "shtml", "svg", "svgz", "url", "vb",
    "vbe", "vbs", "wasm", "ws", "wsf", "xht", "xhtml", "xml", "xsl", "xslt",
}  # fmt: skip
ENDINGS = RUNS | {ending for told in KNOWN for ending in told.endings}
# The name of a codec of pictures, as Matroska writes it: its element, its length, V_ and letters.
# Two letters alone stand by chance in one sound out of twenty.
PICTURES = re.compile(rb"\x86(?:[\x80-\xbf]|[\x40-\x7f].|\x01.{7})V_[A-Z]", re.DOTALL)
UNSAFE = re.compile(r'[<>:"|?*\\/%;]')
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def tell(head: bytes) -> Told:
    """Return what a file is from its first bytes (LOOKED_AT of them); office files are not told
    apart from other ZIP files here: they come as OPAQUE (see `workshop`).
    """
    for start, told in HEADS:
        if head.startswith(start):
            return PLAIN if start in ALSO_WORDS and is_text(head) else told
    if head[:4] == b"RIFF":
        return {b"WAVE": WAV, b"WEBP": WEBP}.get(head[8:12], OPAQUE)
    if head[4:8] == b"ftyp":
        return _isobmff(head)
    if head[:4] == b"\x1aE\xdf\xa3" and b"webm" in head[:64]:
        return WEBM if PICTURES.search(head) else WEBM_SOUND
    return PLAIN if is_text(head) else OPAQUE


def by_mime(kind: str, mime: str) -> Told:
    """Return what was once told of a file, from its kind and type; OPAQUE for any other."""
    return next((told for told in KNOWN if (told.kind, told.mime) == (kind, mime)), OPAQUE)


def _isobmff(head: bytes) -> Told:
    brand = head[8:12]
    if brand in STILL_BRANDS:
        return STILL
    return M4A if brand in {b"M4A ", b"M4B "} or b"vide" not in head and b"soun" in head else MP4


def is_text(head: bytes) -> bool:
    """Whether bytes are UTF-8 words: no control character but tabs and line ends."""
    try:
        words = head.decode("utf-8-sig")
    except UnicodeDecodeError as broken:
        if broken.start < len(head) - 4 or len(head) < LOOKED_AT:
            return False
        words = head[: broken.start].decode("utf-8-sig", "replace")
    return bool(head) and not any(char < " " and char not in "\t\n\r\f" for char in words)


def clean_name(name: str, told: Told) -> str:
    """Return a name that any computer can keep: no path, no sign that steers, an ending that
    says what the file is. Where a computer would run it, `.txt` or `.bin` is added.
    """
    last = re.split(r"[/\\]", name)[-1]
    last = "".join(char for char in last if unicodedata.category(char)[0] != "C")
    last = " ".join(UNSAFE.sub(" ", last).split()).strip(". ")
    stem, _, ending = last.rpartition(".")
    if not stem or not re.fullmatch(r"[A-Za-z][A-Za-z0-9]{0,10}", ending):
        stem, ending = last, ""
    stem = stem[: MAX_NAME - 24]
    if not stem or RESERVED.fullmatch(stem):
        stem = f"fichier {stem}".strip()
    if ending.lower() in told.endings or (told.kind == OTHER and ending.lower() not in RUNS | {""}):
        return f"{stem}.{ending}"
    right = told.endings[0] if told.endings else "bin"
    replaced = told.kind not in {TEXT, OTHER} and ending.lower() in ENDINGS
    return f"{stem}.{right}" if replaced or not ending else f"{stem}.{ending}.{right}"
