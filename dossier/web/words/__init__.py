"""The words of the house: see them, change one, put it back."""
