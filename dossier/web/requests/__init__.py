"""Pages of requests about what is kept of a person."""
