"""The bric-à-brac: keep what may be of use, rummage in it, file it."""
