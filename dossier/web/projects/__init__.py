"""Projects: opening one, its text, its steps, who agrees."""
