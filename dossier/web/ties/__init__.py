"""Tying a writing to another notebook, later or while writing."""
