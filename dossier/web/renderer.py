"""How boxes of forms are shown: as Django does, but for lists of choices."""

from typing import Any

from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

SELECT = "django/forms/widgets/select.html"


def _attributes(given: dict[str, Any]) -> SafeString:
    parts = (
        f" {escape(name)}" if value is True else f' {escape(name)}="{escape(value)}"'
        for name, value in given.items()
        if value is not False
    )
    return mark_safe("".join(parts))  # noqa: S308 - each part is escaped


def _options(options: list[dict[str, Any]]) -> SafeString:
    parts = (
        format_html(
            '<option value="{}"{}>{}</option>',
            option["value"],
            _attributes(option["attrs"]),
            option["label"],
        )
        for option in options
    )
    return mark_safe("".join(parts))  # noqa: S308 - each part is escaped


def _group(name: str | None, options: list[dict[str, Any]]) -> SafeString:
    shown = _options(options)
    return format_html('<optgroup label="{}">{}</optgroup>', name, shown) if name else shown


class Renderer(DjangoTemplates):
    """Django's, but for lists of choices.

    It renders a template for each choice and one for its attributes: for a search page, with a
    choice for each notebook, that took as long as all the rest.
    """

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> SafeString:
        """Return the box as the page shows it."""
        if template_name != SELECT:
            return super().render(template_name, context, request)
        widget = context["widget"]
        groups = "".join(_group(name, options) for name, options, _ in widget["optgroups"])
        return format_html(
            '<select name="{}"{}>{}</select>',
            widget["name"],
            _attributes(widget["attrs"]),
            mark_safe(groups),  # noqa: S308 - each group is escaped
        )
