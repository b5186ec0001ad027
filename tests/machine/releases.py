"""Releases to go to, made from this one: another number, a migration more, a fault."""

import base64
import csv
import hashlib
import io
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MIGRATION = """
from django.db import migrations

{before}

class Migration(migrations.Migration):
    dependencies = [("dossier", "{after}")]
    operations = [{does}]
"""


def build(folder: Path) -> Path:
    """Build the wheel of this tree."""
    line = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(line, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 - our own words
    (wheel,) = folder.glob("*.whl")
    return wheel


def release(
    wheel: Path, version: str, *, does: str = "", before: str = "", instead: dict | None = None
) -> Path:
    """Return the wheel of another version, whose libraries are those of this Python; `does` are
    the operations of a migration more, `instead` files in the place of others.
    """
    former = wheel.name.split("-")[1]
    files = _read(wheel, former, version)
    files["dossier/__init__.py"] = f'"""Dossier."""\n\n__version__ = "{version}"\n'.encode()
    for name in ("base", "names", "s3"):
        files[f"dossier/requirements/{name}.txt"] = b"# none: those of the tests\n"
    files["dossier_libraries.pth"] = f"{sysconfig.get_path('purelib')}\n".encode()
    files |= {name: told.encode() for name, told in (instead or {}).items()}
    if does:
        last = max(path.stem for path in (ROOT / "dossier" / "migrations").glob("[0-9]*.py"))
        number = version.replace(".", "_")
        told = MIGRATION.format(after=last, does=does, before=before)
        files[f"dossier/migrations/9{number}_more.py"] = told.encode()
    return _write(wheel.with_name(wheel.name.replace(former, version)), files, version)


def _read(wheel: Path, former: str, version: str) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        files = {
            name.replace(f"-{former}.dist-info", f"-{version}.dist-info"): archive.read(name)
            for name in archive.namelist()
            if not name.endswith("/RECORD")
        }
    told = f"dossier_unique-{version}.dist-info/METADATA"
    files[told] = files[told].replace(
        f"\nVersion: {former}".encode(), f"\nVersion: {version}".encode()
    )
    return files


def _write(path: Path, files: dict[str, bytes], version: str) -> Path:
    rows = io.StringIO()
    record, writer = f"dossier_unique-{version}.dist-info/RECORD", csv.writer(rows)
    for name, told in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(told).digest()).rstrip(b"=").decode()
        writer.writerow([name, f"sha256={digest}", len(told)])
    writer.writerow([record, "", ""])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, told in [*files.items(), (record, rows.getvalue().encode())]:
            archive.writestr(name, told)
    return path
