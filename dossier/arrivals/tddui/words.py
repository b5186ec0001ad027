"""The values of FHIR R4 said in French words; each value that is said is marked as kept."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import PurePosixPath
from zoneinfo import ZoneInfo

from dossier.arrivals.brought import Fate, Paper
from dossier.arrivals.tddui.labels import (
    BANK,
    CODED,
    CODES,
    CODINGS,
    EXTENSIONS,
    IDENTIFIERS,
    MANAGED_EXTENSIONS,
    NIR_SYSTEMS,
    NIR_TYPES,
    OWN_WORDS,
    PHRASES,
    SLICES,
    TECHNICAL,
    label,
)
from dossier.arrivals.tddui.narrative import narrative, said_in_html
from dossier.arrivals.tddui.source import Leaf, Node, decoded

MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
    *("septembre", "octobre", "novembre", "décembre"),
)
INSTANT = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?"
)
HABITS = {"class": "v3-actcode"}  # the system that is meant when none is named
HOUSE = ZoneInfo("Europe/Paris")
NAMED_BY_THE_SOURCE = {"extension", "modifierExtension", "input", "output", "component", "note"}
PERSON = PHRASES["person"]
FREE = {  # elements whose value is somebody's words, never a date nor a code
    *(
        "text",
        "display",
        "value",
        "title",
        "description",
        "name",
        "line",
        "city",
        "family",
        "given",
    ),
    *("comment", "valueString", "authorString", "payload", "conclusion", "valueMarkdown", "unit"),
}
ENDINGS = {
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/tiff": ".tif",
    "text/html": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "text/rtf": ".rtf",
    "application/rtf": ".rtf",
    "application/json": ".json",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "video/mp4": ".mp4",
    "application/zip": ".zip",
}
NIR = re.compile(r"[1-478]\d{4}(?:\d\d|2A|2B)\d{6}(\d\d)")
IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
Pair = tuple[str, str]


def moment(text: str) -> date | datetime | None:
    """Return the day or the instant that a date of FHIR is, None when it is neither (a month)."""
    found = INSTANT.fullmatch(text)
    if not found or not found[3]:
        return None
    year, month, day, hour, minute, second = (int(found[n] or 0) for n in range(1, 7))
    try:
        if found[4] is None:
            return date(year, month, day)
        zone = _zone(found[8])
        micro = int(float(f"0{found[7] or '.0'}") * 1_000_000)
        when = datetime(year, month, day, hour, minute, min(second, 59), micro, tzinfo=zone)
        return when if when.astimezone(UTC) and when.astimezone(HOUSE) else None
    except (ValueError, OverflowError):
        return None


def _zone(text: str | None):
    if text is None:
        return HOUSE
    if text == "Z":
        return UTC
    sign = -1 if text[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(text[1:3]), minutes=int(text[4:6])))


def day_words(text: str) -> str:
    """Return a date of FHIR in French words, as it is when it is no date."""
    found = INSTANT.fullmatch(text)
    if not found or not found[2] or not 1 <= int(found[2]) <= 12:
        return text
    month = f"{MONTHS[int(found[2]) - 1]} {found[1]}"
    if not found[3]:
        return month
    when = moment(text)
    if when is None:
        return text
    first = int(found[3])
    words = f"{'1er' if first == 1 else first} {month}"
    if isinstance(when, datetime):
        words += f" à {int(found[4])}\u00a0h\u00a0{found[5]}"
        if int(found[6] or 0) or found[7]:
            words += f" min {found[6]}{(found[7] or '').replace('.', ',')}\u00a0s"
        words += _far(when, found[8])
    return words


def _far(when: datetime, zone: str | None) -> str:
    """Return the time zone as written, "" when it is that of the house."""
    is_near = zone is None or when.utcoffset() == when.astimezone(HOUSE).utcoffset()
    return "" if is_near else f" (heure {'universelle' if zone == 'Z' else zone})"


def bare(url: str) -> str:
    """Return the last part of the name of an extension or a system, without its prefix."""
    last = url.rstrip("/").rpartition("/")[2].rpartition(":")[2]
    return re.sub(r"^(tddui|fr-core|ror|as)-", "", last)


def tidy(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def is_national(text: str) -> bool:
    """Say whether a number is one of the social security's, by its shape and its key."""
    found = NIR.fullmatch(text.replace(" ", ""))
    if not found:
        return False
    digits = text.replace(" ", "").replace("2A", "19").replace("2B", "18")
    return 97 - int(digits[:13]) % 97 == int(digits[13:])


