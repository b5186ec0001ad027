"""The bytes of a source as a tree, each value with its path and what became of it.

JSON and XML give the same tree: an element has a name, perhaps a value, and elements of its own.
No document type, no entity, no network; what is too large or too deep is refused.
"""

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from dossier.arrivals.brought import Fate, Unreadable

LARGEST = 64 * 1024 * 1024  # bytes
MOST = 1_000_000  # values
DEEPEST = 100  # elements one inside another
FHIR = "http://hl7.org/fhir"
CDA = "urn:hl7-org:v3"
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(eq=False, slots=True)
class Leaf:
    """A value of the source: its path there, and what became of it.

    `words` is the form under which a value that is taken or kept is found in what came out. `why`
    says, of one that is not, for what reason: "" (not understood), or a key of `report.WHY`.
    """

    path: str
    value: str
    fate: Fate = Fate.UNKNOWN
    words: str = ""
    why: str = ""

    def mark(self, fate: Fate, words: str | None = None) -> None:
        """Say that it is found in what came out; what was taken remains so, nothing is no value."""
        if self.fate is not Fate.TAKEN and self.why != "empty":
            self.fate, self.words, self.why = fate, self.value if words is None else words, ""

    def leave(self, why: str) -> None:
        """Say why it is left in the original, unless it is found elsewhere."""
        if self.fate is Fate.UNKNOWN and not self.why:
            self.why = why


@dataclass(eq=False, slots=True)
class Node:
    """An element of the source: a name, a value (or none) and elements of its own, in order.

    `kind` is the type of a FHIR resource, "" of all else. In XML, attributes are named "@name" and
    texts "#".
    """

    name: str
    path: str
    leaf: Leaf | None = None
    kids: list["Node"] = field(default_factory=list)
    kind: str = ""
    space: str = ""

    def all(self, *names: str) -> list["Node"]:
        """Return the elements of one of these names."""
        return [kid for kid in self.kids if kid.name in names]

    def one(self, *way: str) -> "Node | None":
        """Return the first element found by this way of names, None when there is none."""
        if not way:
            return self
        found = (kid.one(*way[1:]) for kid in self.kids if kid.name == way[0])
        return next((node for node in found if node), None)

    def value(self, *way: str) -> str:
        """Return the value of the first element found by this way of names, "" when none."""
        node = self.one(*way)
        return node.leaf.value.strip() if node and node.leaf and node.leaf.why != "empty" else ""

    def every(self) -> Iterator["Node"]:
        """Return this element and all those within it, in order."""
        yield self
        for kid in self.kids:
            yield from kid.every()

    def leaves(self) -> Iterator[Leaf]:
        """Return all values within this element, in order."""
        return (node.leaf for node in self.every() if node.leaf)

    def leave(self, why: str) -> None:
        """Say why all that is within this element is left in the original."""
        for leaf in self.leaves():
            leaf.leave(why)


@dataclass(eq=False)
class Source:
    """A source that was opened: its tree, all its values, and what is to be said of its bytes."""

    root: Node
    leaves: list[Leaf]
    remarks: list[str]


def opened(content: bytes) -> Source:
    """Return the tree of a source, JSON or XML; raise Unreadable with what to do."""
    if len(content) > LARGEST:
        raise Unreadable(
            f"Ce fichier est trop grand ({len(content) // 2**20} Mo, {LARGEST // 2**20} au plus)."
            " Demandez à qui l’a envoyé de l’envoyer en plusieurs fois."
        )
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("Ce fichier est vide. Demandez à qui l’a envoyé de l’envoyer à nouveau.")
    if content[:4] == b"PK\3\4":
        raise Unreadable(
            "Ce fichier est une archive ZIP. Ouvrez-la, et donnez le fichier .json ou .xml"
            " qu’elle contient."
        )
    start = content.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1]
    if start == b"<":
        return _Xml().read(content)
    if start in (b"{", b"["):
        return _json(content)
    raise Unreadable(
        "Ce fichier n’est ni du JSON ni du XML\u00a0: ce n’est pas un transfert TDDUI. Demandez à"
        " qui l’a envoyé un fichier .json ou .xml, ou apportez celui-ci comme un simple fichier."
    )


def clean(text: str, remarks: list[str], path: str) -> str:
    """Return a text without the characters that no writing can hold; those are said."""
    if CONTROLS.search(text):
        remarks.append(f"Des caractères illisibles de « {path} » sont remplacés par « \ufffd ».")
        return CONTROLS.sub("\ufffd", text)
    return text


# JSON


class _Pairs(list):
    """An object of JSON: its pairs, in order, for a name said twice to be lost for nobody."""


