"""Meetings and councils."""
