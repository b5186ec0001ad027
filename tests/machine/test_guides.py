"""The commands of the guides are those of the house; what installs it is read from them."""

import re

import pytest
from django.conf import settings

from dossier import __version__
from dossier.command import COMMANDS
from scripts.try_install import GUIDE, commands

GUIDES = sorted((settings.BASE_DIR / "docs" / "guide").glob("*.md"))
TYPED = re.compile(r"(?:^    (?:sudo )?|`)dossier (?:--instance \w+ )?([a-z]+)\b", re.MULTILINE)


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_every_command_that_a_guide_types_exists(path):
    assert set(TYPED.findall(path.read_text("utf-8"))) <= set(COMMANDS)


def test_the_installation_is_in_the_guide_line_by_line():
    lines, caddy = commands(GUIDE.read_text("utf-8"))
    wheel = f"dossier_unique-{__version__}-py3-none-any.whl"
    assert lines[0].startswith("sudo apt install")
    assert lines[1] == f"sudo env PYTHONPATH={wheel} python3 -m dossier.machine {wheel}"
    assert any(line.startswith("sudo dossier init --systemd foyer") for line in lines)
    assert sum(" welcome " in line for line in lines) == 2
    assert "reverse_proxy 127.0.0.1:8000" in caddy
