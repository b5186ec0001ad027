"""Puts a version on this machine: `PYTHONPATH=FILE.whl python3 -m dossier.machine FILE.whl`.

With `units`, writes the services again as this version has them: an update asks for it.
"""

import sys
from pathlib import Path

from dossier.machine import units, versions
from dossier.machine.place import Refused, here


def main(given: list[str]) -> int:
    """Install the wheel, or write the units; return the exit code."""
    machine = here()
    if given == ["units"]:
        units.write_all(machine)
        return 0
    if len(given) not in {1, 2} or not given[0].endswith(".whl"):
        _say("usage : python3 -m dossier.machine FICHIER.whl [DOSSIER_DES_BIBLIOTHÈQUES]")
        return 2
    try:
        if used := versions.version_at(machine.current):
            raise Refused(f"La version {used} est là : « dossier upgrade {given[0]} » la change.")
        wheel = versions.read_wheel(Path(given[0]))
        libraries = Path(given[1]) if given[1:] else None
        versions.install(machine, wheel, libraries=libraries, say=_say)
        versions.put_in_use(machine, wheel.version)
    except Refused as refused:
        _say(str(refused))
        return 1
    _say(
        "C’est installé. Commencez une instance : dossier init --systemd NOM --house « Ma maison »"
    )
    return 0


def _say(words: str) -> None:
    print(words, flush=True)  # noqa: T201 - said to whoever typed the command


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
