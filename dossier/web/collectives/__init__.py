"""Collectives: opening one, what it is, who belongs."""
