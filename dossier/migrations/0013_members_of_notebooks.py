"""Members and entourage are those of a notebook: say which."""

from django.db import migrations
from django.db.models import OuterRef, Subquery


def to_notebooks(apps, schema_editor):
    """Give each line the notebook of its collective or dossier."""
    models = {name: apps.get_model("dossier", name) for name in ("Collective", "Dossier")}
    for name, whose in (("Membership", "Collective"), ("Relation", "Dossier")):
        model, column = apps.get_model("dossier", name), whose.lower()
        owner = models[whose].objects.filter(pk=OuterRef(f"{column}_id"))
        model.objects.update(notebook_id=Subquery(owner.values("notebook_id")[:1]))
    apps.get_model("dossier", "Membership").objects.update(collective=None)


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0012_collective_level"),
    ]

    operations = [
        migrations.RunPython(to_notebooks),
    ]
