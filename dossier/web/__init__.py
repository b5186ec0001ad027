"""Pages, forms and addresses: the only floor that knows HTTP."""
