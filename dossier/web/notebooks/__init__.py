"""Reading a notebook and writing in it."""
