"""The handover."""
