"""The services of an instance, as systemd reads them: the house, and what it does each night."""

import stat
from pathlib import Path

from dossier.machine.place import Instance, Machine, service

MODELS = Path(__file__).resolve().parent / "systemd"
PRIVATE = stat.S_IRUSR | stat.S_IWUSR | stat.S_IRGRP  # 0640: its settings may hold a secret


def texts(machine: Machine, instance: Instance) -> dict[str, str]:
    """Return the units of an instance, by the name of their files.

    What each line of `shut` forbids, and why, is in docs/security.md (systemd.exec(5)).
    """
    backups = instance.settings.get("DOSSIER_BACKUPS", "")
    program = machine.current / "bin" / "dossier"
    told = {
        "name": instance.name,
        "account": account(instance),
        "home": instance.home,
        "told": machine.told / f"{instance.name}.conf",
        "program": program,
    }
    shut = (MODELS / "shut").read_text(encoding="utf-8")
    binds = f"SocketBindAllow=ipv4:tcp:{instance.port}\n"
    day = shut.format(written=instance.home, binds=binds)
    # A disk that is not plugged in keeps nothing from being swept: the backup alone then fails.
    written = f"{instance.home} -{backups}" if backups else instance.home
    night = shut.format(written=written, binds="")
    backup = f"ExecStart={program} backup make {backups}\n" if backups else ""
    name = service(instance.name)
    return {
        f"{name}.service": _model("house.service").format(**told, shut=day),
        f"{name}-nuit.service": _model("night.service").format(**told, backup=backup, shut=night),
        f"{name}-nuit.timer": _model("night.timer").format(**told),
    }


def _model(name: str) -> str:
    return (MODELS / name).read_text(encoding="utf-8")


def account(instance: Instance) -> str:
    """Return the account that the instance is of, and that runs it."""
    return instance.home.owner() if instance.home.is_dir() else service(instance.name)


def write(machine: Machine, instance: Instance) -> None:
    """Write the units of an instance."""
    machine.units.mkdir(parents=True, exist_ok=True)
    for name, text in texts(machine, instance).items():
        path = machine.units / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o644)


def write_all(machine: Machine) -> None:
    """Write those of every instance, and let systemd read them."""
    for instance in machine.instances():
        write(machine, instance)
    machine.systemctl("daemon-reload")
