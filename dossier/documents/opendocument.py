"""The body of a document in OpenDocument's own terms (ISO/IEC 26300, part 3)."""

import re
from collections.abc import Iterable
from typing import Any
from xml.etree.ElementTree import Element, SubElement, register_namespace

from dossier.documents.plain import Node

TYPE = "application/vnd.oasis.opendocument.text"
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = {
    "office": f"{OASIS}office:1.0",
    "style": f"{OASIS}style:1.0",
    "text": f"{OASIS}text:1.0",
    "draw": f"{OASIS}drawing:1.0",
    "fo": f"{OASIS}xsl-fo-compatible:1.0",
    "svg": f"{OASIS}svg-compatible:1.0",
    "manifest": f"{OASIS}manifest:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}
for _prefix, _name in NAMES.items():
    register_namespace(_prefix, _name)
BODY, IN_LIST, IN_QUOTE, IN_ANSWER = (
    "Text_20_body",
    "List_20_Contents",
    "Quotations",
    "Ce_20_qui_20_repond",
)
SPACES = re.compile(r"(\t| {2,}|^ )")
MM_A_PIXEL, WIDEST_MM, TALLEST_MM = 0.158, 158, 105
EASY_MM_A_PIXEL, EASY_WIDEST_MM, EASY_TALLEST_MM = 0.4, 146, 120


def attribute(name: str) -> str:
    """Return a name such as `text:p` as ElementTree writes it."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMES[prefix]}}}{local}"


def element(name: str, parent: Element | None = None, /, **attributes: Any) -> Element:
    """Return a new element, last in `parent`; `attributes` are of its own prefix (`style_name`)."""
    prefix = name.partition(":")[0]
    given = {
        attribute(f"{prefix}:{key.replace('_', '-')}"): str(value)
        for key, value in attributes.items()
    }
    if parent is None:
        return Element(attribute(name), given)
    return SubElement(parent, attribute(name), given)


class Body:
    """Makes `content` (content.xml) of a plain tree; `pictures` ties each file to its part."""

    def __init__(self, tree: Node) -> None:
        self.words, self.pictures, self.sections, self.frames = tree["words"], {}, 0, 0
        self.is_easy = tree["is_easy"]
        self.turned: set[str] = set()  # styles also needed from right to left
        self.content = element("office:document-content", version="1.3")
        self.automatic = element("office:automatic-styles", self.content)
        place = element("office:text", element("office:body", self.content))
        for style, words in (("Enseigne", tree["house"]), ("Title", tree["title"])):
            self.small(place, style, words)
        self.small(place, "Sortie", tree["told"] or " ")
        self.blocks(place, tree["blocks"], BODY)
        margin = element("style:style", self.automatic, name="Sous", family="section")
        SubElement(margin, attribute("style:section-properties")).set(
            attribute("fo:margin-left"), "8mm"
        )

    def blocks(self, place: Element, blocks: Iterable[Node], style: str) -> None:
        """Write blocks; `style` is the one of their paragraphs."""
        for node in blocks:
            getattr(self, node["kind"])(place, node, style)

    def said(self, place: Element, node: Node) -> None:
        """Write runs."""
        for run in node["runs"]:
            inner = place
            for mark, style in (("emphasis", "Emphasis"), ("strong", "Strong_20_Emphasis")):
                if run[mark]:
                    inner = element("text:span", inner, style_name=style)
            for number, line in enumerate(run["lines"]):
                if number:
                    element("text:line-break", inner)
                spell(inner, line)

    def small(self, place: Element, style: str, words: str) -> None:
        """Write a line of the house, unless it is empty."""
        if words:
            spell(element("text:p", place, style_name=style), words)

    def direction(self, node: Node, style: str) -> str:
        """Return `style`, or what turns it for letters written from right to left."""
        if not node["is_right_to_left"]:
            return style
        name = f"{style}_rtl"
        if style not in self.turned:
            self.turned.add(style)
            made = element("style:style", self.automatic, name=name, family="paragraph")
            made.set(attribute("style:parent-style-name"), style)
            turned = element("style:paragraph-properties", made, writing_mode="rl-tb")
            turned.set(attribute("fo:text-align"), "right")
        return name

    def title(self, place: Element, node: Node, _style: str) -> None:
        """Write a title."""
        style = self.direction(node, f"Heading_20_{node['level']}")
        self.said(element("text:h", place, style_name=style, outline_level=node["level"]), node)

    def paragraph(self, place: Element, node: Node, style: str) -> None:
        """Write a paragraph."""
        self.said(element("text:p", place, style_name=self.direction(node, style)), node)

    def items(self, place: Element, node: Node, style: str) -> None:
        """Write a list."""
        name = "Numbering_20_1" if node["ordered"] else "List_20_1"
        whole = element("text:list", place, style_name=name)
        for number, item in enumerate(node["each"]):
            start = {"start_value": node["start"]} if node["ordered"] and not number else {}
            inside = element("text:list-item", whole, **start)
            self.blocks(inside, item, IN_LIST if style == BODY else style)

    def section(self, place: Element, name: str, **style: str) -> Element:
        """Return a section of its own: what is in it belongs together."""
        self.sections += 1
        return element("text:section", place, name=f"{name} {self.sections}", **style)

    def quote(self, place: Element, node: Node, _style: str) -> Element:
        """Write a passage and its origin; return where what answers it goes."""
        inside = self.section(place, "Passage")
        self.blocks(inside, node["blocks"], IN_QUOTE)
        self.small(inside, "Origine", node["origin"])
        return inside

    def answer(self, place: Element, node: Node, _style: str) -> None:
        """Write an answer under what it answers."""
        inside = self.section(place, self.words["answer"], style_name="Sous")
        head = element("text:p", inside, style_name="Qui_20_repond")
        strong = element("text:span", head, style_name="Strong_20_Emphasis")
        strong.text = self.words["answer"]
        strong.tail = f" · {node['origin']}" if node["origin"] else None
        self.blocks(inside, node["blocks"], IN_ANSWER)

    def tied(self, place: Element, node: Node, style: str) -> None:
        """Write a block and the answers to it, together."""
        first, *answers = node["blocks"]
        if first["kind"] == "quote":
            inside = self.quote(place, first, style)
        else:
            inside = self.section(place, "Passage")
            self.blocks(inside, [first], style)
        self.blocks(inside, answers, style)

    def picture(self, place: Element, node: Node, _style: str) -> None:
        """Write a picture, the words that tell it, and its caption."""
        self.frames += 1
        part = self.pictures.setdefault(node["path"], f"Pictures/{len(self.pictures) + 1}.jpg")
        style = "Image_20_et_20_legende" if node["caption"] else "Image"
        place_of_it = element("text:p", place, style_name=style)
        frame = element("draw:frame", place_of_it, name=f"Image {self.frames}")
        frame.set(attribute("text:anchor-type"), "as-char")
        sides = _millimetres(node, is_easy=self.is_easy)
        for name, length in zip(("width", "height"), sides, strict=True):
            frame.set(attribute(f"svg:{name}"), f"{length:.1f}mm")
        image = element("draw:image", frame)
        values = {"href": part, "type": "simple", "show": "embed", "actuate": "onLoad"}
        for name, value in values.items():
            image.set(attribute(f"xlink:{name}"), value)
        element("svg:desc", frame).text = node["alt"]
        self.small(place, "Caption", node["caption"])

    def file(self, place: Element, node: Node, _style: str) -> None:
        """Write what is said of a file."""
        box = element("text:p", place, style_name="Fichier")
        head = element("text:span", box, style_name="Petit")
        label = element("text:span", head, style_name="Strong_20_Emphasis")
        label.text = node["label"]
        label.tail = "".join(f" · {one}" for one in (node["name"], node["size"]) if one)
        if node["description"]:
            element("text:line-break", box)
            spell(box, node["description"])

    def rule(self, place: Element, _node: Node, _style: str) -> None:
        """Write a line across the page."""
        element("text:p", place, style_name="Horizontal_20_Line")


def spell(place: Element, line: str) -> None:
    """Write a line last in `place`, each of its spaces kept."""
    for piece in SPACES.split(line):
        if piece == "\t":
            element("text:tab", place)
        elif piece and not piece.strip(" "):
            element("text:s", place, c=len(piece))
        elif len(place):
            place[-1].tail = (place[-1].tail or "") + piece
        else:
            place.text = (place.text or "") + piece


def widest(*, is_easy: bool) -> int:
    """Return how wide the text of a page is, in millimetres."""
    return EASY_WIDEST_MM if is_easy else WIDEST_MM


def _millimetres(picture: Node, *, is_easy: bool) -> tuple[float, float]:
    """Return the width and height of a picture on a page: at most as wide as its text."""
    width, height = picture["width"], picture["height"]
    grown, tallest = (EASY_MM_A_PIXEL, EASY_TALLEST_MM) if is_easy else (MM_A_PIXEL, TALLEST_MM)
    scale = min(grown, widest(is_easy=is_easy) / width, tallest / height)
    return width * scale, height * scale
