"""Files people keep: stored once by their content, told by what they are, made safe to show."""