def is_account(text: str) -> bool:
    """Say whether a text is the number of a bank account (IBAN), by its shape and its key."""
    packed = text.replace(" ", "")
    if not IBAN.fullmatch(packed):
        return False
    return int("".join(str(int(char, 36)) for char in packed[4:] + packed[:4])) % 97 == 1


def hide(leaves: Iterable[Leaf]) -> set[str]:
    """Leave the values that are numbers of social security or of a bank; return them."""
    found = set()
    for leaf in leaves:
        text = leaf.value.strip()
        if 14 < len(text) < 50 and (is_national(text) or is_account(text)):
            leaf.leave("private")
            found.add(text)
    return found


def is_private(node: Node) -> bool:
    """Say whether an identifier is one of the social security's, or of a bank."""
    codes = {k.value("code") for t in node.all("type") for k in t.all("coding")}
    system = node.value("system").removeprefix("urn:oid:")
    value = node.value("value")
    return (
        bool(codes & (NIR_TYPES | BANK))
        or system in NIR_SYSTEMS
        or re.search(r"(?i)\b(nir|nss|iban)\b|numero-?secu", system) is not None
        or is_national(value)
        or is_account(value)
    )


@dataclass
class Speech:
    """French words for the elements of a source.

    `named` gives the words for what a reference points at, "" when it is not in the source;
    `masked` are the national numbers of the source, which no other number may carry.
    `papers` and `told` are the files and the texts met while speaking, until they are taken.
    """

    named: Callable[[Node], str]
    masked: set[str] = field(default_factory=set)
    papers: list[Paper] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def pairs(self, node: Node, skip: set[str] | frozenset[str] = frozenset()) -> list[Pair]:
        """Return what an element tells, as (label, words), and mark it; what has no label is left.

        Resources within are no part of it.
        """
        found: list[Pair] = []
        for kid in node.kids:
            if kid.kind or kid.name in skip:
                continue
            if kid.name in TECHNICAL:
                kid.leave("technical")
            elif kid.name in ("extension", "modifierExtension"):
                found += self.extension(kid)
            elif _names_itself(kid):
                found += self.named_value(kid)
            elif kid.name == "section":
                found.append(self.section(kid))
            elif kid.name == "note":
                found.append(self.note(kid))
            elif words := label(kid.name):
                found.append((words, self.words(kid)))
        return _joined([pair for pair in found if pair[1]])

    def words(self, node: Node) -> str:
        """Return the words for a value or an element, and mark it."""
        if node.kids:
            return self.element(node)
        return self.value(node) if node.leaf else ""

    def value(self, node: Node) -> str:
        """Return the words for a value that has no element of its own."""
        leaf = node.leaf
        if not leaf or leaf.why == "empty":
            return ""
        if leaf.value.strip() in self.masked:
            leaf.leave("private")
            return ""
        words = _plainly(node.name, leaf.value.strip())
        leaf.mark(Fate.KEPT, words)
        return words

    def element(self, node: Node) -> str:
        """Return the words for an element, after its shape."""
        names = {kid.name for kid in node.kids}
        if node.leaf:
            return _with(self.value(node), self.pairs(node))
        for fits, say in SHAPES:
            if fits(node.name, names):
                return say(self, node)
        pairs = self.pairs(node)
        if len(pairs) == 1 and not names & NAMED_BY_THE_SOURCE:
            return pairs[0][1]
        line = "\u00a0; ".join(f"{name}\u00a0: {text}" for name, text in pairs)
        return line if len(line) < 160 and "\n" not in line else lines(pairs)

    def rest(self, node: Node, *done: str) -> list[Pair]:
        """Return what an element tells besides what was said."""
        return self.pairs(node, {*done})

    def narrative(self, node: Node) -> str:
        """Return the words for a Narrative."""
        told = []
        for div in node.all("div"):
            if div.leaf and not div.kids:
                words = said_in_html(div.leaf.value)
                div.leaf.mark(Fate.KEPT, words) if words else div.leave("layout")
            else:
                words = narrative(div, lambda leaf: leaf.mark(Fate.KEPT))
                div.leave("layout")
            told.append(words)
        for kid in node.all("status"):
            kid.leave("technical")
        return _with("\n".join(filter(None, told)), self.rest(node, "div", "status"))

    # Shapes

    def concept(self, node: Node) -> str:
        """Return the words for a CodeableConcept: its text, and what its codes say."""
        text = self.words(node.one("text")) if node.one("text") else ""
        codes = [self.coding(kid) for kid in node.all("coding")]
        codes = [code for code in dict.fromkeys(codes) if code and code != text]
        if not text:
            return _with("\u00a0; ".join(codes), self.rest(node, "text", "coding"))
        more = [("", code) for code in codes] + self.rest(node, "text", "coding")
        return _with(text, more)

    def coding(self, node: Node) -> str:
        """Return the words for a Coding: what it displays, else its code."""
        code, display = node.one("code"), node.one("display")
        system = bare(node.value("system")).lower()
        known = CODINGS.get((system or HABITS.get(node.name, ""), node.value("code")))
        known = known or _base_code(node.value("system"), node.value("code"))
        words = ""
        if known:
            words = known
            for one in (code, display):
                if one and one.leaf:
                    one.leaf.mark(Fate.KEPT, known)
        elif display and self.words(display):
            words = self.words(display)
            if code:
                code.leave("technical")
        elif code:
            words = self.words(code)
        return _with(words, self.rest(node, "code", "display"))

    def reference(self, node: Node) -> str:
        """Return the words for a Reference: who or what it points at; else what it says."""
        reference, display = node.one("reference"), node.one("display")
        there = self.named(node)
        shown = self.words(display) if display else ""
        words = there or shown
        if reference and reference.leaf and reference.leaf.why != "empty":
            if words:
                reference.leaf.mark(Fate.KEPT, words) if there else reference.leaf.mark(Fate.KEPT)
            else:
                reference.leaf.mark(Fate.KEPT)
            if not there:
                more = f"{reference.leaf.value}, absent du fichier"
                words = f"{words} ({more})" if words else f"{more}"
        if there and shown and shown not in there:
            words = f"{there} ({shown})"
        for kid in node.all("type"):
            kid.leave("technical")
        return _with(words, self.rest(node, "reference", "display", "type"))

    def identifier(self, node: Node) -> str:
        """Return the words for an Identifier; those of social security and banks are left."""
        if is_private(node):
            node.leave("private")
            return ""
        value = node.one("value")
        if not value or not value.leaf or value.leaf.why == "empty":
            return self.concealed(node)
        words = value.leaf.value.strip()
        for national in self.masked:
            words = words.replace(national, "(INS)")
        value.leaf.mark(Fate.KEPT, words)
        codes = [kid for kind in node.all("type") for kid in kind.all("coding")]
        known = next(filter(None, (IDENTIFIERS.get(kid.value("code")) for kid in codes)), "")
        known = known or IDENTIFIERS.get(node.value("system").removeprefix("urn:oid:"), "")
        if known:
            for kind in node.all("type"):
                kind.leave("technical")
        more = [("", known)] if known else [("", self.words(k)) for k in node.all("type")]
        for use in node.all("use"):
            use.leave("technical")
        return _with(words, more + self.rest(node, "value", "type", "use"))

    def concealed(self, node: Node) -> str:
        """Return the words for an Identifier that has no value."""
        return _flat(self.rest(node, "use"))

    def human(self, node: Node) -> str:
        """Return the words for a HumanName."""
        order = ("prefix", "given", "family", "suffix")
        kids = [kid for name in order for kid in node.all(name)]
        name = " ".join(filter(None, map(self.value, kids)))
        inner = [pair for kid in kids for pair in self.pairs(kid)]
        text = self.words(node.one("text")) if node.one("text") else ""
        whole = name if tidy(text) in ("", tidy(name)) else text
        more = [("", name)] if whole != name and tidy(name) not in tidy(text) else []
        more += inner + self.rest(node, *order, "text", "use")
        return _with(whole, more)

    def address(self, node: Node) -> str:
        """Return the words for an Address."""
        parts = [self.words(kid) for kid in node.all("line")]
        town = " ".join(self.words(kid) for kid in node.all("postalCode", "city"))
        if node.one("postalCode") and node.one("city"):
            town = f"{self.words(node.one('postalCode'))} {self.words(node.one('city'))}"
        parts += [town, *(self.words(kid) for kid in node.all("district", "state", "country"))]
        parts = [part for part in parts if part]
        text = self.words(node.one("text")) if node.one("text") else ""
        has_all = all(tidy(part) in tidy(text) for part in parts)
        whole = text if has_all else ", ".join(parts)
        more = [("", text)] if text and not has_all else []
        more += [("", self.words(kid)) for kid in node.all("use", "type")]
        done = ("line", "postalCode", "city", "district", "state", "country", "text", "use", "type")
        return _with(whole, more + self.rest(node, *done))

    def contact(self, node: Node) -> str:
        """Return the words for a ContactPoint."""
        value = self.words(node.one("value")) if node.one("value") else ""
        more = [("", self.words(kid)) for kid in node.all("system", "use")]
        rank = [(label("rank"), self.words(kid)) for kid in node.all("rank")]
        return _with(value, more + rank + self.rest(node, "value", "system", "use", "rank"))

    def period(self, node: Node) -> str:
        """Return the words for a Period."""
        start = "".join(self.words(kid) for kid in node.all("start")[:1])
        end = "".join(self.words(kid) for kid in node.all("end")[:1])
        begun = f"{'à partir du ' if _is_day(start) else 'à partir de '}{start}" if start else ""
        over = f"jusqu’{'au ' if _is_day(end) else 'à '}{end}" if end else ""
        words = " ".join(part for part in (begun, over) if part)
        return _with(words, self.rest(node, "start", "end"))

    def quantity(self, node: Node) -> str:
        """Return the words for a Quantity or Money: its number and its unit, as they are."""
        signs = "".join(self.words(kid) for kid in node.all("comparator"))
        number = " ".join(self.words(kid) for kid in node.all("value"))
        unit = node.all("unit") or node.all("currency") or node.all("code")
        words = " ".join(part for part in (signs, number, *map(self.words, unit)) if part)
        if node.all("unit"):
            for kid in node.all("code"):
                kid.leave("technical")
        done = ("comparator", "value", "unit", "currency", "code")
        return _with(words, self.rest(node, *done))

    def note(self, node: Node) -> Pair:
        """Return the label and the words for an Annotation, with who says so and when."""
        kinds = [e for e in node.all("extension") if _slice(e)]
        title = "\u00a0; ".join(filter(None, (self.slice_words(kind) for kind in kinds)))
        kept = [kid for kid in node.kids if kid not in kinds]
        text = self.words(node.one("text")) if node.one("text") else self.value(node)
        authors = [kid for kid in kept if kid.name in ("authorReference", "authorString")]
        author = "\u00a0; ".join(filter(None, map(self.words, authors)))
        is_own = author.endswith(PERSON) or any(_slice(kind) in OWN_WORDS for kind in kinds)
        times = "\u00a0; ".join(self.words(kid) for kid in kept if kid.name == "time")
        done = {"text", "time", *(kid.name for kid in authors)}
        more = [("Auteur", author), ("Date", times)]
        more += self.pairs(Node(node.name, node.path, kids=kept), done)
        head = "" if node.name == "valueAnnotation" else label("note")
        whole = _with(quoted(text) if is_own else text, more, quote=True)
        return (title or head, whole) if whole else (label("note"), title)

    def slice_words(self, extension: Node) -> str:
        """Return the label that an extension gives to the element it is in."""
        words = "\u00a0; ".join(self.words(kid) for kid in extension.kids if kid.name != "url")
        for kid in extension.all("url"):
            kid.leave("technical")
        for leaf in (leaf for kid in extension.all("valueCode") for leaf in kid.leaves()):
            words = SLICES.get(leaf.value, words)
            leaf.mark(Fate.KEPT, words)
        return words

    def named_value(self, node: Node) -> list[Pair]:
        """Return what a thing that says its own name tells: its name, its value."""
        name = _own_name(node)
        kind = node.one(name)
        code = next((c.value("code") for c in kind.all("coding") if c.value("code")), "")
        title = SLICES.get(code, "")
        if title and (coding := kind.one("coding")):
            coding.one("code").leaf.mark(Fate.KEPT, title)
            for kid in coding.all("display"):
                kid.leave("technical")
            for kid in kind.all("text"):
                kid.leave("technical")
            coding.leave("technical")
        else:
            title = self.words(kind)
        values = [kid for kid in node.kids if kid.name.startswith("value")]
        text = "\u00a0; ".join(filter(None, map(self.words, values)))
        if code in OWN_WORDS:
            text = quoted(text)
        whole = _with(text, self.rest(node, name, *(kid.name for kid in values)))
        return [(title or label(node.name), whole) if whole else (label(node.name), title)]

    def section(self, node: Node) -> Pair:
        """Return the title of a part of a document, and what it tells."""
        title = self.words(node.one("title")) if node.one("title") else ""
        text = self.words(node.one("text")) if node.one("text") else ""
        inner = lines(self.rest(node, "title", "text"))
        whole = "\n".join(filter(None, [text, inner]))
        return (title or label("section"), whole) if whole else (label("section"), title)

    def extension(self, node: Node) -> list[Pair]:
        """Return what an extension tells, under the name that is known of it, or its own."""
        url = node.value("url")
        key = bare(url)
        for kid in node.all("url"):
            kid.leave("technical")
        if key in MANAGED_EXTENSIONS:
            node.leave("managed")
            return []
        values = [kid for kid in node.kids if kid.name.startswith("value")]
        title = EXTENSIONS.get(key) or (f"«\u00a0{key}\u00a0»" if key else "Précision")
        texts = [self.words(kid) for kid in values]
        if key == "data-absent-reason":
            texts = [self.absence(kid) for kid in values]
        inner = [pair for kid in node.all("extension") for pair in self.extension(kid)]
        others = self.rest(node, "extension", *(kid.name for kid in values))
        if title[0] == "«" and key:
            for kid in node.all("url"):
                if any(texts) or inner:
                    kid.leaf.why = ""
                    kid.leaf.mark(Fate.KEPT, key)
        whole = _with("\u00a0; ".join(text for text in texts if text), inner + others)
        return [(title, whole)] if whole else []

    def absence(self, node: Node) -> str:
        """Return the words for the reason for which a value is absent."""
        words = CODINGS.get(("data-absent-reason", node.value()), "") or self.words(node)
        if node.leaf and words:
            node.leaf.mark(Fate.KEPT, words)
        return words

    def attachment(self, node: Node) -> str:
        """Return the words for an Attachment; what it holds becomes a file, or a text."""
        title = self.words(node.one("title")) if node.one("title") else ""
        kind = "\u00a0; ".join(filter(None, map(self.words, node.all("contentType"))))
        names = []
        for kid in node.all("data"):
            names += self.file(kid.leaf, title, kind) if kid.leaf else []
        words = title or PHRASES["attachment"]
        more = [("", kind)] if kind else []
        more += [("fichier", name) for name in names if name]
        more += [("à l’adresse", self.words(kid)) for kid in self.addresses(node)]
        return _with(words, more + self.rest(node, "title", "contentType", "data", "url"))

    def addresses(self, node: Node) -> list[Node]:
        """Return where a file is, when it is not here: that is told, and not gone for."""
        return [Node("text", kid.path, kid.leaf) for kid in node.all("url") if kid.leaf]

    def file(self, leaf: Leaf, title: str, kind: str) -> list[str]:
        """Keep what is in base64, as a file or a text; return the name it has, [] for a text."""
        content = decoded(leaf.value)
        plain, _, more = kind.partition(";")
        plain = plain.strip().lower()
        if not leaf.value.strip():
            return []
        if content is None:
            name = file_name(f"{title or PHRASES['attachment']} (illisible)", "text/plain")
            self.papers.append(Paper(name, leaf.value.encode()))
            leaf.mark(Fate.KEPT)
            return [f"{name}, dont le contenu n’a pas pu être lu et est gardé tel quel"]
        leaf.mark(Fate.KEPT)
        if plain in ("text/plain", "text/markdown"):
            text = readable(content, more)
            if text is not None:
                self.told.append(text)
                leaf.words = text
                return []
        if plain in ("text/html", "application/xhtml+xml"):
            text = readable(content, more)
            if text is not None:
                self.told.append(said_in_html(text))
        name = file_name(title or PHRASES["attachment"], plain)
        self.papers.append(Paper(name, content))
        return [name]

    def taken(self) -> tuple[list[str], tuple[Paper, ...]]:
        """Return the texts and the files met since this was last asked."""
        told, papers = self.told, tuple(self.papers)
        self.told, self.papers = [], []
        return told, papers


