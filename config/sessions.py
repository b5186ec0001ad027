"""Sessions in the database, which end when they were to, whatever happens in them."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.utils import timezone


class SessionStore(db.SessionStore):
    """Django puts the end off each time something is kept in a session; here a log-in alone does,
    so that a telephone that was stolen is shut by the next day.
    """

    def cycle_key(self) -> None:
        """Change the key, as a log-in does: the hours begin now."""
        self.pop("_session_expiry", None)
        super().cycle_key()

    def save(self, must_create: bool = False) -> None:
        """Keep the session; somebody's has its end from the first time."""
        if SESSION_KEY in self and "_session_expiry" not in self:
            self.set_expiry(timezone.now() + timedelta(seconds=settings.SESSION_COOKIE_AGE))
        super().save(must_create)
