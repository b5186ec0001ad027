"""Light marks: paragraphs, lists, emphasis. The text is kept as typed; this only shows it."""

import re
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
# Two characters nobody types hold the place of a link while marks are read.
OPEN, CLOSE = "\ue0b0", "\ue0b1"
HELD = re.compile(f"@{OPEN}(\\d+){OPEN}([^<{OPEN}{CLOSE}]*){CLOSE}")


@lru_cache(maxsize=1024)
def _html(text: str) -> str:
    whole = text.encode("utf-8", "replace").decode()
    return nh3.clean(_markdown.render(whole), tags=TAGS, attributes=ATTRIBUTES).replace(
        "<p>", '<p dir="auto">'
    )


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
        html = html.replace(OPEN, "").replace(CLOSE, "")
    else:
        html = _html(text)
    return mark_safe(html)  # noqa: S308 - nh3's output, and addresses escaped
