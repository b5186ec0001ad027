"""Writings and assemblies as documents: to print, to rework, to keep."""
