"""The Django application and the checks of its surroundings."""

from django.apps import AppConfig


class DossierConfig(AppConfig):
    """The one app of the project."""

    name = "dossier"
    verbose_name = "Dossier unique"

    def ready(self) -> None:
        """Register the checks run at start."""
        import dossier.checks  # noqa: F401, PLC0415 - needs the app registry
