"""The establishment, its teams, its workers."""
