"""Where the software and its instances are on a machine (Filesystem Hierarchy Standard 3.0).

/opt/dossier/0.1.0          a version: its Python, its libraries, root's
/opt/dossier/current        the one in use; `previous`: the one before it
/etc/dossier/NAME.conf      an instance: its folder, its port, its names; KEY=value a line
/srv/dossier/NAME           what it holds, its own account's alone
"""

import os
import pwd
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

NAME = re.compile(r"[a-z][a-z0-9-]{0,19}")
# What a command of an instance is told of the machine, beside its own settings.
HANDED = ("PATH", "LANG", "LC_ALL", "TZ", "NO_COLOR", "TMPDIR")
Say = Callable[[str], object]


class Refused(Exception):
    """What was asked is not done; its text says why and what to do, in French."""


@dataclass(frozen=True)
class Instance:
    """One house of this machine: its name, and what its file of settings holds."""

    name: str
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def home(self) -> Path:
        """Its folder."""
        return Path(self.settings["DOSSIER_HOME"])

    @property
    def port(self) -> int:
        """The port it listens to, on this machine alone."""
        return int(self.settings.get("PORT", "8000"))

    @property
    def is_embedded(self) -> bool:
        """Whether its database is SQLite, in its folder."""
        return not self.settings.get("DATABASE_URL")

    @property
    def environment(self) -> dict[str, str]:
        """What its commands are given."""
        handed = {name: os.environ[name] for name in HANDED if name in os.environ}
        told = {"DJANGO_SETTINGS_MODULE": "dossier.config.settings", "HOME": str(self.home)}
        return handed | told | self.settings

    def run(
        self, *line: str | Path, more: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess:
        """Run a program as the account that owns the instance; what it says is kept."""
        return subprocess.run(  # noqa: S603 - programs of this machine
            [str(word) for word in line],
            env=self.environment | (more or {}),
            cwd=self.home,
            umask=0o077,
            capture_output=True,
            text=True,
            check=False,
            **_as_owner(self.home),
        )


def _as_owner(folder: Path) -> dict[str, object]:
    """Return subprocess's arguments to be who owns a folder."""
    owner = folder.stat()
    if os.geteuid() != 0 or owner.st_uid == 0:
        return {}
    return {"user": owner.st_uid, "group": owner.st_gid, "extra_groups": []}


def become_owner(folder: Path) -> None:
    """Be who owns an instance, for good, when root works on it: no file of root's is left there."""
    if os.geteuid() != 0 or not folder.is_dir() or folder.stat().st_uid == 0:
        return
    owner = folder.stat()
    try:
        os.initgroups(pwd.getpwuid(owner.st_uid).pw_name, owner.st_gid)
    except KeyError:
        os.setgroups([])
    os.setgid(owner.st_gid)
    os.setuid(owner.st_uid)
    os.environ["HOME"] = str(folder)


@dataclass(frozen=True)
class Machine:
    """A machine; `root` is `/`, or where the disk of another one is being prepared."""

    root: Path = Path("/")

    @property
    def versions(self) -> Path:
        """Where versions are, one folder each."""
        return self.root / "opt" / "dossier"

    @property
    def current(self) -> Path:
        """The version in use."""
        return self.versions / "current"

    @property
    def previous(self) -> Path:
        """The version to go back to."""
        return self.versions / "previous"

    @property
    def half_way(self) -> Path:
        """There while an update is half-way: the version it leaves."""
        return self.versions / "half-way"

    @property
    def told(self) -> Path:
        """Where instances are described."""
        return self.root / "etc" / "dossier"

    @property
    def units(self) -> Path:
        """Where services are described."""
        return self.root / "etc" / "systemd" / "system"

    @property
    def homes(self) -> Path:
        """Where instances are, unless they are told elsewhere."""
        return self.root / "srv" / "dossier"

    @property
    def command(self) -> Path:
        """The command line that anyone types."""
        return self.root / "usr" / "local" / "bin" / "dossier"

    def instances(self) -> list[Instance]:
        """Return the instances of this machine, by name."""
        return [self._read(path) for path in sorted(self.told.glob("*.conf"))]

    def instance(self, name: str) -> Instance:
        """Return an instance; Refused when there is none of that name."""
        path = self.told / f"{name}.conf"
        if NAME.fullmatch(name) and path.is_file():
            return self._read(path)
        known = ", ".join(one.name for one in self.instances()) or "aucune"
        raise Refused(f"Il n’y a pas d’instance « {name} » sur cette machine ; il y a : {known}.")

    def _read(self, path: Path) -> Instance:
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except OSError as error:
            raise Refused(
                f"{path} ne se lit pas ({error.strerror}) : faites-le avec sudo."
            ) from None
        pairs = [line.partition("=") for line in lines if not line.lstrip().startswith(("#", ";"))]
        settings = {key.strip(): value.strip().strip("\"'") for key, sign, value in pairs if sign}
        if "DOSSIER_HOME" not in settings:
            raise Refused(f"{path} ne dit pas DOSSIER_HOME, le dossier de l’instance.")
        return Instance(path.stem, settings)

    def systemctl(self, *words: str) -> subprocess.CompletedProcess | None:
        """Ask systemd for something; nothing when it does not run here."""
        program = shutil.which("systemctl")
        if not program or not (self.root / "run" / "systemd" / "system").is_dir():
            return None
        return subprocess.run(  # noqa: S603 - the program of this machine
            [program, *words], capture_output=True, text=True, check=False
        )


def here() -> Machine:
    """Return this machine; DOSSIER_MACHINE names the root of another disk, which is prepared."""
    return Machine(Path(os.environ.get("DOSSIER_MACHINE") or "/"))


def service(name: str) -> str:
    """Return the name of the service of an instance."""
    return f"dossier-{name}"
