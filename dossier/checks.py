"""Checks run at each start: is this machine fit to keep what people write?"""

import sqlite3

from django.conf import settings
from django.core.checks import Error, Tags, register

NEEDED = (3, 43, 0)


@register(Tags.database)
def sqlite_can_forget(app_configs: object, **kwargs: object) -> list[Error]:
    """Refuse a SQLite older than 3.43, whose search index cannot forget a text (decision 0003)."""
    embedded = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    if not embedded or sqlite3.sqlite_version_info >= NEEDED:
        return []
    return [
        Error(
            f"SQLite {sqlite3.sqlite_version} est trop ancien ; il faut 3.43 ou plus récent.",
            hint="Prenez Debian 13, ou une machine x86-64, ou PostgreSQL avec DATABASE_URL.",
            id="dossier.E001",
        )
    ]
