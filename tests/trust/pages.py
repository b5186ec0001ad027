"""What a page says, as one reads it."""

import re
from html import unescape

from django.http import HttpResponse


def says(response: HttpResponse) -> str:
    """Return the words of a page, with one space between."""
    bare = re.sub(r"<[^>]*>", " ", response.content.decode())
    return re.sub(r" ([,.])", r"\1", " ".join(unescape(bare).split()))
