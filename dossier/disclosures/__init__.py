"""Giving something of a notebook to others: what leaves, without who it is about."""
