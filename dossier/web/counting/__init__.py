"""Figures counted on demand, the report of the house, the register of what is done with data."""
