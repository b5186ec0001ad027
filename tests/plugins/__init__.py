"""Plugins of pytest; pyproject.toml loads them."""
