"""What a page says: all that somebody sees, hears read aloud, or is shown by its script."""

import io
import json
import re
import zipfile
from html.parser import HTMLParser

from pypdf import PdfReader

from dossier.establishment.words import KNOWN, fold, plural_of

# Attributes that nobody sees or hears: addresses, ties from one element to another, kinds.
UNSEEN = {
    "action", "aria-controls", "aria-current", "aria-labelledby", "autocapitalize", "autocomplete",
    "charset", "class", "crossorigin", "data-brouillon", "data-charte",
    "data-etat", "data-geste", "data-joindre",
    "data-jour", "data-liste", "data-noms", "data-outil", "data-rubriques", "data-suite",
    "datetime", "decoding", "dir", "enctype", "for", "formaction", "href", "id", "lang", "list",
    "loading", "media", "method", "name", "rel", "role", "src", "type",
}  # fmt: skip
CHOSEN = {"radio", "checkbox", "hidden"}
# Names the law gives: a house that renames its words does not rename these.
LAW = re.compile(
    r"(?<![\w-])(?:personnes? de confiance|personnes? qualifiees?|personne accueillie"
    r"|contrats? d.accompagnement par le travail|projets? d.etablissement)(?![\w-])"
)


def less_law(folded: str) -> str:
    """Return a folded text less the names the law gives."""
    return LAW.sub(" ", folded)


def former_words() -> dict[str, set[str]]:
    """Return, by key, the words of the interface as they are at first, folded."""
    found = {}
    for key, one in KNOWN.items():
        word = one.word
        many = {word.plural or plural_of(word.singular), word.pluriel, word.singulier}
        many |= {word.singular, word.feminine} | (
            {plural_of(word.feminine)} if word.feminine else set()
        )
        found[key] = {fold(each) for each in many if each}
    return found


class Listener(HTMLParser):
    """Gathers what is said; former words may stand in <q>, where they are told as such."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said, self.silent = [], 0

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.silent += tag in {"q", "script", "style"}
        unsaid = tag in {"option", "button"} or given.get("type") in CHOSEN
        for name, value in attrs:
            if value and name not in UNSEEN and not (name == "value" and unsaid):
                self.said.append(value)

    def handle_endtag(self, tag):
        self.silent -= tag in {"q", "script", "style"}

    def handle_data(self, data):
        if not self.silent:
            self.said.append(data)


def _of_pdf(content: bytes) -> str:
    reader = PdfReader(io.BytesIO(content))
    return " ".join([*(page.extract_text() for page in reader.pages), str(reader.metadata)])


def _of_odt(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        told = [parts.read(name).decode() for name in ("content.xml", "styles.xml", "meta.xml")]
    return re.sub(r"<[^>]*>", " ", "\n".join(told))


DOCUMENTS = {"application/pdf": _of_pdf, "application/vnd.oasis.opendocument.text": _of_odt}


def said_by(response) -> str:
    """Return, folded, what an answer says: a page, a part of one, JSON, a text."""
    kind = response.headers.get("Content-Type", "")
    if kind in DOCUMENTS:
        return less_law(fold(" ".join(DOCUMENTS[kind](response.content).split())))
    if not kind.startswith(("text/", "application/json")):
        return ""
    body = response.content.decode()
    if kind.startswith("application/json"):
        return less_law(fold(json.dumps(json.loads(body), ensure_ascii=False)))
    if kind.startswith("text/html"):
        listener = Listener()
        listener.feed(body)
        body = " ".join(listener.said)
    name = response.headers.get("Content-Disposition", "")
    return less_law(fold(" ".join(f"{body} {name}".split())))
