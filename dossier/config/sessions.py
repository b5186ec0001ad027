"""Sessions in the database, which end when they were to, whatever happens in them."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.db import router, transaction
from django.utils import timezone

HELD = "held"


class SessionStore(db.SessionStore):
    """Django puts the end off each time something is kept in a session; here a log-in alone does,
    so that a telephone that was stolen is shut by the next day.

    What is held stays until it is released, even if a request that was slower, and had read the
    session before, keeps it whole afterwards: a lock is not undone by a page still on its way.
    """

    is_released = False

    def hold(self, **told: Any) -> None:
        """Hold this, besides what is held."""
        self[HELD] = self.held() | told

    def held(self) -> dict[str, Any]:
        """Return what is held, as this request read it."""
        return self.get(HELD, {})

    def release(self) -> dict[str, Any]:
        """Hold nothing more; return what was held."""
        self.is_released = True
        return self.pop(HELD, {})

    def _still_hold(self) -> None:
        if self.is_released or SESSION_KEY not in self or HELD in self:
            return
        kept = self.model.objects.select_for_update().filter(session_key=self.session_key).first()
        if kept and (held := kept.get_decoded().get(HELD)):
            self[HELD] = held

    @transaction.atomic
    def cycle_key(self) -> None:
        """Change the key, as a log-in does: the hours begin now."""
        self._still_hold()
        self.pop("_session_expiry", None)
        super().cycle_key()

    def save(self, must_create: bool = False) -> None:
        """Keep the session; somebody's has its end from the first time."""
        if SESSION_KEY in self and "_session_expiry" not in self:
            self.set_expiry(timezone.now() + timedelta(seconds=settings.SESSION_COOKIE_AGE))
        with transaction.atomic(using=router.db_for_write(self.model)):
            if not must_create:
                self._still_hold()
            super().save(must_create)
