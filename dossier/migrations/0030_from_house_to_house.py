"""From one house to another: to which key a sending is sealed; what comes from there."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0029_arrivals"),
    ]

    operations = [
        migrations.AddField(
            model_name="disclosure",
            name="house_key",
            field=models.CharField(blank=True, max_length=100),
        ),
        migrations.AlterField(
            model_name="arrival",
            name="sort",
            field=models.CharField(
                choices=[
                    ("spreadsheet", "tableur"),
                    ("tddui", "transfert du DUI"),
                    ("folder", "dossier de fichiers"),
                    ("transfer", "venu d’une autre maison"),
                ],
                max_length=12,
            ),
        ),
    ]
