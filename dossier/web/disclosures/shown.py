"""Agreements in words, on the screen and on paper."""

import hashlib
from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.safestring import mark_safe

from dossier.disclosures import outgoing, preparing, sendings
from dossier.disclosures.models import Allowed, Consent, Disclosed, Disclosure
from dossier.disclosures.rules import USUAL, State
from dossier.disclosures.sealing import Part, cleaned
from dossier.documents.easy import easy
from dossier.documents.pages import Document, Items, Paragraph, Run, Title
from dossier.establishment.house import house, said
from dossier.establishment.models import Worker
from dossier.files import kinds
from dossier.files.models import Blob
from dossier.persons.models import Dossier
from dossier.web.dates import full_day

SEEN = 100


def part(dossier: Dossier, worker: Worker) -> dict[str, Any]:
    """Return what the page of a person's rights shows of what may leave."""
    found = Consent.objects.visible_to(worker).filter(dossier=dossier)
    sent = outgoing.of_dossier(dossier=dossier, by=worker)[:SEEN]
    return {
        "consents": [(one, told(one)) for one in found[:SEEN]],
        "sent": [
            (one, said(Disclosure.Sort(one.pack).label), left(one, is_standing=True), opens)
            for one, opens in sent
        ],
    }


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
        words = said("{ecrit.le} du {on}", on=full_day(preparing.day_of(one.writing)))
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


def facts(consent: Consent) -> list[str]:
    """Return what is said of dates that may leave, if they may."""
    told = (
        "des dates, sans aucun nom : ce qui a été remis, signé ou refusé, {projet.le}, sa révision"
    )
    return [said(told)] if consent.with_facts else []


def sendings_of(consent: Consent, worker: Worker) -> list[tuple[Disclosure, str]]:
    """Return the sendings of an agreement that a worker may know of, each in words."""
    found = Disclosure.objects.visible_to(worker)
    found = found.filter(pk__in=Disclosed.objects.filter(consent=consent).values("disclosure"))
    found |= Disclosure.objects.visible_to(worker).filter(consent=consent)
    standing = consent.state in {State.GIVEN, State.ENDED}
    return [(one, left(one, is_standing=standing)) for one in found.distinct()]


def left(one: Disclosure, *, is_standing: bool) -> str:
    """Return where a sending stands, in words."""
    if not one.sealed_at:
        return "en préparation : rien n’est sorti"
    if one.handed_on:
        how = f" ({one.handed_how})" if one.handed_how else ""
        since = "" if is_standing else " ; l’accord ne tient plus depuis"
        return f"remis le {full_day(one.handed_on)}{how}{since}"
    if not is_standing:
        return "scellé, jamais remis : l’accord ne tient plus, rien ne sort"
    on = full_day(timezone.localtime(one.sealed_at).date())
    return f"scellé le {on}, pas encore remis"


def blob_of(piece: Disclosed) -> Blob | None:
    """Return the file of a piece that is looked at or listened to."""
    blob = piece.attachment.blob if piece.attachment else None
    return blob if blob and blob.kind in preparing.TO_LOOK else None


def part_of(part: Part) -> dict[str, Any]:
    """Return what is shown of a part of a file, with its size and its print (SHA-256)."""
    digest, size = hashlib.sha256(), 0
    for piece in [part.content] if isinstance(part.content, bytes) else part.content:
        digest.update(piece)
        size += len(piece)
    sort = part.mime.split("/", 1)[0]
    told = {kinds.IMAGE: "image", "audio": "son", "video": "film"}.get(sort, "")
    return {
        "called": part.title,
        "path": part.path,
        "html": mark_safe(cleaned(part.html)),  # noqa: S308 - as the file itself shows it
        "sort": told,
        "size": size,
        "sha256": digest.hexdigest(),
    }


def withdrawn(disclosure: Disclosure) -> list[Consent]:
    """Return the agreements of a sending that were taken back, the first first."""
    found = Consent.objects.filter(pk__in=sendings.needed(disclosure))
    return list(found.exclude(withdrawn_on=None).order_by("withdrawn_on", "pk"))


def letter(disclosure: Disclosure, *, by: Worker) -> Document:
    """Return the letter to who received a sending of which an agreement was taken back. It names
    nobody: the sending has a number, its pieces titles.
    """
    taken = withdrawn(disclosure)
    pieces = disclosure.pieces.all()
    if disclosure.pack == Disclosure.Sort.FACTS:
        pieces = pieces.filter(consent__in=taken)
    today = full_day(timezone.localdate())
    blocks = (
        _line(f"À {disclosure.recipient}"),
        _line(f"Le {today}."),
        _line(
            f"Le {full_day(disclosure.handed_on)}, nous vous avons remis l’envoi "
            f"{disclosure.reference}, avec un accord. Cet accord a été repris le "
            f"{full_day(taken[0].withdrawn_on)} : c’est un droit, qui n’a pas à s’expliquer "
            "(RGPD, article 7, 3)."
        ),
        _line("Voici ce que cela concerne :"),
        Items(tuple((_line(one.title),) for one in pieces)),
        _line(
            "Nous vous demandons de ne plus vous en servir, de supprimer le fichier et ce que vous "
            "en auriez copié, de le demander à qui vous l’auriez montré, et de nous répondre "
            "que c’est fait (RGPD, articles 17 et 19)."
        ),
        _line(f"Empreinte du fichier remis (SHA-256) : {disclosure.copy.sha256}.")
        if disclosure.copy
        else _line("La copie gardée ici a été détruite."),
        _line(f"{by.name}, {house().name}"),
    )
    return Document(title="Un accord a été repris", blocks=blocks, house=house().name)


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
    asked = [*facts(consent), *map(what, allowed)]
    if asked:
        yield Items(tuple((_line(one),) for one in asked))
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
