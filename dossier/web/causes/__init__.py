"""Common causes: opening one, telling there without the names, speaking up for it."""
