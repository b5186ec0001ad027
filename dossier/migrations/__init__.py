"""Migrations: each named, one thought each."""
