"""Project configuration; puts a SQLite without the WAL-reset bug in the place of the system's.

Why: docs/decisions/0002-sqlite-as-a-serious-database.md.
"""

import contextlib
import sys

# There are wheels for Linux on x86-64 only; elsewhere the system's SQLite is checked at start.
with contextlib.suppress(ModuleNotFoundError):
    import pysqlite3

    sys.modules["sqlite3"] = pysqlite3
