"""A writing of a takeout as a text, and notebooks as pages that open in any browser."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from html import escape

from dossier.establishment.house import house, said
from dossier.files import kinds
from dossier.files.models import Blob
from dossier.notebooks import french
from dossier.notebooks.models import Notebook
from dossier.ownership.paths import folder, kept_as, text_path
from dossier.ownership.shown import Fiche, Shown

SEARCH = (
    '<form role="search"><label for="mots">Chercher</label>'
    '<input type="search" id="mots" autocomplete="off"></form>'
    '<p class=petit id="dit" role="status" data-rien="Rien de tel ici."'
    ' data-trop="Voici les plus récents ; ajoutez un mot pour en trouver moins."></p>'
    '<ul id="trouves"></ul>'
)


def as_text(notebook: Notebook, one: Shown) -> str:
    parts = [notebook.title, *([one.heading] if one.heading else []), *one.head, "", one.text]
    for passage, words in one.passages:
        parts += ["", *(f"> {line}" for line in passage.splitlines()), "", words]
    for blob, name, description in one.joined:
        parts += ["", f"[{name}] {description}".rstrip(), kept_as(blob)]
    for told, text in one.former:
        parts += ["", f"—— {told}", "", text]
    return "\n".join(parts).rstrip() + "\n"


def _as_article(one: Shown, where: str) -> str:
    heading = f"<h3>{escape(one.heading)}</h3>" if one.heading else ""
    spoken = ' class="parole"' if one.is_spoken else ""
    passages = "".join(
        f"<blockquote>{escape(passage)}</blockquote><p class=texte>{escape(words)}</p>"
        for passage, words in one.passages
    )
    former = "".join(
        f"<details><summary>{escape(told)}</summary><p class=texte>{escape(text)}</p></details>"
        for told, text in one.former
    )
    joined = "".join(_as_figure(*told) for told in one.joined)
    link = f'<a href="../../{text_path(where, one.day, one.pk)}">texte</a>'
    return (
        f'<article id="e{one.pk}"{spoken}><header>{" · ".join(map(escape, one.head))} · {link}'
        f"</header>{heading}<p class=texte>{escape(one.text)}</p>"
        f"{passages}{joined}{former}</article>"
    )


def _as_figure(blob: Blob, name: str, description: str) -> str:
    caption = escape(f"{name} {description}".strip())
    link = f"../../{kept_as(blob)}"
    if blob.kind == kinds.IMAGE:
        shown = (
            f'<img src="../../{kept_as(blob, "large")}" alt="{escape(description)}" loading=lazy>'
        )
    else:
        shown = ""
    named = f'<figcaption><a href="{link}">{caption}</a></figcaption>'
    return f'<figure><a href="{link}">{shown}</a>{named}</figure>'


def _html(title: str, root: str, body: str) -> str:
    return (
        '<!doctype html>\n<html lang="fr"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(title)}</title><link rel="stylesheet" href="{root}style.css"></head>'
        f"<body>{body}</body></html>\n"
    )


def page(notebook: Notebook, some: Sequence[Shown], number: int, pages: int, fiche: Fiche) -> str:
    links = ['<a href="../../index.html">Tout</a>']
    if number > 1:
        links.append(f'<a href="{number - 1}.html" rel="prev">Avant</a>')
    if number < pages:
        links.append(f'<a href="{number + 1}.html" rel="next">Après</a>')
    place = f"<p class=petit>Page {number} sur {pages}</p>" if pages > 1 else ""
    known = "".join(f"<dt>{escape(label)}</dt><dd>{escape(words)}</dd>" for label, words in fiche)
    known = f"<dl>{known}</dl>" if known else ""
    where = folder(notebook)
    articles = "".join(_as_article(one, where) for one in some)
    nav = f"<nav>{' '.join(links)}</nav>"
    title = escape(notebook.title)
    return _html(
        notebook.title, "../../", f"{nav}<h1>{title}</h1>{place}{known}<main>{articles}</main>{nav}"
    )


def front(held: Iterable[Notebook]) -> str:
    lists = defaultdict(list)
    for one in held:
        lists[one.kind].append(one)
    name = house().name or said("{maison.Singulier}")
    body = [f"<h1>{escape(name)}</h1>", SEARCH]
    for kind, label in Notebook.Kind.choices:
        links = sorted(lists.pop(kind, []), key=lambda one: french.fold_all(one.title))
        if links:
            items = "".join(
                f'<li><a href="pages/{folder(one)}/1.html">{escape(one.title)}</a></li>'
                for one in links
            )
            body.append(f"<h2>{escape(said(label).capitalize())}</h2><ul class=liste>{items}</ul>")
    body.append('<script src="recherche.js"></script><script src="liste.js"></script>')
    return _html(name, "", "".join(body))
