"""What systemd would do of the units of DOSSIER_MACHINE, for tests: start, stop, say whether."""

import contextlib
import http.client
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(os.environ["DOSSIER_MACHINE"])


def read(name: str) -> tuple[dict[str, str], list[str]]:
    """Return the settings and the command of a unit."""
    unit = (ROOT / "etc/systemd/system" / name).read_text()
    told = dict(re.findall(r"^(EnvironmentFile|ExecStart)=(.+)$", unit, re.MULTILINE))
    lines = Path(told["EnvironmentFile"]).read_text().splitlines()
    settings = dict(line.split("=", 1) for line in lines)
    return settings, shlex.split(told["ExecStart"])


def pid_of(name: str) -> Path:
    """Return the file that holds the number of the process of a unit."""
    return ROOT / "run" / f"{name}.pid"


def is_active(name: str) -> bool:
    """Whether it runs."""
    try:
        os.kill(int(pid_of(name).read_text()), 0)
    except (OSError, ValueError):
        return False
    return True


def stop(name: str) -> None:
    """End it, and wait."""
    if is_active(name):
        os.kill(int(pid_of(name).read_text()), signal.SIGTERM)
        while is_active(name):
            time.sleep(0.1)


def start(name: str) -> int:
    """Start it; return once it is ready, or was ended: what Type=notify does."""
    settings, line = read(name)
    with (ROOT / "run" / f"{name}.log").open("a") as log:
        made = {
            "start_new_session": True,
            "stdout": log,
            "stderr": log,
            "stdin": subprocess.DEVNULL,
        }
        clean = {"PATH": os.environ["PATH"], "DOSSIER_MACHINE": str(ROOT)}
        server = subprocess.Popen(line, env=clean | settings, **made)  # noqa: S603 - of the unit
    pid_of(name).write_text(str(server.pid))
    while server.poll() is None:
        asked = http.client.HTTPConnection("127.0.0.1", int(settings["PORT"]), timeout=2)
        with contextlib.suppress(OSError):
            asked.request("GET", "/sante", headers={"X-Forwarded-Proto": "https"})
            if asked.getresponse().status == 200:
                return 0
        time.sleep(0.2)
    return 1


def main() -> int:
    """Do what systemctl is asked."""
    act, *names = [word for word in sys.argv[1:] if not word.startswith("-")]
    for name in names:
        if name.endswith(".timer") or act in {"daemon-reload", "enable"}:
            continue
        if act == "is-active" and not is_active(name):
            return 3
        if act in {"stop", "restart"}:
            stop(name)
        if act in {"start", "restart"} and (code := start(name)):
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
