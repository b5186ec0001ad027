"""Who logs in: a name and a passphrase."""

from django.http import HttpRequest

from dossier.establishment.models import Worker


class PassphraseBackend:
    """Authenticate by log-in name and passphrase; answers no question of permission."""

    def authenticate(
        self, request: HttpRequest | None, login: str = "", passphrase: str = ""
    ) -> Worker | None:
        """Return the worker, or None; takes as long for an unknown name as for a wrong phrase."""
        try:
            worker = Worker.objects.get_by_natural_key(login)
        except Worker.DoesNotExist:
            Worker().set_password(passphrase)
            return None
        return worker if worker.check_password(passphrase) and worker.is_active else None

    def get_user(self, user_id: int) -> Worker | None:
        """Return the worker of a session while they work here."""
        return Worker.objects.filter(pk=user_id, is_active=True).first()
