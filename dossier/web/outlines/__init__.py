"""Outlines: see them, make one, change it, take it away as text, bring one in."""
