"""Pages of what may leave the house, and what left."""
