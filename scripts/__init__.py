"""What builds and tests the house; nothing here runs in production."""
