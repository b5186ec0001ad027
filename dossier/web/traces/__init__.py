"""Pages of the journal, which looks both ways."""
