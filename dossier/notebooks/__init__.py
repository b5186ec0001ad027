"""Notebooks, writings, access, search."""
