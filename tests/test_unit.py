"""The systemd unit: what it forbids, and that the house lives under it."""

import re
import shutil
import subprocess
import sys

import pytest
from django.conf import settings

UNIT = settings.BASE_DIR / "deploy" / "dossier.service"
GUIDE = settings.BASE_DIR / "docs" / "guide" / "tenir-la-machine.md"
MOST_EXPOSED = 2.0  # of systemd-analyze: 0 is shut, 10 is without any of this
ASKED = {
    "User": "dossier",
    "UMask": "0077",
    "NoNewPrivileges": "yes",
    "CapabilityBoundingSet": "",
    "AmbientCapabilities": "",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "ReadWritePaths": "/srv/dossier",
    "PrivateTmp": "yes",
    "PrivateDevices": "yes",
    "MemoryDenyWriteExecute": "yes",
    "RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX",
    "IPAddressDeny": "any",
    "IPAddressAllow": "localhost",
    "LimitCORE": "0",
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


def lines() -> dict[str, list[str]]:
    """Return what the unit says, by name."""
    found: dict[str, list[str]] = {}
    for line in UNIT.read_text().splitlines():
        if re.match(r"[A-Z]\w+=", line):
            name, _, value = line.partition("=")
            found.setdefault(name, []).append(value)
    return found


def test_the_unit_forbids_what_the_house_does_not_need():
    found = lines()
    assert {name: found.get(name) for name in ASKED} == {
        name: [value] for name, value in ASKED.items()
    }
    assert found["SystemCallFilter"] == ["@system-service", "~@privileged @obsolete"]


def test_the_unit_starts_the_server_of_the_guide():
    (started,) = lines()["ExecStart"]
    assert started.endswith("--config python:dossier.config.server dossier.config.wsgi:application")
    for named in ("deploy/dossier.service", "/etc/dossier/environment", "/opt/dossier"):
        assert named in GUIDE.read_text()


def test_systemd_finds_the_unit_little_exposed():
    if not (tool := shutil.which("systemd-analyze")):
        pytest.skip("absent: systemd-analyze")
    command = [tool, "security", "--offline=true", "--no-pager", str(UNIT)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout  # noqa: S603
    told = re.search(r"exposure level for dossier\.service: ([\d.]+)", said)
    if not told:
        pytest.skip("absent: systemd-analyze security --offline")
    assert float(told[1]) <= MOST_EXPOSED


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
