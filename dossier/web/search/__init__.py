"""Searching over all that one may read."""
