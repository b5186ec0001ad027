"""Groups, workshops, councils, causes: level with persons."""
