"""Names, places and numbers of a text replaced by others, as free French text writes them."""
