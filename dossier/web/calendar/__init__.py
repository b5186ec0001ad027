"""The calendar of the house."""
