"""Pages of personal notes: their author's alone."""
