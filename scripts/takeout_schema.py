"""Writes docs/takeout-schema.json, from the tables: `python -m scripts.takeout_schema`."""

import json
import os
from pathlib import Path

import django

DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "takeout-schema.json"


def told() -> str:
    """Return the JSON Schema of a takeout, as the document has it."""
    from dossier.ownership.tables import tables  # noqa: PLC0415 - after django.setup
    from dossier.ownership.takeout import schema  # noqa: PLC0415

    return json.dumps(schema(tables()), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dossier.config.settings")
    django.setup()
    DOCUMENT.write_text(told(), encoding="utf-8")