def readable(content: bytes, more: str) -> str | None:
    """Return the text that a file is, None when it is none."""
    named = re.search(r"charset=\"?([\w-]+)", more)
    for code in (named[1] if named else "utf-8-sig", "utf-8-sig", "cp1252"):
        try:
            text = content.decode(code)
        except (UnicodeDecodeError, LookupError):
            continue
        return None if re.search("[\x00-\x08\x0e-\x1f]", text) else text.removeprefix("\ufeff")
    return None


def file_name(title: str, kind: str) -> str:
    """Return the name of a file, of its title and its type."""
    name = (
        re.sub(r"[\\/:*?\"<>|\x00-\x1f]+", " ", tidy(title)).strip(" .")[:120]
        or PHRASES["attachment"]
    )
    ending = ENDINGS.get(kind, "")
    has_one = re.fullmatch(r"\.[A-Za-z0-9]{1,5}", PurePosixPath(name).suffix)
    return name if has_one or not ending else f"{name}{ending}"


def quoted(text: str) -> str:
    """Return somebody's words between French quotation marks."""
    return f"«\u00a0{text}\u00a0»" if text else ""


def lines(pairs: list[Pair]) -> str:
    """Return pairs as lines of a text; what is on several lines begins under its label."""
    told = []
    for name, text in pairs:
        start = f"{name}\u00a0:" if name else ""
        told.append(f"{start}\n{text}" if "\n" in text and name else f"{start} {text}".strip())
    return "\n".join(told)


