"""What the law gives a person, and what it asks of the house: two pages from which one goes."""
