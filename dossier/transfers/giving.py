"""Giving: a sending that the team prepared on an agreement, its archive sealed to another house.

Nothing more is chosen here, and no other rule says what may leave: that of sendings does.
"""

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from dossier.accounts.digests import digest
from dossier.disclosures import preparing
from dossier.disclosures.models import Disclosed, Disclosure
from dossier.disclosures.outgoing import ForHouse, is_standing, seal_sending, stored
from dossier.disclosures.sealing import Part
from dossier.disclosures.sendings import NotGiven
from dossier.establishment.dates import full_day
from dossier.establishment.models import Worker
from dossier.files.storage import flush
from dossier.reading.models import Covering
from dossier.transfers.form import FORMAT, INDEX, VERSION
from dossier.transfers.keys import is_key


class NotAKey(Exception):
    """Nothing can be sealed to this."""


class NotForHouse(Exception):
    """It is of no dossier, or of somebody whose name changes."""


class NotReadByPerson(Exception):
    """Something in it was covered to the person: nobody agrees to what they do not read."""


class NothingThere(Exception):
    """No sealed sending of this reference is for another house, or its file was destroyed."""


def may_go_to_house(disclosure: Disclosure) -> bool:
    """Whether a sending may go to another house: of one person, who keeps their name."""
    keeps = disclosure.names == Disclosure.Names.OTHERS
    return bool(disclosure.consent_id and not disclosure.mission_id and keeps)


def seal_for_house(*, by: Worker, disclosure: Disclosure, key: str, **more: object) -> Disclosure:
    """Seal a sending (`outgoing.seal_sending`), and its archive to the public `key` of another
    house. Raises what it raises; NotAKey, NotForHouse, NotReadByPerson.
    """
    if not is_key(key):
        raise NotAKey
    if not may_go_to_house(disclosure):
        raise NotForHouse
    if any(_is_withheld(one, disclosure) for one in _pieces(disclosure)):
        raise NotReadByPerson
    to = ForHouse(key, parts)
    return seal_sending(by=by, disclosure=disclosure, to=to, **more)


def parts(disclosure: Disclosure) -> Iterator[Part]:
    """Yield the parts of what goes to another house: those of the sending, then their index."""
    index, told = _Index(disclosure), stored(disclosure)
    if disclosure.told_answers:  # what answers what is no text of theirs: it is only read
        yield next(told)
    for piece, part in zip(_pieces(disclosure), told, strict=True):
        index.add(piece, part.path)
        yield part
    yield index.part()


def _pieces(disclosure: Disclosure) -> Iterable[Disclosed]:
    around = ("writing__author", "attachment__blob", "attachment__writing__author")
    return disclosure.pieces.select_related(*around)


def _is_withheld(piece: Disclosed, disclosure: Disclosure) -> bool:
    """Whether a piece holds what a keeper covered to the person, or covered before it changed."""
    found = Covering.objects.filter(dossier=disclosure.consent.dossier_id, writing=piece.writing_id)
    last = found.order_by("pk").last()
    if not last:
        return False
    if last.whole or (last.spans and last.version != piece.writing.version):
        return True
    if piece.attachment_id:
        return piece.attachment_id not in last.files
    covered = [one for one in last.spans if one[0] < len(piece.writing.text)]
    hidden = {at for start, end in piece.hidden for at in range(start, end)}
    return any(
        not sign.isspace() and at not in hidden
        for start, end, _ in covered
        for at, sign in enumerate(piece.writing.text[start:end], start)
    )


class _Index:
    """What the other house needs to put each part in its place."""

    def __init__(self, disclosure: Disclosure) -> None:
        self.disclosure = disclosure
        self.texts: dict[str, dict] = {}

    def add(self, piece: Disclosed, path: str) -> None:
        """Note a piece: a text by itself, a picture, a sound or a film with the text it is joined
        to.
        """
        is_joined = bool(piece.attachment and piece.attachment.blob.kind in preparing.TO_LOOK)
        is_words = bool(piece.attachment and not is_joined)
        key = f"file-{piece.attachment_id}" if is_words else f"writing-{piece.writing_id}"
        held = self.texts.setdefault(key, self._told(piece, key, is_bare=bool(piece.attachment)))
        if is_joined:
            held["files"].append({"path": path, "words": piece.told})
        else:
            held["text"] = path

    def _told(self, piece: Disclosed, key: str, *, is_bare: bool) -> dict:
        """Return what is said of a text: its heading and voice as its title says them, names
        changed; its day; who wrote it.
        """
        writing = piece.writing
        on = preparing.day_of(writing)
        heading, _, voice = piece.title.partition(full_day(on))
        heading = heading.removesuffix("le ").removesuffix(", ")
        return {
            "key": digest("transfer", key),
            "day": on.isoformat(),
            "heading": "" if is_bare or heading == "Le " else heading,
            "voice": "" if is_bare else voice.strip(" ()"),
            "author": writing.author.name,
            "text": None,
            "files": [],
        }

    def part(self) -> Part:
        """Return the index itself."""
        dossier = self.disclosure.consent.dossier
        told = {
            "format": FORMAT,
            "version": VERSION,
            "reference": self.disclosure.reference,
            "person": {
                "key": digest("transfer", f"person-{dossier.pk}"),
                "called": dossier.person.called,
            },
            "texts": list(self.texts.values()),
        }
        content = json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "replace")
        title = "Pour le logiciel qui reçoit"
        return Part(INDEX, title, "application/json", content)


def given(reference: str, *, by: Worker | None = None) -> Disclosure:
    """Return the sending of a reference that is sealed to another house, and still agreed to.
    Raises NothingThere, NotGiven.
    """
    found = Disclosure.objects.filter(reference=reference.strip().upper()).exclude(house_key="")
    disclosure = found.select_related("archive").first()
    if not disclosure or not disclosure.archive or not disclosure.archive.path().exists():
        raise NothingThere
    if not is_standing(by=by, disclosure=disclosure):
        raise NotGiven
    return disclosure


def copy_to(disclosure: Disclosure, folder: Path) -> Path:
    """Copy the file of a sending into a folder, on its disk for good; return where it is. Raises
    OSError, FileExistsError when it is there already.
    """
    path = folder / f"envoi-{disclosure.reference}.zip.age"
    fresh = path.with_name(f"{path.name}.en-cours")
    if path.exists():
        raise FileExistsError(path)
    try:
        with disclosure.archive.path().open("rb") as held, fresh.open("wb") as out:
            shutil.copyfileobj(held, out)
            out.flush()
            os.fsync(out.fileno())
        fresh.rename(path)
    finally:
        fresh.unlink(missing_ok=True)
    flush(folder)
    return path
