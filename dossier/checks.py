"""Checks run at each start: is this machine fit to keep what people write?"""

import sqlite3

from django.core.checks import Error, Tags, register

FIXED_SQLITE = (3, 51, 3)


@register(Tags.database)
def sqlite_has_no_wal_reset_bug(app_configs, **kwargs) -> list[Error]:
    """Refuse a SQLite older than 3.51.3, whose WAL could lose pages (decision 0002)."""
    if tuple(int(part) for part in sqlite3.sqlite_version.split(".")) >= FIXED_SQLITE:
        return []
    return [
        Error(
            f"SQLite {sqlite3.sqlite_version} peut abîmer la base ; il faut 3.51.3 ou plus récent.",
            hint="Installez le paquet Python pysqlite3 tel que requirements/base.txt le fixe.",
            id="dossier.E001",
        )
    ]
