"""Dossiers: opening one, who it is about, stays, entourage."""
