"""Imports go down the floors only."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FLOORS = [
    "machine",
    "journal",
    "establishment",
    "accounts",
    "files",
    "documents",
    "notebooks",
    "persons",
    "collectives",
    "meetings",
    "projects",
    "rights",
    "notes",
    "disclosures",
    "reading",
    "together",
    "counting",
    "retention",
    "arrivals",
    "ownership",
    "trust",
    "demo",
    "web",
]
FILES = sorted(path for floor in FLOORS for path in (ROOT / "dossier" / floor).rglob("*.py"))


def _imports(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return found


def climbs(path: Path, imported: list[str]) -> list[str]:
    """Return what `path` imports from a floor above its own."""
    floor = FLOORS.index(path.relative_to(ROOT / "dossier").parts[0])
    above = tuple(f"dossier.{name}" for name in FLOORS[floor + 1 :])
    return [name for name in imported if name.startswith(above) or name == "dossier.models"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_down_the_floors(path):
    assert climbs(path, _imports(path)) == []


def test_a_climbing_import_is_seen():
    journal = ROOT / "dossier" / "journal" / "actions.py"
    assert climbs(journal, ["dossier.web.rescue"]) == ["dossier.web.rescue"]


def test_every_package_is_on_a_floor():
    packages = {path.parent.name for path in (ROOT / "dossier").glob("*/__init__.py")}
    assert packages - {"migrations", "management", "config"} == set(FLOORS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_web_knows_http(path):
    if path.is_relative_to(ROOT / "dossier" / "web"):
        return
    assert [name for name in _imports(path) if name.startswith("django.http")] == []


def test_access_is_decided_in_one_place():
    """Guardian's own checks ignore terms and inactive workers: nobody may call them."""
    for path in FILES:
        for name in _imports(path):
            assert not name.startswith(("guardian.shortcuts", "guardian.core")), path
        assert ".has_perm(" not in path.read_text(encoding="utf-8"), path
