"""Spreadsheets brought from elsewhere, read into values (`dossier.arrivals.brought`)."""
