"""The texts of the house: which there are, what they say, what changed, on paper."""
