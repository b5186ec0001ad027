"""Programs of the machine that tests need: found, or installed, or asked for clearly."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class ToolMissing(Exception):
    """A program is neither on the machine nor installable; the message says what to install."""


def chromium() -> Path | None:
    """Return the browser that tests drive, the system's or playwright's; None without one."""
    for name in (os.environ.get("DOSSIER_CHROMIUM", ""), *CHROMIUM_NAMES):
        if path := shutil.which(name):
            return Path(path)
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None


def postgresql() -> Path | None:
    """Return the folder of the newest PostgreSQL server's programs; None without one."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version)
    found = debian[-1] if debian else shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def libreoffice() -> Path | None:
    """Return the LibreOffice that opens our documents; None without one."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return Path(found) if found else None


def require_chromium() -> Path:
    """Return `chromium()`, installed if need be; ToolMissing if that cannot be done."""
    download = (sys.executable, "-m", "playwright", "install", "chromium")
    if not chromium() and not _apt_install("chromium"):
        _run(*download)
    if found := chromium():
        return found
    raise ToolMissing("Les tests ont besoin de Chromium : sudo apt install chromium")


def require_postgresql() -> Path:
    """Return `postgresql()`, installed if need be; ToolMissing if that cannot be done."""
    if not postgresql():
        _apt_install("postgresql")
    if found := postgresql():
        return found
    raise ToolMissing("Les tests ont besoin de PostgreSQL : sudo apt install postgresql")


def require_libreoffice() -> Path:
    """Return `libreoffice()`, installed if need be; ToolMissing if that cannot be done."""
    if not libreoffice():
        _apt_install("libreoffice-writer-nogui")
    if found := libreoffice():
        return found
    raise ToolMissing(
        "Les tests ont besoin de LibreOffice : sudo apt install libreoffice-writer-nogui"
    )


def _version(initdb: Path) -> float:
    return float(initdb.parts[-3])


def _apt_install(package: str) -> bool:
    """Install a Debian package when we are root on a machine that has them; tell if it worked."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print(f"Installation de {package} sur cette machine…", flush=True)
    install = ("apt-get", "install", "-y", "-qq", "--no-install-recommends", package)
    return _run("apt-get", "update", "-qq") and _run(*install)


def _run(*command: str) -> bool:
    """Run a command, showing its last words only when it fails; tell if it worked."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        print((done.stdout + done.stderr)[-2000:], flush=True)
    return done.returncode == 0
