"""Reading a page as a browser does: its forms, and what is in their boxes."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urldefrag

from django.test import Client
from django.urls import resolve
from django.urls.exceptions import Resolver404
from pypdf import PdfReader

TYPED = {"text", "search", "password", "date", "time", "number", "email", "url", "tel"}


@dataclass
class PageForm:
    """A form of a page: where it goes, what it would send, and the names one may type in."""

    method: str
    action: str
    fields: dict[str, str | list[str]] = field(default_factory=dict)
    boxes: list[str] = field(default_factory=list)

    def put(self, name: str, value: str) -> None:
        """Add what a box sends; boxes of one name send a list."""
        if name not in self.fields:
            self.fields[name] = value
        elif isinstance(self.fields[name], list):
            self.fields[name].append(value)
        else:
            self.fields[name] = [self.fields[name], value]

    @property
    def name(self) -> str:
        """The name of the address it goes to."""
        try:
            return resolve(self.action.split("?")[0]).url_name
        except Resolver404:
            return ""


class _Reader(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__(convert_charrefs=True)
        self.address, self.forms = address, []
        self.inside = self.box = self.select = None

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        name = given.get("name", "")
        if tag == "form":
            self.inside = PageForm(
                given.get("method", "get").lower(), given.get("action") or self.address
            )
            self.forms.append(self.inside)
        elif not self.inside:
            return
        elif tag == "textarea" and name:
            self.box, self.typed = name, ""
            self.inside.boxes.append(name)
        elif tag == "select":
            self.select, self.chosen = name, None
        elif tag == "option" and self.select and ("selected" in given or self.chosen is None):
            self.chosen = given.get("value", "")
        elif tag == "input" and name:
            self._input(name, given)

    def _input(self, name: str, given: dict[str, str]) -> None:
        kind = given.get("type", "text")
        if kind in {"radio", "checkbox"}:
            if "checked" in given:
                self.inside.put(name, given.get("value", "on"))
            return
        self.inside.put(name, given.get("value", ""))
        if kind in TYPED:
            self.inside.boxes.append(name)

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = None
        elif tag == "textarea" and self.box:
            self.inside.put(self.box, self.typed.removeprefix("\n"))
            self.box = None
        elif tag == "select" and self.select:
            self.inside.put(self.select, self.chosen or "")
            self.select = None

    def handle_data(self, data):
        if self.box:
            self.typed += data


def _body(response) -> str:
    """Return a page as a parser sees it: one kind of line end."""
    return response.content.decode().replace("\r\n", "\n")


def forms_of(response) -> list[PageForm]:
    """Return the forms of a page."""
    reader = _Reader(response.request["PATH_INFO"])
    reader.feed(_body(response))
    return reader.forms


def form_to(response, name: str) -> PageForm:
    """Return the one form of a page that goes to the address `name`."""
    (found,) = [one for one in forms_of(response) if one.method == "post" and one.name == name]
    return found


def fill(client: Client, address: str, name: str, /, **typed: str) -> PageForm:
    """Open a page as a browser does and type in the form that goes to `name`."""
    form = form_to(client.get(address), name)
    form.fields |= typed
    return form


def send(client: Client, form: PageForm, **headers: str):
    """Send a form, with the line ends a browser puts."""

    def ended(value: str | list[str]) -> str | list[str]:
        return list(map(ended, value)) if isinstance(value, list) else value.replace("\n", "\r\n")

    typed = {name: ended(value) for name, value in form.fields.items()}
    return client.post(form.action, typed, headers=headers)


def texts_shown(response) -> list[str]:
    """Return what is in the boxes of many lines of a page, inside a form or not."""
    boxes = re.findall(r"<textarea[^>]*>\n?(.*?)</textarea>", _body(response), re.DOTALL)
    return [unescape(box) for box in boxes]


def timeless(address: str) -> str:
    """Return an address without the month or the moments it asks for."""
    return re.sub(r"\b(mois|depuis|jusque)=[^&]*", r"\1", address)


def walk(
    client: Client, start: list[str], is_followed: Callable[[str], bool] = lambda address: True
) -> Iterator[tuple[str, Any]]:
    """Yield (address, answer) as far as links go from `start`, those that are followed; of the
    months and the moments, which have no end, one of each.
    """
    waiting, seen = list(start), set(map(timeless, start))
    while waiting:
        address = waiting.pop()
        response = client.get(address)
        yield address, response
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            continue
        links = re.findall(r'<a\b[^>]*\bhref="([^"#][^"]*)"', response.content.decode())
        for link in {urldefrag(unescape(link)).url for link in links}:
            whole = address.split("?")[0] + link if link.startswith("?") else link
            if whole.startswith("/") and timeless(whole) not in seen and is_followed(whole):
                seen.add(timeless(whole))
                waiting.append(whole)


def told(response) -> str:
    """Return all that an answer says, whatever it is, in lower case."""
    kind = response.headers.get("Content-Type", "")
    content = b"".join(response.streaming_content) if response.streaming else response.content
    head = str(response.headers)
    if kind == "application/pdf":
        pages = PdfReader(io.BytesIO(content)).pages
        return f"{head} {' '.join(page.extract_text() for page in pages)}".lower()
    if "opendocument" in kind:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            inner = [parts.read(name).decode(errors="replace") for name in parts.namelist()]
        return f"{head} {' '.join(inner)}".lower()
    return f"{head} {content.decode(errors='replace')}".lower()
