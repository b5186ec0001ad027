"""What who keeps the machine may open: nothing that holds, or tells of, a notebook.

A list of what is open, so that a page made tomorrow is closed until somebody says otherwise.
"""

from django.http import HttpRequest

HOUSE = {
    *("home", "health", "login", "logout", "login-first", "sittings", "machine-guide"),
    "guide-detail",
    *("people-list", "people-open", "people-self", "people-heads", "people-code", "people-leave"),
    *("team-list", "team-create", "team-detail", "team-edit", "team-welcome", "team-leave"),
    *("house-word-list", "house-word-change", "house-word-undo"),
    *("house-frame", "house-frame-edit", "house-term-change", "house-charter"),
}
DOORS = {
    *("login-proof", "login-key", "login-rescue", "login-anew", "rescue-read"),
    *("door", "door-phrase", "door-digits", "door-key", "door-proof", "door-codes"),
    *("door-machine", "lock", "lock-shut", "leave-quickly", "blank"),
}
# What the house says to all, and figures that are the same whoever asks.
TEXTS = {
    *("house-text-list", "house-text-open", "house-text-detail", "house-text-publish"),
    *("house-text-retire", "house-text-edition", "house-text-compare", "house-text-file"),
    *("house-text-large", "house-text-document-pdf", "house-text-document-html"),
    *("house-figures", "house-figures-year", "house-figures-csv"),
    *(f"house-figures-{kind}" for kind in ("pdf", "odt", "html")),
    *("house-record", "house-record-easy"),
    *(f"house-record-{kind}" for kind in ("pdf", "odt", "html")),
    *(f"house-record-easy-{kind}" for kind in ("pdf", "odt", "html")),
}
# What they are typing, and join, in the forms of these pages.
THEIRS = {
    *("draft-list", "draft-keep", "draft-resume", "draft-drop"),
    *("attachment-join", "attachment-take-off", "attachment-detail", "attachment-large"),
    *("attachment-small", "attachment-describe"),
}
OPEN = HOUSE | DOORS | TEXTS | THEIRS


def is_closed(request: HttpRequest) -> bool:
    """Tell whether this page is not for who asks, who keeps the machine."""
    if not (request.user.is_authenticated and request.user.is_administrator):
        return False
    return request.resolver_match.url_name not in OPEN