def _text(content: bytes, remarks: list[str]) -> str:
    try:
        return content.decode(json.detect_encoding(content)).removeprefix("\ufeff")
    except UnicodeDecodeError:
        remarks.append("Ce fichier n’est pas en UTF-8 ; il est lu comme du Windows-1252.")
        return content.decode("cp1252", errors="replace")


def _json(content: bytes) -> Source:
    remarks: list[str] = []
    text = _text(content, remarks)
    if text.count(",") > 2 * MOST:
        raise Unreadable(_too_much())
    try:
        values = _values(text)
    except RecursionError:
        raise Unreadable(_too_deep()) from None
    except ValueError as error:
        at = f" (ligne {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise Unreadable(
            f"Ce fichier JSON est abîmé ou incomplet{at}. Demandez à qui l’a envoyé de l’envoyer"
            " à nouveau."
        ) from None
    leaves: list[Leaf] = []
    if isinstance(values, list) and not isinstance(values, _Pairs):
        root = Node("", "", kids=list(_nodes("", "", values, leaves, remarks, 0)))
    else:
        (root,) = _nodes("", "", values, leaves, remarks, 0)
    return Source(root, leaves, remarks)


def _values(text: str):
    decoder = json.JSONDecoder(
        object_pairs_hook=_Pairs, parse_int=str, parse_float=str, parse_constant=str
    )
    try:
        return decoder.decode(text)
    except json.JSONDecodeError as error:
        lines = [line for line in text.splitlines() if line.strip()]
        if error.msg != "Extra data" or len(lines) < 2:
            raise
        return [decoder.decode(line) for line in lines]  # one resource a line


def _nodes(name, path, value, leaves, remarks, depth) -> Iterator[Node]:
    """Give the elements that a value of JSON is: one for each thing of a list."""
    if depth > DEEPEST:
        raise Unreadable(_too_deep())
    if isinstance(value, _Pairs) and value:
        yield _object(name, path, value, leaves, remarks, depth)
    elif isinstance(value, list) and value:
        for index, thing in enumerate(value):
            yield from _nodes(name, f"{path}[{index}]", thing, leaves, remarks, depth + 1)
    else:
        leaf = Leaf(path, clean(_literal(value), remarks, path))
        if not leaf.value or value is None or isinstance(value, list):
            leaf.why = "empty"
        leaves.append(leaf)
        yield Node(name, path, leaf)


def _literal(value) -> str:
    """Return a value of JSON that has no other within, as it is written."""
    if isinstance(value, _Pairs):
        return "{}"
    if isinstance(value, list):
        return "[]"
    return {None: "null", True: "true", False: "false"}.get(value, value)


def _object(name, path, pairs, leaves, remarks, depth) -> Node:
    node = Node(name, path)
    seen: dict[str, int] = {}
    for key, value in pairs:
        seen[key] = seen.get(key, 0) + 1
        again = f"#{seen[key]}" if seen[key] > 1 else ""
        word = clean(key, remarks, path)
        way = f"{path}.{word}{again}" if path else f"{word}{again}"
        node.kids.extend(_nodes(word, way, value, leaves, remarks, depth + 1))
    node.kind = node.value("resourceType")
    _join_what_is_said_of_values(node)
    return node


def _join_what_is_said_of_values(node: Node) -> None:
    """Give to each value what its "_name" says of it, as XML has it."""
    for name in {kid.name[1:] for kid in node.kids if kid.name[:1] == "_" and kid.name[1:]}:
        values, said = node.all(name), node.all(f"_{name}")
        for index, more in enumerate(said):
            if index < len(values):
                values[index].kids.extend(more.kids)
            elif more.kids:
                node.kids.append(Node(name, more.path, kids=more.kids))
        node.kids = [kid for kid in node.kids if kid not in said or not kid.kids]


# XML


