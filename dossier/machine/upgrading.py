"""Going to another version, all the instances of a machine together; and the way back.

Nothing is changed before each instance was tried on a copy with the new version and a backup was
made. While it is half-way, `half-way` says so: a machine that stops there goes back by `go_back`.
"""

import http.client
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from dossier.config.instance import BASE
from dossier.machine.keeping import BEFORE, TRIED
from dossier.machine.place import Instance, Machine, Refused, Say, service
from dossier.machine.versions import (
    Wheel,
    forget_others,
    install,
    lead,
    order,
    put_in_use,
    version_at,
)

ROOM = 3  # the database as it is tried, as it is put aside, and some air
PATIENCE = 60  # seconds for a house to answer once its service is started
NOTHING = "Rien n’a été changé."


@dataclass
class Upgrade:
    """What is asked: the release, where its libraries are without a network, whether a backup is
    made before; whether the databases are another machine's to update (`is_shared`).
    """

    machine: Machine
    wheel: Wheel
    say: Say
    libraries: Path | None = None
    has_backup: bool = True
    is_shared: bool = False
    opened: list[Instance] = field(default_factory=list)

    def prepare(self) -> Path:
        """Install the version, try it on a copy of each instance; return its folder. Refused when
        one of them would not follow: nothing is changed.
        """
        self._allow()
        folder = install(self.machine, self.wheel, libraries=self.libraries, say=self.say)
        for instance in self.machine.instances():
            if instance.is_embedded and not self.is_shared:
                self.say(f"{instance.name} : essai de la version {self.wheel.version} à côté…")
                _try_out(folder, instance)
        return folder

    def _allow(self) -> None:
        used = version_at(self.machine.current)
        if self.machine.half_way.is_symlink():
            raise Refused("Une mise à jour s’est arrêtée en route : d’abord dossier upgrade --back")
        if not used:
            raise Refused("Aucune version n’est installée sur cette machine.")
        if order(self.wheel.version) <= order(used):
            raise Refused(
                f"La version {used} est en service, et celle-ci est la {self.wheel.version} : pour "
                f"revenir à la précédente, dossier upgrade --back. {NOTHING}"
            )
        for instance in self.machine.instances():
            _need_room(instance)
            if self.is_saved and not instance.settings.get("DOSSIER_BACKUPS"):
                raise Refused(
                    f"{instance.name} n’a pas de lieu de sauvegarde : dossier init --systemd "
                    f"{instance.name} --backups CHEMIN, ou --without-backup si la sauvegarde est "
                    f"faite autrement. {NOTHING}"
                )

    @property
    def is_saved(self) -> bool:
        """Whether a backup is made before."""
        return self.has_backup and not self.is_shared

    def go(self) -> None:
        """Save, stop, change, open again; whatever fails goes back to the version before."""
        folder, machine = self.prepare(), self.machine
        before = version_at(machine.current)
        instances = machine.instances()
        if self.is_saved:
            for instance in instances:
                _back_up(machine, instance, self.say)
        self.opened = [one for one in instances if _is_open(machine, one)]
        lead(machine.half_way, before)
        try:
            _stop(machine, instances)
            for instance in instances if not self.is_shared else ():
                self.say(f"{instance.name} : mise de côté, puis mise à jour…")
                _keep(machine, instance, before)
                _migrate(folder, instance)
            lead(machine.previous, before)
            put_in_use(machine, self.wheel.version)
            _open(machine, self.opened)
        except (Refused, OSError) as error:
            told = _undo(machine, before, self.opened)
            raise Refused(f"{error}\n{told}") from error
        machine.half_way.unlink()
        forget_others(machine)
        self.say(f"La version {self.wheel.version} est en service ; {before} est gardée.")


def go_back(machine: Machine, *, say: Say, is_shared: bool = False) -> None:
    """Put the version before in use again, with the databases as they were, unless another machine
    does that (`is_shared`); Refused when there is none to go back to. What was written since is put
    aside, in the folder of each instance.
    """
    half_way = version_at(machine.half_way)
    before = half_way or version_at(machine.previous)
    if not before or before == version_at(machine.current) and not half_way:
        raise Refused("Il n’y a pas de version d’avant sur cette machine.")
    instances = machine.instances()
    if not half_way and not is_shared:
        for instance in instances:
            if not _kept(instance, before).is_dir():
                raise Refused(
                    f"{instance.name} : {_kept(instance, before)} n’est plus là, on ne revient en "
                    f"arrière que pendant deux semaines. {NOTHING}"
                )
    opened = [one for one in instances if _is_open(machine, one)]
    lead(machine.half_way, before)
    _stop(machine, instances)
    say(_undo(machine, before, opened or instances))


