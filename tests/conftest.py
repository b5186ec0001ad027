"""The cast of every test: plain `make_*` functions, and people with names."""

import functools
import hashlib
import os
import uuid
from dataclasses import dataclass

os.environ.setdefault("DOSSIER_TEST", "1")

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client

from dossier.collectives.actions import open_collective
from dossier.establishment.actions import name_establishment, welcome
from dossier.establishment.models import Team, Worker
from dossier.files.models import Blob
from dossier.notebooks import actions
from dossier.notebooks.models import Attachment, Notebook, Writing
from dossier.persons.actions import open_dossier

PASSPHRASE = "une phrase pour les essais"


@pytest.fixture(autouse=True)
def _settings(settings):
    """Hash passphrases quickly (Argon2 itself is tested where it matters); files apart."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    worker = os.environ.get("PYTEST_XDIST_WORKER", "seul")
    settings.MEDIA_ROOT = settings.DOSSIER_HOME / f"fichiers-{worker}"


def make_team(name: str) -> Team:
    """Make a team."""
    return Team.objects.create(name=name)


def make_worker(login: str, *teams: Team, **more) -> Worker:
    """Make a worker of `teams`."""
    return welcome(login=login, name=login.capitalize(), passphrase=PASSPHRASE, teams=teams, **more)


@functools.cache
def hashed() -> str:
    """Return PASSPHRASE as it is kept, worked out once."""
    return make_password(PASSPHRASE, hasher="md5")


def make_workers(**teams: list[Team]) -> list[Worker]:
    """Make the cast's workers by login, in few queries; yann administers, gilles left."""
    workers = Worker.objects.bulk_create(
        Worker(
            login=login,
            name=login.capitalize(),
            password=hashed() if login != "gilles" else "!",
            is_administrator=login == "yann",
            is_active=login != "gilles",
        )
        for login in teams
    )
    member = Worker.groups.through
    member.objects.bulk_create(
        member(worker=worker, group=team) for worker in workers for team in teams[worker.login]
    )
    return workers


def make_notebook(keeper: Worker, title: str, *teams: Team, collective: bool = False) -> Notebook:
    """Make a dossier's or a collective's notebook, kept by `keeper`, written by `teams`."""
    if collective:
        return open_collective(by=keeper, name=title, teams=teams).notebook
    return open_dossier(by=keeper, called=title, teams=teams).notebook


def make_writing(by: Worker, notebook: Notebook, text: str, **more) -> Writing:
    """Make a signed writing; content and `answers`, `at`, `key`, `takes` by name."""
    outer = {name: more.pop(name) for name in ("answers", "at", "key", "takes") if name in more}
    content = actions.Content(text=text, **more)
    return actions.write(by=by, notebook=notebook, content=content, **outer)[0]


def make_attachment(
    by: Worker, writing: Writing | None = None, *, kind: str = "image", data: bytes = b"", **more
) -> Attachment:
    """Join a file to a signed writing, or to a form: put on its shelf without the workshop."""
    data = data or f"{kind} de {by.login}".encode()
    name = hashlib.sha256(data).hexdigest()
    mime = {"image": "image/png", "sound": "audio/wav"}.get(kind, "application/octet-stream")
    sizes = {"width": 800, "height": 600} if kind == "image" else {}
    blob, _ = Blob.objects.get_or_create(
        sha256=name, defaults={"size": len(data), "kind": kind, "mime": mime} | sizes
    )
    blob.path().parent.mkdir(parents=True, exist_ok=True)
    for size in ("content", "large", "small"):
        blob.path(size).write_bytes(data)
    fields = {"name": "piece.png", "key": uuid.uuid4()} | more
    return Attachment.objects.create(author=by, writing=writing, blob=blob, **fields)


def log_in(worker: Worker) -> Client:
    """Return a client logged in as `worker`."""
    client = Client()
    client.force_login(worker)
    return client


@dataclass
class Cast:
    """Who is in every test.

    samira, éducatrice of the foyer, keeps Amina's dossier and the first floor's notebook;
    bruno, night watch, may read Amina; maud is of another team and keeps Didier; helene is
    the head; yann administers the machine; noor is in no team; gilles left.
    """

    foyer: Team
    nuit: Team
    savs: Team
    samira: Worker
    karim: Worker
    bruno: Worker
    helene: Worker
    maud: Worker
    yann: Worker
    gilles: Worker
    noor: Worker
    amina: Notebook
    etage: Notebook
    didier: Notebook


@pytest.fixture
def cast(db) -> Cast:
    """Return the cast, in a house with three notebooks."""
    name_establishment(name="La maison d’essai")
    foyer, nuit, savs = make_team("Foyer"), make_team("Nuit"), make_team("SAVS")
    samira, karim, bruno, maud, helene, yann, gilles, noor = make_workers(
        samira=[foyer],
        karim=[foyer],
        bruno=[nuit],
        maud=[savs],
        helene=[foyer, nuit, savs],
        yann=[],
        gilles=[],
        noor=[],
    )
    amina = make_notebook(samira, "Amina", foyer)
    etage = make_notebook(samira, "Le premier étage", foyer, collective=True)
    didier = make_notebook(maud, "Didier", savs)
    actions.grant(by=samira, notebook=amina, to=nuit, level="read_notebook")
    actions.grant(by=samira, notebook=etage, to=nuit, level="write_notebook")
    return Cast(
        foyer,
        nuit,
        savs,
        samira,
        karim,
        bruno,
        helene,
        maud,
        yann,
        gilles,
        noor,
        amina,
        etage,
        didier,
    )
