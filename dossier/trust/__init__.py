"""What crosses the house: opening at once, asking for a journal, leaving the house."""
