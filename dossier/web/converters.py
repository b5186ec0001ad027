"""What may stand in an address."""

from django.urls.converters import IntConverter


class Pk(IntConverter):
    """The number of a row, of at most 18 digits: what both databases can hold."""

    regex = "[0-9]{1,18}"
