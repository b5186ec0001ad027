"""Dossier unique: one Django app whose packages are domains on floors (docs/architecture.md)."""

__version__ = "0.1.0"
