"""Documents: what goes out on paper, to be reworked, or to be read anywhere."""
