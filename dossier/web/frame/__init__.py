"""The frame of the house: what of the law applies here, and the durations it changed."""
