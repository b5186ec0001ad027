"""How long things are kept: closed to daily use, then destroyed or handed to the archives."""
