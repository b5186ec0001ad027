"""Counting what was written anyway, with its method; small numbers never leave."""
