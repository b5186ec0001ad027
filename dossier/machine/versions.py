"""A version of the software put on a machine, beside those that are there."""

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from email.parser import HeaderParser
from pathlib import Path

from dossier.machine.place import Machine, Refused, Say

WHOLE = "dossier.whole"  # in a version that was installed to its end
PROJECT = "dossier-unique"
PINS = "dossier/requirements"  # the libraries of a wheel, with their sums
BASE = "base"
EXTRAS = {
    "s3": "ranger les fichiers dans un stockage S3",
    "names": "le second filet, qui cherche des noms que personne n’a déclarés",
}


@dataclass(frozen=True)
class Wheel:
    """A release: its version, the libraries it asks for with their sums."""

    path: Path
    version: str
    pins: dict[str, bytes]  # BASE, and each of EXTRAS


def read_wheel(path: Path) -> Wheel:
    """Return what a wheel says of itself (PyPA binary distribution format); Refused otherwise."""
    try:
        with zipfile.ZipFile(path) as archive:
            (told,) = [one for one in archive.namelist() if one.endswith(".dist-info/METADATA")]
            headers = HeaderParser().parsestr(archive.read(told).decode())
            pins = {name: archive.read(f"{PINS}/{name}.txt") for name in (BASE, *EXTRAS)}
            broken = archive.testzip()
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise Refused(
            f"{path} n’est pas une version de Dossier (un fichier .whl entier) : {error}"
        ) from None
    if headers["Name"] != PROJECT or broken:
        raise Refused(f"{path} n’est pas une version de Dossier, ou il est abîmé : reprenez-le.")
    return Wheel(path, numbered(headers["Version"]), pins)


def numbered(version: str) -> str:
    """Return a version when it is written in numbers and points; Refused otherwise."""
    if not all(part.isdecimal() for part in version.split(".")):
        raise Refused(f"« {version} » n’est pas le numéro d’une version.")
    return version


def order(version: str) -> tuple[int, ...]:
    """Return what sorts versions."""
    return tuple(map(int, version.split(".")))


def version_at(link: Path) -> str:
    """Return the version that a link leads to; empty when there is none."""
    return link.readlink().name if link.is_symlink() else ""


def install(machine: Machine, wheel: Wheel, *, libraries: Path | None, say: Say) -> Path:
    """Install a version in its own folder, with the very libraries it names; return that folder.

    `libraries` is a folder of wheels, for a machine without a network. Done twice, it does nothing.
    Refused when it cannot be: nothing of it is left.
    """
    folder = machine.versions / wheel.version
    if (folder / WHOLE).is_file():
        return folder
    before = os.umask(0o022)  # whom the house runs as must read it
    try:
        shutil.rmtree(folder, ignore_errors=True)
        machine.versions.mkdir(parents=True, exist_ok=True)
        say(f"Installation de la version {wheel.version} dans {folder}…")
        _fill(folder, wheel, chosen(machine), libraries)
        (folder / WHOLE).touch()
    except OSError as error:
        raise Refused(f"{folder} ne s’écrit pas : {error}. Faites-le avec sudo.") from None
    finally:
        os.umask(before)
        if not (folder / WHOLE).is_file():
            shutil.rmtree(folder, ignore_errors=True)
    return folder


def _fill(folder: Path, wheel: Wheel, extras: list[str], libraries: Path | None) -> None:
    _run("L’environnement", sys.executable, "-m", "venv", folder)
    for name in (BASE, *extras):
        _take_libraries(folder, wheel.pins[name], libraries)
    _run("La version", *_pip(folder), "--no-index", "--no-deps", wheel.path.resolve())


def _pip(folder: Path) -> list[str | Path]:
    pip = [folder / "bin" / "python", "-m", "pip", "install", "-qq", "--no-input"]
    return [*pip, "--disable-pip-version-check", "--only-binary", ":all:"]


def _take_libraries(folder: Path, pins: bytes, libraries: Path | None) -> None:
    found = ["--no-index", "--find-links", libraries.resolve()] if libraries else []
    with tempfile.TemporaryDirectory() as held:
        told = Path(held, "requirements.txt")
        told.write_bytes(pins)
        _run("Les bibliothèques", *_pip(folder), *found, "--require-hashes", "-r", told)


def chosen(machine: Machine) -> list[str]:
    """Return which of EXTRAS this machine has, in all its versions."""
    path = machine.told / "libraries"
    return path.read_text(encoding="utf-8").split() if path.is_file() else []


def add(machine: Machine, name: str, *, libraries: Path | None) -> None:
    """Add libraries that not all houses need to the version in use, and to those that come after.
    Refused when they cannot be.
    """
    folder = machine.versions / version_at(machine.current)
    if not version_at(machine.current):
        raise Refused(f"Aucune version n’est installée ici ; à côté du code : scripts/setup {name}")
    (pins,) = folder.glob(f"lib/python*/site-packages/{PINS}/{name}.txt")
    before = os.umask(0o022)
    try:
        _take_libraries(folder, pins.read_bytes(), libraries)
        machine.told.mkdir(parents=True, exist_ok=True)
        told = " ".join(sorted({*chosen(machine), name}))
        (machine.told / "libraries").write_text(f"{told}\n", encoding="utf-8")
    except OSError as error:
        raise Refused(f"{folder} ne s’écrit pas : {error}. Faites-le avec sudo.") from None
    finally:
        os.umask(before)


def _run(what: str, *line: str | Path) -> None:
    words = [str(word) for word in line]
    done = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip()).splitlines()
        raise Refused(
            f"{what} : l’installation n’a pas abouti. Le réseau répond-il ? Le paquet python3-venv "
            f"est-il là ? Rien n’a été changé.\n{said[-1] if said else ''}"
        )


def lead(link: Path, version: str) -> None:
    """Make a link lead to a version, at once."""
    fresh = link.with_name(f".{link.name}.fresh")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(version)
    fresh.replace(link)


def put_in_use(machine: Machine, version: str) -> None:
    """Make a version the one that commands and services run."""
    lead(machine.current, version)
    if not machine.command.is_symlink() and not machine.command.exists():
        machine.command.parent.mkdir(parents=True, exist_ok=True)
        machine.command.symlink_to(machine.current / "bin" / "dossier")


def forget_others(machine: Machine) -> None:
    """Take away the versions that are neither in use nor the one before."""
    kept = {version_at(machine.current), version_at(machine.previous)}
    for folder in machine.versions.iterdir():
        if (folder / WHOLE).is_file() and not folder.is_symlink() and folder.name not in kept:
            shutil.rmtree(folder)
