"""The guides of the software, as they are shipped, shown as pages; first that of the machine."""

import re

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

GUIDES = settings.PACKAGE / "guide"
FIRST, ALL = "tenir-la-machine", "README"
LINK = re.compile(r"([\w-]+)\.md")


@require_safe
def machine_guide(request: HttpRequest, name: str = FIRST) -> HttpResponse:
    """Show a guide: papers of the software, the same for all."""
    if name not in {one.stem for one in GUIDES.glob("*.md")}:
        raise Http404
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse((GUIDES / f"{name}.md").read_text(encoding="utf-8"))
    for token in tokens:
        token.children = _within(token.children or [])
    title = tokens[1].content
    text = mark_safe(parser.renderer.render(tokens, parser.options, {}))  # noqa: S308 - ours, no HTML
    context = {"title": title, "text": text, "all": ALL, "is_all": name == ALL}
    return render(request, "people/guide.html", context)


def _within(tokens: list[Token]) -> list[Token]:
    """Lead to the other guides; what is not a guide is named, without a link."""
    kept, is_out = [], False
    for token in tokens:
        if token.type == "link_open":
            found = LINK.fullmatch(str(token.attrs["href"]))
            is_out = not found
            if found:
                token.attrs["href"] = reverse("guide-detail", args=[found[1]])
        if not (is_out and token.type in {"link_open", "link_close"}):
            kept.append(token)
    return kept
