"""A folder of files, by person."""

import os
from datetime import date

import pytest

from dossier.arrivals import actions, folder
from dossier.arrivals.brought import Fate, Unreadable
from dossier.arrivals.models import Arrival
from dossier.notebooks.models import Writing
from dossier.persons.models import Dossier

MOST = 1000


@pytest.fixture
def shelf(tmp_path):
    """A shelf as one finds it: two persons, a folder in one, what computers leave, a link."""
    root = tmp_path / "Dossiers"
    for path in ("Awa_Zibelinou/Photos/péniche.txt", "Awa_Zibelinou/lettre.txt", "Léo/mot.txt"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(f"contenu de {path}")
    (root / "tous.txt").write_text("le portail")
    (root / "Léo" / "Thumbs.db").write_text("x")
    (root / "Léo" / "~$lettre.docx").write_text("x")
    (root / "Léo" / "vide.txt").touch()
    (root / "Léo" / "film.txt").write_text("x" * (MOST + 1))
    (root / "Léo" / "ailleurs.txt").symlink_to("/etc/hostname")
    (root / "Mina").symlink_to("/etc")
    os.utime(root / "Awa_Zibelinou" / "lettre.txt", (0, 1_600_000_000))
    return root


def test_each_folder_is_somebody_and_each_file_a_text(shelf):
    found = folder.read(shelf, most=MOST)
    assert [one.called for one in found.people] == ["Awa Zibelinou", "Léo"]
    held = {one.papers[0].name: one for one in found.texts}
    assert sorted(held) == ["lettre.txt", "mot.txt", "péniche.txt", "tous.txt"]
    assert held["lettre.txt"].when == date(2020, 9, 13)
    assert held["péniche.txt"].heading == "Photos"
    assert held["tous.txt"].of == ()
    assert b"".join(held["mot.txt"].papers[0].pieces()) == "contenu de Léo/mot.txt".encode()


def test_what_is_not_taken_is_said(shelf):
    found = folder.read(shelf, most=MOST)
    said = {line.where: line.words for line in found.report if line.fate == Fate.UNKNOWN}
    assert said == {
        "Léo/Thumbs.db": "laissé par un ordinateur : resté où il est.",
        "Léo/~$lettre.docx": "laissé par un ordinateur : resté où il est.",
        "Léo/vide.txt": "vide : resté où il est.",
        "Léo/film.txt": "plus de 0 Mo : resté où il est.",
        "Léo/ailleurs.txt": "un raccourci : resté où il est.",
        "Mina": "un raccourci : resté où il est.",
    }


def test_what_is_no_folder_is_refused(tmp_path):
    for path in (tmp_path / "rien", tmp_path):
        with pytest.raises(Unreadable):
            folder.read(path, most=MOST)


@pytest.mark.django_db
def test_it_is_taken_in_once(cast, shelf):
    told = {"by": cast.samira, "sort": Arrival.Sort.FOLDER, "teams": [cast.foyer]}
    done = actions.take_in(folder.read(shelf, most=MOST), **told)
    assert (done.opened, done.written) == (2, 4)
    awa = Dossier.objects.get(person__called="Awa Zibelinou").notebook
    assert {one.attachments.get().name for one in awa.writings.all()} == {
        "lettre.txt",
        "péniche.txt",
    }
    assert Writing.objects.get(attachments__name="tous.txt").notebook.team == cast.foyer
    again = actions.take_in(folder.read(shelf, most=MOST), **told)
    assert (again.opened, again.written, again.known) == (0, 0, 6)
    (shelf / "Léo" / "mot.txt").write_text("autre chose")
    more = actions.take_in(folder.read(shelf, most=MOST), **told)
    assert (more.opened, more.written) == (0, 1)
