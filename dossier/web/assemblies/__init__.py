"""Pages of assemblies of pieces: gather, order, write between, sign."""
