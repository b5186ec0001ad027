"""Pages of who may read, of circles, of opening at once."""
