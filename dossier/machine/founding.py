"""An instance begins on this machine: its account, its folder, its port, its services."""

import argparse
import os
import pwd
import subprocess
from pathlib import Path

from dossier.machine import units, versions
from dossier.machine.place import NAME, Instance, Machine, Refused, Say, service

FIRST_PORT = 8000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take what an instance of this machine is told; nothing of it without --systemd."""
    parser.add_argument(
        "--systemd", metavar="NOM", help="en faire un service de cette machine, sous ce nom"
    )
    parser.add_argument("--home", metavar="CHEMIN", help="son dossier, sinon /srv/dossier/NOM")
    parser.add_argument("--port", type=int, metavar="PORT", help="sinon le premier libre dès 8000")
    parser.add_argument("--hosts", metavar="NOMS", help="les noms par lesquels on la joint")
    parser.add_argument("--database", metavar="URL", help="sa base, si c’est PostgreSQL")
    parser.add_argument("--backups", metavar="CHEMIN", help="où la sauvegarder chaque nuit")


def found(machine: Machine, options: dict[str, object], *, say: Say) -> Instance:
    """Make an instance a service of this machine, and begin it; done twice, it changes only what
    the line says. Refused when it cannot be.

    `options` is what `add_arguments` took, and `house`.
    """
    name = str(options["systemd"])
    if not NAME.fullmatch(name):
        raise Refused(
            f"« {name} » ne va pas : un nom court, en minuscules sans accent, comme « foyer »."
        )
    if not versions.version_at(machine.current):
        raise Refused(
            "Aucune version n’est installée sur cette machine : le guide « Tenir la machine » dit "
            "comment, au début."
        )
    instance = Instance(name, _settings(machine, name, options))
    try:
        _prepare(machine, instance)
    except OSError as error:
        raise Refused(f"Cela demande les droits de root ({error}) : faites-le avec sudo.") from None
    house = ["--house", str(options["house"])] if options.get("house") else []
    program = machine.current / "bin" / "dossier"
    done = instance.run(program, "init", *house)
    if done.returncode:
        raise Refused(f"L’instance n’a pas pu commencer.\n{done.stderr.strip()}")
    say(done.stdout.strip())
    units.write(machine, instance)
    _start(machine, instance, say)
    return instance


def _settings(machine: Machine, name: str, options: dict[str, object]) -> dict[str, str]:
    others = {one.name: one for one in machine.instances()}
    known = others.pop(name).settings if name in others else {}
    ports = {one.port for one in others.values()}
    free = next(port for port in range(FIRST_PORT, FIRST_PORT + 1000) if port not in ports)
    home = Path(str(options.get("home") or known.get("DOSSIER_HOME") or machine.homes / name))
    given = {
        "DOSSIER_HOME": str(home.absolute()),
        "PORT": str(options.get("port") or known.get("PORT") or free),
        "DOSSIER_HOSTS": options.get("hosts"),
        "DATABASE_URL": options.get("database"),
        "DOSSIER_BACKUPS": options.get("backups"),
    }
    told = known | {key: str(value) for key, value in given.items() if value}
    for one in others.values():
        if Path(told["DOSSIER_HOME"]) == one.home or int(told["PORT"]) == one.port:
            raise Refused(
                f"« {one.name} » a déjà ce dossier ou ce port : une instance, un dossier, un port."
            )
    if wrong := [key for key, value in told.items() if "\n" in value or '"' in value]:
        raise Refused(f"{', '.join(wrong)} : ni guillemets, ni retour à la ligne.")
    return told


def _prepare(machine: Machine, instance: Instance) -> None:
    """Make the account, the folder that is its own, and the file of its settings."""
    before = os.umask(0o022)
    try:
        instance.home.parent.mkdir(parents=True, exist_ok=True)
        machine.told.mkdir(parents=True, exist_ok=True)
    finally:
        os.umask(before)
    instance.home.mkdir(mode=0o700, exist_ok=True)
    if machine.root == Path("/") and instance.home.stat().st_uid == 0:
        owner = _account(service(instance.name), instance.home)
        for path in (instance.home, *instance.home.rglob("*")):  # keys that were brought, maybe
            os.chown(path, owner.pw_uid, owner.pw_gid, follow_symlinks=False)
    _make_backups(instance)
    _tell(machine, instance)


def _make_backups(instance: Instance) -> None:
    """Make the folder of its backups, on a disk that is there: it is the instance's own too."""
    folder = Path(instance.settings.get("DOSSIER_BACKUPS") or instance.home)
    if folder.is_dir():
        return
    if not folder.parent.is_dir():
        raise Refused(f"{folder.parent} n’est pas là : branchez d’abord le disque des sauvegardes.")
    folder.mkdir(mode=0o700)
    owner = instance.home.stat()
    os.chown(folder, owner.st_uid, owner.st_gid)


def _tell(machine: Machine, instance: Instance) -> None:
    """Write the settings: they may hold a secret, which the instance's own group alone reads."""
    path = machine.told / f"{instance.name}.conf"
    fresh = path.with_suffix(".fresh")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.writelines(f"{key}={value}\n" for key, value in instance.settings.items())
    owner = instance.home.stat()
    os.chown(fresh, -1, owner.st_gid)
    fresh.chmod(units.PRIVATE)
    fresh.replace(path)


def _account(name: str, home: Path) -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        line = ["useradd", "--system", "--user-group", "--no-create-home"]
        line += ["--home-dir", str(home), "--shell", "/usr/sbin/nologin", name]
        done = subprocess.run(line, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode:
            raise Refused(
                f"Le compte {name} n’a pas pu être fait : {done.stderr.strip()}"
            ) from None
        return pwd.getpwnam(name)


def _start(machine: Machine, instance: Instance, say: Say) -> None:
    name = service(instance.name)
    started = [f"{name}.service", f"{name}-nuit.timer"]
    machine.systemctl("daemon-reload")
    done = machine.systemctl("enable", *started) and machine.systemctl("restart", *started)
    if done is None:
        say(f"Son service est écrit ; pour l’ouvrir : systemctl enable --now {' '.join(started)}")
    elif done.returncode:
        raise Refused(f"Le service ne démarre pas : journalctl -u {name}\n{done.stderr.strip()}")
    else:
        say(f"La maison est ouverte : http://127.0.0.1:{instance.port}/, et à chaque démarrage.")
    say(
        f"Ses réglages : {machine.told / f'{instance.name}.conf'}. Un premier compte : "
        f"dossier --instance {instance.name} welcome NOM « Prénom Nom » --administrator"
    )