def _plainly(name: str, value: str) -> str:
    """Return a value in French when it is a code or a date that French has words for."""
    if name in FREE:
        return value
    if value in ("true", "false") or (name in CODED and value in CODES):
        return CODES[value]
    return day_words(value)


def _base_code(system: str, code: str) -> str:
    """Return the words for a code of TDDUI's or of FHIR's own systems, "" when it has none."""
    if "tddui" in system:
        return SLICES.get(code, "")
    return CODES.get(code, "") if "hl7.org" in system else ""


def _names_itself(node: Node) -> bool:
    return node.name in ("input", "output", "component") and bool(node.one(_own_name(node)))


def _own_name(node: Node) -> str:
    return "code" if node.name == "component" else "type"


def _slice(extension: Node) -> str:
    """Return the code by which an extension says what it is in, "" when it says no such thing."""
    if bare(extension.value("url")) not in (
        "discriminator",
        "goal-note",
        "careplan-supporting-info",
    ):
        return ""
    return (
        extension.value("valueCode")
        or extension.value("valueCodeableConcept", "coding", "code")
        or extension.value("valueCoding", "code")
        or "?"
    )


def _joined(pairs: list[Pair]) -> list[Pair]:
    """Return pairs, those of one label that follow one another being one."""
    found: list[Pair] = []
    for name, text in pairs:
        if found and found[-1][0] == name and "\n" not in found[-1][1] + text:
            found[-1] = (name, f"{found[-1][1]}\u00a0; {text}")
        else:
            found.append((name, text))
    return found


