"""What templates need to show writings and dates."""

from collections.abc import Iterable
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from django import template
from django.forms import Form
from django.template.base import Parser, Token
from django.template.context import Context
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as parse_url
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString

from dossier.accounts import passphrases
from dossier.establishment.words import Word, of
from dossier.files.kinds import SIDES
from dossier.notebooks import marks, rules
from dossier.notebooks.models import Writing
from dossier.web import dates
from dossier.web.meetings.around import called
from dossier.web.notebooks import articles
from dossier.web.rescue import words_of
from dossier.web.sharing import keeping

register = template.Library()


@lru_cache(maxsize=4096, typed=True)
def _address(urlconf: str | None, prefix: str, name: str, *args: object) -> SafeString:
    return escape(reverse(name, urlconf, args))


class AddressNode(URLNode):
    """Django's `{% url %}`, which sought each address anew: an address never changes."""

    def render(self, context: Context) -> str:
        """Return the address, or give it the name asked for."""
        name, args = self.view_name.resolve(context), [arg.resolve(context) for arg in self.args]
        address = _address(get_urlconf(), get_script_prefix(), name, *args)
        if not self.asvar:
            return address
        context[self.asvar] = address
        return ""


@register.tag
def url(parser: Parser, token: Token) -> AddressNode:
    """Read the tag as Django does; the house's addresses have no named arguments."""
    node = parse_url(parser, token)
    if node.kwargs:
        raise template.TemplateSyntaxError("{% url %} n’a pas d’arguments nommés ici.")
    return AddressNode(node.view_name, node.args, node.kwargs, node.asvar)


register.filter("marked", marks.render)


@register.filter
def de(name: object) -> str:
    """Return "de" and a name, shortened before a vowel: "d’Alain"."""
    return of(str(name))


@register.filter
def name_of(writing: Writing) -> str:
    """Return what to call a writing in a list: its title, or how it begins."""
    title, _ = rules.untitled(writing.text)
    begun = title or writing.text or (writing.heading.name if writing.heading else "")
    return excerpt(begun, 80) or "Sans titre"


register.filter("lived_at", articles.lived_at)
register.filter("called", called)


@register.filter
def keepers(lines: Iterable[Any]) -> str:
    """Return who keeps, of the readers that the lines of a page tell."""
    return keeping.keepers(line.reader for line in lines)


@register.filter
def accord(word: Word, forms: str) -> str:
    """Return, of "masculine,feminine", the form that goes with a word of the house."""
    return word.accord(forms)


@register.filter
def holds_words(form: Form) -> bool:
    """Whether somebody typed something in a form that comes back."""
    return bool(words_of(form.data.items()))


@register.filter
def spoken_day(moment: date | datetime) -> str:
    """Return a day as one says it."""
    day = timezone.localtime(moment).date() if isinstance(moment, datetime) else moment
    return dates.spoken_day(day, timezone.localdate())


@register.filter
def full_day(moment: date | datetime) -> str:
    """Return a day whole, with its year."""
    day = timezone.localtime(moment).date() if isinstance(moment, datetime) else moment
    return dates.full_day(day)


@register.filter
def clock(moment: datetime) -> str:
    """Return "21 h 05"."""
    return dates.clock(timezone.localtime(moment))


@register.filter
def as_date(value: object) -> object:
    """Return a date as a date box wants it; words as they were typed."""
    return value.isoformat() if isinstance(value, date) else value


@register.filter
def as_time(value: object) -> object:
    """Return a time as a time box wants it; words as they were typed."""
    return value.strftime("%H:%M") if isinstance(value, time) else value


@register.filter
def excerpt(text: str, length: int = 90) -> str:
    """Return the beginning of a text on one line, without the mark of its title."""
    line = " ".join(rules.without_mark(text).split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0] + " …"


@register.simple_tag(takes_context=True)
def suggested_phrase(context: Context) -> str:
    """Return a passphrase one may take: the one just shown when a form comes back, or a new one."""
    shown = context["request"].POST.get("drawn_passphrase", "")
    return shown if passphrases.is_suggestion(shown) else passphrases.suggestion()


@register.filter
def sentence(words: str) -> str:
    """Return words that end as a sentence does: with a full stop, unless they end already."""
    told = words.rstrip()
    return told if not told or told[-1] in ".!?…" else f"{told}."


@register.filter
def weight(size: int) -> str:
    """Return a size in bytes as one says it: "340 Ko", "1,2 Mo"."""
    if size < 1_000:
        return f"{size}\N{NO-BREAK SPACE}octets"
    if size < 1_000_000:
        return f"{size // 1_000}\N{NO-BREAK SPACE}Ko"
    return f"{size / 1_000_000:.1f}\N{NO-BREAK SPACE}Mo".replace(".", ",")


@register.filter
def shown(side: int | None, other: int | None) -> int:
    """Return a side of an image, in pixels, as its small size has it."""
    longest = max(side or 1, other or 1, SIDES["small"])
    return max(1, round((side or 1) * SIDES["small"] / longest))
