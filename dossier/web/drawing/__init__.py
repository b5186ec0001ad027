"""The drawing of who is tied to what."""
