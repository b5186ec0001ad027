"""What a document is made of: values only, which `pdf`, `odt` and `html` make into bytes.

All is immutable, made of tuples: the same document always gives the same bytes.
"""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """Words set alike; a line end in `text` is a line end on paper."""

    text: str
    emphasis: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """A title inside the document; `level` is 1 to 4, the document's own title being above."""

    level: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list, of which each item is made of blocks; numbered from `start` when `ordered`."""

    items: tuple[tuple["Block", ...], ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage taken up; `origin` is told beneath it, unless it is empty."""

    blocks: tuple["Block", ...]
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: part of what stands just before it, and never shown without."""

    blocks: tuple["Block", ...]
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image: the file at `path`, of `width` by `height` pixels, what it shows in words (`alt`,
    maybe empty), and the line under it (maybe empty).
    """

    path: Path
    mime: str
    alt: str = ""
    caption: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Sound:
    """A sound: played where that can be, named elsewhere."""

    name: str
    path: Path
    mime: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Film:
    """A film: played where that can be, named elsewhere."""

    name: str
    path: Path
    mime: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that is only named, with its `size` in bytes."""

    name: str
    size: int
    description: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page: what follows is something else."""


Block = Title | Paragraph | Items | Quote | Answer | Picture | Sound | Film | Enclosed | Rule


@dataclass(frozen=True, slots=True)
class Words:
    """The few words a document says by itself; a house may have its own."""

    answer: str = "Ce qui y répond"
    sound: str = "Son à écouter"
    film: str = "Film à regarder"
    enclosed: str = "Fichier joint"
    undescribed: str = "Image sans description"
    unreadable: str = "Image qui n’a pas pu être ouverte"
    unprintable: str = (
        "Certains signes n’ont pas de lettre pour l’impression : un carré vide tient leur place. "
        "La page à lire à l’écran et le texte à retravailler les gardent."
    )
    page: str = "page {number} sur {total}"


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its title, its blocks, the house it comes from, and `told`, the line that says
    when and by whom it was taken out; `signed` says who wrote it and when, before its blocks. One
    that `is_easy` is set to be easy to read (`easy.py`).
    """

    title: str
    blocks: tuple[Block, ...]
    house: str = ""
    told: str = ""
    signed: str = ""
    language: str = "fr"
    words: Words = field(default_factory=Words)
    is_easy: bool = False
