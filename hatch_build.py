"""The wheel asks for the very libraries that requirements/base.txt names, and no other release."""

import re
from pathlib import Path

from hatchling.metadata.plugin.interface import MetadataHookInterface

PINNED = re.compile(r"^([A-Za-z0-9][^\s;]*==[^\s;]+)(?:\s*;\s*([^\\]+?))?\s*\\?$", re.MULTILINE)


class PinnedLibraries(MetadataHookInterface):
    """Read the pins; the sums stay in the file, which is in the wheel too."""

    PLUGIN_NAME = "custom"

    def update(self, metadata: dict) -> None:
        """Fill `dependencies`, one `name==release[; marker]` a library."""
        told = Path(self.root, "requirements", "base.txt").read_text(encoding="utf-8")
        metadata["dependencies"] = [
            f"{pin}; {marker}" if marker else pin for pin, marker in PINNED.findall(told)
        ]
