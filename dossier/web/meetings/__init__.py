"""Meetings, their points and papers, councils."""
