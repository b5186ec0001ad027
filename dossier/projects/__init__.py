"""Projects: of a person, several, a collective, or all of these."""
