"""Pages of archives, slips for elimination, certificates."""
