"""The house holds its data: taking everything away, and coming back."""
