"""Seeing together: what passes from one to the next, who is tied to what, the days to come."""
