"""From one house to another: a sending sealed to its key, received with where it comes from."""
