"""Agreements in words, on the screen and on paper."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils import timezone

from dossier.disclosures.models import Allowed, Consent
from dossier.disclosures.rules import USUAL, State
from dossier.documents.easy import easy
from dossier.documents.pages import Document, Items, Paragraph, Run, Title
from dossier.establishment.house import house, said
from dossier.establishment.models import Worker
from dossier.notebooks.models import Writing
from dossier.persons.models import Dossier
from dossier.web.dates import full_day

SEEN = 100


def part(dossier: Dossier, worker: Worker) -> dict[str, Any]:
    """Return what the page of a person's rights shows of what may leave."""
    found = Consent.objects.visible_to(worker).filter(dossier=dossier)
    return {"consents": [(one, told(one)) for one in found[:SEEN]]}


def told(consent: Consent) -> str:
    """Return where an agreement stands, in words."""
    until = full_day(consent.until)
    match consent.state:
        case State.MISTAKEN:
            return "noté par erreur : il ne compte pas"
        case State.WITHDRAWN:
            return f"repris le {full_day(consent.withdrawn_on)} : rien ne sort plus"
        case State.REFUSED:
            return f"non, le {full_day(consent.on)} : rien ne sort, et cela n’a aucune suite"
        case State.SILENT:
            return "on n’a pas encore répondu : c’est non"
        case State.ENDED:
            return f"oui, jusqu’au {until} : c’est fini, rien ne sort plus"
    return f"oui, jusqu’au {until}"


def usual(sort: str) -> list[str]:
    """Return what is usual for a sort of recipient, and what the law allows."""
    return [said(one) for one in USUAL.get(sort, ())]


def what(one: Allowed) -> str:
    """Return what may leave, in words."""
    if one.writing:
        words = said("{ecrit.le} du {on}", on=full_day(day_of(one.writing)))
    elif one.heading:
        words = said("ce qui est sous « {of} »", of=one.heading)
    else:
        words = said("tout {cahier.le}")
    if not one.writing or one.notebook_id != one.consent.dossier.notebook_id:
        words += said(", dans {cahier.le} {title}", title=one.notebook)
    if one.since:
        words += f", depuis le {full_day(one.since)}"
    if one.until:
        words += f", jusqu’au {full_day(one.until)}"
    return words + (", avec ce qui y est joint" if one.with_files else "")


def day_of(writing: Writing) -> date:
    """Return the day a writing tells of, or else that it was signed."""
    return writing.occurred_on or timezone.localtime(writing.signed_at).date()


def sheet(consent: Consent) -> Document:
    """Return the paper on which one asks, and somebody answers, easy to read."""
    told = tuple(_asked(consent))
    name = house().name
    return easy(Document(title="Est-ce que vous êtes d’accord ?", blocks=told, house=name))


def _line(words: str, *, strong: bool = False) -> Paragraph:
    return Paragraph((Run(words, strong=strong),))


def _asked(consent: Consent) -> Iterator[Title | Paragraph | Items]:
    allowed = list(consent.allowed.select_related("writing", "heading", "notebook"))
    yield _line(f"Pour {consent.dossier.person.called}.", strong=True)
    yield Title(2, (Run("Ce qu’on vous demande"),))
    yield _line(f"On voudrait dire quelque chose de vous à : {consent.recipient}.")
    yield _line("Voici pourquoi :")
    yield _line(consent.purpose)
    yield Title(2, (Run("Ce qui sortirait"),))
    if allowed:
        yield Items(tuple((_line(what(one)),) for one in allowed))
    yield _line("Rien d’autre ne sort. Vous pouvez tout lire avant.")
    yield Title(2, (Run("Jusqu’à quand"),))
    yield _line(f"Jusqu’au {full_day(consent.until)}. Après, c’est fini.")
    yield Title(2, (Run("Vous choisissez"),))
    yield _line("Vous pouvez dire oui.")
    yield _line("Vous pouvez dire non. On ne vous en voudra pas. Rien ne changera pour vous.")
    yield _line("Vous pouvez ne pas répondre. Alors, c’est non.")
    yield _line("Vous pouvez changer d’avis quand vous voulez. Il suffit de le dire.")
    yield Title(2, (Run("Je réponds"),))
    yield _line("☐ Oui, je suis d’accord.", strong=True)
    yield _line("☐ Non, je ne suis pas d’accord.", strong=True)
    yield _line("Ce que je veux dire :")
    yield _line("…" * 30)
    yield _line("Qui était avec moi :")
    yield _line("…" * 30)
    yield _line("Le jour, et ma signature, ou mon dessin :")
    yield _line("…" * 30)
