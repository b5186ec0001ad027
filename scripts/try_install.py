"""Installs the house in a bare Debian by the commands of its guide, read from it, and opens it.

    sudo .venv/bin/python -m scripts.try_install [--suite trixie] [--keep FOLDER]

A Debian is made by debootstrap in a folder of its own, with this machine's way to the network: the
A Debian is made by debootstrap in a folder apart, with the way of this machine to the network; the
written, and each service as its unit says: systemd itself does not run in there.
"""

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "docs" / "guide" / "tenir-la-machine.md"
CHAPTER = "## Installer pour de vrai"
# What a person's Debian has and a bare one has not.
BARE = "systemd,ca-certificates,passwd"
NETWORK = ("etc/resolv.conf", "etc/ssl/certs/ca-certificates.crt")
WAY = re.compile(r"PIP_(?:CERT|DEFAULT_TIMEOUT)|\w+_proxy", re.IGNORECASE)
PHRASE = "le lavoir chante chaque matin"
ALIVE = """
import http.client, sys, time
for _ in range(120):
    try:
        asked = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]), timeout=5)
        asked.request("GET", "/sante", headers={"X-Forwarded-Proto": "https"})
        print(asked.getresponse().status)
        break
    except OSError:
        time.sleep(0.5)
"""


def commands(guide: str) -> tuple[list[str], str]:
    """Return the commands of the chapter, in order, and the file that it gives for Caddy."""
    chapter = guide.split(CHAPTER)[1].split("\n## ")[0]
    caddy = re.search(r"```caddy\n(.*?)```", chapter, re.DOTALL)[1]
    bare = re.sub(r"```.*?```", "", chapter, flags=re.DOTALL)
    return re.findall(r"^    (sudo .+)$", bare, re.MULTILINE), caddy


class Debian:
    """A Debian in a folder; commands run in it as root."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def make(self, suite: str) -> None:
        """Make it from the mirror that this machine uses."""
        program = shutil.which("debootstrap", path=f"{os.environ['PATH']}:/usr/sbin")
        if not program or os.geteuid() != 0:
            sys.exit("Il faut root et debootstrap : sudo apt install debootstrap")
        line = [program, "--variant=minbase", f"--include={BARE}", suite, str(self.root), _mirror()]
        subprocess.run(line, check=True, stdout=subprocess.DEVNULL)
        for name in NETWORK:
            if Path("/", name).is_file():
                (self.root / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(Path("/", name), self.root / name)

    def run(self, line: str, given: str = "") -> str:
        """Run a line as a person types it, from the home of root; stop everything if it fails."""
        done = self._start(["sh", "-c", line], input=given, capture_output=True)
        if done.returncode:
            sys.exit(f"✗ {line}\n{done.stdout}{done.stderr}")
        return done.stdout

    def _start(self, line: list[str], **how: object) -> subprocess.CompletedProcess:
        entered = ["chroot", str(self.root), "env", "-C", "/root", *line]
        return subprocess.run(entered, text=True, check=False, env=_environment(), **how)

    @contextmanager
    def served(self, name: str) -> Iterator[None]:
        """Run the service of an instance, as its unit says, for a time."""
        unit = (self.root / f"etc/systemd/system/dossier-{name}.service").read_text()
        told = dict(
            re.findall(r"^(User|Group|EnvironmentFile|ExecStart)=(.+)$", unit, re.MULTILINE)
        )
        settings = (self.root / told["EnvironmentFile"].lstrip("/")).read_text().splitlines()
        line = ["chroot", f"--userspec={told['User']}:{told['Group']}", str(self.root)]
        line += ["env", "-i", "PATH=/usr/bin:/bin", *settings, *shlex.split(told["ExecStart"])]
        with subprocess.Popen(line) as server:
            try:
                yield
            finally:
                server.terminate()
                server.wait(40)


def _mirror() -> str:
    told = "\n".join(path.read_text() for path in Path("/etc/apt").rglob("*.sources"))
    told += (
        Path("/etc/apt/sources.list").read_text() if Path("/etc/apt/sources.list").is_file() else ""
    )
    return re.search(r"https?://\S+/debian(?=/?\s)", told)[0]


def _environment() -> dict[str, str]:
    """Return what a shell of that Debian has, and this machine's way to the network."""
    way = {key: value for key, value in os.environ.items() if WAY.fullmatch(key)}
    return way | {
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": "/root",
        "LANG": "C.UTF-8",
    }


def follow(debian: Debian, lines: list[str], caddy: str) -> None:
    """Do what the guide says, line by line."""
    for line in lines:
        print(f"$ {line}", flush=True)
        started = time.monotonic()
        if "/etc/caddy/Caddyfile" in line:
            (debian.root / "etc/caddy/Caddyfile").write_text(caddy)
        if line.startswith("sudo systemctl"):
            print("  (systemd ne tourne pas ici)")
            continue
        bare = line.removeprefix("sudo ").replace("apt install", "apt-get install -qq -y")
        if " check" in line:  # before a first backup, it has things to say
            bare += " || true"
        said = debian.run(bare, f"{PHRASE}\n{PHRASE}\n")
        told = [one for one in said.splitlines() if "dossier" in line and one.strip()]
        print("\n".join(f"  {one}" for one in told if "AGE-SECRET" not in one)[-1500:])
        print(f"  {time.monotonic() - started:.0f} s", flush=True)


def main() -> int:
    """Make a Debian, follow the guide in it, see the house open; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--suite", default="bookworm", choices=("bookworm", "trixie"))
    parser.add_argument("--keep", type=Path, help="a folder for that Debian, which stays")
    options = parser.parse_args()
    lines, caddy = commands(GUIDE.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory(prefix="dossier-debian-") as name:
        debian = Debian(options.keep or Path(name) / "debian")
        debian.make(options.suite)
        build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d"]
        subprocess.run([*build, str(debian.root / "root")], cwd=ROOT, check=True)
        for where in ("proc", "dev"):
            subprocess.run(["mount", "--rbind", f"/{where}", str(debian.root / where)], check=True)
        try:
            debian.run("apt-get update -qq")
            follow(debian, lines, caddy)
            with debian.served("foyer"):
                answer = debian.run(
                    f"/opt/dossier/current/bin/python -c {shlex.quote(ALIVE)} 8000"
                ).strip()
                health = debian.run("dossier --instance foyer check || true")
        finally:
            for where in ("proc", "dev"):
                subprocess.run(
                    ["umount", "--recursive", "--lazy", str(debian.root / where)], check=False
                )
    print(health)
    print(f"{'✓' if answer == '200' else '✗'} la maison répond {answer or 'rien'}")
    return answer != "200"


if __name__ == "__main__":
    sys.exit(main())
