"""Light marks: paragraphs, lists, emphasis. The text is kept as typed; this only shows it."""

from collections.abc import Iterable
from functools import lru_cache
from html import escape

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

_markdown = MarkdownIt("zero", {"breaks": True, "html": False}).enable(
    ["list", "emphasis", "newline"]
)
TAGS = {"p", "br", "ul", "ol", "li", "em", "strong"}
ATTRIBUTES = {"ol": {"start"}}


@lru_cache(maxsize=4096)
def _html(text: str) -> str:
    return nh3.clean(_markdown.render(text), tags=TAGS, attributes=ATTRIBUTES).replace(
        "<p>", '<p dir="auto">'
    )


def render(text: str, links: Iterable[tuple[str, str]] = ()) -> SafeString:
    """Return `text` as safe HTML; `links` are (words as typed after @, address) to tie."""
    html = _html(text)
    for name, address in sorted(links, key=lambda link: -len(link[0])):
        typed = "@" + escape(name, quote=False)
        html = html.replace(typed, f'<a class="mention" href="{escape(address)}">{typed}</a>')
    return mark_safe(html)  # noqa: S308 - built from nh3's output and escaped names
