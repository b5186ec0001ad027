"""What the machine's log says: where something broke, never what was being written.

The message of an exception may quote a passphrase, a code, a name, a whole text ("invalid
literal for int() with base 10: 'Amina a dit…'"), and so may an address: neither is told.
"""

import logging
import traceback

OURS = ("config", "dossier", "django", "gunicorn")


class Discreet(logging.Formatter):
    """Write one event: when, how grave, who tells, on which page, the places of the error."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%S%z")

    def format(self, record: logging.LogRecord) -> str:
        """Return the lines of `record`, on which nobody but us can start one."""
        told = logging.makeLogRecord(record.__dict__ | {"msg": self._words(record), "args": None})
        told.exc_text = None
        return super().format(told)

    def formatException(self, ei: tuple) -> str:  # noqa: N802 - the name is logging's
        """Return the class and the places of each exception of the chain, without their words."""
        lines, error = [], ei[1]
        while error is not None and len(lines) < 200:
            places = traceback.extract_tb(error.__traceback__)
            lines += [f"  {place.filename}:{place.lineno} {place.name}" for place in places]
            lines.append(f"{type(error).__module__}.{type(error).__qualname__}")
            error = error.__cause__ or error.__context__
        return "\n".join(lines)

    @staticmethod
    def _words(record: logging.LogRecord) -> str:
        """Return what may be said: of a request, its page; of a library, the line that speaks."""
        if request := getattr(record, "request", None):
            match = getattr(request, "resolver_match", None)
            status = getattr(record, "status_code", "")
            return f"{status} {request.method} {match.view_name if match else '-'}".strip()
        if record.name.split(".")[0] not in OURS:
            return f"{record.module}:{record.lineno}"
        said = record.getMessage().partition("?")[0]
        return "".join(one if one.isprintable() else repr(one)[1:-1] for one in said)
