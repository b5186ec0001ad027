"""Headings and tags: rename, merge, split, retire, and what was changed."""
