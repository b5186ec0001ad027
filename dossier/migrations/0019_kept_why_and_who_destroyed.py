"""Why an archive is kept until another day than the law proposes; who destroyed."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Add a word beside a day, and a worker beside a certificate."""

    dependencies = [
        ("dossier", "0018_words_beside"),
    ]

    operations = [
        migrations.AddField(
            model_name="archive",
            name="keep_why",
            field=models.TextField(blank=True, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="certificate",
            name="by",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
    ]