def _with(words: str, more: list[Pair], *, quote: bool = False) -> str:
    """Return words with what else is told, in brackets, or under them when it is long."""
    pairs = [(name, text) for name, text in more if text]
    if not pairs:
        return words
    if not words:
        return lines(pairs) if any("\n" in text for _, text in pairs) else _flat(pairs)
    if quote or any("\n" in text or len(text) > 80 for _, text in pairs):
        return f"{words}\n{lines(pairs)}"
    return f"{words} ({_flat(pairs)})"


def _flat(pairs: list[Pair]) -> str:
    return ", ".join(f"{name}\u00a0: {text}" if name else text for name, text in pairs)


def _is_day(words: str) -> bool:
    return words[:1].isdigit() and not words.isdigit()


def _has(*wanted: str):
    return lambda _name, names: bool(names & {*wanted})


def _called(*ends: str):
    return lambda name, _names: name.endswith(ends)


def _only(*allowed: str):
    return lambda _name, names: names <= {*allowed, "extension", "id"} and bool(names & {*allowed})


# The shape of an element, by its name and those within; the first that fits.
SHAPES: tuple[tuple[Callable[[str, set[str]], bool], Callable[[Speech, Node], str]], ...] = (
    (_has("div"), Speech.narrative),
    (_called("telecom", "ContactPoint"), Speech.contact),
    (_called("dentifier"), Speech.identifier),
    (_called("Annotation"), lambda speech, node: lines([speech.note(node)])),
    (_has("reference"), Speech.reference),
    (_called("ttachment", "photo"), Speech.attachment),
    (_has("contentType", "data"), Speech.attachment),
    (_has("coding"), Speech.concept),
    (_only("text"), Speech.concept),
    (_has("family", "given"), Speech.human),
    (lambda name, names: name == "name" and bool(names & {"text", "use", "prefix"}), Speech.human),
    (_called("HumanName"), Speech.human),
    (_has("line", "city", "postalCode"), Speech.address),
    (_called("address", "Address"), Speech.address),
    (_called("Period", "period"), Speech.period),
    (_only("start", "end"), Speech.period),
    (_called("Quantity", "Money", "Duration", "Age", "Distance", "Count"), Speech.quantity),
    (lambda _n, names: "value" in names and bool(names & {"unit", "currency"}), Speech.quantity),
    (_only("system", "code", "display", "version", "userSelected"), Speech.coding),
    (_only("display", "identifier", "type"), Speech.reference),
)
