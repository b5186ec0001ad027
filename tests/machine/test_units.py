"""The units: what they forbid, and that the house lives under them."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from dossier.machine import units
from dossier.machine.place import Instance, Machine

MOST_EXPOSED = 2.0  # of systemd-analyze: 0 is shut, 10 is without any of this
FOYER = Instance("foyer", {"DOSSIER_HOME": "/srv/dossier/foyer", "PORT": "8003"})
SAVED = Instance("savs", {**FOYER.settings, "DOSSIER_BACKUPS": "/media/usb/dossier"})
HOUSE, NIGHT, TIMER = (
    "dossier-foyer.service",
    "dossier-foyer-nuit.service",
    "dossier-foyer-nuit.timer",
)
ASKED = {
    "User": "dossier-foyer",
    "UMask": "0077",
    "NoNewPrivileges": "yes",
    "CapabilityBoundingSet": "",
    "AmbientCapabilities": "",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "ReadWritePaths": "/srv/dossier/foyer",
    "PrivateTmp": "yes",
    "PrivateDevices": "yes",
    "MemoryDenyWriteExecute": "yes",
    "RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX",
    "IPAddressDeny": "any",
    "IPAddressAllow": "localhost",
    "SocketBindDeny": "any",
    "LimitCORE": "0",
    "EnvironmentFile": "/etc/dossier/foyer.conf",
}
LIVES = """
import ctypes, mmap, os, sys
libc = ctypes.CDLL(None, use_errno=True)
if libc.prctl(65, 1, 0, 0, 0):
    sys.exit("the kernel does not know")
try:
    mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    sys.exit("nothing is forbidden")
except PermissionError:
    pass
import django
django.setup()
from django.contrib.auth.hashers import check_password, make_password
assert check_password("une phrase", make_password("une phrase"))
import fido2.cose, psycopg, sqlite3, Stemmer, nh3, pillow_heif
from PIL import Image

from dossier.documents.pdf import pdf
from tests.documents.examples import WHOLE
assert pdf(WHOLE).startswith(b"%PDF")
from dossier.files.apart import run
from pathlib import Path
home = Path(os.environ["DOSSIER_HOME"])
Image.new("RGB", (300, 200)).save(home / "a.jpg")
(home / "b").mkdir()
said = run("dossier.files.workshop", home / "a.jpg", home / "b", patience=60)
assert b'"image"' in said, said
print("lives")
"""


def lines(text: str) -> dict[str, list[str]]:
    """Return what a unit says, by name."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if re.match(r"[A-Z]\w+=", line):
            name, _, value = line.partition("=")
            found.setdefault(name, []).append(value)
    return found


@pytest.mark.parametrize("name", [HOUSE, NIGHT])
def test_a_unit_forbids_what_the_house_does_not_need(name):
    found = lines(units.texts(Machine(), FOYER)[name])
    assert {name: found.get(name) for name in ASKED} == {
        name: [value] for name, value in ASKED.items()
    }
    assert found["SystemCallFilter"] == ["@system-service", "~@privileged @obsolete"]
    assert found.get("SocketBindAllow") == (["ipv4:tcp:8003"] if name == HOUSE else None)


def test_they_run_the_version_in_use():
    made = units.texts(Machine(), FOYER)
    program = "/opt/dossier/current/bin/dossier"
    assert lines(made[HOUSE])["ExecStart"] == [f"{program} serve"]
    assert lines(made[NIGHT])["ExecStart"] == [f"{program} sweep"]
    assert lines(made[TIMER])["OnCalendar"] == ["*-*-* 02:30:00"]


def test_at_night_it_is_saved_where_it_is_told_and_swept_if_the_disk_is_away():
    found = lines(units.texts(Machine(), SAVED)["dossier-savs-nuit.service"])
    program = "/opt/dossier/current/bin/dossier"
    assert found["ExecStart"] == [
        f"{program} sweep",
        f"{program} backup make /media/usb/dossier",
    ]
    assert found["ReadWritePaths"] == ["/srv/dossier/foyer -/media/usb/dossier"]


@pytest.mark.parametrize("name", [HOUSE, NIGHT])
def test_systemd_finds_a_unit_little_exposed(tmp_path, name):
    if not (tool := shutil.which("systemd-analyze")):
        pytest.skip("absent: systemd-analyze")
    path = tmp_path / name
    path.write_text(units.texts(Machine(), FOYER)[name], encoding="utf-8")
    command = [tool, "security", "--offline=true", "--no-pager", str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout  # noqa: S603
    told = re.search(rf"exposure level for {re.escape(name)}: ([\d.]+)", said)
    if not told:
        pytest.skip("absent: systemd-analyze security --offline")
    assert float(told[1]) <= MOST_EXPOSED


def test_systemd_reads_them(tmp_path):
    if not (tool := shutil.which("systemd-analyze")):
        pytest.skip("absent: systemd-analyze")
    program = Path(sys.executable)
    machine = Machine(tmp_path)
    (tmp_path / "opt/dossier/current/bin").mkdir(parents=True)
    (tmp_path / "opt/dossier/current/bin/dossier").symlink_to(program)
    instance = Instance("foyer", {"DOSSIER_HOME": str(tmp_path)})
    units.write(machine, instance)
    written = sorted(map(str, machine.units.iterdir()))
    command = [tool, "verify", "--man=no", *written]
    said = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    wrong = [line for line in said.stderr.splitlines() if "dossier-foyer" in line]
    assert wrong == []


def test_the_house_lives_without_writing_what_it_runs(tmp_path):
    """MemoryDenyWriteExecute, as the kernel enforces it: hashes, images, PDF, both databases."""
    probe = "import ctypes,sys;sys.exit(bool(ctypes.CDLL(None).prctl(66,0,0,0,0) < 0))"
    if subprocess.run([sys.executable, "-c", probe], check=False).returncode:  # noqa: S603
        pytest.skip("absent: PR_SET_MDWE, Linux 6.3")
    environment = {
        "DOSSIER_HOME": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "dossier.config.settings",
        "PYTHONPATH": str(settings.BASE_DIR),
    }
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", LIVES],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.strip(), done.stderr[-600:]) == ("lives", "")
