"""Persons accompanied, their dossiers, stays and entourage."""