class _Xml:
    """The reading of an XML source."""

    def __init__(self):
        self.leaves: list[Leaf] = []
        self.remarks: list[str] = []
        self.asides = 0
        self.pieces: list[str] = []
        self.top = Node("", "")
        self.open: list[Node] = [self.top]
        self.counts: list[dict[str, int]] = [{}]

    def read(self, content: bytes) -> Source:
        """Return the tree of an XML document."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler = self.text
        parser.CommentHandler = parser.ProcessingInstructionHandler = self.aside
        parser.ordered_attributes = True
        try:
            parser.Parse(content.lstrip() if content[:1].isspace() else content, True)
        except (expat.ExpatError, ValueError, LookupError) as error:
            at = f" (ligne {error.lineno})" if isinstance(error, expat.ExpatError) else ""
            raise Unreadable(
                f"Ce fichier XML est abîmé ou incomplet{at}. Demandez à qui l’a envoyé de l’envoyer"
                " à nouveau."
            ) from None
        if self.asides:
            self.remarks.append(
                f"Commentaires du fichier XML, restés dans l’original\u00a0: {self.asides}."
            )
        (root,) = self.top.kids
        return Source(as_resource(root), self.leaves, self.remarks)

    def start(self, tag: str, attributes: list[str]) -> None:
        """Open an element."""
        self.tell()
        space, name = _parted(tag)
        counts = self.counts[-1]
        counts[name] = counts.get(name, 0) + 1
        node = Node(name, f"{self.open[-1].path}/{name}[{counts[name]}]", space=space)
        self.open[-1].kids.append(node)
        self.open.append(node)
        self.counts.append({})
        if len(self.open) > DEEPEST + 1:
            raise Unreadable(_too_deep())
        for key, value in zip(attributes[::2], attributes[1::2], strict=True):
            word = f"@{_parted(key)[1]}"
            node.kids.append(Node(word, f"{node.path}/{word}", self.leaf(node, word, value)))

    def end(self, _tag: str) -> None:
        """Close an element."""
        self.tell()
        self.open.pop()
        self.counts.pop()

    def text(self, text: str) -> None:
        """Gather a text, which the parser gives in pieces."""
        self.pieces.append(text)

    def tell(self) -> None:
        """Keep the text that was gathered; blank ones between elements are no value."""
        node, text = self.open[-1], "".join(self.pieces)
        self.pieces.clear()
        if text.strip():
            node.kids.append(Node("#", f"{node.path}/text()", self.leaf(node, "text()", text)))
        elif text and node.kids:
            node.kids.append(Node("#", node.path))

    def aside(self, *_aside) -> None:
        """Count a comment, or a word to a program."""
        self.asides += 1

    def leaf(self, node: Node, word: str, value: str) -> Leaf:
        """Return a new value, within the bounds."""
        if len(self.leaves) >= MOST:
            raise Unreadable(_too_much())
        counts = self.counts[-1]
        counts[word] = counts.get(word, 0) + 1
        again = f"[{counts[word]}]" if counts[word] > 1 else ""
        path = f"{node.path}/{word}{again}"
        leaf = Leaf(path, clean(value, self.remarks, path), why="" if value.strip() else "empty")
        self.leaves.append(leaf)
        return leaf


def _parted(name: str) -> tuple[str, str]:
    space, _, word = name.rpartition(" ")
    return space, word


def _refuse(*_declaration) -> None:
    raise Unreadable(
        "Ce fichier XML déclare un type de document (DOCTYPE), ce qu’un transfert TDDUI ne fait pas"
        " et qui peut être dangereux. Demandez à qui l’a envoyé un fichier sans cette déclaration."
    )


def as_resource(node: Node) -> Node:
    """Return an element of FHIR's XML as JSON would give it; any other as it is."""
    if node.space != FHIR:
        return node
    return _plain(node, is_resource=True)


def _plain(node: Node, *, is_resource: bool = False) -> Node:
    plain = Node(node.name, node.path, kind=node.name if is_resource else "")
    for kid in node.kids:
        if kid.name == "@value":
            plain.leaf = kid.leaf
        elif kid.name in ("@id", "@url"):
            plain.kids.append(Node(kid.name[1:], kid.path, kid.leaf))
        elif kid.name in ("resource", "contained", "outcome"):
            plain.kids.extend(_within(kid))
        elif kid.name == "div":
            plain.kids.append(kid)
        elif kid.name != "#" or kid.leaf:
            plain.kids.append(_plain(kid) if kid.kids else kid)
    return plain


def _within(wrapper: Node) -> Iterator[Node]:
    """Give the resources that an element holds."""
    for kid in wrapper.kids:
        if kid.leaf:
            yield kid
        elif kid.name != "#":
            resource = _plain(kid, is_resource=True)
            resource.name = wrapper.name
            yield resource


def _too_deep() -> str:
    return (
        "Ce fichier est trop enchevêtré pour être lu. Demandez à qui l’a envoyé de l’envoyer"
        " à nouveau, ou apportez-le comme un simple fichier."
    )


def _too_much() -> str:
    return (
        "Ce fichier contient trop de valeurs pour être lu d’un coup. Demandez à qui l’a envoyé de"
        " l’envoyer en plusieurs fois."
    )


# What is in base64


def decoded(text: str) -> bytes | None:
    """Return what a text in base64 holds, None when it is not base64."""
    packed = "".join(text.split())
    try:
        return codecs.decode(packed.encode("ascii"), "base64") if _is_base64(packed) else None
    except (ValueError, UnicodeError):
        return None


def _is_base64(packed: str) -> bool:
    return len(packed) % 4 == 0 and bool(re.fullmatch(r"[A-Za-z0-9+/]+={0,2}", packed))
