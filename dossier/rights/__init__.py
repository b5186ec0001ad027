"""The tools of the law of 2 January 2002: texts, contracts, what was given, what is due."""
