"""Reading beside the person, deciding before what they may read, and the copy they take away."""
