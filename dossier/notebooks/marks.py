"""Light marks: paragraphs, lists, emphasis, titles. The text is kept as typed; this shows it."""

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from dossier.notebooks import lists

_OPTIONS = {"breaks": True, "html": False}
_markdown = MarkdownIt("zero", _OPTIONS).enable(["heading", "list", "emphasis", "newline"])
_without_lists = MarkdownIt("zero", _OPTIONS).enable(["heading", "emphasis", "newline"])
TAGS = {"p", "br", "ul", "ol", "li", "em", "strong", "h3", "h4", "h5"}
LEVELS = {"h1": "h3", "h2": "h4"}  # a page already has its own title, and its days
TITLE = re.compile(r"#{1,6} +\S(?:.*[^\s#])?")
ATTRIBUTES = {"ol": {"start"}}
# What a writer may say of a sentence, before it: read as a label, kept as it was typed.
SAID_OF = {
    "vu": "vu ou entendu",
    "rapporté": "rapporté par quelqu’un",
    "supposé": "supposé, pas vérifié",
    "ressenti": "ressenti, rien de plus",
}
SAID = re.compile(rf"(<p>|<li>|<br>\n?|[.!?…»] )\[({'|'.join(SAID_OF)})\](?=[ <])")
# Two characters nobody types hold the place of a link while marks are read.
OPEN, CLOSE = "\ue0b0", "\ue0b1"
LEFT = re.compile(f"{OPEN}\\d+{OPEN}|[{OPEN}{CLOSE}]")
HELD = re.compile(f"@{OPEN}(\\d+){OPEN}([^<{OPEN}{CLOSE}]*){CLOSE}")


def _titles(state: StateCore) -> None:
    """Make titles h3, h4 or h5; a sign alone, or at the end, is a sign and not a mark."""
    lines = state.src.split("\n")
    for number, token in enumerate(state.tokens):
        if token.type == "heading_open":
            closing, line = state.tokens[number + 2], lines[token.map[0]].strip()
            if TITLE.fullmatch(line):
                token.tag = closing.tag = LEVELS.get(token.tag, "h5")
                continue
            token.type, closing.type = "paragraph_open", "paragraph_close"
            token.tag = closing.tag = "p"
            state.tokens[number + 1].content = line[line.index("#") :]


for _one in (_markdown, _without_lists):
    _one.core.ruler.after("block", "titles", _titles)
_markdown.core.ruler.after("titles", "lists", lists.as_typed)


def tokens(text: str) -> list[Token]:
    """Return the marks of `text` as markdown-it tokens: titles are h3, h4 or h5."""
    text = text.encode("utf-8", "replace").decode()
    told = {"typed": text}
    found = _markdown.parse(lists.read_pasted(text), told)
    return _without_lists.parse(text) if told["is_too_deep"] else found


@lru_cache(maxsize=1024)
def _html(text: str) -> str:
    rendered = _markdown.renderer.render(tokens(text), _markdown.options, {})
    html = nh3.clean(rendered, tags=TAGS, attributes=ATTRIBUTES)
    if "[" in html:
        html = SAID.sub(_label, html)
    return html.replace("<p>", '<p dir="auto">')


def _label(found: re.Match) -> str:
    """Return a quiet label, whose meaning is read aloud."""
    meaning = SAID_OF[found[2]].removeprefix(found[2])
    return f'{found[1]}<span class="marque">{found[2]}<span class="vh">{meaning} :</span></span>'


def forget() -> None:
    """Forget what was rendered, to measure without it."""
    _html.cache_clear()


def _hold(text: str, names: list[str]) -> str:
    """Put marks around each @name: the longest that stands there as a whole word."""
    pieces, last = [], 0
    for found in re.finditer("@", text):
        at = found.end()
        if at <= last or (at > 1 and text[at - 2].isalnum()):
            continue
        for number, name in enumerate(names):
            end = at + len(name)
            if text.startswith(name, at) and not text[end : end + 1].isalnum():
                pieces += [text[last:at], f"{OPEN}{number}{OPEN}", name, CLOSE]
                last = end
                break
    return "".join([*pieces, text[last:]])


def render(text: str, links: Iterable[tuple[str, str]] = ()) -> SafeString:
    """Return `text` as safe HTML; `links` are (words as typed after @, address) to tie."""
    ordered = sorted(links, key=lambda link: -len(link[0]))
    if ordered and OPEN not in text and CLOSE not in text:
        held = _html(_hold(text, [name for name, _ in ordered]))
        html = HELD.sub(
            lambda found: (
                f'<a class="mention" href="{escape(ordered[int(found[1])][1])}">@{found[2]}</a>'
            ),
            held,
        )
        html = LEFT.sub("", html)  # a name that a mark cut in two
    else:
        html = _html(text)
    return mark_safe(html)  # noqa: S308 - nh3's output, and addresses escaped
