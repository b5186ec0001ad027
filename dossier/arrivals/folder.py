"""A folder of files, by person: each folder in it is somebody, each file in that a writing."""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.utils import timezone

from dossier.arrivals.brought import Brought, Fate, Line, Paper, Someone, Told, Unreadable

# What systems and office software leave behind, and nobody wrote.
LEFTOVERS = {".ds_store", "thumbs.db", "desktop.ini", ".directory", "@eadir", "__macosx"}
LEFTOVER_BEGINS = ("~$", ".~lock.", "._")


def read(root: Path, *, most: int) -> Brought:
    """Return what a folder brings: its folders are persons, by their names; the files in them, and
    in the folders of those (which are their headings), are texts with one file; those beside are of
    nobody. `most` is what a file may weigh, in bytes. The files are only looked at. Raises
    Unreadable.
    """
    if not root.is_dir():
        raise Unreadable(f"{root} n’est pas un dossier : donnez celui qui contient les autres.")
    people: dict[str, Someone] = {}
    texts, lines = [], []
    for path, failed in _files(root):
        where = str(path.relative_to(root))
        why = failed or _why_not(path, most)
        if why:
            lines.append(Line(where, Fate.UNKNOWN, f"{why} : resté où il est."))
            continue
        first, *between = path.relative_to(root).parts[:-1] or [""]
        if first:
            people.setdefault(first, Someone(key=f"folder {first}", called=_spaced(first)))
        at = datetime.fromtimestamp(path.stat().st_mtime, tz=timezone.get_default_timezone())
        told = Told(
            key=f"file {where}",
            of=(people[first].key,) if first else (),
            text="",
            when=at.date(),
            heading=" / ".join(map(_spaced, between)),
            papers=(Paper(path.name, path),),
        )
        texts.append(told)
        lines.append(Line(where, Fate.TAKEN, f"au {at:%d/%m/%Y}, quand il fut changé."))
    if not texts:
        raise Unreadable(f"Aucun fichier à reprendre dans {root}.")
    return Brought(Paper(root.name, root), tuple(people.values()), tuple(texts), tuple(lines))


def _files(root: Path) -> Iterator[tuple[Path, str]]:
    """Give each file under a folder, in order of names, with what keeps it from being taken."""
    shut: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=shut.append):
        folders.sort()
        for name in sorted(names):
            yield Path(folder) / name, ""
        for name in folders:
            if (Path(folder) / name).is_symlink():
                yield Path(folder) / name, "un raccourci"
    for error in shut:
        yield Path(error.filename), "ce dossier ne s’ouvre pas"


def _why_not(path: Path, most: int) -> str:
    name = path.name.lower()
    is_leftover = any(part.lower() in LEFTOVERS for part in path.parts)
    if is_leftover or name.startswith(LEFTOVER_BEGINS):
        return "laissé par un ordinateur"
    if path.is_symlink():
        return "un raccourci"
    if not path.is_file() or not os.access(path, os.R_OK):
        return "il ne s’ouvre pas"
    size = path.stat().st_size
    if not size:
        return "vide"
    return f"plus de {most // 2**20} Mo" if size > most else ""


def _spaced(name: str) -> str:
    return " ".join(name.replace("_", " ").split())
