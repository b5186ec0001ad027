"""What is joined to writings: received, shown, described."""
