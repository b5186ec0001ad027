"""Thin commands over actions."""
