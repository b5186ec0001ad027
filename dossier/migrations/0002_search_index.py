"""The search index: a contentless FTS5 table on SQLite, a table of tsvectors on PostgreSQL."""

from django.db import migrations

SQLITE = """
CREATE VIRTUAL TABLE dossier_search USING fts5(
    words, stems, place,
    content='', contentless_delete=1, tokenize='ascii', prefix='2 3 4'
)
"""
POSTGRESQL = """
CREATE TABLE dossier_search (
    position bigint PRIMARY KEY,
    notebook_id bigint NOT NULL,
    lexemes tsvector NOT NULL
);
ALTER TABLE dossier_search ALTER COLUMN lexemes SET STATISTICS 1000;
CREATE INDEX dossier_search_lexemes ON dossier_search USING gin (lexemes);
"""


def make(apps, schema_editor):
    """Make the index that this database can hold."""
    sqlite = schema_editor.connection.vendor == "sqlite"
    schema_editor.execute(SQLITE if sqlite else POSTGRESQL)


def drop(apps, schema_editor):
    """Drop the index."""
    schema_editor.execute("DROP TABLE dossier_search")


class Migration(migrations.Migration):
    """Make the search index."""

    dependencies = [("dossier", "0001_initial")]
    operations = [migrations.RunPython(make, drop)]
