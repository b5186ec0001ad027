"""Each member, each one around, is in a notebook."""

import django.db.models.deletion
from django.db import migrations, models


def owned(name):
    """Return the column, which nothing lacks any more."""
    return models.ForeignKey(
        on_delete=django.db.models.deletion.CASCADE, related_name=name, to="dossier.notebook"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0013_members_of_notebooks"),
    ]

    operations = [
        migrations.AlterField("membership", "notebook", owned("memberships")),
        migrations.AlterField("relation", "notebook", owned("relations")),
        migrations.RemoveField("relation", "dossier"),
    ]