def _undo(machine: Machine, before: str, opened: list[Instance]) -> str:
    """Put each instance back as it was put aside, and open those that were; say what was done."""
    told = []
    for instance in machine.instances():
        kept = _kept(instance, before)
        if kept.is_dir():
            _must(instance, machine.versions / before, "keeping", "back", instance.home, kept)
            shutil.rmtree(kept)
            told.append(f"{instance.name} : ce qui s’est écrit depuis est dans {instance.home}.")
    put_in_use(machine, before)
    machine.previous.unlink(missing_ok=True)
    _open(machine, opened)
    machine.half_way.unlink()
    return "\n".join([f"La version {before} est de nouveau en service.", *told])


def _kept(instance: Instance, before: str) -> Path:
    return instance.home / f"{BEFORE}{before}"


def _need_room(instance: Instance) -> None:
    base = instance.home / BASE
    size = base.stat().st_size if base.is_file() else 0
    if shutil.disk_usage(instance.home).free < ROOM * size:
        raise Refused(
            f"{instance.name} : il n’y a pas assez de place sur le disque pour mettre la base de "
            f"côté. {NOTHING}"
        )


def _try_out(folder: Path, instance: Instance) -> None:
    """Bring a copy of an embedded database to the new version, apart."""
    with tempfile.TemporaryDirectory(prefix=TRIED, dir=instance.home) as name:
        apart = Path(name)
        owner = instance.home.stat()
        shutil.chown(apart, owner.st_uid, owner.st_gid)
        copy = apart / "copie"
        _must(instance, folder, "keeping", "keep", instance.home, copy)
        tried = Instance(instance.name, instance.settings | {"DOSSIER_HOME": str(copy)})
        try:
            _migrate(folder, tried)
        except Refused as refused:
            raise Refused(f"{instance.name} ne suivrait pas. {NOTHING}\n{refused}") from None


def _back_up(machine: Machine, instance: Instance, say: Say) -> None:
    say(f"{instance.name} : sauvegarde…")
    program = machine.current / "bin" / "dossier"
    done = instance.run(program, "backup", "make", instance.settings["DOSSIER_BACKUPS"])
    if done.returncode:
        raise Refused(f"{instance.name} n’est pas sauvegardée. {NOTHING}\n{done.stderr.strip()}")


def _keep(machine: Machine, instance: Instance, before: str) -> None:
    kept = _kept(instance, before)
    shutil.rmtree(kept, ignore_errors=True)
    _must(instance, machine.versions / before, "keeping", "keep", instance.home, kept)


def _migrate(folder: Path, instance: Instance) -> None:
    done = instance.run(folder / "bin" / "python", "-m", "django", "migrate", "--verbosity=0")
    if done.returncode:
        raise Refused(f"{instance.name} : la base n’a pas suivi.\n{done.stderr.strip()[-600:]}")


def _must(instance: Instance, folder: Path, module: str, *words: object) -> None:
    """Run a module of the machine with the Python of a version, as the owner of an instance."""
    line = [folder / "bin" / "python", "-m", f"dossier.machine.{module}", *map(str, words)]
    done = instance.run(*line)
    if done.returncode:
        raise Refused(f"{instance.name} : {done.stderr.strip()[-600:]}")


def _is_open(machine: Machine, instance: Instance) -> bool:
    asked = machine.systemctl("is-active", "--quiet", f"{service(instance.name)}.service")
    return asked.returncode == 0 if asked else _answers(instance)


def _answers(instance: Instance) -> bool:
    """Whether the house says that it is well, at its own port."""
    asked = http.client.HTTPConnection("127.0.0.1", instance.port, timeout=5)
    try:
        asked.request("GET", "/sante", headers={"X-Forwarded-Proto": "https"})
        return asked.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asked.close()


def _stop(machine: Machine, instances: list[Instance]) -> None:
    for instance in instances:
        machine.systemctl("stop", f"{service(instance.name)}.service")
        if _answers(instance):
            raise Refused(f"{instance.name} répond encore : arrêtez-la d’abord (Ctrl+C). {NOTHING}")


def _open(machine: Machine, instances: list[Instance]) -> None:
    """Write the units as the version in use has them; start what was open, and wait for it."""
    line = [str(machine.current / "bin" / "python"), "-m", "dossier.machine", "units"]
    done = subprocess.run(line, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    if done.returncode:
        raise Refused(f"Les services ne s’écrivent pas.\n{done.stderr.strip()[-600:]}")
    for instance in instances:
        started = machine.systemctl("start", f"{service(instance.name)}.service")
        if started is None:
            continue
        until = time.monotonic() + PATIENCE
        while not _answers(instance):
            if time.monotonic() > until or started.returncode:
                name = service(instance.name)
                raise Refused(f"{instance.name} ne répond pas : journalctl -u {name}")
            time.sleep(0.5)
