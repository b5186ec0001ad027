"""Project configuration; puts a SQLite without the WAL-reset bug in the place of the system's.

Why: docs/decisions/0002-sqlite-as-a-serious-database.md.
"""

import sys

import pysqlite3

sys.modules["sqlite3"] = pysqlite3
