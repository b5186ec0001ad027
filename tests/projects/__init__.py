"""Projects: a text that lives, who agrees, steps."""
